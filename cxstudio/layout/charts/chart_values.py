"""What a chart shows as plain figures: for media that draw charts of their own, as slides do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from math import ceil, floor

from cxstudio.analysis.statistics.figure_values import Verdict
from cxstudio.layout.charts.delta_bars import DeltaRow
from cxstudio.layout.map_scene.lane_scene import MARK_ROLES
from cxstudio.look.roles import Role
from cxstudio.wording.figures.figure_sentences import delta_sign


class ChartForm(Enum):
    """How the figures are drawn."""

    BARS = "bars"
    """Lying bars, the first category on top."""
    STACKED = "stacked"
    """Lying bars of shares."""
    CURVE = "curve"
    POINTS = "points"
    """Two figures against each other."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How one value is drawn."""

    role: Role
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """One row of values, one per category; of points the pairs (across, up)."""

    name: str
    values: tuple[float | None, ...]
    across: tuple[float, ...] = ()
    marks: tuple[Mark, ...] = ()
    """One per value; empty where the medium's own colours do."""
    intervals: tuple[tuple[float, float] | None, ...] = ()
    role: Role | None = None


@dataclass(frozen=True, slots=True)
class ChartValues:
    """A chart without a place: categories (of points their names), rows of values, and the limits of its axes."""

    form: ChartForm
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    low: float
    high: float
    decimals: int = 1
    signed: bool = False
    across: str = ""
    """Title of the axis across; `up` of the other."""
    up: str = ""
    across_low: float = 0.0
    across_high: float = 0.0
    reading: str = ""
    """How to read it, where that differs from our own drawing."""

    def part(self, start: int, end: int) -> ChartValues:
        """Some of the categories, on the same axes."""
        rows = tuple(
            replace(row, values=row.values[start:end], across=row.across[start:end], marks=row.marks[start:end],
                    intervals=row.intervals[start:end])
            for row in self.series
        )  # fmt: skip
        return replace(self, categories=self.categories[start:end], series=rows)


def delta_values(rows: Sequence[DeltaRow], name: str, reading: str = "") -> ChartValues:
    """Mean deltas as bars, coloured by verdict, with intervals where there are any; names have its sign before them."""
    told = [(row, row.figures.delta) for row in rows if row.figures.delta is not None]
    values = tuple(delta.mean for _, delta in told)
    intervals = tuple(delta.interval for _, delta in told)
    ends = [*values, *(end for pair in intervals if pair is not None for end in pair)]
    marks = tuple(verdict_mark(row.figures.verdict, row.figures.uncertain) for row, _ in told)
    series = Series(name, values, marks=marks, intervals=intervals if any(intervals) else ())
    low, high = floor(min([*ends, -1.0])), ceil(max([*ends, 1.0]))
    names = tuple(f"{delta_sign(row.figures)} {row.name}".strip() for row, _ in told)
    return ChartValues(ChartForm.BARS, names, (series,), low, high, signed=True, reading=reading)


def verdict_mark(verdict: Verdict, uncertain: bool) -> Mark:
    """The colour of a verdict; hollow where a survey does not tell it for sure."""
    return Mark(Role.OKAY if verdict is Verdict.UNKNOWN else MARK_ROLES[verdict], uncertain)
