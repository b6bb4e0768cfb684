"""Two figures against each other: a mark per touchpoint, the most urgent named; many are drawn as density."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, floor, pi, sin
from typing import Final, NamedTuple

from cxstudio.analysis.results import Verdict
from cxstudio.layout import marks, text
from cxstudio.layout.charts.chart import FEW, Body, ChartStyle, Spot, told
from cxstudio.layout.display import Group, Path, Primitive, Rect, TextLine
from cxstudio.layout.placing import Box, fit_together
from cxstudio.layout.scene import MARK_ROLES, TEXT_ROLES
from cxstudio.look.roles import Role
from cxstudio.model import Id

_LED: Final = 4
"""Names, most wanted first, that a thin line may lead to where there is no room beside the mark."""
_MOST_NAME: Final = 120.0
_LEFT, _TOP, _RIGHT, _BOTTOM = 26.0, 20.0, 8.0, 34.0
_LEAST_BIN: Final = 21.0
SHADES: Final = ((0.16, False), (0.28, False), (0.38, False), (0.9, True), (1.0, True))
"""Darkness of a bin by its count, and whether its number is written light on dark."""


class Point(NamedTuple):
    """One touchpoint: two means, the verdict on it, and what a reader of the page is told."""

    touchpoint: Id
    name: str
    x: float
    y: float
    verdict: Verdict
    spoken: str = ""


class Axis(NamedTuple):
    """What one direction shows."""

    title: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True)
class Bin:
    """The touchpoints of one square: from … up to, in the figures' units."""

    x: float
    y: float
    size: float
    count: int
    verdict: Verdict
    """The one most of them have; on a tie the worse."""


Caption = tuple[tuple[Primitive, ...], Box]
_WORST_FIRST = (Verdict.DISAPPOINTING, Verdict.OKAY, Verdict.DELIGHTING, Verdict.UNKNOWN)


def bins(points: Sequence[Point], size: float, low: tuple[float, float], high: tuple[float, float]) -> list[Bin]:
    """Squares of `size` with the number of points in each; empty ones are left out."""
    last = tuple(max(0, round((h - w) / size) - 1) for w, h in zip(low, high, strict=True))
    found: dict[tuple[int, int], Counter[Verdict]] = {}
    for point in points:
        column = min(max(floor((point.x - low[0]) / size + 1e-9), 0), last[0])
        row = min(max(floor((point.y - low[1]) / size + 1e-9), 0), last[1])
        found.setdefault((column, row), Counter())[point.verdict] += 1
    return [
        Bin(low[0] + c * size, low[1] + r * size, size, sum(n.values()), max(_WORST_FIRST, key=n.__getitem__))
        for (c, r), n in sorted(found.items())
    ]


def shade(count: int, most: int) -> tuple[float, bool]:
    """Darkness for a count, and whether its number is light."""
    step = 0 if most <= 1 else (count - 1) * (len(SHADES) - 1) / (most - 1)
    return SHADES[min(len(SHADES) - 1, round(step))]


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
        lines = self._names(named, places, [*lines_, *(box for _, box in captions)])
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
        line = text.fitted(self.style.fonts, words, style.face, style.size, max(plot.width / 2 - before - unit(12), 1))
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
            mark = self._mark(*places[point.touchpoint], point.verdict)
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
            box = self.rect((each.x, each.y), (each.x + each.size, each.y + each.size))
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

    def _mark(self, x: float, y: float, verdict: Verdict) -> Path:
        role = MARK_ROLES[verdict] if verdict is not Verdict.UNKNOWN else Role.OKAY
        if verdict in (Verdict.DELIGHTING, Verdict.DISAPPOINTING):
            return triangle(x, y, self.radius, verdict is Verdict.DELIGHTING, role)
        return marks.circle(x, y, self.radius * 0.85, fill=role)

    def _names(
        self, named: Mapping[Id, str], places: Mapping[Id, tuple[float, float]], taken: Sequence[Box]
    ) -> dict[Id, tuple[TextLine, Box]]:
        """Names beside their marks, each where it covers neither a name nor (among few) another mark."""
        style, r = self.unit.small, self.radius
        around = [] if self.many else [Box(x - r, y - r, 2 * r, 2 * r) for x, y in places.values()]
        laid: dict[Id, text.Line] = {}
        spots: list[tuple[Id, list[Box]]] = []
        most = min(max(self.unit(_MOST_NAME), self.plot.width * 0.26), self.plot.width / 2)
        for touchpoint in (t for t in named if t in places):
            line = laid[touchpoint] = text.fitted(self.style.fonts, named[touchpoint], style.face, style.size, most)
            inside = (b for b in self._spots(*places[touchpoint], line.width, style.leading) if b.inside(self.plot))
            free = [box for box in inside if not any(box.meets(b) for b in (*taken, *around))]
            spots.append((touchpoint, [box for box in free if self._belongs(box, places, touchpoint)]))
        found = fit_together(spots)
        led = (t for t in list(laid)[:_LED] if t not in found and not self.many)
        for touchpoint in led:
            box = self._led(places[touchpoint], laid[touchpoint].width, (*taken, *around, *found.values()))
            if box is not None:
                found[touchpoint] = box
        return {t: (_line(laid[t], box, style.rise, style.size), box) for t, box in found.items()}

    def _led(self, at: tuple[float, float], wide: float, covered: Sequence[Box]) -> Box | None:
        """A place a little way off, for a name that a thin line leads to without crossing anything."""
        fits = (
            b
            for b in _far_spots(*at, wide, self.unit.small.leading)
            if b.inside(self.plot) and not any(b.meets(o) for o in covered)
        )
        return next((b for b in fits if not any(o.distance(*p) < 0.5 for p in b.way(at) for o in covered)), None)

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
        items = [ground, line, halo, *told((self._mark(*at, point.verdict),), point.spoken)]
        return self._group(f"name:{touchpoint}", items, touchpoint)

    def _belongs(self, box: Box, places: Mapping[Id, tuple[float, float]], touchpoint: Id) -> bool:
        """Whether no other mark is nearer to a name than its own."""
        own = box.distance(*places[touchpoint])
        return self.many or all(own <= box.distance(*at) for t, at in places.items() if t != touchpoint)

    def _spots(self, x: float, y: float, wide: float, tall: float) -> Iterator[Box]:
        """Places for a name, the best one first: right, left, above, below, the corners, then farther off."""
        r, gap = self.radius, self.unit(5)
        for far in (0.0, tall * 0.6, tall * 1.2):
            right, left = x + r + gap, x - r - gap - wide
            above, below, level = y - r - gap - tall - far, y + r + gap + far, y - tall / 2
            if not far:
                yield Box(right, level, wide, tall)
                yield Box(left, level, wide, tall)
            for down in (below, above):
                yield Box(x - wide / 2, down, wide, tall)
                yield Box(right - r, down, wide, tall)
                yield Box(left + r, down, wide, tall)
            if far:
                for side in (right, left):
                    yield Box(side, level - far, wide, tall)
                    yield Box(side, level + far, wide, tall)


def triangle(x: float, y: float, r: float, up: bool, role: Role) -> Path:
    """A mark that points up or down."""
    tip, foot = (y - r, y + r * 0.85) if up else (y + r, y - r * 0.85)
    return Path((("M", x, tip), ("L", x + r, foot), ("L", x - r, foot), ("Z",)), fill=role)


def whole_ticks(scale: int, number: Sequence[str]) -> tuple[tuple[float, str], ...]:
    """Every point of a scale from 1."""
    return tuple((float(value), number[value - 1]) for value in range(1, scale + 1))


def _line(laid: text.Line, box: Box, rise: float, size: float) -> TextLine:
    return TextLine(box.x, box.y + rise, size, Role.INK, laid.runs, laid.width)


def _far_spots(x: float, y: float, wide: float, tall: float) -> Iterator[Box]:
    """Places a little way off, the nearest first."""
    for far in range(18, 100, 6):
        for step in range(24):
            way = step * pi / 12
            cx, cy = x + far * cos(way), y + far * sin(way)
            left = cx if cos(way) > 0.3 else cx - wide if cos(way) < -0.3 else cx - wide / 2
            yield Box(left, cy - tall / 2, wide, tall)
