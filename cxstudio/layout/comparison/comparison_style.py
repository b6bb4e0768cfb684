"""What the rows of a comparison read: both journeys, their figures, and where the columns stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from cxstudio.analysis.comparison.as_is_to_be import Comparison, Fate, Match, Section, Slot
from cxstudio.analysis.comparison.overlaid_rounds import aimed, aimed_delta, figures_for, same_axis
from cxstudio.analysis.statistics.figure_values import RoundFigures, Verdict
from cxstudio.layout.map_scene.map_columns import exact
from cxstudio.layout.map_scene.map_style import FULL_COLUMN, NARROWEST_COLUMN, Density, density_of
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Document, Id, Round, Touchpoint
from cxstudio.steps import Steps, finished, gathered
from cxstudio.wording.figures.figure_sentences import signed_delta
from cxstudio.wording.texts import Texts

LABEL_WIDTH: Final = 148.0
BLOCK: Final = 12
"""Most columns drawn as one piece."""
SIGNS: Final[dict[Fate, str]] = {Fate.NEW: "plus", Fate.GONE: "minus", Fate.MOVED: "moved", Fate.CHANGED: "altered"}
INKS: Final[dict[Fate, tuple[Role, Role]]] = {
    Fate.NEW: (Role.DELIGHTING, Role.DELIGHTING_GROUND),
    Fate.GONE: (Role.OKAY, Role.OKAY_GROUND),
    Fate.MOVED: (Role.ACCENT, Role.ACCENT_GROUND),
    Fate.CHANGED: (Role.MUTED, Role.FAINT_LINE),
}
"""Fate → ink and ground of its badge."""


@dataclass(frozen=True, slots=True)
class ComparisonStyle:
    """How a comparison is laid out; one per zoom."""

    column_width: float = FULL_COLUMN
    figure: str = "emotion"
    """Whose curves are drawn: emotion, experience or expectation."""
    curve_height: float = 176.0
    """Height of the curves' row, in screen points."""
    whole: bool = False
    """Whether no text is shortened: for what is handed on."""
    tight: bool = False
    """Whether rows make do with less height."""

    @property
    def density(self) -> Density:
        """How much of a touchpoint there is room for."""
        return density_of(self.column_width)


class Column(NamedTuple):
    """One column of both journeys."""

    slot: Slot
    section: int
    x: float


class Piece(NamedTuple):
    """Columns `start` … `stop` − 1, drawn as one."""

    start: int
    stop: int
    x: float
    width: float


class Side(NamedTuple):
    """One of the two journeys."""

    name: str
    """today or later: what slots, sections and matches call it."""
    journey: Id
    figures: RoundFigures | None


class Board:
    """Built once per layout and only read afterwards."""

    def __init__(
        self,
        document: Document,
        comparison: Comparison,
        today: RoundFigures | None,
        later: RoundFigures | None,
        texts: Texts,
        style: ComparisonStyle,
        fonts: FontBook,
    ) -> None:
        self.document, self.comparison = document, comparison
        self.texts, self.style, self.fonts = texts, style, fonts
        self.type: TypeScale = SCREEN
        self.today = Side("today", comparison.today, today)
        self.later = Side("later", comparison.later, later)
        self.wide = exact(max(style.column_width, NARROWEST_COLUMN))
        self.columns = tuple(self._columns())
        self.width = len(self.columns) * self.wide

    def _columns(self) -> list[Column]:
        made: list[Column] = []
        for number, section in enumerate(self.comparison.sections):
            made += [Column(slot, number, (len(made) + i) * self.wide) for i, slot in enumerate(section.slots)]
        return made

    @property
    def sides(self) -> tuple[Side, Side]:
        """Today, then what shall be."""
        return (self.today, self.later)

    @property
    def far(self) -> bool:
        """Whether touchpoints are only bars."""
        return self.style.density is Density.FAR

    @cached_property
    def spans(self) -> list[tuple[Section, float, float]]:
        """Every section with its x and width."""
        found, at = [], 0
        for section in self.comparison.sections:
            found.append((section, at * self.wide, len(section.slots) * self.wide))
            at += len(section.slots)
        return found

    @cached_property
    def pieces(self) -> list[Piece]:
        """The columns in blocks; none crosses a section."""
        found, at = [], 0
        for section in self.comparison.sections:
            for start in range(at, at + len(section.slots), BLOCK):
                stop = min(start + BLOCK, at + len(section.slots))
                found.append(Piece(start, stop, start * self.wide, (stop - start) * self.wide))
            at += len(section.slots)
        return found

    @cached_property
    def index(self) -> dict[Id, int]:
        """Touchpoint of either journey → number of its column."""
        return {t: i for i, c in enumerate(self.columns) for t in c.slot.both if t is not None}

    def touchpoint(self, touchpoint: Id) -> Touchpoint:
        """The record."""
        return self.document.get(Touchpoint, touchpoint)

    def match(self, touchpoint: Id) -> Match:
        """What becomes of a touchpoint."""
        return self.comparison.by_touchpoint[touchpoint]

    def delta(self, side: Side, touchpoint: Id) -> tuple[float | None, Verdict, bool]:
        """Experience against expectation in the side's round, its verdict, and whether that is uncertain.

        Targets as they stand against today, without a verdict.
        """
        if side.figures is None:
            return None, Verdict.UNKNOWN, False
        today = self.today.figures if side is self.later else None
        found = figures_for(self.document, touchpoint, side.figures)
        delta = aimed_delta(self.document, touchpoint, side.figures, today)
        return (delta, Verdict.UNKNOWN, False) if found is None else (delta, found.verdict, found.uncertain)

    def delta_words(self, side: Side, touchpoint: Id) -> str:
        """That delta in words, with the sign of its verdict where there is one."""
        delta = self.delta(side, touchpoint)[0]
        found = None if side.figures is None else figures_for(self.document, touchpoint, side.figures)
        if found is not None:
            return signed_delta(delta, found, self.texts)
        return self.texts.signed(delta) if delta is not None else ""

    @cached_property
    def comparable(self) -> bool:
        """Whether the two rounds' values may stand on one axis."""
        one, other = self.today.figures, self.later.figures
        if one is None or other is None:
            return True
        return same_axis(self.document, one.round, other.round, self.style.figure)

    @cached_property
    def scale(self) -> int:
        """Points of today's scale, of the target's where today has no round."""
        figures = self.today.figures or self.later.figures
        found = self.document.find(figures.round) if figures is not None else None
        return found.scale if isinstance(found, Round) else self.document.project.scale

    def _value(self, side: Side, touchpoint: Id) -> float | None:
        if side.figures is None:
            return None
        today = self.today.figures if side is self.later else None
        return aimed(self.document, touchpoint, side.figures, today, self.style.figure)

    def values(self, side: Side) -> list[tuple[int, Id, float]]:
        """Column number, touchpoint and mean of the figure drawn, from left to right."""
        return finished(self.values_in_steps(side))

    def values_in_steps(self, side: Side) -> Steps[list[tuple[int, Id, float]]]:
        """The same in steps."""
        if side is self.later and not self.comparable:
            return []
        return (yield from gathered(self._values(side), at_a_time=200))

    def _values(self, side: Side) -> Iterator[tuple[int, Id, float]]:
        for i, column in enumerate(self.columns):
            touchpoint: Id | None = getattr(column.slot, side.name)
            value = self._value(side, touchpoint) if touchpoint is not None else None
            if touchpoint is not None and value is not None:
                yield i, touchpoint, value
