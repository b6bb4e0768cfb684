"""Expectation against experience over the zones of the verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from cxstudio.analysis.statistics.figure_values import RoundFigures, TouchpointFigures, Verdict
from cxstudio.layout.charts.benchmark_line import Benchline, benchlines
from cxstudio.layout.charts.chart_base import FEW, NAMED, Body, Chart, ChartStyle, framed
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.charts.drawing.two_figure_plane import Axis, Plane, Point, whole_ticks
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Path, Primitive, Rect
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id, Round, Touchpoint
from cxstudio.steps import Steps, gathered
from cxstudio.wording.fields.record_names import short_name
from cxstudio.wording.figures.figure_sentences import VERDICTS, delta_words
from cxstudio.wording.texts import N_, Texts

TITLE = N_("Expectation and experience")
_NAMED_BEST = 2


@dataclass(frozen=True, slots=True)
class ScatterData:
    """Both means of every touchpoint, on a scale from 1."""

    head: Head
    listing: Listing
    points: tuple[Point, ...]
    named: Mapping[Id, str]
    scale: int
    threshold: float
    """Points of the scale from which the verdict turns."""
    benchmarks: tuple[Benchline, ...] = ()
    """Values from elsewhere for the experience."""


def data_in_steps(source: Source) -> Steps[ScatterData | Missing]:
    """The touchpoints that have an expectation and an experience."""
    figures, texts = source.figures, source.texts
    if figures is None:
        return source.nobody_yet()
    points = yield from points_in_steps(source.document, figures, texts)
    if not points:
        reason = texts.tr("No result yet: nobody has rated both expectation and experience.")
        return Missing(reason)
    scale = source.scale
    listing = yield from _listing(source, figures, points)
    head = Head(
        texts.tr(TITLE),
        texts.tr("Above the dashed line experience exceeds expectation, below it falls short."),
        source.basis(source.left_out(len(points))),
    )
    return ScatterData(
        head,
        listing,
        points,
        to_name(source.document, figures, points, source.chosen),
        scale,
        figures.options.verdict_threshold(scale - 1),
        benchlines(source, "experience"),
    )


def lay_out(data: ScatterData, style: ChartStyle) -> Chart:
    """The chart over a width and a height; names that find no room are left out."""
    return framed("scatter", data.head, style, lambda wide, high: _body(data, style, wide, high))


def points_in_steps(document: Document, figures: RoundFigures, texts: Texts) -> Steps[tuple[Point, ...]]:
    """The touchpoints that have an expectation and an experience, in the order of the map."""
    return tuple((yield from gathered(_points(document, figures, texts))))


def _points(document: Document, figures: RoundFigures, texts: Texts) -> Iterator[Point]:
    for f in figures.touchpoints:
        about = document.find(f.touchpoint)
        if f.expectation is not None and f.experience is not None and isinstance(about, Touchpoint):
            spoken = _spoken(flat_name(about.name), f, texts)
            yield Point(f.touchpoint, "", f.expectation.mean, f.experience.mean, f.verdict, spoken, f.uncertain)


def _spoken(name: str, f: TouchpointFigures, texts: Texts) -> str:
    assert f.expectation is not None
    assert f.experience is not None
    return texts.tr(
        "{name}: expectation {expectation}, experience {experience}, {delta}, n = {n}",
        name=name,
        expectation=texts.number(f.expectation.mean, 1),
        experience=texts.number(f.experience.mean, 1),
        delta=delta_words(f, texts),
        n=texts.number(f.n),
    )


def to_name(document: Document, figures: RoundFigures, points: Sequence[Point], chosen: Id | None) -> dict[Id, str]:
    """Which points get their names, most wanted first: the most urgent; among few also the chosen one and the best."""
    here = {p.touchpoint: p for p in points}
    few = len(points) <= FEW
    wanted = [chosen] if chosen in here and few else []
    wanted += [t for t in figures.ranking if t in here][:NAMED]
    if few:
        best = sorted((p for p in points if p.verdict is Verdict.DELIGHTING), key=lambda p: p.x - p.y)
        wanted += [p.touchpoint for p in best[:_NAMED_BEST]]
    return {t: flat_name(short_name(document, t)) for t in wanted if t is not None}


def round_scatter_in_steps(
    document: Document, figures: RoundFigures, texts: Texts, width: float, height: float, chosen: Id | None = None
) -> Steps[Chart]:
    """The chart of a round beside the grid: without words around it, empty where nobody answered both."""
    points = yield from points_in_steps(document, figures, texts)
    scale = document.get(Round, figures.round).scale
    named = to_name(document, figures, points, chosen)
    threshold = figures.options.verdict_threshold(scale - 1)
    yield
    made = ScatterData(Head(texts.tr(TITLE), "", ""), whole((), ""), points, named, scale, threshold)
    return lay_out(made, ChartStyle(width, height, texts, framed=False))


def _listing(source: Source, figures: RoundFigures, points: Sequence[Point]) -> Steps[Listing]:
    tr = source.texts.tr
    lines = yield from gathered(_lines(source, figures, points))
    return whole(lines, tr("Touchpoint"), tr("Expectation"), tr("Experience"), tr("Delta"), tr("Answers"))


def _lines(source: Source, figures: RoundFigures, points: Sequence[Point]) -> Iterator[Line]:
    number = source.texts.number
    for p in sorted(points, key=lambda p: p.y - p.x):
        mine = figures.by_id[p.touchpoint]
        name = flat_name(source.document.get(Touchpoint, p.touchpoint).name)
        cells = (name, number(p.x, 1), number(p.y, 1), delta_words(mine, source.texts), number(mine.n))
        yield Line(p.touchpoint, cells)


def _body(data: ScatterData, style: ChartStyle, width: float, height: float) -> Body:
    texts = style.texts
    ticks = whole_ticks(data.scale, [texts.number(n) for n in range(1, data.scale + 1)])
    top = float(data.scale)
    across = Axis(texts.tr("Expectation"), 1.0, top, ticks)
    up = Axis(texts.tr("Experience"), 1.0, top, ticks)
    plane = Plane("scatter", data.points, across, up, style, width, height)
    captions = [
        plane.caption(texts.tr(VERDICTS[Verdict.DELIGHTING]), Role.DELIGHTING, False, False, 1),
        plane.caption(texts.tr(VERDICTS[Verdict.DISAPPOINTING]), Role.DISAPPOINTING_TEXT, True, True, -1),
    ]
    for line in data.benchmarks:
        drawn = line.across(plane, [box for _, box in captions])
        if drawn is not None:
            captions.append(drawn)
    return plane.body(tuple(_ground(plane, data)), captions, data.named)


def _ground(plane: Plane, data: ScatterData) -> Iterator[Primitive]:
    """The zones: at least one threshold above the diagonal, at least one below it."""
    plot, top, gap, unit = plane.plot, float(data.scale), data.threshold, plane.unit
    yield Rect(plot.x, plot.y, plot.width, plot.height, fill=Role.SURFACE, stroke=Role.FAINT_LINE)
    best = [(1.0, 1 + gap), (1.0, top), (top - gap, top)]
    worst = [(1 + gap, 1.0), (top, 1.0), (top, top - gap)]
    for corners, role in ((best, Role.DELIGHTING_GROUND), (worst, Role.DISAPPOINTING_GROUND)):
        (first, *rest) = [(plane.x(a), plane.y(b)) for a, b in corners]
        yield Path((("M", *first), *(("L", *corner) for corner in rest), ("Z",)), fill=role, fill_opacity=0.6)
    ends = (plane.x(1), plane.y(1), plane.x(top), plane.y(top))
    yield marks.line(*ends, Role.LINE, unit(1.0), (unit(3), unit(3)))
