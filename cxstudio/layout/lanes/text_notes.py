"""Lanes of short texts: slips piled under their touchpoint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Placed, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import TALLEST, Block, LaneSpec, TextLane, most_lines
from cxstudio.layout.lanes.note_stack import BETWEEN, PAD, lines_in, pile
from cxstudio.layout.lanes.quote_lane import speck
from cxstudio.layout.lanes.touchpoint_cards import gap
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Note

_TOP = 6.0


class SlipValue(NamedTuple):
    """Everything a slip shows."""

    key: str
    record: Id
    words: str
    foot: str = ""
    """What it is, small below its words."""
    icon: str = ""
    ground: Role = Role.OKAY_GROUND
    ink: Role = Role.INK
    mark: Role = Role.MUTED
    """Colour of icon, foot and of the square seen from far."""


class SlipLane(TextLane):
    """Small notes of which a kind of lane only says what stands on them."""

    least = 48.0
    fixed = True

    def slips(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[SlipValue]:
        """What hangs under a touchpoint, from top to bottom."""
        raise NotImplementedError

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        given = super().height(scene, spec)
        if given is not None:
            return given
        add_up = partial(fullest, scene, pad=PAD, least=self.least, most=TALLEST)
        return scene.total(spec.key, partial(self.slips, scene, spec), add_up)

    def limit(self, scene: Scene, spec: LaneSpec) -> float:
        return super().height(scene, spec) or scene.type(TALLEST)

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        groups: list[Placed] = []
        limit = self.limit(scene, spec)
        inset, wide = room(scene)
        most = lines_in(scene, limit, frame_of(scene) + scene.type.small.leading, scene.type.body.leading)
        drawn = partial(_drawn, scene, wide, most)
        for i in range(start, stop):
            touchpoint = scene.columns[i].touchpoint
            slips = self.slips(scene, spec, touchpoint) if touchpoint is not None else ()
            if touchpoint is None or not slips:
                continue
            x = scene.x(i, start)
            if scene.far:
                groups.append(Placed(x, 0.0, far_speck(scene, slips[0], touchpoint)))
            else:
                groups.extend(pile(scene, spec.key, touchpoint, slips, drawn, x + inset, wide, limit)[0])
        return Block(tuple(groups), self.height(scene, spec))


def fullest(scene: Scene, cells: Iterable[Sequence[SlipValue]], pad: float, least: float, most: float) -> float:
    """Height the fullest of many piles needs, within bounds in screen points.

    Piles that cannot be higher than one already measured are not measured: their words need not be wrapped.
    """
    unit = scene.type
    _, wide = room(scene)
    lines, high = most_lines(unit), unit(least)
    for slips in sorted(filter(None, cells), key=len, reverse=True):
        beside = unit(2 * pad) + (len(slips) - 1) * unit(BETWEEN)
        feet = sum(1 for s in slips if s.foot) * unit.small.leading
        if high >= unit(most):
            break
        if beside + feet + len(slips) * (frame_of(scene) + lines * unit.body.leading) > high:
            high = max(high, beside + sum(slip(s, wide, lines, scene.fonts, unit).height for s in slips))
    return min(high, unit(most))


def room(scene: Scene) -> tuple[float, float]:
    """Where in its column a slip begins, and how wide it is."""
    inset = gap(scene) / 2
    return inset + scene.aside, scene.slot - 2 * inset


def frame_of(scene: Scene) -> float:
    """Height of a slip besides its lines."""
    return scene.type(2 * _TOP)


def words_of(note: Note) -> str:
    """A note's words as far as a slip could show them."""
    return note.text.strip()[:4000]


def far_speck(scene: Scene, value: SlipValue, touchpoint: Id, y: float = 8.0) -> Group:
    """From far only that there is something."""
    made = speck(scene, value.record, touchpoint, value.mark, y)
    return Group(value.key, made.width, made.height, made.items, touchpoint)


def _drawn(scene: Scene, wide: float, most: int, value: SlipValue) -> Group:
    return slip(value, wide, most, scene.fonts, scene.type)


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
    lines = text.block(fonts, value.words, style, left, top, inner, value.ink, most)
    y = top + max(len(lines), 1) * style.leading
    if value.foot:
        small = unit.small
        at = inset if narrow else left
        items.append(text.single(fonts, value.foot, small, at, y + small.rise, value.mark, wide - at - inset + unit(2)))
        y += small.leading
    high = y + top
    ground = Rect(0, 0, wide, high, fill=value.ground, radius=unit(8))
    return Group(value.key, wide, high, (ground, *lines, *items), value.record)
