"""What Del and Backspace mean: the text of the cell with the keyboard, else what is selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.workspaces.journey.actions.lane_cells import LaneCells
    from ui.workspaces.journey.actions.rating_actions import RatingActions
    from ui.workspaces.journey.actions.touchpoint_actions import MapActions
    from ui.workspaces.journey.journey_views import JourneyView


class Removing:
    """Carries out both commands in the view in sight; `beside_map` says which, None for the map."""

    def __init__(
        self, cells: LaneCells, editing: MapActions, rating: RatingActions, beside_map: Callable[[], JourneyView | None]
    ) -> None:
        self._cells, self._editing, self._rating, self._beside_map = cells, editing, rating, beside_map

    def remove(self) -> None:
        """Remove what the keyboard stands on: a marked cell's text, else what is selected."""
        view = self._beside_map()
        if view is not None and view.edits is not None:
            view.edits.remove()
        elif not (self._cells.clear() if view is None else view.clear_cell()):
            self._editing.remove()

    def clear_rating(self) -> None:
        """Withdraw the answer to the active question; in a marked cell delete its text."""
        if self._beside_map() is not None or not self._cells.clear():
            self._rating.clear_rating()
