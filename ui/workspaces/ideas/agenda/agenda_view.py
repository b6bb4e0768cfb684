"""The agenda as a list: arrows choose, keys and dragging move, Enter edits, Delete removes."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTableView

from cxstudio.look.roles import Role
from cxstudio.model import Id
from ui.context.context import Context
from ui.theme.fonts import font
from ui.widgets.cell_delegate import CellDelegate
from ui.widgets.table_rows import heading_width, show_rows
from ui.workspaces.ideas.agenda.agenda_model import BLOCK, MARK, MINUTES, NOW, PLAN, PLANNED, AgendaTable, Index

_ROW: int = 40
_TIME, _REALLY, _MARK, _MINUTES = 52, 60, 68, 60
_GAP, _PAD = 6, 8


class AgendaDelegate(CellDelegate):
    """Minutes that were agreed on stand beside those planned, which are struck through."""

    def __init__(self, view: AgendaView) -> None:
        super().__init__(view)
        self._context = view.context

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.data(PLANNED) is not None:
            option.text = option.text.split(" ")[-1]
            option.font = font(13, "semibold")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        planned = index.data(PLANNED)
        if planned is None:
            return
        self.initStyleOption(option, index)
        rect, metrics = option.rect, QFontMetricsF(option.font)
        struck = QFont(font(13))
        struck.setStrikeOut(True)
        wide = metrics.horizontalAdvance(option.text)
        x = rect.right() - _PAD - wide - _GAP - QFontMetricsF(struck).horizontalAdvance(planned)
        painter.save()
        painter.setFont(struck)
        painter.setPen(self._context.theme.colour(Role.MUTED))
        painter.drawText(QPointF(x, rect.center().y() + metrics.ascent() / 2 - 1), planned)
        painter.restore()


class AgendaView(QTableView):
    """One row per block."""

    chosen = Signal(str)
    dropped = Signal(str, int)
    """A block was dropped: its id, and how many of the others stand above it."""

    def __init__(self, context: Context, table: AgendaTable) -> None:
        super().__init__()
        self.context, self.table = context, table
        self._gap = -1
        self.setModel(table)
        self.setItemDelegate(AgendaDelegate(self))
        show_rows(self, context.tr("Agenda"), _ROW, several=False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragEnabled(not context.session.read_only)
        self.setAcceptDrops(not context.session.read_only)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDropIndicatorShown(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(30)
        for column, wide in ((PLAN, _TIME), (NOW, _REALLY), (MARK, _MARK), (MINUTES, _MINUTES)):
            title = str(table.headerData(column, Qt.Orientation.Horizontal))
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, max(wide, heading_width(title)))
        header.setSectionResizeMode(BLOCK, QHeaderView.ResizeMode.Stretch)
        table.modelReset.connect(self._reset)
        self._reset()

    def _reset(self) -> None:
        self.setColumnHidden(NOW, self.table.standing is None)

    def choose(self, block: Id | None) -> None:
        """Bring a block into view without telling anybody."""
        row, model = self.table.row_of(block), self.selectionModel()
        if row >= 0 and self.currentIndex().row() != row:
            model.blockSignals(True)
            self.setCurrentIndex(self.table.index(row, BLOCK))
            model.blockSignals(False)
            self.viewport().update()
        elif row < 0:
            self.clearSelection()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        block = self.table.block(current)
        if block is not None:
            self.chosen.emit(block.id)

    def edit_title(self, block: Id) -> None:
        """Type the title of a block."""
        row = self.table.row_of(block)
        if row >= 0:
            index = self.table.index(row, BLOCK)
            self.setCurrentIndex(index)
            self.edit(index)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._gap = self._gap_at(event.position().toPoint().y())
        self.viewport().update()
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        gap, block = self._gap_at(event.position().toPoint().y()), self.table.block(self.currentIndex())
        self._gap = -1
        self.viewport().update()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if block is not None:
            here = self.table.row_of(block.id)
            above = gap - (here < gap)
            if above != here:
                self.dropped.emit(block.id, above)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._gap >= 0:
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.context.theme.colour(Role.ACCENT), 2))
            y = self.rowViewportPosition(self._gap) if self._gap < len(self.table.blocks) else self._bottom()
            painter.drawLine(0, y, self.viewport().width(), y)
            painter.end()

    def _gap_at(self, y: int) -> int:
        """Between which rows: how many stand above."""
        for row in range(len(self.table.blocks)):
            if y < self.rowViewportPosition(row) + self.rowHeight(row) // 2:
                return row
        return len(self.table.blocks)

    def _bottom(self) -> int:
        last = len(self.table.blocks) - 1
        return self.rowViewportPosition(last) + self.rowHeight(last) - 1 if last >= 0 else 0
