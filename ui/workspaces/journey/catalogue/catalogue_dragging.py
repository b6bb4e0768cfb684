"""Entries dragged onto the map: the others make room, and they land exactly there."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPointF

from cxstudio.edits.catalogue import add_picked
from cxstudio.model import Id
from ui.context.context import Context
from ui.workspaces.journey.catalogue.catalogue_model import MIME
from ui.workspaces.journey.catalogue.checklist import Checklist
from ui.workspaces.journey.map_model.map_model import MapModel


class DraggedEntries:
    """A guest of the map, see `guests.Guest`."""

    def __init__(
        self, context: Context, model: MapModel, checklist: Checklist, landed: Callable[[Sequence[Id]], object]
    ) -> None:
        """`landed` is told the ids of what was made."""
        self._context, self._model, self._checklist = context, model, checklist
        self._landed = landed
        self._entries: list[str] = []
        self._place: tuple[Id, Id | None] | None = None

    def takes(self, data: QMimeData) -> bool:
        if not data.hasFormat(MIME) or self._context.session.read_only:
            return False
        self._entries = bytes(data.data(MIME).data()).decode().splitlines()
        self._place = None
        return bool(self._entries)

    def move(self, at: QPointF) -> None:
        committed = self._model.committed
        found = committed.drop_place(at.x()) if committed is not None else None
        if found is None or self._place == (found.stage, found.after):
            return
        self._place = (found.stage, found.after)
        journey = self._model.journey
        if journey is not None:
            self._model.preview(add_picked, journey, self._checklist.at(self._entries, *self._place))

    def leave(self) -> None:
        self._place = None
        self._model.end_preview()

    def drop(self) -> None:
        place, self._place = self._place, None
        self._model.end_preview()
        if place is not None:
            self._landed(self._checklist.drop(self._entries, *place))
