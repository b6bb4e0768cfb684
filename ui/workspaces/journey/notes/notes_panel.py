"""Notes from the room beside the map: sorted by key, or by dragging them onto a card or a lane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtWidgets import QWidget

from cxstudio.edits import sort_note
from cxstudio.model import Id, Note
from cxstudio.model.kinds import NoteKind
from cxstudio.model.lane_kinds import LANE_CONTENTS, LaneKind
from cxstudio.store import Draft
from cxstudio.wording import N_
from ui.context.context import Context
from ui.notes.note_sorter import NoteSorter
from ui.notes.note_targets import MIME
from ui.widgets.basics import column
from ui.widgets.vertical_scroll_area import VerticalScrollArea
from ui.workspaces.journey.map_model.map_keys import neighbour
from ui.workspaces.journey.map_model.map_model import MapModel

Landing = tuple[Id, NoteKind, Id | None]
"""Touchpoint, kind, and the lane of one's own."""

_LEAST_HEIGHT = 90
"""Pixels of the list; where there is less, the panel scrolls."""


class NotesPanel(QWidget):
    """The sorter, told where notes go by what is selected on the map."""

    def __init__(self, context: Context, model: MapModel) -> None:
        super().__init__()
        self._context, self._model = context, model
        self.sorter = NoteSorter(context, on_map=True)
        self.sorter.list.sideways.connect(self._sideways)
        self.sorter.pages.setMinimumHeight(_LEAST_HEIGHT)
        inner = QWidget()
        column(inner, self.sorter).setContentsMargins(12, 4, 13, 10)
        column(self, VerticalScrollArea(inner), spacing=0)
        model.guests.append(DraggedNotes(context, model))

    def entered(self) -> None:
        """The panel comes into view."""
        self.sorter.refresh()

    def take_focus(self) -> None:
        """The keyboard begins in the list, on its first note."""
        self.sorter.list.begin()

    def _sideways(self, key: Qt.Key) -> None:
        """The touchpoint beside the selected one becomes where notes go."""
        journey = self._model.journey
        if journey is None:
            return
        wanted = neighbour(self._context.document, journey, self._context.selection.id, key)
        if wanted is not None:
            self._context.selection.select(wanted)


class DraggedNotes:
    """A guest of the map, see `guests.Guest`: the lane under the pointer says what the notes become."""

    def __init__(self, context: Context, model: MapModel) -> None:
        self._context, self._model = context, model
        self._notes: list[Id] = []
        self._landing: Landing | None = None

    def takes(self, data: QMimeData) -> bool:
        if not data.hasFormat(MIME) or self._context.session.read_only:
            return False
        named = bytes(data.data(MIME).data()).decode().splitlines()
        self._notes = [i for i in named if isinstance(self._context.document.find(i), Note)]
        self._landing = None
        return bool(self._notes)

    def move(self, at: QPointF) -> None:
        landing = self.landing(at)
        if landing == self._landing:
            return
        self._landing = landing
        if landing is None:
            self._model.end_preview()
        else:
            self._model.preview(_pin, self._notes, *landing)

    def leave(self) -> None:
        self._landing = None
        self._model.end_preview()

    def drop(self) -> None:
        landing, self._landing = self._landing, None
        self._model.end_preview()
        if landing is not None:
            with self._context.session.transaction(N_("Sort notes")) as draft:
                _pin(draft, self._notes, *landing)

    def landing(self, at: QPointF) -> Landing | None:
        """What a drop at a place means; in the lane of hurdles and opportunities the upper half is a hurdle."""
        layout = self._model.committed
        touchpoint = layout.touchpoint_at(at.x(), at.y()) if layout is not None else None
        row = layout.lane_at(at.y()) if layout is not None else None
        if touchpoint is None or row is None:
            return None
        kinds = LANE_CONTENTS[row.kind].notes or (NoteKind.QUOTE,)
        lower = row.kind is LaneKind.HURDLES_OPPORTUNITIES and at.y() >= row.y + row.height / 2
        return touchpoint, kinds[-1 if lower else 0], row.setting if row.kind is LaneKind.OWN else None


def _pin(draft: Draft, notes: Sequence[Id], touchpoint: Id, kind: NoteKind, lane: Id | None) -> None:
    for note in notes:
        sort_note(draft, note, kind, touchpoint, lane)
