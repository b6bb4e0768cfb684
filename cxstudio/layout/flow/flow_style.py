"""The values of a laid-out flow: its style, and where cards, stages and ways stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cxstudio.layout.map_scene.map_style import FULL_COLUMN, Density
from cxstudio.model import Id
from cxstudio.model.kinds import TransitionKind


@dataclass(frozen=True, slots=True)
class FlowStyle:
    """How a flow is laid out; one per zoom."""

    column_width: float = FULL_COLUMN
    """As on the map: the width at 100 % is 112 points."""
    density: Density = Density.NEAR
    folded_stages: frozenset[Id] = frozenset()
    """Stages of which only critical and stardust touchpoints are shown, the others as piles."""
    most_ways: int | None = None
    """So many of the strongest ways; None shows as many as can be told apart."""
    paper: bool = False


class Card(NamedTuple):
    """Where a touchpoint's card, or a pile of folded ones, stands."""

    key: str
    touchpoint: Id | None
    stage: Id
    hidden: tuple[Id, ...]
    """Touchpoints a pile stands for."""
    layer: int
    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Half its height."""
        return self.y + self.height / 2


class Band(NamedTuple):
    """A stage over its layers."""

    stage: Id
    x: float
    width: float
    touchpoints: int
    """All of them, shown or folded away."""
    folded: bool


class WayLine(NamedTuple):
    """A way as it is drawn."""

    key: str
    source: str
    """Key of a card."""
    target: str | None
    """Key of a card; None where it leaves the journey."""
    kind: TransitionKind
    record: Id | None
    """The way somebody drew; None for the order of the map, and between piles."""
    share: float | None
    """Part of those at the source; None between piles."""
    assumed: bool
    drawn: bool
    points: tuple[tuple[float, float], ...]
    """The line as a polygon, from source to target."""
    label: tuple[float, float, float, float] | None = None
    """Where its share is written: x, y, width, height."""

    @property
    def drops_out(self) -> bool:
        """Whether customers give up."""
        return self.kind is TransitionKind.DROP_OUT
