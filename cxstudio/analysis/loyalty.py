"""Figures asked about a whole journey: recommendation (NPS), satisfaction (CSAT), effort (CES), want, return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cxstudio.analysis.answers import Table, whole
from cxstudio.analysis.results import Summary
from cxstudio.analysis.summary import summary
from cxstudio.model import Document, Id, JourneyFigures
from cxstudio.model.kinds import FigureKind

FEWEST_FOR_SHARES = 30
"""Answers below which counts are told instead of per cent."""


@dataclass(frozen=True, slots=True)
class JourneyFigure:
    """One figure of a journey in one round."""

    figure: FigureKind
    lowest: int
    highest: int
    answers: Summary
    """All answers on the scale from `lowest` to `highest`."""
    favourable: int
    """Promoters (9 and 10) for NPS on 0 to 10, else answers in the top two points."""
    unfavourable: int
    """Detractors (0 to 6) for NPS on 0 to 10, else answers in the lowest two points."""
    value: float
    """NPS: promoters − detractors, −100 … 100. CES: the mean. Others: share of favourable answers, 0 … 1."""
    as_counts: bool
    """Too few answers for per cent: say how many of how many."""


def journey_figures(document: Document, round_id: Id) -> tuple[JourneyFigure, ...]:
    """Every such figure of a round, over all segments together, in the order of FigureKind."""
    grouped: dict[tuple[FigureKind, int, int], list[JourneyFigures]] = {}
    for record in document.having(JourneyFigures, "round", round_id):
        grouped.setdefault((record.figure, record.lowest, record.highest), []).append(record)
    order = list(FigureKind)
    keys = sorted(grouped, key=lambda key: (order.index(key[0]), key[1], key[2]))
    found = (_figure(*key, grouped[key]) for key in keys)
    return tuple(figure for figure in found if figure is not None)


def _figure(figure: FigureKind, lowest: int, highest: int, records: Sequence[JourneyFigures]) -> JourneyFigure | None:
    table = Table()
    for record in records:
        for key, times in record.counts.items():
            if times > 0:
                table.add(whole(key), times, lowest, highest)
    part = summary(table)
    if part is None:
        return None
    nps = figure is FigureKind.NPS and (lowest, highest) == (0, 10)
    top, bottom = (9, 6) if nps else (highest - 1, lowest + 1)
    favourable = sum(times for value, times in part.counts if value >= top)
    unfavourable = sum(times for value, times in part.counts if value <= bottom)
    return JourneyFigure(
        figure=figure,
        lowest=lowest,
        highest=highest,
        answers=part,
        favourable=favourable,
        unfavourable=unfavourable,
        value=_value(figure, nps, part, favourable, unfavourable),
        as_counts=part.n < FEWEST_FOR_SHARES,
    )


def _value(figure: FigureKind, nps: bool, part: Summary, favourable: int, unfavourable: int) -> float:
    if nps:
        return 100 * (favourable - unfavourable) / part.n
    return part.mean if figure is FigureKind.CES else favourable / part.n
