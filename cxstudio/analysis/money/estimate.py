"""A number that may be a range, and may rest on an assumption; both go along through every sum and product."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Estimate:
    """From `low` to `high` in one unit (€, € a year, cases a year, a share 0 … 1); both alike for a plain number.

    Raises ValueError for what is no range.
    """

    low: float
    high: float
    assumed: bool = False
    """Somebody guessed it, or something it was worked out from."""

    def __post_init__(self) -> None:
        if not (math.isfinite(self.low) and math.isfinite(self.high) and self.low <= self.high):
            raise ValueError("an estimate goes from a number to one that is not smaller")

    @property
    def plain(self) -> bool:
        """One number, not a range."""
        return self.low == self.high

    def __add__(self, other: Estimate) -> Estimate:
        return Estimate(self.low + other.low, self.high + other.high, self.assumed or other.assumed)

    def __sub__(self, other: Estimate) -> Estimate:
        """The widest range: what either could be, whatever the other is."""
        return Estimate(self.low - other.high, self.high - other.low, self.assumed or other.assumed)

    def __mul__(self, other: Estimate) -> Estimate:
        ends = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Estimate(min(ends), max(ends), self.assumed or other.assumed)


def exactly(value: float, *, assumed: bool = False) -> Estimate:
    """A plain number."""
    return Estimate(value, value, assumed)


def total(estimates: Iterable[Estimate]) -> Estimate:
    """The sum, exact to the last cent whatever the order; 0 of nothing. One assumption marks it."""
    listed = list(estimates)
    low, high = math.fsum(one.low for one in listed), math.fsum(one.high for one in listed)
    return Estimate(low, max(low, high), any(one.assumed for one in listed))


def product(estimates: Iterable[Estimate]) -> Estimate:
    """Cases × share × unit cost; 1 of nothing. One assumption marks it."""
    result = exactly(1.0)
    for one in estimates:
        result *= one
    return result
