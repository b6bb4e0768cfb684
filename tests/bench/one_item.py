"""What the canvas is measured against: one culled item that paints a display list, in the same view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QGraphicsItem

from cxstudio.layout.display.display_list import DisplayList
from ui.boards.board_area import RecordBoardArea
from ui.canvas.display_scene import CanvasScene
from ui.canvas.group_painter import GroupPainter
from ui.canvas.hit_testing import frames_within
from ui.canvas.scene_items import paint_groups


class Culled(QGraphicsItem):
    """The reference: one item, groups found by bisection, from far away one picture."""

    def __init__(self, painter: GroupPainter) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._painter = painter
        self._list: DisplayList | None = None
        self._far = False
        self._picture: QPixmap | None = None

    def show_list(self, display_list: DisplayList, *, far: bool) -> None:
        """Paint this list from now on."""
        self.prepareGeometryChange()
        self._list, self._far, self._picture = display_list, far, None
        self.update()

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, self._list.width, self._list.height) if self._list is not None else QRectF()

    def paint(self, painter: QPainter, option: Any, widget: Any = None) -> None:
        assert self._list is not None
        exposed = option.exposedRect
        if not self._far:
            self._draw(self._list, painter, exposed)
            return
        if self._picture is None:
            self._picture = QPixmap(round(self._list.width), round(self._list.height))
            self._picture.fill("white")
            inside = QPainter(self._picture)
            inside.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(self._list, inside, self.boundingRect())
            inside.end()
        part = exposed.toAlignedRect() & self._picture.rect()
        painter.drawPixmap(part.topLeft(), self._picture, part)

    def _draw(self, display_list: DisplayList, painter: QPainter, exposed: QRectF) -> None:
        for stood in frames_within(display_list, exposed):
            painter.translate(stood.x, stood.y)
            paint_groups(stood.frame.groups, self._painter, painter, exposed.translated(-stood.x, -stood.y))
            painter.translate(-stood.x, -stood.y)


class OneItemScene(CanvasScene):
    """A canvas scene with the one item instead of blocks and cards."""

    def __init__(self, painter: GroupPainter) -> None:
        super().__init__(painter)
        self.culled = Culled(painter)
        self.addItem(self.culled)

    def show_list(self, display_list: DisplayList, *, far: bool = False) -> None:
        self.setSceneRect(0.0, 0.0, display_list.width, display_list.height)
        self.culled.show_list(display_list, far=far)

    def set_window(self, window: QRectF) -> None:
        """Nothing is made for a window here."""


def as_one_item(board: RecordBoardArea, shown: RecordBoardArea) -> None:
    """Make a board the reference of one that is shown: everything in one item, in the same place."""
    scene = OneItemScene(board.painter)
    scene.setBackgroundBrush(shown.scene.backgroundBrush())
    board.scene = board.view.canvas = scene
    board.view.setScene(scene)
    board.resize(shown.size())
    board.show()
    board.refresh()
