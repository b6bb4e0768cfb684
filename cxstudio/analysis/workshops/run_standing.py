"""How a workshop stands while it runs: which block, how long it has left, and when everything is going to be over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, tzinfo
from typing import Final

from cxstudio.analysis.workshops.planned_times import limit_of, plan_agenda
from cxstudio.model import AgendaBlock, Id, Workshop
from cxstudio.model.workshops import moment_of

FAR_OFF: Final = timedelta(hours=3)
"""Begun so far from the time planned, or on another day: the plan counts from when it really began."""
SOON: Final = 0.2
LAST: Final = 0.05
"""Shares of a block left at which the room is told."""


@dataclass(frozen=True, slots=True)
class BlockStanding:
    """One block: when it was planned, and when it was or is going to be. All moments in UTC."""

    block: AgendaBlock
    planned: datetime
    planned_end: datetime
    start: datetime
    end: datetime

    @property
    def done(self) -> bool:
        """Whether it is over or left out."""
        return bool(self.block.ended) or self.block.skipped

    @property
    def running(self) -> bool:
        """Whether it is the one that runs."""
        return bool(self.block.began) and not self.block.ended


@dataclass(frozen=True, slots=True)
class RunStanding:
    """A workshop that runs. Lengths of time are seconds."""

    blocks: tuple[BlockStanding, ...]
    now: datetime
    current: BlockStanding | None
    elapsed: float
    """How long the current block has run, without pauses."""
    length: float
    """How long it may take."""
    paused: bool
    end: datetime
    """When everything is going to be over."""
    planned_end: datetime
    """When it should be over: the end that was fixed, else as the plan says."""

    @property
    def left(self) -> float:
        """How long the current block has left; negative where its time is up."""
        return self.length - self.elapsed

    @property
    def share_left(self) -> float:
        """Share of its time the current block has left, 0 to 1."""
        return min(max(self.left / self.length, 0.0), 1.0) if self.length > 0 else 0.0

    @property
    def behind(self) -> float:
        """By how much the current block ends later than planned; negative where it is ahead."""
        return (self.current.end - self.current.planned_end).total_seconds() if self.current is not None else 0.0

    @property
    def too_long(self) -> float:
        """By how much everything ends too late; negative where there is time to spare."""
        return (self.end - self.planned_end).total_seconds()

    @property
    def following(self) -> BlockStanding | None:
        """The block that comes next."""
        return next(iter(self.to_come), None)

    @property
    def to_come(self) -> tuple[BlockStanding, ...]:
        """The blocks that have not begun."""
        if self.current is None:
            return ()
        place = self.blocks.index(self.current)
        return tuple(b for b in self.blocks[place + 1 :] if not b.done)

    @property
    def signal(self) -> float | None:
        """The share at or below which the block's time has fallen: SOON, LAST, 0 when it is up; None before."""
        if self.current is None or self.length <= 0:
            return None
        share = self.left / self.length
        return 0.0 if share <= 0 else LAST if share <= LAST else SOON if share <= SOON else None


def minutes_of(block: AgendaBlock) -> int:
    """How long a block may take: as agreed on while it runs, else as planned."""
    return block.minutes if block.agreed is None else block.agreed


def is_running(workshop: Workshop) -> bool:
    """Whether it has begun and is not over."""
    return bool(workshop.began) and not workshop.ended


def planned_start(workshop: Workshop, zone: tzinfo | None) -> datetime | None:
    """When it should begin, in UTC; None where no day is given. Without a zone, that of this computer."""
    if workshop.day is None:
        return None
    return _local(datetime.combine(workshop.day, time()), zone, plan_agenda(workshop, ()).start)


def run_standing(
    workshop: Workshop, blocks: Sequence[AgendaBlock], now: datetime, zone: tzinfo | None = None
) -> RunStanding:
    """How a workshop stands at a moment. A clock that was put back counts as no time."""
    plan = plan_agenda(workshop, blocks)
    began = moment_of(workshop.began) or now
    origin = _origin(workshop, began, plan.start, zone)
    paused_since = moment_of(workshop.paused)
    made: list[BlockStanding] = []
    current, elapsed, length = None, 0.0, 0.0
    at = began
    for block, planned in zip(blocks, plan.times, strict=True):
        start, ended = moment_of(block.began), moment_of(block.ended)
        minutes = timedelta(minutes=minutes_of(block))
        if ended is not None:
            start, at = start or ended, ended
        elif start is not None:
            elapsed = max(0.0, ((paused_since or now) - start).total_seconds() - block.halted)
            length = minutes.total_seconds()
            at = max(now, start) + timedelta(seconds=max(0.0, length - elapsed))
        else:
            start, at = at, at if block.skipped else at + minutes
        due = origin + timedelta(minutes=planned.start), origin + timedelta(minutes=planned.end)
        made.append(BlockStanding(block, *due, start, at))
        if made[-1].running:
            current = made[-1]
    limit = limit_of(workshop)
    end = moment_of(workshop.ended) or max((b.end for b in made), default=began)
    should = origin + timedelta(minutes=plan.end if limit is None else limit)
    return RunStanding(tuple(made), now, current, elapsed, length, paused_since is not None, end, should)


def _origin(workshop: Workshop, began: datetime, start: int, zone: tzinfo | None) -> datetime:
    """The moment minutes of the plan are counted from."""
    planned = planned_start(workshop, zone)
    if planned is None:  # on the day it began
        midnight = datetime.combine(began.astimezone(zone).date(), time())
        planned = _local(midnight, zone, start)
    if abs(planned - began) > FAR_OFF:
        planned = began
    return planned - timedelta(minutes=start)


def _local(midnight: datetime, zone: tzinfo | None, minutes: int) -> datetime:
    """A time of the day in UTC."""
    naive = midnight + timedelta(minutes=minutes)
    return (naive.replace(tzinfo=zone) if zone is not None else naive.astimezone()).astimezone(UTC)


def block_in(standing: RunStanding, block: Id) -> BlockStanding | None:
    """One block of the standing."""
    return next((b for b in standing.blocks if b.block.id == block), None)
