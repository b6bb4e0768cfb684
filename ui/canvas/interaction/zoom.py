"""Zoom of a map: above 100 % everything grows; below, only the columns get narrower and texts keep their size."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cxstudio.layout.map_scene.map_style import FULL_COLUMN, NARROWEST_COLUMN, Density, density_of

LADDER: Final = (0.03, 0.05, 0.08, 0.12, 0.18, 0.25, 0.35, 0.5, 0.65, 0.82, 1.0, 1.25, 1.5, 2.0, 2.5)
"""The steps keys go through."""
SMALLEST: Final = NARROWEST_COLUMN / FULL_COLUMN
LARGEST: Final = LADDER[-1]


@dataclass(frozen=True, slots=True)
class Zoom:
    """How near the map is; 1.0 is 100 %."""

    value: float = 1.0

    @property
    def column_width(self) -> float:
        """Points from one touchpoint to the next; whole ones, so that few layouts are needed."""
        return float(max(round(NARROWEST_COLUMN), round(FULL_COLUMN * min(1.0, self.value))))

    @property
    def scale(self) -> float:
        """Pixels per point."""
        return max(1.0, self.value)

    @property
    def density(self) -> Density:
        """How much of a touchpoint there is room for."""
        return density_of(self.column_width)

    def times(self, factor: float) -> Zoom:
        """Nearer (above 1) or farther; 100 % is not passed over."""
        wanted = self.value * factor
        if (self.value - 1.0) * (wanted - 1.0) < 0:
            wanted = 1.0
        return at(wanted)

    def step(self, direction: int) -> Zoom:
        """The next step of the ladder, nearer (1) or farther (−1)."""
        if direction > 0:
            return at(next((v for v in LADDER if v > self.value * 1.01), LARGEST))
        return at(next((v for v in reversed(LADDER) if v < self.value * 0.99), SMALLEST))


def at(value: float) -> Zoom:
    """A zoom within the limits."""
    return Zoom(min(LARGEST, max(SMALLEST, value)))
