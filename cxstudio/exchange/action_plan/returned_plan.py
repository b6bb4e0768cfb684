"""What an edited plan would change: every cell beside what is here, new rows, missing ones, what cannot be read.

Nothing is changed. A cell is compared with what the table was given and with what is here now: what changed on one
side only is an edit, what changed on both a conflict.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from cxstudio.errors import UserError
from cxstudio.exchange.action_plan.plan_cells import COMES_BACK, said
from cxstudio.exchange.action_plan.returned_table import NOTHING, ReturnedRow, ReturnedTable
from cxstudio.exchange.action_plan.returned_values import ReturnedValues, given_words
from cxstudio.exchange.action_plan.stamp import Stamp, cells_of
from cxstudio.exchange.plan.import_plan import Message, plain, say, trn
from cxstudio.exchange.tables.table import row_place, rows_place
from cxstudio.model import Document, Id, Measure
from cxstudio.model.folding import folded
from cxstudio.wording import Texts, texts
from cxstudio.wording.fields.typed_values import BadInput
from cxstudio.wording.figures.plan_columns import MEASURE_COLUMNS, Column, Form, Source
from cxstudio.wording.texts import N_

_SHUFFLED: Final = 2
"""Titles that stand beside each other's ids, from which on a table was sorted without its ids."""


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell that says something else than the plan."""

    measure: Id
    title: str
    key: str
    """The field."""
    heading: str
    value: Any
    given: str
    """What the table was given; empty where nobody knows."""
    here: str
    there: str
    conflict: bool
    """Whether it changed here meanwhile, too."""
    where: Message
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row without an id."""

    place: tuple[str, int]
    title: str
    values: Mapping[str, Any]
    about: str
    """Who, until when, how far, in words."""
    where: Message
    hint: Message | None = None


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A row the table was given and does not have any more."""

    measure: Id
    title: str
    sheets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReturnedPlan:
    """Everything a person has to look at before anything is applied."""

    name: str
    edits: tuple[CellEdit, ...] = ()
    new: tuple[NewRow, ...] = ()
    missing: tuple[MissingRow, ...] = ()
    problems: tuple[Message, ...] = ()
    notes: tuple[Message, ...] = ()

    @property
    def says_nothing(self) -> bool:
        """Whether there is nothing to apply."""
        return not (self.edits or self.new or self.missing)


def compare(table: ReturnedTable, document: Document, words: Texts) -> ReturnedPlan:
    """What would change, in the language of `words`. Raises UserError for a table that is not of this project."""
    known = [row for row in table.rows if row.measure and isinstance(document.find(row.measure), Measure)]
    if not known and any(row.measure for row in table.rows) and document.all(Measure):
        raise UserError(
            N_("The rows of “{name}” do not belong to measures of this project."),
            NOTHING,
            N_("Open the project the plan was exported from."),
            name=table.name,
        )
    _refuse_shuffled(table)
    return _Comparison(table, document, words).result()


def decided(edits: Iterable[CellEdit]) -> dict[Id, dict[str, Any]]:
    """The values to write, by measure, of the edits a person accepted."""
    values: dict[Id, dict[str, Any]] = {}
    for edit in edits:
        values.setdefault(edit.measure, {})[edit.key] = edit.value
    return values


def _refuse_shuffled(table: ReturnedTable) -> None:
    """Raises UserError where titles stand beside each other's ids."""
    stamp = table.stamp
    if stamp is None:
        return
    rows = [r for r in table.rows if stamp.knows(r.measure, "title") and r.cells.get("title")]
    moved = [r for r in rows if not stamp.same(r.measure, "title", r.cells["title"])]
    strange = [
        r.number
        for r in moved
        if any(stamp.same(o.measure, "title", r.cells["title"]) for o in rows if o.measure != r.measure)
    ]
    if len(strange) >= _SHUFFLED:
        raise UserError(
            N_("In “{name}” titles stand beside the IDs of other measures, as in row {row}: it was sorted without the "
               "column “ID”."),
            NOTHING,
            N_("Sort the whole table again, with the column “ID”, or export the plan again."),
            name=table.name,
            row=strange[0],
        )  # fmt: skip


class _Comparison:
    """Fills one ReturnedPlan."""

    def __init__(self, table: ReturnedTable, document: Document, words: Texts) -> None:
        self.table, self.document, self.words = table, document, words
        self.stamp: Stamp | None = table.stamp
        self.here = Source(document, words)
        self.then = Source(document, texts(table.language))
        """As the table writes cells."""
        self.values = ReturnedValues(document, texts(table.language), words)
        self.problems: list[Message] = []
        self.notes: list[Message] = []
        self.twice = self._twice()

    def result(self) -> ReturnedPlan:
        """Everything, in the plan's order."""
        by_measure: dict[Id, list[ReturnedRow]] = {}
        for row in self.table.rows:
            if row.measure and row.measure not in self.twice:
                by_measure.setdefault(row.measure, []).append(row)
        edits = [
            edit for m in self.document.all(Measure) if m.id in by_measure for edit in self._edits(m, by_measure[m.id])
        ]
        for measure, rows in by_measure.items():
            if not isinstance(self.document.find(measure), Measure):
                self._gone_here(measure, rows[0])
        new = tuple(self._new_rows())
        missing = tuple(self._missing())
        self._say_what_stays()
        return ReturnedPlan(self.table.name, tuple(edits), new, missing, tuple(self.problems), tuple(self.notes))

    def _twice(self) -> frozenset[Id]:
        """Ids that stand twice on one sheet; said, and left alone."""
        often = Counter((row.sheet, row.measure) for row in self.table.rows if row.measure)
        found: dict[Id, None] = {}
        for (sheet, measure), times in often.items():
            if times > 1 and measure not in found:
                found[measure] = None
                rows = [r.number for r in self.table.rows if (r.sheet, r.measure) == (sheet, measure)]
                why = say(N_("They have the same ID, so none of them was read. Clear the ID in the new row."))
                self.problems.append(_at(rows_place(rows), why))
        return frozenset(found)

    def _edits(self, measure: Measure, rows: Sequence[ReturnedRow]) -> Iterator[CellEdit]:
        """The cells of one measure that changed; days in the wrong order are said, and stay."""
        now = cells_of(self.then, measure)
        found = [edit for column in COMES_BACK if (edit := self._edit(measure, column, rows, now)) is not None]
        days = {e.key: e for e in found if e.key in ("start", "due")}
        after = {key: days[key].value if key in days else getattr(measure, key) for key in ("start", "due")}
        if days and _wrong(after["start"], after["due"]):
            self.problems.append(_at(next(iter(days.values())).where, _wrong_order(after["due"], self.words)))
            found = [e for e in found if e.key not in days]
        yield from found

    def _edit(
        self, measure: Measure, column: Column[Measure], rows: Sequence[ReturnedRow], now: Mapping[str, str]
    ) -> CellEdit | None:
        key, stamp = column.key, self.stamp
        given = stamp is not None and stamp.knows(measure.id, key)
        changed: dict[str, ReturnedRow] = {}
        for row in rows:
            if key in row.unread:
                self.problems.append(_at(row_place(row.number), self._unread(column)))
            elif key in row.cells:
                cell = row.cells[key]
                same = stamp.same(measure.id, key, cell) if given and stamp is not None else False
                if not same and cell != now[key]:
                    changed[cell] = row
        if len(changed) > 1:
            places = rows_place([row.number for row in changed.values()])
            why = say(N_("The sheets say different things about “{column}” of “{title}”; it was left as it is."),
                      column=self.here.heading(Measure, column), title=measure.title)  # fmt: skip
            self.problems.append(_at(places, why))
            return None
        if not changed:
            return None
        cell, row = next(iter(changed.items()))
        where = row_place(row.number)
        if column.value is not None and column.form is Form.MONEY and now[key] != self._entered(measure, column):
            why = say(N_("“{column}” of “{title}” is calculated in CX Studio; it was left as it is."),
                      column=self.here.heading(Measure, column), title=measure.title)  # fmt: skip
            self.problems.append(_at(where, why))
            return None
        try:
            value = self.values.of(column, cell, measure)
        except BadInput as problem:
            self._not_read(where, column, cell, problem)
            return None
        if value == getattr(measure, column.field):
            return None
        after = measure.model_copy(update={column.field: value})
        conflict = given and stamp is not None and not stamp.same(measure.id, key, now[key])
        then = "" if stamp is None or not given or stamp.in_signs else stamp.rows[measure.id][key]
        nobody = key == "owner_role" and not cell and not measure.owner_name.strip()
        hint = say(N_("Then nobody is responsible any more.")) if nobody else None
        return CellEdit(
            measure.id, measure.title, key, self.here.heading(Measure, column), value,
            given_words(then, column, self.words), self.here.text(measure, column), self.here.text(after, column),
            conflict, where, hint,
        )  # fmt: skip

    def _entered(self, measure: Measure, column: Column[Measure]) -> str:
        """What the cell would say of the field alone, where more is worked out of other records."""
        return said(getattr(measure, column.field), column.form, self.then.texts)

    def _new_rows(self) -> Iterator[NewRow]:
        """Rows without an id, each title once: somebody may have put a row on two sheets."""
        seen: set[tuple[str, str]] = set()
        there = {folded(m.title) for m in self.document.all(Measure)}
        for row in self.table.rows:
            typed = {c.key: row.cells[c.key] for c in COMES_BACK if row.cells.get(c.key)}
            if row.measure or not typed:
                continue
            where, title = row_place(row.number), typed.get("title", "")
            if not title:
                why = say(N_("The new row has no title and was not read."))
                self.problems.append(_at(where, why))
                continue
            if any(name == folded(title) and sheet != row.sheet for sheet, name in seen):
                continue
            seen.add((row.sheet, folded(title)))
            values = self._new_values(row, typed, where)
            like = say(N_("There is a measure with this title already.")) if folded(title) in there else None
            yield NewRow((row.sheet, row.number), title, values, self._about(values), where, like)

    def _new_values(self, row: ReturnedRow, typed: Mapping[str, str], where: Message) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for column in COMES_BACK:
            if column.key in typed:
                try:
                    values[column.field] = self.values.of(column, typed[column.key], None)
                except BadInput as problem:
                    self._not_read(where, column, typed[column.key], problem)
        if _wrong(values.get("start"), values.get("due")):
            self.problems.append(_at(where, _wrong_order(values["due"], self.words)))
            del values["start"], values["due"]
        home = self.values.department_of_sheet(row.sheet)
        if home is not None:
            values.setdefault("department", home)
        return values

    def _about(self, values: Mapping[str, Any]) -> str:
        measure = Measure(id="new", **values)
        shown = ("owner_role", "department", "due", "status")
        parts = [self.here.text(measure, c) for c in MEASURE_COLUMNS if c.field in shown]
        return " · ".join(part for part in parts if part)

    def _missing(self) -> Iterator[MissingRow]:
        """Rows the table was given, gone from a sheet that is still there."""
        if self.stamp is None or self.stamp.in_signs:
            return
        there = {(row.sheet, row.measure) for row in self.table.rows}
        for measure in self.document.all(Measure):
            stood = self.stamp.sheets.get(measure.id, frozenset()) & self.table.sheets
            gone = tuple(sorted(sheet for sheet in stood if (sheet, measure.id) not in there))
            if gone:
                yield MissingRow(measure.id, measure.title, gone)

    def _gone_here(self, measure: Id, row: ReturnedRow) -> None:
        """A row whose measure is not here any more: said where somebody changed it."""
        stamp, where = self.stamp, row_place(row.number)
        if stamp is None or measure not in stamp.rows:
            why = say(N_("Nothing here has this ID. Clear it to make the row a new measure."))
            self.problems.append(_at(where, why))
            return
        asked = (c for c in COMES_BACK if c.key in row.cells and stamp.knows(measure, c.key))
        if any(not stamp.same(measure, c.key, row.cells[c.key]) for c in asked):
            sentence = N_("“{title}” was deleted here meanwhile. Clear the ID to make the edited row a new measure.")
            why = say(sentence, title=row.cells.get("title", ""))
            self.problems.append(_at(where, why))

    def _say_what_stays(self) -> None:
        """Notes on what the table cannot say."""
        listed = {row.measure for row in self.table.rows}
        if self.stamp is None:
            self.notes.append(say(N_("The table does not say what it was exported with, so no conflict can be found.")))
        if self.stamp is None or self.stamp.in_signs:
            absent = sum(m.id not in listed for m in self.document.all(Measure))
            if absent:
                self.notes.append(trn("{n} measure is not in the table and stays.",
                                      "{n} measures are not in the table and stay.", absent))  # fmt: skip
        read_only = [c for c in MEASURE_COLUMNS if c not in COMES_BACK and c.heading != "No."]
        for column in read_only:
            if any(self._changed(row, column) for row in self.table.rows):
                name = self.here.heading(Measure, column)
                self.notes.append(say(N_("The column “{column}” is changed in CX Studio only."), column=name))

    def _changed(self, row: ReturnedRow, column: Column[Measure]) -> bool:
        stamp = self.stamp
        if stamp is None or column.key not in row.cells or not stamp.knows(row.measure, column.key):
            return False
        return not stamp.same(row.measure, column.key, row.cells[column.key])

    def _unread(self, column: Column[Measure]) -> Message:
        return say(N_("“{column}” holds a formula without a result. Open the file in a spreadsheet and save it."),
                   column=self.here.heading(Measure, column))  # fmt: skip

    def _not_read(self, where: Message, column: Column[Measure], cell: str, problem: BadInput) -> None:
        quoted = self.words.quoted(cell if len(cell) <= 60 else cell[:59] + "…")
        why = say(N_("{column} says {text}. {problem}"), column=self.here.heading(Measure, column), text=quoted,
                  problem=str(problem))  # fmt: skip
        self.problems.append(_at(where, why))


def _at(where: Message, why: Message) -> Message:
    return say(N_("{where}: {why}"), where=where, why=why)


def _wrong(start: date | None, due: date | None) -> bool:
    return start is not None and due is not None and due < start


def _wrong_order(due: date, words: Texts) -> Message:
    day = plain(words.date(due))
    return say(N_("The due date {day} is before the start; both days were left as they are."), day=day)
