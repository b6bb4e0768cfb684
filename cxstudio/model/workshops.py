"""A workshop: its agenda as planned, and how it runs."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Annotated, Final

from pydantic import AfterValidator, Field

from cxstudio.model.base import Id, Ordered, Ref
from cxstudio.model.kinds import BlockKind, ThinkingPhase

INSTANT: Final = "%Y-%m-%dT%H:%M:%SZ"
"""How a moment is written: to the second, in UTC, so that no change of summer time moves it."""
MOST_MINUTES: Final = 24 * 60
"""A block lasts a day at most."""


def _instant(value: str) -> str:
    """Refuses what is no moment."""
    if value:
        datetime.strptime(value, INSTANT)
    return value


def written(moment: datetime) -> str:
    """A moment as records hold it."""
    return moment.astimezone(UTC).strftime(INSTANT)


def moment_of(text: str) -> datetime | None:
    """The moment a record holds, in UTC; None where it has not come."""
    return datetime.strptime(text, INSTANT).replace(tzinfo=UTC) if text else None


Instant = Annotated[str, AfterValidator(_instant)]
"""A moment as in `INSTANT`; "" while it has not come."""
ClockTime = Annotated[str, Field(pattern=r"^(([01]\d|2[0-3]):[0-5]\d)?$")]
"""A time of the day as HH:MM; "" where none is fixed."""
Minutes = Annotated[int, Field(ge=0, le=MOST_MINUTES)]


class Workshop(Ordered):
    """A day (or hours) with the group."""

    title: str = ""
    day: date | None = None
    place: str = ""
    starts: ClockTime = "09:00"
    ends: ClockTime = ""
    """When it has to be over; before `starts`, it is meant on the next day."""
    people: Annotated[tuple[Id, ...], Ref("Participant")] = ()
    """Who is there."""
    headcount: Annotated[int, Field(ge=0, le=9999)] = 0
    """How many people are there, where they are not listed."""
    began: Instant = ""
    ended: Instant = ""
    paused: Instant = ""
    """Since when the block that runs is paused."""


class AgendaBlock(Ordered):
    """One item of a workshop's agenda, and when it was really done."""

    workshop: Annotated[Id, Ref("Workshop", owner=True)]
    title: str = ""
    kind: BlockKind = BlockKind.WORK
    method: str = ""
    """Id of a method card."""
    phase: ThinkingPhase | None = None
    goal: str = ""
    task: str = ""
    """What the group reads on the projector; where it is empty, the goal."""
    question: Annotated[Id | None, Ref("Question")] = None
    """The question the group works on."""
    material: str = ""
    who: str = ""
    """Who leads it: a role, or a name where the group wants that."""
    minutes: Minutes = 0
    fixed: bool = False
    """It is not shortened when time is short."""
    items: Annotated[int, Field(ge=0, le=9999)] = 0
    """Touchpoints that are rated or ideas that are voted on; 0: those there are."""
    on_paper: bool = False
    """Answers are given on paper and typed in."""
    agreed: Minutes | None = None
    """Minutes agreed on while the workshop runs; what was planned stays in `minutes`."""
    began: Instant = ""
    ended: Instant = ""
    halted: Annotated[int, Field(ge=0)] = 0
    """Seconds it was paused."""
    skipped: bool = False


class BreakoutGroup(Ordered):
    """Some of the people, who do one block by themselves."""

    block: Annotated[Id, Ref("AgendaBlock", owner=True)]
    name: str = ""
    place: str = ""
    task: str = ""
    """What this group does, where it differs from the others."""
    people: Annotated[tuple[Id, ...], Ref("Participant")] = ()
    """Who is in it."""
    headcount: Annotated[int, Field(ge=0, le=9999)] = 0
    """How many people are in it, where they are not listed."""

    @property
    def size(self) -> int:
        """How many people are in it: those listed, else the number given; 0 where nobody knows."""
        return len(self.people) or self.headcount
