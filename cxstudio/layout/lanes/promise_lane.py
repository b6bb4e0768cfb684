"""What is promised at a touchpoint, and whether those asked found it kept."""

from __future__ import annotations

from math import inf
from typing import Final, NamedTuple

from cxstudio.analysis.statistics.promise_kept import PromiseResult, promise_of
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
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.figures.promise_sentences import short_words

_ROLES: Final = {
    PromiseResult.KEPT: Role.DELIGHTING,
    PromiseResult.PARTLY: Role.MUTED,
    PromiseResult.BROKEN: Role.DISAPPOINTING_TEXT,
}


class PromiseValue(NamedTuple):
    """Everything a cell shows."""

    touchpoint: Id
    words: str
    found: str
    """What was found, and by how many."""
    result: PromiseResult | None
    more: str


class PromiseLane(ParagraphLane):
    """The promise, and below it a circle: full where it was found kept, half for in part, empty where it was broken."""

    kind = LaneKind.PROMISE
    figures = True

    def says(self, touchpoint: Touchpoint) -> bool:
        return bool(touchpoint.promise.strip())

    def paragraph(self, scene: Scene, touchpoint: Touchpoint, wide: float, most: float) -> Group:
        return cell(_value(scene, touchpoint), wide, most, scene.fonts, scene.type)

    def speck_role(self, scene: Scene, touchpoint: Touchpoint) -> Role:
        return _role(_value(scene, touchpoint))


def _value(scene: Scene, touchpoint: Touchpoint) -> PromiseValue:
    found = promise_of(scene.document, touchpoint, scene.figures)
    said = short_words(found, scene.texts)
    return PromiseValue(touchpoint.id, touchpoint.promise.strip()[:4000], said, found.result, scene.texts.tr("more"))


def _role(value: PromiseValue) -> Role:
    return _ROLES[value.result] if value.result is not None else Role.MUTED


@cached(4_000)
def cell(value: PromiseValue, wide: float, most: float, fonts: FontBook, unit: TypeScale) -> Group:
    """One promise, remembered by what it shows."""
    narrow = wide < unit(84)
    inset, top = unit(6 if narrow else 8), unit(6)
    style, small = (unit.small if narrow else unit.body), unit.small
    inner = wide - 2 * inset + unit(2)
    dot = unit(3.6) if value.result is not None else 0.0
    beside = inset + (2 * dot + unit(5) if dot else 0.0)
    said = text.wrap(fonts, value.found, small.face, small.size, wide - beside - inset + unit(2), 3)
    room_for = most - 2 * top - len(said) * small.leading - unit(2)
    lines = text.UNBOUNDED if most == inf else max(1, min(MOST_LINES, int(room_for // style.leading)))
    words = folded(fonts, value.words, style, inset, top, inner, Role.INK, lines, value.more)
    y = top + len(words) * style.leading + unit(2)
    role = _role(value)
    items: list[Primitive] = list(words)
    if value.result is not None:
        items.extend(_circle(value.result, inset + dot, y + small.leading / 2, dot, role, unit))
    items.extend(text.block(fonts, value.found, small, beside, y, wide - beside - inset + unit(2), role, 3))
    high = y + len(said) * small.leading + top
    ground = Rect(0, 0, wide, high, fill=Role.OKAY_GROUND, radius=unit(8))
    return Group(f"promise:{value.touchpoint}", wide, high, (ground, *items), value.touchpoint)


def _circle(result: PromiseResult, x: float, y: float, radius: float, role: Role, unit: TypeScale) -> list[Primitive]:
    """A circle that is full, half or empty: readable without its colour."""
    ring = marks.circle(x, y, radius - unit(0.6), stroke=role, stroke_width=unit(1.2))
    if result is PromiseResult.BROKEN:
        return [ring]
    if result is PromiseResult.KEPT:
        return [marks.circle(x, y, radius, fill=role)]
    return [ring, marks.circle(x, y, radius * 0.45, fill=role)]
