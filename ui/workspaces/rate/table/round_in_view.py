"""Which round is in view, whose answers the grid shows, and where new ones go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cxstudio.model import GROUP_VOICE, Document, Id, Participant, Round, SurveyCounts, TouchpointRatings
from cxstudio.model.kinds import RoundState
from cxstudio.model.rounds import is_counted
from ui.context.context import Context
from ui.inspector.voice_choice import ratings_of
from ui.rating.voices import ONE_VOICE, Place, Refusal, place_of_rating
from ui.workspaces.rate.table.answer_columns import SIGNED


class Answer(NamedTuple):
    """One voice's answer to one question."""

    value: int | None
    given: bool = True

    @property
    def skipped(self) -> bool:
        """Asked, and not answered: no zero, and no answer still to come."""
        return self.given and self.value is None


NOT_YET = Answer(None, given=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """A round of a journey as one person at the keyboard sees it."""

    journey: Id | None
    round: Round | None
    own: Id | None
    """Key of the voice whose single answers are shown; None shows the means of all."""
    scale: int

    @property
    def one_voice(self) -> bool:
        """The round holds one value of the whole group."""
        return self.round is None or self.round.kind in ONE_VOICE

    @property
    def open(self) -> bool:
        """Somebody's answers are in view and can be written."""
        return self.own is not None and (self.round is None or self.round.state is not RoundState.CLOSED)

    def limits(self, figure: str) -> tuple[int, int]:
        """Lowest and highest answer to a question."""
        return (-3, 3) if figure in SIGNED else (1, self.scale)

    def ratings(self, document: Document, touchpoint: Id) -> TouchpointRatings | None:
        """The single answers at a touchpoint."""
        return ratings_of(document, self.round.id, touchpoint) if self.round is not None else None

    def answer(self, ratings: TouchpointRatings | None, figure: str) -> Answer:
        """The voice's own answer in these ratings."""
        if ratings is None or self.own is None:
            return NOT_YET
        answers = getattr(ratings, figure)
        return Answer(answers[self.own]) if self.own in answers else NOT_YET

    def place(self, document: Document, touchpoint: Id) -> Place | Refusal:
        """Where an answer at this touchpoint goes, or why it cannot be given."""
        return place_of_rating(document, self.round, self.own or GROUP_VOICE, touchpoint)


def asked(context: Context, instead: Id | None = None) -> Asked:
    """What is in view: the round the journey shows (or the one chosen `instead`) and the voice of the window."""
    document, journey = context.document, context.selection.journey
    other = document.find(instead)
    shown = other if isinstance(other, Round) and other.journey == journey else context.bridge.shown_round(journey)
    return Asked(journey, shown, _own(context, shown), shown.scale if shown else document.project.scale)


def _own(context: Context, shown: Round | None) -> Id | None:
    if shown is None or shown.kind in ONE_VOICE:
        return GROUP_VOICE
    if is_counted(context.document, shown.id):
        return None
    voice = context.selection.voice
    return voice if isinstance(context.document.find(voice), Participant) else None


def is_quick(document: Document, round_: Round | None) -> bool:
    """Whether a round was asked the one quick question only."""
    quick, full = quick_and_full(document, round_)
    return quick and not full


def quick_and_full(document: Document, round_: Round | None) -> tuple[bool, bool]:
    """Whether a round holds quick answers, and whether it holds any on expectation or experience."""
    if round_ is None:
        return False, False
    ratings = document.having(TouchpointRatings, "round", round_.id)
    counts = document.having(SurveyCounts, "round", round_.id)
    quick = any(r.quick for r in ratings) or any(c.quick for c in counts)
    full = any(r.expectation or r.experience for r in ratings) or any(c.pairs for c in counts)
    return quick, full
