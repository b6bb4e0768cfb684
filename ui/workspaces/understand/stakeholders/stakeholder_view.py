"""The stakeholder map on a canvas: people are dragged along and between rings; Alt and a drag relate two of them."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.edits import place_stakeholder, relate
from cxstudio.layout.boards.stakeholder_map import StakeholderMap, StakeholderStyle, lay_out_stakeholders
from cxstudio.layout.display.display_list import Detail
from cxstudio.look.roles import Role
from cxstudio.model import Id, Persona, Record, Stakeholder, StakeholderRelation
from cxstudio.wording import N_
from ui.boards.board_area import RecordBoardArea
from ui.boards.laid_out_board import LaidOutBoard
from ui.canvas.display_scene import CanvasScene
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT, Gesture, PreviewGesture
from ui.canvas.interaction.press_machine import Press
from ui.context.context import Context
from ui.workspaces.understand.understand_model import UnderstandModel

PLACE = N_("Place a stakeholder")
RELATE = N_("Relate stakeholders")
_ALT: Final = Qt.KeyboardModifier.AltModifier
_TURN: Final = 12.0
"""Degrees of one step with Alt and an arrow."""


class MovePerson(PreviewGesture):
    """Somebody under the pointer, held to the nearest ring and beside the others, who stay where they are."""

    edges = ACROSS | UPRIGHT

    def __init__(self, view: StakeholderView, record: Id) -> None:
        self._view, self._model, self.records = view, view.model, (record,)
        self._rings = view.shown
        """The map as it was: it must not grow under the drag."""
        self._others = self._rings.loose
        self._place: tuple[int, float] | None = None

    def move(self, at: QPointF) -> None:
        ring, angle = self._rings.ring_at(at.x(), at.y())
        self._place = ring, self._rings.free_near(self.records[0], ring, angle)
        self._view.model.preview(place_stakeholder, self.records[0], *self._place, self._others)

    def do(self) -> None:
        place, record, others = self._place, self.records[0], self._others
        if place is not None:
            self._view.change(PLACE, lambda draft: place_stakeholder(draft, record, *place, others))


class DrawRelation(PreviewGesture):
    """From one to the one under the pointer; beside everybody nothing comes of it."""

    edges = ACROSS | UPRIGHT

    def __init__(self, view: StakeholderView, record: Id) -> None:
        self._view, self._model, self.records = view, view.model, (record,)
        self._target: Id | None = None

    def move(self, at: QPointF) -> None:
        found = self._view.shown.person_at(at.x(), at.y())
        target = found if found != self.records[0] else None
        if target != self._target:
            self._target = target
            self._model.end_preview()
            if target is not None:
                self._view.model.preview(relate, self.records[0], target)
            self._view.mark(self.records if target is None else (*self.records, target))

    def do(self) -> None:
        if self._target is not None:
            self._view.related.emit(self.records[0], self._target)


class StakeholderView(LaidOutBoard):
    """Rings around the persona; what is selected is a person or a relation."""

    related = Signal(str, str)
    kind: type[Record] = Stakeholder
    naming = "name"
    deleting = "understand.stakeholder_delete"
    shown: StakeholderMap

    def __init__(self, context: Context, model: UnderstandModel, scene: CanvasScene, parent: QWidget) -> None:
        self.model = model
        self.shown = lay_out_stakeholders(model.stakeholders, StakeholderStyle())
        super().__init__(context, scene, parent, context.tr("Stakeholder map"))

    def spoken(self, record: Id | None) -> str:
        node, relation = self.shown.map.node(record), self.shown.map.relation(record)
        return node.spoken if node is not None else relation.spoken if relation is not None else ""

    def drag(self, press: Press) -> Gesture | None:
        held = self._held
        if held is None or self.shown.map.node(held) is None:
            return None
        if press.modifiers & _ALT or isinstance(self.context.document.find(held), Persona):
            return DrawRelation(self, held)
        return MovePerson(self, held)

    def nudge(self, records: tuple[Id, ...], across: int, down: int, *, stretch: bool) -> None:
        """Alt with ← →: along the ring; with ↑ ↓: to the ring outside or inside."""
        node = self.shown.map.node(records[-1])
        box = self.shown.box(records[-1])
        if node is None or box is None or not node.ring:
            return
        _, angle = self.shown.ring_at(box.x + box.width / 2, box.y + box.height / 2)
        ring, others = node.ring - down, self.shown.loose
        self.change(PLACE, lambda d: place_stakeholder(d, node.record, ring, angle + across * _TURN, others))

    def open(self, at: QPointF) -> None:
        if not isinstance(self.context.document.find(self.record_at(at)), Persona):
            super().open(at)

    def rename(self, record_id: Id) -> None:
        related = isinstance(self.context.document.find(record_id), StakeholderRelation)
        self.kind, self.naming = (StakeholderRelation, "flows") if related else (Stakeholder, "name")
        super().rename(record_id)

    def _took_selection(self) -> None:
        related = self.context.selection.of(StakeholderRelation) is not None
        self.kind, self.naming = (StakeholderRelation, "flows") if related else (Stakeholder, "name")

    def show_marks(self) -> None:
        if not self.editor.open:
            self._took_selection()
        super().show_marks()


class StakeholderArea(RecordBoardArea):
    """The map as large as there is room."""

    view: StakeholderView

    def __init__(self, context: Context, model: UnderstandModel) -> None:
        super().__init__(context, model)
        self.scene.setBackgroundBrush(context.theme.colour(Role.GROUND))
        self.put(StakeholderView(context, model, self.scene, self))
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def draw_board(self) -> None:
        stakeholders = self.view.model.stakeholders
        shown = lay_out_stakeholders(stakeholders, StakeholderStyle(*self.room()))
        self.view.shown = lay_out_stakeholders(stakeholders, StakeholderStyle(*self.room(shown.body.width)))
        self.painter.set_detail(Detail.ALL)
        self.painter.set_scale(1.0, self.devicePixelRatioF())
        self.scene.show_list(self.view.shown.body, far=False)
        self.follow()
