"""One cell of an edited plan against what it was given and what is here now; what cannot be read is collected."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from cxstudio.exchange.action_plan.plan_cells import NUMBER, said
from cxstudio.exchange.action_plan.plan_changes import CellEdit, place_id
from cxstudio.exchange.action_plan.returned_table import ReturnedRow, ReturnedTable
from cxstudio.exchange.action_plan.returned_values import ReturnedValues, given_words
from cxstudio.exchange.action_plan.stamp import Stamp
from cxstudio.exchange.plan.import_plan import Message, say
from cxstudio.exchange.tables.table import row_place, rows_place
from cxstudio.model import Document, Id, Record
from cxstudio.wording import Texts, texts
from cxstudio.wording.fields.typed_values import BadInput
from cxstudio.wording.plan.plan_columns import Column, Form, Source
from cxstudio.wording.texts import N_


class CellComparison:
    """What every part of an edited plan is compared with, and what is said of it."""

    def __init__(self, table: ReturnedTable, document: Document, words: Texts) -> None:
        self.table, self.document, self.words = table, document, words
        self.stamp: Stamp | None = table.stamp
        self.here = Source(document, words)
        self.then = Source(document, texts(table.language))
        """As the table writes cells."""
        self.numbers = self._numbers()
        """Id of a measure → the number the table knows it by."""
        named = {number: measure for measure, number in self.numbers.items()}
        added = self._added(named)
        self.here.numbers = self.here.numbers | {place: int(number) for number, place in added.items()}
        named |= added
        self.values = ReturnedValues(document, texts(table.language), words, named)
        self.problems: list[Message] = []
        self.notes: list[Message] = []

    def twice(self, rows: Iterable[ReturnedRow]) -> frozenset[Id]:
        """Ids that stand twice on one sheet; said, and left alone."""
        listed = [row for row in rows if row.record]
        often = Counter((row.sheet, row.record) for row in listed)
        found: dict[Id, None] = {}
        for (sheet, record), times in often.items():
            if times > 1 and record not in found:
                found[record] = None
                places = [r.number for r in listed if (r.sheet, r.record) == (sheet, record)]
                why = say(N_("They have the same ID, so none of them was read. Clear the ID in the new row."))
                self.problem(rows_place(places), why)
        return frozenset(found)

    def edit(
        self, record: Record, title: str, column: Column[Any], rows: Sequence[ReturnedRow], now: Mapping[str, str]
    ) -> CellEdit | None:
        """What a cell changes; None where it says what is here, or cannot be read."""
        key, kind = column.key, type(record)
        changed = self._changed(record, title, column, rows, now)
        if changed is None:
            return None
        cell, row = changed
        where = row_place(row.number)
        if column.value is not None and column.form is Form.MONEY and now[key] != self._entered(record, column):
            why = say(N_("“{column}” of “{title}” is calculated in CX Studio; it was left as it is."),
                      column=self.here.heading(kind, column), title=title)  # fmt: skip
            self.problem(where, why)
            return None
        try:
            values = self.values.of(kind, column, cell, record)
        except BadInput as problem:
            self.not_read(where, kind, column, cell, problem)
            return None
        if all(value == getattr(record, field) for field, value in values.items()):
            return None
        after = record.model_copy(update=values)
        stamp = self.stamp
        given = stamp is not None and stamp.knows(record.id, key)
        conflict = given and stamp is not None and not stamp.same(record.id, key, now[key])
        then = "" if stamp is None or not given or stamp.in_signs else stamp.rows[record.id][key]
        return CellEdit(
            record.id, title, key, self.here.heading(kind, column), values,
            given_words(then, column, self.words), self.here.text(record, column), self.here.text(after, column),
            conflict, where,
        )  # fmt: skip

    def gone_here(self, kind: type[Record], columns: Iterable[Column[Any]], row: ReturnedRow, title: str) -> None:
        """A row whose record is not here any more: said where somebody changed it."""
        stamp, where = self.stamp, row_place(row.number)
        if stamp is None or row.record not in stamp.rows:
            self.problem(where, say(N_("Nothing here has this ID. Clear it to make the row a new one.")))
        elif any(self.edited(row, column) for column in columns):
            said_ = N_("“{title}” was deleted here meanwhile. Clear the ID to make the edited row a new one.")
            self.problem(where, say(said_, title=title))

    def edited(self, row: ReturnedRow, column: Column[Any]) -> bool:
        """Whether a cell says something else than it was given."""
        stamp = self.stamp
        if stamp is None or column.key not in row.cells or not stamp.knows(row.record, column.key):
            return False
        return not stamp.same(row.record, column.key, row.cells[column.key])

    def new_values(
        self, kind: type[Record], columns: Iterable[Column[Any]], typed: Mapping[str, str], where: Message
    ) -> dict[str, Any]:
        """The values of a new row; what cannot be read is said, and left out."""
        values: dict[str, Any] = {}
        for column in columns:
            if column.key in typed:
                try:
                    values |= self.values.of(kind, column, typed[column.key], None)
                except BadInput as problem:
                    self.not_read(where, kind, column, typed[column.key], problem)
        return values

    def not_read(
        self, where: Message, kind: type[Record], column: Column[Any], cell: str, problem: BadInput
    ) -> None:  # fmt: skip
        """Say why a cell means nothing."""
        quoted = self.words.quoted(cell if len(cell) <= 60 else cell[:59] + "…")
        why = say(N_("{column} says {text}. {problem}"), column=self.here.heading(kind, column), text=quoted,
                  problem=str(problem))  # fmt: skip
        self.problem(where, why)

    def problem(self, where: Message, why: Message) -> None:
        """Say what was not read, and where it stands."""
        self.problems.append(say(N_("{where}: {why}"), where=where, why=why))

    def only_here(self, kind: type[Record], column: Column[Any]) -> None:
        """Say that a column is not read in again."""
        name = self.here.heading(kind, column)
        self.notes.append(say(N_("The column “{column}” is changed in CX Studio only."), column=name))

    def _changed(
        self, record: Record, title: str, column: Column[Any], rows: Sequence[ReturnedRow], now: Mapping[str, str]
    ) -> tuple[str, ReturnedRow] | None:
        """What the sheets say that is neither given nor here, and the row that says it; None where they disagree."""
        key, stamp, heading = column.key, self.stamp, self.here.heading(type(record), column)
        given = stamp is not None and stamp.knows(record.id, key)
        changed: dict[str, ReturnedRow] = {}
        for row in rows:
            if key in row.unread:
                unread = N_("“{column}” holds a formula without a result. Open the file in a spreadsheet and save it.")
                why = say(unread, column=heading)
                self.problem(row_place(row.number), why)
            elif key in row.cells:
                cell = row.cells[key]
                same = stamp.same(record.id, key, cell) if given and stamp is not None else False
                if not same and cell != now[key]:
                    changed[cell] = row
        if len(changed) > 1:
            why = say(N_("The sheets say different things about “{column}” of “{title}”; it was left as it is."),
                      column=heading, title=title)  # fmt: skip
            self.problem(rows_place([row.number for row in changed.values()]), why)
            return None
        return next(iter(changed.items()), None)

    def _added(self, named: Mapping[str, Id]) -> dict[str, Id]:
        """Numbers somebody gave new rows and nothing else, with what stands for these until they are added."""
        rows = [(row.cells[NUMBER], row) for row in self.table.rows if not row.record and row.cells.get(NUMBER)]
        often = Counter((number, row.sheet) for number, row in rows)
        found: dict[str, Id] = {}
        for number, row in rows:
            alone = often[number, row.sheet] == 1 and number not in named
            if alone and number.isdecimal() and row.cells.get("title"):
                found.setdefault(number, place_id(row.sheet, row.number))
        return found

    def _entered(self, record: Record, column: Column[Any]) -> str:
        """What the cell would say of the field alone, where more is worked out of other records."""
        return said(getattr(record, column.field), column.form, self.then.texts)

    def _numbers(self) -> dict[Id, str]:
        """As the table was given them, else as its rows say; for measures it does not hold as they are here."""
        stamp = self.stamp
        if stamp is not None and not stamp.in_signs:
            given = {m: row[NUMBER] for m, row in stamp.rows.items() if row.get(NUMBER) and m in self.here.numbers}
        else:
            given = {row.record: row.cells[NUMBER] for row in self.table.rows
                     if row.record in self.here.numbers and row.cells.get(NUMBER)}  # fmt: skip
        often = Counter(given.values())
        given = {measure: number for measure, number in given.items() if often[number] == 1}
        taken = set(often)
        rest = {m: str(n) for m, n in self.here.numbers.items() if m not in given and str(n) not in taken}
        return given | rest
