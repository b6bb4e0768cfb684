"""Events gathered into cases, each with its events in the order they happened."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cxstudio.exchange.event_logs.event_collector import Gathering, Seen, mixes, take
from cxstudio.exchange.event_logs.event_log import Event, EventLog, RawEvent
from cxstudio.exchange.event_logs.event_times import MINUTE, Clock, Moment
from cxstudio.exchange.event_logs.log_problems import Troubles
from cxstudio.exchange.plan.import_plan import ImportRequest, LeftOut, Message, say, trn
from cxstudio.wording.texts import N_


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
    seen = Gathering()
    for event in events:
        take(event, clock, seen)
    return _Sorting(seen, clock, Troubles(seen, request, place, in_order)).log()


@dataclass(slots=True)
class _Sorting:
    """Puts the events of each case in order."""

    seen: Gathering
    clock: Clock
    told: Troubles

    def log(self) -> EventLog:
        """The log of all the cases that can be followed."""
        seen = self.seen
        self.told.tell_caseless()
        self.told.tell_untimed()
        drop = self.told.tell_unsound()
        naive_by = self.told.zone()
        counting = self._counting()
        cases: list[tuple[Event, ...]] = []
        broken = mixed = unfinished = 0
        for events in seen.cases.values():
            kept = events if all(e.sound for e in events) else self._sound(events, drop)
            if not kept:
                broken += 1
            elif naive_by is None and mixes(kept):
                mixed += 1
            elif case := self._case(kept, counting, naive_by or 0):
                cases.append(case)
            else:
                unfinished += 1
        self.told.tell_cases(broken, mixed, unfinished)
        return EventLog(
            activities=tuple(seen.activities),
            departments=tuple(seen.departments),
            cases=tuple(cases),
            timed=self.clock.timed and seen.timed_at_all,
            zoned=bool(seen.offsets),
            whole_days=seen.whole_days,
            left_out=tuple(self.told.left_out),
            repairs=tuple(self.told.repairs),
            notes=tuple(self.told.notes),
            trouble=None if cases else self.told.trouble(broken, mixed),
        )

    def _sound(self, events: list[Seen], drop: bool) -> list[Seen]:
        """The events of a case that can be followed; none where one that cannot would tear its way apart."""
        if self.told.in_order:
            kept = [e._replace(moment=None) for e in events if e.activity >= 0]
            return kept if drop or len(kept) == len(events) else []
        return [e for e in events if e.sound] if drop else []

    def _case(self, events: list[Seen], counting: dict[int, str], naive_by: int) -> tuple[Event, ...]:
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
            self.told.left_out.append(LeftOut(say(N_("Begun or finished")), what, why, spare.total()))
        return found


def _at(moment: Moment | None, naive_by: int) -> int | None:
    if moment is None:
        return None
    return moment.at - naive_by * MINUTE if moment.offset is None else moment.at
