"""Whether answers fall into two camps: two camps call for a different conversation than a wide spread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.statistics.interval import Counts

_FEWEST: Final = 8
_SMALLEST_CAMP: Final = 3
_BETWEEN_SMALL, _BETWEEN_LARGE, _LARGE = 10, 20, 30
"""Per cent of answers that may lie between the camps, below and from 30 answers on."""
_CAMP: Final = 30
"""Per cent of answers each camp holds at least."""


@dataclass(frozen=True, slots=True)
class Camps:
    """Two camps: `low` answers up to `upto`, `high` answers from `from_` on, and those `between` them."""

    upto: int
    from_: int
    low: int
    between: int
    high: int


def two_camps(counts: Counts, lowest: int, highest: int) -> Camps | None:
    """The camps among answers on the whole numbers from `lowest` to `highest`; None where there are none.

    From eight answers on: two values at least two thirds of the range apart, three answers and 30 % on either side,
    and at most 10 % between them (20 % from 30 answers on). Of several pairs the lowest first, then the lowest second.
    """
    n = sum(times for _, times in counts)
    apart = -(-2 * (highest - lowest) // 3)
    if n < _FEWEST or counts[-1][0] - counts[0][0] < apart:
        return None
    between = _BETWEEN_LARGE if n >= _LARGE else _BETWEEN_SMALL
    for upto in range(lowest, highest - apart + 1):
        low = sum(times for value, times in counts if value <= upto)
        if low < _SMALLEST_CAMP or 100 * low < _CAMP * n:
            continue
        for from_ in range(upto + apart, highest + 1):
            high = sum(times for value, times in counts if value >= from_)
            smaller, rest = min(low, high), n - low - high
            if smaller >= _SMALLEST_CAMP and 100 * smaller >= _CAMP * n and 100 * rest <= between * n:
                return Camps(upto, from_, low, rest, high)
    return None
