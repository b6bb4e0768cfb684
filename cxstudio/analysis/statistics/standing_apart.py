"""Which touchpoints lie lowest so clearly that a sentence may say so, and which cannot be told apart from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cxstudio.analysis.statistics.interval import Counts, Moments, excludes_zero, moments
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.model import Id

MOST_NAMED = 3
"""More touchpoints than this that cannot be told apart are not named at all."""


@dataclass(frozen=True)
class Lying:
    """The answers to one question at one touchpoint, turned so that the lowest are looked for."""

    touchpoint: Id
    counts: Counts
    ends: tuple[int, int]
    """Lowest and highest value of the scale."""
    voices: Mapping[str, int] | None = None
    """Who gave what, where that is known."""

    @cached_property
    def n(self) -> int:
        """Answers."""
        return sum(times for _, times in self.counts)

    @cached_property
    def total(self) -> int:
        """Their sum."""
        return sum(value * times for value, times in self.counts)

    @cached_property
    def mean(self) -> float:
        """Their mean."""
        return self.total / self.n

    @cached_property
    def moments(self) -> Moments:
        """Mean and variance of that mean."""
        return moments(self.counts, *self.ends)

    @cached_property
    def highest_without_one(self) -> float:
        """No mean without one person lies above this; nor below `lowest_without_one`."""
        return self.mean + (self.mean - self.counts[0][0]) / (self.n - 1) if self.n > 1 else self.ends[1] + 1

    @cached_property
    def lowest_without_one(self) -> float:
        """See `highest_without_one`."""
        return self.mean - (self.counts[-1][0] - self.mean) / (self.n - 1) if self.n > 1 else self.ends[0] - 1


def turned(touchpoint: Id, counts: Counts, ends: tuple[int, int], voices: Mapping[str, int] | None = None) -> Lying:
    """The same with every sign turned: the highest lie lowest."""
    given = None if voices is None else {voice: -value for voice, value in voices.items()}
    return Lying(touchpoint, tuple((-value, times) for value, times in reversed(counts)), (-ends[1], -ends[0]), given)


def lowest(lying: Sequence[Lying], survey: bool) -> tuple[Id, ...]:
    """The touchpoint that lies lowest, with those that cannot be told apart from it; none where that is all of them.

    Discussion: told apart are two whose shown means differ, whose means differ by half a point of 1–7 (a twelfth of
    the range) or more, and whose order stays whichever person is left out. Survey: whose difference excludes zero.
    """
    if len(lying) < 2:
        return ()
    apart = _told_apart_by_chance if survey else _told_apart_by_all
    first = min(lying, key=lambda one: one.mean)
    level = [one for one in lying if one.total * first.n == first.total * one.n]
    found = tuple(one.touchpoint for one in lying if one in level or not all(apart(low, one) for low in level))
    return found if len(found) < len(lying) else ()


_Apart = Callable[[Lying, Lying], bool]


def _told_apart_by_chance(low: Lying, high: Lying) -> bool:
    if low.n < 2 or high.n < 2:
        return False
    return excludes_zero(high.mean - low.mean, low.moments, low.n, high.moments, high.n)


def _told_apart_by_all(low: Lying, high: Lying) -> bool:
    if shown(low.mean) == shown(high.mean):
        return False
    span = low.ends[1] - low.ends[0]
    if 12 * (high.total * low.n - low.total * high.n) < span * low.n * high.n:
        return False
    return low.highest_without_one < high.lowest_without_one or _stays_lower(low, high)


def _stays_lower(low: Lying, high: Lying) -> bool:
    """Whether it lies lower whichever person is left out; said of those whose answers are known one by one."""
    if low.voices is None or high.voices is None:
        return True
    everybody = low.voices.keys() | high.voices.keys()
    if len(everybody) < 2:
        return True
    for voice in everybody:
        total1, n1 = _without(low, voice)
        total2, n2 = _without(high, voice)
        if n1 == 0 or (n2 and total1 * n2 >= total2 * n1):
            return False
    return True


def _without(one: Lying, voice: str) -> tuple[int, int]:
    assert one.voices is not None
    own = one.voices.get(voice)
    return (one.total, one.n) if own is None else (one.total - own, one.n - 1)
