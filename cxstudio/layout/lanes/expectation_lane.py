"""Expectation and experience: tick, dot, and between them the delta with its number."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import Block, Lane, LaneSpec, chart_height
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES, TEXT_ROLES, Scene
from cxstudio.layout.map_scene.map_style import Axis
from cxstudio.layout.map_scene.overlaid_values import legend, marks_over
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.questions import DELTA, limits
from cxstudio.wording.figures.figure_sentences import signed_delta
from cxstudio.wording.texts import DASH

HEIGHT, PAPER_HEIGHT, FAR_HEIGHT = 116.0, 112.0, 44.0

_FAR_REACH = 0.7
"""From far a bar is full at this part of the largest delta the scale allows."""


class PairValue(NamedTuple):
    """Everything a dumbbell shows."""

    touchpoint: Id
    expectation: float | None
    experience: float | None
    delta: float | None
    label: str
    verdict: Verdict
    spoken: str
    """The same in words."""
    uncertain: bool = False
    """A survey that does not tell the verdict for sure: drawn hollow."""


class ScaleStyle(NamedTuple):
    """How values on a scale are drawn in this layout."""

    fonts: FontBook
    type: TypeScale
    axis: Axis
    width: float
    height: float
    far: bool


class ExpectationLane(Lane):
    """Dumbbells on the rating scale; bars of delta when seen from far."""

    kind = LaneKind.EXPECTATION_EXPERIENCE
    fixed = names = figures = True

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        return chart_height(scene, spec, PAPER_HEIGHT if scene.style.paper else HEIGHT, FAR_HEIGHT)

    def axis(self, scene: Scene, height: float) -> Axis | None:
        unit = scene.type
        if scene.far:
            return None
        below = unit(14) if beside(scene) else unit(14) + unit.small_strong.leading
        return Axis(*limits("experience", scene.scale), unit(14), height - below)

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        height = self.height(scene, spec)
        reach = limits(DELTA, scene.scale)[1] * _FAR_REACH
        axis = self.axis(scene, height) or Axis(-reach, reach, scene.type(3), height - scene.type(3))
        style = ScaleStyle(scene.fonts, scene.type, axis, scene.slot, height, scene.far)
        groups = []
        for i in range(start, stop):
            value = pair_value(scene, scene.columns[i].touchpoint)
            if value is not None:
                groups.append(Placed(scene.x(i, start) + scene.aside, 0.0, pair(value, style)))
        if not scene.far:
            groups += marks_over(scene, axis, start, stop, height)
        return Block(tuple(groups), height)

    def grid(self, scene: Scene, height: float, width: float) -> tuple[Primitive, ...]:
        axis = self.axis(scene, height)
        if axis is None:
            return (marks.line(0, height / 2, width, height / 2, Role.LINE, scene.type(1)),)
        levels = (axis.low, (axis.low + axis.high) / 2, axis.high)
        lines = tuple(marks.line(0, axis.y(v), width, axis.y(v), Role.FAINT_LINE, scene.type(1)) for v in levels)
        if scene.rated:
            return lines
        return (*lines, *not_rated(scene, axis.y(levels[1]), width, "expectation", "experience"))

    def label(self, scene: Scene, height: float) -> tuple[Primitive, ...]:
        axis = self.axis(scene, height)
        if axis is None:
            return ()
        middle = (axis.low + axis.high) / 2
        levels = [axis.low, axis.high] + ([middle] if middle == int(middle) else [])
        known = legend(scene, self.kind, scene.type(46), height)
        return (*axis_labels(scene, axis, [(v, scene.texts.number(v)) for v in levels]), *known)


def not_rated(scene: Scene, y: float, width: float, *figures: str) -> tuple[Primitive, ...]:
    """Says why there is nothing to draw of these figures, just above a line: nobody, or too few, answered."""
    small = scene.type.small
    if not scene.columns or width < scene.type(80):
        return ()
    found = () if scene.figures is None else scene.figures.touchpoints
    few = any(not f.kept_back.isdisjoint(figures) for f in found)
    said = scene.texts.tr("Too few answers") if few else scene.texts.tr("Not rated yet")
    return (
        text.single(scene.fonts, said, small, scene.type(14), y - scene.type(6), Role.FAINT, width - scene.type(20)),
    )


def axis_labels(scene: Scene, axis: Axis, values: list[tuple[float, str]]) -> tuple[Primitive, ...]:
    """Numbers at the right end of the label column."""
    small = scene.type.small
    right = scene.style.label_width - scene.type(10)
    return tuple(
        text.single(scene.fonts, shown, small, right, axis.y(v) + small.size * 0.33, Role.MUTED, align=1.0)
        for v, shown in values
    )


def beside(scene: Scene) -> bool:
    """Whether columns are wide enough for the number to stand beside its bar."""
    return scene.slot >= scene.type(88)


def pair_value(scene: Scene, touchpoint: Id | None) -> PairValue | None:
    """Gather what a touchpoint's dumbbell shows; None where nothing was rated."""
    figures = scene.figures_of(touchpoint)
    if figures is None or touchpoint is None:
        return None
    expectation = figures.expectation.mean if figures.expectation else None
    experience = figures.experience.mean if figures.experience else None
    delta = figures.delta.mean if figures.delta else None
    if expectation is None and experience is None and delta is None:
        return None
    label = signed_delta(delta, figures, scene.texts)
    spoken = _spoken(scene, touchpoint, expectation, experience)
    return PairValue(touchpoint, expectation, experience, delta, label, figures.verdict, spoken, figures.uncertain)


def _spoken(scene: Scene, touchpoint: Id, expectation: float | None, experience: float | None) -> str:
    texts = scene.texts
    expected = texts.number(expectation, 1) if expectation is not None else DASH
    lived = texts.number(experience, 1) if experience is not None else DASH
    return texts.tr(
        "{touchpoint}: expectation {expectation}, experience {experience}",
        touchpoint=scene.name_of(touchpoint),
        expectation=expected,
        experience=lived,
    )


@cached(10_000)
def pair(value: PairValue, style: ScaleStyle) -> Group:
    """One dumbbell, remembered by what it shows."""
    unit, axis, middle = style.type, style.axis, style.width / 2
    mark = MARK_ROLES[value.verdict] if value.verdict is not Verdict.UNKNOWN else Role.OKAY
    if style.far:
        return Group(
            f"pair:{value.touchpoint}", style.width, style.height, _delta_bar(value, style, mark), value.touchpoint
        )
    items: list[Primitive] = []
    expected = None if value.expectation is None else axis.y(value.expectation)
    lived = None if value.experience is None else axis.y(value.experience)
    if expected is not None and lived is not None:
        top, bottom = sorted((expected, lived))
        bar = Rect(middle - unit(4), top, unit(8), bottom - top, fill=mark, fill_opacity=0.3)
        items.append(marks.hollow(bar, value.uncertain, unit(1.2)))
    if expected is not None:
        half = min(unit(14), style.width * 0.3)
        items.append(Rect(middle - half, expected - unit(1.3), 2 * half, unit(2.6), fill=Role.INK, radius=unit(1)))
    if lived is not None:
        dot = marks.hollow(marks.circle(middle, lived, unit(6), fill=mark), value.uncertain, unit(1.6))
        items.append(replace(dot, meaning=Meaning.FIGURE, alternative=value.spoken))
    if value.label:
        items.append(_number(value, style, expected, lived))
    return Group(f"pair:{value.touchpoint}", style.width, style.height, tuple(items), value.touchpoint)


def _number(value: PairValue, style: ScaleStyle, expected: float | None, lived: float | None) -> Primitive:
    unit, strong = style.type, style.type.small_strong
    role = TEXT_ROLES[value.verdict]
    middle = style.width / 2
    label = value.label
    wide = text.width(style.fonts, label, strong.face, strong.size)
    if wide > style.width:  # the number alone, rather than one that reaches into the next column
        label = label.rpartition(" ")[2]
        wide = text.width(style.fonts, label, strong.face, strong.size)
    beside = min(middle + unit(18), style.width - wide)
    if style.width < unit(88) or expected is None or lived is None or beside < middle + unit(8):
        base = style.height - unit(7) if style.width < unit(88) else style.height / 2 + strong.size * 0.33
        return text.single(style.fonts, label, strong, middle, base, role, align=0.5)
    base = (expected + lived) / 2 + strong.size * 0.33
    return text.single(style.fonts, label, strong, beside, base, role)


def _delta_bar(value: PairValue, style: ScaleStyle, mark: Role) -> tuple[Primitive, ...]:
    if value.delta is None:
        return ()
    gap = min(2.0, style.width * 0.25)
    shown = min(style.axis.high, max(style.axis.low, value.delta))
    top, bottom = sorted((style.axis.y(0), style.axis.y(shown)))
    bar = Rect(gap / 2, top, style.width - gap, max(bottom - top, 1.0), fill=mark)
    return (marks.hollow(bar, value.uncertain, min(1.5, style.width / 4)),)
