"""Figures asked about a whole journey: recommendation (NPS), satisfaction (CSAT), effort (CES), want, return."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cxstudio.analysis.statistics.answer_counts import Table, whole
from cxstudio.analysis.statistics.descriptive import summary
from cxstudio.analysis.statistics.figure_values import Summary
from cxstudio.analysis.statistics.group_figures import tellable
from cxstudio.analysis.statistics.interval import mean_interval
from cxstudio.model import Document, Id, JourneyFigures, Round
from cxstudio.model.kinds import FigureKind

FEWEST_FOR_SHARES = 30
"""Answers below which counts are told instead of per cent."""
FEWEST_FOR_INTERVAL = 5
NPS_SCALE = (0, 10)


@dataclass(frozen=True, slots=True)
class JourneyFigure:
    """One figure of a journey in one round."""

    figure: FigureKind
    lowest: int
    highest: int
    answers: Summary
    """All answers on the scale from `lowest` to `highest`."""
    favourable: int
    """Promoters (9 and 10) for NPS on 0 to 10, else answers in the top two points (the top one of two or three)."""
    unfavourable: int
    """Detractors (0 to 6) for NPS on 0 to 10, else answers in the lowest two points (the lowest one)."""
    value: float
    """NPS: promoters − detractors, −100 … 100. CES: the mean. Others: share of favourable answers, 0 … 1."""
    as_counts: bool
    """Too few answers for per cent: say how many of how many."""

    @property
    def neutral(self) -> int:
        """Neither favourable nor unfavourable; for NPS the passives (7 and 8)."""
        return self.answers.n - self.favourable - self.unfavourable

    @property
    def interval(self) -> tuple[float, float] | None:
        """95 % interval of an NPS from five answers on, −100 … 100, as of a mean of −1, 0, 1; only for surveys."""
        if not self.is_nps or self.answers.n < FEWEST_FOR_INTERVAL:
            return None
        counts = ((-1, self.unfavourable), (0, self.neutral), (1, self.favourable))
        low, high = mean_interval(tuple((value, times) for value, times in counts if times), -1, 1)
        return 100 * low, 100 * high

    @property
    def is_nps(self) -> bool:
        """Asked from 0 to 10, so that promoters and detractors can be told."""
        return self.figure is FigureKind.NPS and (self.lowest, self.highest) == NPS_SCALE


def journey_figures(document: Document, round_id: Id) -> tuple[JourneyFigure, ...]:
    """Every such figure of a round, over all segments together, in the order of FigureKind."""
    return _figures(document.having(JourneyFigures, "round", round_id))


def segment_journey_figures(document: Document, round_id: Id) -> dict[str, tuple[JourneyFigure, ...]]:
    """The same per segment, only where neither it nor what subtraction would tell is under the round's minimum."""
    minimum = document.get(Round, round_id).minimum_group
    grouped: dict[_Asked, list[JourneyFigures]] = {}
    for record in document.having(JourneyFigures, "round", round_id):
        grouped.setdefault(_asked(record), []).append(record)
    found: dict[str, list[JourneyFigure]] = {}
    for asked in sorted(grouped, key=_place):
        parts: dict[str, JourneyFigure] = {}
        for name in {record.segment for record in grouped[asked]}:
            figure = _figure(*asked, [record for record in grouped[asked] if record.segment == name])
            if figure is not None:
                parts[name] = figure
        if len(parts) > 1:
            for name in tellable({name: figure.answers.n for name, figure in parts.items()}, minimum):
                found.setdefault(name, []).append(parts[name])
    return {name: tuple(found[name]) for name in sorted(found)}


def journey_segments_shown(document: Document, round_id: Id) -> dict[str, dict[FigureKind, JourneyFigure | None]]:
    """Segment → figure → what may be shown of it; None where it is too small or could be had by subtraction."""
    shown = segment_journey_figures(document, round_id)
    records = document.having(JourneyFigures, "round", round_id)
    names = sorted({record.segment for record in records if any(n > 0 for n in record.counts.values())})
    found: dict[str, dict[FigureKind, JourneyFigure | None]] = {}
    if len(names) < 2:
        return found
    for name in names:
        told = {one.figure: one for one in shown.get(name, ())}
        asked = {record.figure for record in records if record.segment == name}
        found[name] = {figure: told.get(figure) for figure in FigureKind if figure in asked}
    return found


_Asked = tuple[FigureKind, int, int]


def _asked(record: JourneyFigures) -> _Asked:
    return record.figure, record.lowest, record.highest


def _place(asked: _Asked) -> tuple[int, int, int]:
    return list(FigureKind).index(asked[0]), asked[1], asked[2]


def _figures(records: Iterable[JourneyFigures]) -> tuple[JourneyFigure, ...]:
    grouped: dict[_Asked, list[JourneyFigures]] = {}
    for record in records:
        grouped.setdefault(_asked(record), []).append(record)
    found = (_figure(*asked, grouped[asked]) for asked in sorted(grouped, key=_place))
    return tuple(figure for figure in found if figure is not None)


def _figure(figure: FigureKind, lowest: int, highest: int, records: Sequence[JourneyFigures]) -> JourneyFigure | None:
    if lowest >= highest:
        return None
    table = Table()
    for record in records:
        for key, times in record.counts.items():
            if times > 0:
                table.add(whole(key), times, lowest, highest)
    return _told(figure, lowest, highest, table)


def figure_of_counts(figure: FigureKind, lowest: int, highest: int, counts: Mapping[int, int]) -> JourneyFigure | None:
    """What these answers would say, before anything is written; None without a single answer on the scale."""
    table = Table()
    for value, times in counts.items():
        if times > 0:
            table.add(value, times, lowest, highest)
    return _told(figure, lowest, highest, table)


def _told(figure: FigureKind, lowest: int, highest: int, table: Table) -> JourneyFigure | None:
    part = summary(table)
    if part is None:
        return None
    nps = figure is FigureKind.NPS and (lowest, highest) == NPS_SCALE
    top, bottom = (9, 6) if nps else _ends(lowest, highest)
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


def _ends(lowest: int, highest: int) -> tuple[int, int]:
    """From where on answers are favourable, and up to where unfavourable: two points each if the scale has four."""
    beyond = 1 if highest - lowest >= 3 else 0
    return highest - beyond, lowest + beyond


def _value(figure: FigureKind, nps: bool, part: Summary, favourable: int, unfavourable: int) -> float:
    if nps:
        return 100 * (favourable - unfavourable) / part.n
    return part.mean if figure is FigureKind.CES else favourable / part.n
