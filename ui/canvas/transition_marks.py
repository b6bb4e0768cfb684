"""What lies over a flow and is no part of it: a way that is chosen, one being drawn, and the grip to begin one with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from ui.canvas.hover_and_selection import Overlay

GRIP = 9.0
"""Radius of the grip, in points."""
_REACH = 8.0


class Stroke(Overlay):
    """A coloured line along a way, or to where the pointer is."""

    def __init__(self, colour: QColor, width: float) -> None:
        super().__init__(visible=False)
        self._pen = QPen(colour, width)
        self._pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        self._pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self._path = QPainterPath()
        self._head: QPolygonF | None = None

    def follow(self, points: Sequence[tuple[float, float]]) -> None:
        """Lie along these points; none hides it."""
        self.prepareGeometryChange()
        self._path, self._head = QPainterPath(), None
        for number, (x, y) in enumerate(points):
            if number:
                self._path.lineTo(x, y)
            else:
                self._path.moveTo(x, y)
        self.setVisible(len(points) > 1)

    def reach(self, start: QPointF, end: QPointF) -> None:
        """Bend from one place to another, with an arrow head."""
        self.prepareGeometryChange()
        bend = max(24.0, abs(end.x() - start.x()) / 2)
        self._path = QPainterPath(start)
        tip = end - QPointF(6.0, 0.0)
        self._path.cubicTo(start + QPointF(bend, 0), tip - QPointF(bend, 0), tip)
        self._head = QPolygonF([end, tip + QPointF(-3.0, -5.0), tip + QPointF(-3.0, 5.0)])
        self.setVisible(True)

    def boundingRect(self) -> QRectF:
        grown = self._pen.widthF() / 2 + _REACH
        return self._path.boundingRect().adjusted(-grown, -grown, grown, grown)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(self._pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(self._path)
        if self._head is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._pen.color())
            painter.drawPolygon(self._head)


class Grip(Overlay):
    """A small disc with an arrow at the edge of a card: drag it to another card to draw a way."""

    def __init__(self, ground: QColor, ink: QColor) -> None:
        super().__init__(visible=False)
        self._ground, self._ink = ground, ink
        self.box = QRectF(-GRIP - 1, -GRIP - 1, 2 * GRIP + 2, 2 * GRIP + 2)

    def stand_at(self, place: QPointF | None) -> None:
        """Stand there, or go away."""
        self.setVisible(place is not None)
        if place is not None:
            self.setPos(place)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawEllipse(QPointF(0, 0), GRIP, GRIP)
        painter.setPen(QPen(self._ink, 1.6))
        painter.drawLine(QPointF(-4, 0), QPointF(4, 0))
        painter.drawLine(QPointF(1, -3), QPointF(4, 0))
        painter.drawLine(QPointF(1, 3), QPointF(4, 0))


class Faded(Overlay):
    """A veil over boxes: cards that step back."""

    def __init__(self, colour: QColor) -> None:
        super().__init__(visible=False)
        self._colour = colour
        self.boxes: tuple[QRectF, ...] = ()
        """What lies under it."""
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def cover(self, boxes: Sequence[QRectF]) -> None:
        """Lie over these boxes and nothing else."""
        self.prepareGeometryChange()
        self.boxes = tuple(boxes)
        self.box = QRectF()
        for box in self.boxes:
            self.box = self.box.united(box)
        self.setVisible(bool(self.boxes))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        for box in self.boxes:
            if box.intersects(option.exposedRect):
                painter.drawRoundedRect(box, 8, 8)
