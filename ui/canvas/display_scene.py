"""The scene of one display list. Only frames near the window are items; the rest of the map costs nothing.

However many touchpoints a map has, an edit touches the items in view and no others.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from cxstudio.layout.display.display_list import DisplayList, Frame
from cxstudio.look.roles import Role
from ui.canvas.far_view_item import OverviewItem
from ui.canvas.group_painter import GroupPainter
from ui.canvas.hit_testing import Stood, frames_within
from ui.canvas.scene_items import CardBlock, CardItem, FrameItem

CARD = "card:"
"""Groups with such keys get an item each."""
REACH = 700.0
"""How far (points) beyond the window items are made, so that a short way of scrolling makes none."""

DIMMED = 0.3

Block = CardBlock | FrameItem


class CanvasScene(QGraphicsScene):
    """Shows a display list and follows its successors, replacing only what is another object."""

    failed = Signal(object)
    """An exception while painting; the item it came from is left out from now on."""

    def __init__(self, painter: GroupPainter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.NoIndex)
        self.group_painter = painter
        self.blocks: dict[str, Block] = {}
        """The items there are, by the path of their frame."""
        self.display_list: DisplayList | None = None
        """The list shown."""
        self._window = QRectF()
        self._made_for = QRectF()
        self.room = 0.0
        """Points one can scroll beyond the right end."""
        self.steady = False
        """Something is being dragged: it becomes no narrower, or what is under the pointer would scroll away."""
        self._overview = OverviewItem(painter, self.report, painter.colours.colour(Role.SURFACE))
        self._overview.setVisible(False)
        self.addItem(self._overview)
        self._far = False
        self._dimmed: frozenset[str] = frozenset()

    def report(self, error: Exception) -> None:
        """Tell about a painting error after the paint event."""
        self.failed.emit(error)

    def card(self, key: str) -> CardItem | None:
        """The item of a card near the window."""
        for block in self.blocks.values():
            if isinstance(block, CardBlock) and key in block.cards:
                return block.cards[key]
        return None

    @property
    def shadow(self) -> QColor:
        """Colour of shadows under what is lifted."""
        return self.group_painter.colours.colour(Role.SHADOW)

    def dim(self, keys: frozenset[str]) -> None:
        """Draw these cards faintly and all others fully (one is under the pointer)."""
        self._dimmed = keys
        self._apply_dimming()

    def show_list(self, display_list: DisplayList, *, far: bool = False) -> None:
        """Show a list: unchanged frames and groups (the same objects) keep their items."""
        wide = display_list.width + self.room
        ground = QRectF(0.0, 0.0, max(wide, self.sceneRect().width()) if self.steady else wide, display_list.height)
        if self.display_list is None or self.sceneRect() != ground:
            self.setSceneRect(ground)
        self.display_list = display_list
        self._far = far
        self._overview.setVisible(far)
        self._overview.show_list(display_list if far else None)
        self._sync()

    def set_window(self, window: QRectF) -> None:
        """The part in view, in points. Cheap while it stays within what has items already."""
        self._window = window
        if not self._made_for.contains(window):
            self._sync()

    def _sync(self) -> None:
        if self.display_list is None:
            return
        self._made_for = self._window.adjusted(-REACH, -REACH, REACH, REACH)
        wanted = {} if self._far else {s.path: s for s in frames_within(self.display_list, self._made_for)}
        for path in [p for p in self.blocks if p not in wanted]:
            self.removeItem(self.blocks.pop(path))
        for path, stood in wanted.items():
            item = self.blocks.get(path)
            if item is None or isinstance(item, CardBlock) != _holds_cards(stood.frame):
                if item is not None:
                    self.removeItem(item)
                item = self._make(stood)
            else:
                item.show_frame(stood.frame)
                if (item.x(), item.y()) != (stood.x, stood.y):
                    item.setPos(stood.x, stood.y)
        if self._dimmed:
            self._apply_dimming()

    def _make(self, stood: Stood) -> Block:
        kind = CardBlock if _holds_cards(stood.frame) else FrameItem
        item: Block = kind(stood.frame, self.group_painter, self.report)
        item.setPos(stood.x, stood.y)
        item.setZValue(stood.path.count("/"))
        self.addItem(item)
        self.blocks[stood.path] = item
        return item

    def _apply_dimming(self) -> None:
        for block in self.blocks.values():
            if isinstance(block, CardBlock):
                for key, card in block.cards.items():
                    card.setOpacity(DIMMED if key in self._dimmed else 1.0)

    def add_above(self, item: QGraphicsItem, height: int = 0) -> None:
        """Put an item (selection, ghost) above everything the list draws."""
        item.setZValue(1_000_000 + height)
        self.addItem(item)


def _holds_cards(frame: Frame) -> bool:
    return any(placed.group.key.startswith(CARD) for placed in frame.groups)
