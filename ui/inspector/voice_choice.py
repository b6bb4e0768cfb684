"""Whose answers the inspector's sliders show, and whether they can be moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cxstudio.edits import clear_rating, group_round, say_word
from cxstudio.model import GROUP_VOICE, Document, Id, Round, Touchpoint, TouchpointRatings
from cxstudio.store import Draft
from ui.context.context import Context
from ui.rating.voices import ONE_VOICE, Place, Refusal, own_value, place_of_rating, rate_as

SIGNED: Final = ("emotion", "quick")


@dataclass(frozen=True, slots=True)
class Voice:
    """Who rates one touchpoint now, and where the answers go."""

    touchpoint: Id
    journey: Id
    shown: Round | None
    """The round the map shows; None where a round begins with the first answer."""
    place: Place | Refusal

    @property
    def locked(self) -> bool:
        """Answers of several people, a survey or a closed round: nothing to move."""
        return isinstance(self.place, Refusal)

    @property
    def personal(self) -> bool:
        """One participant rates, not the group."""
        return isinstance(self.place, Place) and self.place.voice != GROUP_VOICE

    @property
    def one_voice(self) -> bool:
        """The round holds one value of the whole group."""
        return self.shown is None or self.shown.kind in ONE_VOICE

    def limits(self, document: Document, figure: str) -> tuple[int, int]:
        """Lowest and highest answer to a figure's question."""
        scale = self.shown.scale if self.shown else document.project.scale
        return (-3, 3) if figure in SIGNED else (1, scale)

    def answer(self, document: Document, figure: str) -> int | None:
        """This voice's answer, None where there is none."""
        return own_value(document, self.place, self.touchpoint, figure) if isinstance(self.place, Place) else None

    def skipped(self, document: Document, figure: str) -> bool:
        """Whether this voice did not want to answer."""
        ratings = self._ratings(document)
        return ratings is not None and getattr(ratings, figure).get(self._key, 0) is None

    def word(self, document: Document) -> str:
        """This voice's word for the emotion."""
        ratings = self._ratings(document)
        return ratings.word.get(self._key, "") if ratings is not None else ""

    def say(self, draft: Draft, word: str) -> None:
        """Write this voice's word for the emotion; an empty one takes it back."""
        if isinstance(self.place, Place):
            say_word(draft, self.place.round or group_round(draft, self.journey), self.touchpoint, self._key, word)

    @property
    def _key(self) -> Id:
        return self.place.voice if isinstance(self.place, Place) else ""

    def _ratings(self, document: Document) -> TouchpointRatings | None:
        known = isinstance(self.place, Place) and self.place.round
        return ratings_of(document, known, self.touchpoint) if known else None

    def give(self, draft: Draft, figure: str, value: int | None) -> None:
        """Write an answer; None is one refused."""
        if isinstance(self.place, Place):
            rate_as(draft, self.journey, self.place, self.touchpoint, figure, value)

    def take_back(self, draft: Draft, figure: str) -> None:
        """Forget an answer: it was never given."""
        if isinstance(self.place, Place) and self.place.round is not None:
            clear_rating(draft, self.place.round, self.touchpoint, self.place.voice, figure)


def voice_for(context: Context, touchpoint: Touchpoint) -> Voice:
    """The voice chosen in the window, at one touchpoint."""
    document = context.document
    journey = document.journey_of(touchpoint).id
    shown = context.bridge.shown_round(journey)
    place = place_of_rating(document, shown, context.selection.voice, touchpoint.id)
    return Voice(touchpoint.id, journey, shown, place)


def ratings_of(document: Document, round_id: Id, touchpoint: Id) -> TouchpointRatings | None:
    """The single answers of a round at a touchpoint."""
    found = document.having(TouchpointRatings, "touchpoint", touchpoint)
    return next((r for r in found if r.round == round_id), None)
