"""What all charts share: what they are made from, what they come out as, and the words around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from math import hypot
from typing import Final, NamedTuple, Protocol

from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.analysis.statistics.interruptible import Steps, at_once, finished
from cxstudio.layout.display.display_list import (
    DisplayList,
    Frame,
    Group,
    Meaning,
    Path,
    Placed,
    Primitive,
    Rect,
    TextLine,
)
from cxstudio.layout.display.label_collision import Box
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import LARGE, SCREEN, TypeScale
from cxstudio.model import Document, Id, Round
from cxstudio.model.questions import limits
from cxstudio.wording.figures.figure_sentences import basis_line, ends_words
from cxstudio.wording.texts import Texts

FEW: Final = 40
"""Touchpoints up to which each is drawn by itself; more are drawn as density, with the five most urgent named."""
NAMED: Final = 5
_ROOMY: Final = (940.0, 560.0)
_MOST_LEAD_LINES: Final = 2
_MOST_BASIS_LINES: Final = 2


@dataclass(frozen=True, slots=True)
class Source:
    """What charts are made from."""

    document: Document
    texts: Texts
    figures: RoundFigures | None
    """The round shown."""
    others: RoundFigures | None = None
    """The customers' round it is held against."""
    chosen: Id | None = None
    """The selected touchpoint."""
    choice: str = ""
    """Which of the chart's variants; empty is the first."""

    @property
    def scale(self) -> int:
        """Points of the round's scale. Raises where there is no round."""
        return self.round.scale

    @property
    def round(self) -> Round:
        """The round shown. Raises where there is none."""
        assert self.figures is not None
        return self.document.get(Round, self.figures.round)


class Missing(NamedTuple):
    """Why a chart cannot be drawn, as a sentence."""

    reason: str


class Head(NamedTuple):
    """The words around a chart."""

    title: str
    lead: str
    """How to read it."""
    basis: str
    """Whose answers, how many, when, and what was left out."""


class Line(NamedTuple):
    """One line of the same figures as a list: the record it is about, where there is one, and its cells."""

    record: Id | None
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listing:
    """A chart's figures as words: what is read aloud instead of the picture, and pasted as a table."""

    head: tuple[str, ...]
    lines: tuple[Line, ...]

    def text(self, most: int = 1000) -> str:
        """One line per record, cells separated by tabs."""
        rows = (self.head, *(line.cells for line in self.lines[:most]))
        return "\n".join("\t".join(" ".join(cell.split()) for cell in row) for row in rows)

    def spoken(self, most: int) -> str:
        """The first lines as running text: "Hotline: expectation 6.2, experience 2.7; …"."""
        said = []
        for line in self.lines[:most]:
            name, *values = line.cells
            named = ", ".join(f"{h} {v}" for h, v in zip(self.head[1:], values, strict=False) if v)
            said.append(f"{name}: {named}")
        return "; ".join(said) + ("; …" if len(self.lines) > most else "")


class ChartData(Protocol):
    """The pure value a chart is laid out from."""

    @property
    def head(self) -> Head:
        """The words around it."""
        ...

    @property
    def listing(self) -> Listing:
        """Its figures as words."""
        ...


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
        return text.single(self.fonts, words, style, x, baseline, role, wide, align, meaning)


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
    unit, fonts = style.unit, style.fonts
    name = text.single(
        fonts, head.title, unit.title, 0.0, unit.title.rise, Role.INK, style.width, meaning=Meaning.HEADING
    )
    y = unit.title.leading + unit(2)
    lead = text.block(fonts, head.lead, unit.small, 0.0, y, style.width, Role.MUTED, _MOST_LEAD_LINES)
    return (name, *lead), y + len(lead) * unit.small.leading + unit(10)


def _below(key: str, head: Head, style: ChartStyle) -> tuple[tuple[Primitive, ...], float]:
    unit, fonts = style.unit, style.fonts
    lines = text.block(fonts, head.basis, unit.small, 0.0, unit(8), style.width, Role.MUTED, _MOST_BASIS_LINES)
    return lines, unit(8) + len(lines) * unit.small.leading if lines else 0.0


def _lower(box: Box, by: float) -> Box:
    return Box(box.x, box.y + by, box.width, box.height)


def told(items: Sequence[Primitive], words: str) -> tuple[Primitive, ...]:
    """The same primitives, the first shape carrying what a reader of the page is told about the touchpoint."""
    for place, item in enumerate(items):
        if isinstance(item, Rect | Path):
            spoken = replace(item, meaning=Meaning.FIGURE, alternative=words)
            return (*items[:place], spoken, *items[place + 1 :])
    return tuple(items)


def basis(source: Source, *notes: str, figure: str = "experience") -> str:
    """View, people and day of the round shown and the scale of the figure, where it has one; then what was left out."""
    assert source.figures is not None
    line = basis_line(source.document, source.figures, source.texts)
    return " · ".join(part for part in (line, _scale(source, figure), *notes) if part)


def _scale(source: Source, figure: str) -> str:
    if not figure:
        return ""
    low, high = limits(figure, source.scale)
    if low == 1:
        return source.texts.tr("scale 1–{top}", top=high)
    return source.texts.tr("scale {low} to {high}", **ends_words(figure, source.texts, source.scale))


def left_out(source: Source, shown: int) -> str:
    """How many of the journey's touchpoints a chart does not show; empty where it shows all."""
    assert source.figures is not None
    everything = len(source.document.journey_touchpoints(source.figures.journey))
    missing = everything - shown
    return source.texts.trn("{n} touchpoint without these answers", "{n} touchpoints without these answers", missing) \
        if missing > 0 else ""  # fmt: skip


def kept_back(source: Source, touchpoints: int) -> str:
    """At how many touchpoints single answers would tell on those who gave them; empty for none."""
    return source.texts.trn("{n} touchpoint with too few answers to show",
                            "{n} touchpoints with too few answers to show", touchpoints) \
        if touchpoints else ""  # fmt: skip


def too_few_answers(source: Source) -> Missing:
    """Single answers would tell on those who gave them."""
    return Missing(source.texts.trn("No result: fewer than {n} answer is not broken down.",
                                    "No result: fewer than {n} answers are not broken down.",
                                    source.round.minimum_group))  # fmt: skip


def nobody_yet(texts: Texts) -> Missing:
    """There is no round, or nobody answered anything in it."""
    return Missing(texts.tr("This journey has not been rated yet."))


def flat_name(name: str) -> str:
    """A name on one line, bounded."""
    return " ".join(name[:400].split())


def whole(lines: Iterable[Line], *head: str) -> Listing:
    """A listing with these headings."""
    return Listing(head, tuple(lines))
