"""Lanes of things piled under their touchpoint: as many as there is room for, then how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from cxstudio.layout.display.display_list import Group, Placed, Rect
from cxstudio.layout.lanes.lane_kind import Block, LaneSpec, TextLane, most_lines
from cxstudio.layout.lanes.touchpoint_cards import gap
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id

T = TypeVar("T")

PAD, BETWEEN = 9.0, 6.0
"""Room above and below a pile, and between its notes, in screen points."""


class PiledLane(TextLane, Generic[T]):
    """A kind of lane says which things stand at a touchpoint, how one is drawn and what shows from far."""

    def things(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[T]:
        """What hangs under a touchpoint, from top to bottom."""
        raise NotImplementedError

    def drawing(self, scene: Scene, touchpoint: Id, wide: float, limit: float) -> Callable[[T], Group]:
        """Draws one thing of a touchpoint; `limit` is the most height the pile may take."""
        raise NotImplementedError

    def specks(self, scene: Scene, touchpoint: Id, things: Sequence[T]) -> Sequence[Group]:
        """From far only that there is something."""
        raise NotImplementedError

    def room(self, scene: Scene, i: int) -> tuple[float, float]:
        """Where in column `i` a pile begins, and how wide it is."""
        return room(scene)

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        groups: list[Placed] = []
        tallest, limit = 0.0, self.limit(scene, spec)
        for i in range(start, stop):
            touchpoint = scene.columns[i].touchpoint
            things = self.things(scene, spec, touchpoint) if touchpoint is not None else ()
            if touchpoint is None or not things:
                continue
            if scene.far:
                groups.extend(Placed(scene.x(i, start), 0.0, mark) for mark in self.specks(scene, touchpoint, things))
                continue
            aside, wide = self.room(scene, i)
            draw = self.drawing(scene, touchpoint, wide, limit)
            placed, height = pile(scene, spec.key, touchpoint, things, draw, scene.x(i, start) + aside, wide, limit)
            groups.extend(placed)
            tallest = max(tallest, height)
        return Block(tuple(groups), scene.type(self.least_far) if scene.far else tallest)


def room(scene: Scene) -> tuple[float, float]:
    """Where in its column a slip begins, and how wide it is."""
    inset = gap(scene) / 2
    return inset + scene.aside, scene.slot - 2 * inset


def speck(scene: Scene, note: Id, touchpoint: Id, role: Role, y: float = 8.0) -> Group:
    """From far a note is a small square."""
    unit = scene.type
    wide = scene.slot
    size = min(unit(8), wide - gap(scene))
    square = Rect(wide / 2 - size / 2, unit(y), size, unit(8), fill=role, radius=min(unit(2), size / 3))
    return Group(f"note:{note}", wide, unit(y + 8), (square,), touchpoint)


def pile(
    scene: Scene,
    lane: str,
    owner: Id,
    things: Sequence[T],
    draw: Callable[[T], Group],
    x: float,
    wide: float,
    limit: float,
    pad: float = PAD,
) -> tuple[list[Placed], float]:
    """The groups of one touchpoint in a lane from top to bottom, and the height they take; `pad` above and below."""
    unit = scene.type
    pad, between = unit(pad), unit(BETWEEN)
    more_height = unit.small.leading
    y = pad
    placed: list[Placed] = []
    for n, thing in enumerate(things):
        group = draw(thing)
        last = n == len(things) - 1
        room = limit - pad - (0.0 if last else between + more_height)
        if placed and y + group.height > room:
            placed.append(Placed(x, y, more(scene, lane, owner, len(things) - n, wide)))
            return placed, y + more_height + pad
        placed.append(Placed(x, y, group))
        y += group.height + between
    return placed, (y - between if placed else y) + pad


def lines_in(scene: Scene, limit: float, frame: float, leading: float, pad: float = PAD) -> int:
    """Lines a note may take so that it and "+3" below it stay within the limit; `frame` is what is not lines."""
    if scene.whole:
        return most_lines(scene)
    unit = scene.type
    room = limit - unit(2 * pad + BETWEEN) - unit.small.leading - frame
    return max(1, min(most_lines(scene), int(room / leading + 1e-6)))


def more(scene: Scene, lane: str, owner: Id, count: int, wide: float) -> Group:
    """ "+3": what does not fit."""
    small = scene.type.small_strong
    shown = scene.texts.tr("{number} more", number="+" + scene.texts.number(count))
    laid = text.single(scene.fonts, shown, small, scene.type(4), small.rise, Role.MUTED, wide - scene.type(4))
    return Group(f"more:{lane}:{owner}", wide, small.leading, (laid,), owner)


def renamed(group: Group, key: str) -> Group:
    """The same group under another key."""
    return replace(group, key=key)
