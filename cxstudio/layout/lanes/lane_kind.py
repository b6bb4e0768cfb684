"""What a lane kind says about itself; a new one is a module here and a row in the table."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from math import inf
from typing import Final

from cxstudio.layout.display.display_list import Placed, Primitive
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import Axis
from cxstudio.layout.text import text_measuring as text
from cxstudio.model import Id
from cxstudio.model.lane_kinds import LaneKind

TALLEST = 260.0
"""Content decides a lane's height up to here (screen points)."""


@dataclass(frozen=True, slots=True)
class LaneSpec:
    """A lane that is to be laid out."""

    key: str
    kind: LaneKind
    title: str = field(compare=False)
    height: float | None = None
    """Fixed by the user; None lets the content decide."""
    collapsed: bool = False
    setting: Id | None = field(default=None, compare=False)
    """Blocks do not depend on it, nor on the title: a lane of one's own has its setting in its key."""


@dataclass(frozen=True, slots=True)
class Block:
    """The groups of one block of columns, in the block's coordinates, and the height they need."""

    groups: tuple[Placed, ...]
    height: float


class Lane:
    """Base of all lane kinds; the defaults suit a lane whose groups stay within their column."""

    kind: LaneKind
    least = 40.0
    """Height of an empty lane, in screen points."""
    least_far = 24.0
    title_lines = 4
    """Most lines of its title in the label column."""
    kept_right = 8.0
    """Room at the right end of the label column that its title leaves free, in screen points."""

    fixed = False
    """`height` alone says how high the lane and all its blocks are, so blocks can be laid out when looked at."""

    names = False
    """Touchpoints' names are shown, or said, in it."""

    figures = False
    """What has been rated is shown in it."""

    local = True
    """`edge` looks no farther than eight columns to the left and two to the right."""

    def height(self, scene: Scene, spec: LaneSpec) -> float | None:
        """The lane's height where it does not follow from its content."""
        return spec.height

    def limit(self, scene: Scene, spec: LaneSpec) -> float:
        """Most height a block's content may take."""
        return inf if scene.whole else self.height(scene, spec) or scene.type(TALLEST)

    def axis(self, scene: Scene, height: float) -> Axis | None:
        """The scale up the lane, for charts."""
        return None

    def bleed(self, scene: Scene) -> float:
        """How far groups may reach beyond their block to either side."""
        return 0.0

    def edge(self, scene: Scene, start: int, stop: int) -> Hashable:
        """What a block (or a whole stage of blocks) shows of its surroundings; when this changes it is laid out anew.

        A column within counts as its own: where one looks different, everything in and next to it is asked again.
        """
        return None

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        """Lay out the columns `start` … `stop` − 1."""
        raise NotImplementedError

    def grid(self, scene: Scene, height: float, width: float) -> tuple[Primitive, ...]:
        """Lines across the whole lane, behind everything."""
        return ()

    def label(self, scene: Scene, height: float) -> tuple[Primitive, ...]:
        """What stands in the label column besides the title."""
        return ()


_LEAST_PART = 0.66
"""Part of its usual height a chart may be fixed at: below, the numbers of its axis would meet."""


class TextLane(Lane):
    """A lane of notes: as high as its fullest cell, within bounds, unless the user fixed it."""

    lowest = 84.0
    """Lowest height it may be fixed at, in screen points: one line of a note, and how many more there are."""

    def height(self, scene: Scene, spec: LaneSpec) -> float | None:
        if scene.far:
            return scene.type(self.least_far)
        return None if spec.height is None else max(spec.height, scene.type(self.lowest))


MOST_LINES: Final = 12
"""Lines a card or note takes at most on the screen, where the rest can be looked up."""


def most_lines(scene: Scene) -> int:
    """Lines a card or note may take."""
    return text.UNBOUNDED if scene.whole else MOST_LINES


def chart_height(scene: Scene, spec: LaneSpec, near: float, far: float) -> float:
    """Height of a chart lane: what the user fixed, kept readable, else the default."""
    unit = scene.type
    if scene.far:
        return unit(far * scene.style.stretch)
    return unit(near) if spec.height is None else max(spec.height, unit(near * _LEAST_PART))
