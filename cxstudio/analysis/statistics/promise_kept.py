"""Whether those asked found a promise kept: a count of yes, partly and no, and one word for it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary
from cxstudio.analysis.statistics.touchpoint_figures import single_answers_shown, too_few
from cxstudio.model import Document, Id, Round, Touchpoint
from cxstudio.model.kinds import RoundKind
from cxstudio.model.questions import PROMISE

NO, PARTLY, YES = range(PROMISE[0], PROMISE[1] + 1)
"""The answers."""


class PromiseResult(StrEnum):
    """What those asked found, the worst first."""

    BROKEN = "broken"
    """More than half say no."""
    PARTLY = "partly"
    """Neither."""
    KEPT = "kept"
    """More than half say yes."""


@dataclass(frozen=True, slots=True)
class PromiseFound:
    """One promise, and how many found it kept (people). It judges nothing else: no verdict, rank or mark."""

    touchpoint: Id
    yes: int = 0
    partly: int = 0
    no: int = 0
    skipped: int = 0
    result: PromiseResult | None = None
    """None where nobody was asked, or so few in a survey that their answers are not shown."""
    counted: bool = False
    """Whether the counts may be shown, and not only the word and how many answered."""

    @property
    def n(self) -> int:
        """People who answered."""
        return self.yes + self.partly + self.no


def promise_found(touchpoint: Id, part: Summary | None, round_: Round | None) -> PromiseFound:
    """What the answers to the question about the promise say. A target round asks nobody."""
    if part is None or round_ is None or round_.kind is RoundKind.TARGET or too_few(round_, part.n):
        return PromiseFound(touchpoint)
    counts = dict(part.counts)
    yes, partly, no = (counts.get(answer, 0) for answer in (YES, PARTLY, NO))
    result = PromiseResult.KEPT if 2 * yes > part.n else PromiseResult.BROKEN if 2 * no > part.n else None
    counted = single_answers_shown(round_, part.n)
    return PromiseFound(touchpoint, yes, partly, no, part.skipped, result or PromiseResult.PARTLY, counted)


def promises(document: Document, journey: Id, figures: RoundFigures | None) -> tuple[PromiseFound, ...]:
    """Every touchpoint of a journey with a promise, in the order of the map."""
    made = (t for t in document.journey_touchpoints(journey) if t.promise.strip())
    return tuple(promise_of(document, touchpoint, figures) for touchpoint in made)


def promise_of(document: Document, touchpoint: Touchpoint, figures: RoundFigures | None) -> PromiseFound:
    """What a round found about the promise of one touchpoint."""
    found = figures.of(touchpoint.id) if figures is not None else None
    round_ = document.find(figures.round) if figures is not None else None
    part = found.promise if found is not None else None
    return promise_found(touchpoint.id, part, round_ if isinstance(round_, Round) else None)
