"""The rubber band: a drag on empty ground goes around touchpoints, and letting go selects them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF

from cxstudio.layout.map.map_layout import MapLayout
from cxstudio.look.roles import Role
from cxstudio.model import Id
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hover_and_selection import Band
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT
from ui.context.context import Context
from ui.workspaces.journey.map_model.click_selection import Picking
from ui.workspaces.journey.map_model.map_model import MapModel


class RubberBand:
    """A gesture. While it lasts only marks show what it holds; Esc leaves the selection as it was."""

    edges = ACROSS | UPRIGHT
    records = ()

    def __init__(
        self, context: Context, model: MapModel, scene: CanvasScene, picking: Picking, at: QPointF, *, keep: bool
    ) -> None:
        self._context, self._model, self._scene, self._picking = context, model, scene, picking
        self._start, self._keep = at, keep
        self._before = context.selection.ids
        self.show: Callable[[tuple[Id, ...]], object] = lambda ids: None
        """Marks these touchpoints as what would be selected."""
        self.held: tuple[Id, ...] = ()
        self._item = Band(context.theme.colour(Role.ACCENT))
        scene.add_above(self._item, 2)

    def move(self, at: QPointF) -> None:
        box = QRectF(self._start, at).normalized()
        self._item.cover(box)
        layout = self._model.layout
        held = touched(layout, box) if layout is not None else ()
        if held != self.held:
            self.held = held
            kept = tuple(i for i in self._before if i not in held) if self._keep else ()
            self.show((*kept, *held))

    def finish(self) -> None:
        self._scene.removeItem(self._item)
        self._picking.add(tuple(i for i in self.held if i in self._context.document), keep=self._keep)

    def cancel(self) -> None:
        self._scene.removeItem(self._item)
        self._context.selection.select(*self._before)
        self.show(self._context.selection.ids)


def touched(layout: MapLayout, box: QRectF) -> tuple[Id, ...]:
    """Touchpoints whose column a box reaches into, in the order of the map."""
    last = layout.column_at(min(box.right(), layout.body.width - 1e-6))
    first = layout.column_at(max(0.0, box.left()))
    if first is None or last is None or box.right() < 0:
        return ()
    found = []
    for column in layout.columns[first : last + 1]:
        margin = min(6.0, column.width * 0.08)
        reached = box.right() > column.x + margin and box.left() < column.x + column.width - margin
        if column.touchpoint is not None and reached:
            found.append(column.touchpoint)
    return tuple(found)
