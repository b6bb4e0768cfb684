"""What cannot be told from an event log: said in sentences, with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from cxstudio.exchange.event_logs.event_collector import Gathering, mixes
from cxstudio.exchange.plan.import_plan import ImportRequest, LeftOut, Message, Repair, say, trn
from cxstudio.exchange.tables.table import short
from cxstudio.wording.texts import N_

ONE_ZONE: Final = "one-time-zone"
DROP_EVENTS: Final = "leave-out-single-events"


@dataclass(slots=True)
class Troubles:
    """Collects what is said about a log."""

    seen: Gathering
    request: ImportRequest
    place: Callable[[Sequence[int]], Message]
    """Names rows of a table, or cases of a file."""
    in_order: bool
    """Whether the source itself keeps the events of a case in order."""
    left_out: list[LeftOut] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    notes: list[Message] = field(default_factory=list)

    def tell_caseless(self) -> None:
        """Tell of events that belong to no case."""
        rows = self.seen.caseless
        if rows:
            what = trn("{n} event", "{n} events", len(rows))
            why = say(N_("its case is missing"))
            self.left_out.append(LeftOut(self.place(rows), what, why, len(rows)))

    def tell_untimed(self) -> None:
        """Tell of events without a time where the source keeps the order anyway."""
        n = len(self.seen.timeless) + len(self.seen.unread)
        if self.in_order and n:
            note = trn(
                "{n} event names no time that can be read; its case keeps the order of the file.",
                "{n} events name no time that can be read; their cases keep the order of the file.",
                n,
            )
            self.notes.append(note)

    def tell_unsound(self) -> bool:
        """Tell of events without a name or a time; whether only they are left out, not their cases."""
        rows = self._unsound()
        if not rows:
            return False
        accepted = self.request.decided(DROP_EVENTS)
        problem = trn(
            "{n} event lacks an activity or a time. Without it, the path of its case would be wrong.",
            "{n} events lack an activity or a time. Without them, the paths of their cases would be wrong.",
            len(rows),
        )
        proposal = say(N_("Leave out these events only, and keep their cases."))
        self.repairs.append(Repair(DROP_EVENTS, self.place(rows), problem, proposal, accepted))
        if accepted:
            what = trn("{n} event", "{n} events", len(rows))
            self.left_out.append(LeftOut(self.place(rows), what, self._why_unsound(), len(rows)))
        return accepted

    def zone(self) -> int | None:
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
            "{n} time has no time zone, others have one. Where both meet, the order is unclear.",
            "{n} times have no time zone, others have one. Where both meet, the order is unclear.",
            len(naive),
        )
        proposal = say(N_("Read them as UTC{zone}, the zone most others have."), zone=_zone_name(usual))
        self.repairs.append(Repair(ONE_ZONE, self.place(_few(naive)), problem, proposal, accepted))
        return usual if accepted else None

    def tell_cases(self, broken: int, mixed: int, unfinished: int) -> None:
        """Tell of cases that are left out: with an event that says too little, with mixed zones, with nothing done."""
        if broken:
            what = trn("{n} case", "{n} cases", broken)
            self.left_out.append(LeftOut(self.place(self._unsound()), what, self._why_unsound(), broken))
        if mixed:
            why = say(N_("it mixes times with and without a time zone, so the order is unclear"))
            found = [e.place for events in self.seen.cases.values() if mixes(events) for e in events]
            self.left_out.append(LeftOut(self.place(_few(found)), trn("{n} case", "{n} cases", mixed), why, mixed))
        if unfinished:
            what = trn("{n} case", "{n} cases", unfinished)
            why = say(N_("no activity in it was finished"))
            self.left_out.append(LeftOut(say(N_("Begun or finished")), what, why, unfinished))

    def trouble(self, broken: int, mixed: int) -> Message:
        """Why no case could be followed, in one sentence."""
        seen = self.seen
        if not seen.cases and not seen.caseless:
            return say(N_("There is no event in the log."))
        if not seen.cases:
            return say(N_("No event names its case."))
        if mixed >= broken and mixed:
            return say(N_("Every case mixes times with and without a time zone, so the order is unclear."))
        if seen.unread and not self.in_order:
            where, cell = self.place([seen.unread[0]]), short(seen.unread_cell, 40)
            sentence = N_("The times cannot be read, so the order is unknown. {where}: “{cell}”.")
            return say(sentence, where=where, cell=cell)
        if seen.timeless and not self.in_order:
            return say(N_("No case has a time for every event, so the order is unknown."))
        return say(N_("No event has an activity (what happened)."))

    def _unsound(self) -> list[int]:
        seen = self.seen
        return sorted({*seen.nameless} if self.in_order else {*seen.nameless, *seen.timeless, *seen.unread})

    def _why_unsound(self) -> Message:
        if self.seen.unread and not self.in_order:
            cell = short(self.seen.unread_cell, 40)
            return say(N_("a time cannot be read, for instance “{cell}”"), cell=cell)
        return say(N_("the activity or the time is missing"))


def _few(rows: Iterable[int]) -> list[int]:
    return list(dict.fromkeys(rows))


def _zone_name(minutes: int) -> str:
    sign = "−" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
