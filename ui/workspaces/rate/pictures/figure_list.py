"""A chart's figures as a list: the same for those who read rather than look."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from cxstudio.layout.charts.chart import Listing
from cxstudio.model import Id
from ui.context import Context

_ROW, _LEAST_NAME = 32, 190
_TOUCHPOINT = Qt.ItemDataRole.UserRole


class FigureList(QTableWidget):
    """A row per touchpoint; choosing one selects it everywhere."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._filling = False
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.itemSelectionChanged.connect(self._chosen)
        context.selection.changed.connect(self._follow)

    def show_listing(self, listing: Listing, name: str) -> None:
        """Show another chart's figures."""
        self._filling = True
        self.setAccessibleName(name)
        self.setRowCount(len(listing.lines))
        self.setColumnCount(len(listing.head))
        self.setHorizontalHeaderLabels(list(listing.head))
        for at, line in enumerate(listing.lines):
            for column, cell in enumerate(line.cells):
                item = QTableWidgetItem(cell)
                item.setData(_TOUCHPOINT, line.touchpoint)
                side = Qt.AlignmentFlag.AlignLeft if not column else Qt.AlignmentFlag.AlignRight
                item.setTextAlignment(side | Qt.AlignmentFlag.AlignVCenter)
                self.setItem(at, column, item)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        if listing.head:
            first = QTableWidgetItem(listing.head[0])
            first.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            self.setHorizontalHeaderItem(0, first)
        self._fit()
        self._filling = False
        self._follow()

    def touchpoint(self, row: int) -> Id | None:
        """What a row is about."""
        item = self.item(row, 0)
        found = item.data(_TOUCHPOINT) if item is not None else None
        return found if isinstance(found, str) else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Figures as wide as they need to be, the name what is left, never too narrow to be read."""
        others = range(1, self.columnCount())
        for column in others:
            self.resizeColumnToContents(column)
        if self.columnCount():
            left = self.viewport().width() - sum(self.columnWidth(column) for column in others)
            self.setColumnWidth(0, max(_LEAST_NAME, left))

    def _chosen(self) -> None:
        touchpoint = self.touchpoint(self.currentRow()) if not self._filling and self.selectedItems() else None
        if touchpoint is not None:
            self.context.selection.select(touchpoint)

    def _follow(self) -> None:
        here = self.context.selection.id
        at = next((row for row in range(self.rowCount()) if here and self.touchpoint(row) == here), -1)
        if at < 0 or at == self.currentRow():
            return
        self._filling = True
        self.selectRow(at)
        self._filling = False
