"""When each block of an agenda begins and ends as planned, and whether it is over in time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.model import AgendaBlock, Document, Id, Workshop
from cxstudio.model.kinds import BlockKind, ThinkingPhase

DAY: Final = 24 * 60
LONG_DAY: Final = 12 * 60
"""Minutes above which an agenda is said to be long for one day."""


@dataclass(frozen=True, slots=True)
class BlockTime:
    """One block of the plan: minutes since the midnight its day began with."""

    block: Id
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class AgendaPlan:
    """The whole plan. Times are minutes since midnight; those from 1440 on are on the days that follow."""

    times: tuple[BlockTime, ...]
    start: int
    end: int
    limit: int | None
    """When it has to be over."""
    breaks: int
    """Minutes of breaks."""
    empty: tuple[Id, ...]
    """Blocks without a minute."""

    @property
    def total(self) -> int:
        """Minutes of all blocks."""
        return self.end - self.start

    @property
    def spare(self) -> int | None:
        """Minutes left before it has to be over, negative where it takes too long; None where no end is fixed."""
        return None if self.limit is None else self.limit - self.end

    def of(self, block: Id) -> BlockTime:
        """The times of one block. Raises KeyError."""
        found = next((time for time in self.times if time.block == block), None)
        if found is None:
            raise KeyError(block)
        return found


def agenda_of(document: Document, workshop: Id) -> tuple[AgendaBlock, ...]:
    """The blocks of a workshop in their order."""
    return document.having(AgendaBlock, "workshop", workshop)


def people_of(workshop: Workshop) -> int:
    """How many people are there: those listed, else the number given; 0 where nobody knows."""
    return len(workshop.people) or workshop.headcount


def minute_of_day(text: str) -> int | None:
    """Minutes since midnight of a time as HH:MM; None where none is given."""
    return int(text[:2]) * 60 + int(text[3:]) if text else None


def limit_of(workshop: Workshop) -> int | None:
    """When it has to be over, in minutes since midnight: an end before the start is on the next day."""
    start, end = minute_of_day(workshop.starts) or 0, minute_of_day(workshop.ends)
    return None if end is None else end if end > start else end + DAY


def plan_agenda(workshop: Workshop, blocks: Sequence[AgendaBlock]) -> AgendaPlan:
    """Each block begins when the one before ends. Blocks left out while it ran are in the plan as they were."""
    start = at = minute_of_day(workshop.starts) or 0
    times = []
    for block in blocks:
        times.append(BlockTime(block.id, at, at + block.minutes))
        at += block.minutes
    breaks = sum(block.minutes for block in blocks if block.kind is BlockKind.BREAK)
    empty = tuple(block.id for block in blocks if block.minutes == 0)
    return AgendaPlan(tuple(times), start, at, limit_of(workshop), breaks, empty)


@dataclass(frozen=True, slots=True)
class PhasePart:
    """Blocks in a row with the same tag, as part of a band."""

    phase: ThinkingPhase | None
    minutes: int


def phase_band(blocks: Sequence[AgendaBlock]) -> tuple[PhasePart, ...]:
    """The phases of Design Thinking along the day; neighbours alike are one part, breaks belong to none."""
    parts: list[PhasePart] = []
    for block in blocks:
        phase = None if block.kind is BlockKind.BREAK else block.phase
        if parts and parts[-1].phase is phase:
            parts[-1] = PhasePart(phase, parts[-1].minutes + block.minutes)
        elif block.minutes:
            parts.append(PhasePart(phase, block.minutes))
    return tuple(part for part in parts if part.minutes)
