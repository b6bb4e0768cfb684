"""Where something stands."""

from __future__ import annotations

from collections.abc import Iterator
from math import hypot
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle, in points."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a place lies in it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height

    def meets(self, other: Box) -> bool:
        """Whether the two have a point in common."""
        return (
            self.x < other.x + other.width
            and other.x < self.x + self.width
            and self.y < other.y + other.height
            and other.y < self.y + self.height
        )

    def shared(self, other: Box) -> float:
        """How much room lies in both."""
        wide = min(self.x + self.width, other.x + other.width) - max(self.x, other.x)
        high = min(self.y + self.height, other.y + other.height) - max(self.y, other.y)
        return max(wide, 0.0) * max(high, 0.0)

    def distance(self, x: float, y: float) -> float:
        """How far a point is from its edge, 0 within."""
        return hypot(max(self.x - x, 0.0, x - self.x - self.width), max(self.y - y, 0.0, y - self.y - self.height))

    def nearest(self, at: tuple[float, float]) -> tuple[float, float]:
        """Its point nearest to another one."""
        return min(max(at[0], self.x), self.x + self.width), min(max(at[1], self.y), self.y + self.height)

    def way(self, at: tuple[float, float]) -> Iterator[tuple[float, float]]:
        """Points of a straight line that leads to it from a mark, the mark's own room left out."""
        (x1, y1), (x2, y2) = at, self.nearest(at)
        whole = max(hypot(x2 - x1, y2 - y1), 0.1)
        for step in range(9, int(whole)):
            yield x1 + (x2 - x1) * step / whole, y1 + (y2 - y1) * step / whole

    def inside(self, other: Box) -> bool:
        """Whether it lies within the other."""
        return (
            self.x >= other.x
            and self.y >= other.y
            and self.x + self.width <= other.x + other.width
            and self.y + self.height <= other.y + other.height
        )
