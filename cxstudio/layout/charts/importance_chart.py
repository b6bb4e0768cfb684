"""Importance against experience in four quadrants. Martilla and James 1977."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.charts.chart_base import Body, Chart, ChartStyle, framed
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.charts.drawing.two_figure_plane import Axis, Plane, Point, whole_ticks
from cxstudio.layout.charts.scatter_chart import to_name
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Primitive, Rect
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.steps import Steps, gathered
from cxstudio.wording.texts import N_

MEAN, MIDDLE = "mean", "middle"
CHOICES = ((MEAN, N_("Crosshair at the means")), (MIDDLE, N_("Middle of the scale")))
TITLE = N_("Importance and experience")
_FIRST, _KEEP, _LATER, _ENOUGH = N_("improve first"), N_("keep it up"), N_("look at later"), N_("more than needed")


@dataclass(frozen=True, slots=True)
class ImportanceData:
    """Experience across, importance up, and where the quadrants meet."""

    head: Head
    listing: Listing
    points: tuple[Point, ...]
    named: Mapping[Id, str]
    scale: int
    cross: tuple[float, float]
    """Experience and importance at which the quadrants meet."""


def data_in_steps(source: Source) -> Steps[ImportanceData | Missing]:
    """The touchpoints that have an importance and an experience."""
    figures, texts = source.figures, source.texts
    if figures is None:
        return source.nobody_yet()
    points = tuple((yield from gathered(_points(source, figures))))
    if not any(f.importance is not None for f in figures.touchpoints):
        return Missing(texts.tr("No result: importance was not asked in this round."))
    if not points:
        return Missing(texts.tr("No result yet: nobody has rated both importance and experience."))
    scale = source.scale
    middle = (scale + 1) / 2
    means = (sum(p.x for p in points) / len(points), sum(p.y for p in points) / len(points))
    at_mean = source.choice != MIDDLE
    where = (
        texts.tr("Crosshair at the means of all touchpoints: experience {x}, importance {y}.",
                 x=texts.number(means[0], 1), y=texts.number(means[1], 1))
        if at_mean
        else texts.tr("Crosshair at the middle of the scale, {middle}.", middle=texts.number(middle, 1))
    )  # fmt: skip
    head = Head(texts.tr(TITLE), where, source.basis(source.left_out(len(points))))
    cross = means if at_mean else (middle, middle)
    named = to_name(source.document, figures, points, source.chosen)
    lines = yield from gathered(_lines(source, points, cross))
    return ImportanceData(head, _listing(source, lines), points, named, scale, cross)


def lay_out(data: ImportanceData, style: ChartStyle) -> Chart:
    """The chart over a width and a height."""
    return framed("importance", data.head, style, lambda wide, high: _body(data, style, wide, high))


def quadrant(x: float, y: float, cross: tuple[float, float]) -> str:
    """Message id of what a quadrant says; on the line counts as experienced well and as important."""
    if y >= cross[1]:
        return _KEEP if x >= cross[0] else _FIRST
    return _ENOUGH if x >= cross[0] else _LATER


def _points(source: Source, figures: RoundFigures) -> Iterator[Point]:
    texts = source.texts
    for f in figures.touchpoints:
        about = source.document.find(f.touchpoint)
        if f.importance is None or f.experience is None or not isinstance(about, Touchpoint):
            continue
        spoken = texts.tr(
            "{name}: importance {importance}, experience {experience}, n = {n}",
            name=flat_name(about.name),
            importance=texts.number(f.importance.mean, 1),
            experience=texts.number(f.experience.mean, 1),
            n=texts.number(f.n),
        )
        yield Point(f.touchpoint, "", f.experience.mean, f.importance.mean, f.verdict, spoken, f.uncertain)


def _lines(source: Source, points: tuple[Point, ...], cross: tuple[float, float]) -> Iterator[Line]:
    tr, number = source.texts.tr, source.texts.number
    for p in sorted(points, key=lambda p: (-p.y, p.x)):
        name = flat_name(source.document.get(Touchpoint, p.touchpoint).name)
        yield Line(p.touchpoint, (name, number(p.y, 1), number(p.x, 1), tr(quadrant(p.x, p.y, cross))))


def _listing(source: Source, lines: Sequence[Line]) -> Listing:
    tr = source.texts.tr
    return whole(lines, tr("Touchpoint"), tr("Importance"), tr("Experience"), tr("Quadrant"))


def _body(data: ImportanceData, style: ChartStyle, width: float, height: float) -> Body:
    texts, top = style.texts, float(data.scale)
    ticks = whole_ticks(data.scale, [texts.number(n) for n in range(1, data.scale + 1)])
    across, up = Axis(texts.tr("Experience"), 1.0, top, ticks), Axis(texts.tr("Importance"), 1.0, top, ticks)
    plane = Plane("importance", data.points, across, up, style, width, height)
    captions = [
        plane.caption(texts.tr(_FIRST), Role.DISAPPOINTING_TEXT, False, False, -1),
        plane.caption(texts.tr(_KEEP), Role.DELIGHTING, True, False, 1),
        plane.caption(texts.tr(_LATER), Role.MUTED, False, True),
        plane.caption(texts.tr(_ENOUGH), Role.MUTED, True, True),
    ]
    (x, y), plot = (plane.x(data.cross[0]), plane.y(data.cross[1])), plane.plot
    lines = (Box(x - 1, plot.y, 2, plot.height), Box(plot.x, y - 1, plot.width, 2))
    return plane.body(tuple(_ground(plane, data)), captions, data.named, lines)


def _ground(plane: Plane, data: ImportanceData) -> Iterator[Primitive]:
    """Four quadrants, the two important ones tinted, and the crosshair."""
    plot, unit, (x, y), top = plane.plot, plane.unit, data.cross, float(data.scale)
    yield Rect(plot.x, plot.y, plot.width, plot.height, fill=Role.SURFACE, stroke=Role.FAINT_LINE)
    for low, high, role in (
        ((1.0, y), (x, top), Role.DISAPPOINTING_GROUND),
        ((x, y), (top, top), Role.DELIGHTING_GROUND),
    ):
        box = plane.rect(low, high)
        yield Rect(box.x, box.y, box.width, box.height, fill=role, fill_opacity=0.6)
    dash = (unit(3), unit(3))
    yield marks.line(plane.x(x), plot.y, plane.x(x), plot.y + plot.height, Role.MUTED, unit(1.0), dash)
    yield marks.line(plot.x, plane.y(y), plot.x + plot.width, plane.y(y), Role.MUTED, unit(1.0), dash)
