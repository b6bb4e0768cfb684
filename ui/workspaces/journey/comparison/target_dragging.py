"""Taking hold of the target's curve: what would be is shown while dragging, and is one step or none."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from cxstudio.edits import rate
from cxstudio.layout.comparison.comparison_curves import axis
from cxstudio.model import GROUP_VOICE, Id, Round
from cxstudio.model.kinds import RoundKind, RoundState
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.critical_reasons import capital
from ui.context.context import Context
from ui.workspaces.journey.comparison.comparison_model import ComparisonModel

REACH = 12.0
"""So near (points) to the target's mark it is taken hold of."""


class DragTarget:
    """A target under the pointer."""

    def __init__(self, context: Context, model: ComparisonModel, touchpoint: Id, round_id: Id) -> None:
        self._context, self._model = context, model
        self._touchpoint, self._round = touchpoint, round_id
        self._value: int | None = None

    def move(self, at: QPointF) -> None:
        """The pointer went on. Raises MissingRecord when the touchpoint or the round is gone."""
        layout = self._model.layout
        if layout is None:
            return
        value = round(axis(layout.board).value(at.y() - layout.rows["curve"][0]))
        if value != self._value:
            self._value = value
            figure = self._model.figure
            self._model.preview(self._touchpoint, rate, self._round, self._touchpoint, GROUP_VOICE, figure, value)
            texts = self._context.texts
            said = texts.signed(value, 0) if figure == "emotion" else texts.number(value)
            parts = (capital(texts.tr(figure_label(figure))), said, texts.tr("Target"))
            self._context.messages.say("{}: {} · {}".format(*parts))

    def finish(self) -> None:
        """The button was let go."""
        try:
            if self._value is not None:
                with self._context.session.transaction(N_("Rate")) as draft:
                    rate(draft, self._round, self._touchpoint, GROUP_VOICE, self._model.figure, self._value)
        finally:
            self._model.end_preview()

    def cancel(self) -> None:
        """Nothing has happened."""
        self._model.end_preview()


def target_at(context: Context, model: ComparisonModel, at: QPointF) -> DragTarget | None:
    """The target whose mark is at a place; None where there is none that may be moved."""
    layout, (_, later) = model.layout, model.rounds
    if layout is None or not isinstance(later, Round) or context.session.read_only:
        return None
    y, tall = layout.rows["curve"]
    if later.kind is not RoundKind.TARGET or later.state is RoundState.CLOSED or not y <= at.y() < y + tall:
        return None
    here = axis(layout.board)
    for number, touchpoint, value in layout.board.values(layout.board.later):
        middle = (number + 0.5) * layout.board.wide
        near = abs(at.x() - middle) <= min(REACH, layout.board.wide / 2)
        if near and abs(at.y() - y - here.y(value)) <= REACH:
            return DragTarget(context, model, touchpoint, later.id) if model.belongs(touchpoint, later) else None
    return None
