"""Which touchpoints of a round a sentence may call the lowest, by any figure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from cxstudio.analysis.round.touchpoint_cache import Kept
from cxstudio.analysis.statistics.answer_counts import difference
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary
from cxstudio.analysis.statistics.standing_apart import MOST_NAMED, Lying, lowest
from cxstudio.analysis.statistics.touchpoint_figures import is_survey
from cxstudio.model import Id, TouchpointRatings
from cxstudio.model.questions import DELTA, limits


def lowest_touchpoints(figures: RoundFigures, figure: str) -> tuple[Id, ...]:
    """The touchpoint whose mean lies lowest, with those that cannot be told apart from it; none of too many.

    `figure` is "delta" or a question. Deltas from quick ratings are not compared with paired ones.
    """
    kept = figures.kept
    if not isinstance(kept, Kept):
        return ()
    survey = is_survey(kept.round)
    least = kept.options.smallest_for_interval if survey else 1
    lying = []
    for found in figures.touchpoints:
        part: Summary | None = getattr(found, figure)
        if part is not None and part.n >= least and not (figure == DELTA and found.delta_from_quick):
            given = kept.parts[found.touchpoint]
            known = not given.counts and bool(given.ratings)
            who = partial(_voices, given.ratings[0], figure, kept.round.scale) if known else None
            lying.append(Lying(found.touchpoint, part, limits(figure, kept.round.scale), who))
    named = lowest(lying, survey)
    return named if len(named) <= MOST_NAMED else ()


def _voices(record: TouchpointRatings, figure: str, scale: int) -> dict[str, int]:
    """Who gave which value."""
    if figure != DELTA:
        low, high = limits(figure, scale)
        given: Mapping[str, int | None] = getattr(record, figure)
        return {voice: a for voice, a in given.items() if a is not None and low <= a <= high}
    both = {v: difference(e, record.experience.get(v), scale) for v, e in record.expectation.items()}
    return {voice: value for voice, value in both.items() if value is not None}
