"""How the columns of an event log are read: the mapping, and a first one from headings and cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Final, Literal

from pydantic import Field

from cxstudio.exchange.event_logs.event_collector import LIFECYCLE_WORDS
from cxstudio.exchange.event_logs.event_times import clock_of
from cxstudio.exchange.plan.column_mapping import ColumnPlace, Mapping
from cxstudio.exchange.survey.word_scales import is_empty
from cxstudio.exchange.tables.table import Table
from cxstudio.wording.texts import N_

KIND: Final = "event_log"
USUAL_FOLD: Final = 0.1
_LOOKED_AT = 1_000
_EVENTS_PER_CASE = 1.3
_MOSTLY = 0.8
_CLOCK: Final = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s*[ap]\.?m\.?)?(?:\s*Uhr)?", re.IGNORECASE)
_DAY: Final = re.compile(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|\d{1,2}\.?[ -][A-Za-zä]{3,9}\.?[ -]\d{2,4}")


class LogRole(StrEnum):
    """What a column of an event log holds."""

    CASE = "case"
    ACTIVITY = "activity"
    TIME = "time"
    START = "start"
    DEPARTMENT = "department"
    LIFECYCLE = "lifecycle"
    CLOCK = "clock"


NEEDED = (LogRole.CASE, LogRole.ACTIVITY, LogRole.TIME)

LOG_ROLE_LABELS = {
    LogRole.CASE: N_("Case (whose journey)"),
    LogRole.ACTIVITY: N_("Activity (what happened)"),
    LogRole.TIME: N_("Time or running number"),
    LogRole.START: N_("Start time"),
    LogRole.DEPARTMENT: N_("Department"),
    LogRole.LIFECYCLE: N_("Begun or finished"),
    LogRole.CLOCK: N_("Time of day"),
}


class LogColumn(ColumnPlace):
    """One column and what it is read as."""

    role: LogRole


class LogMapping(Mapping):
    """How a whole event log is read. In an XES file columns are the keys of its attributes."""

    kind: Literal["event_log"] = KIND
    fold: Annotated[float, Field(ge=0, le=0.5, allow_inf_nan=False)] = USUAL_FOLD
    """Largest part of the cases whose rare variants are folded away, 0 to 0.5; 0 follows every case."""
    columns: tuple[LogColumn, ...] = ()

    @property
    def places(self) -> tuple[ColumnPlace, ...]:
        return self.columns

    def _kind(self) -> dict[str, str]:
        return {"kind": self.kind}

    def having(self, role: LogRole) -> LogColumn | None:
        """The first column used in this role."""
        return next((column for column in self.columns if column.role is role), None)

    @property
    def missing(self) -> LogRole | None:
        """The first role without which nothing can be read."""
        return next((role for role in NEEDED if self.having(role) is None), None)


_STANDARD: Final = {
    "case:concept:name": LogRole.CASE,
    "concept:name": LogRole.ACTIVITY,
    "time:timestamp": LogRole.TIME,
    "start_timestamp": LogRole.START,
    "org:group": LogRole.DEPARTMENT,
    "lifecycle:transition": LogRole.LIFECYCLE,
}
"""Names of the XES standard and what became usual beside it."""

_NUMBER_OF = r"[\s_-]*(?:id|no\.?|nr\.?|number|nummer|key|kennung|zeichen)$"
_WORDS: Final = (
    (
        LogRole.LIFECYCLE,
        r"life ?cycle|^(?:state |status )?transition$|^(?:status|state|zustand|event type|ereignisart)$",
    ),
    (LogRole.CASE, r"^case(?:[\s_-]*name)?$|\bcase[\s_-]?id\b|^trace|^process[\s_-]?(?:instance|id)"),
    (LogRole.CASE, r"^(?:vorgang|fall|case)s?" + _NUMBER_OF),
    (LogRole.CASE, r"^(?:ticket|order|session|customer|incident|request|claim|application|issue|user)" + _NUMBER_OF),
    (LogRole.CASE, r"^number$|^issue key$"),
    (LogRole.CASE, r"^(?:kunden?|auftrags?|bestell|antrags?|akten?|belegs?|rechnungs?|vertrags?)" + _NUMBER_OF),
    (LogRole.CASE, r"^(?:document|invoice|contract)" + _NUMBER_OF),
    (LogRole.START, r"(?:start|begin)[\s_-]*(?:time|date|zeit|datum|timestamp|zeitpunkt)|^begonnen|^beginn|^started"),
    (LogRole.TIME, r"time\s?stamp|zeitstempel|zeitpunkt|date[\s_-]?time|^wann|^when|abgeschlossen|^end[ez]eit|^ende$"),
    (
        LogRole.TIME,
        r"^(?:sys )?created(?: on| at)?$|^erstellt(?: am)?$|^zeit$|^changed(?: on| at)?$|^geändert(?: am)?$",
    ),
    (LogRole.TIME, r"(?:complete|end|event|finish)[\s_-]*(?:time|date)|^(?:date|datum|time|uhrzeit)$"),
    (LogRole.ACTIVITY, r"activit|aktivität|^task|^event(?:[\s_-]?name)?$|ereignis|schritt|\bstep\b|^action|^aktion"),
    (LogRole.ACTIVITY, r"touch\s?-?point|kontaktpunkt|^operation$|^new ?value$|^neuer wert$|^to ?string$"),
    (LogRole.DEPARTMENT, r"abteilung|department|^bereich|^team|^gruppe|^group|^unit$|^einheit|^org:role$|^roll?e$"),
)
_COMPILED: Final = tuple((role, re.compile(words)) for role, words in _WORDS)


def log_role_in(heading: str) -> LogRole | None:
    """The role a heading of an event log names, or None. What begins with “case:” is about the whole case."""
    folded = " ".join(heading.split()).casefold()
    if folded in _STANDARD:
        return _STANDARD[folded]
    if folded.startswith("case:"):
        return None
    words = " ".join(folded.replace("_", " ").split())
    return next((role for role, pattern in _COMPILED if pattern.search(words)), None)


def propose_log(table: Table) -> LogMapping:
    """The mapping the table suggests; roles nothing speaks for are left out."""
    found: dict[LogRole, tuple[int, int]] = {}
    for at, name in enumerate(table.header):
        role = log_role_in(name)
        if role is None or not _fits(role, _cells(table, at)):
            continue
        rank = 0 if name.strip().casefold() in _STANDARD else 1
        if role not in found or rank < found[role][0]:
            found[role] = (rank, at)
    if LogRole.TIME not in found and LogRole.START in found:
        found[LogRole.TIME] = found.pop(LogRole.START)
    _by_content(table, found)
    _time_of_day(table, found)
    for at, name in enumerate(table.header):
        if log_role_in(name) is LogRole.TIME:  # even where its cells cannot be read: that is then said of them
            found.setdefault(LogRole.TIME, (3, at))
    columns = (LogColumn(name=table.header[at], number=at + 1, role=role) for role, (_, at) in found.items())
    return LogMapping(columns=tuple(sorted(columns, key=lambda c: list(LogRole).index(c.role))))


def is_log(table: Table) -> bool:
    """Whether the table is clearly an event log: its headings and cells name time and activity, and cases repeat."""
    names = {" ".join(name.split()).casefold() for name in table.header}
    if {"concept:name", "time:timestamp"} <= names:
        return True
    named = set(map(log_role_in, table.header))
    if not set(NEEDED) <= (named | {LogRole.ACTIVITY} if LogRole.LIFECYCLE in named else named):
        return False
    mapping = propose_log(table)
    if not all(_is_named(mapping, role) for role in NEEDED):
        return False
    case = mapping.having(LogRole.CASE)
    assert case is not None and case.number is not None
    cells = [cell for cell in _cells(table, case.number - 1) if cell]
    return len(cells) >= _EVENTS_PER_CASE * len(set(cells))


def _is_named(mapping: LogMapping, role: LogRole) -> bool:
    """Whether the column proposed for a role is headed by it; what happened may be headed as a status."""
    known = log_role_in(heading_of(mapping, role))
    return known is role or (role is LogRole.ACTIVITY and known is LogRole.LIFECYCLE)


def heading_of(mapping: LogMapping, role: LogRole) -> str:
    """The heading of the column used in a role; empty where there is none."""
    column = mapping.having(role)
    return "" if column is None else column.name


def _cells(table: Table, at: int) -> list[str]:
    return [row[at].strip() for row in table.rows[:_LOOKED_AT]]


def _fits(role: LogRole, cells: Sequence[str]) -> bool:
    """Whether what stands below a heading can be what it says."""
    given = [cell for cell in cells if not is_empty(cell)]
    if not given:
        return False
    if role in {LogRole.TIME, LogRole.START}:
        return _reads_as_time(given)
    if role is LogRole.CASE:
        return len(given) < 4 or len(set(given)) > 1 or len(cells) < 20
    if role is LogRole.LIFECYCLE:
        return sum(cell.casefold() in LIFECYCLE_WORDS for cell in given) >= _MOSTLY * len(given)
    if role is LogRole.ACTIVITY:
        return not all(cell.replace(".", "", 1).isdecimal() for cell in given)
    return True


def _time_of_day(table: Table, found: dict[LogRole, tuple[int, int]]) -> None:
    """Where the time column holds days only, and one other column times of day, they belong together."""
    if LogRole.TIME not in found:
        return
    rank, at = found[LogRole.TIME]
    clocks = [other for other in range(len(table.header)) if _are_clocks(_cells(table, other))]
    if len(clocks) == 1 and clocks[0] != at and any(_DAY.fullmatch(cell) for cell in _cells(table, at)):
        found[LogRole.CLOCK] = (rank, clocks[0])


def _are_clocks(cells: Sequence[str]) -> bool:
    given = [cell for cell in cells if not is_empty(cell)]
    return bool(given) and sum(1 for cell in given if _CLOCK.fullmatch(cell)) >= _MOSTLY * len(given)


def _reads_as_time(given: Sequence[str]) -> bool:
    clock = clock_of(given)
    return sum(1 for cell in given if clock.read(cell) is not None) >= _MOSTLY * len(given)


def _by_content(table: Table, found: dict[LogRole, tuple[int, int]]) -> None:
    """Where headings say nothing: the only column of times, the only column of words that come again and again."""
    taken = {at for _, at in found.values()}
    spare = {None, LogRole.LIFECYCLE}  # a status that says neither begun nor finished may be what happened
    free = [at for at, name in enumerate(table.header) if at not in taken and log_role_in(name) in spare]
    cells = {at: [c for c in _cells(table, at) if not is_empty(c)] for at in free}
    if LogRole.TIME not in found:
        timed = [at for at in free if cells[at] and clock_of(cells[at]).timed and _reads_as_time(cells[at])]
        if len(timed) == 1:
            found[LogRole.TIME] = (2, timed[0])
            free.remove(timed[0])
    if LogRole.ACTIVITY not in found:
        again = [at for at in free if _comes_again(cells[at])]
        if len(again) == 1:
            found[LogRole.ACTIVITY] = (2, again[0])


def _comes_again(cells: Sequence[str]) -> bool:
    different = set(cells)
    wordy = sum(1 for cell in different if any(c.isalpha() for c in cell)) == len(different)
    return wordy and 1 < len(different) <= len(cells) / 2
