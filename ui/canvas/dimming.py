"""What lies over a map while people look for something: a veil over what steps back, and marks on what does not."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import cast

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QRegion
from PySide6.QtWidgets import QGraphicsItem

from cxstudio.layout.display.display_list import Placed
from cxstudio.layout.map.highlight_marks import Strip
from ui.canvas.group_painter import GroupPainter
from ui.canvas.scene_items import MARGIN, Painted, Report, paint_groups

Exceptions = Callable[[QRectF], Iterable[tuple[QRectF, bool]]]
"""Boxes within a part of the map that do not go with the column they stand in; True where they step back."""


class Veil(Painted):
    """Lies over upright parts of the map; takes no clicks."""

    def __init__(self, painter: GroupPainter, report: Report, colour: QColor, exceptions: Exceptions) -> None:
        super().__init__(painter, report)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._colour, self._exceptions = colour, exceptions
        self._strips: Sequence[Strip] = ()
        self._box = QRectF()
        self.setVisible(False)

    def cover(self, strips: Sequence[Strip], width: float, height: float) -> None:
        """Lie over these parts (from left to right) of a map of that size."""
        box = QRectF(0.0, 0.0, width, height)
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box
        self._strips = strips
        self.setVisible(bool(strips))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        area = exposed.intersected(self._box)
        region = QRegion()
        for strip in within(self._strips, area.left(), area.right()):
            left, right = max(strip.x, area.left() - 1), min(strip.right, area.right() + 1)
            region += QRectF(left, 0.0, right - left, self._box.height()).toRect()
        for box, back in self._exceptions(area):
            region = region + box.toAlignedRect() if back else region - box.toAlignedRect()
        for rect in cast("Iterable[QRect]", region):
            painter.fillRect(rect, self._colour)


class Marks(Painted):
    """Groups laid over the map, sorted from left to right; takes no clicks."""

    def __init__(self, painter: GroupPainter, report: Report) -> None:
        super().__init__(painter, report)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.groups: Sequence[Placed] = ()
        """What is drawn."""
        self._lefts: list[float] = []
        self._widest = 0.0
        self._box = QRectF()

    def show_groups(self, placed: Sequence[Placed], width: float, height: float) -> None:
        """Draw these over a map of that size."""
        box = QRectF(-MARGIN, -MARGIN, width + 2 * MARGIN, height + 2 * MARGIN)
        if box != self._box:
            self.prepareGeometryChange()
            self._box = box
        self.groups = placed
        self._lefts = [p.x for p in placed]
        self._widest = max((p.group.width for p in placed), default=0.0)
        self.broken = False
        self.setVisible(bool(placed))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        first = bisect_left(self._lefts, exposed.left() - self._widest - MARGIN)
        last = bisect_right(self._lefts, exposed.right() + MARGIN)
        paint_groups(self.groups[first:last], self.group_painter, painter, exposed)


def within(strips: Sequence[Strip], left: float, right: float) -> Sequence[Strip]:
    """Those of some strips that reach into a part of the map."""
    first = bisect_left(strips, left, key=lambda strip: strip.right)
    last = bisect_right(strips, right, key=lambda strip: strip.x)
    return strips[first:last]
