"""Which touchpoints lie lowest so clearly that a sentence may say so, and which cannot be told apart from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from cxstudio.analysis.statistics.figure_values import Summary
from cxstudio.analysis.statistics.interval import Moments, excludes_zero, moments
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.model import Id

MOST_NAMED = 3
"""More touchpoints than this that cannot be told apart are not named at all."""
_CLOSE = 1e-9
Who = Callable[[], Mapping[str, int]]
Voices = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Lying:
    """The answers to one question at one touchpoint; turned, the highest lie lowest."""

    touchpoint: Id
    part: Summary
    ends: tuple[int, int]
    """Lowest and highest value of the scale."""
    who: Who | None = None
    """Tells who gave what, where that is known."""
    sign: int = 1
    difference: bool = False
    """The values are differences of two answers on the scale: they reach twice as far as it."""

    @property
    def half_point(self) -> float:
        """Half a point of a scale from 1 to 7; elsewhere a twelfth of the scale's range, of differences too."""
        return (self.ends[1] - self.ends[0]) / (24 if self.difference else 12)

    @property
    def mean(self) -> float:
        """The mean, as it lies."""
        return self.sign * self.part.mean

    @property
    def total(self) -> int:
        """The sum of the answers, as they lie."""
        return self.sign * sum(value * times for value, times in self.part.counts)

    @property
    def highest_without_one(self) -> float:
        """No mean without one person lies above this; nor below `lowest_without_one`."""
        part = self.part
        least = part.lowest if self.sign > 0 else -part.highest
        return self.mean + (self.mean - least) / (part.n - 1) if part.n > 1 else float("inf")

    @property
    def lowest_without_one(self) -> float:
        """See `highest_without_one`."""
        part = self.part
        most = part.highest if self.sign > 0 else -part.lowest
        return self.mean - (most - self.mean) / (part.n - 1) if part.n > 1 else float("-inf")

    @property
    def moments(self) -> Moments:
        """Mean and variance of the mean; the variance is the same whichever way it lies."""
        return moments(self.part.counts, *self.ends)


def turned(lying: Lying) -> Lying:
    """The same with every sign turned."""
    return replace(lying, sign=-lying.sign)


def lowest(lying: Sequence[Lying], survey: bool) -> tuple[Id, ...]:
    """The touchpoint that lies lowest, with those that cannot be told apart from it; none where that is all of them.

    Discussion: told apart are two whose shown means differ, whose means differ by half a point of 1–7 (a twelfth of
    the range) or more, and whose order stays whichever person is left out; all are named as they stand on the map.
    Survey: whose difference excludes zero; the lowest comes first.
    """
    if len(lying) < 2:
        return ()
    first = min(one.mean for one in lying)
    level = [one for one in lying if one.mean == first]
    apart = _apart_by_chance(level) if survey else _apart_by_all(level, first)
    found = [one for one in lying if one.mean == first or not apart(one)]
    if survey:
        found.sort(key=lambda one: one.mean)
    return tuple(one.touchpoint for one in found) if len(found) < len(lying) else ()


def _apart_by_chance(level: Sequence[Lying]) -> Callable[[Lying], bool]:
    lows = [(low.moments, low.part.n) for low in level]
    first = level[0].mean

    def apart(one: Lying) -> bool:
        spread, n = one.moments, one.part.n
        return n > 1 and all(m > 1 and excludes_zero(one.mean - first, low, m, spread, n) for low, m in lows)

    return apart


def _apart_by_all(level: Sequence[Lying], first: float) -> Callable[[Lying], bool]:
    reach = max(low.highest_without_one for low in level)
    half = level[0].half_point
    seen, lowest_total, lowest_n = shown(first), level[0].total, level[0].part.n
    known: list[Voices | None] = []

    def apart(one: Lying) -> bool:
        by = one.mean - first
        if by < half - _CLOSE or shown(one.mean) == seen:
            return False
        n = one.part.n
        if by < half + _CLOSE and (one.total * lowest_n - lowest_total * n) < half * n * lowest_n:
            return False
        if reach < one.lowest_without_one:
            return True
        if not known:
            known.extend(None if low.who is None else low.who() for low in level)
        return all(_stays_lower(low, voices, one) for low, voices in zip(level, known, strict=True))

    return apart


def _stays_lower(low: Lying, lows: Voices | None, high: Lying) -> bool:
    """Whether it lies lower whichever person is left out; said of those whose answers are known one by one."""
    if lows is None or high.who is None:
        return True
    highs = high.who()
    everybody = lows.keys() | highs.keys()
    if len(everybody) < 2:
        return True
    total1, n1, total2, n2 = low.total, low.part.n, high.total, high.part.n
    for voice in everybody:
        a, b = lows.get(voice), highs.get(voice)
        left1, m1 = (total1, n1) if a is None else (total1 - low.sign * a, n1 - 1)
        left2, m2 = (total2, n2) if b is None else (total2 - high.sign * b, n2 - 1)
        if m1 == 0 or (m2 and left1 * m2 >= left2 * m1):
            return False
    return True
