"""Lines or cells from a spreadsheet as touchpoints: what each column is, what would come of it, and where it goes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.edits import LAST, add_journey, add_stage
from cxstudio.edits.common import keys_after
from cxstudio.errors import UserError
from cxstudio.exchange.clipboard.record_placing import MOST_TOUCHPOINTS, Place, room_for, room_in, stand_behind
from cxstudio.exchange.clipboard.spreadsheet_cells import cells
from cxstudio.exchange.lists.list_columns import (
    CASES,
    CHANNEL,
    DEPARTMENT,
    DESCRIPTION,
    STAGE,
    TOUCHPOINT,
    columns_by_heading,
)
from cxstudio.exchange.lists.touchpoint_list import as_row, columns_by_content, plan_of
from cxstudio.exchange.plan.import_plan import Figure, ImportPlan, ImportRequest, LeftOut, Source, say, trn
from cxstudio.exchange.tables.table import Table
from cxstudio.exchange.tables.table_reading import read_table
from cxstudio.exchange.tables.table_shape import table_of
from cxstudio.model import Channel, Department, Document, Id, Stage, Touchpoint
from cxstudio.model.folding import folded
from cxstudio.store import Draft
from cxstudio.wording.texts import N_

MEANINGS: Final = (STAGE, TOUCHPOINT, CHANNEL, DEPARTMENT, DESCRIPTION, CASES)
"""What a column can be; a column that is none of it is left out."""
MOST_CHARACTERS: Final = 5_000_000
"""Longest text from a clipboard that is read."""
_LONGEST_HEADING: Final = 40
_ITEM: Final = re.compile(r"^\s*(?:[*•·▪◦‣–—-]|\d{1,3}[.)])\s+(?=\S)")
"""What stands before an item of a list."""


@dataclass(frozen=True, slots=True)
class PastedList:
    """A pasted text read as a list of touchpoints; nothing is changed yet."""

    table: Table
    rows: tuple[Sequence[str], ...]
    """The rows that are read, headings excepted."""
    columns: Mapping[str, int]
    """Meaning → column; a meaning no column has is missing."""
    headed: bool
    """Whether the first row was taken as headings."""
    plan: ImportPlan

    @property
    def touchpoints(self) -> int:
        """How many touchpoints would come of it."""
        return sum(isinstance(record, Touchpoint) for record in self.plan.records)

    @property
    def plain(self) -> bool:
        """Whether there is nothing to ask: one column, nothing left out."""
        return len(self.table.header) == 1 and not self.plan.left_out and not self.headed


def read_pasted(
    text: str, language: str, *, columns: Mapping[str, int] | None = None, headed: bool | None = None
) -> PastedList:
    """Read a pasted text. What is not said about columns and headings is found out. Raises UserError."""
    if len(text) > MOST_CHARACTERS:
        raise UserError(
            N_("The text in the clipboard is too long: {most} characters can be read."),
            N_("Nothing was pasted."),
            N_("Copy fewer lines, or import the file."),
            most=MOST_CHARACTERS,
        )
    request = ImportRequest(text=text, delimiter=_delimiter(text), language=language)
    table = read_table(request) if request.delimiter == ";" else table_of(_unmarked(cells(text)), Source())
    names = columns_by_heading(table.header) if table.has_header else {}
    if headed is None:
        headed = _headed(table, names)
    rows, first = list(table.rows), table.first_row
    if table.has_header and not headed:
        rows, first = [as_row(table.header), *rows], first - 1
    if columns is None:
        columns = names if headed and TOUCHPOINT in names else columns_by_content(rows) if rows else {}
    if TOUCHPOINT not in columns or not rows:
        raise UserError(N_("There is no touchpoint in the table."), N_("Nothing was pasted."))
    plan = plan_of(table, request, rows, first, dict(columns))
    return PastedList(table, tuple(rows), columns, headed, plan)


def place_list(draft: Draft, pasted: PastedList, place: Place) -> list[Id]:
    """Put the touchpoints of a list on a map, as far as there is room; returns their ids.

    Raises UserError where there is no room at all. Stages are found by their name in the journey, or added behind;
    without a column of stages all go to the place.
    """
    records = pasted.plan.records
    room = room_in(draft.document, place.journey)
    room_for(draft.document, place.journey, 0 if room else 1)
    touchpoints = [r for r in records if isinstance(r, Touchpoint)][:room]
    journey = place.journey or add_journey(draft, "")
    here = {**stand_behind(draft, Channel, records), **stand_behind(draft, Department, records)}
    made: list[Touchpoint] = []
    names = {r.id: r.name for r in records if isinstance(r, Stage)}
    for stage, group in _by_stage(touchpoints).items():
        own = STAGE in pasted.columns
        goes = _stage(draft, journey, names[stage]) if own else place.stage or add_stage(draft, journey, "")
        family = draft.document.touchpoints(goes)
        last = own or place.stage is None or place.after == LAST
        behind = (family[-1].id if family else None) if last else place.after
        for touchpoint, order in zip(group, keys_after(family, behind, len(group)), strict=True):
            values = {
                "id": draft.new_id(),
                "stage": goes,
                "order": order,
                "channels": tuple(here[i] for i in touchpoint.channels),
                "departments": tuple(here[i] for i in touchpoint.departments),
            }
            made.append(touchpoint.model_copy(update=values))
    draft.create_many(list(made))
    return [touchpoint.id for touchpoint in made]


def beyond(pasted: PastedList, document: Document, journey: Id | None) -> LeftOut | None:
    """What the journey has no room for."""
    over = pasted.touchpoints - room_in(document, journey)
    if over <= 0:
        return None
    what = trn("{n} touchpoint", "{n} touchpoints", over)
    why = say(N_("a journey holds at most {most}"), most=Figure(MOST_TOUCHPOINTS))
    return LeftOut(say(N_("The journey")), what, why, over)


def _by_stage(touchpoints: Sequence[Touchpoint]) -> dict[Id, list[Touchpoint]]:
    groups: dict[Id, list[Touchpoint]] = {}
    for touchpoint in touchpoints:
        groups.setdefault(touchpoint.stage, []).append(touchpoint)
    return groups


def _stage(draft: Draft, journey: Id, name: str) -> Id:
    """The stage of that name, or a new one behind the others."""
    known = (s.id for s in draft.document.stages(journey) if folded(s.name) == folded(name))
    return next(known, None) or add_stage(draft, journey, name)


def _delimiter(text: str) -> str:
    """Cells come with tabs; plain lines stay whole (""), unless every one of them is parted by semicolons alike."""
    if "\t" in text:
        return "\t"
    counts = {line.count(";") for line in text[:200_000].splitlines()[:200] if line.strip()}
    return ";" if len(counts) == 1 and counts != {0} and "\n" in text.strip() else ""


def _headed(table: Table, names: Mapping[str, int]) -> bool:
    """Whether the first row names columns: short words that say what touchpoints have."""
    named = [table.header[i] for i in names.values()]
    if not table.has_header or (TOUCHPOINT not in names and STAGE not in names):
        return False
    if len(table.header) == 1:
        return len(table.header[0].split()) == 1
    return len(names) >= min(2, len(table.header)) and all(len(name) <= _LONGEST_HEADING for name in named)


def _unmarked(rows: list[list[str]]) -> list[list[str]]:
    """Rows; where there is one column and most begin as items of a list do, without their bullets and numbers."""
    told = [row[0] for row in rows if row[0].strip()]
    if any(len(row) > 1 for row in rows) or 2 * sum(_ITEM.match(line) is not None for line in told) < len(told):
        return rows
    return [[_ITEM.sub("", row[0])] for row in rows]
