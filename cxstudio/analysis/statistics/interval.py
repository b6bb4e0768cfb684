"""How far a mean of a survey could lie from the mean of all it stands for, and a difference of two means from zero.

Intervals cover chance only, never who did not answer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from cxstudio.analysis.statistics.beta_distribution import quantile
from cxstudio.analysis.statistics.student_t import t_quantile
from cxstudio.caches import cached

Counts = tuple[tuple[int, int], ...]
"""Value → number of answers."""
CONFIDENCE = 0.95
_UPPER = (1 + CONFIDENCE) / 2
_AT_THE_BAD_END = 0.5
"""Answers added at the low end for the second lower limit: a rare disaster nobody in the sample had."""
_ALWAYS_INSIDE = 1.95
"""A difference of so few of its deviations never excludes zero, whatever the degrees of freedom."""


@dataclass(frozen=True, slots=True)
class Moments:
    """Mean and variance of a mean as a Dirichlet distribution over the values of the scale has them."""

    mean: float
    variance: float


def moments(counts: Counts, low: int, high: int) -> Moments:
    """Of answers on the whole numbers from `low` to `high`, with 1/k at each of the k values. Perks 1947."""
    n, total, squares = sums(counts)
    return _with_perks(n, total, squares, low, high)


@cached(8192)
def mean_interval(counts: Counts, low: int, high: int) -> tuple[float, float]:
    """The closed two-sided 95 % interval of a mean of answers on `low` … `high`; `low` is the bad end.

    A beta distribution with the moments of Perks' prior (1/k at each value), and for the lower limit also with those
    of ½ answer at the bad end alone (Jeffreys there): where disasters are rare, few answers seldom contain one. The
    mean itself is always inside. Raises ValueError without an answer.
    """
    n, total, squares = sums(counts)
    if not n or low >= high:
        raise ValueError("an interval needs an answer and two values")
    mean = total / n
    perks = _with_perks(n, total, squares, low, high)
    half = _AT_THE_BAD_END
    guarded = _moments(n + half, total + half * low, squares + half * low * low)
    lower = min(mean, _beta(guarded, 1 - _UPPER, low, high))
    if not (guarded.mean <= perks.mean and guarded.variance >= perks.variance):  # else it lies above the guarded one
        lower = min(lower, _beta(perks, 1 - _UPPER, low, high))
    return max(float(low), lower), min(float(high), max(mean, _beta(perks, _UPPER, low, high)))


def mean_difference(first: Counts, second: Counts, low: int, high: int) -> tuple[float, float]:
    """The 95 % interval of second − first for answers of different people on one scale; Welch, with V of `moments`.

    Raises ValueError where one of them has fewer than two answers.
    """
    (n1, total1, _), (n2, total2, _) = sums(first), sums(second)
    if n1 < 2 or n2 < 2:
        raise ValueError("a difference needs two answers on either side")
    v1, v2 = moments(first, low, high).variance, moments(second, low, high).variance
    half = t_quantile(_UPPER, _freedom(v1, n1, v2, n2)) * math.sqrt(v1 + v2)
    return _cut(total2 / n2 - total1 / n1, half, high - low)


def paired_difference(differences: Counts, low: int, high: int) -> tuple[float, float]:
    """The same for people who answered both; `differences` are theirs, which can reach ± (high − low)."""
    n, total, _ = sums(differences)
    if n < 2:
        raise ValueError("a difference needs two people")
    span = high - low
    half = t_quantile(_UPPER, n - 1) * math.sqrt(moments(differences, -span, span).variance)
    return _cut(total / n, half, span)


def excludes_zero(difference: float, first: Moments, n1: int, second: Moments, n2: int) -> bool:
    """Whether the interval of a difference above zero of two means lies above zero, as `mean_difference` has it."""
    deviation = math.sqrt(first.variance + second.variance)
    if difference <= _ALWAYS_INSIDE * deviation:
        return False
    freedom = _freedom(first.variance, n1, second.variance, n2)
    if difference > t_quantile(_UPPER, math.floor(freedom)) * deviation:
        return True
    return difference > t_quantile(_UPPER, freedom) * deviation


def _cut(difference: float, half: float, span: float) -> tuple[float, float]:
    return max(-span, difference - half), min(span, difference + half)


def _freedom(v1: float, n1: int, v2: float, n2: int) -> float:
    return (v1 + v2) ** 2 / (v1 * v1 / (n1 - 1) + v2 * v2 / (n2 - 1))


def _with_perks(n: int, total: int, squares: int, low: int, high: int) -> Moments:
    """One answer more, spread evenly: the mean and the mean square of the whole numbers from low to high."""
    middle, span = (low + high) / 2, high - low
    return _moments(n + 1, total + middle, squares + middle * middle + span * (span + 2) / 12)


def _moments(weight: float, total: float, squares: float) -> Moments:
    mean = total / weight
    return Moments(mean, max(0.0, squares / weight - mean * mean) / (weight + 1))


def _beta(found: Moments, probability: float, low: int, high: int) -> float:
    """A quantile of the beta distribution on the scale that has these moments; the mean where nothing spreads."""
    span = high - low
    place = (found.mean - low) / span
    if found.variance <= 0 or not 0 < place < 1:
        return found.mean
    size = place * (1 - place) * span * span / found.variance - 1
    return low + span * quantile(probability, place * size, (1 - place) * size)


def sums(counts: Counts) -> tuple[int, int, int]:
    """Number of answers, their sum and the sum of their squares."""
    n = total = squares = 0
    for value, times in counts:
        n += times
        total += value * times
        squares += value * value * times
    return n, total, squares
