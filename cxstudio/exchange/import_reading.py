"""What is shown of a source before it is taken over: the plan, and of a table its headings with examples."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.survey.answer_words import AnswerWord, answer_words
from cxstudio.exchange.survey.survey_mapping import SurveyMapping
from cxstudio.progress import Progress, silent

_SAMPLES = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the plan, and where the source is a table its headings with a few different cells of each."""

    plan: ImportPlan
    header: tuple[str, ...] = ()
    samples: tuple[tuple[str, ...], ...] = ()
    words: tuple[AnswerWord, ...] = ()
    """Words people answered with in place of numbers."""


def read_import(request: ImportRequest, *, progress: Progress = silent) -> Reading:
    """Read a file as the request says. Raises UserError."""
    from cxstudio.exchange.readers import read_request
    from cxstudio.exchange.tables.answer_rows import people_together
    from cxstudio.exchange.tables.table_reading import read_table

    progress(0.1, "")
    plan = read_request(request)
    if plan.mapping is None or not plan.source.is_table:
        return Reading(plan)
    progress(0.8, "")
    with suppress(UserError):
        table = read_table(request)
        if isinstance(plan.mapping, SurveyMapping):
            table = people_together(table, request)
        first = table.rows[:200]
        cells = [tuple(row[at] for row in first) for at in range(len(table.header))]
        samples = tuple(_different(column) for column in cells)
        words = answer_words(table.header, table.rows, plan.mapping) if isinstance(plan.mapping, SurveyMapping) else ()
        return Reading(plan, table.header, samples, words)
    return Reading(plan)


def _different(cells: tuple[str, ...]) -> tuple[str, ...]:
    seen = dict.fromkeys(cell for cell in cells if cell.strip())
    return tuple(seen)[:_SAMPLES]
