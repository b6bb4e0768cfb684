"""The measures as a table: one row each, columns from the table of the plan's columns."""

from __future__ import annotations

from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cxstudio.analysis.search.touchpoint_filter import Filter, measures_meant
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.edits import find_or_add_department, set_fields
from cxstudio.model import Id, Measure, Touchpoint
from cxstudio.wording.fields.field_table import Editor, Field, field_of
from cxstudio.wording.figures.measure_lines import touchpoint_parts
from cxstudio.wording.figures.plan_columns import LISTED_COLUMNS, Source
from ui.context.context import Context
from ui.forms.bound_field import CHANGE
from ui.forms.field_values import text_of
from ui.theme.plain_texts import tooltip_text
from ui.widgets.table_rows import heading

Index = QModelIndex | QPersistentModelIndex
COLUMNS: Final = tuple(column.field for column in LISTED_COLUMNS)
NUMBER, TITLE = 0, 1
"""Columns of the running number and of the title; the others follow in the order of COLUMNS."""
STATUS, DUE = COLUMNS.index("status"), COLUMNS.index("due")
RIGHT = frozenset({Editor.MONEY, Editor.POINTS})
MEASURE_ROLE: Final = Qt.ItemDataRole.UserRole
LINE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
"""The small line under the title: touchpoints with their delta."""


class MeasureTable(QAbstractTableModel):
    """Rows fit the filters and the sorting; every cell with a field can be edited."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self.fields: list[Field] = [field_of(Measure, name) for name in COLUMNS[TITLE:]]
        self.filter = Filter()
        self._sorted_by: tuple[int, bool] | None = None
        self._rows: list[Measure] = []
        self._source = Source(context.document, context.texts)

    def refresh(self) -> None:
        """Read the measures again."""
        self._source = Source(self.context.document, self.context.texts)
        self.filter = self.filter.within(self.context.document)
        rows = list(measures_meant(self.context.document, self.filter))
        if self._sorted_by is not None:
            column, descending = self._sorted_by
            rows = self._in_order(rows, column, descending)
        if [m.id for m in rows] == [m.id for m in self._rows]:
            self._rows = rows
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(COLUMNS) - 1))
        else:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()

    def sort_by(self, column: int, *, descending: bool) -> None:
        """Sort by a column; the number column gives the order of the plan."""
        self._sorted_by = None if column == NUMBER and not descending else (column, descending)
        self.refresh()

    def measure(self, index: Index) -> Measure | None:
        """The measure of a row."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, measure: Id | None) -> int:
        """Row of a measure, −1 where it is not in the list."""
        return next((i for i, m in enumerate(self._rows) if m.id == measure), -1)

    def field(self, column: int) -> Field | None:
        """The field a column edits."""
        return self.fields[column - 1] if column >= TITLE else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        field = self.field(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return heading(self.context.tr(field.label)) if field else "#"
        if role == Qt.ItemDataRole.AccessibleTextRole and field:
            return self.context.tr(field.label)
        if role == Qt.ItemDataRole.ToolTipRole and field:
            return tooltip_text(self.context.tr(field.help))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = field is not None and field.editor in RIGHT
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        measure = self.measure(index)
        if measure is None:
            return None
        field = self.field(index.column())
        if role == MEASURE_ROLE:
            return measure.id
        if role == LINE_ROLE:
            return self.line(measure)
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(measure, index.column())
        if role == Qt.ItemDataRole.EditRole and field is not None:
            return text_of(self.context, field, getattr(measure, field.name))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            name = self.context.tr(field.label) if field else self.context.tr("Number")
            return f"{name}: {self.text(measure, index.column()) or '–'}"
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == TITLE:
            return tooltip_text(measure.description) or None
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() >= TITLE and not self.context.session.read_only:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def write(self, measure: Id, field: Field, value: Any) -> None:
        """Keep a cell's new value as one step."""
        listed = self.context.document.find(measure)
        if listed is None or getattr(listed, field.name) == value:
            return
        with self.context.session.transaction(CHANGE, field=field.label) as draft:
            set_fields(draft, Measure, measure, **{field.name: value})

    def write_department(self, measure: Id, field: Field, name: str) -> None:
        """Refer to a department by name; made in the same step where there is none."""
        with self.context.session.transaction(CHANGE, field=field.label) as draft:
            set_fields(draft, Measure, measure, **{field.name: find_or_add_department(draft, name)})

    def text(self, measure: Measure, column: int) -> str:
        """What a cell says."""
        return self._source.text(measure, LISTED_COLUMNS[column])

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
        field = self.field(column)
        if field is None:
            return rows[::-1] if descending else rows
        empty = [m for m in rows if getattr(m, field.name) in (None, "")]
        filled = [m for m in rows if getattr(m, field.name) not in (None, "")]
        return sorted(filled, key=lambda m: self._key(m, column), reverse=descending) + empty

    def _key(self, measure: Measure, column: int) -> Any:
        value = getattr(measure, COLUMNS[column])
        if isinstance(value, StrEnum):
            return list(type(value)).index(value)
        return self.context.texts.sort_key(self.text(measure, column)) if isinstance(value, str) else value
