"""What a survey will amount to: counts, figures, and its first touchpoints."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from cxstudio.analysis.journey_figures.nps_csat_ces import figure_of_counts
from cxstudio.exchange.plan.import_plan import Figure, Message, Preview, say, trn
from cxstudio.exchange.survey.answer_counting import SKIPPED
from cxstudio.exchange.survey.survey_columns import Column, Survey
from cxstudio.exchange.survey.survey_mapping import ROLE_LABELS, Role
from cxstudio.model import JourneyFigures, Note, Record, SurveyCounts, Touchpoint
from cxstudio.model.kinds import FigureKind
from cxstudio.wording.texts import N_

_ROWS_SHOWN: Final = 8


def survey_preview(survey: Survey, points: Sequence[Touchpoint], records: Sequence[Record]) -> Preview:
    """Counts in words, the mean experience, figures asked about the whole journey, and the first touchpoints.

    `records` are what the plan adds besides the touchpoints.
    """
    answers = sum(sum(map(_answered, c.columns.values())) for c in survey.touches)
    noted = sum(1 for r in records if isinstance(r, Note))
    told = [trn("{n} respondent", "{n} respondents", len(survey.rows))]
    if points:
        told.insert(0, trn("{n} touchpoint", "{n} touchpoints", len(points)))
        told.append(trn("{n} answer", "{n} answers", answers))
    mean = _mean_experience(records)
    if mean is not None:
        told.append(say(N_("{mean} experience on average"), mean=Figure(mean, decimals=1)))
    told += _whole_journey(records)
    if noted:
        told.append(trn("{n} comment as an unsorted note", "{n} comments as unsorted notes", noted))
    roles = list(dict.fromkeys(role for touch in survey.touches for role in touch.columns))
    rows: list[tuple[str | int, ...]] = []
    for touch in survey.touches[:_ROWS_SHOWN]:
        found = [_answered(touch.columns[role]) if role in touch.columns else "" for role in roles]
        rows.append((touch.name, *found))
    labels = (say(N_("{role}: answers"), role=Message(ROLE_LABELS[role])) for role in roles)
    headers = (say(N_("Touchpoint")), *labels)
    return Preview(tuple(told), headers, tuple(rows))


def _whole_journey(records: Sequence[Record]) -> list[Message]:
    """Figures asked about the whole journey, all rounds of the import together."""
    given: dict[tuple[FigureKind, int, int], Counter[int]] = {}
    for record in records:
        if isinstance(record, JourneyFigures):
            counts = given.setdefault((record.figure, record.lowest, record.highest), Counter())
            for value, times in record.counts.items():
                counts[int(value)] += times
    told = []
    for (figure, lowest, highest), counts in given.items():
        found = figure_of_counts(figure, lowest, highest, counts)
        if found is not None and found.is_nps:
            told.append(say(N_("{value} NPS"), value=Figure(found.value, sign=True)))
        if found is not None:
            label = Message(ROLE_LABELS[Role(figure)])
            told.append(trn("{n} answer: {figure}", "{n} answers: {figure}", found.answers.n, figure=label))
    return told


def _mean_experience(records: Sequence[Record]) -> float | None:
    """The mean of all answers about experience, whatever touchpoint they are about."""
    total = n = 0
    for record in records:
        for key, times in (record.pairs if isinstance(record, SurveyCounts) else {}).items():
            value = key.partition("|")[2]
            if value != SKIPPED:
                total, n = total + int(value) * times, n + times
    return total / n if n else None


def _answered(column: Column) -> int:
    return sum(n for cell, n in column.times.items() if isinstance(column.answers.get(cell), int))
