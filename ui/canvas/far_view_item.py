"""The whole map from far away: one item that draws tiles, each kept until something in it changes."""

from __future__ import annotations

from math import floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem

from cxstudio.layout.display.display_list import DisplayList, Frame
from ui.canvas.group_painter import GroupPainter
from ui.canvas.hit_testing import Stood, frames_within
from ui.canvas.scene_items import MARGIN, Painted, Report, paint_groups

TILE = 1024
"""Width of a tile in points; it is as high as the map."""
KEPT = 16

_Sign = tuple[tuple[float, float, Frame], ...]


class OverviewItem(Painted):
    """Draws a display list in tiles."""

    def __init__(self, painter: GroupPainter, report: Report, ground: QColor) -> None:
        super().__init__(painter, report)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._ground = ground
        self._list: DisplayList | None = None
        self._tiles: dict[int, tuple[_Sign, QPixmap]] = {}
        self._checked: set[int] = set()
        self._look = (0, 0.0)

    def show_list(self, display_list: DisplayList | None) -> None:
        """Draw another list from now on; tiles in which nothing changed stay."""
        if display_list is not self._list:
            self.prepareGeometryChange()
            self._list = display_list
            self._checked.clear()
            self.broken = False
            self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._list.width, self._list.height) if self._list is not None else QRectF()

    def draw(self, painter: QPainter, exposed: QRectF) -> None:
        if self._list is None:
            return
        look = (self.group_painter.sprites.generation, self._list.height)
        if look != self._look:
            self._tiles.clear()
            self._look = look
        painter.setClipRect(self.boundingRect(), Qt.ClipOperation.IntersectClip)  # the last tile is wider than the map
        first, last = floor(exposed.left() / TILE), floor(exposed.right() / TILE)
        for number in range(max(0, first), last + 1):
            painter.drawPixmap(QPointF(number * TILE, 0.0), self._tile(self._list, number))

    def _tile(self, display_list: DisplayList, number: int) -> QPixmap:
        known = self._tiles.get(number)
        if known is not None and number in self._checked:
            return known[1]
        window = QRectF(number * TILE - MARGIN, 0.0, TILE + 2 * MARGIN, display_list.height)
        frames = list(frames_within(display_list, window))
        sign = tuple((s.x, s.y, s.frame) for s in frames)
        self._checked.add(number)
        if known is not None and _same(known[0], sign):
            return known[1]
        made = self._render(display_list, number, frames)
        if len(self._tiles) >= KEPT:
            self._tiles.pop(next(iter(self._tiles)))
        self._tiles[number] = (sign, made)
        return made

    def _render(self, display_list: DisplayList, number: int, frames: list[Stood]) -> QPixmap:
        shared = self.group_painter.sprites
        factor = shared.scale * shared.ratio
        made = QPixmap(max(1, round(TILE * factor)), max(1, round(display_list.height * factor)))
        made.fill(self._ground)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(factor, factor)
        painter.translate(-number * TILE, 0.0)
        for stood in frames:
            painter.translate(stood.x, stood.y)
            left = number * TILE - stood.x
            exposed = QRectF(left, -stood.y, TILE, display_list.height)
            paint_groups(stood.frame.groups, self.group_painter, painter, exposed)
            painter.translate(-stood.x, -stood.y)
        painter.end()
        made.setDevicePixelRatio(factor)
        return made


def _same(before: _Sign, after: _Sign) -> bool:
    """Whether the very same frames stand at the same places."""
    return len(before) == len(after) and all(
        a[2] is b[2] and a[0] == b[0] and a[1] == b[1] for a, b in zip(before, after, strict=True)
    )
