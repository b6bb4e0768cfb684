"""How a row of the check-list looks: a stage with its count; an entry with its box, and its question when current."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme import icons
from ui.theme.text_wrapping import elided
from ui.workspaces.journey.catalogue.catalogue_model import COVERED, DETAIL, ENTRY, NOTE

Index = QModelIndex | QPersistentModelIndex
_LEFT, _RIGHT, _ABOVE = 38, 10, 6
_BOX = 16
_STAGE_HEIGHT = 34
_MOST_LINES = 3
_WRAP = Qt.TextFlag.TextWordWrap


class EntryDelegate(QStyledItemDelegate):
    """Names wrap, nothing is cut short."""

    def __init__(self, context: Context, view: QTreeView) -> None:
        super().__init__(view)
        self._view, self._theme = view, context.theme
        self._name, self._small = self._theme.font(), self._theme.font(11)
        self._stage = self._theme.font(12, "semibold")

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if index.data(ENTRY) is None:
            return QSize(40, _STAGE_HEIGHT)
        return QSize(40, max(30, sum(self._heights(index)) + 2 * _ABOVE))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect, state)
        if index.data(ENTRY) is None:
            self._paint_stage(painter, rect, index)
        else:
            self._paint_entry(painter, rect, index)
        painter.restore()

    @property
    def _width(self) -> int:
        return max(60, self._view.viewport().width() - _LEFT - _RIGHT)

    def _heights(self, index: Index) -> tuple[int, int, int]:
        """Of the name, the line below it and the question (0 where the row is not the current one)."""
        small = QFontMetrics(self._small)
        detail = small.lineSpacing() + 1 if index.data(DETAIL) else 0
        note = 0
        if index == self._view.currentIndex() and index.data(NOTE):
            note = self._wrapped(small, index.data(NOTE)) + 4
        return self._wrapped(QFontMetrics(self._name), index.data()), detail, note

    def _wrapped(self, metrics: QFontMetrics, text: str) -> int:
        return metrics.boundingRect(QRect(0, 0, self._width, 1000), _WRAP, text).height()

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        inner = QRectF(rect).adjusted(4, 1, -4, -1)
        current = bool(state & QStyle.StateFlag.State_Selected)
        if current or state & QStyle.StateFlag.State_MouseOver:
            hover = self._theme.mixed(Role.SURFACE, Role.INK, 0.05)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(Role.ACCENT_GROUND) if current else hover)
            painter.drawRoundedRect(inner, 7, 7)
        if current and self._view.hasFocus():
            painter.setPen(QPen(self._theme.colour(Role.ACCENT), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inner.adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def _paint_stage(self, painter: QPainter, rect: QRect, index: Index) -> None:
        opened = isinstance(index, QModelIndex) and self._view.isExpanded(index)
        arrow = QRectF(rect.x() + 12, rect.center().y() - 7, 16, 16)
        icons.draw(painter, "unfold" if opened else "fold", arrow, self._theme.colour(Role.MUTED))
        count = str(index.data(DETAIL))
        small = QFontMetrics(self._small)
        room = rect.adjusted(_LEFT - 4, 0, -_RIGHT - 4, 0)
        painter.setFont(self._small)
        painter.setPen(self._theme.colour(Role.MUTED))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        painter.setFont(self._stage)
        painter.setPen(self._theme.colour(Role.INK))
        room.setRight(room.right() - small.horizontalAdvance(count) - 8)
        name = elided(QFontMetrics(self._stage), index.data(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def _paint_entry(self, painter: QPainter, rect: QRect, index: Index) -> None:
        covered = bool(index.data(COVERED))
        name, detail, note = self._heights(index)
        y = rect.y() + _ABOVE
        self._paint_box(painter, QRectF(rect.x() + 12, y + 0.5, _BOX, _BOX), index, covered)
        painter.setFont(self._name)
        painter.setPen(self._theme.colour(Role.MUTED if covered else Role.INK))
        painter.drawText(QRect(rect.x() + _LEFT, y, self._width, name + 2), _WRAP, index.data())
        painter.setFont(self._small)
        painter.setPen(self._theme.colour(Role.MUTED))
        painter.drawText(QRect(rect.x() + _LEFT, y + name + 1, self._width, detail + 2), 0, index.data(DETAIL))
        if note:
            painter.setFont(self._theme.font(11, "italic"))
            painter.setPen(self._theme.colour(Role.ACCENT))
            painter.drawText(QRect(rect.x() + _LEFT, y + name + detail + 4, self._width, note), _WRAP, index.data(NOTE))

    def _paint_box(self, painter: QPainter, box: QRectF, index: Index, covered: bool) -> None:
        ticked = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value
        ticked = ticked or index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        if not covered:
            painter.setPen(QPen(self._theme.colour(Role.ACCENT if ticked else Role.FAINT), 1))
            painter.setBrush(self._theme.colour(Role.ACCENT if ticked else Role.SURFACE))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4.5, 4.5)
        if ticked:
            colour = self._theme.colour(Role.MUTED if covered else Role.ON_ACCENT)
            painter.setPen(QPen(colour, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            at = box.topLeft()
            painter.drawPolyline([at + QPointF(4, 8.4), at + QPointF(6.9, 11.2), at + QPointF(12, 5.2)])
