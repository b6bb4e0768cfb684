"""How a row of the finder looks: icon, text, and at the right its place or its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cxstudio.look.roles import Role
from ui.theme.text_wrapping import elided
from ui.theme.theme import Theme

DETAIL = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class FinderRows(QStyledItemDelegate):
    """Paints one line."""

    HEIGHT = 34

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(120, self.HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, box = self._theme, option.rect.adjusted(6, 1, -6, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour(Role.ACCENT_GROUND))
            painter.drawRoundedRect(box, 7, 7)
        icon = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(icon, QIcon):
            icon.paint(painter, QRect(box.x() + 8, box.y() + (box.height() - 18) // 2, 18, 18))
        detail = str(index.data(DETAIL) or "")
        painter.setFont(theme.font(12))
        room = min(painter.fontMetrics().horizontalAdvance(detail) + 2, box.width() // 2)
        right = QRect(box.right() - room - 10, box.y(), room, box.height())
        painter.setPen(theme.colour(Role.MUTED))
        shown = elided(painter.fontMetrics(), detail, room)
        painter.drawText(right, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, shown)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour(Role.INK))
        left = QRect(box.x() + 36, box.y(), right.left() - box.x() - 48, box.height())
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        shown = elided(painter.fontMetrics(), text, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()
