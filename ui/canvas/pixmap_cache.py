"""Small shapes as shared pixmaps: one per look, zoom and device pixel ratio, however many cards show it."""

from __future__ import annotations

from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from cxstudio.layout.display.display_list import Detail, Meaning, Rect, Segment
from ui.canvas.path_painting import Shape, bounds, draw
from ui.canvas.qt_colours import Colours

LARGEST = 340.0
"""Shapes wider or higher than this (points) are drawn directly."""
LARGEST_PATH = 2000.0
MOST_BYTES = 64_000_000
"""Pixmaps kept before the oldest are thrown out."""


class Sprites:
    """Pixmaps of shapes at the current scale. `generation` grows when the ones handed out no longer hold."""

    def __init__(self, colours: Colours) -> None:
        self._colours = colours
        self._pixmaps: dict[Shape, QPixmap] = {}
        self._bytes = 0
        self.scale = 1.0
        self.ratio = 1.0
        self.generation = 0

    def set_scale(self, scale: float, ratio: float) -> None:
        """Zoom (pixels per point) and device pixel ratio from now on."""
        if (scale, ratio) != (self.scale, self.ratio):
            self.scale, self.ratio = scale, ratio
            self._pixmaps.clear()
            self._bytes = 0
            self.generation += 1

    def pixmap(self, shape: Shape) -> QPixmap:
        """The pixmap of a shape that `anchored` gave."""
        known = self._pixmaps.get(shape)
        if known is None:
            known = self._pixmaps[shape] = self._render(shape)
            self._bytes += 4 * known.width() * known.height()
            while self._bytes > MOST_BYTES and len(self._pixmaps) > 1:
                old = self._pixmaps.pop(next(iter(self._pixmaps)))
                self._bytes -= 4 * old.width() * old.height()
        return known

    def _render(self, shape: Shape) -> QPixmap:
        box = bounds(shape)
        factor = self.scale * self.ratio
        size = QSize(ceil((box.right() + 1) * factor) + 1, ceil((box.bottom() + 1) * factor) + 1)
        made = QPixmap(size)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(factor, factor)
        draw(painter, shape, self._colours)
        painter.end()
        made.setDevicePixelRatio(self.ratio)
        return made


def as_sprite(shape: Shape) -> bool:
    """Whether a shape is small and common enough to be shared as a pixmap."""
    box = bounds(shape)
    if isinstance(shape, Rect):
        return shape.radius > 0 and not shape.dash and box.width() <= LARGEST and box.height() <= LARGEST
    return box.width() <= LARGEST_PATH and box.height() <= LARGEST


def anchored(shape: Shape) -> tuple[Shape, QPointF]:
    """The shape moved to the corner of its own pixmap, keeping fractions of a point; and where that corner stands."""
    box = bounds(shape)
    left, top = floor(box.left()), floor(box.top())
    if isinstance(shape, Rect):
        moved = replace(shape, x=shape.x - left, y=shape.y - top, detail=Detail.ALL, alternative="")
        return replace(moved, meaning=Meaning.DECORATION), QPointF(left, top)
    gradient = shape.gradient
    if gradient is not None:
        gradient = replace(gradient, top=gradient.top - top, bottom=gradient.bottom - top)
    segments = tuple(_moved(segment, -left, -top) for segment in shape.segments)
    path = replace(shape, segments=segments, gradient=gradient, detail=Detail.ALL, alternative="")
    return replace(path, meaning=Meaning.DECORATION), QPointF(left, top)


def _moved(segment: Segment, dx: float, dy: float) -> Segment:
    match segment:
        case (letter, x, y):
            return (letter, round(x + dx, 3), round(y + dy, 3))
        case (letter, x1, y1, x2, y2, x, y):
            moved = (round(x1 + dx, 3), round(y1 + dy, 3), round(x2 + dx, 3), round(y2 + dy, 3))
            return (letter, *moved, round(x + dx, 3), round(y + dy, 3))
    return segment
