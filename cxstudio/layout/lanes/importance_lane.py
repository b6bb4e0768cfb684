"""How important each touchpoint is to customers: bars on the round's scale, with their number."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.lanes.expectation_lane import ScaleStyle, axis_labels, not_rated
from cxstudio.layout.lanes.lane_kind import Block, Lane, LaneSpec, chart_height
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import Axis
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.questions import limits

HEIGHT, FAR_HEIGHT = 88.0, 36.0


class WeightValue(NamedTuple):
    """Everything a bar shows."""

    touchpoint: Id
    mean: float
    label: str
    spoken: str


class ImportanceLane(Lane):
    """Bars that stand on the lowest value of the scale."""

    kind = LaneKind.IMPORTANCE
    fixed = names = figures = True

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        return chart_height(scene, spec, HEIGHT, FAR_HEIGHT)

    def axis(self, scene: Scene, height: float) -> Axis:
        unit, ends = scene.type, limits("importance", scene.scale)
        if scene.far:
            return Axis(*ends, unit(4), height - unit(4))
        return Axis(*ends, unit(8) + unit.small_strong.leading, height - unit(12))

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        height = self.height(scene, spec)
        style = ScaleStyle(scene.fonts, scene.type, self.axis(scene, height), scene.slot, height, scene.far)
        groups = []
        for i in range(start, stop):
            value = weight_value(scene, scene.columns[i].touchpoint)
            if value is not None:
                groups.append(Placed(scene.x(i, start) + scene.aside, 0.0, weight(value, style)))
        return Block(tuple(groups), height)

    def grid(self, scene: Scene, height: float, width: float) -> tuple[Primitive, ...]:
        axis = self.axis(scene, height)
        unit = scene.type
        ground = marks.line(0, axis.bottom, width, axis.bottom, Role.LINE, unit(1))
        if scene.far:
            return (ground,)
        top = marks.line(0, axis.top, width, axis.top, Role.FAINT_LINE, unit(1))
        weighed = scene.figures is not None and any(f.importance for f in scene.figures.touchpoints)
        return (top, ground) if weighed else (top, ground, *not_rated(scene, axis.bottom, width, "importance"))

    def label(self, scene: Scene, height: float) -> tuple[Primitive, ...]:
        if scene.far:
            return ()
        axis = self.axis(scene, height)
        return axis_labels(scene, axis, [(v, scene.texts.number(v)) for v in (axis.low, axis.high)])


def weight_value(scene: Scene, touchpoint: Id | None) -> WeightValue | None:
    """Gather what a touchpoint's bar shows; None where nobody answered."""
    figures = scene.figures_of(touchpoint)
    if touchpoint is None or figures is None or figures.importance is None:
        return None
    mean = figures.importance.mean
    label = scene.texts.number(mean, 1)
    spoken = scene.texts.tr("{touchpoint}: importance {value}", touchpoint=scene.name_of(touchpoint), value=label)
    return WeightValue(touchpoint, mean, label, spoken)


@cached(10_000)
def weight(value: WeightValue, style: ScaleStyle) -> Group:
    """One bar, remembered by what it shows."""
    unit, axis, middle = style.type, style.axis, style.width / 2
    y = axis.y(min(axis.high, max(axis.low, value.mean)))
    half = (style.width - min(2.0, style.width * 0.25)) / 2 if style.far else min(unit(9), style.width * 0.2)
    tall = max(axis.bottom - y, unit(1))
    bar = Rect(middle - half, axis.bottom - tall, 2 * half, tall, fill=Role.OKAY, radius=0 if style.far else unit(2))
    items: list[Primitive] = [replace(bar, meaning=Meaning.FIGURE, alternative=value.spoken)]
    if not style.far:
        strong = unit.small_strong
        items.append(text.single(style.fonts, value.label, strong, middle, y - unit(4), Role.INK, align=0.5))
    return Group(f"weight:{value.touchpoint}", style.width, style.height, tuple(items), value.touchpoint)
