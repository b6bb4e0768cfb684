"""The rubber band: a drag on empty ground goes around things, and letting go selects them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor

from ui.canvas.display_scene import CanvasScene
from ui.canvas.hover_and_selection import Band
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT
from ui.canvas.interaction.picking import ADDING, Picking
from ui.canvas.interaction.press_machine import Press


class RubberBand:
    """A gesture. While it lasts only marks show what it holds; Esc leaves the selection as it was."""

    edges = ACROSS | UPRIGHT
    records = ()

    def __init__(
        self,
        scene: CanvasScene,
        colour: QColor,
        picking: Picking,
        press: Press,
        touched: Callable[[QRectF], tuple[str, ...]],
        mark: Callable[[tuple[str, ...]], object],
    ) -> None:
        """`touched` says what a box reaches into, in the order of the layout; `mark` shows what would be selected."""
        self._scene, self._picking, self._touched, self._mark = scene, picking, touched, mark
        self._start, self._keep = press.at, bool(press.modifiers & ADDING)
        self._before = picking.selection.ids
        self._held: tuple[str, ...] = ()
        self._item = Band(colour)
        scene.add_above(self._item, 2)

    def move(self, at: QPointF) -> None:
        box = QRectF(self._start, at).normalized()
        self._item.cover(box)
        held = self._touched(box)
        if held != self._held:
            self._held = held
            kept = tuple(i for i in self._before if i not in held) if self._keep else ()
            self._mark((*kept, *held))

    def finish(self) -> None:
        self._scene.removeItem(self._item)
        self._picking.add(self._held, keep=self._keep)

    def cancel(self) -> None:
        self._scene.removeItem(self._item)
        self._picking.selection.select(*self._before)
        self._mark(self._picking.selection.ids)
