"""Whose answers the inspector's sliders show, and whether they can be moved."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.edits.voices import Allowed, Answer, Rater, Refusal
from cxstudio.model import GROUP_VOICE, Touchpoint, TouchpointRatings
from ui.context.context import Context
from ui.context.rating import rater_in


@dataclass(frozen=True, slots=True)
class Voice:
    """Who rates one touchpoint now, where the answers go, and what was answered there."""

    rater: Rater
    place: Allowed | Refusal
    ratings: TouchpointRatings | None

    @property
    def locked(self) -> bool:
        """Answers of several people, a survey or a closed round: nothing to move."""
        return isinstance(self.place, Refusal)

    @property
    def personal(self) -> bool:
        """One participant rates, not the group."""
        return not self.locked and self.rater.own != GROUP_VOICE

    def answer(self, figure: str) -> Answer:
        """This voice's answer."""
        return self.rater.answer(self.ratings, figure)

    @property
    def word(self) -> str:
        """This voice's word for the emotion."""
        return self.ratings.word.get(self.rater.own or "", "") if self.ratings is not None and not self.locked else ""


def voice_for(context: Context, touchpoint: Touchpoint) -> Voice:
    """The voice chosen in the window, at one touchpoint."""
    document = context.document
    rater = rater_in(context, document.journey_of(touchpoint).id)
    return Voice(rater, rater.may_answer(document, touchpoint.id), rater.ratings(document, touchpoint.id))
