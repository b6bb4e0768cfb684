"""Which touchpoints of a journey and which measures of the plan a filter means, and where a text occurs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from cxstudio.analysis.flow.responsible_departments import departments_of, measure_departments
from cxstudio.analysis.journeys.first_pass import shortlist
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.analysis.statistics.promise_kept import PromiseResult, promises
from cxstudio.model import Channel, Department, Document, Id, Measure, Note, Stage, Touchpoint
from cxstudio.model.folding import says_all, sought
from cxstudio.model.kinds import ContactKind, MeasureStatus


class Mark(StrEnum):
    """What a touchpoint can be picked out by besides where it belongs."""

    CRITICAL = "critical"
    STARDUST = "stardust"
    WITHOUT_MEASURE = "without_measure"
    DISAGREEING = "disagreeing"
    UNMET_BASIC = "unmet_basic"
    OVERRULED = "overruled"
    """The group decided against the rule."""
    UNRATED = "unrated"
    """Somebody has questions left to answer."""
    SHORTLISTED = "shortlisted"
    PROMISED = "promised"
    """Something is promised there."""
    PROMISE_NOT_KEPT = "promise_not_kept"
    """Those asked found the promise broken, or kept in part only."""


_EITHER = frozenset({Mark.CRITICAL, Mark.STARDUST})
"""Marks of which one is enough; every other mark has to hold."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What people look for: of each kind of wish any one is enough, all kinds together have to hold."""

    marks: frozenset[Mark] = frozenset()
    departments: frozenset[Id] = frozenset()
    channels: frozenset[Id] = frozenset()
    stages: frozenset[Id] = frozenset()
    contacts: frozenset[ContactKind] = frozenset()
    states: frozenset[MeasureStatus] = frozenset()
    text: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, part.name) for part in fields(self)[:-1]) or bool(sought(self.text))

    def toggled(self, kind: str, value: object) -> Filter:
        """The filter with one wish added, or taken out where it was there; `kind` is a field's name."""
        wishes = getattr(self, kind)
        return replace(self, **{kind: wishes ^ {value}})

    def only(self, kind: str, *values: object) -> Filter:
        """The filter with these wishes of a kind and no other of that kind; none of them where no value is given."""
        wishes: Any = frozenset(values)
        return replace(self, **{kind: wishes})

    def within(self, document: Document) -> Filter:
        """The filter without departments, channels and stages that are gone."""

        def kept(ids: frozenset[Id], record: type[Department | Channel | Stage]) -> frozenset[Id]:
            return frozenset(i for i in ids if isinstance(document.find(i), record))

        return replace(
            self,
            departments=kept(self.departments, Department),
            channels=kept(self.channels, Channel),
            stages=kept(self.stages, Stage),
        )


def matching(
    document: Document,
    journey: Id,
    figures: RoundFigures | None,
    wanted: Filter,
    unrated: frozenset[Id] = frozenset(),
) -> frozenset[Id]:
    """The touchpoints of a journey that a filter means; all of them where it wishes for nothing.

    `unrated` are those with questions left for whoever asks. States are wished of measures only.
    """
    row = {t.id: t for t in document.journey_touchpoints(journey)}
    marked = {mark: _marked(document, journey, figures, mark) for mark in wanted.marks - {Mark.UNRATED}}
    if Mark.UNRATED in wanted.marks:
        marked[Mark.UNRATED] = unrated
    kept = frozenset(row).intersection(*(marked[mark] for mark in wanted.marks - _EITHER))
    if wanted.marks & _EITHER:
        kept &= frozenset().union(*(marked[mark] for mark in wanted.marks & _EITHER))
    if sought(wanted.text):
        kept &= _saying(document, row.values(), wanted.text)
    return frozenset(i for i in kept if _belongs(document, row[i], wanted))


def containing(document: Document, journey: Id, text: str) -> tuple[Id, ...]:
    """The touchpoints whose name, description, notes or measures contain a text, in the order of the map."""
    row = document.journey_touchpoints(journey)
    found = _saying(document, row, text) if sought(text) else frozenset()
    return tuple(t.id for t in row if t.id in found)


def measures_meant(document: Document, wanted: Filter) -> tuple[Measure, ...]:
    """The measures of the plan a filter means by department, state and text, in the plan's order."""
    words = sought(wanted.text).split()
    return tuple(
        m
        for m in document.all(Measure)
        if (not wanted.states or m.status in wanted.states)
        and (not wanted.departments or not wanted.departments.isdisjoint(measure_departments(document, m)))
        and (not words or says_all(m.title, words))
    )


def _marked(document: Document, journey: Id, figures: RoundFigures | None, mark: Mark) -> frozenset[Id]:
    """The touchpoints with a mark."""
    row = document.journey_touchpoints(journey)
    known = figures.touchpoints if figures is not None else ()
    match mark:
        case Mark.CRITICAL:
            return frozenset(t.id for t in row if is_critical(figures, t))
        case Mark.STARDUST:
            return frozenset(t.id for t in row if t.stardust)
        case Mark.WITHOUT_MEASURE:
            return frozenset(t.id for t in row) - with_measure(document)
        case Mark.SHORTLISTED:
            return frozenset(shortlist(document, journey).kept)
        case Mark.DISAGREEING:
            return frozenset(f.touchpoint for f in known if f.disagreeing)
        case Mark.PROMISED:
            return frozenset(t.id for t in row if t.promise.strip())
        case Mark.PROMISE_NOT_KEPT:
            short = (PromiseResult.PARTLY, PromiseResult.BROKEN)
            return frozenset(p.touchpoint for p in promises(document, journey, figures) if p.result in short)
        case Mark.UNMET_BASIC:
            return frozenset(f.touchpoint for f in known if f.unmet_basic)
    return frozenset(t for t, c in figures.criticality.items() if c.overruled) if figures is not None else frozenset()


def with_measure(document: Document) -> frozenset[Id]:
    """Touchpoints something is planned for, or was done; what was dropped is neither."""
    going = (m for m in document.all(Measure) if m.status is not MeasureStatus.DROPPED)
    return frozenset(t for measure in going for t in measure.touchpoints)


def _belongs(document: Document, touchpoint: Touchpoint, wanted: Filter) -> bool:
    return (
        (not wanted.stages or touchpoint.stage in wanted.stages)
        and (not wanted.contacts or touchpoint.contact in wanted.contacts)
        and (not wanted.channels or not wanted.channels.isdisjoint(touchpoint.channels))
        and (not wanted.departments or not wanted.departments.isdisjoint(departments_of(document, touchpoint)))
    )


def _saying(document: Document, row: Iterable[Touchpoint], text: str) -> frozenset[Id]:
    """Touchpoints that say a text themselves, or have a note or a measure that does."""
    words = sought(text).split()
    own = {t.id for t in row if says_all(t.name, words) or says_all(t.description, words)}
    notes = {n.about for n in document.all(Note) if n.about is not None and says_all(n.text, words)}
    measures = (m.touchpoints for m in document.all(Measure) if says_all(m.title, words))
    return frozenset(own.union(notes, *measures))
