"""Counts → mean, median, quartiles, deviation, interval and agreement."""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import Final

from cxstudio.analysis.statistics.answer_counts import Table
from cxstudio.analysis.statistics.figure_values import DeltaSummary, Summary
from cxstudio.analysis.statistics.interval import Counts, mean_interval, sums
from cxstudio.analysis.statistics.method_options import Options

_FIELDS: Final = tuple(Summary.__dataclass_fields__)
_QUARTERS: Final = (0.25, 0.5, 0.75)


def summary(table: Table) -> Summary | None:
    """What follows from the answers to one question; None without a single answer."""
    if not table.counts:
        return None
    counts = tuple(sorted(table.counts.items()))
    n = total = squares = 0  # whole numbers, so that equal answers have a deviation of exactly 0
    ends = []
    for value, times in counts:
        n += times
        total += value * times
        squares += value * value * times
        ends.append(n)
    square = _variance(n, total, squares)
    lower, median, upper = (_at(counts, ends, (n - 1) * share) for share in _QUARTERS)
    return Summary(
        counts=counts,
        n=n,
        skipped=table.skipped,
        mean=total / n,
        median=median,
        lower_quartile=lower,
        upper_quartile=upper,
        lowest=counts[0][0],
        highest=counts[-1][0],
        deviation=None if square is None else math.sqrt(square),
    )


def delta_summary(table: Table, ends: tuple[int, int], survey: bool, options: Options) -> DeltaSummary | None:
    """The same for differences between these ends; with an interval for surveys with enough answers."""
    plain = summary(table)
    if plain is None:
        return None
    values = {name: getattr(plain, name) for name in _FIELDS}
    enough = survey and plain.n >= options.smallest_for_interval
    return DeltaSummary(**values, interval=mean_interval(plain.counts, *ends) if enough else None)


def variance(counts: Counts, n: int) -> float | None:
    """Sample variance (n − 1), None for one answer."""
    _, total, squares = sums(counts)
    return _variance(n, total, squares)


def _variance(n: int, total: int, squares: int) -> float | None:
    return None if n < 2 else (n * squares - total * total) / (n * (n - 1))


def quantile(counts: Counts, n: int, share: float) -> float:
    """Quantile by linear interpolation between order statistics (type 7, as spreadsheets' QUARTILE.INC)."""
    place = (n - 1) * share
    before = math.floor(place)
    part = place - before
    for k, (value, times) in enumerate(counts):
        if before < times:
            if part and before + 1 == times:
                return value + part * (counts[k + 1][0] - value)
            return float(value)
        before -= times
    return float(counts[-1][0])


def _at(counts: Counts, ends: list[int], place: float) -> float:
    """The value at a place among all answers, as `quantile` has it; `ends` are the numbers up to each value."""
    before = int(place)
    k = bisect_right(ends, before)
    value, part = counts[k][0], place - before
    if part and before + 1 == ends[k]:
        return value + part * (counts[k + 1][0] - value)
    return float(value)


def agreement(part: Summary | None, points: int, *, differences: bool = False) -> float | None:
    """r_wg of answers on a scale of so many points: 1 − s² / σ², σ² = (A² − 1)/12; negative → 0.

    Of `differences` of two answers on that scale σ² is twice as large. None below two answers. James, Demaree, Wolf
    1984: one item, uniform null distribution.
    """
    if part is None or points < 2:
        return None
    square = variance(part.counts, part.n)
    if square is None:
        return None
    return max(0.0, 1 - square / ((points * points - 1) / (6 if differences else 12)))
