"""The ranking of deltas: a bar for each touchpoint's mean, every answer as a dot, a survey's interval as a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil, floor

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.layout.charts.chart_base import FEW, NAMED, Body, Chart, ChartStyle, framed
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, whole
from cxstudio.layout.charts.delta_bars import AXIS, DeltaChart, DeltaRow, delta_rows
from cxstudio.layout.charts.drawing.row_chart import Rows
from cxstudio.layout.charts.drawing.value_axis import ValueAxis
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Group, Path, Placed, Primitive, Segment
from cxstudio.layout.display.drawn_signs import told
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.steps import Steps, gathered
from cxstudio.wording.figures.figure_sentences import (
    agreement_words,
    delta_words,
    figure_sign,
    interval_words,
    judged_words,
)
from cxstudio.wording.texts import N_, Texts

TITLE = N_("Delta, largest shortfall first")


@dataclass(frozen=True, slots=True)
class RankingData:
    """All touchpoints with a delta, lowest first."""

    head: Head
    listing: Listing
    rows: tuple[DeltaRow, ...]


def data_in_steps(source: Source) -> Steps[RankingData | Missing]:
    """The deltas of the round."""
    figures, texts = source.figures, source.texts
    if figures is None:
        return source.nobody_yet()
    rows = delta_rows(source.document, figures)
    yield
    if not rows:
        reason = texts.tr("No result yet: nobody has rated both expectation and experience.")
        return Missing(reason)
    head = Head(texts.tr(TITLE), _lead(rows, texts), source.basis(source.left_out(len(rows))))
    return RankingData(head, (yield from _listing(rows, texts)), rows)


def lay_out(data: RankingData, style: ChartStyle) -> Chart:
    """A row per touchpoint; many as one outline of thin bars."""

    def body(wide: float, high: float) -> Body:
        rows = Rows([r.touchpoint for r in data.rows], [r.name for r in data.rows], style, wide, high,
                    below=style.unit(AXIS), named=range(NAMED))  # fmt: skip
        return _outline(data, rows) if rows.many else _bars(data, style, rows)

    return framed("ranking", data.head, style, body)


def _lead(rows: tuple[DeltaRow, ...], texts: Texts) -> str:
    lowest_first = sorted(rows, key=lambda row: row.figures.delta.mean if row.figures.delta is not None else 0.0)
    counts = Counter((figure_sign(row.figures), judged_words(row.figures, texts)) for row in lowest_first)
    parts = [f"{sign} {texts.number(n)} {words}".strip() for (sign, words), n in counts.items()]
    said = texts.tr("Bars: mean of the paired deltas; dots: the answers.")
    if len(rows) > FEW:
        said = texts.tr("Every line is a touchpoint, its length the mean delta; the largest shortfalls are named.")
    elif any(row.figures.delta is not None and row.figures.delta.interval is not None for row in rows):
        said = texts.tr("Bars: mean of the paired deltas; lines: 95% intervals; circles: the answers.")
    return " · ".join(parts) + ". " + said


def _listing(rows: tuple[DeltaRow, ...], texts: Texts) -> Steps[Listing]:
    tr = texts.tr
    lines = yield from gathered(_lines(rows, texts))
    return whole(lines, tr("Touchpoint"), tr("Delta"), tr("Agreement"), tr("Answers"))


def _lines(rows: tuple[DeltaRow, ...], texts: Texts) -> Iterator[Line]:
    for row in rows:
        f, delta = row.figures, row.figures.delta
        steps = f.agreement_steps
        told_spread = interval_words(delta.interval, texts) if delta is not None and delta.interval else ""
        spread = told_spread or (agreement_words(steps, texts) if steps is not None else "")
        yield Line(row.touchpoint, (row.name, delta_words(f, texts), spread, texts.number(f.n)))


def _spoken(row: DeltaRow, texts: Texts) -> str:
    words = delta_words(row.figures, texts)
    return texts.tr("{name}: {words}, n = {n}", name=row.name, words=words, n=texts.number(row.figures.n))


def _bars(data: RankingData, style: ChartStyle, rows: Rows) -> Body:
    """The chart of the report, with rows as high as there is room."""
    chart = DeltaChart(data.rows, style.texts, rows.width, style.unit, style.fonts, rows.row, whole=style.whole)
    groups: list[Group | Placed] = [chart.grid(rows.height)]
    for place, row in enumerate(data.rows):
        drawn = chart.row(row)
        spoken = replace(drawn, items=told(drawn.items, _spoken(row, style.texts)))
        groups.append(Placed(0.0, rows.top(place), spoken))
    return Body(tuple(groups), rows.spots(), {}, rows.height)


def _outline(data: RankingData, rows: Rows) -> Body:
    """Thin bars from the lowest to the highest delta; the lowest are named."""
    unit, style = rows.unit, rows.style
    number = style.width_of(style.texts.signed(-8.8), strong=True)
    left, right = rows.left + unit(6), rows.width - number - unit(12)
    means = [row.figures.delta.mean for row in data.rows if row.figures.delta is not None]
    low, high = min(*means, -1.0), max(*means, 1.0)

    axis = ValueAxis(left, right - left, low, high)
    bars = _outlines(data.rows, means, rows, axis.x)

    def written(value: int, x: float) -> Primitive:
        return style.small(style.texts.signed(value, 0), x, rows.foot + unit(18), align=0.5)

    lines = axis.lines(range(ceil(low), floor(high) + 1), rows.above, rows.foot + unit(4), unit, written)
    groups = [
        Group("ranking:grid", rows.width, rows.height, tuple(lines)),
        Group("ranking:bars", rows.width, rows.height, tuple(bars)),
    ]
    names: dict[Id, Box] = {}
    for place, (touchpoint, items, box) in enumerate(rows.few_names()):
        row = data.rows[place]
        spoken = told(items, _spoken(row, style.texts))
        groups.append(Group(f"name:{touchpoint}", rows.width, rows.height, spoken, touchpoint))
        names[touchpoint] = box
    return Body(tuple(groups), rows.spots(), names, rows.height)


def _outlines(
    shown: Sequence[DeltaRow], means: Sequence[float], rows: Rows, x: Callable[[float], float]
) -> Iterator[Path]:
    """The bars of each stretch of one verdict as one shape, so that no seams show between thin rows."""
    start = 0
    for (verdict, uncertain), stretch in groupby(shown, key=lambda row: (row.figures.verdict, row.figures.uncertain)):
        stop = start + len(list(stretch))
        edge: list[Segment] = [("M", x(0), rows.top(start))]
        for i in range(start, stop):
            edge += [("L", x(means[i]), rows.top(i)), ("L", x(means[i]), rows.top(i + 1))]
        role = MARK_ROLES[verdict] if verdict is not Verdict.UNKNOWN else Role.OKAY
        yield marks.hollow(Path((*edge, ("L", x(0), rows.top(stop)), ("Z",)), fill=role), uncertain, rows.unit(1.2))
        start = stop
