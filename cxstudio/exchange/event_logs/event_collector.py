"""Events as they are read: noted once, case by case, with everything that is odd about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.exchange.event_logs.event_log import RawEvent
from cxstudio.exchange.event_logs.event_times import DAY, MINUTE, Clock, Moment
from cxstudio.exchange.survey.word_scales import is_empty

_COMPLETE: Final = frozenset(
    {
        "complete",
        "completed",
        "end",
        "ended",
        "ende",
        "finish",
        "finished",
        "beendet",
        "abgeschlossen",
        "fertig",
        "done",
    }
)
_START: Final = frozenset({"start", "started", "begin", "begun", "beginn", "begonnen", "gestartet"})
LIFECYCLE_WORDS: Final = (
    _COMPLETE | _START | {"schedule", "assign", "reassign", "suspend", "resume", "withdraw", "abort", "skip", "unknown"}
)
"""What the step of an activity is called: begun, finished, and the others of the standard."""


class Seen(NamedTuple):
    """An event while its case is gathered."""

    activity: int
    moment: Moment | None
    started: Moment | None
    department: int
    lifecycle: str
    place: int
    sound: bool
    """Whether it says what happened and when."""


@dataclass(slots=True)
class Gathering:
    """What has been read of the log so far."""

    activities: dict[str, int] = field(default_factory=dict)
    departments: dict[str, int] = field(default_factory=dict)
    cases: dict[str, list[Seen]] = field(default_factory=dict)
    steps: Counter[tuple[int, str]] = field(default_factory=Counter)
    """How often each activity was begun, finished or something else."""
    offsets: Counter[int] = field(default_factory=Counter)
    caseless: list[int] = field(default_factory=list)
    nameless: list[int] = field(default_factory=list)
    timeless: list[int] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)
    unread_cell: str = ""
    timed_at_all: bool = False
    whole_days: bool = True


def take(event: RawEvent, clock: Clock, seen: Gathering) -> None:
    """Note one event of the source."""
    case = event.case.strip()
    if not case or _empty(case):
        seen.caseless.append(event.place)
        return
    name = " ".join(event.activity.split())
    named = bool(name) and not _empty(name)
    moment = clock.read(event.time)
    if not named:
        seen.nameless.append(event.place)
    elif moment is None:
        empty = is_empty(event.time)
        (seen.timeless if empty else seen.unread).append(event.place)
        seen.unread_cell = seen.unread_cell or ("" if empty else event.time)
    if moment is not None:
        seen.timed_at_all = True
        seen.whole_days = seen.whole_days and _midnight(moment)
        if moment.offset is not None:
            seen.offsets[moment.offset] += 1
    activity = seen.activities.setdefault(name, len(seen.activities)) if named else -1
    lifecycle = _step(event.lifecycle)
    seen.steps[activity, lifecycle] += 1
    group = " ".join(event.department.split())
    department = -1
    if group and group.casefold() != "empty" and not _empty(group):
        department = seen.departments.setdefault(group, len(seen.departments))
    started = clock.read(event.started) if event.started else None
    seen.cases.setdefault(case, []).append(
        Seen(activity, moment, started, department, lifecycle, event.place, named and moment is not None)
    )


_empty: Final = cached(1_000)(is_empty)
"""Names of cases, activities and departments come again and again."""


def _midnight(moment: Moment) -> bool:
    return (moment.at + (moment.offset or 0) * MINUTE) % DAY == 0


def _step(cell: str) -> str:
    word = cell.strip().casefold()
    return "complete" if not word or word in _COMPLETE else "start" if word in _START else word


def mixes(events: Iterable[Seen]) -> bool:
    """Whether times with and without a zone meet in a case."""
    return len({e.moment.offset is None for e in events if e.moment is not None}) > 1
