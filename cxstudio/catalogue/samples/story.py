"""The words of the Lindenfurt sample: one shape, filled once per language."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.model.kinds import Evidence, ExpectationOrigin, NoteKind, StakeholderKind


@dataclass(frozen=True, slots=True)
class TouchpointWords:
    """What is said about one touchpoint."""

    name: str
    description: str = ""
    factual: str = ""
    relationship: str = ""
    promise: str = ""


@dataclass(frozen=True, slots=True)
class PersonaWords:
    """One persona; sources are text per origin."""

    name: str
    occupation: str
    facts: str
    quote: str
    goals: tuple[str, ...]
    frustrations: tuple[str, ...]
    best: str
    worst: str
    source: str
    sources: dict[ExpectationOrigin, str]
    situation: str = ""
    needs: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    traits: tuple[tuple[str, str, int], ...] = ()
    """One end, the other end, 0 to 10."""


@dataclass(frozen=True, slots=True)
class NoteWords:
    """A note at a touchpoint (its number) or, with number 0, in Jana's empathy map."""

    touchpoint: int
    kind: NoteKind
    text: str
    evidence: Evidence
    source: str = ""
    theme: str = ""
    came_from: int = 0
    """Number of the note of the empathy map it was made from, among all notes from 1."""


@dataclass(frozen=True, slots=True)
class MeasureWords:
    """One measure; target labels, units and notes in the order of the facts."""

    title: str
    owner: str
    description: str
    basis: str = ""
    targets: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The whole sample in one language."""

    title: str
    client: str
    question: str
    begins: str
    ends: str
    not_part: str
    volume: str
    journey: str
    journey_owner: str
    departments: dict[str, str]
    channels: dict[str, str]
    stages: tuple[tuple[str, str], ...]
    touchpoints: tuple[TouchpointWords, ...]
    personas: tuple[PersonaWords, PersonaWords]
    notes: tuple[NoteWords, ...]
    promises: tuple[tuple[str, str, tuple[int, ...]], ...]
    """Sentence, source, numbers of touchpoints."""
    competitor: str
    """Who the benchmark values are said by."""
    stakeholders: tuple[tuple[str, StakeholderKind, int, str], ...]
    """Name, kind, ring from 1 (closest), note."""
    relations: tuple[tuple[int, int, str], ...]
    """From and to (stakeholders from 1, Jana is 0), and what flows."""
    costs: tuple[tuple[str, str], ...]
    """What is counted, and what a case is."""
    measures: tuple[MeasureWords, ...]
    workshop: str
    place: str
    round_titles: tuple[str, str]
    survey_source: str
    decision_by: str
    without_decision: str
    headlines: dict[str, str]
    """Section of the report → what the facilitator wrote."""
