"""The table people see: keys, clicks, menus for choices, widths."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QItemSelection, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QMenu, QTableView

from cxstudio.model import Department, Measure
from cxstudio.wording.fields.cell_values import TYPED, by_letter, cell_value, choice_text
from cxstudio.wording.fields.field_table import Editor, Field
from cxstudio.wording.fields.typed_values import BadInput
from cxstudio.wording.plan.plan_columns import Column
from ui.context.context import Context
from ui.forms.choice_editors import NOT_GIVEN
from ui.forms.link_choices import choices_of
from ui.forms.record_picker import Picker
from ui.widgets.menus import entry, open_beside
from ui.widgets.table_rows import FittedColumns, heading_width, show_rows
from ui.workspaces.measures.measure_cells import ROW_HEIGHT, MeasureDelegate
from ui.workspaces.measures.measure_table import NUMBER, TITLE, MeasureTable

_WIDTHS = {
    "owner_role": 144, "department": 116, "start": 98, "due": 106, "effort": 64, "impact": 64, "cost_once": 100,
    "cost_per_year": 100, "status": 112,
}  # fmt: skip
_WIDTH = 120
"""Pixels of a column nobody said more about."""
GROUP_HEIGHT = 34
TITLE_WIDTH = 260
"""Least width of the title in pixels."""
_SPARED = ("effort", "impact", "cost_per_year", "start", "cost_once", "department", "owner_role")
"""Columns that step out where there is no room for them, the first one first."""


class MeasureView(QTableView):
    """One row per measure; double click, Enter, F2 or typing edits a cell."""

    delete_asked = Signal()

    def __init__(self, context: Context, table: MeasureTable) -> None:
        super().__init__()
        self.context, self.table = context, table
        self._titles: list[int] = []
        """Rows that were titles of groups."""
        self._columns: tuple[Column[Measure], ...] = ()
        self._laid = 0
        self.setModel(table)
        delegate = MeasureDelegate(context, table)
        delegate.went_on.connect(lambda step: self.go_on(step) if step else self.go_down())
        self.setItemDelegate(delegate)
        show_rows(self, context.tr("Measures"), ROW_HEIGHT)
        self._fitted = FittedColumns(self.horizontalHeader(), TITLE, TITLE_WIDTH, ())
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
        header.sortIndicatorChanged.connect(self._sort)
        header.sectionResized.connect(self._resized)
        self.table.modelReset.connect(self._reset)
        self._reset()

    def _reset(self) -> None:
        """Columns and rows are other ones: give each its width and height."""
        header = self.horizontalHeader()
        for column in range(TITLE + 1, self.table.columnCount()):
            field = self.table.field(column)
            usual = _WIDTHS.get(field.name, _WIDTH) if field is not None else _WIDTH
            if column >= self._laid or self.table.columns != self._columns:
                header.resizeSection(column, max(usual, heading_width(self.table.title(column))))
        if self.table.columns != self._columns:
            self._fitted.forget()
        self._columns, self._laid = self.table.columns, self.table.columnCount()
        self.clearSpans()
        rows = self.verticalHeader()
        for row in self._titles:
            if row < self.table.rowCount():
                rows.resizeSection(row, ROW_HEIGHT)
        self._titles = self.table.titles
        for row in self._titles:
            self.setSpan(row, 0, 1, self.table.columnCount())
            rows.resizeSection(row, GROUP_HEIGHT)
        self._fit_title()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_title()

    def _resized(self, column: int) -> None:
        if column != TITLE:
            self._fit_title()

    def _fit_title(self) -> None:
        """The title takes what the other columns leave, and never less than it needs to be read."""
        places = (self.table.column_of(field) for field in _SPARED)
        self._fitted.spared = tuple(at for at in places if at >= 0)
        self._fitted.fit(self.viewport().width())

    def edit_cell(self, index: QModelIndex) -> None:
        """Edit a cell as its field wants it: typing in place, a menu of choices, or a picker."""
        field, measure = self.table.field(index.column()), self.table.measure(index)
        if field is None or measure is None or self.context.session.read_only:
            return
        self.setCurrentIndex(index)
        value = getattr(measure, field.name)
        if field.editor is Editor.REFERENCE and Department.__name__ in field.refs:
            self.pick(index)
        elif field.editor is Editor.YES_NO:
            self.table.write(measure.id, field, not value)
        elif field.choices or field.editor is Editor.POINTS:
            open_beside(self.menu_of(index), self._cell(index))
        elif field.editor not in TYPED or (isinstance(value, str) and "\n" in value):
            name = self.context.tr(field.label)
            self.context.messages.say(self.context.tr("{field} is changed in the inspector.", field=name))
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
            entries: list[tuple[str, Any]] = [(choice_text(self.context.texts, m), m) for m in field.choices]
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
        picker.open_below(picker.line, at=self._cell(index))
        return picker

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            return
        if not self._took(event):
            super().keyPressEvent(event)

    def _took(self, event: QKeyEvent) -> bool:
        """Keys as in a spreadsheet: typing edits, Tab and Shift+Tab go on, Backspace empties."""
        index, key, text = self.currentIndex(), Qt.Key(event.key()), event.text()
        shift = Qt.KeyboardModifier.ShiftModifier
        plain = not event.modifiers() & ~(shift | Qt.KeyboardModifier.KeypadModifier)
        if not index.isValid() or not plain:
            return False
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_cell(index)
        elif key is Qt.Key.Key_Delete:
            self.delete_asked.emit()
        elif key is Qt.Key.Key_Backspace:
            self.empty_cell(index)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self.go_on(1 if key is Qt.Key.Key_Tab else -1)
        elif text and text.isprintable() and not text.isspace():
            return self._typed(index, text)
        else:
            return False
        return True

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes through the cells of a row before it leaves the list."""
        return self.go_on(1 if forwards else -1) or super().focusNextPrevChild(forwards)

    def go_on(self, step: int) -> bool:
        """To the next cell that can be edited, or back; False at the end of the row."""
        index = self.currentIndex()
        column = index.column() + step
        while TITLE <= column < self.table.columnCount():
            if self.table.flags(index.siblingAtColumn(column)) & Qt.ItemFlag.ItemIsEditable:
                self.setCurrentIndex(index.siblingAtColumn(column))
                return True
            column += step
        return False

    def go_down(self) -> None:
        """To the same cell of the next measure, as Enter does once a cell is written."""
        index = self.currentIndex()
        for row in range(index.row() + 1, self.table.rowCount()):
            if self.table.measure(self.table.index(row, 0)) is not None:
                self.setCurrentIndex(self.table.index(row, index.column()))
                return

    def empty_cell(self, index: QModelIndex) -> None:
        """Take out what stands in a cell, where it may be empty."""
        self._write_text(index, "")

    def _typed(self, index: QModelIndex, text: str) -> bool:
        """A character typed on a cell: it begins the new text, picks a choice, or is the number of points."""
        field, measure = self.table.field(index.column()), self.table.measure(index)
        if field is None or measure is None or self.context.session.read_only:
            return False
        if field.choices:
            now = getattr(measure, field.name)
            self.table.write(measure.id, field, by_letter(self.context.texts, field, text, now))
        elif field.editor in (Editor.POINTS, Editor.YES_NO):
            self._write_text(index, text)
        elif field.editor in TYPED:
            self.edit_cell(index)
            line = self.indexWidget(index)
            if isinstance(line, QLineEdit):
                line.setText(text)
                line.setModified(True)
        else:
            return False
        return True

    def _write_text(self, index: QModelIndex, text: str) -> None:
        field, measure = self.table.field(index.column()), self.table.measure(index)
        if field is None or measure is None or self.context.session.read_only:
            return
        try:
            value = cell_value(self.context.texts, self.context.document, field, text, measure.id)
            self.table.write(measure.id, field, value)
        except BadInput as problem:
            self.context.messages.say(str(problem))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.edit_cell(index)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier
        field = self.table.field(index.column())
        if (
            field is not None
            and field.name == "status"
            and index.isValid()
            and alone
            and event.button() is Qt.MouseButton.LeftButton
        ):
            self.edit_cell(index)

    def selected_measures(self) -> list[str]:
        """Ids of the selected measures, the current one last."""
        current = self.table.measure(self.currentIndex())
        rows = [self.table.measure(i) for i in self.selectionModel().selectedRows()]
        found = (m.id for m in rows if m is not None and (current is None or m.id != current.id))
        ids = list(dict.fromkeys(found))
        chosen = current is not None and self.selectionModel().isRowSelected(self.currentIndex().row())
        return [*ids, current.id] if current is not None and chosen else ids

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def _menu(self, field: Field, measure: Measure, entries: Sequence[tuple[str, Any]]) -> QMenu:
        menu = QMenu(self)
        menu.setAccessibleName(self.context.tr(field.label))
        for text, value in entries:
            write = partial(self.table.write, measure.id, field, value)
            entry(menu, text, write, chosen=getattr(measure, field.name) == value)
        return menu

    def _cell(self, index: QModelIndex) -> QRect:
        """Where a cell stands on the screen."""
        rect: QRect = self.visualRect(index)
        return QRect(self.viewport().mapToGlobal(rect.topLeft()), rect.size())

    def _sort(self, column: int, order: Qt.SortOrder) -> None:
        self.table.sort_by(column, descending=order is Qt.SortOrder.DescendingOrder)
