"""How the answers are spread, per touchpoint: every answer as a dot, or the share per value as darkness and number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.journey_figures.nps_csat_ces import FEWEST_FOR_SHARES
from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.analysis.statistics.touchpoint_figures import single_answers_shown
from cxstudio.layout.charts.chart_base import FEW, NAMED, Body, Chart, ChartStyle, framed_in_steps
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.charts.drawing.density_grid import SHADES
from cxstudio.layout.charts.drawing.row_chart import Rows
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Primitive, Rect
from cxstudio.layout.display.drawn_signs import told
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from cxstudio.model.questions import limits
from cxstudio.steps import Steps, gathered
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.figure_sentences import agreement_words, spread_words, written_value
from cxstudio.wording.texts import N_, Texts

TITLE = N_("Answers per touchpoint")
FIGURES: Final = ("experience", "expectation", "emotion", "importance", "delta")
CHOICES: Final = tuple((figure, figure_label(figure)) for figure in FIGURES)
MOST_DOTS: Final = 30
"""With more answers than this to one question they are counted instead of drawn one by one."""
_HEAD, _FOOT = 22.0, 8.0
_TAIL: Final = 86.0


@dataclass(frozen=True, slots=True)
class Spread:
    """One touchpoint's answers to one question: value → how many."""

    touchpoint: Id
    name: str
    counts: tuple[tuple[int, int], ...]
    mean: float
    n: int
    skipped: int
    disagreeing: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class DistributionData:
    """Touchpoints with answers, the lowest mean first."""

    head: Head
    listing: Listing
    figure: str
    values: tuple[int, ...]
    """Every value that can be given, ascending."""
    spreads: tuple[Spread, ...]
    dots: bool
    """Every answer is a dot."""


def data_in_steps(source: Source) -> Steps[DistributionData | Missing]:
    """The answers to the chosen question; experience when none is chosen."""
    figures, texts = source.figures, source.texts
    if figures is None:
        return source.nobody_yet()
    figure = source.choice if source.choice in FIGURES else FIGURES[0]
    asked = texts.tr(figure_label(figure))
    here = [f for f in figures.touchpoints if f.touchpoint in source.document]
    asked_at = [f for f in here if getattr(f, figure) is not None]
    withheld = sum(f.withheld > 0 and getattr(f, figure) is None for f in here)
    shown = [f for f in asked_at if single_answers_shown(source.round, getattr(f, figure).n)]
    if (asked_at or withheld) and not shown:
        return source.too_few_answers()
    spreads = yield from gathered(_spread(source, f, getattr(f, figure)) for f in shown)
    if not spreads:
        return Missing(texts.tr("No result: this round has no answers on “{figure}”.", figure=asked))
    spreads.sort(key=lambda s: s.mean)
    dots = len(spreads) <= FEW and max(s.n for s in spreads) <= MOST_DOTS
    said = texts.tr("{figure}, lowest mean first.", figure=asked)
    said += " " + (
        texts.tr("Every dot is an answer, the line is the mean.")
        if dots
        else texts.tr("The darker, the more often; the number says how many gave this answer.")
    )
    head = Head(
        texts.tr(TITLE),
        said,
        source.basis(
            source.left_out(len(asked_at) + withheld),
            source.kept_back(len(asked_at) + withheld - len(shown)),
            figure=figure,
        ),
    )
    values = values_of(figure, source.scale)
    lines = yield from gathered(_lines(spreads, values, texts))
    return DistributionData(head, _listing(lines, values, figure, texts), figure, values, tuple(spreads), dots)


def values_of(figure: str, scale: int) -> tuple[int, ...]:
    """Every value an answer can have."""
    low, high = limits(figure, scale)
    return tuple(range(low, high + 1))


def lay_out_in_steps(data: DistributionData, style: ChartStyle) -> Steps[Chart]:
    """A row per touchpoint, a column per value."""
    return framed_in_steps("distribution", data.head, style, lambda wide, high: _body(data, style, wide, high))


def _spread(source: Source, f: TouchpointFigures, part: Summary) -> Spread:
    texts = source.texts
    name = flat_name(source.document.get(Touchpoint, f.touchpoint).name)
    spoken = texts.tr(
        "{name}: mean {mean}, answers {spread}, n = {n}",
        name=name,
        mean=texts.number(part.mean, 1),
        spread=spread_words(part, texts),
        n=texts.number(part.n),
    )
    if f.agreement_steps is not None:
        spoken += ", " + agreement_words(f.agreement_steps, texts)
    return Spread(f.touchpoint, name, part.counts, part.mean, part.n, part.skipped, f.disagreeing, spoken)


def _lines(spreads: Sequence[Spread], values: tuple[int, ...], texts: Texts) -> Iterator[Line]:
    for s in spreads:
        counts = dict(s.counts)
        given = (texts.number(counts.get(value, 0)) for value in values)
        cells = (s.name, texts.number(s.mean, 1), *given, texts.number(s.n), texts.number(s.skipped))
        yield Line(s.touchpoint, cells)


def _listing(lines: Sequence[Line], values: tuple[int, ...], figure: str, texts: Texts) -> Listing:
    tr = texts.tr
    heads = (written_value(figure, value, texts, 0) for value in values)
    return whole(lines, tr("Touchpoint"), tr("Mean"), *heads, tr("Answers"), tr("Skipped"))


def _body(data: DistributionData, style: ChartStyle, width: float, height: float) -> Steps[Body]:
    unit = style.unit
    names = [s.name for s in data.spreads]
    rows = Rows([s.touchpoint for s in data.spreads], names, style, width, height, above=unit(_HEAD),
                below=unit(_FOOT), named=range(NAMED))  # fmt: skip
    grid = _Grid(data, rows)
    groups = [Group("distribution:axis", width, rows.height, tuple(grid.axis()))]
    yield
    groups += yield from gathered(
        Group(f"distribution:{s.touchpoint}", width, rows.height, told(tuple(grid.row(n, s)), s.spoken), s.touchpoint)
        for n, s in enumerate(data.spreads)
    )
    boxes = {}
    if rows.many:
        for touchpoint, items, box in rows.few_names():
            groups.append(Group(f"name:{touchpoint}", width, rows.height, items, touchpoint))
            boxes[touchpoint] = box
    return Body(tuple(groups), rows.spots(), boxes, rows.height)


class _Grid:
    """Columns of values beside the names, mean and n at the right."""

    def __init__(self, data: DistributionData, rows: Rows) -> None:
        self.data, self.rows, self.unit, self.style = data, rows, rows.unit, rows.style
        unit = rows.unit
        self.left = rows.left
        self.right = rows.width - (0.0 if rows.many else unit(_TAIL))
        self.column = max(self.right - self.left, 1.0) / len(data.values)
        self.most = max((c / max(s.n, 1) for s in data.spreads for _, c in s.counts), default=1.0)

    def x(self, value: float) -> float:
        """The middle of a value's column."""
        return self.left + (value - self.data.values[0] + 0.5) * self.column

    def axis(self) -> Iterator[Primitive]:
        """The values on top, lines between the columns."""
        unit, texts, small = self.unit, self.style.texts, self.style.small
        for value in self.data.values:
            yield small(written_value(self.data.figure, value, texts, 0), self.x(value), unit(11), align=0.5)
        for place in range(len(self.data.values) + 1):
            x = self.left + place * self.column
            yield marks.line(x, unit(18), x, self.rows.foot, Role.FAINT_LINE, unit(1.0))
        if not self.rows.many:
            yield small(texts.tr("Mean"), self.right + unit(44), unit(11), align=1.0)
            yield small("n", self.right + unit(82), unit(11), align=1.0)

    def row(self, place: int, spread: Spread) -> Iterator[Primitive]:
        """One touchpoint's answers."""
        if not self.data.dots:
            yield from self._cells(place, spread)
        if self.rows.many:
            return
        unit, texts = self.unit, self.style.texts
        x, inset = self.x(spread.mean), min(unit(3), self.rows.row * 0.12)
        top = self.rows.top(place)
        if self.data.dots:
            yield marks.line(x, top + inset, x, top + self.rows.row - inset, Role.ACCENT, unit(2.0))
            yield from self._dots(place, spread)
        yield from self.rows.name(place)
        base = self.rows.base(place)
        mean = written_value(self.data.figure, spread.mean, texts)
        yield self.style.small(mean, self.right + unit(44), base, Role.INK, align=1.0, strong=True,
                               meaning=Meaning.CELL)  # fmt: skip
        yield self.style.small(texts.number(spread.n), self.right + unit(82), base, align=1.0, meaning=Meaning.CELL)

    def _dots(self, place: int, spread: Spread) -> Iterator[Primitive]:
        """Answers side by side, in further lines where a column is too narrow."""
        unit, middle = self.unit, self.rows.middle(place)
        for value, count in spread.counts:
            r, across = self._fit(count)
            step = 2 * r + unit(1)
            lines = -(-count // across)
            for k in range(count):
                line, at = divmod(k, across)
                here = min(across, count - line * across)
                x = self.x(value) + (at - (here - 1) / 2) * step
                y = middle + (line - (lines - 1) / 2) * step
                yield marks.circle(x, y, r, fill=Role.OKAY, stroke=Role.SURFACE, stroke_width=unit(0.8))

    def _fit(self, count: int) -> tuple[float, int]:
        """Radius of a column's dots and how many stand side by side, as large as there is room."""
        unit = self.unit
        wide, tall = self.column - unit(4), self.rows.row - unit(3)
        for tenths in range(40, 4, -2):
            r = unit(tenths / 10)
            step = 2 * r + unit(1)
            across, lines = int(wide // step), int(tall // step)
            if across * lines >= count:
                return r, across
        return unit(0.5), max(1, int(wide // unit(2)))

    def _cells(self, place: int, spread: Spread) -> Iterator[Primitive]:
        """A plate per value, darker the more; among few with its number."""
        unit, texts = self.unit, self.style.texts
        gap = 0.0 if self.rows.many else unit(1)
        for value, count in spread.counts:
            share = count / spread.n
            step = min(len(SHADES) - 1, int(share / self.most * len(SHADES) * 0.999))
            opacity, light = SHADES[step]
            x, top = self.x(value) - self.column / 2, self.rows.top(place)
            yield Rect(x + gap, top + gap, self.column - 2 * gap, max(self.rows.row - 2 * gap, 0.3), fill=Role.OKAY,
                       fill_opacity=opacity, radius=0.0 if self.rows.many else unit(2))  # fmt: skip
            if not self.rows.many:
                words = texts.share(share) if spread.n >= FEWEST_FOR_SHARES else texts.number(count)
                ink = Role.SURFACE if light else Role.INK
                if self.style.width_of(words) <= self.column - 2 * gap:
                    yield self.style.small(words, self.x(value), self.rows.base(place), ink, align=0.5)
