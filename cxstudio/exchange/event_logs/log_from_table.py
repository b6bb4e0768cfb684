"""An event log in a table: one row per event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from cxstudio.exchange.event_logs.case_gathering import gather
from cxstudio.exchange.event_logs.event_log import EventLog, RawEvent
from cxstudio.exchange.event_logs.event_times import Clock, clock_of
from cxstudio.exchange.event_logs.log_mapping import LogMapping, LogRole
from cxstudio.exchange.event_logs.log_plan import nothing, plan_log
from cxstudio.exchange.plan.column_mapping import column_indices
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest, LeftOut, Repair, say
from cxstudio.exchange.tables.table_reading import Table, column_place, filled, rows_place
from cxstudio.wording.texts import N_

DAY_FIRST = "day-first"
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
    return replace(plan, source=table.source, left_out=(*table.left_out, *plan.left_out, *_unused(table, places)))


def log_of(table: Table, mapping: LogMapping, request: ImportRequest) -> EventLog:
    """The log in a table whose case, activity and time are mapped."""
    places = _places(table, mapping)
    clock = clock_of((row[places[LogRole.TIME]] for row in table.rows), mapping.day_first)
    repairs: tuple[Repair, ...] = ()
    if clock.unclear and mapping.day_first is None:
        accepted = request.decided(DAY_FIRST)
        clock = Clock(day_first=accepted)
        where = column_place(table.header[places[LogRole.TIME]])
        problem = say(N_("It is unclear whether 03/04 means 4 March or 3 April."))
        repairs = (Repair(DAY_FIRST, where, problem, say(N_("Read the day first.")), accepted),)
    log = gather(_events(table, places), clock, request, rows_place)
    return replace(log, repairs=(*repairs, *log.repairs))


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
    for number, row in enumerate(table.rows, table.first_row):
        cells = (*row, "")
        if any(row):
            yield RawEvent(
                cells[case], cells[activity], cells[time], cells[started], cells[department], cells[lifecycle], number
            )


def _unused(table: Table, places: dict[LogRole, int]) -> list[LeftOut]:
    why = say(N_("not assigned"))
    spare = [at for at in range(len(table.header)) if at not in places.values()]
    whole = say(N_("the whole column"))
    return [
        LeftOut(column_place(table.header[at]), whole, why) for at in spare if filled(row[at] for row in table.rows)
    ]
