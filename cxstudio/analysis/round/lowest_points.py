"""Which touchpoints of a round a sentence may call the lowest, by any figure."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import partial

from cxstudio.analysis.round.touchpoint_cache import Kept
from cxstudio.analysis.statistics.answer_counts import difference
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary
from cxstudio.analysis.statistics.standing_apart import MOST_NAMED, Lying, lowest
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Id, SurveyCounts, TouchpointRatings
from cxstudio.model.questions import DELTA, limits


def lowest_touchpoints(figures: RoundFigures, figure: str, among: Container[Id] | None = None) -> tuple[Id, ...]:
    """The touchpoint whose mean lies lowest, with those that cannot be told apart from it; none of too many.

    `figure` is "delta" or a question; `among` looks at these touchpoints only. Deltas from quick ratings are not
    compared with paired ones.
    """
    kept = figures.kept
    if not isinstance(kept, Kept):
        return ()
    survey = is_survey(kept.round)
    least = kept.options.smallest_for_interval if survey else 1
    found = []
    for one in figures.touchpoints:
        part: Summary | None = getattr(one, figure)
        if part is None or part.n < least or (figure == DELTA and one.delta_from_quick):
            continue
        if among is None or one.touchpoint in among:
            given = kept.parts[one.touchpoint]
            found.append(lying(one.touchpoint, part, figure, kept.round.scale, given.ratings, given.counts))
    return lowest_of(found, survey)


def lowest_of(found: Sequence[Lying], survey: bool) -> tuple[Id, ...]:
    """Those a sentence names: the lowest with those that cannot be told apart from it; none of too many."""
    named = lowest(found, survey)
    return named if len(named) <= MOST_NAMED else ()


def lying(
    touchpoint: Id,
    part: Summary,
    figure: str,
    scale: int,
    ratings: Sequence[TouchpointRatings],
    counts: Sequence[SurveyCounts],
) -> Lying:
    """The answers to one question at one touchpoint, and who gave which where nothing else is behind them."""
    known = bool(ratings) and not counts
    who = partial(_voices, ratings[0], figure, scale) if known else None
    return Lying(touchpoint, part, limits(figure, scale), who, difference=figure == DELTA)


def _voices(record: TouchpointRatings, figure: str, scale: int) -> dict[str, int]:
    """Who gave which value."""
    if figure != DELTA:
        low, high = limits(figure, scale)
        given: Mapping[str, int | None] = getattr(record, figure)
        return {voice: a for voice, a in given.items() if a is not None and low <= a <= high}
    both = {v: difference(e, record.experience.get(v), scale) for v, e in record.expectation.items()}
    return {voice: value for voice, value in both.items() if value is not None}
