"""The table people see: keys, clicks, menus for choices, widths."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QTableView

from cxstudio.model import Department, Measure
from cxstudio.wording.fields.field_table import Editor, Field
from ui.context.context import Context
from ui.forms.choice_editors import NOT_GIVEN, choice_text
from ui.forms.link_choices import choices_of
from ui.forms.record_picker import Picker
from ui.widgets.menus import entry, open_at
from ui.widgets.table_rows import heading_width, show_rows
from ui.workspaces.measures.measure_cells import ROW_HEIGHT, MeasureDelegate
from ui.workspaces.measures.measure_table import NUMBER, STATUS, TITLE, MeasureTable

_WIDTHS = {
    "owner_role": 116, "department": 104, "start": 86, "due": 92, "effort": 64, "impact": 64, "cost_once": 100,
    "cost_per_year": 100, "status": 112,
}  # fmt: skip
TITLE_WIDTH = 260
"""Least width of the title in pixels; where the other columns leave less, the table scrolls."""


class MeasureView(QTableView):
    """One row per measure; double click, Enter, F2 or typing edits a cell."""

    delete_asked = Signal()

    def __init__(self, context: Context, table: MeasureTable) -> None:
        super().__init__()
        self.context, self.table = context, table
        self.setModel(table)
        self.setItemDelegate(MeasureDelegate(context, table))
        show_rows(self, context.tr("Measures"), ROW_HEIGHT)
        self._header()

    def _header(self) -> None:
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(NUMBER, Qt.SortOrder.AscendingOrder)
        header.setMinimumSectionSize(44)
        header.resizeSection(NUMBER, 44)
        header.setSectionResizeMode(NUMBER, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Fixed)
        for column, field in enumerate(self.table.fields, start=TITLE):
            if column != TITLE:
                header.resizeSection(column, max(_WIDTHS[field.name], heading_width(self.context.tr(field.label))))
        header.sortIndicatorChanged.connect(self._sort)
        header.sectionResized.connect(self._resized)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _resized(self, column: int) -> None:
        if column != TITLE:
            self._fit_title()

    def _fit_title(self) -> None:
        """The title takes what the other columns leave, and never less than it needs to be read."""
        header = self.horizontalHeader()
        others = header.length() - header.sectionSize(TITLE)
        header.resizeSection(TITLE, max(TITLE_WIDTH, self.viewport().width() - others))

    def edit_cell(self, index: QModelIndex) -> None:
        """Edit a cell as its field wants it: typing in place, a menu of choices, or a picker."""
        field, measure = self.table.field(index.column()), self.table.measure(index)
        if field is None or measure is None or self.context.session.read_only:
            return
        self.setCurrentIndex(index)
        if field.editor is Editor.REFERENCE:
            self.pick(index)
        elif field.choices or field.editor is Editor.POINTS:
            open_at(self.menu_of(index), self._below(index))
        else:
            self.edit(index)
            line = self.indexWidget(index)
            if isinstance(line, QLineEdit):  # selected from its end, so that a long text shows its start
                line.setSelection(len(line.text()), -len(line.text()))

    def menu_of(self, index: QModelIndex) -> QMenu:
        """The choices of a cell; choosing one writes it."""
        field, measure = self.table.field(index.column()), self.table.measure(index)
        assert field is not None and measure is not None
        if field.choices:
            entries: list[tuple[str, Any]] = [(choice_text(self.context, m), m) for m in field.choices]
        else:
            numbers = range(int(field.lowest or 1), int(field.highest or 7) + 1)
            entries = [(NOT_GIVEN, None), *((str(n), n) for n in numbers)]
        return self._menu(field, measure, entries)

    def pick(self, index: QModelIndex) -> Picker:
        """Let somebody pick a department or name a new one."""
        field, measure = self.table.field(index.column()), self.table.measure(index)
        assert field is not None and measure is not None
        names = choices_of(self.context, self.context.document.all(Department))
        name = self.context.tr(field.label)
        picker = Picker(self.context, self, names, name=name, can_make=True, can_clear=True)
        picker.picked.connect(lambda i: self.table.write(measure.id, field, i))
        picker.named.connect(lambda name: self.table.write_department(measure.id, field, name))
        picker.setFixedWidth(240)
        picker.open_below(picker.line, at=self._below(index))
        return picker

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        key, text = Qt.Key(event.key()), event.text()
        commanded = event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
        if self.state() is QAbstractItemView.State.EditingState:
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and index.isValid():
            self.edit_cell(index)
        elif key is Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif text.isdigit() and not commanded and self._points(index):
            self._set_points(index, int(text))
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.edit_cell(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if index.isValid() and index.column() == STATUS and alone and event.button() is Qt.MouseButton.LeftButton:
            self.edit_cell(index)

    def selected_measures(self) -> list[str]:
        """Ids of the selected measures, the current one last."""
        current = self.table.measure(self.currentIndex())
        rows = [self.table.measure(i) for i in self.selectionModel().selectedRows()]
        ids = [m.id for m in rows if m is not None and (current is None or m.id != current.id)]
        chosen = current is not None and self.selectionModel().isRowSelected(self.currentIndex().row())
        return [*ids, current.id] if current is not None and chosen else ids

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def _points(self, index: QModelIndex) -> Field | None:
        field = self.table.field(index.column()) if index.isValid() else None
        return field if field is not None and field.editor is Editor.POINTS else None

    def _set_points(self, index: QModelIndex, value: int) -> None:
        field, measure = self._points(index), self.table.measure(index)
        if field is not None and measure is not None and (field.lowest or 1) <= value <= (field.highest or 7):
            self.table.write(measure.id, field, value)

    def _menu(self, field: Field, measure: Measure, entries: Sequence[tuple[str, Any]]) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.context.tr(field.label))
        for text, value in entries:
            write = partial(self.table.write, measure.id, field, value)
            entry(menu, text, write, chosen=getattr(measure, field.name) == value)
        return menu

    def _below(self, index: QModelIndex) -> QPoint:
        rect: QRect = self.visualRect(index)
        return self.viewport().mapToGlobal(QPoint(rect.left(), rect.bottom() - 8))

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.table.sort_by(column, descending=order is Qt.SortOrder.DescendingOrder)
