"""Rows of a list made into stages, touchpoints and what else they say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from cxstudio.exchange.lists.list_columns import (
    CASES,
    CHANNEL,
    COMPLAINTS,
    DEPARTMENT,
    DESCRIPTION,
    HURDLE,
    LABELS,
    OPPORTUNITY,
    PROMISE,
    QUOTE,
    STAGE,
    TOUCHPOINT,
)
from cxstudio.exchange.lists.list_shapes import stage_rows
from cxstudio.exchange.plan.import_plan import Figure, LeftOut, Message, say, trn
from cxstudio.exchange.survey.row_kinds import names_a_total
from cxstudio.exchange.tables.table import Table, row_place, rows_place, short
from cxstudio.model import Channel, Department, Id, Journey, Note, Stage, Touchpoint, new_id
from cxstudio.model.kinds import NoteKind
from cxstudio.model.known_channels import NameBook, usual_values
from cxstudio.store.order import key_between
from cxstudio.wording.number_parsing import parse_amount
from cxstudio.wording.texts import N_

MOST_TOUCHPOINTS: Final = 5_000
_PARTED: Final = re.compile(r"[,;/|\n]")
_ABOUT: Final = re.compile(r"^(?:ca\.?|circa|etwa|rund|about|approx\.?|~|≈)\s*", re.IGNORECASE)
_THOUSANDS: Final = re.compile(r"(?<!\s)\s*+(?:tsd\.?|tausend|k|thousand)$", re.IGNORECASE)
_LAST_ROWS: Final = 3
"""Rows at the end among which sums are looked for."""
_NOTE_KINDS: Final = {HURDLE: NoteKind.HURDLE, OPPORTUNITY: NoteKind.OPPORTUNITY, QUOTE: NoteKind.QUOTE}


@dataclass(slots=True)
class ListDraft:
    """The list while it is read."""

    journey: Journey
    stages: dict[str, Stage] = field(default_factory=dict)
    points: list[Touchpoint] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    named: dict[type[Channel] | type[Department], list[Channel | Department]] = field(default_factory=dict)
    books: dict[type[Channel] | type[Department], NameBook] = field(default_factory=dict)
    left_out: list[LeftOut] = field(default_factory=list)
    months: dict[str, float] = field(default_factory=dict)
    """Months the amounts of a column are for, where that is not one."""


def read_rows(table: Table, columns: dict[str, int], usual: str, draft: ListDraft) -> dict[int, Id]:
    """Make the touchpoints of all rows; returns their ids by the index of their row."""
    nameless: list[int] = []
    summing: list[int] = []
    beyond = 0
    current = ""
    headings = stage_rows(table, columns)
    found: dict[int, Id] = {}
    for at, (number, row) in enumerate(zip(table.row_numbers, table.rows, strict=True)):
        cells = {meaning: row[i].strip() for meaning, i in columns.items()}
        if at in headings:
            current = headings[at]
            _stage(draft, current)
            continue
        name = cells[TOUCHPOINT]
        last = at > 1 and at >= len(table.rows) - _LAST_ROWS
        if last and names_a_total([name or cells.get(STAGE, "")]):
            summing.append(number)
            continue
        current = cells.get(STAGE) or current
        if cells.get(STAGE):
            _stage(draft, current)
        if not any(c.isalpha() for c in name):
            if not cells.get(STAGE) and any(cells.values()):
                nameless.append(number)
        elif len(draft.points) >= MOST_TOUCHPOINTS:
            beyond += 1
        else:
            point = _touchpoint(name, cells, number, _stage(draft, current or usual), draft)
            draft.points.append(point)
            draft.notes += _notes(cells, point, draft)
            found[at] = point.id
    _tell(nameless, summing, beyond, draft)
    return found


def _tell(nameless: list[int], summing: list[int], beyond: int, draft: ListDraft) -> None:
    for rows, why in ((nameless, N_("no touchpoint is named")), (summing, N_("it sums up and is no touchpoint"))):
        if rows:
            what = trn("{n} row", "{n} rows", len(rows))
            draft.left_out.append(LeftOut(rows_place(rows), what, say(why), len(rows)))
    if beyond:
        what = trn("{n} touchpoint", "{n} touchpoints", beyond)
        reason = say(N_("at most {most} can be imported at once"), most=Figure(MOST_TOUCHPOINTS))
        draft.left_out.append(LeftOut(say(N_("The end of the list")), what, reason, beyond))


def _notes(cells: dict[str, str], point: Touchpoint, draft: ListDraft) -> Iterator[Note]:
    """Hurdles, opportunities and quotes of a touchpoint, one a line."""
    last = draft.notes[-1].order if draft.notes else None
    for meaning, kind in _NOTE_KINDS.items():
        for text in filter(None, map(str.strip, cells.get(meaning, "").split("\n"))):
            last = key_between(last, None)
            yield Note(id=new_id(), text=text, kind=kind, about=point.id, order=last)


def _stage(draft: ListDraft, name: str) -> Stage:
    key = " ".join(name.split()).casefold()
    if key not in draft.stages:
        last = next(reversed(draft.stages.values()), None)
        order = key_between(last.order if last else None, None)
        draft.stages[key] = Stage(id=new_id(), journey=draft.journey.id, name=" ".join(name.split()), order=order)
    return draft.stages[key]


def _touchpoint(name: str, cells: dict[str, str], row: int, stage: Stage, draft: ListDraft) -> Touchpoint:
    order = key_between(draft.points[-1].order if draft.points else None, None)
    return Touchpoint(
        id=new_id(),
        stage=stage.id,
        name=" ".join(name.split()),
        order=order,
        description=cells.get(DESCRIPTION, ""),
        channels=_named(draft, Channel, cells.get(CHANNEL, "")),
        departments=_named(draft, Department, cells.get(DEPARTMENT, "")),
        promise=cells.get(PROMISE, ""),
        cases_per_month=_per_month(CASES, cells, row, draft),
        complaints_per_month=_per_month(COMPLAINTS, cells, row, draft),
    )


def _named(draft: ListDraft, kind: type[Channel] | type[Department], cell: str) -> tuple[str, ...]:
    """Ids of the channels or departments a cell names, made once each."""
    known, book = draft.named.setdefault(kind, []), draft.books.setdefault(kind, NameBook(kind))
    ids = []
    for name in filter(None, map(str.strip, _PARTED.split(cell))):
        found = book.find(name)
        if found is None:
            order = key_between(known[-1].order if known else None, None)
            usual = usual_values(name) if kind is Channel else {}
            made = kind(id=new_id(), name=name, order=order, **usual)
            known.append(made)
            book.add(name, made.id)
            found = made.id
        ids.append(found)
    return tuple(dict.fromkeys(ids))


def _per_month(meaning: str, cells: dict[str, str], row: int, draft: ListDraft) -> float | None:
    cell = cells.get(meaning, "")
    found = _amount(cell)
    if found is None and cell:
        what = say(N_("“{value}”"), value=short(cell, 40))
        where = say(N_("{column}, {rows}"), column=Message(LABELS[meaning]), rows=row_place(row))
        draft.left_out.append(LeftOut(where, what, say(N_("it is not a number"))))
    return None if found is None else round(found / draft.months.get(meaning, 1.0), 6)


def _amount(cell: str) -> float | None:
    """A number as people write it: 1.200 or 1,200 or 1200,5, “ca. 500”, “1,5 Tsd.”; None where it is none."""
    text = _ABOUT.sub("", cell.strip())
    thousands = _THOUSANDS.search(text)
    try:
        found = parse_amount(text[: thousands.start()] if thousands else text)
    except ValueError:
        return None
    return found * (1_000 if thousands else 1) if found is not None and found >= 0 else None
