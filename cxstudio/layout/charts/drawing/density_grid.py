"""Many touchpoints as squares: how many lie in each, and what most of them are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Final, Protocol

from cxstudio.analysis.statistics.figure_values import Verdict

SHADES: Final = ((0.16, False), (0.28, False), (0.38, False), (0.9, True), (1.0, True))
"""Darkness of a bin by its count, and whether its number is written light on dark."""

_WORST_FIRST = (Verdict.DISAPPOINTING, Verdict.OKAY, Verdict.DELIGHTING, Verdict.UNKNOWN)

_TINY = 1e-9


class Placed(Protocol):
    """Anything with two figures and a verdict."""

    @property
    def x(self) -> float:
        """The figure across."""
        ...

    @property
    def y(self) -> float:
        """The figure upward."""
        ...

    @property
    def verdict(self) -> Verdict:
        """What it is."""
        ...


@dataclass(frozen=True, slots=True)
class Bin:
    """The touchpoints of one square: from … up to, in the figures' units."""

    x: float
    y: float
    size: float
    count: int
    verdict: Verdict
    """The one most of them have; on a tie the worse."""


def bins(points: Sequence[Placed], size: float, low: tuple[float, float], high: tuple[float, float]) -> list[Bin]:
    """Squares of `size` with the number of points in each; empty ones are left out."""
    last = tuple(max(0, ceil((h - w) / size - _TINY) - 1) for w, h in zip(low, high, strict=True))
    found: dict[tuple[int, int], Counter[Verdict]] = {}
    for point in points:
        column = min(max(floor((point.x - low[0]) / size + _TINY), 0), last[0])
        row = min(max(floor((point.y - low[1]) / size + _TINY), 0), last[1])
        found.setdefault((column, row), Counter())[point.verdict] += 1
    return [
        Bin(low[0] + c * size, low[1] + r * size, size, sum(n.values()), max(_WORST_FIRST, key=n.__getitem__))
        for (c, r), n in sorted(found.items())
    ]


def shade(count: int, most: int) -> tuple[float, bool]:
    """Darkness for a count, and whether its number is light."""
    step = 0 if most <= 1 else (count - 1) * (len(SHADES) - 1) / (most - 1)
    return SHADES[min(len(SHADES) - 1, round(step))]
