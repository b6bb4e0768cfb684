"""Nothing critical is forgotten, and basics come first: touchpoints without a measure, and what would go ahead of them.

Ladder, ranking, critical touchpoints and this page read one unmet basic: `TouchpointFigures.unmet_basic`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.measures.measure_standing import only_delights
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.search.touchpoint_filter import with_measure
from cxstudio.analysis.statistics.figure_values import RoundFigures, Verdict
from cxstudio.model import Document, Id, Measure, Touchpoint
from cxstudio.model.kinds import MeasureStatus

NEW: Final = frozenset({MeasureStatus.IDEA, MeasureStatus.PROPOSED, MeasureStatus.PLANNED})
"""Statuses of what has not begun: only there a basic requirement can still come first."""


@dataclass(frozen=True, slots=True)
class Unanswered:
    """Touchpoints of a journey no measure is for, the most urgent first; what was dropped answers nothing."""

    critical: tuple[Touchpoint, ...] = ()
    """Critical, without a measure and without a reason."""
    disappointing: tuple[Touchpoint, ...] = ()
    """Not critical, but disappointing, without a measure and without a reason."""
    with_reason: tuple[Touchpoint, ...] = ()
    """Critical, and the group said why it plans nothing there."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many critical touchpoints there are, and how many of them some measures touch."""

    critical: int
    answered: int


def unanswered(document: Document, journey: Id | None, figures: RoundFigures | None) -> Unanswered:
    """What a journey still asks for, with these figures of the round it is judged by."""
    if journey is None or (figures is not None and figures.target):
        return Unanswered()
    taken = with_measure(document)
    left = [t for t in _by_need(document, journey, figures) if t.id not in taken]
    critical: list[Touchpoint] = []
    others: list[Touchpoint] = []
    for touchpoint in left:
        (critical if is_critical(figures, touchpoint) else others).append(touchpoint)
    rest = [t for t in others if not _reason(t) and _disappoints(figures, t.id)]
    return Unanswered(
        tuple(t for t in critical if not _reason(t)), tuple(rest), tuple(t for t in critical if _reason(t))
    )


def coverage(critical: Iterable[Touchpoint], measures: Iterable[Measure]) -> Coverage:
    """How many of these critical touchpoints these measures touch."""
    touched = {t for measure in measures for t in measure.touchpoints}
    listed = [t.id for t in critical]
    return Coverage(len(listed), len(touched.intersection(listed)))


def open_basics(document: Document, figures: RoundFigures | None) -> tuple[Touchpoint, ...]:
    """Unmet basics with neither a measure nor a reason, in the order of the need for action."""
    if figures is None or figures.target:
        return ()
    taken = with_measure(document)
    found = (document.find(f.touchpoint) for f in figures.touchpoints if f.unmet_basic)
    left = [t for t in found if isinstance(t, Touchpoint) and t.id not in taken and not _reason(t)]
    return tuple(sorted(left, key=lambda t: figures.rank(t.id) or len(figures.ranking) + 1))


def ahead_of_basics(document: Document, figures: RoundFigures | None) -> dict[Id, tuple[Touchpoint, ...]]:
    """New measures that only delight → the unmet basics nobody has planned anything for.

    Nothing that runs already is named, and nothing the group goes on with for a reason.
    """
    basics = open_basics(document, figures)
    if not basics:
        return {}
    return {
        measure.id: basics
        for measure in document.all(Measure)
        if measure.status in NEW and not measure.ahead_of_basics.strip() and only_delights(document, measure)
    }


def _reason(touchpoint: Touchpoint) -> str:
    return touchpoint.no_measure_reason.strip()


def _disappoints(figures: RoundFigures | None, touchpoint: Id) -> bool:
    found = figures.of(touchpoint) if figures is not None else None
    return found is not None and found.verdict is Verdict.DISAPPOINTING


def _by_need(document: Document, journey: Id, figures: RoundFigures | None) -> list[Touchpoint]:
    row = document.journey_touchpoints(journey)
    if figures is None:
        return list(row)
    last = len(figures.ranking) + 1
    return sorted(row, key=lambda t: figures.rank(t.id) or last)
