"""The measures as a table: one row each, in groups, columns from the table of the plan's columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Final, NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cxstudio.analysis.measures.measure_groups import Grouping, grouped
from cxstudio.analysis.measures.measure_standing import LastStandings, Standing
from cxstudio.analysis.search.touchpoint_filter import Filter, measures_meant
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.edits import find_or_add_department, write_field
from cxstudio.errors import UserError
from cxstudio.model import Id, Measure, Touchpoint
from cxstudio.wording.error_sentences import sentence
from cxstudio.wording.fields.field_table import Editor, Field, field_of
from cxstudio.wording.fields.typed_values import text_of
from cxstudio.wording.plan.measure_group_names import group_name
from cxstudio.wording.plan.measure_lines import touchpoint_parts
from cxstudio.wording.plan.measure_standing_sentences import due_before_start, short_standing
from cxstudio.wording.plan.plan_columns import LISTED_COLUMNS, Column, Source
from ui.context.context import Context
from ui.forms.bound_field import CHANGE
from ui.theme.plain_texts import tooltip_text
from ui.widgets.table_rows import heading

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = tuple(column.field for column in LISTED_COLUMNS)
"""Fields of the usual columns, from left to right; the first one is the running number."""
NUMBER, TITLE = 0, 1
"""Columns of the running number and of the title; they always come first."""
STATUS = COLUMNS.index("status")
"""The column of the status among the usual ones."""
RIGHT = frozenset({Editor.MONEY, Editor.POINTS, Editor.INTEGER})
MEASURE_ROLE: Final = Qt.ItemDataRole.UserRole
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The small line under the title: touchpoints with their delta."""
GROUP_ROLE: Final = Qt.ItemDataRole.UserRole + 2
"""The title of a group, in its row; None in rows of measures."""
LATE_ROLE: Final = Qt.ItemDataRole.UserRole + 3
"""How late a measure is, beside its date; empty where all is well."""


class _Row(NamedTuple):
    """A measure, or the title of a group and how many it holds."""

    measure: Measure | None
    title: str = ""


class MeasureTable(QAbstractTableModel):
    """Rows fit filters, groups and sorting; every cell with a field can be edited."""

    def __init__(self, context: Context, parent: QObject, standings: LastStandings) -> None:
        super().__init__(parent)
        self.context = context
        self._last_standings = standings
        self.filter = Filter()
        self.by = Grouping.NONE
        self.columns: tuple[Column[Measure], ...] = ()
        self.fields: list[Field | None] = []
        self._sorted_by: tuple[int, bool] | None = None
        self._rows: list[_Row] = []
        self._source = Source(context.document, context.texts)
        self._standings: Mapping[Id, Standing] = {}
        self.set_columns(LISTED_COLUMNS)

    def set_columns(self, columns: Sequence[Column[Measure]]) -> None:
        """Show these columns; number and title come first in any case."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self.fields = [field_of(Measure, c.field) if c.field else None for c in columns]
        self._sorted_by = None
        self.endResetModel()

    def column_of(self, field: str) -> int:
        """The column of a field, −1 where it is not shown."""
        return next((n for n, f in enumerate(self.fields) if f is not None and f.name == field), -1)

    def refresh(self, *, same_names: bool = False) -> None:
        """Read the measures again; `same_names`: only rows whose measure is another one say anything else."""
        document, texts = self.context.document, self.context.texts
        self._source = Source(document, texts)
        before, self._standings = self._standings, self._last_standings.of(document, date.today())
        self.filter = self.filter.within(document)
        measures = list(measures_meant(document, self.filter))
        if self._sorted_by is not None:
            column, descending = self._sorted_by
            measures = self._in_order(measures, column, descending)
        rows = []
        for group in grouped(document, measures, self.by):
            if self.by is not Grouping.NONE:
                title = group_name(document, self.by, group.key, texts)
                rows.append(_Row(None, f"{title} · {texts.number(len(group.measures))}"))
            rows += [_Row(measure) for measure in group.measures]
        if list(map(_key_of, rows)) == list(map(_key_of, self._rows)):
            numbers = {i: s.number for i, s in before.items()}
            same_names = same_names and numbers == {i: s.number for i, s in self._standings.items()}
            changed = [n for n, (new, old) in enumerate(zip(rows, self._rows, strict=True))
                       if not same_names or self._differs(new, old, before)]  # fmt: skip
            self._rows = rows
            for first, last in _stretches(changed):
                self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def _differs(self, new: _Row, old: _Row, before: Mapping[Id, Standing]) -> bool:
        """Whether a row of the same measure says anything else; what another one is due may change its standing."""
        if new.measure is None:
            return False
        return new.measure is not old.measure or self._standings[new.measure.id] != before.get(new.measure.id)

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort by a column; the number column gives the order of the plan."""
        self._sorted_by = None if column == NUMBER and not descending else (column, descending)
        self.refresh()

    def measure(self, index: Index) -> Measure | None:
        """The measure of a row; None for the title of a group."""
        return self._rows[index.row()].measure if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, measure: Id | None) -> int:
        """The first row of a measure, −1 where it is not in the list."""
        return next((i for i, r in enumerate(self._rows) if r.measure is not None and r.measure.id == measure), -1)

    @property
    def titles(self) -> list[int]:
        """The rows that are titles of groups."""
        return [i for i, row in enumerate(self._rows) if row.measure is None]

    def field(self, column: int) -> Field | None:
        """The field a column shows; None where it is worked out."""
        return self.fields[column] if 0 <= column < len(self.fields) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        field, title = self.field(section), self.title(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(title) if section != NUMBER else "#"
        if role == Qt.ItemDataRole.AccessibleTextRole and section != NUMBER:
            return title
        if role == Qt.ItemDataRole.ToolTipRole and field:
            return tooltip_text(self.context.tr(field.help))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = field is not None and field.editor in RIGHT
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def title(self, column: int) -> str:
        """What stands above a column."""
        return self._source.heading(Measure, self.columns[column])

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        measure = self.measure(index)
        if measure is None:
            title = self._rows[index.row()].title if 0 <= index.row() < len(self._rows) else None
            said = (GROUP_ROLE, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return title if role in said else None
        field, column = self.field(index.column()), index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.text(measure, column)
            case Qt.ItemDataRole.EditRole if field is not None:
                return text_of(self.context.texts, field, getattr(measure, field.name))
            case Qt.ItemDataRole.AccessibleTextRole:
                name = self.title(column) if column != NUMBER else self.context.tr("Number")
                late = self.late(measure) if field is not None and field.name == "due" else ""
                return f"{name}: {self.text(measure, column) or '–'}" + (f", {late}" if late else "")
            case Qt.ItemDataRole.ToolTipRole:
                more = measure.description if column == TITLE else ""
                return tooltip_text("\n".join(part for part in (self.text(measure, column), more) if part)) or None
        return {
            MEASURE_ROLE: lambda: measure.id,
            LINE_ROLE: lambda: self.line(measure),
            LATE_ROLE: lambda: self.late(measure),
        }.get(role, lambda: None)()

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.measure(index) is None:
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.field(index.column()) is not None and not self.context.session.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def write(self, measure: Id, field: Field, value: Any) -> None:
        """Keep a cell's new value as one step."""
        listed = self.context.document.find(measure)
        if listed is None or getattr(listed, field.name) == value:
            return
        try:
            with self.context.session.transaction(CHANGE, field=field.label) as draft:
                write_field(draft, Measure, measure, field.name, value)
        except UserError as problem:
            self.context.messages.say(sentence(problem, self.context.texts))
            return
        self.warn(measure, field.name)

    def warn(self, measure: Id, field: str) -> None:
        """Say where a day just written cannot be meant: it is kept as it is."""
        record = self.context.document.find(measure)
        if isinstance(record, Measure) and field in ("start", "due"):
            start, due = record.start, record.due
            if start is not None and due is not None and due < start:
                self.context.messages.say(due_before_start(record, self.context.texts))

    def write_department(self, measure: Id, field: Field, name: str) -> None:
        """Refer to a department by name; made in the same step where there is none."""
        with self.context.session.transaction(CHANGE, field=field.label) as draft:
            write_field(draft, Measure, measure, field.name, find_or_add_department(draft, name))

    def text(self, measure: Measure, column: int) -> str:
        """What a cell says."""
        return self._source.text(measure, self.columns[column])

    def late(self, measure: Measure) -> str:
        """How late a measure is; empty where all is well."""
        standing = self._standings.get(measure.id)
        return "" if standing is None else short_standing(standing, self.context.texts)

    def line(self, measure: Measure) -> str:
        """Touchpoints of a measure with their delta in the round shown."""
        return " · ".join(touchpoint_parts(self.context.document, measure, self.delta_of, self.context.texts))

    def delta_of(self, touchpoint: Touchpoint) -> float | None:
        """The delta of a touchpoint in the round it is judged by."""
        figures: RoundFigures | None = self.context.bridge.measured_figures(
            self.context.document.journey_of(touchpoint).id
        )
        mine = figures.of(touchpoint.id) if figures else None
        return mine.delta.mean if mine and mine.delta else None

    def _in_order(self, rows: list[Measure], column: int, descending: bool) -> list[Measure]:
        if column == NUMBER:
            return rows[::-1] if descending else rows
        keys = {m.id: self._key(m, column) for m in rows}
        empty = [m for m in rows if keys[m.id] is None]
        filled = [m for m in rows if keys[m.id] is not None]
        return sorted(filled, key=lambda m: keys[m.id], reverse=descending) + empty

    def _key(self, measure: Measure, column: int) -> Any:
        """What a measure is sorted by; None where the cell is empty."""
        field = self.field(column)
        value = getattr(measure, field.name) if field is not None else None
        if isinstance(value, StrEnum):
            return list(type(value)).index(value)
        if value is None or isinstance(value, str | tuple):
            text = self.text(measure, column)
            return self.context.texts.sort_key(text) if text else None
        return value


def _key_of(row: _Row) -> tuple[Id, str]:
    return (row.measure.id if row.measure is not None else "", row.title)


def _stretches(rows: Sequence[int]) -> list[tuple[int, int]]:
    """Rows that follow one another, as first and last."""
    found: list[tuple[int, int]] = []
    for row in rows:
        if found and found[-1][1] == row - 1:
            found[-1] = (found[-1][0], row)
        else:
            found.append((row, row))
    return found
