"""The lasso: a line drawn freely around notes; letting go groups those that lie inside."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from cxstudio.model import Id
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hover_and_selection import Overlay
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT

_CLOSE: Final = 4.0
"""Points from one corner of the line to the next at least."""


class LassoLine(Overlay):
    """The line as far as it is drawn, closed by the shortest way."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        ground = QColor(colour)
        ground.setAlphaF(0.10)
        self._pen, self._ground = QPen(colour, 1.5, Qt.PenStyle.DashLine), ground
        self._pen.setCosmetic(True)
        self.polygon = QPolygonF()

    def draw_to(self, at: QPointF) -> None:
        """Go on to a place."""
        self.prepareGeometryChange()
        self.polygon.append(at)

    def boundingRect(self) -> QRectF:
        return self.polygon.boundingRect().adjusted(-2, -2, 2, 2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        path = QPainterPath()
        path.addPolygon(self.polygon)
        path.closeSubpath()
        painter.setPen(self._pen)
        painter.setBrush(self._ground)
        painter.drawPath(path)


class Lasso:
    """A gesture. While it lasts only marks show what lies inside; Esc leaves everything as it was."""

    edges = ACROSS | UPRIGHT
    records = ()

    def __init__(
        self,
        scene: CanvasScene,
        colour: QColor,
        middles: Callable[[], list[tuple[Id, QPointF]]],
        mark: Callable[[tuple[Id, ...]], object],
        done: Callable[[tuple[Id, ...] | None], object],
    ) -> None:
        """`middles`: what can be caught, and where its middle is; `done` gets what was, None after Esc."""
        self._scene, self._middles, self._mark, self._done = scene, middles, mark, done
        self._line = LassoLine(colour)
        self._last: QPointF | None = None
        scene.add_above(self._line, 2)

    def inside(self) -> tuple[Id, ...]:
        """What lies inside the line as it stands."""
        fill = Qt.FillRule.WindingFill
        return tuple(i for i, middle in self._middles() if self._line.polygon.containsPoint(middle, fill))

    def move(self, at: QPointF) -> None:
        if self._last is None or (at - self._last).manhattanLength() >= _CLOSE:
            self._last = at
            self._line.draw_to(at)
            self._mark(self.inside())

    def finish(self) -> None:
        found = self.inside()
        self._scene.removeItem(self._line)
        self._done(found)

    def cancel(self) -> None:
        self._scene.removeItem(self._line)
        self._done(None)
