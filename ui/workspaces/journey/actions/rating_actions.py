"""Rating from the keyboard, and what is offered where a value cannot be set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cxstudio.edits.rating.voices import Allowed, Rater, Refusal
from cxstudio.model import Id, Touchpoint
from cxstudio.session.settings import LETTER_KEYS
from cxstudio.wording import N_
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import ends_words
from cxstudio.wording.figures.voice_sentences import refusal_sentence, set_words, voice_here
from ui.context import rating
from ui.context.answer_keys import MINUS, AnswerKeys, Typed
from ui.context.messages import Choice, Notice, Tone

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.map_model import MapModel

NOTICE = "journey.rating"


class RatingActions(QObject):
    """Writes values as the voice in the bar."""

    def __init__(self, context: Context, model: MapModel, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._model = context, model
        self._keys = AnswerKeys()
        context.selection.voice_changed.connect(self._keys.forget)

    @property
    def rater(self) -> Rater:
        """The voice of the window in the round whose figures the map shows."""
        return rating.rater_in(self._context, self._model.journey)

    def choose_figure(self, figure: str) -> None:
        """Digits set this figure from now on."""
        self._context.selection.set_figure(figure)
        texts = self._context.texts
        self._context.messages.say(texts.tr("Digits now set: {figure}", figure=texts.tr(figure_label(figure))))

    def typed(self, text: str) -> None:
        """A digit, or the minus ahead of one."""
        if not self._context.settings[LETTER_KEYS]:
            return
        touchpoint = self._context.selection.of(Touchpoint)
        figure = self._context.selection.figure
        limits = self.rater.limits(figure)
        if text in MINUS and limits[0] >= 0:
            return
        value = self._keys.typed(text, limits)
        if value is Typed.OFF and touchpoint is not None:
            self.say_range(figure)
        if isinstance(value, int) and touchpoint is not None and not self._context.session.read_only:
            self.rate_all([t.id for t in self._context.selection.all_of(Touchpoint)], figure, value)

    def say_range(self, figure: str) -> None:
        """A value beyond the figure's range: say what the range is."""
        texts = self._context.texts
        ends = ends_words(figure, texts, self.rater.scale)
        said = texts.tr("{figure} runs from {low} to {high}.", figure=texts.tr(figure_label(figure)), **ends)
        self._context.messages.say(said)

    def rate(self, touchpoint: Id, figure: str, value: int) -> None:
        """Write a value as the chosen voice, or say why not."""
        self.rate_all([touchpoint], figure, value)

    def rate_all(self, touchpoints: Sequence[Id], figure: str, value: int) -> None:
        """Write one value for several touchpoints as one step; say why not where none of them takes it."""
        places, texts = self._places(touchpoints), self._context.texts
        if not places:
            return
        rating.give(self._context, places, figure, value, N_("Rate"))
        who = voice_here(self._context.document, places[0].voice, self.rater.round, texts)
        said = set_words(figure, value, who, texts)
        if len(touchpoints) > 1:
            said += " · " + texts.trn("{n} touchpoint", "{n} touchpoints", len(places))
        self._context.messages.say(said)

    def clear_rating(self) -> None:
        """Take this voice's values of the active figure back."""
        selection = self._context.selection
        places = self._places([t.id for t in selection.all_of(Touchpoint)])
        rating.take_back(self._context, places, selection.figure, N_("Withdraw the rating"))

    def enter_group_value(self) -> None:
        """Show the group's own round from now on; values can be set and dragged there."""
        rating.enter_group_value(self._context, self._model.journey, self.rater.round)
        self._context.messages.withdraw(NOTICE)

    def refuse(self, refusal: Refusal) -> None:
        """Say why a value cannot be set, and offer what can be done instead."""
        texts = self._context.texts
        offer = Choice(texts.tr("Enter a group value"), self.enter_group_value, primary=True)
        rater, text = self.rater, refusal_sentence(refusal, texts)
        self._context.messages.post(
            Notice(NOTICE, text, Tone.NEUTRAL, (offer,), passing=True, holds=lambda: self.rater == rater)
        )

    def _places(self, touchpoints: Sequence[Id]) -> list[Allowed]:
        """Where the values of these touchpoints go; where none can be set, people are told why."""
        rater = self.rater
        found = [rater.may_answer(self._context.document, i) for i in touchpoints]
        allowed = [place for place in found if isinstance(place, Allowed)]
        refused = next((place for place in found if isinstance(place, Refusal)), None)
        if refused is not None and not allowed:
            self.refuse(refused)
        return allowed
