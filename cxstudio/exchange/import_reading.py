"""What is shown of a source before it is taken over: the plan, and of a table its headings with examples."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace

from cxstudio.errors import UserError
from cxstudio.exchange.lists.list_mapping import ROLES, ListMapping, mapping_of
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, Message, say
from cxstudio.exchange.survey.answer_words import AnswerWord, answer_words
from cxstudio.exchange.survey.row_kinds import rows_of_kinds
from cxstudio.exchange.survey.survey_mapping import SurveyMapping
from cxstudio.exchange.tables.table import Table, short
from cxstudio.progress import Progress, silent
from cxstudio.wording.texts import N_

_SAMPLES = 3
_FIRST = 12
"""Rows shown from the beginning."""
_OTHERS = 8
"""Rows shown further below: those that are left out."""
_LONGEST_CELL = 120


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One row as it is shown before it is taken over."""

    number: int
    """As a spreadsheet counts it, from 1."""
    cells: tuple[str, ...]
    left_out: Message | None = None
    """Why it is left out; None for rows that are read."""
    before: int = 0
    """Rows between this one and the last that is shown."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read: the plan, and where the source is a table its headings with a few different cells of each."""

    plan: ImportPlan
    header: tuple[str, ...] = ()
    samples: tuple[tuple[str, ...], ...] = ()
    words: tuple[AnswerWord, ...] = ()
    """Words people answered with in place of numbers."""
    rows: tuple[ShownRow, ...] = ()
    """The first rows, and others that are left out."""
    further: int = 0
    """Rows after the last that is shown."""


def read_import(request: ImportRequest, *, progress: Progress = silent) -> Reading:
    """Read a file as the request says. Raises UserError."""
    from cxstudio.exchange.event_logs.case_rows import cases_apart
    from cxstudio.exchange.event_logs.log_mapping import LogMapping
    from cxstudio.exchange.readers import read_request
    from cxstudio.exchange.tables.answer_rows import people_together
    from cxstudio.exchange.tables.table_reading import read_table

    progress(0.1, "")
    try:
        plan = read_request(request)
    except UserError as error:
        plan = _to_be_mapped(request, error)
    if not plan.source.is_table:
        return Reading(plan)
    progress(0.8, "")
    with suppress(UserError):
        table = read_table(request)
        survey = plan.mapping if isinstance(plan.mapping, SurveyMapping) else None
        if survey is not None:
            table = people_together(table, request)
        elif isinstance(plan.mapping, LogMapping):
            table = cases_apart(table, request)
        first = table.rows[:200]
        cells = [tuple(row[at] for row in first) for at in range(len(table.header))]
        samples = tuple(_different(column) for column in cells)
        words = answer_words(table.header, table.rows, survey) if survey is not None else ()
        rows, further = _shown(table, survey)
        return Reading(plan, table.header, samples, words, rows, further)
    return Reading(plan)


def _to_be_mapped(request: ImportRequest, error: UserError) -> ImportPlan:
    """A plan without records that says what is missing, where a table is read as a list. Raises any other error."""
    from cxstudio.exchange.tables.table_reading import read_table

    chosen = request.mapping if isinstance(request.mapping, ListMapping) else None
    reader = request.reader or (chosen.reader if chosen is not None else "")
    if reader not in ROLES:
        raise error
    try:
        table = read_table(request)
    except UserError:
        raise error from None
    missing = (say(error.happened, **error.values), say(N_("Choose what the columns hold.")))
    mapping = chosen or mapping_of(reader, table.header, {})
    source = replace(table.source, reader=reader)
    return ImportPlan("", (), notes=missing, source=source, request=request, mapping=mapping)


def _different(cells: tuple[str, ...]) -> tuple[str, ...]:
    seen = dict.fromkeys(cell for cell in cells if cell.strip())
    return tuple(seen)[:_SAMPLES]


def _shown(table: Table, mapping: SurveyMapping | None) -> tuple[tuple[ShownRow, ...], int]:
    """The first rows and those that are left out, and how many come after them."""
    kinds = rows_of_kinds(table) if mapping is not None and mapping.columns else ()
    out = {at: kind.why() for kind in kinds if mapping is None or mapping.rows.get(kind.kind, True) for at in kind.at}
    chosen = sorted({*range(min(_FIRST, len(table.rows))), *sorted(out)[:_OTHERS]})
    numbers, last, shown = table.row_numbers, -1, []
    for at in chosen:
        cells = tuple(short(cell, _LONGEST_CELL) for cell in table.rows[at])
        shown.append(ShownRow(numbers[at], cells, out.get(at), at - last - 1))
        last = at
    return tuple(shown), len(table.rows) - last - 1
