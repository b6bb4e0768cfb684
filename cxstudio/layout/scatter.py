"""Expectation against experience: a mark per touchpoint over the zones of the verdict, the most urgent ones named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin
from typing import Final

from cxstudio.analysis.options import USUAL, Options
from cxstudio.analysis.results import RoundFigures, Verdict
from cxstudio.layout import marks, text
from cxstudio.layout.display import DisplayList, Frame, Group, Path, Placed, Primitive, Rect, Segment, TextLine
from cxstudio.layout.placing import Box, fit_together
from cxstudio.layout.scene import MARK_ROLES
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER, SCREEN, TypeScale
from cxstudio.model import Document, Id, Round
from cxstudio.wording.figures import VERDICTS
from cxstudio.wording.headlines import short_name
from cxstudio.wording.texts import Texts

FEW: Final = 40
"""Touchpoints up to which the best ones are named beside the most urgent, and marks have their full size."""
_NAMED_URGENT, _NAMED_BEST = 5, 2
_LED: Final = 4
"""Names, most wanted first, that a thin line may lead to where there is no room beside the mark."""
_MOST_NAME: Final = 120.0
_LEFT, _TOP, _RIGHT, _BOTTOM = 26.0, 20.0, 8.0, 34.0
_CELL: Final = 2.0
"""Points of a raster in which marks of many touchpoints that fall together are drawn once."""


@dataclass(frozen=True, slots=True)
class Point:
    """One touchpoint: both means, and the verdict on them."""

    touchpoint: Id
    name: str
    expectation: float
    experience: float
    verdict: Verdict
    delta: float


@dataclass(frozen=True, slots=True)
class Scatter:
    """The picture, where each touchpoint stands in it, and the boxes of the names."""

    picture: DisplayList
    places: dict[Id, tuple[float, float]] = field(repr=False)
    names: dict[Id, Box] = field(repr=False)

    def touchpoint_at(self, x: float, y: float, reach: float = 12.0) -> Id | None:
        """The touchpoint whose name is there, else the nearest mark within reach (points)."""
        spot = Box(x, y, 0.01, 0.01)
        for touchpoint, box in self.names.items():
            if box.meets(spot):
                return touchpoint
        near = min(self.places, key=lambda t: hypot(self.places[t][0] - x, self.places[t][1] - y), default=None)
        if near is None or hypot(self.places[near][0] - x, self.places[near][1] - y) > reach:
            return None
        return near


def scatter_points(document: Document, figures: RoundFigures) -> tuple[Point, ...]:
    """The touchpoints that have an expectation and an experience, in the order of the map."""
    found = []
    for f in figures.touchpoints:
        if f.expectation is not None and f.experience is not None and f.touchpoint in document:
            delta = f.experience.mean - f.expectation.mean if f.delta is None else f.delta.mean
            name = " ".join(short_name(document, f.touchpoint)[:200].split()) if len(figures.touchpoints) <= FEW else ""
            found.append(Point(f.touchpoint, name, f.expectation.mean, f.experience.mean, f.verdict, delta))
    return tuple(found)


def to_name(document: Document, figures: RoundFigures, points: Sequence[Point], chosen: Id | None) -> dict[Id, str]:
    """Which points get their names, most wanted first: the most urgent; among few also the chosen one and the best."""
    here = {p.touchpoint: p for p in points}
    wanted = [chosen] if chosen in here and len(points) <= FEW else []
    wanted += [t for t in figures.ranking if t in here][:_NAMED_URGENT]
    if len(points) <= FEW:
        best = sorted((p for p in points if p.verdict is Verdict.DELIGHTING), key=lambda p: -p.delta)
        wanted += [p.touchpoint for p in best[:_NAMED_BEST]]
    names = ((t, here[t].name or " ".join(short_name(document, t)[:200].split())) for t in wanted if t is not None)
    return dict(names)


def lay_out_scatter(
    points: Sequence[Point],
    named: dict[Id, str],
    scale: int,
    texts: Texts,
    width: float,
    height: float,
    *,
    options: Options = USUAL,
    paper: bool = False,
    fonts: FontBook | None = None,
) -> Scatter:
    """The chart over a width and a height, on a scale from 1 to `scale`; names that find no room are left out."""
    chart = _Chart(points, scale, texts, width, height, PAPER if paper else SCREEN, fonts or font_book(), options)
    return chart.drawn(named)


def round_scatter(
    document: Document, figures: RoundFigures, texts: Texts, width: float, height: float, chosen: Id | None = None
) -> Scatter:
    """The chart of a round as the window shows it."""
    points = scatter_points(document, figures)
    scale = document.get(Round, figures.round).scale
    named = to_name(document, figures, points, chosen)
    return lay_out_scatter(points, named, scale, texts, width, height, options=figures.options)


class _Chart:
    def __init__(
        self,
        points: Sequence[Point],
        scale: int,
        texts: Texts,
        width: float,
        height: float,
        unit: TypeScale,
        fonts: FontBook,
        options: Options,
    ) -> None:
        self.points, self.scale, self.texts, self.unit, self.fonts = points, scale, texts, unit, fonts
        self.width, self.height = width, height
        self.threshold = options.verdict_threshold(scale - 1)
        self.plot = Box(
            unit(_LEFT),
            unit(_TOP),
            max(1.0, width - unit(_LEFT + _RIGHT)),
            max(1.0, height - unit(_TOP + _BOTTOM)),
        )
        self.radius = unit(5.5 if len(points) <= FEW else 3.0)

    def x(self, expectation: float) -> float:
        """Where an expectation stands."""
        return self.plot.x + (expectation - 1) / (self.scale - 1) * self.plot.width

    def y(self, experience: float) -> float:
        """Where an experience stands: the best on top."""
        return self.plot.y + (self.scale - experience) / (self.scale - 1) * self.plot.height

    def drawn(self, named: dict[Id, str]) -> Scatter:
        """Zones below, marks above them, names on top."""
        places = {p.touchpoint: (self.x(p.expectation), self.y(p.experience)) for p in self.points}
        captions = tuple(self._captions())
        lines = self._names(named, places, [box for _, box in captions])
        marks_ = tuple(self._marks(places))
        names = tuple(self._name(t, *laid, places[t]) for t, laid in lines.items())
        groups = [
            Group("scatter:ground", self.width, self.height, (*self._ground(), *self._axes())),
            Group("scatter:captions", self.width, self.height, tuple(p for items, _ in captions for p in items)),
            *((*names, *marks_) if len(self.points) <= FEW else (*marks_, *names)),
        ]
        frame = Frame("scatter", 0, 0, self.width, self.height, groups=tuple(Placed(0.0, 0.0, g) for g in groups))
        title = self.texts.tr("Expectation and experience")
        boxes = {t: box for t, (_, box) in lines.items()}
        return Scatter(DisplayList(self.width, self.height, frame, title), places, boxes)

    def _ground(self) -> Iterator[Primitive]:
        """The zones: at least one threshold above the diagonal, at least one below it."""
        plot, top, gap = self.plot, float(self.scale), self.threshold
        yield Rect(plot.x, plot.y, plot.width, plot.height, fill=Role.SURFACE, stroke=Role.FAINT_LINE)
        best = [(1.0, 1 + gap), (1.0, top), (top - gap, top)]
        worst = [(1 + gap, 1.0), (top, 1.0), (top, top - gap)]
        for corners, role in ((best, Role.DELIGHTING_GROUND), (worst, Role.DISAPPOINTING_GROUND)):
            yield Path(self._polygon(corners), fill=role, fill_opacity=0.6)
        ends = (self.x(1), self.y(1), self.x(top), self.y(top))
        yield marks.line(*ends, Role.LINE, self.unit(1.0), (self.unit(3), self.unit(3)))

    def _polygon(self, corners: Sequence[tuple[float, float]]) -> tuple[Segment, ...]:
        (first, *rest) = [(self.x(a), self.y(b)) for a, b in corners]
        return (("M", *first), *(("L", *corner) for corner in rest), ("Z",))

    def _axes(self) -> Iterator[Primitive]:
        small, plot, unit = self.unit.small, self.plot, self.unit
        foot, write = plot.y + plot.height, self.texts.number
        for value in range(1, self.scale + 1):
            x, y = self.x(value), self.y(value)
            yield text.single(self.fonts, write(value), small, x, foot + unit(15), Role.MUTED, align=0.5)
            number = text.single(self.fonts, write(value), small, plot.x - unit(8), y + unit(4), Role.MUTED, align=1.0)
            yield number
        tr, right = self.texts.tr, plot.x + plot.width
        yield text.single(
            self.fonts, tr("Expectation") + " →", small, right, foot + unit(30), Role.MUTED, plot.width, align=1.0
        )
        yield text.single(self.fonts, "↑ " + tr("Experience"), small, unit(4), unit(11), Role.MUTED, plot.width)

    def _captions(self) -> Iterator[tuple[tuple[Primitive, ...], Box]]:
        """What the zones are called, in the corner farthest from the diagonal."""
        unit, style, plot = self.unit, self.unit.small_strong, self.plot
        size, tall = unit(9), style.leading
        for verdict, name in (
            (Verdict.DELIGHTING, self.texts.tr(VERDICTS[Verdict.DELIGHTING])),
            (Verdict.DISAPPOINTING, self.texts.tr(VERDICTS[Verdict.DISAPPOINTING])),
        ):
            good = verdict is Verdict.DELIGHTING
            role = Role.DELIGHTING if good else Role.DISAPPOINTING_TEXT
            wide = text.width(self.fonts, name, style.face, style.size) + size + unit(5)
            x = plot.x + unit(8) if good else plot.x + plot.width - wide - unit(8)
            y = plot.y + unit(8) if good else plot.y + plot.height - tall - unit(8)
            sign = self._triangle(x + size / 2, y + tall / 2, size / 2, good, role)
            line = text.single(self.fonts, name, style, x + size + unit(5), y + style.rise, role)
            yield (sign, line), Box(x, y, wide, tall)

    def _marks(self, places: dict[Id, tuple[float, float]]) -> Iterator[Group]:
        """A triangle up or down or a disc."""
        many = len(self.points) > FEW
        if many:
            yield Group("scatter:marks", self.width, self.height, tuple(self._together(places)))
            return
        for point in self.points:
            mark = self._mark(*places[point.touchpoint], point.verdict, 1.0)
            yield Group(f"mark:{point.touchpoint}", self.width, self.height, (mark,), point.touchpoint)

    def _together(self, places: dict[Id, tuple[float, float]]) -> Iterator[Path]:
        """Of marks that fall together the worst stays; the good ones below, the worst on top."""
        taken: set[tuple[int, int]] = set()
        shown: list[Path] = []
        for verdict in (Verdict.DISAPPOINTING, Verdict.DELIGHTING, Verdict.OKAY, Verdict.UNKNOWN):
            for point in self.points:
                x, y = places[point.touchpoint]
                cell = (round(x / _CELL), round(y / _CELL))
                if point.verdict is verdict and cell not in taken:
                    taken.add(cell)
                    shown.append(self._mark(x, y, verdict, 0.75))
        yield from reversed(shown)

    def _mark(self, x: float, y: float, verdict: Verdict, opacity: float, radius: float | None = None) -> Path:
        role, r = MARK_ROLES[verdict] if verdict is not Verdict.UNKNOWN else Role.OKAY, radius or self.radius
        if verdict in (Verdict.DELIGHTING, Verdict.DISAPPOINTING):
            return self._triangle(x, y, r, verdict is Verdict.DELIGHTING, role, opacity)
        disc = marks.circle(x, y, r * 0.85, fill=role)
        return Path(disc.segments, fill=role, fill_opacity=opacity)

    @staticmethod
    def _triangle(x: float, y: float, r: float, up: bool, role: Role, opacity: float = 1.0) -> Path:
        tip, foot = (y - r, y + r * 0.85) if up else (y + r, y - r * 0.85)
        return Path((("M", x, tip), ("L", x + r, foot), ("L", x - r, foot), ("Z",)), fill=role, fill_opacity=opacity)

    def _names(
        self, named: dict[Id, str], places: dict[Id, tuple[float, float]], taken: list[Box]
    ) -> dict[Id, tuple[TextLine, Box]]:
        """Names beside their marks, each where it covers neither a name nor (among few) another mark."""
        style, r = self.unit.small, self.radius
        around = [Box(x - r, y - r, 2 * r, 2 * r) for x, y in places.values()] if len(places) <= FEW else []
        laid = {}
        spots: list[tuple[Id, list[Box]]] = []
        most = min(self.unit(_MOST_NAME), self.plot.width / 2)
        for touchpoint in (t for t in named if t in places):
            line = laid[touchpoint] = text.fitted(self.fonts, named[touchpoint], style.face, style.size, most)
            inside = (b for b in self._spots(*places[touchpoint], line.width, style.leading) if b.inside(self.plot))
            free = [box for box in inside if not any(box.meets(b) for b in (*taken, *around))]
            spots.append((touchpoint, [box for box in free if self._belongs(box, places, touchpoint)]))
        found = fit_together(spots)
        for touchpoint in (t for t in list(laid)[:_LED] if t not in found and around):
            covered = (*taken, *around, *found.values())
            at = places[touchpoint]
            far = self._far_spots(*at, laid[touchpoint].width, style.leading)
            fits = (b for b in far if b.inside(self.plot) and not any(b.meets(o) for o in covered))
            box = next((b for b in fits if not any(o.distance(*p) < 0.5 for p in b.way(at) for o in covered)), None)
            if box is not None:
                found[touchpoint] = box
        return {t: (self._line(laid[t], box), box) for t, box in found.items()}

    def _line(self, laid: text.Line, box: Box) -> TextLine:
        style = self.unit.small
        return TextLine(box.x, box.y + style.rise, style.size, Role.INK, laid.runs, laid.width)

    def _far_spots(self, x: float, y: float, wide: float, tall: float) -> Iterator[Box]:
        """Places a little way off, for a name that a thin line leads to: the nearest first."""
        for far in range(18, 100, 6):
            for step in range(24):
                way = step * pi / 12
                cx, cy = x + far * cos(way), y + far * sin(way)
                left = cx if cos(way) > 0.3 else cx - wide if cos(way) < -0.3 else cx - wide / 2
                yield Box(left, cy - tall / 2, wide, tall)

    def _name(self, touchpoint: Id, line: TextLine, box: Box, at: tuple[float, float]) -> Group:
        """A name; among many on a plate, with its mark once more in full size above the others."""
        items: list[Primitive] = [line]
        if len(self.points) <= FEW and box.distance(*at) > self.radius + self.unit(8):
            items.append(marks.line(*at, *box.nearest(at), Role.MUTED, self.unit(0.8)))
        elif len(self.points) > FEW:
            plate = self.unit(2)
            ground = Rect(box.x - plate, box.y, box.width + 2 * plate, box.height, fill=Role.SURFACE, fill_opacity=0.82)
            verdict = next(p.verdict for p in self.points if p.touchpoint == touchpoint)
            items = [ground, self._mark(*at, verdict, 1.0, self.unit(5.5)), line]
        return Group(f"name:{touchpoint}", self.width, self.height, tuple(items), touchpoint)

    @staticmethod
    def _belongs(box: Box, places: dict[Id, tuple[float, float]], touchpoint: Id) -> bool:
        """Whether no other mark is nearer to a name than its own."""
        own = box.distance(*places[touchpoint])
        return len(places) > FEW or all(own <= box.distance(*at) for t, at in places.items() if t != touchpoint)

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
