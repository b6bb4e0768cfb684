"""Employees against customers: both means of every touchpoint rated in both views, the largest misjudgement first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.round.employees_against_customers import Seen, ViewsCompared, views_in_steps
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.charts.chart_base import FEW, Body, Chart, ChartStyle, framed
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.charts.drawing.row_chart import Rows
from cxstudio.layout.charts.drawing.value_axis import ValueAxis
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Primitive
from cxstudio.layout.display.drawn_signs import told
from cxstudio.look.roles import Role
from cxstudio.model import Id, Round, Touchpoint
from cxstudio.steps import Steps, gathered
from cxstudio.wording.figures.figure_sentences import basis_line, view_words
from cxstudio.wording.findings.view_findings import views_findings
from cxstudio.wording.texts import DASH, N_, Texts

TITLE = N_("Compare views")
_HEAD, _FOOT, _GAP, _DIFFERENCE = 42.0, 24.0, 30.0, 74.0
_TWO_PANELS_FROM: Final = 560.0


@dataclass(frozen=True, slots=True)
class Pair:
    """One touchpoint in both views: (ours, theirs) of each figure, and how much the customers' experience differs."""

    touchpoint: Id
    name: str
    expectation: tuple[float, float] | None
    """None where one of the rounds did not ask for it."""
    experience: tuple[float, float]
    difference: float
    """Their experience − ours: below 0, the customers see it worse."""
    misjudged: bool
    spoken: str


@dataclass(frozen=True, slots=True)
class ViewsData:
    """Pairs with the largest difference of experience first."""

    head: Head
    listing: Listing
    ours: str
    theirs: str
    pairs: tuple[Pair, ...]
    scale: int
    compared: ViewsCompared
    """What sentences beside the picture are said from."""


def data_in_steps(source: Source) -> Steps[ViewsData | Missing]:
    """The two rounds of the source, where they can be compared."""
    document, texts, ours, theirs = source.document, source.texts, source.figures, source.others
    if ours is None:
        return Missing(texts.tr("No comparison yet: this journey has no round in the employees’ view."))
    if theirs is None:
        return Missing(texts.tr("No comparison yet: this journey has no round in the customers’ view."))
    mine, other = document.get(Round, ours.round), document.get(Round, theirs.round)
    if mine.persona and other.persona and mine.persona != other.persona:
        return Missing(texts.tr("These rounds are for different personas: they are never compared."))
    if mine.scale != other.scale:
        reason = texts.tr(
            "These rounds were rated on different scales, 1–{a} and 1–{b}: they are never compared.",
            a=texts.number(mine.scale),
            b=texts.number(other.scale),
        )
        return Missing(reason)
    compared = yield from views_in_steps(document, ours, theirs.round)
    if compared is None:
        return Missing(
            texts.tr(
                "No comparison: only rounds in the employees’ or experts’ view can be compared with the "
                "customers’ view."
            )
        )
    made = yield from gathered(_pair(source, one) for one in compared.touchpoints)
    pairs = [p for p in made if p is not None]
    if not pairs and compared.too_few:
        reason = texts.trn("No comparison: with fewer than {n} customer per touchpoint nothing is broken down.",
                           "No comparison: with fewer than {n} customers per touchpoint nothing is broken down.",
                           other.minimum_group)  # fmt: skip
        return Missing(reason)
    if not pairs:
        return Missing(texts.tr("No comparison possible: no touchpoint was rated in both rounds."))
    pairs.sort(key=lambda p: -abs(p.difference))
    shown = tuple(pairs[:FEW])
    lead = views_findings(document, compared, texts)[0].text
    yield
    head = Head(texts.tr(TITLE), lead, _basis(source, ours, theirs, len(shown), len(pairs)))
    names = view_words(mine.view, texts), view_words(other.view, texts)
    lines = yield from gathered(_line(p, texts) for p in pairs)
    return ViewsData(head, _listing(lines, names, texts), *names, shown, mine.scale, compared)


def lay_out(data: ViewsData, style: ChartStyle) -> Chart:
    """A row per touchpoint, a ring for the employees and a disc for the customers."""
    return framed("views", data.head, style, lambda wide, high: _body(data, style, wide, high))


def _pair(source: Source, one: Seen) -> Pair | None:
    assert source.figures is not None
    assert source.others is not None
    texts = source.texts
    mine, other = source.figures.of(one.touchpoint), source.others.of(one.touchpoint)
    if mine is None or other is None:
        return None
    a, b, c, d = mine.expectation, other.expectation, mine.experience, other.experience
    if c is None or d is None:
        return None
    name = flat_name(source.document.get(Touchpoint, one.touchpoint).name)
    spoken = texts.tr(
        "{name}: experience {ours} and {theirs}, n = {n} and {m}",
        name=name,
        ours=texts.number(c.mean, 1),
        theirs=texts.number(d.mean, 1),
        n=texts.number(one.n_ours),
        m=texts.number(one.n_theirs),
    )
    expectation = None if a is None or b is None else (a.mean, b.mean)
    return Pair(one.touchpoint, name, expectation, (c.mean, d.mean), -one.difference, one.misjudged, spoken)


def _basis(source: Source, ours: RoundFigures, theirs: RoundFigures, shown: int, told_: int) -> str:
    document, texts = source.document, source.texts
    parts = [basis_line(document, ours, texts), basis_line(document, theirs, texts)]
    parts.append(texts.tr("scale 1–{top}", top=texts.number(source.scale)))
    if shown < told_:
        parts.append(texts.tr("the {n} largest differences of {all}", n=texts.number(shown), all=texts.number(told_)))
    return " · ".join(parts)


def _line(p: Pair, texts: Texts) -> Line:
    means = (
        DASH if value is None else texts.number(value, 1) for value in (*(p.expectation or (None, None)), *p.experience)
    )
    return Line(p.touchpoint, (p.name, *means, texts.signed(p.difference)))


def _listing(lines: Sequence[Line], names: tuple[str, str], texts: Texts) -> Listing:
    tr = texts.tr
    heads = [f"{tr(figure)}, {name}" for figure in (N_("Expectation"), N_("Experience")) for name in names]
    return whole(lines, tr("Touchpoint"), *heads, tr("Difference of the experience"))


def _body(data: ViewsData, style: ChartStyle, width: float, height: float) -> Body:
    unit = style.unit
    rows = Rows([p.touchpoint for p in data.pairs], [p.name for p in data.pairs], style, width, height,
                above=unit(_HEAD), below=unit(_FOOT))  # fmt: skip
    panels = _panels(data, style, rows)
    heads: list[Primitive] = list(_legend(data, style, rows))
    for panel in panels:
        heads.extend(panel.axis())
    groups = [Group("views:axis", width, rows.height, tuple(heads))]
    for place, pair in enumerate(data.pairs):
        items: list[Primitive] = []
        for panel in panels:
            items.extend(panel.row(place, pair))
        items.extend(rows.name(place))
        items.append(_difference(style, rows, place, pair))
        groups.append(Group(f"views:{pair.touchpoint}", width, rows.height, told(items, pair.spoken), pair.touchpoint))
    return Body(tuple(groups), rows.spots(), {}, rows.height)


def _panels(data: ViewsData, style: ChartStyle, rows: Rows) -> list[_Panel]:
    """Experience; beside it expectation where there is room for both."""
    unit, tr = style.unit, style.texts.tr
    left, right = rows.left + unit(12), rows.width - unit(_DIFFERENCE)
    wanted = [("expectation", tr("Expectation")), ("experience", tr("Experience"))]
    if rows.width < unit(_TWO_PANELS_FROM) or not any(pair.expectation for pair in data.pairs):
        wanted = wanted[1:]
    wide = max((right - left - unit(_GAP) * (len(wanted) - 1)) / len(wanted), 1.0)
    return [
        _Panel(figure, title, data, style, rows, left + i * (wide + unit(_GAP)), wide)
        for i, (figure, title) in enumerate(wanted)
    ]


class _Panel:
    """One figure: its own axis from 1 to the top of the scale."""

    def __init__(
        self, figure: str, title: str, data: ViewsData, style: ChartStyle, rows: Rows, left: float, wide: float
    ) -> None:
        self.figure, self.title, self.scale, self.style, self.rows = figure, title, data.scale, style, rows
        self.left, self.wide = left, wide
        self.values = ValueAxis(left, wide, 1, data.scale)
        self.x = self.values.x

    def axis(self) -> Iterator[Primitive]:
        """Title above, a line and a number per point of the scale."""
        unit, rows, small = self.style.unit, self.rows, self.style.small
        yield small(self.title, self.left, rows.above - unit(7), Role.INK, wide=self.wide, strong=True)

        def number(value: int, x: float) -> Primitive:
            return small(self.style.texts.number(value), x, rows.foot + unit(18), align=0.5)

        yield from self.values.lines(range(1, self.scale + 1), rows.above, rows.foot + unit(4), unit, number)

    def row(self, place: int, pair: Pair) -> Iterator[Primitive]:
        """The two means and the way between them."""
        unit, y = self.style.unit, self.rows.middle(place)
        shown = pair.expectation if self.figure == "expectation" else pair.experience
        if shown is None:
            return
        ours, theirs = shown
        a, b = self.x(ours), self.x(theirs)
        r = min(unit(5), self.rows.row * 0.32)
        strong = pair.misjudged and self.figure == "experience"
        role = _role(pair) if strong else Role.LINE
        yield marks.line(a, y, b, y, role, unit(3.0 if strong else 2.0))
        yield marks.circle(b, y, r, fill=Role.ACCENT)
        yield marks.circle(a, y, r * 0.84, fill=Role.SURFACE, stroke=Role.INK, stroke_width=unit(1.5))


def _role(pair: Pair) -> Role:
    return Role.DISAPPOINTING if pair.difference < 0 else Role.DELIGHTING


def _difference(style: ChartStyle, rows: Rows, place: int, pair: Pair) -> Primitive:
    """By how much the customers' experience differs, with its sign."""
    texts = style.texts
    words = texts.signed(pair.difference)
    role = Role.MUTED
    if pair.misjudged:
        words = ("▼ " if pair.difference < 0 else "▲ ") + words
        role = Role.DISAPPOINTING_TEXT if pair.difference < 0 else Role.DELIGHTING
    return style.small(
        words,
        rows.width - style.unit(6),
        rows.base(place),
        role,
        align=1.0,
        strong=pair.misjudged,
        meaning=Meaning.CELL,
    )


def _legend(data: ViewsData, style: ChartStyle, rows: Rows) -> Iterator[Primitive]:
    """Which mark is whose, and what the last column says."""
    unit, r = style.unit, style.unit(4.5)
    y = unit(8)
    base = y + unit.small.size * 0.33
    yield marks.circle(r + unit(1), y, r * 0.84, fill=Role.SURFACE, stroke=Role.INK, stroke_width=unit(1.5))
    first = style.small(data.ours, unit(16), base, Role.INK)
    yield first
    x = first.x + first.width + unit(20)
    yield marks.circle(x + r, y, r, fill=Role.ACCENT)
    yield style.small(data.theirs, x + unit(15), base, Role.INK)
    words = style.texts.tr("Difference of the experience: customers’ − employees’ view")
    yield style.small(words, rows.width - unit(6), base, align=1.0, wide=rows.width / 2)
