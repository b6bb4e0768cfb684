"""The journey: stages, touchpoints, ways between them and everything pinned to them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from cxstudio.model.base import Id, Ordered, Record, Ref
from cxstudio.model.kinds import (
    BackstageKind,
    ContactKind,
    CriticalMark,
    CustomerKnowledge,
    Evidence,
    ExperienceKind,
    JourneyKind,
    NoteKind,
    RequirementKind,
    ShortlistMark,
    StaffFreedom,
    TransitionKind,
    Travels,
)
from cxstudio.model.lane_kinds import LaneKind

Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Amount = Annotated[float, Field(ge=0, le=10**12, allow_inf_nan=False)]
"""Minutes, cases, euros: no sum of them leaves the numbers a machine can hold."""


class Journey(Ordered):
    """One way of customers through the offer, as it is or as it should be."""

    title: str
    kind: JourneyKind = JourneyKind.AS_IS
    personas: Annotated[tuple[Id, ...], Ref("Persona")] = ()
    derived_from: Annotated[Id | None, Ref("Journey")] = None
    owner: str = ""
    """Who is responsible for the whole journey, as a role."""
    since: date | None = None
    """From when on it is how things are, where it once was a to-be journey."""
    until: date | None = None
    """Until when it was how things are; None while it still is."""
    shown_round: Annotated[Id | None, Ref("Round")] = None
    """The round whose figures the map shows; the newest one when None."""
    shortlist_only: bool = False
    """Only the shortlist is rated, though not every touchpoint has been looked at yet."""
    left_out: str = ""
    """What was left out when it was imported, and why."""


class LaneSetting(Ordered):
    """How one lane of a journey is shown."""

    journey: Annotated[Id, Ref("Journey", owner=True)]
    kind: LaneKind
    height: Annotated[float | None, Field(gt=0, le=10_000, allow_inf_nan=False)] = None
    """Fixed height in points; None lets the content decide."""
    shown: bool = True
    """A journey without a setting for a kind shows the usual seven kinds and hides the others."""
    collapsed: bool = False
    title: str = ""
    overlaid: Annotated[tuple[Id, ...], Ref("Round")] = ()
    """Rounds whose values are drawn over those of the round shown, in lanes that draw a figure."""


class Stage(Ordered):
    """A section of a journey with one goal of the customer."""

    journey: Annotated[Id, Ref("Journey", owner=True)]
    name: str
    goal: str = ""
    counterpart: Annotated[Id | None, Ref("Stage")] = None
    """In a to-be journey: the stage of the as-is journey it came from."""


class Touchpoint(Ordered):
    """One moment in which customer and provider meet."""

    stage: Annotated[Id, Ref("Stage", owner=True)]
    name: str
    description: str = ""
    channels: Annotated[tuple[Id, ...], Ref("Channel")] = ()
    contact: ContactKind | None = None
    departments: Annotated[tuple[Id, ...], Ref("Department")] = ()
    accountable: Annotated[Id | None, Ref("Department")] = None
    """The one department that answers for it; the first of `departments` when None."""
    experience_kinds: tuple[ExperienceKind, ...] = ()
    requirement: RequirementKind | None = None
    factual_note: str = ""
    relationship_note: str = ""
    promise: str = ""
    known_about_customer: CustomerKnowledge | None = None
    staff_freedom: StaffFreedom | None = None
    staff: str = ""
    cases_per_month: Amount | None = None
    complaints_per_month: Amount | None = None
    duration_minutes: Amount | None = None
    waiting_minutes: Amount | None = None
    shortlist: ShortlistMark | None = None
    critical: CriticalMark = CriticalMark.BY_RULE
    critical_reason: str = ""
    no_measure_reason: str = ""
    """Why the group plans no measure here although it is critical."""
    stardust: bool = False
    counterpart: Annotated[Id | None, Ref("Touchpoint")] = None
    """In a to-be journey: the touchpoint of the as-is journey it came from."""
    catalogue_entry: str = ""
    """Id of the entry of the catalogue it was taken from."""


class Transition(Record):
    """A way customers go on from one touchpoint to another."""

    source: Annotated[Id, Ref("Touchpoint", owner=True)]
    target: Annotated[Id | None, Ref("Touchpoint", owner=True)] = None
    """None where the journey ends: by kind as a drop-out, else because the customer has arrived."""
    kind: TransitionKind = TransitionKind.NORMAL
    share: Share | None = None
    """Part of the customers who go this way, 0 to 1."""
    assumed: bool = True
    travels: Travels | None = None


class BackstageStep(Ordered):
    """What happens behind a touchpoint."""

    touchpoint: Annotated[Id, Ref("Touchpoint", owner=True)]
    text: str
    kind: BackstageKind = BackstageKind.BACK


class Note(Ordered):
    """A short text with its evidence, pinned to something or still without a place."""

    text: str
    kind: NoteKind = NoteKind.UNSORTED
    about: Annotated[Id | None, Ref("Touchpoint", "Persona", "Journey", "Question", owner=True)] = None
    lane: Annotated[Id | None, Ref("LaneSetting")] = None
    evidence: Evidence | None = None
    source: str = ""
    said_on: date | None = None
    theme: str = ""
    came_from: Annotated[Id | None, Ref("Note")] = None
    """The note of an empathy map it was made from."""


class Picture(Ordered):
    """An image from the asset store, pinned to something."""

    about: Annotated[
        Id,
        Ref(
            "Touchpoint",
            "Persona",
            "Journey",
            "Stage",
            "Note",
            "Idea",
            "Prototype",
            "Question",
            "Workshop",
            "AgendaBlock",
            owner=True,
        ),
    ]
    asset: str
    """SHA-256 of the file, in hexadecimal digits."""
    alternative_text: str = ""
    caption: str = ""
    """Printed below it in the minutes."""
