"""The stage headers above the columns; the one that reaches over the left edge of a window stays readable there."""

from __future__ import annotations

from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Primitive, Rect, TextLine
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Stage

HEIGHT, PLATE, _LINE = 42.0, 28.0, 13.0


class StageValue(NamedTuple):
    """Everything a stage header shows."""

    stage: Id
    name: str
    touchpoints: str
    folded: bool
    far: bool
    width: float
    plate: float = PLATE
    """Height of its ground, in screen points."""


def headers(scene: Scene) -> DisplayList:
    """One group per stage."""
    values = []
    start, stop = scene.window
    for span in scene.stages:
        left, right = max(span.x, scene.left), min(span.x + span.width, scene.left + scene.width)
        if span.stop <= start or span.first >= stop:
            continue
        values.append((left, stage_value(scene, span.stage, span.touchpoints, span.folded, right - left)))
    plate = max((needed(v, scene.fonts, scene.type) for _, v in values), default=PLATE) if scene.whole else PLATE
    placed = [Placed(x, 0.0, header(v._replace(plate=plate), scene.fonts, scene.type)) for x, v in values]
    high = scene.type(HEIGHT - PLATE + plate)
    return DisplayList(scene.width, high, Frame("headers", 0, 0, scene.width, high, groups=tuple(placed)))


def needed(value: StageValue, fonts: FontBook, unit: TypeScale) -> float:
    """Height in screen points of the ground on which a stage's name stands to its end."""
    return needed_for(value.name, value.width - _pads(value.width, unit), fonts, unit)


def needed_for(name: str, wide: float, fonts: FontBook, unit: TypeScale) -> float:
    """The same for a name that has so much width."""
    strong, small = unit.strong, unit.small_strong
    if text.width(fonts, name, strong.face, strong.size) <= wide:
        return PLATE
    return max(PLATE, len(text.wrap(fonts, name, small.face, small.size, wide)) * _LINE + 3.0)


def _pads(width: float, unit: TypeScale) -> float:
    """What a header is wider than its name."""
    gap = min(unit(4), width * 0.25)
    return gap + 2 * (unit(12) if width - gap > unit(72) else unit(6)) - unit(4)


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
    top, tall = unit(HEIGHT - PLATE) / 2, unit(value.plate)
    items: list[Primitive] = [Rect(gap / 2, top, wide, tall, fill=Role.ACCENT_GROUND, radius=min(unit(7), wide / 2))]
    pad = unit(12) if wide > unit(72) else unit(6)
    strong = unit.strong
    base = top + (tall + 0.66 * strong.size) / 2
    left, right = gap / 2 + pad, gap / 2 + wide - pad
    room = right - left - text.width(fonts, value.name, strong.face, strong.size)
    if value.folded and not value.far and room >= unit(14):
        size = unit(13)
        items.extend(marks.sign("fold", left - unit(3), top + tall / 2 - size / 2, size, Role.ACCENT))
        left += size
        room -= size
    count = text.single(fonts, value.touchpoints, unit.small, right, base, Role.ACCENT, align=1.0)
    if room >= count.width + unit(10):
        items.append(count)
        right = count.x - unit(8)
    items.extend(name_lines(value.name, fonts, unit, left, right, top, tall, meaning=Meaning.HEADING))
    return Group(f"stage:{value.stage}", value.width, unit(HEIGHT - PLATE) + tall, tuple(items), value.stage)


def name_lines(
    name: str,
    fonts: FontBook,
    unit: TypeScale,
    left: float,
    right: float,
    top: float,
    tall: float,
    role: Role = Role.ACCENT,
    meaning: Meaning = Meaning.TEXT,
) -> tuple[TextLine, ...]:
    """A stage's name on one line, or smaller on as many as its ground from `top` has room for."""
    strong, small, wide = unit.strong, unit.small_strong, right - left
    if wide < unit(20):
        return ()
    base = top + (tall + 0.66 * strong.size) / 2
    if text.width(fonts, name, strong.face, strong.size) <= wide:
        return (text.single(fonts, name, strong, left, base, role, meaning=meaning),)
    wide, narrow = wide + unit(4), small._replace(leading=unit(_LINE))
    most = max(1, int(tall // narrow.leading))
    count = len(text.wrap(fonts, name, small.face, small.size, wide, most))
    begins = top + (tall - count * narrow.leading) / 2
    return text.block(fonts, name, narrow, left, begins, wide, role, most, meaning=meaning)
