"""How far values of a series usually go up and down, and whether the newest one goes further (Shewhart; Wheeler).

For measured values by the month – calls, complaints – never for rounds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

LEAST_EARLIER = 8
"""Earlier values from which on the newest is judged: with fewer, no value however far out could stand out."""
_FACTOR = 2.66
"""Three deviations in mean moving ranges (3 / 1.128)."""
_MOST_DIFFERENT_SIZES = 2
_CHANCE = ((12, 0.02), (LEAST_EARLIER, 0.03))


@dataclass(frozen=True, slots=True)
class Limits:
    """The band of usual variation, in the unit of the series."""

    mean: float
    low: float
    high: float


class NoLimits(StrEnum):
    """Why there is no band."""

    FEW_VALUES = "few_values"
    SIZES_DIFFER = "sizes_differ"
    """The numbers of cases behind the values differ more than twofold."""


@dataclass(frozen=True, slots=True)
class NewestValue:
    """The newest value of a series against the earlier ones alone."""

    value: float
    earlier: int
    limits: Limits | None
    without: NoLimits | None = None
    """Why there are no limits; the values then stand alone."""

    @property
    def signal(self) -> bool:
        """It lies outside what is usual; anything else is called variation."""
        return self.limits is not None and not self.limits.low <= self.value <= self.limits.high

    @property
    def by_chance(self) -> float | None:
        """Part of values (0 … 1) that would lie outside if nothing had changed."""
        if self.limits is None:
            return None
        return next(share for least, share in _CHANCE if self.earlier >= least)


def natural_limits(values: Sequence[float]) -> Limits:
    """Mean ± 2.66 · mean moving range. Raises ValueError below two values."""
    if len(values) < 2:
        raise ValueError("a moving range needs two values")
    mean = sum(values) / len(values)
    half = _FACTOR * sum(abs(later - before) for before, later in pairwise(values)) / (len(values) - 1)
    return Limits(mean, mean - half, mean + half)


def newest_value(values: Sequence[float], sizes: Sequence[int | None] = ()) -> NewestValue | None:
    """The last of a series in order of time; None without values. `sizes`: cases behind each value, where known."""
    if not values:
        return None
    *earlier, newest = values
    known = [size for size in sizes if size is not None]
    if len(earlier) < LEAST_EARLIER:
        return NewestValue(newest, len(earlier), None, NoLimits.FEW_VALUES)
    if known and max(known) > _MOST_DIFFERENT_SIZES * min(known):
        return NewestValue(newest, len(earlier), None, NoLimits.SIZES_DIFFER)
    return NewestValue(newest, len(earlier), natural_limits(earlier))
