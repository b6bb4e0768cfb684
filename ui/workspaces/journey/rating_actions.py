"""Rating from the keyboard, and what is offered where a value cannot be set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cxstudio.edits import clear_rating
from cxstudio.model import Id, Round, Touchpoint
from cxstudio.session.settings import LETTER_KEYS
from cxstudio.wording import N_
from ui.messages import Choice, Notice, Tone
from ui.workspaces.journey.gestures import FIGURE_NAMES
from ui.workspaces.journey.keys import DigitKeys
from ui.workspaces.journey.voice import (
    Place,
    Refusal,
    open_group_round,
    own_value,
    place_of_rating,
    rate_as,
    refusal_sentence,
    voice_name,
)

if TYPE_CHECKING:
    from ui.context import Context
    from ui.workspaces.journey.map_model import MapModel

NOTICE = "journey.rating"


class RatingActions(QObject):
    """Writes values as the voice in the bar."""

    def __init__(self, context: Context, model: MapModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self._digits = DigitKeys()

    @property
    def shown(self) -> Round | None:
        """The round whose figures the map shows."""
        return self._context.bridge.shown_round(self._model.journey)

    def choose_figure(self, figure: str) -> None:
        """Digits set this figure from now on."""
        self._context.selection.set_figure(figure)
        texts = self._context.texts
        self._context.messages.say(texts.tr("Digits now set: {figure}", figure=texts.tr(FIGURE_NAMES[figure])))

    def typed(self, text: str) -> None:
        """A digit, or the minus ahead of one."""
        if not self._context.settings[LETTER_KEYS]:
            return
        touchpoint = self._context.selection.of(Touchpoint)
        scale = self.shown.scale if self.shown is not None else self._context.document.project.scale
        figure = self._context.selection.figure
        value = self._digits.typed(text, figure, scale)
        if value is None and touchpoint is not None and text.isdecimal():
            self._say_range(figure, scale)
        if value is not None and touchpoint is not None and not self._context.session.read_only:
            self.rate(touchpoint.id, figure, value)

    def _say_range(self, figure: str, scale: int) -> None:
        """A digit beyond the figure's range: say what the range is."""
        texts = self._context.texts
        low, high = (-3, 3) if figure == "emotion" else (1, scale)
        number = texts.signed if figure == "emotion" else texts.number
        self._context.messages.say(
            texts.tr(
                "{figure} goes from {low} to {high}.",
                figure=texts.tr(FIGURE_NAMES[figure]),
                low=number(low, 0),
                high=number(high, 0),
            )
        )

    def rate(self, touchpoint: Id, figure: str, value: int) -> None:
        """Write a value as the chosen voice, or say why not."""
        journey = self._model.journey
        place = self._place(touchpoint)
        if place is None or journey is None:
            return
        with self._context.session.transaction(N_("Rate")) as draft:
            rate_as(draft, journey, place, touchpoint, figure, value)
        texts = self._context.texts
        shown = texts.signed(value, 0) if figure == "emotion" else texts.number(value)
        who = voice_name(self._context.document, place.voice, texts)
        self._context.messages.say(f"{texts.tr(FIGURE_NAMES[figure])}: {shown} · {who}")

    def clear_rating(self) -> None:
        """Take this voice's value of the active figure back."""
        touchpoint = self._context.selection.of(Touchpoint)
        place = self._place(touchpoint.id) if touchpoint is not None else None
        figure = self._context.selection.figure
        if touchpoint is None or place is None or place.round is None:
            return
        if own_value(self._context.document, place, touchpoint.id, figure) is not None:
            with self._context.session.transaction(N_("Take the rating back")) as draft:
                clear_rating(draft, place.round, touchpoint.id, place.voice, figure)

    def enter_group_value(self) -> None:
        """Show the group's own round from now on; values can be set and dragged there."""
        journey, shown = self._model.journey, self.shown
        if journey is None or self._context.session.read_only:
            return
        with self._context.session.transaction(N_("Enter a group value")) as draft:
            open_group_round(draft, journey, shown)
        self._context.messages.withdraw(NOTICE)

    def refuse(self, refusal: Refusal) -> None:
        """Say why a value cannot be set, and offer what can be done instead."""
        texts = self._context.texts
        offer = Choice(texts.tr("Enter a group value"), self.enter_group_value, primary=True)
        self._context.messages.post(Notice(NOTICE, refusal_sentence(refusal, texts), Tone.NEUTRAL, (offer,)))

    def _place(self, touchpoint: Id) -> Place | None:
        found = place_of_rating(self._context.document, self.shown, self._context.selection.voice, touchpoint)
        if isinstance(found, Refusal):
            self.refuse(found)
            return None
        return found
