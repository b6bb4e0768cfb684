"""An event log in a table: one row per event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from cxstudio.exchange.event_logs.case_gathering import gather
from cxstudio.exchange.event_logs.event_log import EventLog, RawEvent
from cxstudio.exchange.event_logs.event_times import DAY, EPOCH, Clock, clock_of
from cxstudio.exchange.event_logs.log_mapping import LogMapping, LogRole
from cxstudio.exchange.event_logs.log_plan import nothing, plan_log
from cxstudio.exchange.plan.column_mapping import column_indices
from cxstudio.exchange.plan.import_plan import Doubt, ImportPlan, ImportRequest, LeftOut, Repair, say, trn
from cxstudio.exchange.tables.day_order import day_order, day_order_asked
from cxstudio.exchange.tables.table import Table, column_place, filled, rows_place
from cxstudio.wording.texts import N_

NEWEST_FIRST = "newest-first"
ONE_SPELLING = "one-spelling"
MISSING = {
    LogRole.CASE: N_("No column holds the case (customer, order, ticket) an event belongs to."),
    LogRole.ACTIVITY: N_("No column holds the activity (what happened)."),
    LogRole.TIME: N_("No column holds the time, so the order is unknown."),
}


def read_log_table(table: Table, mapping: LogMapping, request: ImportRequest) -> ImportPlan:
    """The plan of an event log. Raises UserError where a mapped column is not there."""
    places = _places(table, mapping)
    if mapping.missing is not None:
        plan = nothing(say(MISSING[mapping.missing]), mapping, request)
    else:
        plan = plan_log(log_of(table, mapping, request), mapping, request)
        plan = replace(plan, doubts=_day_order(table, mapping, places, request))
    return replace(plan, source=table.source, left_out=(*table.left_out, *plan.left_out, *_unused(table, places)))


def log_of(table: Table, mapping: LogMapping, request: ImportRequest) -> EventLog:
    """The log in a table whose case, activity and time are mapped."""
    places = _places(table, mapping)
    clock = clock_of(_times(table, places), mapping.day_first)
    repairs: tuple[Repair, ...] = ()
    oldest = _newest_first(table, places, clock)
    if oldest:
        backwards = request.decided(NEWEST_FIRST, True)
        where = column_place(table.header[places[LogRole.TIME]])
        problem = say(N_("The newest events come first, and days have no times."))
        repairs = (Repair(NEWEST_FIRST, where, problem, say(N_("Read each day from its last row up.")), backwards),)
        if backwards:
            table = replace(table, rows=table.rows[::-1], numbers=tuple(table.row_numbers[::-1]))
    if clock.unclear and mapping.day_first is None:
        order = day_order(_times(table, places), request.language, read=_day)
        clock = Clock(day_first=order.day_first)
    table, alike = _one_spelling(table, places, request)
    repairs = (*repairs, *alike)
    log = gather(_events(table, places), clock, request, rows_place)
    return replace(log, repairs=(*repairs, *log.repairs))


def _times(table: Table, places: dict[LogRole, int]) -> Iterator[str]:
    """The times of all rows: day and time of day joined where they stand in two columns."""
    at, clock = places[LogRole.TIME], places.get(LogRole.CLOCK)
    if clock is None:
        return (row[at] for row in table.rows)
    return (f"{row[at].strip()} {row[clock].strip()}".strip() for row in table.rows)


def _day_order(
    table: Table, mapping: LogMapping, places: dict[LogRole, int], request: ImportRequest
) -> tuple[Doubt, ...]:
    """Whether the day or the month comes first, where no date tells."""
    if mapping.day_first is not None or not clock_of(_times(table, places)).unclear:
        return ()
    order = day_order(_times(table, places), request.language, read=_day)
    heading = table.header[places[LogRole.TIME]]
    return day_order_asked(order, heading, lambda first: mapping.model_copy(update={"day_first": first}), _day)


def _day(cell: str, day_first: bool) -> date | None:
    moment = Clock(day_first=day_first).read(cell)
    return None if moment is None else (EPOCH + timedelta(microseconds=moment.at)).date()


def _newest_first(table: Table, places: dict[LogRole, int], clock: Clock) -> bool:
    """Whether days without times run backwards through the file, so that each day's events do, too."""
    moments = [moment.at for cell in _times(table, places) if (moment := clock.read(cell)) is not None]
    if clock.unit is not None or len(set(moments)) < 2 or any(at % DAY for at in moments):
        return False
    pairs = list(pairwise(moments))
    return all(later <= earlier for earlier, later in pairs)


def _one_spelling(table: Table, places: dict[LogRole, int], request: ImportRequest) -> tuple[Table, tuple[Repair, ...]]:
    """Activities that differ in case and blanks only are one, under the spelling that is most frequent."""
    at = places[LogRole.ACTIVITY]
    spelled = Counter(" ".join(row[at].split()) for row in table.rows)
    names: dict[str, str] = {}
    for name, _ in spelled.most_common():
        names.setdefault(name.casefold(), name)
    if len(names) == len(spelled):
        return table, ()
    accepted = request.decided(ONE_SPELLING, True)
    n = len(spelled) - len(names)
    problem = trn("{n} activity is spelled in two ways.", "{n} activities are spelled in several ways.", n)
    repair = Repair(ONE_SPELLING, column_place(table.header[at]), problem, say(N_("Read them as one.")), accepted)
    if not accepted:
        return table, (repair,)
    rows = tuple([*row[:at], names[" ".join(row[at].split()).casefold()], *row[at + 1 :]] for row in table.rows)
    return replace(table, rows=rows), (repair,)


def _places(table: Table, mapping: LogMapping) -> dict[LogRole, int]:
    """Which column holds what; of several in one role the first."""
    found: dict[LogRole, int] = {}
    for column, at in zip(mapping.columns, column_indices(mapping, table.header), strict=True):
        found.setdefault(column.role, at)
    return found


def _events(table: Table, places: dict[LogRole, int]) -> Iterator[RawEvent]:
    width = len(table.header)
    case, activity, time = (places[role] for role in (LogRole.CASE, LogRole.ACTIVITY, LogRole.TIME))
    started, department, lifecycle = (
        places.get(role, width) for role in (LogRole.START, LogRole.DEPARTMENT, LogRole.LIFECYCLE)
    )
    clock = places.get(LogRole.CLOCK)
    for number, row in zip(table.row_numbers, table.rows, strict=True):
        cells = (*row, "")
        if any(row):
            when = cells[time] if clock is None else f"{cells[time].strip()} {cells[clock].strip()}".strip()
            yield RawEvent(
                cells[case], cells[activity], when, cells[started], cells[department], cells[lifecycle], number
            )


def _unused(table: Table, places: dict[LogRole, int]) -> list[LeftOut]:
    why = say(N_("not assigned"))
    spare = [at for at in range(len(table.header)) if at not in places.values()]
    whole = say(N_("the whole column"))
    return [
        LeftOut(column_place(table.header[at]), whole, why) for at in spare if filled(row[at] for row in table.rows)
    ]
