"""Which touchpoint first: the ranking, and how firmly it stands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxstudio.analysis.leave_one_out import Tally
from cxstudio.analysis.options import Options
from cxstudio.analysis.results import RankStability, TouchpointFigures
from cxstudio.analysis.touchpoint import share
from cxstudio.model import Id, TouchpointRatings

_RATIOS = tuple(4 ** (step / 6) for step in range(-6, 7))
"""Ratios a : b with both in 0.5 … 2, in even steps from 1 : 4 to 4 : 1; the order depends on the ratio only."""
_MOST_LEFT_OUT = 100
"""Voices up to which everyone is left out in turn."""


@dataclass(slots=True)
class _Row:
    touchpoint: Id
    basic: bool
    urgency: float
    gap: float


def ranking(figures: Sequence[TouchpointFigures]) -> tuple[tuple[Id, ...], bool]:
    """Touchpoints by urgency, and whether the gap had to stand in because nobody was asked for importance."""
    by_gap = _by_gap(figures)
    rows = (_Row(f.touchpoint, f.unmet_basic, (f.gap if by_gap else f.need) or 0.0, f.gap or 0.0) for f in figures)
    return _ordered(rows), by_gap


def _by_gap(figures: Sequence[TouchpointFigures]) -> bool:
    return all(f.importance is None for f in figures)


def _ordered(rows: Iterable[_Row]) -> tuple[Id, ...]:
    """Unmet basics on top, then by urgency; ties by gap, then as on the map."""
    kept = [row for row in rows if row.urgency > 0 or row.basic]
    kept.sort(key=lambda row: (not row.basic, -round(row.urgency, 9), -round(row.gap, 9)))
    return tuple(row.touchpoint for row in kept)


def stability(
    figures: Sequence[TouchpointFigures],
    ranked: tuple[Id, ...],
    ratings: Mapping[Id, TouchpointRatings],
    voices: Sequence[str],
    basics: frozenset[Id],
    scale: int,
    options: Options,
) -> dict[Id, RankStability]:
    """Ranks held whichever person is left out, and over the exponents, for every ranked touchpoint."""
    by_gap = _by_gap(figures)
    without: list[tuple[Id, ...]] = []
    if 1 < len(voices) <= _MOST_LEFT_OUT:
        tallies = [Tally(f, ratings.get(f.touchpoint), f.touchpoint in basics, scale, options) for f in figures]
        without = [_ordered(_row_without(tally, voice, by_gap) for tally in tallies) for voice in voices]
    spans_without = _spans(ranked, without)
    spans_over = _spans(ranked, [_over_exponents(figures, scale, ratio, by_gap) for ratio in _RATIOS])
    found = {}
    for touchpoint in ranked:
        low, high = spans_without.get(touchpoint, (None, None))
        found[touchpoint] = RankStability(low, high, *spans_over[touchpoint])
    return found


def _row_without(tally: Tally, voice: str, by_gap: bool) -> _Row:
    left = tally.without(voice)
    return _Row(tally.touchpoint, left.unmet_basic, left.gap if by_gap else left.need, left.gap)


def _over_exponents(figures: Sequence[TouchpointFigures], scale: int, ratio: float, by_gap: bool) -> tuple[Id, ...]:
    rows = []
    for f in figures:
        urgency = f.gap or 0.0
        if not by_gap:
            urgency *= 0.0 if f.importance is None else share(f.importance.mean, scale) ** ratio
        rows.append(_Row(f.touchpoint, f.unmet_basic, urgency, f.gap or 0.0))
    return _ordered(rows)


def _spans(ranked: tuple[Id, ...], rankings: Sequence[tuple[Id, ...]]) -> dict[Id, tuple[int, int]]:
    """Lowest and highest rank of each touchpoint over several rankings; one behind the last where it fell out."""
    spans: dict[Id, tuple[int, int]] = {}
    for one in rankings:
        places = {touchpoint: at + 1 for at, touchpoint in enumerate(one)}
        for touchpoint in ranked:
            place = places.get(touchpoint, len(one) + 1)
            low, high = spans.get(touchpoint, (place, place))
            spans[touchpoint] = (min(low, place), max(high, place))
    return spans
