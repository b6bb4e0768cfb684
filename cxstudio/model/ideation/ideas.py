"""From question to prototype: questions, ideas, clusters, votes, tests."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from cxstudio.model.base import Counts, FrozenMap, Id, Ordered, Record, Ref
from cxstudio.model.kinds import NoteColour, QuestionKind, TestResult, Tie, VoteKind
from cxstudio.model.measures import Points

Coordinate = Annotated[float, Field(ge=-(10**6), le=10**6, allow_inf_nan=False)]


def _note_colour(value: Any) -> Any:
    """Any colour of one's own, which notes had before the wall came, is the usual one."""
    return value if value in set(NoteColour) else NoteColour.YELLOW


class Question(Ordered):
    """A point-of-view sentence or a how-might-we question; also the board its ideas hang on."""

    text: str
    """The question; of a point of view, whom it is about."""
    kind: QuestionKind = QuestionKind.HOW_MIGHT_WE
    need: str = ""
    """Of a point of view: what this customer needs …"""
    insight: str = ""
    """… and why, as the group found out."""
    persona: Annotated[Id | None, Ref("Persona")] = None
    touchpoints: Annotated[tuple[Id, ...], Ref("Touchpoint")] = ()
    from_view: Annotated[Id | None, Ref("Question")] = None
    """The point of view a how-might-we question was made from."""
    silent: bool = False
    """Whether the group is writing silently: new ideas are covered on the projector until they are revealed."""


class Cluster(Ordered):
    """Ideas that belong together."""

    name: str
    question: Annotated[Id | None, Ref("Question", owner=True)] = None
    x: Coordinate = 0.0
    y: Coordinate = 0.0


class Idea(Ordered):
    """One idea on the wall."""

    text: str
    question: Annotated[Id | None, Ref("Question", owner=True)] = None
    cluster: Annotated[Id | None, Ref("Cluster")] = None
    touchpoints: Annotated[tuple[Id, ...], Ref("Touchpoint")] = ()
    author: Annotated[Id | None, Ref("Participant")] = None
    """Who wrote it, where the group wants that known."""
    colour: Annotated[NoteColour, BeforeValidator(_note_colour)] = NoteColour.YELLOW
    x: Coordinate = 0.0
    y: Coordinate = 0.0
    covered: bool = False
    """Written in a silent phase and not revealed yet."""
    merged_into: Annotated[Id | None, Ref("Idea")] = None
    effort: Points | None = None
    impact: Points | None = None


class VoteRound(Ordered):
    """One vote over ideas, by points or by a rating of each. Its rule is fixed before the first slip.

    Until it is revealed, all slips are one value nobody reads by looking at it; that is not encryption.
    """

    question: Annotated[Id | None, Ref("Question", owner=True)] = None
    title: str = ""
    kind: VoteKind = VoteKind.POINTS
    ideas: Annotated[tuple[Id, ...], Ref("Idea")] = ()
    """What is voted on, in the order of the slips."""
    points_each: Annotated[int, Field(ge=1)] = 3
    eligible: Annotated[int, Field(ge=0)] = 0
    """People listed when the vote was opened."""
    cast: Annotated[int, Field(ge=0)] = 0
    """Slips handed in."""
    follows: Annotated[Id | None, Ref("VoteRound")] = None
    """The vote this one repeats or settles."""
    sealed: str = ""
    """The slips until they are revealed."""
    revealed: bool = False
    settled: Annotated[tuple[Id, ...], Ref("Idea")] = ()
    """Of those tied for the last place: which ones were chosen by whoever decides a tie."""


class VoteRule(Record):
    """What counts in a vote, fixed before anybody votes."""

    vote_round: Annotated[Id, Ref("VoteRound", owner=True)]
    places: Annotated[int, Field(ge=1)] = 3
    """By points: at most so many ideas are chosen …"""
    least: Annotated[int, Field(ge=1)] = 1
    """… each with at least so many points."""
    share: Annotated[int, Field(ge=1, le=100)] = 75
    """By a rating: so many per cent have to say yes."""
    tie: Tie = Tie.ALL_IN
    tie_by: str = ""
    """Who decides a tie, where somebody does: a role."""
    fixed_by: str = ""
    """Who fixed the rule: a role, or the whole group."""
    fixed_at: str = ""
    """Day and time, as YYYY-MM-DD HH:MM."""


class Votes(Record):
    """What one idea got in a vote that is revealed: random code of a slip → points; of a rating 2 yes, 1 yes with
    changes, 0 no. A code is nobody's name."""

    vote_round: Annotated[Id, Ref("VoteRound", owner=True)]
    idea: Annotated[Id, Ref("Idea", owner=True)]
    points: Counts = FrozenMap()


class Prototype(Ordered):
    """Something to try an idea with."""

    idea: Annotated[Id, Ref("Idea", owner=True)]
    title: str = ""
    how: str = ""
    material: str = ""


class Test(Ordered):
    """One trial: what we believe, how we find out, what came of it."""

    __test__ = False

    idea: Annotated[Id, Ref("Idea", owner=True)]
    prototype: Annotated[Id | None, Ref("Prototype")] = None
    hypothesis: str = ""
    how: str = ""
    with_whom: str = ""
    result: TestResult = TestResult.OPEN
    learned: str = ""
    next_step: str = ""
