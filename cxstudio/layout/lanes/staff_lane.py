"""Who the customer deals with, and what they may decide on the spot."""

from __future__ import annotations

from math import inf
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import MOST_LINES
from cxstudio.layout.lanes.paragraph_lane import ParagraphLane
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.folded_text import folded
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Touchpoint
from cxstudio.model.kinds import StaffFreedom
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.texts import N_

_FILLED = {StaffFreedom.NONE: 0, StaffFreedom.SOME: 1, StaffFreedom.FULL: 2}
_DOTS = 2
_FREEDOM = {
    StaffFreedom.NONE: N_("no freedom to act"),
    StaffFreedom.SOME: N_("some freedom to act"),
    StaffFreedom.FULL: N_("full freedom to act"),
}


class StaffValue(NamedTuple):
    """Everything a cell shows."""

    touchpoint: Id
    words: str
    freedom: str
    filled: int
    more: str = ""


class StaffLane(ParagraphLane):
    """Words, and below them two dots: none, one or both filled."""

    kind = LaneKind.STAFF

    def says(self, touchpoint: Touchpoint) -> bool:
        return bool(touchpoint.staff.strip() or touchpoint.staff_freedom)

    def paragraph(self, scene: Scene, touchpoint: Touchpoint, wide: float, most: float) -> Group:
        return cell(_value(scene, touchpoint), wide, most, scene.fonts, scene.type)


def _value(scene: Scene, touchpoint: Touchpoint) -> StaffValue:
    freedom, more = touchpoint.staff_freedom, scene.texts.tr("more")
    said = scene.texts.tr(_FREEDOM[freedom]) if freedom is not None else ""
    return StaffValue(touchpoint.id, touchpoint.staff.strip()[:4000], said, _FILLED[freedom] if freedom else -1, more)


@cached(4_000)
def cell(value: StaffValue, wide: float, most: float, fonts: FontBook, unit: TypeScale) -> Group:
    """What one touchpoint says of its staff, remembered by what it shows."""
    narrow = wide < unit(84)
    inset, top = unit(6 if narrow else 8), unit(6)
    style, small = (unit.small if narrow else unit.body), unit.small
    inner = wide - 2 * inset + unit(2)
    dot = unit(3.2)
    beside = inset + _DOTS * (2 * dot + unit(3)) + unit(3)
    below = text.width(fonts, value.freedom, small.face, small.size) > wide - beside - inset + unit(2)
    foot = 0.0 if not value.freedom else 4 * small.leading if below else small.leading
    lines = text.UNBOUNDED if most == inf else max(1, min(MOST_LINES, int((most - 2 * top - foot) // style.leading)))
    words = folded(fonts, value.words, style, inset, top, inner, Role.INK, lines, value.more) if value.words else ()
    y = top + len(words) * style.leading
    items: list[Primitive] = list(words)
    if value.freedom:
        items.extend(_dots(value.filled, inset + dot, y + small.leading / 2, dot, unit))
        if below:
            said = text.block(fonts, value.freedom, small, inset, y + small.leading, inner, Role.MUTED, 3)
            items.extend(said)
            y += len(said) * small.leading
        else:
            items.append(text.single(fonts, value.freedom, small, beside, y + small.rise, Role.MUTED))
        y += small.leading
    high = y + top
    ground = Rect(0, 0, wide, high, fill=Role.OKAY_GROUND, radius=unit(8))
    return Group(f"staff:{value.touchpoint}", wide, high, (ground, *items), value.touchpoint)


def _dots(filled: int, x: float, y: float, radius: float, unit: TypeScale) -> list[Primitive]:
    """As many dots filled as there is freedom, the others empty."""
    places = [x + n * (2 * radius + unit(3)) for n in range(_DOTS)]
    full = [marks.circle(at, y, radius, fill=Role.MUTED) for at in places[:filled]]
    ring = radius - unit(0.5)
    empty = [marks.circle(at, y, ring, stroke=Role.MUTED, stroke_width=unit(1)) for at in places[max(filled, 0) :]]
    return [*full, *empty]
