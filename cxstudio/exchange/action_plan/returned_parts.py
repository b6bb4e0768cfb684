"""Targets and check-ins of an edited plan, each on a sheet of its own: cells, new rows, missing ones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cxstudio.exchange.action_plan.cell_comparison import CellComparison
from cxstudio.exchange.action_plan.plan_cells import NUMBER, Part
from cxstudio.exchange.action_plan.plan_changes import CellEdit, MissingRow, NewRow
from cxstudio.exchange.action_plan.returned_table import ReturnedRow
from cxstudio.exchange.action_plan.stamp import cells_of
from cxstudio.exchange.plan.import_plan import say
from cxstudio.exchange.tables.table import row_place
from cxstudio.model import CheckIn, Id, Measure, Record, Target
from cxstudio.model.folding import folded
from cxstudio.wording.plan.measure_sentences import check_in_text, target_text
from cxstudio.wording.texts import N_


class PartComparison:
    """What becomes of the rows of one part of the plan."""

    def __init__(self, cells: CellComparison, part: Part) -> None:
        self.cells, self.part = cells, part
        self.rows = cells.table.rows_of(part)

    def edits(self) -> Iterator[CellEdit]:
        """The cells that changed, in the order of the records here."""
        twice = self.cells.twice(self.rows)
        by_record: dict[Id, list[ReturnedRow]] = {}
        for row in self.rows:
            if row.record and row.record not in twice:
                by_record.setdefault(row.record, []).append(row)
        for record in self.cells.document.all(self.part.kind):
            rows = by_record.pop(record.id, None)
            if rows:
                yield from self._edits(record, rows)
        for rows in by_record.values():
            self.cells.gone_here(self.part.kind, self.part.comes_back, rows[0], rows[0].cells.get("measure", ""))
        for column in self.part.columns:
            if column not in self.part.comes_back and any(self.cells.edited(row, column) for row in self.rows):
                self.cells.only_here(self.part.kind, column)

    def new(self, measures: Sequence[NewRow] = ()) -> Iterator[NewRow]:
        """Rows without an id: they say by number or title which measure they belong to, a new one perhaps."""
        for row in self.rows:
            typed = {c.key: row.cells[c.key] for c in self.part.comes_back if row.cells.get(c.key)}
            if row.record or not typed:
                continue
            where, owner = row_place(row.number), self._measure_of(row, measures)
            if owner is None:
                continue
            values = self.cells.new_values(self.part.kind, self.part.comes_back, typed, where)
            if not any(value not in (None, "") for value in values.values()):
                continue
            there = owner if isinstance(owner, Measure) else None
            made = self.part.kind.model_validate({"id": "new", "measure": there.id if there else "new", **values})
            about, place = self.cells.words.tr(self.part.one), (row.sheet, row.number)
            title = _joined(owner.title, self._said(made))
            if there is None:
                assert isinstance(owner, NewRow)
                hint = say(N_("It belongs to a new measure and is added together with it."))
                yield NewRow(self.part.kind, place, title, values, about, where, hint, measure_at=owner.place)
            else:
                yield NewRow(self.part.kind, place, title, {"measure": there.id, **values}, about, where)

    def missing(self) -> Iterator[MissingRow]:
        """Rows the table was given, gone from a sheet that is still there."""
        stamp, table = self.cells.stamp, self.cells.table
        if stamp is None or stamp.in_signs:
            return
        there = {(row.sheet, row.record) for row in self.rows}
        for record in self.cells.document.all(self.part.kind):
            stood = stamp.sheets.get(record.id, frozenset()) & table.sheets
            gone = tuple(sorted(sheet for sheet in stood if (sheet, record.id) not in there))
            if gone:
                yield MissingRow(record.id, self.title(record), gone)

    def title(self, record: Record) -> str:
        """What it is called where it stands without its sheet."""
        measure = self.cells.document.find(getattr(record, "measure", None))
        return _joined(measure.title if isinstance(measure, Measure) else "", self._said(record))

    def _said(self, record: Record) -> str:
        words = self.cells.words
        if isinstance(record, Target):
            return target_text(record, words, with_date=True)
        return check_in_text(record, words) if isinstance(record, CheckIn) else ""

    def _edits(self, record: Record, rows: list[ReturnedRow]) -> Iterator[CellEdit]:
        now = cells_of(self.cells.then, record, self.part.columns)
        for column in self.part.comes_back:
            edit = self.cells.edit(record, self.title(record), column, rows, now)
            if edit is not None:
                yield edit

    def _measure_of(self, row: ReturnedRow, added: Sequence[NewRow]) -> Measure | NewRow | None:
        """The measure a new row belongs to; where it names none, or two, that is said."""
        cells = self.cells
        number, title = row.cells.get(NUMBER, ""), row.cells.get("measure", "")
        there = cells.document.all(Measure)
        known: list[Measure | NewRow] = [*there, *added]
        named = [m for m in known if title and folded(m.title) == folded(title)]
        numbered = [m for m in known if number and number == self._number(m)]
        both = [m for m in named if m in numbered]
        found = both or (named if not numbered else numbered if not title else [])
        if len(found) == 1:
            return found[0]
        why = say(N_("The new row does not say by number or title which measure it belongs to, and was not read."))
        cells.problem(row_place(row.number), why)
        return None

    def _number(self, measure: Measure | NewRow) -> str | None:
        return measure.number if isinstance(measure, NewRow) else self.cells.numbers.get(measure.id)


def _joined(title: str, said: str) -> str:
    return " · ".join(part for part in (title, said) if part)
