"""What lies over the map and is no part of it: hover, selection, a ghost under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cxstudio.layout.display import Group
from ui.canvas.painter import GroupPainter

_REACH = 6.0


class Outline(QGraphicsItem):
    """A rounded line around something."""

    def __init__(self, colour: QColor, width: float, radius: float = 10.0) -> None:
        super().__init__()
        self._pen = QPen(colour, width)
        self._radius = radius
        self._rect = QRectF()
        self.setVisible(False)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    @property
    def rect(self) -> QRectF:
        """What it surrounds; empty while hidden."""
        return self._rect if self.isVisible() else QRectF()

    def surround(self, rect: QRectF | None, radius: float = 10.0) -> None:
        """Go around a rectangle, or away."""
        if rect is None:
            self.setVisible(False)
            return
        if rect != self._rect or radius != self._radius:
            self.prepareGeometryChange()
            self._rect, self._radius = QRectF(rect), radius
        self.setVisible(True)

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(self._pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = self._pen.widthF() / 2 - 0.5
        painter.drawRoundedRect(self._rect.adjusted(inset, inset, -inset, -inset), self._radius, self._radius)


class Ghost(QGraphicsItem):
    """What is being dragged, under the pointer, a little see-through."""

    def __init__(self, groups: list[Group], painter: GroupPainter, shadow: QColor) -> None:
        super().__init__()
        self._groups = groups[:4]
        self._painter = painter
        self._shadow = QColor(shadow)
        self._shadow.setAlphaF(0.12)
        self.setOpacity(0.92)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        group, more = self._groups[0], 6.0 * len(self._groups)
        return QRectF(-_REACH, -_REACH, group.width + more + 2 * _REACH, group.height + more + 2 * _REACH)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        group = self._groups[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._shadow)
        for grown in (5.0, 3.0, 1.0):
            painter.drawRoundedRect(
                QRectF(-grown, 2 - grown, group.width + 2 * grown, group.height + 2 * grown), 12, 12
            )
        for step in reversed(range(len(self._groups))):
            painter.translate(5.0 * step, 5.0 * step)
            self._painter.paint(painter, self._groups[step])
            painter.translate(-5.0 * step, -5.0 * step)
