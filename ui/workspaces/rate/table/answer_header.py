"""The heading of the grid: small capitals, the active question underlined, an arrow where rows are sorted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QPainter, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme.text_wrapping import elided
from ui.workspaces.rate.table.answer_columns import COLUMNS
from ui.workspaces.rate.table.row_order import Sorting

HEIGHT = 34


class Heading(QHeaderView):
    """Click sorts; what the click means is the view's affair."""

    menu_asked = Signal(int, QPoint)
    """A column was right-clicked, and where on the screen."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._context = context
        self.active = -1
        """The column digits fill, −1 where nothing can be filled."""
        self.sorting: Sorting | None = None
        self.inset = 12
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(30)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(context.tr("Columns"))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_menu)

    def _ask_menu(self, at: QPoint) -> None:
        column = self.logicalIndexAt(at)
        if column >= 0:
            self.menu_asked.emit(column, self.mapToGlobal(at))

    def sizeHint(self) -> QSize:
        """The table is as wide as there is room and asks for the height alone, very often."""
        return QSize(self.minimumSectionSize(), HEIGHT)

    def show_state(self, active: int, sorting: Sorting | None) -> None:
        """Mark the column digits fill and the one rows are sorted by."""
        if (active, sorting) != (self.active, self.sorting):
            self.active, self.sorting = active, sorting
            self.viewport().update()

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, column = self._context.theme, COLUMNS[section]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(rect, theme.colour(Role.SURFACE))
        painter.setPen(theme.colour(Role.LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = QFont(theme.font(11, "semibold"))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, 0.5)
        painter.setFont(font)
        active = section == self.active
        sorted_by = self.sorting is not None and self.sorting.column == section
        role = Role.ACCENT if active else Role.INK if sorted_by else Role.MUTED
        painter.setPen(theme.colour(role))
        box = rect.adjusted(self.inset, 0, -self.inset, 0)
        title = self._context.tr(column.title)
        text = title if len(title) == 1 else title.upper()
        text = elided(painter.fontMetrics(), text, box.width() + self.inset)
        wide = painter.fontMetrics().horizontalAdvance(text)
        left = box.right() - wide + 1 if column.right else box.left()
        baseline = box.center().y() + painter.fontMetrics().capHeight() / 2
        painter.drawText(QPointF(left, baseline), text)
        if sorted_by and self.sorting is not None:
            self._arrow(painter, left - 10 if column.right else left + wide + 4, rect.center().y(), self.sorting)
        if active:
            painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2), theme.colour(Role.ACCENT))
        painter.restore()

    @staticmethod
    def _arrow(painter: QPainter, x: float, middle: float, sorting: Sorting) -> None:
        tip = 3.0 if sorting.descending else -3.0
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        points = [QPointF(x, middle - tip / 2), QPointF(x + 6, middle - tip / 2), QPointF(x + 3, middle + tip)]
        painter.drawPolygon(QPolygonF(points))
