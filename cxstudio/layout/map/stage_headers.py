"""The stage headers above the columns; the one that reaches over the left edge of a window stays readable there."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive, Rect, TextLine
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
    high = scene.type(HEIGHT)
    placed = []
    start, stop = scene.window
    for span in scene.stages:
        left, right = max(span.x, scene.left), min(span.x + span.width, scene.left + scene.width)
        if span.stop <= start or span.first >= stop:
            continue
        value = stage_value(scene, span.stage, span.touchpoints, span.folded, right - left)
        placed.append(Placed(left, 0.0, header(value, scene.fonts, scene.type)))
    return DisplayList(scene.width, high, Frame("headers", 0, 0, scene.width, high, groups=tuple(placed)))


def stage_value(scene: Scene, stage: Id, touchpoints: int, folded: bool, width: float) -> StageValue:
    """What the header of a stage of that width shows."""
    name = " ".join(scene.document.get(Stage, stage).name[:2000].split()) or scene.texts.tr("Untitled stage")
    return StageValue(stage, name, scene.texts.number(touchpoints), folded, scene.far, width)


def stuck(x: float, value: StageValue, left: float, fonts: FontBook, unit: TypeScale) -> Placed:
    """The header of a stage that begins at x, left of a window's edge at `left`: its name stays beside that edge.

    It leaves with the end of its stage, so that the name is never cut by what scrolls.
    """
    right = x + value.width
    needed = min(unit(112), text.width(fonts, value.name, unit.strong.face, unit.strong.size) + unit(60))
    begins = max(x, min(left, right - min(needed, value.width)))
    return Placed(begins, 0.0, header(value._replace(width=right - begins), fonts, unit))


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
    items.extend(_name(value.name, fonts, unit, left, right, top))
    return Group(f"stage:{value.stage}", value.width, unit(HEIGHT), tuple(items), value.stage)


def _name(name: str, fonts: FontBook, unit: TypeScale, left: float, right: float, top: float) -> tuple[TextLine, ...]:
    """The name on one line, or smaller on two where that is too short."""
    strong, small, wide = unit.strong, unit.small_strong, right - left
    if wide < unit(20):
        return ()
    base = top + (unit(PLATE) + 0.66 * strong.size) / 2
    if text.width(fonts, name, strong.face, strong.size) <= wide:
        return (text.single(fonts, name, strong, left, base, Role.ACCENT),)
    wide, leading = wide + unit(4), unit(PLATE) / 2 - unit(1.5)
    narrow = small._replace(leading=leading)
    lines = text.block(fonts, name, narrow, left, top + unit(1.5), wide, Role.ACCENT, 2)
    return lines if len(lines) > 1 else (text.single(fonts, name, small, left, base, Role.ACCENT, wide),)
