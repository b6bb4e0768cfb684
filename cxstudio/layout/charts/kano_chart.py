"""How much a touchpoint can please against how much its lack annoys: the two coefficients of Kano's pairs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.statistics.figure_values import RoundFigures, Verdict
from cxstudio.analysis.statistics.kano_figures import KanoFigures, KanoKind, round_kano
from cxstudio.layout.charts.chart_base import FEW, NAMED, Body, Chart, ChartStyle, framed
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.charts.drawing.two_figure_plane import Axis, Plane, Point
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Primitive, Rect
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.steps import Steps, gathered
from cxstudio.wording.explanations.kano_explanations import KINDS, coefficient, kano_counts, kano_name
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.texts import N_

TITLE = N_("Kano: pleasing and annoying")
_MIDDLE: Final = 0.5
_MOST_NAMED: Final = 8
_BINS: Final = (0.1, 0.2, 0.25)


@dataclass(frozen=True, slots=True)
class KanoData:
    """Better and worse of every touchpoint that was asked in pairs."""

    head: Head
    listing: Listing
    points: tuple[Point, ...]
    named: Mapping[Id, str]


def data_in_steps(source: Source) -> Steps[KanoData | Missing]:
    """The touchpoints with pairs of answers of which at least one says what it is."""
    figures, texts = source.figures, source.texts
    if figures is None:
        return source.nobody_yet()
    found = round_kano(source.document, figures.round)
    yield
    points = tuple((yield from gathered(_points(source, figures, found))))
    if not points:
        return Missing(texts.tr("No result: the pair of questions “if it is there, if it is missing” was not asked."))
    lead = texts.tr("Right: its lack annoys; up: it pleases. The mark is the verdict on its delta.")
    head = Head(texts.tr(TITLE), lead, source.basis(source.left_out(len(points)), figure=""))
    return KanoData(head, _listing(source, points, found), points, _named(source, points))


def lay_out(data: KanoData, style: ChartStyle) -> Chart:
    """The chart over a width and a height."""
    return framed("kano", data.head, style, lambda wide, high: _body(data, style, wide, high))


def _points(source: Source, figures: RoundFigures, found: Mapping[Id, KanoFigures]) -> Iterator[Point]:
    texts = source.texts
    for touchpoint, one in found.items():
        if one.better is None or one.worse is None:
            continue
        mine = figures.of(touchpoint)
        spoken = texts.tr(
            "{name}: {kind}, better {better}, worse {worse}, n = {n}",
            name=flat_name(source.document.get(Touchpoint, touchpoint).name),
            kind=kano_name(one.kind, texts),
            better=coefficient(one.better, texts),
            worse=coefficient(one.worse, texts),
            n=texts.number(one.n),
        )
        verdict = Verdict.UNKNOWN if mine is None else mine.verdict
        yield Point(touchpoint, "", -one.worse, one.better, verdict, spoken, mine is not None and mine.uncertain)


def _named(source: Source, points: tuple[Point, ...]) -> dict[Id, str]:
    """The selected one and those that move people most, most wanted first."""
    strongest = sorted(points, key=lambda p: -(p.x + p.y))[: _MOST_NAMED if len(points) <= FEW else NAMED]
    wanted = [p.touchpoint for p in strongest]
    if source.chosen in {p.touchpoint for p in points} and len(points) <= FEW and source.chosen is not None:
        wanted = [source.chosen, *wanted]
    return {t: flat_name(short_name(source.document, t)) for t in wanted}


def _listing(source: Source, points: tuple[Point, ...], found: Mapping[Id, KanoFigures]) -> Listing:
    tr, texts, lines = source.texts.tr, source.texts, []
    for p in sorted(points, key=lambda p: (-p.x, -p.y)):
        one = found[p.touchpoint]
        name = flat_name(source.document.get(Touchpoint, p.touchpoint).name)
        better, worse = coefficient(one.better, texts), coefficient(one.worse, texts)
        lines.append(Line(p.touchpoint, (name, kano_name(one.kind, texts), better, worse, kano_counts(one))))
    return whole(lines, tr("Touchpoint"), tr("Kind"), tr("Better"), tr("Worse"), tr("Answers"))


def _body(data: KanoData, style: ChartStyle, width: float, height: float) -> Body:
    texts = style.texts
    ticks = tuple((n / 4, texts.number(n / 4, 2)) for n in range(5))
    lacks = tuple((value, words if not value else "−" + words) for value, words in ticks)
    across = Axis(texts.tr("Worse: its lack annoys"), 0.0, 1.0, lacks)
    up = Axis(texts.tr("Better: it pleases"), 0.0, 1.0, ticks)
    plane = Plane("kano", data.points, across, up, style, width, height, _BINS)
    captions = [
        plane.caption(texts.tr(KINDS[KanoKind.ATTRACTIVE]), Role.MUTED, False, False),
        plane.caption(texts.tr(KINDS[KanoKind.ONE_DIMENSIONAL]), Role.MUTED, True, False),
        plane.caption(texts.tr(KINDS[KanoKind.INDIFFERENT]), Role.MUTED, False, True),
        plane.caption(texts.tr(KINDS[KanoKind.MUST_BE]), Role.MUTED, True, True),
    ]
    x, y, plot = plane.x(_MIDDLE), plane.y(_MIDDLE), plane.plot
    lines = (Box(x - 1, plot.y, 2, plot.height), Box(plot.x, y - 1, plot.width, 2))
    return plane.body(tuple(_ground(plane)), captions, data.named, lines)


def _ground(plane: Plane) -> Iterator[Primitive]:
    plot, unit = plane.plot, plane.unit
    x, y, dash = plane.x(_MIDDLE), plane.y(_MIDDLE), (unit(3), unit(3))
    yield Rect(plot.x, plot.y, plot.width, plot.height, fill=Role.SURFACE, stroke=Role.FAINT_LINE)
    yield marks.line(x, plot.y, x, plot.y + plot.height, Role.LINE, unit(1.0), dash)
    yield marks.line(plot.x, y, plot.x + plot.width, y, Role.LINE, unit(1.0), dash)
