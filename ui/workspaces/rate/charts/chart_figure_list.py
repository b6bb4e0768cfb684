"""A chart's figures as a list: the same for those who read rather than look."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from cxstudio.layout.charts.chart_source import Listing
from cxstudio.model import Id
from ui.context.context import Context

Index = QModelIndex | QPersistentModelIndex
_ROW, _LEAST_NAME, _PAD = 32, 190, 12
_LONGEST = 12
_SIDES = (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)


class Lines(QAbstractTableModel):
    """A listing as Qt reads it: only what is in view is asked for, however many lines there are."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.listing = Listing((), ())
        self._rows: dict[Id, int] = {}

    def show_listing(self, listing: Listing) -> None:
        """Show another chart's figures."""
        self.beginResetModel()
        self.listing = listing
        self._rows = {line.record: at for at, line in enumerate(listing.lines) if line.record is not None}
        self.endResetModel()

    def row_of(self, touchpoint: Id | None) -> int:
        """Where a touchpoint stands, −1 where it does not."""
        return -1 if touchpoint is None else self._rows.get(touchpoint, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.listing.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.listing.head)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            cells = self.listing.lines[index.row()].cells
            return cells[index.column()] if index.column() < len(cells) else ""
        return _side(index.column()) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.listing.head[section]
        return _side(section) if role == Qt.ItemDataRole.TextAlignmentRole else None


def _side(column: int) -> Qt.AlignmentFlag:
    return _SIDES[bool(column)] | Qt.AlignmentFlag.AlignVCenter


class FigureList(QTableView):
    """A row per touchpoint; choosing one selects it everywhere."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._filling = False
        self._wide: list[int] = []
        self.lines = Lines(self)
        self.setModel(self.lines)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(_ROW)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.selectionModel().selectionChanged.connect(self._chosen)
        context.selection.changed.connect(self._follow)

    def show_listing(self, listing: Listing, name: str) -> None:
        """Show another chart's figures."""
        self._filling = True
        self.setAccessibleName(name)
        self._wide = self._widths(listing)
        self.lines.show_listing(listing)
        self._fit()
        self._filling = False
        self._follow()

    def touchpoint(self, row: int) -> Id | None:
        """What a row is about."""
        return self.lines.listing.lines[row].record if 0 <= row < self.lines.rowCount() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Figures as wide as they need to be, the name what is left, never too narrow to be read."""
        for column, wide in enumerate(self._wide, 1):
            self.setColumnWidth(column, wide)
        if self.lines.columnCount():
            self.setColumnWidth(0, max(_LEAST_NAME, self.viewport().width() - sum(self._wide)))

    def _widths(self, listing: Listing) -> list[int]:
        """Room for the longest texts of every column but the first. Qt's own measuring asks for every single cell."""
        found = []
        for column in range(1, len(listing.head)):
            cells = {line.cells[column] for line in listing.lines if column < len(line.cells)}
            longest = sorted(cells, key=len)[-_LONGEST:]
            wide = max((self.fontMetrics().horizontalAdvance(cell) for cell in longest), default=0)
            head = self.horizontalHeader().fontMetrics().horizontalAdvance(listing.head[column])
            found.append(max(wide, head) + 2 * _PAD)
        return found

    def _chosen(self) -> None:
        touchpoint = self.touchpoint(self.currentIndex().row()) if not self._filling else None
        if touchpoint is not None and self.selectionModel().hasSelection():
            self.context.selection.select(touchpoint)

    def _follow(self) -> None:
        at = self.lines.row_of(self.context.selection.id)
        if at < 0 or at == self.currentIndex().row():
            return
        self._filling = True
        self.selectRow(at)
        self._filling = False
