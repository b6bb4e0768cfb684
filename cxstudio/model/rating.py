"""What people answered: rounds, single ratings, counts of a survey, figures and benchmarks."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from cxstudio.model.base import Answers, Counts, FrozenMap, Id, Ordered, Record, Ref, Words
from cxstudio.model.kinds import FigureKind, RoundKind, RoundState, View
from cxstudio.model.questions import LONGEST_SCALE


class Round(Ordered):
    """One occasion on which a journey was rated, for one persona, by one view, on one scale."""

    journey: Annotated[Id, Ref("Journey", owner=True)]
    persona: Annotated[Id | None, Ref("Persona")] = None
    title: str = ""
    kind: RoundKind = RoundKind.DISCUSSION
    view: View = View.EMPLOYEES
    scale: Annotated[int, Field(ge=2, le=LONGEST_SCALE)] = 7
    """Number of points, 1 to this."""
    day: date | None = None
    wording: Words = FrozenMap()
    """Figure → question as it was asked; missing ones are the program's fixed wording."""
    minimum_group: Annotated[int, Field(ge=1)] = 5
    single_answers: bool = False
    """It was announced that every answer of a discussion is shown, without a name."""
    asked: Annotated[int | None, Field(ge=0)] = None
    """How many people were asked."""
    respondents: Annotated[int | None, Field(ge=0)] = None
    """How many people answered, for surveys kept as counts."""
    state: RoundState = RoundState.OPEN
    raters_knew_measures: bool | None = None
    source: str = ""
    left_out: str = ""
    """What was left out when it was imported, and why."""


class TouchpointRatings(Record):
    """Single ratings of one touchpoint in one round: participant → answer, per figure."""

    round: Annotated[Id, Ref("Round", owner=True)]
    touchpoint: Annotated[Id, Ref("Touchpoint", owner=True)]
    expectation: Annotated[Answers, Ref("Participant")] = FrozenMap()
    experience: Annotated[Answers, Ref("Participant")] = FrozenMap()
    emotion: Annotated[Answers, Ref("Participant")] = FrozenMap()
    importance: Annotated[Answers, Ref("Participant")] = FrozenMap()
    quick: Annotated[Answers, Ref("Participant")] = FrozenMap()
    """Measured against the expectation: negative is worse than expected."""
    promise: Annotated[Answers, Ref("Participant")] = FrozenMap()
    """Whether the promise was found kept: 1 no, 2 partly, 3 yes."""
    word: Annotated[Words, Ref("Participant")] = FrozenMap()


class SurveyCounts(Record):
    """Answers of a survey at one touchpoint, kept as counts; one record per segment, adding up to all."""

    round: Annotated[Id, Ref("Round", owner=True)]
    touchpoint: Annotated[Id, Ref("Touchpoint", owner=True)]
    segment: str = ""
    pairs: Counts = FrozenMap()
    """Joint counts of expectation and experience: "6|3" → 12; a skipped half is "-"."""
    emotion: Counts = FrozenMap()
    importance: Counts = FrozenMap()
    quick: Counts = FrozenMap()
    promise: Counts = FrozenMap()
    """Whether the promise was found kept: 1 no, 2 partly, 3 yes."""
    kano: Counts = FrozenMap()
    """Joint counts of the functional and dysfunctional answer, 1 (like) to 5 (dislike): "1|5" → 7."""

    @property
    def rated(self) -> bool:
        """Whether it is a survey's, and not only Kano answers somebody entered beside single ratings."""
        return bool(self.pairs or self.emotion or self.importance or self.quick or self.promise or not self.kano)


class JourneyFigures(Record):
    """Counts of one figure asked about a whole journey (NPS, CSAT, …) in one round."""

    round: Annotated[Id, Ref("Round", owner=True)]
    figure: FigureKind
    segment: str = ""
    lowest: int = 0
    highest: int = 10
    counts: Counts = FrozenMap()


class Benchmark(Record):
    """A value from elsewhere to compare with, never without its source and year."""

    about: Annotated[Id, Ref("Journey", "Touchpoint", owner=True)]
    figure: str
    value: Annotated[float, Field(ge=-(10**12), le=10**12, allow_inf_nan=False)]
    source: str = ""
    year: int | None = None
