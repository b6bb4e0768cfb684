"""Rating from the keyboard, and what is offered where a value cannot be set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cxstudio.edits import clear_rating
from cxstudio.model import Id, Round, Touchpoint
from cxstudio.session.settings import LETTER_KEYS
from cxstudio.wording import N_
from ui.context.messages import Choice, Notice, Tone
from ui.rating.voices import (
    Place,
    Refusal,
    open_group_round,
    own_value,
    place_of_rating,
    rate_as,
    refusal_sentence,
    voice_here,
)
from ui.workspaces.journey.gestures.card_gestures import FIGURE_NAMES
from ui.workspaces.journey.map_model.map_keys import DigitKeys

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.map_model import MapModel

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
        figure = self._context.selection.figure
        value = self._digits.typed(text, figure, self._scale)
        if value is None and touchpoint is not None and text.isdecimal():
            self.say_range(figure)
        if value is not None and touchpoint is not None and not self._context.session.read_only:
            self.rate_all([t.id for t in self._context.selection.all_of(Touchpoint)], figure, value)

    @property
    def _scale(self) -> int:
        return self.shown.scale if self.shown is not None else self._context.document.project.scale

    def limits(self, figure: str) -> tuple[int, int]:
        """Lowest and highest value of a figure in the round shown."""
        return (-3, 3) if figure == "emotion" else (1, self._scale)

    def say_range(self, figure: str) -> None:
        """A value beyond the figure's range: say what the range is."""
        texts = self._context.texts
        low, high = self.limits(figure)
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
        self.rate_all([touchpoint], figure, value)

    def rate_all(self, touchpoints: Sequence[Id], figure: str, value: int) -> None:
        """Write one value for several touchpoints as one step; say why not where none of them takes it."""
        journey = self._model.journey
        places = self._places(touchpoints)
        if not places or journey is None:
            return
        with self._context.session.transaction(N_("Rate")) as draft:
            for touchpoint, place in places:
                rate_as(draft, journey, place, touchpoint, figure, value)
        texts = self._context.texts
        shown = texts.signed(value, 0) if figure == "emotion" else texts.number(value)
        who = voice_here(self._context.document, places[0][1].voice, self.shown, texts)
        said = f"{texts.tr(FIGURE_NAMES[figure])}: {shown} · {who}"
        if len(touchpoints) > 1:
            said += " · " + texts.trn("{n} touchpoint", "{n} touchpoints", len(places))
        self._context.messages.say(said)

    def clear_rating(self) -> None:
        """Take this voice's values of the active figure back."""
        figure = self._context.selection.figure
        touchpoints = [t.id for t in self._context.selection.all_of(Touchpoint)]
        rated = [
            (touchpoint, place)
            for touchpoint, place in self._places(touchpoints)
            if place.round is not None and own_value(self._context.document, place, touchpoint, figure) is not None
        ]
        if rated:
            with self._context.session.transaction(N_("Take the rating back")) as draft:
                for touchpoint, place in rated:
                    clear_rating(draft, place.round or "", touchpoint, place.voice, figure)

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
        self._context.messages.post(
            Notice(NOTICE, refusal_sentence(refusal, texts), Tone.NEUTRAL, (offer,), passing=True)
        )

    def _places(self, touchpoints: Sequence[Id]) -> list[tuple[Id, Place]]:
        """Where the values of these touchpoints go; where none can be set, people are told why."""
        document, shown, voice = self._context.document, self.shown, self._context.selection.voice
        found = [(i, place_of_rating(document, shown, voice, i)) for i in touchpoints]
        allowed = [(i, place) for i, place in found if isinstance(place, Place)]
        refused = next((place for _, place in found if isinstance(place, Refusal)), None)
        if refused is not None and not allowed:
            self.refuse(refused)
        return allowed
