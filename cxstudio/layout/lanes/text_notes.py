"""Slips: the small notes of lanes of short texts, and how high their piles are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from math import inf
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import most_lines
from cxstudio.layout.lanes.note_stack import BETWEEN, room, speck
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.folded_text import folded
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id

_TOP = 6.0


class SlipValue(NamedTuple):
    """Everything a slip shows."""

    key: str
    record: Id
    words: str
    more: str = ""
    """What is said where its words are too many."""
    foot: str = ""
    """What it is, small below its words."""
    icon: str = ""
    ground: Role = Role.OKAY_GROUND
    ink: Role = Role.INK
    mark: Role = Role.MUTED
    """Colour of icon, foot and of the square seen from far."""


def fullest(scene: Scene, cells: Iterable[Sequence[SlipValue]], pad: float, least: float, most: float) -> float:
    """Height the fullest of many piles needs, within bounds in screen points.

    Piles that cannot be higher than one already measured are not measured: their words need not be wrapped.
    """
    unit = scene.type
    _, wide = room(scene)
    lines, high = most_lines(scene), unit(least)
    bound = inf if scene.whole else unit(most)
    for slips in sorted(filter(None, cells), key=len, reverse=True):
        beside = unit(2 * pad) + (len(slips) - 1) * unit(BETWEEN)
        feet = sum(1 for s in slips if s.foot) * unit.small.leading
        if high >= bound:
            break
        if beside + feet + sum(frame_of(scene) + _at_most(s, wide, lines, unit) for s in slips) > high:
            high = max(high, beside + sum(slip(s, wide, lines, scene.fonts, unit).height for s in slips))
    return min(high, bound)


def _at_most(value: SlipValue, wide: float, lines: int, unit: TypeScale) -> float:
    """More height than the lines of a slip can take: half of each is filled, but for the last of a paragraph."""
    filled = 2 * len(value.words) * unit.body.size / max(wide / 2, 1.0)
    return min(lines, 2 + value.words.count("\n") + filled) * unit.body.leading


def frame_of(scene: Scene) -> float:
    """Height of a slip besides its lines."""
    return scene.type(2 * _TOP)


def far_speck(scene: Scene, value: SlipValue, touchpoint: Id, y: float = 8.0) -> Group:
    """From far only that there is something."""
    made = speck(scene, value.record, touchpoint, value.mark, y)
    return Group(value.key, made.width, made.height, made.items, touchpoint)


@cached(10_000)
def slip(value: SlipValue, wide: float, most: int, fonts: FontBook, unit: TypeScale) -> Group:
    """One slip, remembered by what it shows."""
    narrow = wide < unit(84)
    inset, top = unit(6 if narrow else 8), unit(_TOP)
    style = unit.small if narrow else unit.body
    left = inset
    items: list[Primitive] = []
    if value.icon:
        size = unit(11 if narrow else 13)
        items.extend(marks.sign(value.icon, inset, top + (style.leading - size) / 2, size, value.mark))
        left += size + unit(4)
    inner = wide - left - inset + unit(2)
    lines = folded(fonts, value.words, style, left, top, inner, value.ink, most, value.more)
    y = top + max(len(lines), 1) * style.leading
    if value.foot:
        small = unit.small
        at = inset if narrow else left
        items.append(text.single(fonts, value.foot, small, at, y + small.rise, value.mark, wide - at - inset + unit(2)))
        y += small.leading
    high = y + top
    ground = Rect(0, 0, wide, high, fill=value.ground, radius=unit(8))
    return Group(value.key, wide, high, (ground, *lines, *items), value.record)
