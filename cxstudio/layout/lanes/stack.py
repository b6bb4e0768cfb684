"""Notes piled under their touchpoint: as many as the lane has room for, then how many more there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from cxstudio.layout import text
from cxstudio.layout.display import Group, Placed
from cxstudio.layout.scene import Scene
from cxstudio.look.roles import Role
from cxstudio.model import Id

T = TypeVar("T")


def pile(
    scene: Scene, owner: Id, things: Sequence[T], draw: Callable[[T], Group], x: float, wide: float, limit: float
) -> tuple[list[Placed], float]:
    """The groups of one touchpoint from top to bottom, and the height they take."""
    unit = scene.type
    pad, between = unit(9), unit(6)
    more_height = unit.small.leading
    y = pad
    placed: list[Placed] = []
    for n, thing in enumerate(things):
        group = draw(thing)
        last = n == len(things) - 1
        room = limit - pad - (0.0 if last else between + more_height)
        if placed and y + group.height > room:
            placed.append(Placed(x, y, more(scene, owner, len(things) - n, wide)))
            return placed, y + more_height + pad
        placed.append(Placed(x, y, group))
        y += group.height + between
    return placed, (y - between if placed else y) + pad


def more(scene: Scene, owner: Id, count: int, wide: float) -> Group:
    """ "+3": what does not fit."""
    small = scene.type.small_strong
    shown = scene.texts.tr("{number} more", number="+" + scene.texts.number(count))
    laid = text.single(scene.fonts, shown, small, scene.type(4), small.rise, Role.MUTED, wide - scene.type(4))
    return Group(f"more:{owner}", wide, small.leading, (laid,), owner)


def renamed(group: Group, key: str) -> Group:
    """The same group under another key."""
    return replace(group, key=key)
