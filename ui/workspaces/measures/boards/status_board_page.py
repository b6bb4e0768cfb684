"""The board by status: cards are dragged to another column, or to another place in their own."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from cxstudio.edits import order_in_status, set_status
from cxstudio.layout.boards.status_board import HEADER, LEAST_COLUMN, BoardStyle, StatusBoard, lay_out_board
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.model import Id, Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.store import Draft
from cxstudio.wording.fields.field_table import choice_label
from ui.canvas.display_scene import CanvasScene
from ui.canvas.frozen_strip import FrozenStrip
from ui.canvas.hover_and_selection import Ghost
from ui.canvas.interaction.gesture import ACROSS, UPRIGHT, Gesture, PreviewGesture
from ui.canvas.interaction.press_machine import Press
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context
from ui.workspaces.measures.boards.plan_area import PlanArea
from ui.workspaces.measures.boards.plan_model import PlanModel
from ui.workspaces.measures.boards.plan_view import MOVE, PlanView

Place = tuple[MeasureStatus, Id | None, bool]
"""A status, behind which measure, and whether the place in the plan changes at all."""


def place_cards(draft: Draft, measures: Sequence[Id], place: Place) -> None:
    """Put cards where they were dropped: another column changes the status, a place in the same one the plan."""
    status, after, ordered = place
    if ordered:
        order_in_status(draft, measures[0], after)
    else:
        set_status(draft, measures, status)


class MoveCards(PreviewGesture):
    """Cards under the pointer; they already stand where they would land, faintly."""

    edges = ACROSS | UPRIGHT
    _model: PlanModel

    def __init__(self, view: BoardView, measures: tuple[Id, ...], held: Id, press: QPointF) -> None:
        self._view, self._model, self.records = view, view.model, measures
        self._held = held
        first = view.shown.card_of(held)
        assert first is not None
        self._own, self._offset = first.item.status, press - QPointF(first.x, first.y)
        keys = {f"card:{m}" for m in measures}
        groups = [p.group for p in view.shown.body.flat() if p.group.key in keys]
        groups.sort(key=lambda g: g.record != held)
        self._ghost = Ghost(groups, view.canvas.group_painter, view.canvas.shadow)
        view.canvas.add_above(self._ghost, 3)
        view.canvas.dim(frozenset(keys))
        self._place: Place | None = None

    def move(self, at: QPointF) -> None:
        self._ghost.setPos(at - self._offset)
        layout = self._view.shown
        status = layout.status_at(at.x())
        ordered = status is self._own and len(self.records) == 1
        after = layout.before_at(at.x(), at.y(), self._held) if ordered else None
        place = (status, after, ordered)
        if place != self._place:
            self._place = place
            self._model.preview(place_cards, self.records, place)
            words = self._view.context.tr(choice_label(status))
            self._view.context.messages.say(self._view.context.tr("Status: {status}", status=words))

    def do(self) -> None:
        place = self._place
        if place is not None and self._changes(place):
            self._view.change(MOVE, lambda draft: place_cards(draft, self.records, place))

    def finish(self) -> None:
        self._tidy()
        super().finish()

    def cancel(self) -> None:
        self._tidy()
        super().cancel()

    def _changes(self, place: Place) -> bool:
        """Whether anything would be another than it is."""
        document = self._view.context.document
        if not place[2]:
            return any(document.get(Measure, m).status is not place[0] for m in self.records)
        same = [m.id for m in document.all(Measure) if m.status is self._own]
        here = same.index(self._held)
        return (same[here - 1] if here else None) != place[1]

    def _tidy(self) -> None:
        self._view.canvas.dim(frozenset())
        if self._ghost.scene() is not None:
            self._view.canvas.removeItem(self._ghost)


class BoardView(PlanView):
    """Columns of cards."""

    shown: StatusBoard

    def __init__(self, context: Context, model: PlanModel, scene: CanvasScene, parent: QWidget) -> None:
        self.shown = lay_out_board(model.plan, BoardStyle())
        super().__init__(context, model, scene, parent, context.tr("Board of the measures by status"))

    def order(self) -> Sequence[Id]:
        return self.shown.order

    def record_at(self, at: QPointF) -> Id | None:
        card = self.shown.card_at(at.x(), at.y())
        return card.item.measure if card is not None else None

    def boxes(self, measure: Id | None) -> list[QRectF]:
        card = self.shown.card_of(measure)
        return [] if card is None else [QRectF(card.x, card.y, card.width, card.height)]

    def beside(self, measure: Id | None, across: int, down: int) -> Id | None:
        return self.shown.beside(measure, across, down)

    def drag(self, press: Press) -> Gesture | None:
        if self._held is None:
            return None
        chosen = tuple(m.id for m in self.context.selection.all_of(Measure))
        measures = chosen if self._held in chosen else (self._held,)
        listed = tuple(m for m in measures if self.shown.card_of(m) is not None)
        return MoveCards(self, listed, self._held, press.at)

    def nudge(self, measures: tuple[Id, ...], across: int, down: int, *, stretch: bool) -> None:
        card = self.shown.card_of(measures[-1])
        if card is None:
            return
        statuses = list(MeasureStatus)
        place = statuses.index(card.item.status)
        if across and 0 <= place + across < len(statuses):
            self.change(MOVE, lambda draft: set_status(draft, measures, statuses[place + across]))
        elif down:
            mine = [c.item.measure for c in self.shown.columns[place][1]]
            to = mine.index(card.item.measure) + down
            if 0 <= to < len(mine):
                rest = [m for m in mine if m != card.item.measure]
                after = rest[to - 1] if to else None
                self.change(MOVE, lambda draft: order_in_status(draft, card.item.measure, after))


class BoardArea(PlanArea):
    """Titles of the columns above, cards below."""

    view: BoardView

    def __init__(self, context: Context, model: PlanModel) -> None:
        super().__init__(context, model)
        view = BoardView(context, model, self.scene, self)
        self.header = FrozenStrip(view, self)
        self.header.setAccessibleName(context.tr("Status"))
        self.put(view, header=self.header)

    def draw_board(self) -> None:
        room = self.view.viewport().size()
        column = max(LEAST_COLUMN, (room.width() - 1) / len(MeasureStatus))
        self.view.shown = lay_out_board(self.model.plan, BoardStyle(column, self.height() - HEADER - 1))
        self.draw(Zoom(), Density.NEAR, self.view.shown.body, self.view.shown.header)
