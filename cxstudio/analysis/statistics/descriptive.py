"""Counts → mean, median, quartiles, deviation, interval and agreement."""

from __future__ import annotations

import math

from cxstudio.analysis.statistics.answer_counts import Table
from cxstudio.analysis.statistics.figure_values import DeltaSummary, Summary
from cxstudio.analysis.statistics.method_options import Options
from cxstudio.analysis.statistics.student_t import t_quantile

Counts = tuple[tuple[int, int], ...]


def summary(table: Table) -> Summary | None:
    """What follows from the answers to one question; None without a single answer."""
    if not table.counts:
        return None
    counts = tuple(sorted(table.counts.items()))
    n, total, squares = _sums(counts)  # whole numbers, so that equal answers have a deviation of exactly 0
    square = _variance(n, total, squares)
    return Summary(
        counts=counts,
        n=n,
        skipped=table.skipped,
        mean=total / n,
        median=quantile(counts, n, 0.5),
        lower_quartile=quantile(counts, n, 0.25),
        upper_quartile=quantile(counts, n, 0.75),
        lowest=counts[0][0],
        highest=counts[-1][0],
        deviation=None if square is None else math.sqrt(square),
    )


def delta_summary(table: Table, span: int, survey: bool, options: Options) -> DeltaSummary | None:
    """The same for paired differences that can reach ± `span`; with an interval for surveys."""
    plain = summary(table)
    if plain is None:
        return None
    values = {name: getattr(plain, name) for name in Summary.__dataclass_fields__}
    interval = None
    if survey and plain.n >= options.smallest_for_interval and plain.deviation is not None:
        interval = mean_interval(plain.mean, plain.deviation, plain.n, span, options.confidence)
    return DeltaSummary(**values, interval=interval)


def mean_interval(mean: float, deviation: float, n: int, span: float, confidence: float) -> tuple[float, float]:
    """Two-sided t-interval of a mean, never beyond ± `span`."""
    half = t_quantile((1 + confidence) / 2, n - 1) * deviation / math.sqrt(n)
    return max(-span, mean - half), min(span, mean + half)


def variance(counts: Counts, n: int) -> float | None:
    """Sample variance (n − 1), None for one answer."""
    _, total, squares = _sums(counts)
    return _variance(n, total, squares)


def _variance(n: int, total: int, squares: int) -> float | None:
    return None if n < 2 else (n * squares - total * total) / (n * (n - 1))


def _sums(counts: Counts) -> tuple[int, int, int]:
    """Number of answers, their sum and the sum of their squares."""
    n = total = squares = 0
    for value, times in counts:
        n += times
        total += value * times
        squares += value * value * times
    return n, total, squares


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


def agreement(part: Summary | None, points: int) -> float | None:
    """r_wg of answers on a scale of so many points: 1 − s² / σ², σ² = (A² − 1)/12; negative → 0.

    None below two answers. James, Demaree, Wolf 1984: one item, uniform null distribution.
    """
    if part is None or points < 2:
        return None
    square = variance(part.counts, part.n)
    if square is None:
        return None
    return max(0.0, 1 - square / ((points * points - 1) / 12))
