"""Ranks that several touchpoints keep among themselves, whichever person is left out."""

from __future__ import annotations

from typing import Final

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Id

MOST_TOGETHER: Final = 4
"""Larger sets say nothing."""


def rank_set(figures: RoundFigures, touchpoint: Id) -> tuple[Id, ...]:
    """The touchpoint with those it changes places with, in the order of their ranks; empty where there are none.

    Together they keep a run of ranks: without any one person each of them stays in it.
    """
    order = figures.ranking
    at = order.index(touchpoint) if touchpoint in order else -1
    if at < 0:
        return ()
    start = stop = at
    while stop - start < MOST_TOGETHER:
        spans = [_span(figures, one) for one in order[start : stop + 1]]
        if any(span is None for span in spans):
            return ()
        known = [span for span in spans if span is not None]
        low, high = min(low for low, _ in known), max(high for _, high in known)
        if low - 1 >= start and high - 1 <= stop:
            return order[start : stop + 1] if stop > start else ()
        if high > len(order):
            return ()
        start, stop = min(start, low - 1), max(stop, high - 1)
    return ()


def _span(figures: RoundFigures, touchpoint: Id) -> tuple[int, int] | None:
    held = figures.stability.get(touchpoint)
    if held is None or held.lowest_rank_without_one is None or held.highest_rank_without_one is None:
        return None
    return held.lowest_rank_without_one, held.highest_rank_without_one
