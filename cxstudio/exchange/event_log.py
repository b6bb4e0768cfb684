"""An event log as a value: cases with their events in order, and everything that could not be taken as it stood."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cxstudio.exchange.answers import NO_ANSWER
from cxstudio.exchange.log_times import DAY, MINUTE, Clock, Moment
from cxstudio.exchange.plan import ImportRequest, LeftOut, Message, Repair, say, trn
from cxstudio.exchange.tables import short
from cxstudio.wording.texts import N_

ONE_ZONE: Final = "one-time-zone"
DROP_EVENTS: Final = "leave-out-single-events"
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
_NO_NAME: Final = NO_ANSWER | {"empty"}


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


class _Seen(NamedTuple):
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
class _Gathering:
    """What has been read of the log so far."""

    activities: dict[str, int] = field(default_factory=dict)
    departments: dict[str, int] = field(default_factory=dict)
    cases: dict[str, list[_Seen]] = field(default_factory=dict)
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


def gather(
    events: Iterable[RawEvent],
    clock: Clock,
    request: ImportRequest,
    place: Callable[[Sequence[int]], Message],
    *,
    in_order: bool = False,
) -> EventLog:
    """The log made of these events, read once.

    `in_order` says that the source itself keeps the events of a case in order, so that times may be missing.
    """
    seen = _Gathering()
    for event in events:
        _take(event, clock, seen)
    return _Sorting(seen, clock, request, place, in_order).log()


def _take(event: RawEvent, clock: Clock, seen: _Gathering) -> None:
    case = event.case.strip()
    if not case or case.casefold() in NO_ANSWER:
        seen.caseless.append(event.place)
        return
    name = " ".join(event.activity.split())
    named = bool(name) and name.casefold() not in NO_ANSWER
    moment = clock.read(event.time)
    if not named:
        seen.nameless.append(event.place)
    elif moment is None:
        empty = event.time.strip().casefold() in NO_ANSWER
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
    if group and group.casefold() not in _NO_NAME:
        department = seen.departments.setdefault(group, len(seen.departments))
    started = clock.read(event.started) if event.started else None
    seen.cases.setdefault(case, []).append(
        _Seen(activity, moment, started, department, lifecycle, event.place, named and moment is not None)
    )


def _midnight(moment: Moment) -> bool:
    return (moment.at + (moment.offset or 0) * MINUTE) % DAY == 0


def _step(cell: str) -> str:
    word = cell.strip().casefold()
    return "complete" if not word or word in _COMPLETE else "start" if word in _START else word


@dataclass(slots=True)
class _Sorting:
    """Puts the events of each case in order and tells what cannot be."""

    seen: _Gathering
    clock: Clock
    request: ImportRequest
    place: Callable[[Sequence[int]], Message]
    in_order: bool
    left_out: list[LeftOut] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    def log(self) -> EventLog:
        """The log of all the cases that can be followed."""
        seen = self.seen
        self._tell_caseless()
        self._tell_untimed()
        drop = self._tell_unsound()
        naive_by = self._zone()
        counting = self._counting()
        cases: list[tuple[Event, ...]] = []
        broken = mixed = unfinished = 0
        for events in seen.cases.values():
            kept = events if all(e.sound for e in events) else self._sound(events, drop)
            if not kept:
                broken += 1
            elif naive_by is None and _mixes(kept):
                mixed += 1
            elif case := self._case(kept, counting, naive_by or 0):
                cases.append(case)
            else:
                unfinished += 1
        self._tell_cases(broken, mixed, unfinished)
        return EventLog(
            activities=tuple(seen.activities),
            departments=tuple(seen.departments),
            cases=tuple(cases),
            timed=self.clock.timed and seen.timed_at_all,
            zoned=bool(seen.offsets),
            whole_days=seen.whole_days,
            left_out=tuple(self.left_out),
            repairs=tuple(self.repairs),
            notes=tuple(self.notes),
            trouble=None if cases else self._trouble(broken, mixed),
        )

    def _sound(self, events: list[_Seen], drop: bool) -> list[_Seen]:
        """The events of a case that can be followed; none where one that cannot would tear its way apart."""
        if self.in_order:
            kept = [e._replace(moment=None) for e in events if e.activity >= 0]
            return kept if drop or len(kept) == len(events) else []
        return [e for e in events if e.sound] if drop else []

    def _case(self, events: list[_Seen], counting: dict[int, str], naive_by: int) -> tuple[Event, ...]:
        """A case in order; what only says that work began gives the finished event its beginning."""
        if all(e.moment is not None for e in events):
            events = sorted(events, key=lambda e: _at(e.moment, naive_by) or 0)
        begun: dict[int, deque[int | None]] = {}
        case = []
        for e in events:
            at = _at(e.moment, naive_by)
            if e.lifecycle == counting.get(e.activity, e.lifecycle):
                started = _at(e.started, naive_by)
                waiting = begun.get(e.activity)
                if started is None and waiting:
                    started = waiting.popleft()
                case.append(Event(e.activity, at, started, e.department))
            elif e.lifecycle == "start":
                begun.setdefault(e.activity, deque()).append(at)
        return tuple(case)

    def _counting(self) -> dict[int, str]:
        """Which step of its life each activity is counted by; activities not named here are counted each time."""
        steps: dict[int, dict[str, int]] = {}
        for (activity, step), n in self.seen.steps.items():
            steps.setdefault(activity, {})[step] = n
        if not any(step in {"complete", "start"} for _, step in self.seen.steps):
            return {}
        found: dict[int, str] = {}
        spare: Counter[str] = Counter()
        for activity, counted in steps.items():
            wanted = next((s for s in ("complete", "start") if s in counted), None)
            if wanted is not None and len(counted) > 1:
                found[activity] = wanted
                spare.update({step: n for step, n in counted.items() if step not in {wanted, "start"}})
        if spare:
            what = trn("{n} event", "{n} events", spare.total())
            why = say(N_("it neither begins nor ends an activity: {words}"), words=", ".join(list(spare)[:5]))
            self.left_out.append(LeftOut(say(N_("Begun or finished")), what, why, spare.total()))
        return found

    def _zone(self) -> int | None:
        """Minutes ahead of UTC that times without a zone are read with; None where cases that mix are left out."""
        seen = self.seen
        if not seen.offsets:
            return 0
        naive = [e.place for events in seen.cases.values() for e in events if e.moment and e.moment.offset is None]
        if not naive:
            return 0
        usual = max(seen.offsets.items(), key=lambda item: (item[1], item[0]))[0]
        accepted = self.request.decided(ONE_ZONE)
        problem = trn(
            "{n} time names no time zone, others do: what came first cannot be told where both meet.",
            "{n} times name no time zone, others do: what came first cannot be told where both meet.",
            len(naive),
        )
        proposal = say(N_("Read them as UTC{zone}, the zone most others have."), zone=_zone_name(usual))
        self.repairs.append(Repair(ONE_ZONE, self.place(_few(naive)), problem, proposal, accepted))
        return usual if accepted else None

    def _tell_caseless(self) -> None:
        rows = self.seen.caseless
        if rows:
            what = trn("{n} event", "{n} events", len(rows))
            why = say(N_("it is not said which case it belongs to"))
            self.left_out.append(LeftOut(self.place(rows), what, why, len(rows)))

    def _tell_untimed(self) -> None:
        """Tell of events without a time where the source keeps the order anyway."""
        n = len(self.seen.timeless) + len(self.seen.unread)
        if self.in_order and n:
            note = trn(
                "{n} event names no time that can be read; its case keeps the order of the file.",
                "{n} events name no time that can be read; their cases keep the order of the file.",
                n,
            )
            self.notes.append(note)

    def _unsound(self) -> list[int]:
        seen = self.seen
        return sorted({*seen.nameless} if self.in_order else {*seen.nameless, *seen.timeless, *seen.unread})

    def _tell_unsound(self) -> bool:
        """Tell of events without a name or a time; whether only they are left out, not their cases."""
        rows = self._unsound()
        if not rows:
            return False
        accepted = self.request.decided(DROP_EVENTS)
        problem = trn(
            "{n} event does not say what happened or when. Without it the way of its case would be a wrong one.",
            "{n} events do not say what happened or when. Without them the ways of their cases would be wrong ones.",
            len(rows),
        )
        proposal = say(N_("Leave out these events only, and keep their cases."))
        self.repairs.append(Repair(DROP_EVENTS, self.place(rows), problem, proposal, accepted))
        if accepted:
            what = trn("{n} event", "{n} events", len(rows))
            self.left_out.append(LeftOut(self.place(rows), what, self._why_unsound(), len(rows)))
        return accepted

    def _why_unsound(self) -> Message:
        if self.seen.unread and not self.in_order:
            cell = short(self.seen.unread_cell, 40)
            return say(N_("a time cannot be read, for instance “{cell}”"), cell=cell)
        return say(N_("what happened or when is not said"))

    def _tell_cases(self, broken: int, mixed: int, unfinished: int) -> None:
        if broken:
            what = trn("{n} case", "{n} cases", broken)
            self.left_out.append(LeftOut(self.place(self._unsound()), what, self._why_unsound(), broken))
        if mixed:
            why = say(N_("times with and without a time zone meet in it, so that its order cannot be told"))
            found = [e.place for events in self.seen.cases.values() if _mixes(events) for e in events]
            self.left_out.append(LeftOut(self.place(_few(found)), trn("{n} case", "{n} cases", mixed), why, mixed))
        if unfinished:
            what = trn("{n} case", "{n} cases", unfinished)
            why = say(N_("no activity in it was finished"))
            self.left_out.append(LeftOut(say(N_("Begun or finished")), what, why, unfinished))

    def _trouble(self, broken: int, mixed: int) -> Message:
        """Why no case could be followed, in one sentence."""
        seen = self.seen
        if not seen.cases and not seen.caseless:
            return say(N_("There is no event in the log."))
        if not seen.cases:
            return say(N_("No event says which case it belongs to."))
        if mixed >= broken and mixed:
            return say(N_("In every case times with and without a time zone meet, so that their order cannot be told."))
        if seen.unread and not self.in_order:
            where, cell = self.place([seen.unread[0]]), short(seen.unread_cell, 40)
            sentence = N_("The times cannot be read, so that the order is not known. {where}: “{cell}”.")
            return say(sentence, where=where, cell=cell)
        if seen.timeless and not self.in_order:
            return say(N_("No case has a time at each of its events, so that their order is not known."))
        return say(N_("No event says what happened."))


def _few(rows: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(rows))


def _mixes(events: Iterable[_Seen]) -> bool:
    """Whether times with and without a zone meet in a case."""
    return len({e.moment.offset is None for e in events if e.moment is not None}) > 1


def _at(moment: Moment | None, naive_by: int) -> int | None:
    if moment is None:
        return None
    return moment.at - naive_by * MINUTE if moment.offset is None else moment.at


def _zone_name(minutes: int) -> str:
    sign = "−" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
