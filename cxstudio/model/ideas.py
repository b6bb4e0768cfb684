"""From question to prototype: questions, ideas, clusters, votes, tests."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from cxstudio.model.base import Counts, FrozenMap, Id, Ordered, Record, Ref
from cxstudio.model.kinds import QuestionKind, TestResult

Coordinate = Annotated[float, Field(ge=-(10**6), le=10**6, allow_inf_nan=False)]


class Question(Ordered):
    """A point-of-view sentence or a how-might-we question; also the board its ideas hang on."""

    text: str
    kind: QuestionKind = QuestionKind.HOW_MIGHT_WE
    persona: Annotated[Id | None, Ref("Persona")] = None
    touchpoints: Annotated[tuple[Id, ...], Ref("Touchpoint")] = ()


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
    colour: str = ""
    x: Coordinate = 0.0
    y: Coordinate = 0.0
    merged_into: Annotated[Id | None, Ref("Idea")] = None


class VoteRound(Ordered):
    """One dot voting over the ideas of a question."""

    question: Annotated[Id | None, Ref("Question", owner=True)] = None
    title: str = ""
    points_each: Annotated[int, Field(ge=1)] = 3
    revealed: bool = False


class Votes(Record):
    """Points one idea got in one voting: participant → points."""

    vote_round: Annotated[Id, Ref("VoteRound", owner=True)]
    idea: Annotated[Id, Ref("Idea", owner=True)]
    points: Annotated[Counts, Ref("Participant")] = FrozenMap()


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
