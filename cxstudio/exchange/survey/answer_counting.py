"""Answers of many people counted per touchpoint: each column is gone through once, each different cell read once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cxstudio.exchange.plan.import_plan import Message
from cxstudio.exchange.survey.survey_columns import Column, Touch
from cxstudio.exchange.survey.survey_mapping import Role
from cxstudio.model import FrozenMap, Id, JourneyFigures, SurveyCounts, new_id
from cxstudio.model.kinds import FigureKind
from cxstudio.model.questions import QUESTIONS, counted

SKIPPED = "-"
_Tally = dict[str, dict[str, int]]
"""Segment → value → count."""

_FIELDS = dict.fromkeys(question.counts for question in QUESTIONS)
"""Fields of the counts, in the order they are gone through."""


def count_touchpoint(touch: Touch, round_id: Id, touchpoint: Id, segments: Sequence[str] | None) -> list[SurveyCounts]:
    """The counts of one touchpoint, one record per segment."""
    kept: dict[str, dict[str, FrozenMap[str, int]]] = {}
    for name, columns in _fields(touch):
        for segment, tally in _joint(columns, segments).items():
            kept.setdefault(segment, {})[name] = FrozenMap(dict(sorted(tally.items())))
    return [
        SurveyCounts(id=new_id(), round=round_id, touchpoint=touchpoint, segment=segment, **maps)
        for segment, maps in sorted(kept.items())
    ]


def count_figure(
    column: Column, round_id: Id, ends: tuple[int, int], segments: Sequence[str] | None
) -> list[JourneyFigures]:
    """The counts of a question about the whole journey, one record per segment."""
    figure = FigureKind(column.use.role.value)
    found = []
    for segment, tally in sorted(_joint([column], segments).items()):
        counts = FrozenMap({value: n for value, n in sorted(tally.items()) if value != SKIPPED})
        if counts:
            found.append(
                JourneyFigures(
                    id=new_id(),
                    round=round_id,
                    figure=figure,
                    segment=segment,
                    lowest=ends[0],
                    highest=ends[1],
                    counts=counts,
                )
            )
    return found


def _fields(touch: Touch) -> list[tuple[str, list[Column | None]]]:
    """Field of the counts → the columns its answers come from; None for a question that is not in the survey."""
    found: list[tuple[str, list[Column | None]]] = []
    for field in _FIELDS:
        columns = [touch.columns.get(Role(question.name)) for question in counted(field)]
        enough = any if counted(field)[0].single else all
        if enough(columns):
            found.append((field, columns))
    return found


def _joint(columns: Sequence[Column | None], segments: Sequence[str] | None) -> _Tally:
    """How often each combination of answers was given, by segment."""
    asked = [column for column in columns if column is not None]
    tally: _Tally = {}
    for cells, n in _cells_counted(asked, segments):
        segment = "" if segments is None else cells[0]
        answers = cells if segments is None else cells[1:]
        halves = _halves(columns, answers)
        if halves is not None:
            counts = tally.setdefault(segment, {})
            counts[halves] = counts.get(halves, 0) + n
    return tally


def _cells_counted(asked: Sequence[Column], segments: Sequence[str] | None) -> list[tuple[tuple[str, ...], int]]:
    if segments is None and len(asked) == 1:
        return [((cell,), n) for cell, n in asked[0].times.items()]
    lanes = [column.cells for column in asked]
    return list(Counter(zip(*([segments] if segments is not None else []), *lanes, strict=True)).items())


def _halves(columns: Sequence[Column | None], cells: Sequence[str]) -> str | None:
    """The combination as the record's key; None where something was written but nothing can be used."""
    parts: list[str] = []
    usable, spoiled = False, False
    given = iter(cells)
    for column in columns:
        answer = None if column is None else column.answers[next(given)]
        spoiled = spoiled or isinstance(answer, Message)
        usable = usable or isinstance(answer, int)
        parts.append(str(answer) if isinstance(answer, int) else SKIPPED)
    return None if spoiled and not usable else "|".join(parts)
