"""Gestures: what a hand does between press and release. Each shows what would be, and is one step or none.

A gesture holds an edit and its arguments, never a finished document: every move runs the edit on the current
document, so a change that comes in meanwhile is kept. A record that is gone ends it (MissingRecord).
"""

from __future__ import annotations

from typing import Final, Protocol

from PySide6.QtCore import QPointF

from cxstudio.edits import move_stage, move_touchpoints
from cxstudio.layout.map import MapLayout
from cxstudio.model import Id
from cxstudio.wording import N_
from ui.canvas.marks import Ghost
from ui.canvas.scene import CARD, CanvasScene
from ui.context import Context
from ui.workspaces.journey.map_model import MapModel
from ui.workspaces.journey.voice import Place, rate_as, voice_name


class Gesture(Protocol):
    """Something under way. Places are points on the map."""

    def move(self, at: QPointF) -> None:
        """The pointer went on. Raises MissingRecord when what is held is gone."""
        ...

    def finish(self) -> None:
        """The button was let go: do it, as one step."""
        ...

    def cancel(self) -> None:
        """Nothing has happened."""
        ...


class DragCards:
    """Touchpoints under the pointer; the others make room."""

    def __init__(self, context: Context, model: MapModel, scene: CanvasScene, ids: tuple[Id, ...], at: QPointF) -> None:
        self._context, self._model, self._scene = context, model, scene
        self._ids = ids
        self._place: tuple[Id, Id | None] | None = None
        self._ghost, self._grip = self._lift(at)
        scene.dim(frozenset(CARD + i for i in ids))

    def move(self, at: QPointF) -> None:
        if self._ghost is not None:
            self._ghost.setPos(at - self._grip)
        committed = self._model.committed
        found = committed.drop_place(at.x(), self._ids) if committed is not None else None
        if found is None or (found.stage, found.after) == self._place:
            return
        self._place = (found.stage, found.after)
        self._model.preview(move_touchpoints, self._ids, found.stage, found.after)

    def finish(self) -> None:
        self._tidy()
        try:
            if self._place is not None:
                with self._context.session.transaction(N_("Move touchpoints")) as draft:
                    move_touchpoints(draft, self._ids, *self._place)
        finally:
            self._model.end_preview()

    def cancel(self) -> None:
        self._tidy()
        self._model.end_preview()

    def _lift(self, at: QPointF) -> tuple[Ghost | None, QPointF]:
        cards = [card for i in self._ids if (card := self._scene.card(CARD + i)) is not None]
        if not cards:
            return None, QPointF()
        ghost = Ghost([card.shown for card in cards], self._scene.group_painter, self._scene.shadow)
        grip = at - cards[-1].scenePos()
        ghost.setPos(cards[-1].scenePos())
        self._scene.add_above(ghost, 2)
        return ghost, grip

    def _tidy(self) -> None:
        self._scene.dim(frozenset())
        if self._ghost is not None:
            self._scene.removeItem(self._ghost)
            self._ghost = None


class DragStage:
    """A stage with all its touchpoints, taken at its header."""

    def __init__(self, context: Context, model: MapModel, stage: Id) -> None:
        self._context, self._model, self._stage = context, model, stage
        self._after: Id | str | None = _NOWHERE

    def move(self, at: QPointF) -> None:
        committed = self._model.committed
        if committed is None:
            return
        after = stage_before(committed, self._stage, at.x())
        if after != self._after:
            self._after = after
            self._model.preview(move_stage, self._stage, after)

    def finish(self) -> None:
        try:
            if self._after != _NOWHERE and not self._stays():
                with self._context.session.transaction(N_("Move the stage")) as draft:
                    move_stage(draft, self._stage, self._after)
        finally:
            self._model.end_preview()

    def cancel(self) -> None:
        self._model.end_preview()

    def _stays(self) -> bool:
        """Whether it already stands there."""
        committed = self._model.committed
        order = [span.stage for span in committed.stages] if committed is not None else []
        here = order.index(self._stage) if self._stage in order else 0
        return self._after == (order[here - 1] if here else None)


_NOWHERE: Final = ""


class DragRating:
    """A value under the pointer, rated as the voice in the bar."""

    def __init__(self, context: Context, model: MapModel, touchpoint: Id, figure: str, place: Place) -> None:
        self._context, self._model = context, model
        self._touchpoint, self._figure, self._place = touchpoint, figure, place
        self._value: int | None = None

    @property
    def value(self) -> int | None:
        """The value the pointer stands at."""
        return self._value

    def move(self, at: QPointF) -> None:
        layout, journey = self._model.committed, self._model.journey
        hit = layout.rating_value_at(self._touchpoint, at.y()) if layout is not None else None
        if hit is None or journey is None or round(hit.value) == self._value:
            return
        self._value = round(hit.value)
        self._model.preview(rate_as, journey, self._place, self._touchpoint, self._figure, self._value)
        self._say()

    def finish(self) -> None:
        journey = self._model.journey
        try:
            if self._value is not None and journey is not None:
                with self._context.session.transaction(N_("Rate")) as draft:
                    rate_as(draft, journey, self._place, self._touchpoint, self._figure, self._value)
        finally:
            self._model.end_preview()

    def cancel(self) -> None:
        self._model.end_preview()

    def _say(self) -> None:
        texts = self._context.texts
        value = texts.signed(self._value or 0, 0) if self._figure == "emotion" else texts.number(self._value or 0)
        voice = voice_name(self._context.document, self._place.voice, texts)
        self._context.messages.say(f"{texts.tr(FIGURE_NAMES[self._figure])}: {value} · {voice}")


FIGURE_NAMES: Final = {
    "expectation": N_("Expectation"),
    "experience": N_("Experience"),
    "emotion": N_("Emotion"),
    "importance": N_("Importance"),
}


def stage_before(layout: MapLayout, moved: Id, x: float) -> Id | None:
    """Behind which stage a header dropped at x lands; None for the front."""
    before = [s.stage for s in layout.stages if s.stage != moved and s.x + s.width / 2 < x]
    return before[-1] if before else None
