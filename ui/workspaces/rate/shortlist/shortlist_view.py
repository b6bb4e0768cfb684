"""The list of the shortlist: keys 1, 2 and 3 mark a row and go on to the next one; so do the three dots."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QItemSelectionModel, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from cxstudio.look.roles import Role
from cxstudio.model.kinds import ShortlistMark
from ui.context.context import Context
from ui.widgets.table_rows import FittedColumns, show_rows
from ui.workspaces.rate.shortlist.shortlist_model import (
    CASES,
    COMPLAINTS,
    MARK,
    MARKS,
    NAME,
    STAGE,
    TITLES,
    TOUCHPOINT,
    Index,
    ShortlistTable,
)

ROW: Final = 36
_KEYS: Final = {"1": ShortlistMark.SKIP, "2": ShortlistMark.CHECK, "3": ShortlistMark.BURNING}
_WIDTHS: Final = {STAGE: 172, CASES: 128, COMPLAINTS: 108, MARK: 176}
_LEAST_NAME: Final = 220
_STEP: Final = 24
ROLES: Final = {
    ShortlistMark.SKIP: Role.OKAY,
    ShortlistMark.CHECK: Role.STARDUST,
    ShortlistMark.BURNING: Role.DISAPPOINTING,
}


class ShortlistView(QTableView):
    """One row per touchpoint."""

    marked = Signal(object)
    """The mark asked for all selected rows; None takes it back."""

    def __init__(self, context: Context, table: ShortlistTable) -> None:
        super().__init__()
        self.context, self.table = context, table
        self.setModel(table)
        self.setItemDelegate(_Cells(context, self))
        show_rows(self, context.tr("Shortlist"), ROW)
        header = self.horizontalHeader()
        self._columns = FittedColumns(header, NAME, _LEAST_NAME, (COMPLAINTS, CASES, STAGE))
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setSortIndicatorShown(True)
        header.setSortIndicator(STAGE, Qt.SortOrder.AscendingOrder)
        for column in range(len(TITLES)):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        header.sortIndicatorChanged.connect(
            lambda column, order: table.sort_by(column, descending=order is Qt.SortOrder.DescendingOrder)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for column, width in _WIDTHS.items():
            if not self.isColumnHidden(column):
                self.setColumnWidth(column, width)
        self._columns.fit(self.viewport().width())

    def go_to(self, row: int) -> None:
        """Select one row and bring it into view."""
        index = self.table.index(row, NAME)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index, QAbstractItemView.ScrollHint.EnsureVisible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in _KEYS:
            self.marked.emit(_KEYS[event.text()])
        elif event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.marked.emit(None)
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.column() == MARK and event.button() is Qt.MouseButton.LeftButton:
            dot = dot_at(self.visualRect(index), event.position())
            touchpoint = self.table.touchpoint(index.row())
            if dot is not None and touchpoint is not None:
                self.marked.emit(None if touchpoint.shortlist is dot else dot)


def dot_at(cell: QRect, at: QPointF) -> ShortlistMark | None:
    """Which of the three dots of a cell is at a point."""
    place = (at.x() - cell.left() - 4) / _STEP
    return MARKS[int(place)] if 0 <= place < len(MARKS) else None


class _Cells(QStyledItemDelegate):
    """The marks as three dots, the chosen one filled and named."""

    def __init__(self, context: Context, parent: QTableView) -> None:
        super().__init__(parent)
        self._theme = context.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.column() != MARK:
            super().paint(painter, option, index)
        else:
            self._dots(painter, option, index)
        painter.setPen(self._theme.colour(Role.FAINT_LINE))
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())

    def _dots(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box: QRect = option.rect
        chosen = index.data(TOUCHPOINT).shortlist
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, self._theme.colour(Role.ACCENT_GROUND))
        for at, mark in enumerate(MARKS):
            middle = QPointF(box.left() + 4 + _STEP * (at + 0.5), box.center().y() + 0.5)
            filled = mark is chosen
            rim = self._theme.colour(ROLES[mark]) if filled else self._theme.mixed(Role.LINE, Role.INK, 0.35)
            painter.setPen(QPen(rim, 1.4))
            painter.setBrush(self._theme.colour(ROLES[mark]) if filled else Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, 6.5, 6.5)
        if chosen is not None:
            painter.setPen(self._theme.colour(Role.INK))
            painter.setFont(self._theme.font(12))
            rest = QRectF(box).adjusted(4 + _STEP * len(MARKS) + 8, 0, -4, 0)
            painter.drawText(rest, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), index.data())
        painter.restore()
