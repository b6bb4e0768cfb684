"""The values of a laid-out map: its style, where columns, stages and lanes stand, and what an update changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from cxstudio.model import Id
from cxstudio.model.lane_kinds import LaneKind

FULL_COLUMN = 112.0
"""Width of a column at 100 %, in points."""
MIDDLE_BELOW = 92.0
FAR_BELOW = 54.0
NARROWEST_COLUMN = 3.0
FOLD_ABOVE = 200
"""Journeys with more touchpoints than this start with folded stages."""


class Density(StrEnum):
    """How much of a touchpoint is shown: everything, its title, one bar."""

    NEAR = "near"
    MIDDLE = "middle"
    FAR = "far"


SLOTS = (112.0, 104.0, 98.0, 92.0, 84.0, 76.0, 68.0, 60.0, 54.0)
"""Widths that groups are laid out for; between two of them zooming only moves them apart."""


def slot_of(style: MapStyle) -> float:
    """The width groups are laid out for in columns of this style."""
    wide = style.column_width
    if style.paper or style.density is Density.FAR:
        return wide
    return next((slot for slot in SLOTS if slot <= wide), wide)


def density_of(column_width: float) -> Density:
    """What fits into a column of that width without a text falling under its smallest size (screen)."""
    if column_width >= MIDDLE_BELOW:
        return Density.NEAR
    return Density.MIDDLE if column_width >= FAR_BELOW else Density.FAR


@dataclass(frozen=True, slots=True)
class MapStyle:
    """How a map is laid out; one per medium and zoom."""

    column_width: float = FULL_COLUMN
    """Distance from one touchpoint to the next, in points."""
    density: Density = Density.NEAR
    folded_stages: frozenset[Id] = frozenset()
    """Stages of which only critical and stardust touchpoints are shown, the others as one narrow column."""
    only: frozenset[Id] | None = None
    """Only these touchpoints are shown, with a gap where others are left out between them; None: all."""
    paper: bool = False
    lanes: tuple[LaneKind, ...] | None = None
    """Only these lanes (a report's choice); None shows what the journey's lane settings say."""
    label_width: float = 128.0
    stretch: float = 1.0
    """From far: how many times as high as at least charts are, where the window has room."""
    whole: bool = False
    """Whether no text is shortened, however long: for pictures that are handed on. Paper never shortens any."""
    bounded: bool = False
    """Whether texts take only so many lines on paper too: there is one that would not fit a page by itself."""
    hints: bool = True
    """Whether empty stages and journeys show where to begin."""


class Column(NamedTuple):
    """One column of the map."""

    touchpoint: Id | None
    """None for what a folded stage hides, for what is left out, and for the hint in an empty stage."""
    stage: Id
    x: float
    width: float
    hidden: int = 0
    """How many touchpoints are folded away here."""
    left_out: int = 0
    """How many are left out here, because only others are shown."""


class StageSpan(NamedTuple):
    """A stage over its columns `first` … `stop` − 1."""

    stage: Id
    x: float
    width: float
    first: int
    stop: int
    touchpoints: int
    """All of them, shown or folded away."""
    folded: bool


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale up the lane: `low` stands at y `bottom`, `high` at y `top`, both relative to the lane."""

    low: float
    high: float
    top: float
    bottom: float

    def y(self, value: float) -> float:
        """Height of a value."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def value(self, y: float) -> float:
        """Value at a height, kept on the scale."""
        share = (self.bottom - y) / (self.bottom - self.top)
        return min(self.high, max(self.low, self.low + share * (self.high - self.low)))


@dataclass(frozen=True, slots=True)
class LaneRow:
    """A lane where it stands."""

    key: str
    """"lane:<kind>", for lanes of one's own "lane:own:<setting id>"."""
    kind: LaneKind
    title: str
    y: float
    height: float
    collapsed: bool = False
    setting: Id | None = None
    axis: Axis | None = None


class DropPlace(NamedTuple):
    """Where something dropped would land."""

    stage: Id
    after: Id | None
    """The touchpoint it would follow; None at the stage's beginning."""
    x: float
    """Where to draw the mark, in body coordinates."""


class RatingHit(NamedTuple):
    """The value a drag in a lane means."""

    kind: LaneKind
    value: float


@dataclass(frozen=True, slots=True)
class Delta:
    """Keys that came, changed, only moved, or went."""

    added: frozenset[str] = frozenset()
    replaced: frozenset[str] = frozenset()
    moved: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.added or self.replaced or self.moved or self.removed)

    def __iter__(self) -> Iterator[frozenset[str]]:
        return iter((self.added, self.replaced, self.moved, self.removed))
