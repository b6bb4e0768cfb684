"""Who the customer deals with, and what they may decide on the spot."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from cxstudio.layout import marks, text
from cxstudio.layout.display import Group, Placed, Primitive, Rect
from cxstudio.layout.lanes.base import Block, LaneSpec, TextLane, most_lines
from cxstudio.layout.lanes.quotes import speck
from cxstudio.layout.lanes.slips import room
from cxstudio.layout.lanes.stack import PAD
from cxstudio.layout.scene import Scene
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import LaneKind, StaffFreedom
from cxstudio.wording.fields import choice_label

_FILLED = {StaffFreedom.NONE: 0, StaffFreedom.SOME: 1, StaffFreedom.FULL: 2}
_DOTS = 2


class StaffValue(NamedTuple):
    """Everything a cell shows."""

    touchpoint: Id
    words: str
    freedom: str
    filled: int


class StaffLane(TextLane):
    """Words, and below them two dots: none, one or both filled."""

    kind = LaneKind.STAFF
    least = 48.0

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        groups: list[Placed] = []
        tallest = 0.0
        pad = scene.type(PAD)
        most = self.limit(scene, spec) - 2 * pad
        inset, wide = room(scene)
        for i in range(start, stop):
            touchpoint = scene.touchpoint(i)
            if touchpoint is None or not (touchpoint.staff.strip() or touchpoint.staff_freedom):
                continue
            x = scene.x(i, start)
            if scene.far:
                mark = speck(scene, touchpoint.id, touchpoint.id, Role.MUTED)
                key = f"staff:{touchpoint.id}"
                groups.append(Placed(x, 0.0, Group(key, mark.width, mark.height, mark.items, touchpoint.id)))
                continue
            group = cell(_value(scene, touchpoint), wide, most, scene.fonts, scene.type)
            groups.append(Placed(x + inset, pad, group))
            tallest = max(tallest, group.height + 2 * pad)
        return Block(tuple(groups), scene.type(self.least_far) if scene.far else tallest)


def _value(scene: Scene, touchpoint: Touchpoint) -> StaffValue:
    freedom = touchpoint.staff_freedom
    said = scene.texts.tr(choice_label(freedom)) if freedom is not None else ""
    return StaffValue(touchpoint.id, touchpoint.staff.strip()[:4000], said, _FILLED[freedom] if freedom else -1)


@lru_cache(maxsize=4_000)
def cell(value: StaffValue, wide: float, most: float, fonts: FontBook, unit: TypeScale) -> Group:
    """What one touchpoint says of its staff, remembered by what it shows."""
    narrow = wide < unit(84)
    inset, top = unit(6 if narrow else 8), unit(6)
    style, small = (unit.small if narrow else unit.body), unit.small
    inner = wide - 2 * inset + unit(2)
    foot = 2 * small.leading if value.freedom and narrow else small.leading if value.freedom else 0.0
    lines = max(1, min(most_lines(unit), int((most - 2 * top - foot) // style.leading)))
    words = text.block(fonts, value.words, style, inset, top, inner, Role.INK, lines) if value.words else ()
    y = top + len(words) * style.leading
    items: list[Primitive] = list(words)
    if value.freedom:
        dot = unit(3.2)
        for n in range(_DOTS):
            full = n < value.filled
            x = inset + dot + n * (2 * dot + unit(3))
            items.append(
                marks.circle(x, y + small.leading / 2, dot, fill=Role.MUTED)
                if full
                else marks.circle(x, y + small.leading / 2, dot - unit(0.5), stroke=Role.MUTED, stroke_width=unit(1))
            )
        left = inset + _DOTS * (2 * dot + unit(3)) + unit(3)
        if narrow:
            left, y = inset, y + small.leading
        shown = text.single(
            fonts, value.freedom, small, left, y + small.rise, Role.MUTED, wide - left - inset + unit(2)
        )
        items.append(shown)
        y += small.leading
    high = y + top
    ground = Rect(0, 0, wide, high, fill=Role.OKAY_GROUND, radius=unit(8))
    return Group(f"staff:{value.touchpoint}", wide, high, (ground, *items), value.touchpoint)
