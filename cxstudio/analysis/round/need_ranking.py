"""Which touchpoint first: the ranking, and how firmly it stands."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from cxstudio.analysis.round.touchpoint_cache import Kept, Part
from cxstudio.analysis.statistics.figure_values import RankStability, TouchpointFigures, Verdict
from cxstudio.analysis.statistics.method_options import Options
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE, need, share
from cxstudio.model import Id
from cxstudio.steps import Steps, finished

_RATIOS = tuple(4 ** (step / 3) for step in range(-3, 4))
"""Ratios a : b with both in 0.5 … 2, in even steps from 1 : 4 to 4 : 1; the order of needs depends on it only."""
_AT_ONCE = 100
"""Touchpoints looked at in one step."""
_MOST_LEFT_OUT = 100
"""Voices up to which everyone is left out in turn."""


@dataclass(slots=True)
class _Row:
    touchpoint: Id
    basic: bool
    urgency: float
    """Need or gap as it is shown."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Touchpoints by urgency, with their ranks."""

    order: tuple[Id, ...]
    ranks: dict[Id, int]
    """From 1; equals share one."""
    by_gap: bool
    """The gap had to stand in, because importance is missing at a disappointing touchpoint."""


def ranking(figures: Sequence[TouchpointFigures]) -> Ranking:
    """Touchpoints by urgency: unmet basics on top, then by need, or by gap where importance is missing."""
    by_gap = _by_gap(figures)
    rows = (_row(f, by_gap) for f in figures)
    ranks = _ranked(rows)
    return Ranking(tuple(ranks), ranks, by_gap)


def _row(f: TouchpointFigures, by_gap: bool) -> _Row:
    urgency = f.shown_gap if by_gap else f.shown_need
    return _Row(f.touchpoint, f.unmet_basic, urgency or 0.0)


def _by_gap(figures: Sequence[TouchpointFigures]) -> bool:
    if all(f.importance is None for f in figures):
        return True
    return any(f.importance is None and f.verdict is Verdict.DISAPPOINTING for f in figures)


def _ranked(rows: Iterable[_Row]) -> dict[Id, int]:
    """Ranks in their order: unmet basics on top, then by urgency; equals share a rank, as on the map."""
    kept = [row for row in rows if row.urgency > 0 or row.basic]
    kept.sort(key=lambda row: (not row.basic, -round(row.urgency, 9)))
    ranks: dict[Id, int] = {}
    before: _Row | None = None
    for at, row in enumerate(kept, 1):
        alike = before is not None and before.basic == row.basic and abs(before.urgency - row.urgency) < CLOSE
        ranks[row.touchpoint] = ranks[before.touchpoint] if before is not None and alike else at
        before = row
    return ranks


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
    for options in (*(_weighted(kept.options, ratio) for ratio in _RATIOS), kept.options):
        over.append(_over_exponents(figures, scale, options, by_gap))
        yield
    spans_over = yield from _spans(ranked, over)
    found = {}
    for touchpoint in ranked:
        low, high = spans_without.get(touchpoint, (None, None))
        found[touchpoint] = RankStability(low, high, *spans_over[touchpoint])
    return found


def _without_one(kept: Kept, rated: Sequence[Part], by_gap: bool) -> Steps[list[dict[Id, int]]]:
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
            urgency = left.gap if by_gap else shown(left.need, 0)
            assert part.figures is not None
            rows.append(_Row(part.figures.touchpoint, left.unmet_basic, urgency))
        rankings.append(_ranked(rows))
        yield
    return rankings


def _weighted(options: Options, ratio: float) -> Options:
    """Exponents in that ratio, both in 0.5 … 2."""
    return replace(options, importance_exponent=math.sqrt(ratio), gap_exponent=1 / math.sqrt(ratio))


def _over_exponents(figures: Sequence[TouchpointFigures], scale: int, options: Options, by_gap: bool) -> dict[Id, int]:
    rows = []
    for f in figures:
        row = _row(f, by_gap)
        if not by_gap and f.importance is not None and f.gap is not None:
            row.urgency = shown(need(share(f.importance.mean, scale), f.gap, options), 0)
        rows.append(row)
    return _ranked(rows)


def _spans(ranked: tuple[Id, ...], rankings: Sequence[dict[Id, int]]) -> Steps[dict[Id, tuple[int, int]]]:
    """Lowest and highest rank of each touchpoint over several rankings; one behind the last where it fell out."""
    spans: dict[Id, tuple[int, int]] = {}
    for ranks in rankings:
        for touchpoint in ranked:
            place = ranks.get(touchpoint, len(ranks) + 1)
            low, high = spans.get(touchpoint, (place, place))
            spans[touchpoint] = (min(low, place), max(high, place))
        yield
    return spans
