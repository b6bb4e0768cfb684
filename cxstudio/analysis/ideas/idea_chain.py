"""The chain an idea is part of: touchpoints, question, votes, prototypes, tests, measures; walked both ways."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.model import Document, Id, Idea, Measure, Prototype, Question, Record, Test, Touchpoint, VoteRound
from cxstudio.model.kinds import TestResult


@dataclass(frozen=True, slots=True)
class Chain:
    """What an idea is linked with, each in its order."""

    touchpoints: tuple[Id, ...]
    question: Id | None
    votes: tuple[Id, ...]
    prototypes: tuple[Id, ...]
    tests: tuple[Id, ...]
    measures: tuple[Id, ...]


def chain_of(document: Document, idea: Idea) -> Chain:
    """Everything before and after an idea."""
    question = document.find(idea.question)
    asked = question.touchpoints if isinstance(question, Question) else ()
    return Chain(
        tuple(dict.fromkeys((*idea.touchpoints, *asked))),
        idea.question,
        _ids(document.having(VoteRound, "ideas", idea.id)),
        _ids(document.having(Prototype, "idea", idea.id)),
        _ids(document.having(Test, "idea", idea.id)),
        _ids(document.having(Measure, "ideas", idea.id)),
    )


def questions_about(document: Document, touchpoint: Touchpoint) -> tuple[Question, ...]:
    """Questions and points of view made from a touchpoint."""
    return document.having(Question, "touchpoints", touchpoint.id)


def ideas_for(document: Document, touchpoint: Touchpoint) -> tuple[Idea, ...]:
    """Ideas for a touchpoint, its own and those of its questions; merged ones are left out."""
    own = document.having(Idea, "touchpoints", touchpoint.id)
    asked = (idea for q in questions_about(document, touchpoint) for idea in document.having(Idea, "question", q.id))
    found = {idea.id: idea for idea in (*own, *asked)}
    return tuple(idea for idea in found.values() if idea.merged_into is None)


def trial_state(document: Document, idea: Id) -> TestResult | None:
    """How the last trial of an idea ended; None where it was never tried. A prototype alone is one still open."""
    tests = document.having(Test, "idea", idea)
    if tests:
        return tests[-1].result
    return TestResult.OPEN if document.having(Prototype, "idea", idea) else None


def _ids(records: Sequence[Record]) -> tuple[Id, ...]:
    return tuple(record.id for record in records)
