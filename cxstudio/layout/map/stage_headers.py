"""The stage headers above the columns."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Stage

HEIGHT, PLATE = 42.0, 28.0


class StageValue(NamedTuple):
    """Everything a stage header shows."""

    stage: Id
    name: str
    touchpoints: str
    folded: bool
    far: bool
    width: float


def headers(scene: Scene) -> DisplayList:
    """One group per stage."""
    unit = scene.type
    high = unit(HEIGHT)
    placed = []
    start, stop = scene.window
    for span in scene.stages:
        left, right = max(span.x, scene.left), min(span.x + span.width, scene.left + scene.width)
        if span.stop <= start or span.first >= stop:
            continue
        stage = scene.document.get(Stage, span.stage)
        name = " ".join(stage.name[:2000].split()) or scene.texts.tr("Untitled stage")
        count = scene.texts.number(span.touchpoints)
        value = StageValue(stage.id, name, count, span.folded, scene.far, right - left)
        placed.append(Placed(left, 0.0, header(value, scene.fonts, unit)))
    return DisplayList(scene.width, high, Frame("headers", 0, 0, scene.width, high, groups=tuple(placed)))


@cached(2_000)
def header(value: StageValue, fonts: FontBook, unit: TypeScale) -> Group:
    """One header, remembered by what it shows."""
    gap = min(unit(4), value.width * 0.25)
    wide = value.width - gap
    top = unit(HEIGHT - PLATE) / 2
    items: list[Primitive] = [
        Rect(gap / 2, top, wide, unit(PLATE), fill=Role.ACCENT_GROUND, radius=min(unit(7), wide / 2))
    ]
    pad = unit(12) if wide > unit(72) else unit(6)
    strong = unit.strong
    base = top + (unit(PLATE) + 0.66 * strong.size) / 2
    left, right = gap / 2 + pad, gap / 2 + wide - pad
    room = right - left - text.width(fonts, value.name, strong.face, strong.size)
    if value.folded and not value.far and room >= unit(14):
        size = unit(13)
        items.extend(marks.sign("fold", left - unit(3), top + unit(PLATE) / 2 - size / 2, size, Role.ACCENT))
        left += size
        room -= size
    count = text.single(fonts, value.touchpoints, unit.small, right, base, Role.ACCENT, align=1.0)
    if room >= count.width + unit(10):
        items.append(count)
        right = count.x - unit(8)
    if right - left >= unit(20):
        items.append(text.single(fonts, value.name, strong, left, base, Role.ACCENT, right - left))
    return Group(f"stage:{value.stage}", value.width, unit(HEIGHT), tuple(items), value.stage)
