"""The beta distribution: its cumulative function and its quantiles.

Written here because no maintained package the program already carries offers it, and one the size of SciPy for a few
numbers would double the download. The tests compare it with SciPy.
"""

from __future__ import annotations

import math
from statistics import NormalDist

_TINY = 1e-300
_CLOSE = 1e-10
_MOST_TERMS = 20_000
_MOST_STEPS = 200
_LAST_STEP = 1e-3
"""A step so small, as a share of the deviation and of the way to the nearer end, is the last: the error is its cube."""
_NORMAL = NormalDist()


def below(x: float, a: float, b: float, rest: float | None = None) -> float:
    """The share of a beta distribution below `x`: the regularised incomplete beta function I_x(a, b), 0 … 1.

    `a` and `b` are above 0. `rest` is 1 − x where the caller knows it with more digits than the difference has.
    """
    rest = 1 - x if rest is None else rest
    if x <= 0:
        return 0.0
    if rest <= 0:
        return 1.0
    return _below(x, a, b, math.exp(_log_front(a, b) + a * math.log(x) + b * math.log(rest)), rest)


def _below(x: float, a: float, b: float, front: float, rest: float) -> float:
    """The same with x^a (1 − x)^b / B(a, b) known."""
    if x < (a + 1) / (a + b + 2):
        return front * _fraction(x, a, b) / a
    return 1 - front * _fraction(rest, b, a) / b


def quantile(probability: float, a: float, b: float) -> float:
    """The value below which a share `probability` (0 < p < 1) of a beta distribution lies; `a` and `b` are above 0.

    Halley's method from the normal approximation, kept between values known to lie on either side.
    """
    if not (0 < probability < 1 and a > 0 and b > 0):
        raise ValueError("probability must lie inside 0 … 1, both parameters above 0")
    low, high = 0.0, 1.0
    total = a + b
    mean, deviation = a / total, math.sqrt(a * b / (total + 1)) / total
    x = _near(probability, mean, deviation, 2 * (b - a) * math.sqrt(total + 1) / ((total + 2) * math.sqrt(a * b)))
    log_front = _log_front(a, b)
    for _ in range(_MOST_STEPS):
        rest = 1 - x
        front = math.exp(log_front + a * math.log(x) + b * math.log1p(-x))
        over = _below(x, a, b, front, rest) - probability
        low, high = (low, x) if over > 0 else (x, high)
        density = front / (x * rest)
        step = over / density if density > 0 else math.inf
        bend = step * ((a - 1) / x - (b - 1) / rest) / 2
        if abs(bend) < 0.5:
            step /= 1 - bend
        following = x - step
        if not low < following < high:
            following = (low + high) / 2
        elif abs(step) <= _LAST_STEP * min(x, rest, deviation):
            return following
        if following in (low, high, x):
            return following
        x = following
    return x


def _near(probability: float, mean: float, deviation: float, skewness: float) -> float:
    """About where a quantile lies: the normal approximation, with the skewness and the tails of a beta distribution."""
    z = _NORMAL.inv_cdf(probability)
    skewed = z + (z * z - 1) * skewness / 6
    bent = skewed - (2 * z**3 - 5 * z) * skewness * skewness / 36
    for x in (mean + deviation * bent, mean + deviation * skewed, mean + deviation * z):
        if 0 < x < 1:
            return x
    return mean


def _log_front(a: float, b: float) -> float:
    return math.lgamma(a + b) - math.lgamma(a) - math.lgamma(b)


def _fraction(x: float, a: float, b: float) -> float:
    """The continued fraction of the incomplete beta function, by Lentz's method."""
    c, d = 1.0, 1 / (1 - (a + b) * x / (a + 1) or _TINY)
    total = d
    for m in range(1, _MOST_TERMS):
        at = a + 2 * m
        even = m * (b - m) * x / ((at - 1) * at)
        d = 1 / (1 + even * d or _TINY)
        c = 1 + even / c or _TINY
        total *= d * c
        odd = -(a + m) * (a + b + m) * x / (at * (at + 1))
        d = 1 / (1 + odd * d or _TINY)
        c = 1 + odd / c or _TINY
        last = d * c
        total *= last
        if -_CLOSE < last - 1 < _CLOSE:
            break
    return total
