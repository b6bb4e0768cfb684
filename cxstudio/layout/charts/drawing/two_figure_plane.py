"""Two figures against each other: a mark per touchpoint, the most urgent named; many are drawn as density."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.layout.charts.chart_base import FEW, Body, ChartStyle, Spot
from cxstudio.layout.charts.drawing.density_grid import bins, shade
from cxstudio.layout.charts.drawing.mark_labels import Naming
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Group, Path, Primitive, Rect, TextLine
from cxstudio.layout.display.drawn_signs import told
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES, TEXT_ROLES
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id

_LEFT, _TOP, _RIGHT, _BOTTOM = 26.0, 20.0, 8.0, 34.0
_LEAST_BIN: Final = 21.0


class Point(NamedTuple):
    """One touchpoint: two means, the verdict on it, and what a reader of the page is told."""

    touchpoint: Id
    name: str
    x: float
    y: float
    verdict: Verdict
    spoken: str = ""
    uncertain: bool = False
    """Drawn hollow: a survey does not tell the verdict for sure."""


class Axis(NamedTuple):
    """What one direction shows."""

    title: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


Caption = tuple[tuple[Primitive, ...], Box]


class Plane:
    """Places marks and names over a width and a height; its user draws the ground."""

    def __init__(
        self,
        key: str,
        points: Sequence[Point],
        across: Axis,
        up: Axis,
        style: ChartStyle,
        width: float,
        height: float,
        bins_: Sequence[float] = (0.5, 1.0, 2.0),
    ) -> None:
        self.bin_sizes = bins_
        """Sides of the squares to choose from, in the figures' units."""
        self.key, self.points, self.across, self.up, self.style = key, points, across, up, style
        self.unit, self.width, self.height = style.unit, width, height
        unit = style.unit
        left = max([unit(_LEFT), *(style.width_of(words) + unit(10) for _, words in up.ticks)])
        self.plot = Box(
            left,
            unit(_TOP),
            max(1.0, width - left - unit(_RIGHT)),
            max(1.0, height - unit(_TOP + _BOTTOM)),
        )
        self.many = len(points) > FEW
        self.radius = unit(5.5)

    def x(self, value: float) -> float:
        """Where a value stands across."""
        return self.plot.x + (value - self.across.low) / (self.across.high - self.across.low) * self.plot.width

    def y(self, value: float) -> float:
        """Where a value stands: the highest on top."""
        return self.plot.y + (self.up.high - value) / (self.up.high - self.up.low) * self.plot.height

    def body(
        self,
        ground: Sequence[Primitive],
        captions: Sequence[Caption],
        named: Mapping[Id, str],
        lines_: Sequence[Box] = (),
    ) -> Body:
        """Ground below, marks above it, names on top and not on `lines_`."""
        places = {p.touchpoint: (self.x(p.x), self.y(p.y)) for p in self.points}
        naming = Naming(self.style, self.plot, self.radius, self.many)
        lines = naming.place(named, places, [*lines_, *(box for _, box in captions)])
        names = [self._name(t, *laid, places[t]) for t, laid in lines.items()]
        said = self._captions(captions)
        r = self.radius
        groups: tuple[Group, ...] = (self._group("ground", (*ground, *self._axes())),)
        if self.many:
            covered = [box for _, box in (*lines.values(), *captions)]
            covered += [Box(x - 2 * r, y - 2 * r, 4 * r, 4 * r) for x, y in (places[t] for t in lines)]
            groups += (*self._density(covered), said, *names)
        else:
            groups += (said, *names, *self._marks(places))
        spots = tuple(Spot(t, Box(x - r, y - r, 2 * r, 2 * r)) for t, (x, y) in places.items())
        return Body(groups, spots, {t: box for t, (_, box) in lines.items()}, self.height)

    def rect(self, low: tuple[float, float], high: tuple[float, float]) -> Box:
        """The part of the plot between two corners, in the figures' units."""
        return Box(self.x(low[0]), self.y(high[1]), self.x(high[0]) - self.x(low[0]), self.y(low[1]) - self.y(high[1]))

    def caption(self, words: str, role: Role, right: bool, low: bool, sign: int = 0) -> Caption:
        """What a corner of the plot means; `sign` 1 has ▲ before it, −1 ▼."""
        unit, style, plot = self.unit, self.unit.small_strong, self.plot
        size, tall = unit(9) if sign else 0.0, style.leading
        before = size + unit(5) if sign else 0.0
        room = max(plot.width / 2 - before - unit(12), 1)
        line = text.fitted(self.style.fonts, words, style.face, style.size, room, self.style.whole)
        wide = line.width + before
        x = plot.x + plot.width - wide - unit(8) if right else plot.x + unit(8)
        y = plot.y + plot.height - tall - unit(6) if low else plot.y + unit(6)
        said = TextLine(x + before, y + style.rise, style.size, role, line.runs, line.width)
        mark = (triangle(x + size / 2, y + tall / 2, size / 2, sign > 0, role),) if sign else ()
        return (*mark, said), Box(x, y, wide, tall)

    def _group(self, name: str, items: Sequence[Primitive], record: Id | None = None) -> Group:
        return Group(f"{self.key}:{name}", self.width, self.height, tuple(items), record)

    def _axes(self) -> Iterator[Primitive]:
        plot, unit, small = self.plot, self.unit, self.style.small
        foot, right = plot.y + plot.height, plot.x + plot.width
        for value, words in self.across.ticks:
            half = self.style.width_of(words) / 2
            yield small(words, min(self.x(value), self.width - half), foot + unit(15), align=0.5)
        for value, words in self.up.ticks:
            yield small(words, plot.x - unit(8), self.y(value) + unit(4), align=1.0)
        yield small(self.across.title + " →", right, foot + unit(30), wide=plot.width, align=1.0)
        yield small("↑ " + self.up.title, unit(4), unit(11), wide=plot.width)

    def _marks(self, places: Mapping[Id, tuple[float, float]]) -> Iterator[Group]:
        """A triangle up or down or a disc."""
        for point in self.points:
            mark = self._mark(*places[point.touchpoint], point)
            yield self._group(point.touchpoint, told((mark,), point.spoken), point.touchpoint)

    def _captions(self, captions: Sequence[Caption]) -> Group:
        """The words in the plot; among many on plates, so that they can be read above the squares."""
        plate = self.unit(3)
        items: list[Primitive] = []
        for shown, box in captions:
            if self.many:
                items.append(Rect(box.x - plate, box.y, box.width + 2 * plate, box.height, fill=Role.SURFACE,
                                  fill_opacity=0.88, radius=self.unit(3)))  # fmt: skip
            items.extend(shown)
        return self._group("captions", items)

    def _density(self, covered: Sequence[Box]) -> Iterator[Group]:
        """Squares whose darkness and number say how many touchpoints lie there; no number below a name."""
        unit, number = self.unit, self.style.texts.number
        low, high = (self.across.low, self.up.low), (self.across.high, self.up.high)
        found = bins(self.points, self._bin_size(), low, high)
        most = max((b.count for b in found), default=0)
        style = unit.small_strong
        items: list[Primitive] = []
        for each in found:
            end = min(each.x + each.size, high[0]), min(each.y + each.size, high[1])
            box = self.rect((each.x, each.y), end)
            opacity, light = shade(each.count, most)
            gap = unit(0.75)
            role = TEXT_ROLES[each.verdict]
            plate = Rect(box.x + gap, box.y + gap, box.width - 2 * gap, box.height - 2 * gap, fill=role,
                         fill_opacity=opacity, radius=unit(2))  # fmt: skip
            items.append(plate)
            top = box.y + (box.height - style.leading) / 2
            ink = Role.SURFACE if light else Role.INK
            line = self.style.small(
                number(each.count), box.x + box.width / 2, top + style.rise, ink, align=0.5, strong=True
            )
            if not any(Box(line.x, top, line.width, style.leading).meets(other) for other in covered):
                items.append(line)
        yield self._group("density", items)

    def _bin_size(self) -> float:
        """Half a point of the scale where a number has room in it, else one point, else two."""
        across = self.plot.width / (self.across.high - self.across.low)
        up = self.plot.height / (self.up.high - self.up.low)
        least = self.unit(_LEAST_BIN)
        span = min(self.across.high - self.across.low, self.up.high - self.up.low)
        for size in self.bin_sizes:
            if size * across >= least and size * up >= self.unit.small.leading and size <= span:
                return size
        return self.bin_sizes[-1] if self.bin_sizes[-1] <= span else span

    def _mark(self, x: float, y: float, point: Point) -> Path:
        return marks.hollow(self._filled(x, y, point.verdict), point.uncertain, self.unit(1.6))

    def _filled(self, x: float, y: float, verdict: Verdict) -> Path:
        role = MARK_ROLES[verdict] if verdict is not Verdict.UNKNOWN else Role.OKAY
        if verdict in (Verdict.DELIGHTING, Verdict.DISAPPOINTING):
            return triangle(x, y, self.radius, verdict is Verdict.DELIGHTING, role)
        return marks.circle(x, y, self.radius * 0.85, fill=role)

    def _name(self, touchpoint: Id, line: TextLine, box: Box, at: tuple[float, float]) -> Group:
        """A name; among many on a plate, with its mark."""
        items: list[Primitive] = [line]
        if not self.many:
            if box.distance(*at) > self.radius + self.unit(8):
                items.append(marks.line(*at, *box.nearest(at), Role.MUTED, self.unit(0.8)))
            return self._group(f"name:{touchpoint}", items, touchpoint)
        point = next(p for p in self.points if p.touchpoint == touchpoint)
        plate = self.unit(2)
        ground = Rect(box.x - plate, box.y, box.width + 2 * plate, box.height, fill=Role.SURFACE, radius=self.unit(3))
        halo = marks.circle(*at, self.radius * 1.5, fill=Role.SURFACE)
        items = [ground, line, halo, *told((self._mark(*at, point),), point.spoken)]
        return self._group(f"name:{touchpoint}", items, touchpoint)


def triangle(x: float, y: float, r: float, up: bool, role: Role) -> Path:
    """A mark that points up or down."""
    tip, foot = (y - r, y + r * 0.85) if up else (y + r, y - r * 0.85)
    return Path((("M", x, tip), ("L", x + r, foot), ("L", x - r, foot), ("Z",)), fill=role)


def whole_ticks(scale: int, number: Sequence[str]) -> tuple[tuple[float, str], ...]:
    """Every point of a scale from 1."""
    return tuple((float(value), number[value - 1]) for value in range(1, scale + 1))
