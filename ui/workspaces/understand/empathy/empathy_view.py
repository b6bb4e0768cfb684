"""The empathy map on a canvas: notes are dragged from field to field, or out of it onto a touchpoint."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from cxstudio.edits import move_empathy_notes
from cxstudio.layout.boards.empathy_items import empathy_of
from cxstudio.layout.boards.empathy_map import EmpathyMap, EmpathyStyle, lay_out_empathy
from cxstudio.layout.display.display_list import Detail
from cxstudio.look.roles import Role
from cxstudio.model import Id, Note
from cxstudio.model.empathy_fields import EMPATHY_FIELDS
from cxstudio.model.kinds import NoteKind
from cxstudio.wording import N_
from ui.boards.board_area import RecordBoardArea
from ui.boards.laid_out_board import LaidOutBoard
from ui.canvas.display_scene import CanvasScene
from ui.canvas.interaction.gesture import UPRIGHT, Gesture, PreviewGesture
from ui.canvas.interaction.press_machine import Press
from ui.context.context import Context
from ui.workspaces.understand.empathy.pin_targets import Aim
from ui.workspaces.understand.understand_model import UnderstandModel

MOVE = N_("Move notes of the empathy map")
_LEAST: Final = 560.0
"""Points below which the map gets no narrower."""


class MoveNotes(PreviewGesture):
    """Notes under the pointer: others make room for them; over a touchpoint they stay and would become something."""

    _model: UnderstandModel
    edges = UPRIGHT

    def __init__(self, view: EmpathyView, notes: tuple[Id, ...]) -> None:
        self._view, self._model, self.records = view, view.model, notes
        self._place: tuple[NoteKind, Id | None] | None = None
        self._aim: Aim | None = None

    def move(self, at: QPointF) -> None:
        self._aim = self._view.aim(at)
        if self._aim is not None:
            self._place = None
            self._model.end_preview()
            return
        place = self._view.shown.place_at(at.x(), at.y(), self.records)
        if place != self._place:
            self._place = place
            self._view.model.preview(move_empathy_notes, self.records, *place)

    def do(self) -> None:
        place, aim = self._place, self._aim
        self._view.aim(None)
        if aim is not None:
            self._view.pinned.emit(self.records, *aim)
        elif place is not None and not self._view.stands(self.records, place):
            self._view.change(MOVE, lambda draft: move_empathy_notes(draft, self.records, *place))

    def cancel(self) -> None:
        self._view.aim(None)
        super().cancel()


class EmpathyView(LaidOutBoard):
    """Six fields of notes around the persona."""

    pinned = Signal(object, str, object)
    """Notes were let go over a touchpoint: their ids, its id, and what they become there."""
    adding = Signal(object)
    """A note is wanted in a field: a double click where there is none."""
    pasting = Signal()
    kind = Note
    naming = "text"
    deleting = "understand.empathy_delete"
    shown: EmpathyMap

    def __init__(self, context: Context, model: UnderstandModel, scene: CanvasScene, parent: QWidget) -> None:
        self.model = model
        self.target: Callable[[QPointF | None], Aim | None] = lambda _: None
        """What lies beside the map under a place on the screen."""
        self.shown = lay_out_empathy(model.empathy, EmpathyStyle(_LEAST))
        super().__init__(context, scene, parent, context.tr("Empathy map"))

    def aim(self, at: QPointF | None) -> Aim | None:
        """The touchpoint beside the map that lies under the pointer, and what a note would become there."""
        return self.target(None if at is None else self.viewport().mapToGlobal(self.machine.pointer))

    def stands(self, notes: Sequence[Id], place: tuple[NoteKind, Id | None]) -> bool:
        """Whether notes stand there already."""
        known = empathy_of(self.context.document, self.model.persona, self.context.texts)
        kinds = {known.field_of(note) for note in notes}
        rest = [n.note for f in known.fields if f.kind is place[0] for n in f.notes]
        ahead = [n for n in rest[: rest.index(notes[0])] if n not in notes] if notes[0] in rest else []
        follow = rest[rest.index(notes[0]) :][: len(notes)] == list(notes) if notes[0] in rest else False
        return kinds == {place[0]} and follow and (ahead[-1] if ahead else None) == place[1]

    def spoken(self, record: Id | None) -> str:
        note = self.shown.map.note(record)
        return note.spoken if note is not None else ""

    def drag(self, press: Press) -> Gesture | None:
        if self._held is None:
            return None
        chosen = tuple(i for i in self.shown.order if i in self.context.selection.ids)
        return MoveNotes(self, chosen if self._held in chosen else (self._held,))

    def nudge(self, records: tuple[Id, ...], across: int, down: int, *, stretch: bool) -> None:
        """Alt with ← →: among the notes of the field; with ↑ ↓: into the field before or after."""
        here = [i for i in self.shown.order if i in records]
        kind = self.shown.map.field_of(here[0]) if here else None
        if kind is None:
            return
        notes = [n.note for f in self.shown.map.fields if f.kind is kind for n in f.notes]
        if down:
            place = EMPATHY_FIELDS.index(kind) + down
            if 0 <= place < len(EMPATHY_FIELDS):
                field = EMPATHY_FIELDS[place]
                last = [n.note for f in self.shown.map.fields if f.kind is field for n in f.notes][-1:]
                self.change(MOVE, lambda d: move_empathy_notes(d, here, field, last[0] if last else None))
            return
        first = notes.index(here[0])
        rest = [n for n in notes if n not in here]
        at = min(max(first + across, 0), len(rest))
        if at != first:
            self.change(MOVE, lambda d: move_empathy_notes(d, here, kind, rest[at - 1] if at else None))

    def open(self, at: QPointF) -> None:
        if self.record_at(at) is None:
            self.adding.emit(self.shown.field_at(at.x(), at.y()))
        else:
            super().open(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.pasting.emit()
            event.accept()
            return
        super().keyPressEvent(event)


class EmpathyArea(RecordBoardArea):
    """The map as wide as there is room."""

    view: EmpathyView

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__(context, model)
        self.scene.setBackgroundBrush(context.theme.colour(Role.GROUND))
        self.put(EmpathyView(context, model, self.scene, self))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def draw_board(self) -> None:
        wide, high = self.room(_LEAST)
        style = EmpathyStyle(max(wide, _LEAST), high)
        shown = lay_out_empathy(self.view.model.empathy, style)
        if shown.body.height > high:  # it is scrolled: the bar needs its room
            style = EmpathyStyle(max(wide - self.view.verticalScrollBar().sizeHint().width(), _LEAST), high)
            shown = lay_out_empathy(self.view.model.empathy, style)
        if self.view.model.previewing:  # the map under a drag becomes no smaller, or it would scroll away
            style = EmpathyStyle(style.width, max(style.height, self.view.shown.body.height))
            shown = lay_out_empathy(self.view.model.empathy, style)
        self.view.shown = shown
        self.painter.set_detail(Detail.ALL)
        self.painter.set_scale(1.0, self.devicePixelRatioF())
        self.scene.show_list(shown.body, far=False)
        self.follow()
