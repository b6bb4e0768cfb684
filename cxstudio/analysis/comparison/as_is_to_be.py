"""A to-be journey against the as-is it came from: what is new, gone, moved and changed, and how the two line up."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Final

from cxstudio.analysis.comparison.alignment import lined_up, moved
from cxstudio.model import BackstageStep, Document, Id, Journey, Stage, Touchpoint
from cxstudio.model.folding import folded
from cxstudio.model.kinds import JourneyKind
from cxstudio.steps import Steps, finished, gathered

COMPARED: Final = (
    "name",
    "description",
    "channels",
    "contact",
    "departments",
    "accountable",
    "experience_kinds",
    "requirement",
    "factual_note",
    "relationship_note",
    "promise",
    "known_about_customer",
    "staff_freedom",
    "staff",
    "cases_per_month",
    "duration_minutes",
    "waiting_minutes",
)
"""Fields of a touchpoint that say how it works; marks and complaints belong to today."""
STEPS: Final = "steps"
"""Stands among changed fields for the steps behind a touchpoint."""


class Fate(StrEnum):
    """What becomes of something from the as-is to the to-be."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Match:
    """A stage or touchpoint of today and its counterpart; one of the two is None where it is new or gone."""

    today: Id | None
    later: Id | None
    moved: bool = False
    changed: tuple[str, ...] = ()
    """Names of the fields that differ."""
    elsewhere: bool = False
    """A touchpoint that moved to another stage."""

    @property
    def fate(self) -> Fate:
        """What matters most about it."""
        if self.today is None:
            return Fate.NEW
        if self.later is None:
            return Fate.GONE
        if self.moved:
            return Fate.MOVED
        return Fate.CHANGED if self.changed else Fate.SAME


@dataclass(frozen=True, slots=True)
class Slot:
    """One column of the two journeys side by side; both are None where both stages are empty."""

    today: Id | None
    later: Id | None

    @property
    def both(self) -> tuple[Id | None, Id | None]:
        """Today's touchpoint, then the one to be."""
        return (self.today, self.later)


@dataclass(frozen=True, slots=True)
class Section:
    """A stage of both journeys, or of one where it is new, gone or stands elsewhere; with its columns."""

    today: Id | None
    later: Id | None
    slots: tuple[Slot, ...]


@dataclass(frozen=True)
class Comparison:
    """Two journeys side by side, in the order of the map."""

    today: Id
    later: Id
    stages: tuple[Match, ...]
    touchpoints: tuple[Match, ...]
    sections: tuple[Section, ...]

    @cached_property
    def by_touchpoint(self) -> dict[Id, Match]:
        """Touchpoint of either journey → what became of it."""
        return {i: match for match in self.touchpoints for i in (match.today, match.later) if i is not None}

    @cached_property
    def by_stage(self) -> dict[Id, Match]:
        """Stage of either journey → what became of it."""
        return {i: match for match in self.stages for i in (match.today, match.later) if i is not None}

    def count(self, fate: Fate) -> int:
        """How many touchpoints are new, gone or moved; changed ones count also where they moved."""
        if fate is Fate.CHANGED:
            return sum(1 for match in self.touchpoints if match.changed)
        return sum(1 for match in self.touchpoints if match.fate is fate)

    def count_stages(self, fate: Fate) -> int:
        """The same of stages."""
        if fate is Fate.CHANGED:
            return sum(1 for match in self.stages if match.changed)
        return sum(1 for match in self.stages if match.fate is fate)

    @property
    def alike(self) -> bool:
        """Whether nothing differs at all."""
        return all(match.fate is Fate.SAME for match in (*self.stages, *self.touchpoints))


def pairs_to_compare(document: Document) -> tuple[tuple[Journey, Journey], ...]:
    """Every to-be journey with the as-is it came from."""
    found = []
    for later in document.all(Journey):
        today = document.find(later.derived_from)
        if later.kind is JourneyKind.TO_BE and isinstance(today, Journey) and today.id != later.id:
            found.append((today, later))
    return tuple(found)


def pair_of(document: Document, journey: Id) -> tuple[Journey, Journey] | None:
    """The first pair a journey is part of, None where it has no counterpart."""
    return next((pair for pair in pairs_to_compare(document) if journey in (pair[0].id, pair[1].id)), None)


def to_be_of(document: Document, journey: Id) -> tuple[Journey, ...]:
    """The to-be journeys that came from a journey."""
    return tuple(later for today, later in pairs_to_compare(document) if today.id == journey)


def compare(document: Document, today: Id, later: Id) -> Comparison:
    """What differs between two journeys. Raises MissingRecord where one of them is not there.

    Moved is only what has to be taken up to get from one order to the other (a longest increasing subsequence
    stays); what goes along with its stage has not moved itself.
    """
    return finished(compare_in_steps(document, today, later))


def compare_in_steps(document: Document, today: Id, later: Id) -> Steps[Comparison]:
    """The same in steps."""
    document.get(Journey, today)
    document.get(Journey, later)
    return (yield from _Work(document, today, later).comparison())


class _Work:
    """Matches, then lines up."""

    def __init__(self, document: Document, today: Id, later: Id) -> None:
        self._document, self._today, self._later = document, today, later

    def _pair(self) -> Steps[None]:
        document, today, later = self._document, self._today, self._later
        self._stages = tuple(s.id for s in document.stages(today)), tuple(s.id for s in document.stages(later))
        self._points = {s: tuple(t.id for t in document.touchpoints(s)) for side in self._stages for s in side}
        self._stage_of = {t: s for s, row in self._points.items() for t in row}
        yield
        self._stage_pairs = self._paired_stages()
        self._pairs = self._paired_touchpoints()
        yield
        self._moved_stages = moved(self._stages[0], self._stages[1], self._stage_pairs)
        self._moved = self._moved_touchpoints()
        yield

    def comparison(self) -> Steps[Comparison]:
        """The whole of it."""
        yield from self._pair()
        stages = [self._stage_match(s) for s in self._stages[1]]
        stages += [Match(s, None) for s in self._stages[0] if s not in self._stage_pairs.values()]
        today, later = (tuple(t for s in side for t in self._points[s]) for side in self._stages)
        matches = yield from gathered(self._match(t) for t in later)
        known = set(self._pairs.values())
        matches += [Match(t, None) for t in today if t not in known]
        anchors = {b: a for b, a in self._stage_pairs.items() if b not in self._moved_stages}
        lined = lined_up(self._stages[0], self._stages[1], anchors)
        sections = yield from gathered((self._section(a, b) for a, b in lined), at_a_time=4)
        return Comparison(self._today, self._later, tuple(stages), tuple(matches), tuple(sections))

    def _paired_stages(self) -> dict[Id, Id]:
        """Stage to be → stage of today: its counterpart, else one of the same name that is nobody's counterpart."""
        found: dict[Id, Id] = {}
        taken: set[Id] = set()
        records = [self._document.get(Stage, s) for s in self._stages[1]]
        for stage in records:
            if stage.counterpart in self._stages[0] and stage.counterpart not in taken:
                found[stage.id] = stage.counterpart
                taken.add(stage.counterpart)
        for stage in records:
            if stage.counterpart is None and stage.name.strip():
                same = (s for s in self._stages[0] if s not in taken and self._named_alike(s, stage))
                twin = next(same, None)
                if twin is not None:
                    found[stage.id] = twin
                    taken.add(twin)
        return found

    def _named_alike(self, stage: Id, other: Stage) -> bool:
        return folded(self._document.get(Stage, stage).name) == folded(other.name)

    def _paired_touchpoints(self) -> dict[Id, Id]:
        """Touchpoint to be → touchpoint of today. Of several with one counterpart, one in its own stage is meant."""
        claims: dict[Id, list[Id]] = {}
        for stage in self._stages[1]:
            for touchpoint in self._points[stage]:
                twin = self._document.get(Touchpoint, touchpoint).counterpart
                if twin is not None and self._stage_of.get(twin) in self._stages[0]:
                    claims.setdefault(twin, []).append(touchpoint)
        found = {}
        for twin, claiming in claims.items():
            home = [t for t in claiming if self._stage_pairs.get(self._stage_of[t]) == self._stage_of[twin]]
            found[(home or claiming)[0]] = twin
        return found

    def _moved_touchpoints(self) -> frozenset[Id]:
        away = {b for b, a in self._pairs.items() if self._stage_pairs.get(self._stage_of[b]) != self._stage_of[a]}
        for later, today in self._stage_pairs.items():
            staying = {b: self._pairs[b] for b in self._points[later] if b in self._pairs and b not in away}
            away |= moved(self._points[today], self._points[later], staying)
        return frozenset(away)

    def _match(self, later: Id) -> Match:
        today = self._pairs.get(later)
        if today is None:
            return Match(None, later)
        elsewhere = self._stage_pairs.get(self._stage_of[later]) != self._stage_of[today]
        changed = changed_fields(self._document, today, later)
        return Match(today, later, later in self._moved, changed, elsewhere)

    def _stage_match(self, later: Id) -> Match:
        today = self._stage_pairs.get(later)
        if today is None:
            return Match(None, later)
        one, other = self._document.get(Stage, today), self._document.get(Stage, later)
        changed = tuple(f for f in ("name", "goal") if getattr(one, f) != getattr(other, f))
        return Match(today, later, later in self._moved_stages, changed)

    def _section(self, today: Id | None, later: Id | None) -> Section:
        top = self._points[today] if today is not None else ()
        bottom = self._points[later] if later is not None else ()
        if today is None or later is None:
            anchors: dict[Id, Id] = {}
        else:
            anchors = {b: self._pairs[b] for b in bottom if b in self._pairs and b not in self._moved}
        slots = tuple(Slot(a, b) for a, b in lined_up(top, bottom, anchors)) or (Slot(None, None),)
        return Section(today, later, slots)


def changed_fields(document: Document, today: Id, later: Id) -> tuple[str, ...]:
    """Names of the fields in which two touchpoints differ, in the order of `COMPARED`."""
    one, other = document.get(Touchpoint, today), document.get(Touchpoint, later)
    found = [f for f in COMPARED if getattr(one, f) != getattr(other, f)]
    behind = [sorted((s.text, s.kind) for s in document.having(BackstageStep, "touchpoint", t)) for t in (today, later)]
    return (*found, STEPS) if behind[0] != behind[1] else tuple(found)
