"""Taking hold of the target's curve: what would be is shown while dragging, and is one step or none."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from cxstudio.edits.rating.voices import Allowed, rate_as, rater
from cxstudio.layout.comparison.comparison_curves import axis
from cxstudio.model import GROUP_VOICE, Round
from cxstudio.wording import N_
from cxstudio.wording.figures.voice_sentences import is_target, set_words
from ui.canvas.interaction.gesture import UPRIGHT, PreviewGesture
from ui.context import rating
from ui.context.context import Context
from ui.workspaces.journey.comparison.comparison_model import ComparisonModel

REACH = 12.0
"""So near (points) to the target's mark it is taken hold of."""


class DragTarget(PreviewGesture):
    """A target under the pointer."""

    edges = UPRIGHT
    _model: ComparisonModel

    def __init__(self, context: Context, model: ComparisonModel, place: Allowed) -> None:
        self._context, self._model, self._place = context, model, place
        self.records = (place.touchpoint,)
        self._value: int | None = None

    def move(self, at: QPointF) -> None:
        layout = self._model.layout
        if layout is None:
            return
        value = round(axis(layout.board).value(at.y() - layout.rows["curve"][0]))
        if value != self._value:
            self._value = value
            figure, texts = self._model.figure, self._context.texts
            self._model.preview(rate_as, self._place, figure, value)
            self._context.messages.say(set_words(figure, value, texts.tr("Target"), texts))

    def do(self) -> None:
        if self._value is not None:
            rating.give(self._context, [self._place], self._model.figure, self._value, N_("Rate"))


def target_at(context: Context, model: ComparisonModel, at: QPointF) -> DragTarget | None:
    """The target whose mark is at a place; None where there is none that may be moved."""
    layout, (_, later) = model.layout, model.rounds
    if layout is None or not isinstance(later, Round) or context.session.read_only:
        return None
    y, tall = layout.rows["curve"]
    if not is_target(later) or not y <= at.y() < y + tall:
        return None
    here, who = axis(layout.board), rater(context.document, later.journey, later, GROUP_VOICE)
    for number, touchpoint, value in layout.board.values(layout.board.later):
        middle = (number + 0.5) * layout.board.wide
        near = abs(at.x() - middle) <= min(REACH, layout.board.wide / 2)
        if near and abs(at.y() - y - here.y(value)) <= REACH:
            place = who.may_drag(context.document, touchpoint, model.figure)
            if isinstance(place, Allowed) and model.belongs(touchpoint, later):
                return DragTarget(context, model, place)
            return None
    return None
