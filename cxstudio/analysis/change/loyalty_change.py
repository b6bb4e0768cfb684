"""How figures asked about the whole journey changed between two rounds."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.change.change_values import Obstacle
from cxstudio.analysis.change.round_change import obstacle
from cxstudio.analysis.journey_figures.nps_csat_ces import JourneyFigure, journey_figures
from cxstudio.model import Document, Id
from cxstudio.model.kinds import FigureKind


@dataclass(frozen=True, slots=True)
class JourneyFigureChange:
    """One figure on the same scale in both rounds."""

    before: JourneyFigure
    after: JourneyFigure

    @property
    def figure(self) -> FigureKind:
        """Which figure."""
        return self.after.figure

    @property
    def difference(self) -> float:
        """After − before, in the figure's own unit."""
        return self.after.value - self.before.value

    @property
    def as_counts(self) -> bool:
        """One of the rounds has too few answers for per cent: both are told as counts, without a difference."""
        return self.figure is not FigureKind.CES and (self.before.as_counts or self.after.as_counts)


def journey_figure_changes(document: Document, before: Id, after: Id) -> tuple[JourneyFigureChange, ...]:
    """Every figure both rounds asked on one scale; none where the rounds do not compare.

    The rounds' scale for touchpoints does not matter here: these figures have their own.
    """
    if obstacle(document, before, after) not in (None, Obstacle.OTHER_SCALE):
        return ()
    earlier = {(one.figure, one.lowest, one.highest): one for one in journey_figures(document, before)}
    found = []
    for one in journey_figures(document, after):
        other = earlier.get((one.figure, one.lowest, one.highest))
        if other is not None:
            found.append(JourneyFigureChange(other, one))
    return tuple(found)
