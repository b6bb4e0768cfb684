"""Measures of an edited plan: cells, dependencies, new rows, missing ones, and what a table cannot say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from cxstudio.edits.measures.measure_edits import circle
from cxstudio.exchange.action_plan.cell_comparison import CellComparison
from cxstudio.exchange.action_plan.plan_cells import CHECK_INS, COMES_BACK, DEPENDS_ON, MEASURES, NUMBER, TARGETS
from cxstudio.exchange.action_plan.plan_changes import CellEdit, NewRow
from cxstudio.exchange.action_plan.returned_parts import PartComparison
from cxstudio.exchange.action_plan.returned_table import ReturnedRow
from cxstudio.exchange.action_plan.stamp import cells_of
from cxstudio.exchange.plan.import_plan import Message, plain, say, trn
from cxstudio.exchange.tables.table import row_place
from cxstudio.model import Id, Measure, Record
from cxstudio.model.folding import folded
from cxstudio.wording import Texts
from cxstudio.wording.plan.plan_columns import MEASURE_COLUMNS, Column
from cxstudio.wording.texts import N_

_SUMMED_UP = ("Targets", "Last check-in")
"""Keys of columns that say in short what stands on sheets of their own."""
_ON_SHEETS = N_("The column “{column}” only sums up: change targets and check-ins on their own sheets.")
_NO_SHEETS = N_(
    "The column “{column}” only sums up. Targets and check-ins come back with the Excel workbook, on their own sheets."
)


class MeasureComparison(PartComparison):
    """Measures stand on several sheets, and some of their cells belong together."""

    def __init__(self, cells: CellComparison) -> None:
        super().__init__(cells, MEASURES)

    def edits(self) -> Iterator[CellEdit]:
        """The cells that changed, in the plan's order."""
        twice = self.cells.twice(self.rows)
        by_measure: dict[Id, list[ReturnedRow]] = {}
        for row in self.rows:
            if row.record and row.record not in twice:
                by_measure.setdefault(row.record, []).append(row)
        found: list[CellEdit] = []
        for measure in self.cells.document.all(Measure):
            if rows := by_measure.pop(measure.id, None):
                found += self._dated(measure, self._edits(measure, rows))
        for rows in by_measure.values():
            self.cells.gone_here(Measure, COMES_BACK, rows[0], rows[0].cells.get("title", ""))
        yield from self._without_circles(found)

    def new(self, _measures: Sequence[NewRow] = ()) -> Iterator[NewRow]:
        """Rows without an id, each title once: somebody may have put a row on two sheets."""
        seen: set[tuple[str, str]] = set()
        there = {folded(m.title) for m in self.cells.document.all(Measure)}
        for row in self.rows:
            typed = {c.key: row.cells[c.key] for c in COMES_BACK if row.cells.get(c.key)}
            if row.record or not typed:
                continue
            where, title = row_place(row.number), typed.get("title", "")
            if not title:
                self.cells.problem(where, say(N_("The new row has no title and was not read.")))
                continue
            if any(name == folded(title) and sheet != row.sheet for sheet, name in seen):
                continue
            seen.add((row.sheet, folded(title)))
            values = self._new_values(row, typed, where)
            like = say(N_("There is a measure with this title already.")) if folded(title) in there else None
            number = row.cells.get(NUMBER, "")
            yield NewRow(Measure, (row.sheet, row.number), title, values, self._about(values), where, like, number)

    def title(self, record: Record) -> str:
        """The measure's own."""
        return record.title if isinstance(record, Measure) else ""

    def say_what_stays(self) -> None:
        """Notes on what the table cannot say."""
        cells, stamp = self.cells, self.cells.stamp
        listed = {row.record for row in self.rows}
        if stamp is None:
            said = N_("The table does not say what it was exported with, so no conflict can be found.")
            cells.notes.append(say(said))
        if stamp is None or stamp.in_signs:
            absent = sum(m.id not in listed for m in cells.document.all(Measure))
            if absent:
                cells.notes.append(trn("{n} measure is not in the table and stays.",
                                       "{n} measures are not in the table and stay.", absent))  # fmt: skip
        for column in MEASURE_COLUMNS:
            if column in COMES_BACK or column.key == NUMBER:
                continue
            if any(cells.edited(row, column) or self._sums_up_else(row, column) for row in self.rows):
                if column.key in _SUMMED_UP:
                    said = _ON_SHEETS if cells.table.has(TARGETS) or cells.table.has(CHECK_INS) else _NO_SHEETS
                    cells.notes.append(say(said, column=cells.here.heading(Measure, column)))
                else:
                    cells.only_here(Measure, column)

    def _sums_up_else(self, row: ReturnedRow, column: Column[Measure]) -> bool:
        """Whether a CSV row, which has no signs of what is summed up, says something else than is summed up here."""
        stamp, measure = self.cells.stamp, self.cells.document.find(row.record)
        if stamp is None or not stamp.in_signs or column.key not in _SUMMED_UP or not isinstance(measure, Measure):
            return False
        return column.key in row.cells and row.cells[column.key] != cells_of(self.cells.then, measure)[column.key]

    def _edits(self, record: Record, rows: list[ReturnedRow]) -> Iterator[CellEdit]:
        assert isinstance(record, Measure)
        now = cells_of(self.cells.then, record)
        now[DEPENDS_ON] = ", ".join(self.cells.numbers.get(one, "?") for one in record.depends_on)
        for column in COMES_BACK:
            edit = self.cells.edit(record, record.title, column, rows, now)
            if edit is not None and edit.key == "owner_role" and not edit.values[edit.key]:
                nobody = say(N_("Then nobody is responsible any more."))
                edit = replace(edit, hint=None if record.owner_name.strip() else nobody)
            if edit is not None:
                yield edit

    def _dated(self, measure: Measure, edits: Iterator[CellEdit]) -> Sequence[CellEdit]:
        """Days in the wrong order are said, and stay."""
        found = list(edits)
        days = {e.key: e for e in found if e.key in ("start", "due")}
        after = {key: days[key].values[key] if key in days else getattr(measure, key) for key in ("start", "due")}
        if days and _wrong(after["start"], after["due"]):
            self.cells.problem(next(iter(days.values())).where, _wrong_order(after["due"], self.cells.words))
            found = [e for e in found if e.key not in days]
        return found

    def _without_circles(self, edits: list[CellEdit]) -> list[CellEdit]:
        """Measures that would wait for each other are said, and wait for the same as before."""
        document = self.cells.document
        waiting = {e.record: e for e in edits if e.key == DEPENDS_ON}
        while True:
            told = {i: e.values[DEPENDS_ON] for i, e in waiting.items()}
            after = document.evolve(
                document.get(Measure, i).model_copy(update={DEPENDS_ON: others}) for i, others in told.items()
            )
            closed = next(((i, path) for i, others in told.items() if (path := circle(after, i, others))), None)
            if closed is None:
                break
            edit = waiting.pop(closed[0])
            named = " → ".join(str(self.cells.here.numbers[one]) for one in closed[1])
            why = say(N_("These measures would wait for each other in a circle: {path}. It was left as it was."),
                      path=named)  # fmt: skip
            self.cells.problem(edit.where, why)
        return [e for e in edits if e.key != DEPENDS_ON or e.record in waiting]

    def _new_values(self, row: ReturnedRow, typed: Mapping[str, str], where: Message) -> dict[str, Any]:
        values = self.cells.new_values(Measure, COMES_BACK, typed, where)
        if _wrong(values.get("start"), values.get("due")):
            self.cells.problem(where, _wrong_order(values["due"], self.cells.words))
            del values["start"], values["due"]
        home = self.cells.values.department_of_sheet(row.sheet)
        if home is not None:
            values.setdefault("department", home)
        return values

    def _about(self, values: Mapping[str, Any]) -> str:
        measure = Measure(id="new", **values)
        shown = ("owner_role", "department", "due", "status")
        parts = [self.cells.here.text(measure, c) for c in MEASURE_COLUMNS if c.field in shown]
        return " · ".join(part for part in parts if part)


def _wrong(start: date | None, due: date | None) -> bool:
    return start is not None and due is not None and due < start


def _wrong_order(due: date, words: Texts) -> Message:
    day = plain(words.date(due))
    return say(N_("The due date {day} is before the start; both days were left as they are."), day=day)
