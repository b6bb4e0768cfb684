"""The readiness check: what the group says together, and sheets of people that are kept as counts alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from cxstudio.errors import N_, UserError
from cxstudio.model import FrozenMap, Readiness
from cxstudio.model.readiness_scale import LEAST_SHEETS, POINTS
from cxstudio.store import Draft

READINESS_ID: Final = "readiness"


def readiness_of(draft: Draft) -> Readiness:
    """The project's check, made where there is none."""
    found = draft.document.find(READINESS_ID)
    return found if isinstance(found, Readiness) else draft.create(Readiness(id=READINESS_ID))


def answer_together(draft: Draft, item: str, value: int | None) -> None:
    """What the group agreed on for a statement; None takes it back. Raises ValueError off the scale."""
    record = readiness_of(draft)
    if value is not None and not 1 <= value <= POINTS:
        raise ValueError(value)
    rest = {key: said for key, said in record.answers.items() if key != item}
    draft.update(Readiness, record.id, answers=FrozenMap(rest if value is None else {**rest, item: str(value)}))


def take_in_sheets(draft: Draft, sheets: Sequence[Mapping[str, int]]) -> None:
    """Add the answers of people to the counts; nothing says which belong together.

    Raises UserError for fewer than five sheets, ValueError for an answer off the scale.
    """
    if len(sheets) < LEAST_SHEETS:
        raise UserError(N_("At least five sheets are counted at a time."), N_("Nothing was changed."))
    if any(not 1 <= value <= POINTS for sheet in sheets for value in sheet.values()):
        raise ValueError(sheets)
    record = readiness_of(draft)
    counts = Counter(record.counts)
    counts.update(f"{item}:{value}" for sheet in sheets for item, value in sheet.items())
    draft.update(Readiness, record.id, counts=FrozenMap(counts), sheets=record.sheets + len(sheets))


def forget_sheets(draft: Draft) -> None:
    """Begin again: all counts go, what the group agreed on stays."""
    draft.update(Readiness, readiness_of(draft).id, counts=FrozenMap(), sheets=0)
