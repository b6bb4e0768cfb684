"""Values from elsewhere beside our own: never without their source and year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.analysis.journey_figures.nps_csat_ces import JourneyFigure
from cxstudio.analysis.statistics.figure_values import RoundFigures, Summary
from cxstudio.model import Benchmark, Document, Id
from cxstudio.model.kinds import FigureKind
from cxstudio.model.questions import DELTA, FULL

SHARES: Final = frozenset({FigureKind.CSAT, FigureKind.WANT, FigureKind.RETURN, FigureKind.RECOMMEND})
"""Figures told as per cent, held as 0 to 1."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One benchmark beside what a round says about the same thing."""

    benchmark: Id
    about: Id
    figure: str
    value: float
    """In the figure's own unit; shares 0 … 1, also where they were entered as per cent."""
    source: str
    year: int | None
    ours: float | None
    """None where the round does not tell it, and for figures the program does not know."""
    share: bool = False
    """Value and ours are shares, to be shown as per cent."""

    @property
    def drawable(self) -> bool:
        """Only what says where and when it comes from is drawn as a line."""
        return bool(self.source.strip()) and self.year is not None

    @property
    def difference(self) -> float | None:
        """Ours − theirs."""
        return None if self.ours is None else self.ours - self.value


def benchmarks(document: Document, figures: RoundFigures, asked: Sequence[JourneyFigure] = ()) -> tuple[Compared, ...]:
    """Every benchmark of the round's journey, then those of its touchpoints in the order of the map.

    `asked` are the round's figures about the whole journey (NPS and the like).
    """
    about = [figures.journey, *(t.id for t in document.journey_touchpoints(figures.journey))]
    found = []
    for record_id in about:
        for record in document.having(Benchmark, "about", record_id):
            figure = record.figure.strip().lower()
            ours, share = _ours(figure, record_id, figures, asked)
            value = record.value / 100 if share and record.value > 1 else record.value
            found.append(Compared(record.id, record_id, figure, value, record.source, record.year, ours, share))
    return tuple(found)


def _ours(figure: str, about: Id, figures: RoundFigures, asked: Sequence[JourneyFigure]) -> tuple[float | None, bool]:
    """What the round says about the figure, and whether it is a share."""
    if figure in (*FULL, DELTA):
        if about == figures.journey:
            return (figures.overall_experience if figure == "experience" else None), False
        found = figures.of(about)
        part: Summary | None = None if found is None else getattr(found, figure)
        return (None if part is None else part.mean), False
    if figure == "overall_experience":
        return (figures.overall_experience if about == figures.journey else None), False
    if about == figures.journey and figure in set(FigureKind):
        told = next((one for one in asked if one.figure.value == figure), None)
        return (None if told is None else told.value), FigureKind(figure) in SHARES
    return None, False
