"""What is the same in every language of the Lindenfurt sample: ratings, kinds, dates and money. All invented.

The values stand in resources/catalogue/samples/lindenfurt.facts.toml.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from cxstudio.model.bilingual import Bilingual
from cxstudio.model.kinds import (
    BackstageKind,
    ChannelPlace,
    ContactKind,
    CountedAs,
    CustomerKnowledge,
    Evidence,
    ExperienceKind,
    MeasureKind,
    MeasureStatus,
    NoteKind,
    RequirementKind,
    StaffFreedom,
    TargetFigure,
    TransitionKind,
    Travels,
)
from cxstudio.resources import resource_values


@dataclass(frozen=True, slots=True)
class TouchpointFacts:
    """One touchpoint: kinds, and the answers of voices 1 to 9 (digits; emotion −3 … +3)."""

    stage: int
    channel: str
    contact: ContactKind
    departments: tuple[str, ...]
    requirement: RequirementKind
    expectation: str
    experience: str
    emotion: str
    importance: str
    kinds: tuple[ExperienceKind, ...]
    cases: float | None = None
    complaints: float | None = None
    waiting: float | None = None
    duration: float | None = None
    stardust: bool = False
    knows: CustomerKnowledge | None = None
    freedom: StaffFreedom | None = None


@dataclass(frozen=True, slots=True)
class WayFacts:
    """A way between two touchpoints, its share as the team estimates it, and what travels along."""

    source: int
    target: int
    kind: TransitionKind
    share: float | None = None
    travels: Travels | None = None


@dataclass(frozen=True, slots=True)
class TargetFacts:
    """One target: figure, touchpoint number (0 for none), from, to."""

    figure: TargetFigure
    touchpoint: int
    to_value: float
    from_value: float | None = None
    at_least: bool = False


@dataclass(frozen=True, slots=True)
class CostFacts:
    """What doing nothing costs at one touchpoint (its number): cases a year, how often, and € each."""

    touchpoint: int
    cases: float
    cases_evidence: Evidence
    counted_as: CountedAs
    share: float
    share_evidence: Evidence
    unit_cost: float
    unit_cost_evidence: Evidence


@dataclass(frozen=True, slots=True)
class SavingFacts:
    """What a measure saves of an item of cost (its number), and the measure in which that is counted already."""

    item: int
    less: float
    counted_in: int = 0


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """One measure; money in euros, effort and impact 1 to 7."""

    touchpoints: tuple[int, ...]
    department: str
    contributing: tuple[str, ...]
    effort: int
    impact: int
    start: date
    status: MeasureStatus
    kind: MeasureKind
    targets: tuple[TargetFacts, ...]
    due: date | None = None
    once: float | None = None
    per_year: float | None = None
    savings: tuple[SavingFacts, ...] = ()
    progress: int = 0
    quick_win: bool = False


@dataclass(frozen=True, slots=True)
class PersonaFacts:
    """Age, channels, and how strongly each origin shapes the expectation (0 to 10, in the order of the origins)."""

    age: int
    channels: tuple[str, ...]
    weights: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class LindenfurtFacts:
    """All of it. Touchpoints are counted from 1, in the order of the map."""

    voices: int
    workshop_day: date
    workshop_ran: tuple[tuple[int, ...], ...]
    """For each block when it really began and ended, in minutes from the start; nothing where it was left out."""
    survey_day: date
    survey_asked: int
    survey_answered: int
    decision_until: date
    next_control: date
    retain_until: date
    drop_out: tuple[int, float]
    """Touchpoint and the share of customers who give up there, counted."""
    channels: tuple[tuple[str, str, ChannelPlace], ...]
    """Key, icon, place."""
    departments: tuple[tuple[str, bool], ...]
    """Key, and whether it is external."""
    touchpoints: tuple[TouchpointFacts, ...]
    ways: tuple[WayFacts, ...]
    survey_means: dict[int, tuple[float, float]]
    """Touchpoint → mean expectation and mean experience of the answers, to one decimal."""
    costs: tuple[CostFacts, ...]
    measures: tuple[MeasureFacts, ...]
    personas: tuple[PersonaFacts, ...]
    steps: tuple[tuple[int, BackstageKind, Bilingual], ...]
    """What happens behind a touchpoint."""
    thoughts: tuple[tuple[int, NoteKind, Evidence, Bilingual], ...]
    """What customers think or need at a touchpoint."""
    staff: dict[int, Bilingual]
    """Touchpoint → who the customer deals with."""


FACTS: Final = resource_values(LindenfurtFacts, "catalogue", "samples", "lindenfurt.facts.toml")
