"""Dragging touchpoints, stages and values on the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF

from cxstudio.edits import move_stage, move_touchpoints
from cxstudio.edits.rating.voices import Allowed, rate_as
from cxstudio.layout.display.display_list import Placed
from cxstudio.layout.map.map_layout import MapLayout
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording import N_
from cxstudio.wording.figures.voice_sentences import set_words, voice_here
from ui.canvas.display_scene import CARD, CanvasScene
from ui.canvas.hover_and_selection import Chip, DropMark, Ghost
from ui.canvas.interaction.gesture import ACROSS, PreviewGesture
from ui.context import rating
from ui.context.context import Context
from ui.workspaces.journey.map_model.map_model import MapModel


class DragCards(PreviewGesture):
    """Touchpoints under the pointer; the others make room, and a line marks the place."""

    edges = ACROSS
    _model: MapModel

    def __init__(
        self,
        context: Context,
        model: MapModel,
        scene: CanvasScene,
        ids: tuple[Id, ...],
        at: QPointF,
        lifted: Sequence[Placed],
    ) -> None:
        self._context, self._model, self._scene = context, model, scene
        self._ids = self.records = ids
        self._place: tuple[Id, Id | None] | None = None
        self._mark = DropMark(context.theme.colour(Role.ACCENT), _mark_height(model))
        scene.add_above(self._mark, 2)
        self._chip = self._name(at, lifted)
        self._ghost, self._grip = self._lift(at, lifted)
        scene.dim(frozenset(CARD + i for i in ids))

    def move(self, at: QPointF) -> None:
        if self._ghost is not None:
            self._ghost.setPos(at - self._grip)
        if self._chip is not None:
            self._chip.setPos(at + CHIP_BESIDE)
        committed = self._model.committed
        found = committed.drop_place(at.x(), self._ids) if committed is not None else None
        if found is None or (found.stage, found.after) == self._place:
            return
        self._place = (found.stage, found.after)
        self._model.preview(move_touchpoints, self._ids, found.stage, found.after)
        self._show_place()

    def do(self) -> None:
        self._tidy()
        if self._place is not None and not self._stays():
            with self._context.session.transaction(N_("Move touchpoints")) as draft:
                move_touchpoints(draft, self._ids, *self._place)

    def cancel(self) -> None:
        self._tidy()
        super().cancel()

    def _stays(self) -> bool:
        """Whether all of them stand there already."""
        document = self._context.document
        row = [t.id for i in self._ids[:1] for t in document.journey_touchpoints(self._journey_of(i))]
        after = [t.id for t in self._model.document.journey_touchpoints(self._journey_of(self._ids[0]))]
        stages = {i: self._model.document.get(Touchpoint, i).stage for i in self._ids}
        return row == after and all(document.get(Touchpoint, i).stage == stage for i, stage in stages.items())

    def _journey_of(self, touchpoint: Id) -> Id:
        document = self._context.document
        return document.journey_of(document.get(Touchpoint, touchpoint)).id

    def _show_place(self) -> None:
        """Where they would begin, in the map as it would be."""
        layout = self._model.layout
        columns = [c for i in self._ids if layout is not None and (c := layout.column_of(i)) is not None]
        far = layout is not None and layout.style.density is Density.FAR
        self._mark.setVisible(bool(columns) and far)
        if columns:
            self._mark.setPos(min(c.x for c in columns), 0.0)

    def _name(self, at: QPointF, lifted: Sequence[Placed]) -> Chip | None:
        """Says how many they are, or which one where the card itself says nothing."""
        context, many = self._context, len(self._ids)
        layout = self._model.layout
        far = layout is not None and layout.style.density is Density.FAR
        if many < 2 and not far and lifted:
            return None
        name = context.document.get(Touchpoint, self._ids[0]).name
        text = context.texts.trn("{n} touchpoint", "{n} touchpoints", many) if many > 1 else name[:60]
        theme = context.theme
        chip = Chip(text, theme.font(12, "semibold"), theme.colour(Role.ACCENT), theme.colour(Role.SURFACE))
        chip.setPos(at + CHIP_BESIDE)
        self._scene.add_above(chip, 4)
        return chip

    def _lift(self, at: QPointF, lifted: Sequence[Placed]) -> tuple[Ghost | None, QPointF]:
        if not lifted:
            return None, QPointF()
        ghost = Ghost([placed.group for placed in lifted], self._scene.group_painter, self._scene.shadow)
        corner = QPointF(lifted[0].x, lifted[0].y)
        ghost.setPos(corner)
        self._scene.add_above(ghost, 3)
        return ghost, at - corner

    def _tidy(self) -> None:
        self._scene.dim(frozenset())
        for item in (self._ghost, self._chip, self._mark):
            if item is not None and item.scene() is not None:
                self._scene.removeItem(item)
        self._ghost = self._chip = None


CHIP_BESIDE: Final = QPointF(14.0, 10.0)


def _mark_height(model: MapModel) -> float:
    lane = model.layout.lane(LaneKind.TOUCHPOINTS) if model.layout is not None else None
    return lane.y + lane.height if lane is not None else 40.0


class DragStage(PreviewGesture):
    """A stage with all its touchpoints, taken at its header."""

    edges = ACROSS
    _model: MapModel

    def __init__(self, context: Context, model: MapModel, stage: Id) -> None:
        self._context, self._model, self._stage = context, model, stage
        self.records = (stage,)
        self._after: Id | str | None = _NOWHERE

    def move(self, at: QPointF) -> None:
        committed = self._model.committed
        if committed is None:
            return
        after = stage_before(committed, self._stage, at.x())
        if after != self._after:
            self._after = after
            self._model.preview(move_stage, self._stage, after)

    def do(self) -> None:
        if self._after != _NOWHERE and not self._stays():
            with self._context.session.transaction(N_("Move the stage")) as draft:
                move_stage(draft, self._stage, self._after)

    def _stays(self) -> bool:
        """Whether it already stands there."""
        committed = self._model.committed
        order = [span.stage for span in committed.stages] if committed is not None else []
        here = order.index(self._stage) if self._stage in order else 0
        return self._after == (order[here - 1] if here else None)


_NOWHERE: Final = ""


class DragRating(PreviewGesture):
    """A value under the pointer, rated as the voice in the bar."""

    edges = ACROSS
    _model: MapModel

    def __init__(self, context: Context, model: MapModel, figure: str, place: Allowed) -> None:
        self._context, self._model = context, model
        self._figure, self._place = figure, place
        self.records = (place.touchpoint,)
        self._value: int | None = None

    def move(self, at: QPointF) -> None:
        layout = self._model.committed
        hit = layout.rating_value_at(self._place.touchpoint, at.y()) if layout is not None else None
        if hit is None or round(hit.value) == self._value:
            return
        self._value = round(hit.value)
        self._model.preview(rate_as, self._place, self._figure, self._value)
        self._say()

    def do(self) -> None:
        if self._value is not None:
            rating.give(self._context, [self._place], self._figure, self._value, N_("Rate"))

    def _say(self) -> None:
        texts = self._context.texts
        shown = self._context.bridge.shown_round(self._model.journey)
        voice = voice_here(self._context.document, self._place.voice, shown, texts)
        self._context.messages.say(set_words(self._figure, self._value or 0, voice, texts))


def stage_before(layout: MapLayout, moved: Id, x: float) -> Id | None:
    """Behind which stage a header dropped at x lands; None for the front."""
    before = [s.stage for s in layout.stages if s.stage != moved and s.x + s.width / 2 < x]
    return before[-1] if before else None
