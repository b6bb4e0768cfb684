"""Which touchpoint first: the ranking, and how firmly it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxstudio.analysis.round.touchpoint_cache import Kept, Part
from cxstudio.analysis.statistics.figure_values import RankStability, TouchpointFigures
from cxstudio.analysis.statistics.interruptible import Steps, finished
from cxstudio.analysis.statistics.touchpoint_figures import share
from cxstudio.model import Id

_RATIOS = tuple(4 ** (step / 3) for step in range(-3, 4))
"""Ratios a : b with both in 0.5 … 2, in even steps from 1 : 4 to 4 : 1; the order depends on the ratio only."""
_AT_ONCE = 100
"""Touchpoints looked at in one step."""
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


class Stability(Mapping[Id, RankStability]):
    """Ranks held whichever person is left out, and over the exponents, for every ranked touchpoint.

    Worked out when first asked for: few readers of a round's figures want it, and it costs as much as the rest.
    """

    def __init__(self, kept: Kept, ranked: tuple[Id, ...]) -> None:
        self._kept = kept
        self._ranked = ranked
        self._known: dict[Id, RankStability] | None = None

    def __getitem__(self, touchpoint: Id) -> RankStability:
        return self._all()[touchpoint]

    def __iter__(self) -> Iterator[Id]:
        return iter(self._ranked)

    def __len__(self) -> int:
        return len(self._ranked)

    def _all(self) -> dict[Id, RankStability]:
        if self._known is None:
            finished(self.work())
        assert self._known is not None
        return self._known

    def work(self) -> Steps[None]:
        """Work it out in steps, before anybody asks."""
        if self._known is None:
            self._known = yield from _stability(self._kept, self._ranked)


def _stability(kept: Kept, ranked: tuple[Id, ...]) -> Steps[dict[Id, RankStability]]:
    rated = [part for part in kept.parts.values() if part.figures is not None]
    figures = [part.figures for part in rated if part.figures is not None]
    by_gap, scale = _by_gap(figures), kept.round.scale
    without = yield from _without_one(kept, rated, by_gap)
    spans_without = yield from _spans(ranked, without)
    over = []
    for ratio in (*_RATIOS, kept.options.importance_exponent / kept.options.gap_exponent):
        over.append(_over_exponents(figures, scale, ratio, by_gap))
        yield
    spans_over = yield from _spans(ranked, over)
    found = {}
    for touchpoint in ranked:
        low, high = spans_without.get(touchpoint, (None, None))
        found[touchpoint] = RankStability(low, high, *spans_over[touchpoint])
    return found


def _without_one(kept: Kept, rated: Sequence[Part], by_gap: bool) -> Steps[list[tuple[Id, ...]]]:
    """One ranking per voice, without it; none where voices cannot be told apart or there are too many."""
    if any(part.counts for part in rated):
        return []
    voices = frozenset[str]().union(*(part.voices for part in rated))
    if not 1 < len(voices) <= _MOST_LEFT_OUT:
        return []
    rankings = []
    for voice in sorted(voices):
        rows = []
        for at, part in enumerate(rated, start=1):
            if at % _AT_ONCE == 0:
                yield
            left = part.without(voice, kept.round.scale, kept.options)
            urgency = left.gap if by_gap else left.need
            assert part.figures is not None
            rows.append(_Row(part.figures.touchpoint, left.unmet_basic, urgency, left.gap))
        rankings.append(_ordered(rows))
        yield
    return rankings


def _over_exponents(figures: Sequence[TouchpointFigures], scale: int, ratio: float, by_gap: bool) -> tuple[Id, ...]:
    rows = []
    for f in figures:
        urgency = f.gap or 0.0
        if not by_gap:
            urgency *= 0.0 if f.importance is None else share(f.importance.mean, scale) ** ratio
        rows.append(_Row(f.touchpoint, f.unmet_basic, urgency, f.gap or 0.0))
    return _ordered(rows)


def _spans(ranked: tuple[Id, ...], rankings: Sequence[tuple[Id, ...]]) -> Steps[dict[Id, tuple[int, int]]]:
    """Lowest and highest rank of each touchpoint over several rankings; one behind the last where it fell out."""
    spans: dict[Id, tuple[int, int]] = {}
    for one in rankings:
        places = {touchpoint: at + 1 for at, touchpoint in enumerate(one)}
        for touchpoint in ranked:
            place = places.get(touchpoint, len(one) + 1)
            low, high = spans.get(touchpoint, (place, place))
            spans[touchpoint] = (min(low, place), max(high, place))
        yield
    return spans
