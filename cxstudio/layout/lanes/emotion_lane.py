"""The emotion curve: through the mean of every touchpoint, with faces, spread, highest high and lowest low."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import NamedTuple

from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display import monotone_curve as curve
from cxstudio.layout.display.display_list import (
    Gradient,
    Group,
    Meaning,
    Path,
    Placed,
    Primitive,
    Rect,
    Segment,
    TextLine,
)
from cxstudio.layout.lanes.expectation_lane import axis_labels, not_rated
from cxstudio.layout.lanes.lane_kind import Block, Lane, LaneSpec, chart_height
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.map_scene.map_style import Axis
from cxstudio.layout.map_scene.overlaid_values import curves_over, legend, near
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.questions import SIGNED
from cxstudio.wording.figures.emotion_steps import peak_words
from cxstudio.wording.figures.figure_sentences import ends_words
from cxstudio.wording.texts import DASH

HEIGHT, PAPER_HEIGHT, FAR_HEIGHT = 160.0, 150.0, 64.0
STRONG = 1.0
LEVELS = (float(SIGNED[1]), 0.0, float(SIGNED[0]))
"""Values named at the axis of an emotion, from top to bottom."""
"""From here on an emotion is drawn in its colour."""
_CLOSE = 12.0
"""In narrower columns the curve is drawn thinner."""
_STOPS = (
    (0.0, Role.DELIGHTING),
    (0.3, Role.DELIGHTING),
    (0.5, Role.OKAY),
    (0.7, Role.DISAPPOINTING),
    (1.0, Role.DISAPPOINTING),
)


class FeltValue(NamedTuple):
    """Everything a face on the curve shows."""

    touchpoint: Id
    mean: float
    lower: float
    upper: float
    label: str


class FeltStyle(NamedTuple):
    """How faces are drawn in this layout."""

    fonts: FontBook
    type: TypeScale
    axis: Axis
    width: float
    height: float
    side: int
    """−1 at the left end of the map, 1 at the right end, else 0: there the label must not leave it."""


class EmotionLane(Lane):
    """Curve, faces and spread from the worst to the best feeling."""

    kind = LaneKind.EMOTION
    fixed = names = figures = True
    local = False

    def height(self, scene: Scene, spec: LaneSpec) -> float:
        return chart_height(scene, spec, PAPER_HEIGHT if scene.style.paper else HEIGHT, FAR_HEIGHT)

    def axis(self, scene: Scene, height: float) -> Axis:
        margin = scene.type(6) if scene.far else scene.type(17) + scene.type.small_strong.leading
        return Axis(*SIGNED, margin, height - margin)

    def bleed(self, scene: Scene) -> float:
        return max(scene.style.column_width / 2, scene.type(40))

    def edge(self, scene: Scene, start: int, stop: int) -> Hashable:
        at = bisect_left(scene.felt, start)
        end = bisect_left(scene.felt, stop)
        beside = (*scene.felt[max(at - 2, 0) : at], *scene.felt[end : end + 2])
        x = scene.columns[start].x
        around = tuple((scene.columns[i].x - x, scene.emotions[i]) for i in beside)
        return (around, self._peaks(scene, start, stop), near(scene, self.kind, start, stop))

    def _peaks(self, scene: Scene, start: int, stop: int) -> tuple[tuple[Id, bool], ...]:
        """Named touchpoints in these columns, and whether each stands alone."""
        if scene.figures is None:
            return ()
        named = ((t, len(tied) == 1) for tied in (scene.figures.highest_high, scene.figures.lowest_low) for t in tied)
        return tuple((t, alone) for t, alone in named if start - 1 <= scene.index.get(t, -2) < stop)

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        height = self.height(scene, spec)
        axis = self.axis(scene, height)
        pieces = _curve(scene, axis, start, stop)
        groups = []
        if pieces:
            wide = scene.columns[stop - 1].x + scene.columns[stop - 1].width - scene.columns[start].x
            spoken = replace(pieces[0], meaning=Meaning.FIGURE, alternative=_spoken(scene, start, stop))
            key = f"curve:{scene.keys[start]}"
            groups.append(Placed(0.0, 0.0, Group(key, wide, height, (spoken, *pieces[1:]))))
        groups += curves_over(scene, axis, start, stop, height)
        if not scene.far:
            for i in range(start, stop):
                value = felt_value(scene, i)
                if value is not None:
                    side = -1 if i == scene.window[0] else int(i == scene.window[1] - 1)
                    style = FeltStyle(scene.fonts, scene.type, axis, scene.slot, height, side)
                    groups.append(Placed(scene.x(i, start) + scene.aside, 0.0, felt(value, style)))
        return Block(tuple(groups), height)

    def grid(self, scene: Scene, height: float, width: float) -> tuple[Primitive, ...]:
        axis = self.axis(scene, height)
        unit = scene.type
        zero = marks.line(0, axis.y(0), width, axis.y(0), Role.LINE, unit(1.2), (unit(4), unit(4)))
        if scene.far:
            return (zero,)
        ends = tuple(marks.line(0, axis.y(v), width, axis.y(v), Role.FAINT_LINE, unit(1)) for v in SIGNED)
        lines = (*ends, zero)
        return lines if scene.felt else (*lines, *not_rated(scene, axis.y(0), width, "emotion"))

    def label(self, scene: Scene, height: float) -> tuple[Primitive, ...]:
        if scene.far:
            return ()
        values = [(v, scene.texts.signed(v, 0)) for v in LEVELS]
        known = legend(scene, self.kind, scene.type(34), height)
        return (*axis_labels(scene, self.axis(scene, height), values), *known)


def emotion_role(mean: float) -> Role:
    """Colour of an emotion."""
    value = shown(mean)
    if value >= STRONG:
        return Role.DELIGHTING
    return Role.DISAPPOINTING if value <= -STRONG else Role.OKAY


def feeling(top: float, bottom: float) -> Gradient:
    """Colours of an emotion curve; `top` and `bottom` are the heights of the best and the worst feeling."""
    return Gradient(top, bottom, _STOPS)


def felt_value(scene: Scene, i: int) -> FeltValue | None:
    """Gather what the face of a column shows; None without an emotion."""
    touchpoint = scene.columns[i].touchpoint
    figures = scene.figures_of(touchpoint)
    if figures is None or figures.emotion is None or touchpoint is None:
        return None
    emotion = figures.emotion
    return FeltValue(touchpoint, emotion.mean, emotion.lower_quartile, emotion.upper_quartile, _peak_name(scene, i))


def _peak_name(scene: Scene, i: int) -> str:
    """What the curve is here, unless the neighbour to the left already says so."""
    figures, touchpoint = scene.figures, scene.columns[i].touchpoint
    if figures is None:
        return ""
    before = scene.columns[i - 1].touchpoint if i else None
    said, beside = (peak_words(t, figures.highest_high, figures.lowest_low, scene.texts) for t in (touchpoint, before))
    return said if said != beside else ""


@cached(10_000)
def felt(value: FeltValue, style: FeltStyle) -> Group:
    """One face with its spread, remembered by what it shows."""
    unit, axis, middle = style.type, style.axis, style.width / 2
    role = emotion_role(value.mean)
    y = axis.y(value.mean)
    radius = min(unit(11), style.width * 0.2)
    top, bottom = axis.y(value.upper), axis.y(value.lower)
    items: list[Primitive] = []
    if bottom - top > 1:
        items.append(
            Rect(
                middle - unit(2.5),
                top - unit(2),
                unit(5),
                bottom - top + unit(4),
                fill=role,
                fill_opacity=0.28,
                radius=unit(2.5),
            )
        )
    items.extend(marks.face(value.mean, middle, y, radius, role))
    if value.label:
        strong = unit.small_strong
        high = value.mean > 0
        base = min(y - radius, top) - unit(6) if high else max(y + radius, bottom) + unit(4) + strong.size * 0.8
        items.extend(_name_of_peak(value.label, style, base, high))
    return Group(f"emotion:{value.touchpoint}", style.width, style.height, tuple(items), value.touchpoint)


def _name_of_peak(label: str, style: FeltStyle, base: float, above: bool) -> Sequence[TextLine]:
    """The words at a face, on one line; at an end of the map within the column, over several where it is narrow."""
    strong, ink = style.type.small_strong, Role.DELIGHTING if above else Role.DISAPPOINTING_TEXT
    room = style.width - 2
    laid = text.single(style.fonts, label, strong, style.width / 2, 0.0, ink, align=0.5)
    lines: Sequence[TextLine] = (laid,)
    if style.side and laid.width > room:
        lines = text.block(style.fonts, label, strong, 1.0, 0.0, room, ink)
    elif style.side < 0 and laid.x < 1:
        lines = (replace(laid, x=1.0),)
    elif style.side > 0 and laid.x + laid.width > style.width - 1:
        lines = (replace(laid, x=style.width - 1 - laid.width),)
    taller = (len(lines) - 1) * strong.leading
    first = base - taller if above else base
    first = min(max(first, strong.size), style.height - style.type(3) - taller)
    return [replace(line, y=first + n * strong.leading) for n, line in enumerate(lines)]


def _spoken(scene: Scene, start: int, stop: int) -> str:
    """The curve in words."""
    said = []
    for i in range(start, stop):
        touchpoint, mean = scene.columns[i].touchpoint, scene.emotions[i]
        if touchpoint is not None and mean is not None:
            said.append(f"{scene.name_of(touchpoint)} {scene.texts.signed(mean)}")
    ends = ends_words("emotion", scene.texts)
    return scene.texts.tr("Emotion from {low} to {high}: {values}", values="; ".join(said) or DASH, **ends)


def _curve(scene: Scene, axis: Axis, start: int, stop: int) -> tuple[Path, ...]:
    """The part of the curve above these columns, in their block's coordinates."""
    felt_at = scene.felt
    at, end = bisect_left(felt_at, start), bisect_left(felt_at, stop)
    numbers = felt_at[max(at - 2, 0) : end + 2]
    if len(numbers) < 2:
        return ()
    origin = scene.columns[start].x
    points = []
    for i in numbers:
        column, mean = scene.columns[i], scene.emotions[i]
        assert mean is not None
        points.append((column.x + column.width / 2 - origin, axis.y(mean)))
    right = scene.columns[stop - 1].x + scene.columns[stop - 1].width - origin
    tilt = curve.slopes(points)
    drawn = []
    for k in range(len(points) - 1):
        part = curve.cut(curve.piece(points[k], points[k + 1], tilt[k], tilt[k + 1]), 0.0, right)
        if part is not None:
            drawn.append((part, numbers[k + 1] - numbers[k] > 1))
    return (_area([part for part, _ in drawn], axis), *_strokes(scene, axis, drawn)) if drawn else ()


def _strokes(scene: Scene, axis: Axis, drawn: list[tuple[curve.Cubic, bool]]) -> list[Path]:
    gradient = feeling(axis.top, axis.bottom)
    unit = scene.type
    thick, thin = (2.4, 1.6) if scene.slot >= unit(_CLOSE) else (1.5, 1.1)
    paths: list[Path] = []
    run: list[Segment] = []
    for i, (part, bridging) in enumerate(drawn):
        if not run or drawn[i - 1][1] != bridging:
            run = [("M", *part.start)]
        run.append(("C", *part.first, *part.second, *part.end))
        if i + 1 == len(drawn) or drawn[i + 1][1] != bridging:
            dash = (unit(2), unit(5)) if bridging else ()
            paths.append(
                Path(
                    tuple(run),
                    stroke=Role.OKAY,
                    stroke_width=unit(thin if bridging else thick),
                    dash=dash,
                    gradient=gradient,
                )
            )
            run = []
    return paths


def _area(parts: Sequence[curve.Cubic], axis: Axis) -> Path:
    """What lies between the curve, piece after piece, and the middle."""
    zero, start, end = axis.y(0), parts[0].start, parts[-1].end
    along: list[Segment] = [("C", *part.first, *part.second, *part.end) for part in parts]
    segments: tuple[Segment, ...] = (("M", start[0], zero), ("L", *start), *along, ("L", end[0], zero), ("Z",))
    return Path(segments, fill=Role.OKAY, gradient=feeling(axis.top, axis.bottom), fill_opacity=0.09)
