"""What all charts come out as: a picture with title, lead and basis around it, and where each record stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from math import hypot
from typing import Final, NamedTuple

from cxstudio.layout.charts.chart_source import Head
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import (
    DisplayList,
    Frame,
    Group,
    Meaning,
    Placed,
    Primitive,
    TextLine,
)
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import LARGE, SCREEN, Type, TypeScale
from cxstudio.model import Id
from cxstudio.steps import Steps, at_once, finished
from cxstudio.wording.texts import Texts

FEW: Final = 40
"""Touchpoints up to which each is drawn by itself; more are drawn as density, with the five most urgent named."""
NAMED: Final = 5
_ROOMY: Final = (940.0, 560.0)
_MOST_LEAD_LINES: Final = 2
_MOST_BASIS_LINES: Final = 2
_MOST_ON_PAPER: Final = 12


def type_for(width: float, height: float) -> TypeScale:
    """The type of a chart on the screen: large where there is room for it."""
    return LARGE if width >= _ROOMY[0] and height >= _ROOMY[1] else SCREEN


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """How large a chart is, and for which medium."""

    width: float
    height: float
    texts: Texts
    unit: TypeScale = SCREEN
    chosen: Id | None = None
    framed: bool = True
    """With title, lead and basis around it."""
    whole: bool = False
    """Whether texts get all the room they need: for paper, and for pictures that are handed on."""
    fonts: FontBook = field(default_factory=font_book)

    def width_of(self, words: str, strong: bool = False) -> float:
        """How wide words are in the small style."""
        style = self.unit.small_strong if strong else self.unit.small
        return text.width(self.fonts, words, style.face, style.size)

    def small(
        self,
        words: str,
        x: float,
        baseline: float,
        role: Role = Role.MUTED,
        *,
        wide: float | None = None,
        align: float = 0.0,
        strong: bool = False,
        meaning: Meaning = Meaning.TEXT,
    ) -> TextLine:
        """One line in the small style."""
        style = self.unit.small_strong if strong else self.unit.small
        return text.single(self.fonts, words, style, x, baseline, role, wide, align, meaning, words=self.whole)

    def lines(self, words: str, y: float, usual: int, style: Type | None = None) -> tuple[TextLine, ...]:
        """A text over the chart's width: `usual` lines, on paper as many as it needs."""
        most, small = (_MOST_ON_PAPER if self.whole else usual), style or self.unit.small
        role, meaning = (Role.INK, Meaning.HEADING) if style is not None else (Role.MUTED, Meaning.TEXT)
        return text.block(self.fonts, words, small, 0.0, y, self.width, role, most, meaning=meaning, words=self.whole)


class Spot(NamedTuple):
    """Where a record stands in a chart: its mark, its row, its column."""

    record: Id
    box: Box


@dataclass(frozen=True, slots=True)
class Chart:
    """The picture, where each record stands in it, and the boxes of the names."""

    picture: DisplayList
    spots: tuple[Spot, ...] = field(repr=False)
    names: dict[Id, Box] = field(default_factory=dict, repr=False)

    def record_at(self, x: float, y: float, reach: float = 12.0) -> Id | None:
        """The record whose name is there, else the nearest one within reach (points)."""
        for record, box in self.names.items():
            if box.distance(x, y) == 0:
                return record
        near = min(self.spots, key=lambda s: (s.box.distance(x, y), _from_middle(s.box, x, y)), default=None)
        return None if near is None or near.box.distance(x, y) > reach else near.record

    def boxes(self, record: Id | None) -> list[Box]:
        """Everywhere a record stands."""
        return [spot.box for spot in self.spots if spot.record == record]

    @property
    def places(self) -> dict[Id, tuple[float, float]]:
        """The middle of where each record stands first."""
        return {s.record: (s.box.x + s.box.width / 2, s.box.y + s.box.height / 2) for s in reversed(self.spots)}

    @property
    def records(self) -> list[Id]:
        """Every record once, in the order one walks through them."""
        return list(dict.fromkeys(spot.record for spot in self.spots))


def _from_middle(box: Box, x: float, y: float) -> float:
    return hypot(x - box.x - box.width / 2, y - box.y - box.height / 2)


@dataclass(frozen=True, slots=True)
class Body:
    """A chart without the words around it, in coordinates of its own."""

    groups: tuple[Group | Placed, ...]
    """Groups that stand at the body's origin, or elsewhere in it."""
    spots: tuple[Spot, ...]
    names: dict[Id, Box]
    height: float


def framed(key: str, head: Head, style: ChartStyle, body: Callable[[float, float], Body]) -> Chart:
    """A body with title, lead and basis around it; it is told the width and the height it may take."""
    return finished(framed_in_steps(key, head, style, at_once(body)))


def framed_in_steps(
    key: str, head: Head, style: ChartStyle, body: Callable[[float, float], Steps[Body]]
) -> Steps[Chart]:
    """The same around a body that is laid out in steps."""
    unit = style.unit
    above, below = _above(key, head, style) if style.framed else ((), 0.0), _below(key, head, style)
    top, foot = above[1], below[1] if style.framed else 0.0
    made = yield from body(style.width, max(style.height - top - foot, unit(60)))
    yield
    height = top + made.height + foot
    groups = [Placed(0.0, 0.0, Group(f"{key}:head", style.width, top, above[0]))] if above[0] else []
    groups += [Placed(g.x, top + g.y, g.group) if isinstance(g, Placed) else Placed(0.0, top, g) for g in made.groups]
    if style.framed and below[0]:
        groups.append(Placed(0.0, top + made.height, Group(f"{key}:basis", style.width, foot, below[0])))
    frame = Frame(key, 0.0, 0.0, style.width, height, groups=tuple(groups))
    spots = tuple(Spot(t, _lower(box, top)) for t, box in made.spots)
    names = {t: _lower(box, top) for t, box in made.names.items()}
    return Chart(DisplayList(style.width, height, frame, head.title), spots, names)


def _above(key: str, head: Head, style: ChartStyle) -> tuple[tuple[Primitive, ...], float]:
    unit = style.unit
    name = style.lines(head.title, 0.0, 1, unit.title)
    y = len(name) * unit.title.leading + unit(2)
    lead = style.lines(head.lead, y, _MOST_LEAD_LINES)
    return (*name, *lead), y + len(lead) * unit.small.leading + unit(10)


def _below(key: str, head: Head, style: ChartStyle) -> tuple[tuple[Primitive, ...], float]:
    unit = style.unit
    lines = style.lines(head.basis, unit(8), _MOST_BASIS_LINES)
    return lines, unit(8) + len(lines) * unit.small.leading if lines else 0.0


def _lower(box: Box, by: float) -> Box:
    return Box(box.x, box.y + by, box.width, box.height)
