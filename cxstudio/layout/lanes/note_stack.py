"""Notes piled under their touchpoint: as many as the lane has room for, then how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from cxstudio.layout.display.display_list import Group, Placed
from cxstudio.layout.lanes.lane_kind import most_lines
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id

T = TypeVar("T")

PAD, BETWEEN = 9.0, 6.0
"""Room above and below a pile, and between its notes, in screen points."""


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
    unit = scene.type
    room = limit - unit(2 * pad + BETWEEN) - unit.small.leading - frame
    return max(1, min(most_lines(unit), int(room / leading + 1e-6)))


def more(scene: Scene, lane: str, owner: Id, count: int, wide: float) -> Group:
    """ "+3": what does not fit."""
    small = scene.type.small_strong
    shown = scene.texts.tr("{number} more", number="+" + scene.texts.number(count))
    laid = text.single(scene.fonts, shown, small, scene.type(4), small.rise, Role.MUTED, wide - scene.type(4))
    return Group(f"more:{lane}:{owner}", wide, small.leading, (laid,), owner)


def renamed(group: Group, key: str) -> Group:
    """The same group under another key."""
    return replace(group, key=key)
