"""Every touchpoint over all rounds that compare with one: their shown means, side by side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cxstudio.analysis.change.control_figures import comparable_rounds
from cxstudio.analysis.change.lineage import paired_touchpoints
from cxstudio.analysis.change.round_change import obstacle
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.analysis.statistics.touchpoint_figures import too_few
from cxstudio.model import Document, Id, Round


@dataclass(frozen=True, slots=True)
class RoundTrend:
    """Rounds in order, and per touchpoint of the newest journey its mean experience in each; None where it has none."""

    rounds: tuple[Id, ...]
    rows: tuple[tuple[Id, tuple[float | None, ...]], ...]


def round_trend(document: Document, newest: Id, figures_of: Callable[[Id], RoundFigures | None]) -> RoundTrend:
    """All rounds of a view, persona and scale over a journey's life. Raises MissingRecord."""
    about = document.get(Round, newest)
    rounds = [r for r in comparable_rounds(document, about.journey)
              if r.id == newest or obstacle(document, r.id, newest) is None]  # fmt: skip
    columns = [_means(document, r, about.journey, figures_of(r.id)) for r in rounds]
    rows = []
    for touchpoint in document.journey_touchpoints(about.journey):
        values = tuple(column.get(touchpoint.id) for column in columns)
        if any(value is not None for value in values):
            rows.append((touchpoint.id, values))
    return RoundTrend(tuple(r.id for r in rounds), tuple(rows))


def _means(document: Document, round_: Round, journey: Id, figures: RoundFigures | None) -> dict[Id, float]:
    """Touchpoint of the newest journey → the round's shown mean experience; split ones have none."""
    if figures is None:
        return {}
    found = {}
    for earlier, later in paired_touchpoints(document, round_.journey, journey).pairs:
        told = figures.of(earlier)
        part = None if told is None else told.experience
        if part is not None and not too_few(round_, part.n):
            found[later] = part.shown
    return found
