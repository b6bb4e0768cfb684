"""What a log says about each activity by itself: how often, by whom, after how long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from cxstudio.exchange.event_logs.event_log import EventLog
from cxstudio.exchange.event_logs.event_times import DAY, MINUTE
from cxstudio.exchange.plan.import_plan import LeftOut, say, trn
from cxstudio.wording.texts import N_

LEAST_TIMES: Final = 5
"""Medians of fewer visits are not told."""
MOST_DEPARTMENTS: Final = 60
_MONTH: Final = 365.25 / 12 * DAY
_LEAST_SPAN: Final = 28 * DAY
_LEAST_PART: Final = 0.1
_NAMED_EACH = 3


@dataclass(frozen=True, slots=True)
class Habit:
    """What is usual at one activity."""

    departments: tuple[str, ...] = ()
    """Who does at least a tenth of it, most first."""
    cases_per_month: float | None = None
    waiting_minutes: float | None = None
    duration_minutes: float | None = None


@dataclass(frozen=True, slots=True)
class Habits:
    """What is usual at each activity, over all cases of the log."""

    of: dict[int, Habit]
    departments: tuple[str, ...]
    """Departments that are named at some activity, in the order of the map."""
    months: float | None
    """Length of the log; None where it is less than a month or not known."""
    waits: bool
    began: bool
    """Whether the log says when work began."""
    left_out: tuple[LeftOut, ...] = ()


@dataclass(slots=True)
class _Counted:
    """What was seen at one activity."""

    cases: int
    departments: Counter[int]
    waits: list[int]
    durations: list[int]


def habits_of(log: EventLog, order: Sequence[int]) -> Habits:
    """The habits of these activities."""
    found = {activity: _Counted(0, Counter(), [], []) for activity in order}
    low = high = None
    began = False
    for case in log.cases:
        before: int | None = None
        for event in case:
            counted = found.get(event.activity)
            at = event.at
            if at is not None:
                low, high = at if low is None else min(low, at), at if high is None else max(high, at)
            start = event.started if event.started is not None else at
            began = began or event.started is not None
            if counted is not None:
                if event.department >= 0:
                    counted.departments[event.department] += 1
                if before is not None and start is not None:
                    counted.waits.append(max(0, start - before))
                if event.started is not None and at is not None and at >= event.started:
                    counted.durations.append(at - event.started)
            before = at
        for activity in {event.activity for event in case}:
            if activity in found:
                found[activity].cases += 1
    span = high - low if log.timed and low is not None and high is not None else None
    months = span / _MONTH if span is not None and span >= _LEAST_SPAN else None
    named, left_out = _departments(log, found.values())
    habits = {activity: _habit(log, counted, months, named) for activity, counted in found.items()}
    order_named = dict.fromkeys(name for activity in order for name in habits[activity].departments)
    waits = any(habit.waiting_minutes is not None for habit in habits.values())
    return Habits(habits, tuple(order_named), months, waits, began, left_out)


def _departments(log: EventLog, found: Iterable[_Counted]) -> tuple[bool, tuple[LeftOut, ...]]:
    """Whether departments are taken over; so many of them are people or numbers."""
    n = len({department for counted in found for department in counted.departments})
    if n <= MOST_DEPARTMENTS:
        return True, ()
    why = trn("it names {n} department, too many", "it names {n} departments, too many", n)
    return False, (LeftOut(say(N_("Department")), say(N_("the whole column")), why),)


def _habit(log: EventLog, counted: _Counted, months: float | None, named: bool) -> Habit:
    total = counted.departments.total()
    ranked = sorted(counted.departments.items(), key=lambda item: (-item[1], log.departments[item[0]]))
    told = tuple(log.departments[d] for d, n in ranked if n >= _LEAST_PART * total)[:_NAMED_EACH] if named else ()
    return Habit(
        departments=told,
        cases_per_month=None if months is None else _rounded(counted.cases / months),
        waiting_minutes=_minutes(log, counted.waits),
        duration_minutes=_minutes(log, counted.durations),
    )


def _minutes(log: EventLog, spans: Sequence[int]) -> float | None:
    """The median in minutes; None where it rests on too little or times are too coarse to tell."""
    if not log.timed or len(spans) < LEAST_TIMES:
        return None
    middle = median(spans)
    if log.whole_days and middle < DAY:
        return None
    return _rounded(middle / MINUTE)


def _rounded(value: float) -> float:
    """As precise as anybody needs: whole from ten on, two digits below."""
    return float(round(value)) if value >= 10 else round(value, 1 if value >= 1 else 2)
