"""A competitor's curve over ours: benchmark values of the experience per touchpoint, each with source and year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.journey_figures.benchmark_values import benchmarks
from cxstudio.layout.charts.chart_base import FEW, Body, Chart, ChartStyle, Spot, framed
from cxstudio.layout.charts.chart_source import Head, Line, Listing, Missing, Source, flat_name, whole
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Group, Path, Primitive, Segment
from cxstudio.layout.display.drawn_signs import told
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.model.questions import limits
from cxstudio.wording.texts import N_, Texts

TITLE = N_("Experience beside competitors")
MOST: Final = 3
"""More curves than these over ours could not be told apart."""
_ROLES: Final = (Role.STARDUST, Role.DELIGHTING, Role.OKAY)
_DASHES: Final = ((6.0, 3.0), (2.0, 3.0), (8.0, 3.0, 2.0, 3.0))
_LEFT, _RIGHT, _TOP = 30.0, 8.0, 26.0
_NAMED_FROM: Final = 46.0
_LINES: Final = 3
_MOST_LINES: Final = 10
"""On paper no name is cut; beyond so many lines the foot of the page says where the rest stands."""


@dataclass(frozen=True, slots=True)
class Beside:
    """One touchpoint: our experience and that of each competitor; None where nobody says."""

    touchpoint: Id
    name: str
    ours: float | None
    theirs: tuple[float | None, ...]
    spoken: str


@dataclass(frozen=True, slots=True)
class CompetitorData:
    """Touchpoints in the order of the map, and where each curve comes from."""

    head: Head
    listing: Listing
    scale: int
    sources: tuple[str, ...]
    rows: tuple[Beside, ...]


def data(source: Source) -> CompetitorData | Missing:
    """Our experience beside every benchmark of it that names source and year."""
    figures, texts, document = source.figures, source.texts, source.document
    if figures is None:
        return source.nobody_yet()
    found: dict[str, dict[Id, float]] = {}
    low, high = limits("experience", source.scale)
    for each in benchmarks(document, figures):
        if (
            each.figure == "experience"
            and each.drawable
            and each.about != figures.journey
            and low <= each.value <= high
        ):
            found.setdefault(f"{each.source.strip()}, {each.year}", {})[each.about] = each.value
    sources = sorted(found, key=lambda name: (-len(found[name]), name))[:MOST]
    if not sources:
        return Missing(texts.tr("No result: no touchpoint has a benchmark of its experience with source and year yet."))
    rows = []
    for touchpoint in document.journey_touchpoints(figures.journey):
        part = figures.of(touchpoint.id)
        ours = part.experience.shown if part is not None and part.experience is not None else None
        theirs = tuple(found[name].get(touchpoint.id) for name in sources)
        if ours is not None or any(value is not None for value in theirs):
            said = [texts.tr("we {value}", value=_said(ours, texts))]
            said += [f"{name} {_said(value, texts)}" for name, value in zip(sources, theirs, strict=True)]
            spoken = f"{flat_name(touchpoint.name)}: " + "; ".join(said)
            rows.append(Beside(touchpoint.id, flat_name(touchpoint.name), ours, theirs, spoken))
    lead = texts.tr("Our curve through the means; dashed: {sources}.", sources=texts.listed(sources))
    head = Head(texts.tr(TITLE), lead, source.basis(texts.tr("What others say of themselves is not asked by us.")))
    lines = [Line(r.touchpoint, (r.name, _said(r.ours, texts), *(_said(v, texts) for v in r.theirs))) for r in rows]
    listing = whole(lines, texts.tr("Touchpoint"), texts.tr("We"), *sources)
    return CompetitorData(head, listing, source.scale, tuple(sources), tuple(rows))


def _said(value: float | None, texts: Texts) -> str:
    return "–" if value is None else texts.number(value, 1)


def lay_out(given: CompetitorData, style: ChartStyle) -> Chart:
    """A column per touchpoint."""
    return framed("competitors", given.head, style, lambda wide, high: _Curves(given, style, wide, high).body())


class _Curves:
    """Places axis, curves and names."""

    def __init__(self, given: CompetitorData, style: ChartStyle, width: float, height: float) -> None:
        self.data, self.style, self.width = given, style, width
        unit = self.unit = style.unit
        self.left = unit(_LEFT)
        self.column = max(width - self.left - unit(_RIGHT), 1.0) / max(len(given.rows), 1)
        self.named = self.column >= unit(_NAMED_FROM)
        self.lines = self._needed() if style.whole else _LINES
        below = unit.small.leading * self.lines + unit(8) if self.named else unit(8)
        self.top = unit(_TOP)
        self.plot = max(height - self.top - below, unit(80))
        self.height = self.top + self.plot + below

    def _needed(self) -> int:
        """Lines the longest name takes below its column."""
        small, wide = self.unit.small, self.column - self.unit(6)
        wrapped = (text.wrap(self.style.fonts, row.name, small.face, small.size, wide, _MOST_LINES)
                   for row in self.data.rows)  # fmt: skip
        return max(map(len, wrapped), default=1) if self.named else 0

    def x(self, place: int) -> float:
        return self.left + (place + 0.5) * self.column

    def y(self, value: float) -> float:
        low, high = limits("experience", self.data.scale)
        return self.top + (high - value) / (high - low) * self.plot

    def body(self) -> Body:
        rows = self.data.rows
        groups = [self._group("axis", tuple(self._axis())), self._group("key", tuple(self._key()))]
        for at, _ in enumerate(self.data.sources):
            values = [row.theirs[at] for row in rows]
            groups.append(self._group(f"curve{at}", tuple(self._curve(values, _ROLES[at], _DASHES[at]))))
        groups.append(self._group("ours", tuple(self._curve([row.ours for row in rows], Role.ACCENT, ()))))
        for place, row in enumerate(rows):
            items = tuple(self._points(place, row))
            if items:
                groups.append(self._group(row.touchpoint, told(items, row.spoken), row.touchpoint))
        spots = tuple(Spot(row.touchpoint, Box(self.x(n) - self.column / 2, self.top, self.column, self.plot))
                      for n, row in enumerate(rows))  # fmt: skip
        return Body(tuple(groups), spots, {}, self.height)

    def _group(self, name: str, items: tuple[Primitive, ...], record: Id | None = None) -> Group:
        return Group(f"competitors:{name}", self.width, self.height, items, record)

    def _axis(self) -> Iterator[Primitive]:
        low, high = limits("experience", self.data.scale)
        for value in range(low, high + 1):
            y = self.y(value)
            yield marks.line(self.left, y, self.width - self.unit(_RIGHT), y, Role.FAINT_LINE, self.unit(1.0))
            yield self.style.small(str(value), self.left - self.unit(8), y + self.unit(4), align=1.0)

    def _key(self) -> Iterator[Primitive]:
        """Each curve with its name, in a row above."""
        unit, x, y = self.unit, self.left, self.unit(8)
        names = (self.style.texts.tr("We"), *self.data.sources)
        room = (self.width - self.left) / len(names)
        for at, name in enumerate(names):
            role, dash = (Role.ACCENT, ()) if at == 0 else (_ROLES[at - 1], _DASHES[at - 1])
            yield marks.line(x, y, x + unit(22), y, role, unit(2.2), tuple(unit(d) for d in dash))
            words = self.style.small(name, x + unit(28), y + unit(4), Role.INK, wide=room - unit(40))
            yield words
            x += unit(28) + words.width + unit(18)

    def _curve(self, values: list[float | None], role: Role, dash: tuple[float, ...]) -> Iterator[Primitive]:
        """Straight from value to value; where one is missing, the line has a gap."""
        segments: list[Segment] = []
        pen = "M"
        for place, value in enumerate(values):
            if value is None:
                pen = "M"
                continue
            segments.append((pen, self.x(place), self.y(value)))
            pen = "L"
        if len(segments) > 1:
            yield Path(tuple(segments), stroke=role, stroke_width=self.unit(2.0),
                       dash=tuple(self.unit(d) for d in dash))  # fmt: skip

    def _points(self, place: int, row: Beside) -> Iterator[Primitive]:
        r = self.unit(4.0 if len(self.data.rows) <= FEW else 2.0)
        for at, value in enumerate(row.theirs):
            if value is not None:
                yield marks.circle(self.x(place), self.y(value), r * 0.8, fill=Role.SURFACE, stroke=_ROLES[at],
                                   stroke_width=self.unit(1.6))  # fmt: skip
        if row.ours is not None:
            yield marks.circle(self.x(place), self.y(row.ours), r, fill=Role.ACCENT)
        if self.named:
            wide = self.column - self.unit(6)
            yield from text.block(self.style.fonts, row.name, self.unit.small, self.x(place) - wide / 2,
                                  self.top + self.plot + self.unit(6), wide, Role.INK, self.lines, 0.5,
                                  words=self.style.whole)  # fmt: skip
