"""The type scale: sizes and line heights, on screen and on paper, in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

SMALLEST_SCREEN = 11.0
SMALLEST_PAPER = 7.0


class Type(NamedTuple):
    """One style of text: face of `look.fonts`, size and distance of baselines in points."""

    face: str
    size: float
    leading: float

    @property
    def rise(self) -> float:
        """From the top of a line to its baseline: capitals stand in the middle of the line."""
        return (self.leading + 0.66 * self.size) / 2


@dataclass(frozen=True, slots=True, eq=False)
class TypeScale:
    """The styles a map or chart uses, and the unit of its spaces. There are few; each is only equal to itself."""

    unit: float
    """What one point of the screen's measures is here."""
    name: Type
    title: Type
    title_small: Type
    body: Type
    quote: Type
    strong: Type
    small: Type
    small_strong: Type

    def __call__(self, points: float) -> float:
        """A space of the screen's 4-point grid in this medium."""
        return points * self.unit


SCREEN = TypeScale(
    unit=1.0,
    name=Type("semibold", 18.0, 24.0),
    title=Type("semibold", 13.0, 16.0),
    title_small=Type("semibold", 11.0, 14.0),
    body=Type("regular", 12.0, 15.0),
    quote=Type("italic", 12.0, 15.0),
    strong=Type("semibold", 12.0, 15.0),
    small=Type("regular", 11.0, 14.0),
    small_strong=Type("semibold", 11.0, 14.0),
)

LARGE = TypeScale(
    unit=1.2,
    name=Type("semibold", 21.0, 28.0),
    title=Type("semibold", 16.0, 20.0),
    title_small=Type("semibold", 13.0, 16.0),
    body=Type("regular", 14.0, 18.0),
    quote=Type("italic", 14.0, 18.0),
    strong=Type("semibold", 14.0, 18.0),
    small=Type("regular", 13.0, 17.0),
    small_strong=Type("semibold", 13.0, 17.0),
)
"""The screen's styles where there is much room: a chart over the whole workspace, read from the back row."""

PAPER = TypeScale(
    unit=0.62,
    name=Type("semibold", 16.0, 20.0),
    title=Type("semibold", 7.6, 9.4),
    title_small=Type("semibold", 7.0, 8.8),
    body=Type("regular", 7.2, 9.0),
    quote=Type("italic", 7.2, 9.0),
    strong=Type("semibold", 7.2, 9.0),
    small=Type("regular", 7.0, 8.8),
    small_strong=Type("semibold", 7.0, 8.8),
)
