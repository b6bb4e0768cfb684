"""Opportunity score, after Ulwick: what matters to many and satisfies few."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures

FEWEST_POINTS: Final = 4
"""Points a scale needs for its top two to say anything."""


@dataclass(frozen=True, slots=True)
class Opportunity:
    """importance + max(importance − satisfaction, 0); each 0 … 10, from the share of answers in the top two points."""

    importance: float
    satisfaction: float
    score: float
    """0 … 20."""
    n: int
    """The smaller number of answers behind the two."""


def opportunity(figures: TouchpointFigures, scale: int) -> Opportunity | None:
    """The score of one touchpoint on a scale from 1 to `scale`; None where importance or experience is missing."""
    if figures.importance is None or figures.experience is None or scale < FEWEST_POINTS:
        return None
    wanted, got = (10 * top_two(part, scale) for part in (figures.importance, figures.experience))
    n = min(figures.importance.n, figures.experience.n)
    return Opportunity(wanted, got, wanted + max(wanted - got, 0.0), n)


def top_two(part: Summary, highest: int) -> float:
    """Share of answers in the top two points, 0 … 1."""
    return sum(times for value, times in part.counts if value >= highest - 1) / part.n
