"""An event log as a value: cases with their events in order, and everything that could not be taken as it stood."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from cxstudio.exchange.plan.import_plan import LeftOut, Message, Repair


class RawEvent(NamedTuple):
    """One event as it stands in the source."""

    case: str
    activity: str
    time: str
    started: str
    department: str
    lifecycle: str
    place: int
    """Row of a table, or number of the trace."""


class Event(NamedTuple):
    """One event of a case. Activities and departments are numbers of names in the log."""

    activity: int
    at: int | None
    """Microseconds since 1970, or a running number; None where only the order is known."""
    started: int | None = None
    department: int = -1
    """−1 where none is named."""


@dataclass(frozen=True, slots=True)
class EventLog:
    """Cases in the order of the source, each with its events in the order they happened."""

    activities: tuple[str, ...] = ()
    departments: tuple[str, ...] = ()
    cases: tuple[tuple[Event, ...], ...] = ()
    timed: bool = True
    """Whether times are known, not only the order."""
    zoned: bool = True
    """Whether times name their zone."""
    whole_days: bool = False
    """Whether all times are days without a time of day."""
    left_out: tuple[LeftOut, ...] = ()
    repairs: tuple[Repair, ...] = ()
    notes: tuple[Message, ...] = ()
    trouble: Message | None = None
    """Why no case is left, where none is."""
