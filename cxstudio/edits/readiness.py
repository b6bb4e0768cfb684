"""The readiness check: what the group says together, and sheets of people that are kept as counts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Final

from cxstudio.errors import N_, UserError
from cxstudio.model import FrozenMap, Readiness
from cxstudio.model.ideation.sealed_slips import opened, seal
from cxstudio.model.readiness_scale import LEAST_SHEETS, POINTS
from cxstudio.store import Draft

READINESS_ID: Final = "readiness"
_COUNTS: Final = "counts"


def readiness_of(draft: Draft) -> Readiness:
    """The project's check, made where there is none."""
    found = next(iter(draft.document.all(Readiness)), None)
    return found or draft.create(Readiness(id=READINESS_ID))


def answer_together(draft: Draft, item: str, value: int | None) -> None:
    """What the group agreed on for a statement; None takes it back. Raises ValueError off the scale."""
    record = readiness_of(draft)
    if value is not None and not 1 <= value <= POINTS:
        raise ValueError(value)
    rest = {key: said for key, said in record.answers.items() if key != item}
    draft.update(Readiness, record.id, answers=FrozenMap(rest if value is None else {**rest, item: str(value)}))


def hand_in_sheet(draft: Draft, sheet: Mapping[str, int]) -> None:
    """Keep the answers of one person, covered and among those of the others: nothing says which belong together.

    Raises ValueError for an answer off the scale, UserError where what was handed in before cannot be read.
    """
    if not sheet or any(not 1 <= value <= POINTS for value in sheet.values()):
        raise ValueError(sheet)
    record = readiness_of(draft)
    counts = Counter(_waiting(record))
    counts.update(f"{item}:{value}" for item, value in sheet.items())
    draft.update(Readiness, record.id, sealed=seal({_COUNTS: counts}), waiting=record.waiting + 1)


def take_back_sheet(draft: Draft, sheet: Mapping[str, int]) -> None:
    """Take a sheet back that was handed in and not counted yet; the caller knows what it says, nobody else does.

    Raises ValueError for a sheet that is not among them, UserError where they cannot be read.
    """
    record = readiness_of(draft)
    counts = Counter(_waiting(record))
    counts.subtract(f"{item}:{value}" for item, value in sheet.items())
    if not sheet or record.waiting < 1 or min(counts.values()) < 0:
        raise ValueError(sheet)
    left = +counts
    draft.update(Readiness, record.id, sealed=seal({_COUNTS: left} if left else {}), waiting=record.waiting - 1)


def count_sheets(draft: Draft) -> None:
    """Add what was handed in to the counts that are shown.

    Raises UserError for fewer than five sheets: the difference they make would tell single answers.
    """
    record = readiness_of(draft)
    if record.waiting < LEAST_SHEETS:
        raise UserError(N_("At least five sheets are counted at a time."), N_("Nothing was changed."))
    counts = Counter(record.counts)
    counts.update(_waiting(record))
    sheets = record.sheets + record.waiting
    draft.update(Readiness, record.id, counts=FrozenMap(counts), sheets=sheets, sealed="", waiting=0)


def forget_sheets(draft: Draft) -> None:
    """Begin again: all sheets go, counted or not; what the group agreed on stays."""
    draft.update(Readiness, readiness_of(draft).id, counts=FrozenMap(), sheets=0, sealed="", waiting=0)


def _waiting(record: Readiness) -> Mapping[str, int]:
    try:
        return opened(record.sealed).get(_COUNTS, {})
    except ValueError as error:
        raise UserError(
            N_("The sheets handed in cannot be read: the file is damaged."), N_("Nothing was changed."),
            N_("Open a backup of the project, or begin the check again."),
        ) from error  # fmt: skip
