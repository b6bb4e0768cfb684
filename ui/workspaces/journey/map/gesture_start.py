"""What a press becomes once the pointer moves: cards on their way, or a value on its scale."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from cxstudio.edits.rating.voices import Refusal
from cxstudio.layout.display.display_list import Placed
from cxstudio.model import Id, Touchpoint
from ui.canvas.display_scene import CanvasScene
from ui.canvas.interaction.gesture import Gesture
from ui.context.rating import rater_in
from ui.workspaces.journey.gestures.card_gestures import DragCards, DragRating
from ui.workspaces.journey.gestures.value_handles import Handle

if TYPE_CHECKING:
    from ui.canvas.interaction.press_machine import Press
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.map_model import MapModel

PlaceOf = Callable[[Id | None], Placed | None]
_SHOWN = 4
"""Cards drawn of those that are dragged; a chip says how many they are."""


@dataclass(frozen=True, slots=True)
class Held:
    """What a press took hold of, before it is known whether it is a click or a drag."""

    handle: Handle | None = None
    thing: Id | None = None
    """The card, note or measure under it; None on empty ground."""
    adding: bool = False
    """With Shift or Ctrl."""

    def taken(self, way: QPointF) -> Handle | None:
        """The value a drag takes hold of.

        An empty lane is rated by dragging up or down; sideways, or with Shift or Ctrl, it is ground for a rubber band.
        """
        upright = abs(way.y()) >= abs(way.x())
        taken = self.handle is not None and not self.adding and (self.handle.y is not None or upright)
        return self.handle if taken else None


def begin(
    context: Context, model: MapModel, canvas: CanvasScene, place_of: PlaceOf, held: Held, press: Press, way: QPointF
) -> Gesture | Refusal | None:
    """The gesture a drag of a thing or a value begins, why it cannot, or None where there is nothing to drag."""
    if context.session.read_only:
        return None
    handle = held.taken(way)
    if handle is not None:
        return _rating(context, model, handle)
    if not isinstance(context.document.find(held.thing), Touchpoint):
        return None
    touchpoint = held.thing or ""
    ids = tuple(t.id for t in context.selection.all_of(Touchpoint))
    ids = ids if touchpoint in ids else (touchpoint,)
    return DragCards(context, model, canvas, ids, press.at, _lifted(place_of, ids, touchpoint))


def _rating(context: Context, model: MapModel, handle: Handle) -> Gesture | Refusal:
    place = rater_in(context, model.journey).may_drag(context.document, handle.touchpoint, handle.figure)
    if isinstance(place, Refusal):
        return place
    context.selection.set_figure(handle.figure)
    return DragRating(context, model, handle.figure, place)


def _lifted(place_of: PlaceOf, ids: tuple[Id, ...], held: Id) -> tuple[Placed, ...]:
    """The groups of dragged cards as the ghost shows them, the one under the pointer first."""
    front = (held, *(i for i in ids if i != held))[:_SHOWN]
    return tuple(found for i in front if (found := place_of(i)) is not None)
