"""Tables with one row per case and a date for each step, taken apart: one row per event."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final, NamedTuple

from cxstudio.exchange.event_logs.event_times import clock_of
from cxstudio.exchange.event_logs.log_mapping import LogRole, log_role_in
from cxstudio.exchange.plan.import_plan import ImportRequest, Repair, say
from cxstudio.exchange.survey.word_scales import is_empty
from cxstudio.exchange.tables.table import Table
from cxstudio.wording.texts import N_

APART: Final = "one-row-per-case"
"""Id of the proposal."""
_HEADER: Final = ("Case ID", "Activity", "Time")
_AROUND: Final = re.compile(
    r"^(?:datum|date|zeitpunkt|tag|day)\s+(?:de[rs]\s+|of\s+(?:the\s+)?)?|"
    r"[\s_-]*\b(?:am|um|on|at|date|datum|time|zeit|zeitpunkt|timestamp)$",
    re.IGNORECASE,
)
_CASES: Final = re.compile(
    r"(?:vorgang|fall|antrag|auftrag|bestellung|ticket|akte|case|order|request|claim|customer|kunde|nr\.?|id)\b",
    re.IGNORECASE,
)
_MOSTLY: Final = 0.8
_SURELY: Final = 3
"""Columns of dates from which on nobody has to say that it is an event log."""
_LOOKED_AT: Final = 200


class _Cases(NamedTuple):
    """Where the case stands, and the dates of its steps."""

    case: int
    steps: tuple[int, ...]


def holds_cases(table: Table) -> bool:
    """Whether each row plainly is a case: its number, the dates of its steps, and nothing else but a department.

    A survey has dates too, and so has a list of measures: there other columns say what the row is about.
    """
    found = _cases(table)
    if found is None or len(found.steps) < _SURELY:
        return False
    heading = table.header[found.case]
    named = log_role_in(heading) is LogRole.CASE or _CASES.match(heading.strip()) is not None
    others = set(range(len(table.header))) - {found.case, *found.steps}
    return named and all(_says_nothing_more(table, at) for at in others)


def _says_nothing_more(table: Table, at: int) -> bool:
    """Whether a column is empty, or names a department."""
    return log_role_in(table.header[at]) is LogRole.DEPARTMENT or all(is_empty(row[at]) for row in table.rows)


def cases_apart(table: Table, request: ImportRequest) -> Table:
    """The table with one row per event, where each row held a case; else as it is. It may be declined."""
    found = _cases(table)
    if found is None:
        return table
    accepted = request.decided(APART, True)
    where, problem = say(N_("The whole table")), say(N_("Each row holds a whole case, with a date for each step."))
    repair = Repair(APART, where, problem, say(N_("Read each date as an event.")), accepted)
    if not accepted:
        return replace(table, repairs=(*table.repairs, repair))
    rows, numbers = [], []
    for number, row in zip(table.row_numbers, table.rows, strict=True):
        for at in found.steps:
            if not is_empty(row[at]):
                rows.append([row[found.case], _step(table.header[at]), row[at]])
                numbers.append(number)
    heading = table.header[found.case]
    header = (heading if log_role_in(heading) is LogRole.CASE else _HEADER[0], *_HEADER[1:])
    return replace(table, header=header, rows=tuple(rows), numbers=tuple(numbers), repairs=(*table.repairs, repair))


def _cases(table: Table) -> _Cases | None:
    """The column of the case, each named once, and at least two columns of dates; None where a column says more."""
    roles = [log_role_in(name) for name in table.header]
    if LogRole.ACTIVITY in roles or len(table.rows) < 2:
        return None
    columns = table.columns
    case = next((at for at, role in enumerate(roles) if role is LogRole.CASE), 0)
    names = [cell.strip() for cell in columns[case]]
    steps = tuple(at for at, cells in enumerate(columns) if at != case and _are_times(cells[:_LOOKED_AT]))
    if not all(names) or len(set(names)) < len(names) or len(steps) < 2:
        return None
    return _Cases(case, steps)


def _are_times(cells: tuple[str, ...]) -> bool:
    """Whether a column holds days or times, and no plain numbers."""
    given = [cell for cell in cells if not is_empty(cell)]
    clock = clock_of(given)
    if not given or clock.unit is not None:
        return False
    return sum(clock.read(cell) is not None for cell in given) >= _MOSTLY * len(given)


def _step(heading: str) -> str:
    """What happened, as the heading of its date says: “Antrag am” → “Antrag”."""
    return _AROUND.sub("", " ".join(heading.split())).strip() or heading
