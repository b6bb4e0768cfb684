"""As whom somebody answers in a round, whose answer may be set where, and setting it. All who rate go through here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from cxstudio.edits.rating.rating_edits import clear_rating, group_round, rate, say_word
from cxstudio.model import GROUP_VOICE, Document, Id, Journey, Participant, Round, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import RoundKind, RoundState
from cxstudio.model.questions import FIGURES, Ends, limits
from cxstudio.model.rounds import is_counted, ratings_of
from cxstudio.store import Draft

ONE_VOICE: Final = (RoundKind.GROUP, RoundKind.TARGET)
"""Rounds that hold one consensus value instead of single answers."""


class Refusal(StrEnum):
    """Why a value cannot be set here."""

    MEAN = "mean"
    """Several people answered; their mean is nobody's to set."""
    SURVEY = "survey"
    """Counts of a survey are not edited by hand."""
    CLOSED = "closed"
    NEEDS_PERSON = "needs_person"
    """A round of single answers, but nobody is chosen to rate as."""


class Allowed(NamedTuple):
    """Whose answers about a touchpoint may be set, and in which round (None: the group's own begins with them)."""

    touchpoint: Id
    round: Id | None
    voice: Id


class Answer(NamedTuple):
    """One voice's answer to one question."""

    value: int | None
    given: bool = True

    @property
    def skipped(self) -> bool:
        """Asked, and not answered: no zero, and no answer still to come."""
        return self.given and self.value is None


NOT_YET: Final = Answer(None, given=False)


def is_unused(document: Document, person: Id) -> bool:
    """Whether a person has neither name nor role and has answered nothing anywhere."""
    found = document.find(person)
    plain = isinstance(found, Participant) and not (found.name or found.role or found.group)
    return plain and next(document.references_to(person), None) is None


@dataclass(frozen=True, slots=True)
class Rater:
    """A round of a journey as one person who answers sees it."""

    journey: Id | None
    round: Round | None
    """None where the group's own round begins with the first answer."""
    own: Id | None
    """Key of the voice whose single answers are shown and set; None shows the means of all."""
    scale: int

    @property
    def one_voice(self) -> bool:
        """The round holds one value of the whole group."""
        return self.round is None or self.round.kind in ONE_VOICE

    @property
    def open(self) -> bool:
        """Somebody's answers are in view and can be written."""
        return self.own is not None and not self._closed

    @property
    def _closed(self) -> bool:
        return self.round is not None and self.round.state is RoundState.CLOSED

    def limits(self, figure: str) -> Ends:
        """Lowest and highest answer to a question."""
        return limits(figure, self.scale)

    def ratings(self, document: Document, touchpoint: Id) -> TouchpointRatings | None:
        """The single answers at a touchpoint."""
        return ratings_of(document, self.round.id, touchpoint) if self.round is not None else None

    def answer(self, ratings: TouchpointRatings | None, figure: str) -> Answer:
        """The voice's own answer in these ratings."""
        answers = getattr(ratings, figure) if ratings is not None and self.own is not None else {}
        return Answer(answers[self.own]) if self.own in answers else NOT_YET

    def may_answer(self, document: Document, touchpoint: Id) -> Allowed | Refusal:
        """Where an answer at this touchpoint goes, or why it cannot be given."""
        if self._closed:
            return Refusal.CLOSED
        if self.own is not None:
            return Allowed(touchpoint, self.round.id if self.round is not None else None, self.own)
        if self.round is not None and (self.round.kind is RoundKind.SURVEY or is_counted(document, self.round.id)):
            return Refusal.SURVEY
        answered = self._others(document, touchpoint, FIGURES)
        return Refusal.MEAN if answered else Refusal.NEEDS_PERSON

    def may_drag(self, document: Document, touchpoint: Id, figure: str) -> Allowed | Refusal:
        """As `may_answer`, but the mark that is dragged must stand for this voice's answer and no mean."""
        found = self.may_answer(document, touchpoint)
        mean = isinstance(found, Allowed) and self._others(document, touchpoint, (figure,))
        return Refusal.MEAN if mean else found

    def _others(self, document: Document, touchpoint: Id, figures: Iterable[str]) -> bool:
        """Whether anybody but this voice answered one of these questions."""
        ratings = self.ratings(document, touchpoint)
        return ratings is not None and any(key != self.own for figure in figures for key in getattr(ratings, figure))


def rater(document: Document, journey: Id | None, shown: Round | None, voice: Id) -> Rater:
    """Who answers where a voice is chosen (GROUP_VOICE: nobody) and this round is shown."""
    own: Id | None = None
    if shown is None or shown.kind in ONE_VOICE:
        own = GROUP_VOICE
    elif takes_people(document, shown) and isinstance(document.find(voice), Participant):
        own = voice
    return Rater(journey, shown, own, shown.scale if shown is not None else document.project.scale)


def takes_people(document: Document, about: Round) -> bool:
    """Whether people answer one by one in a round while it is open."""
    return about.kind not in ONE_VOICE and not is_counted(document, about.id)


def rate_as(draft: Draft, where: Allowed, figure: str, value: int | None) -> None:
    """Write an answer, None for a skip, where it belongs. Raises ValueError off the scale."""
    rate(draft, _round(draft, where), where.touchpoint, where.voice, figure, value)


def clear_as(draft: Draft, where: Allowed, figure: str) -> None:
    """Forget an answer: it was never given."""
    if where.round is not None:
        clear_rating(draft, where.round, where.touchpoint, where.voice, figure)


def say_as(draft: Draft, where: Allowed, word: str) -> None:
    """Write the voice's own word for the emotion; an empty one takes it back."""
    say_word(draft, _round(draft, where), where.touchpoint, where.voice, word)


def _round(draft: Draft, where: Allowed) -> Id:
    about = draft.get(Touchpoint, where.touchpoint)
    return where.round or group_round(draft, draft.document.journey_of(about).id)


def open_group_round(draft: Draft, journey: Id, like: Round | None) -> Id:
    """Show the group's own round from now on, on the scale and for the persona of the one shown so far."""
    values = {} if like is None else {"scale": like.scale, "persona": like.persona, "view": like.view, "day": like.day}
    round_id = group_round(draft, journey, **values)
    draft.update(Journey, journey, shown_round=round_id)
    return round_id
