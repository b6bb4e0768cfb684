"""Which touchpoints of a journey a filter means, and where a text occurs."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from enum import StrEnum

from cxstudio.analysis.flow.responsible_departments import departments_of
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Channel, Department, Document, Id, Measure, Note, Stage, Touchpoint
from cxstudio.model.folding import folded
from cxstudio.model.kinds import ContactKind, MeasureStatus


class Mark(StrEnum):
    """What a touchpoint can be picked out by besides where it belongs."""

    CRITICAL = "critical"
    STARDUST = "stardust"
    WITHOUT_MEASURE = "without_measure"
    DISAGREEING = "disagreeing"


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
    text: str = ""

    def __bool__(self) -> bool:
        return any(getattr(self, part.name) for part in fields(self)[:-1]) or bool(folded(self.text))

    def toggled(self, kind: str, value: object) -> Filter:
        """The filter with one wish added, or taken out where it was there; `kind` is a field's name."""
        wishes = getattr(self, kind)
        return replace(self, **{kind: wishes ^ {value}})

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


def matching(document: Document, journey: Id, figures: RoundFigures | None, wanted: Filter) -> frozenset[Id]:
    """The touchpoints of a journey that a filter means; all of them where it wishes for nothing."""
    needle = folded(wanted.text)
    row = document.journey_touchpoints(journey)
    measured = with_measure(document) if Mark.WITHOUT_MEASURE in wanted.marks else frozenset()
    said = _said_beside(document, needle) if needle else frozenset()
    return frozenset(
        t.id
        for t in row
        if _marked(figures, t, wanted.marks, measured)
        and _belongs(document, t, wanted)
        and (not needle or t.id in said or _says(t, needle))
    )


def containing(document: Document, journey: Id, text: str) -> tuple[Id, ...]:
    """The touchpoints whose name, description, notes or measures contain a text, in the order of the map."""
    needle = folded(text)
    if not needle:
        return ()
    said = _said_beside(document, needle)
    return tuple(t.id for t in document.journey_touchpoints(journey) if t.id in said or _says(t, needle))


def _marked(
    figures: RoundFigures | None, touchpoint: Touchpoint, marks: frozenset[Mark], measured: frozenset[Id]
) -> bool:
    either = marks & _EITHER
    if either and not any(_has(figures, touchpoint, mark, measured) for mark in either):
        return False
    return all(_has(figures, touchpoint, mark, measured) for mark in marks - _EITHER)


def _has(figures: RoundFigures | None, touchpoint: Touchpoint, mark: Mark, measured: frozenset[Id]) -> bool:
    match mark:
        case Mark.CRITICAL:
            return is_critical(figures, touchpoint)
        case Mark.STARDUST:
            return touchpoint.stardust
        case Mark.WITHOUT_MEASURE:
            return touchpoint.id not in measured
    found = None if figures is None else figures.of(touchpoint.id)
    return found is not None and found.disagreeing


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


def _says(touchpoint: Touchpoint, needle: str) -> bool:
    return needle in folded(touchpoint.name) or needle in folded(touchpoint.description)


def _said_beside(document: Document, needle: str) -> frozenset[Id]:
    """What has a note or a measure that contains a text."""
    notes = {n.about for n in document.all(Note) if n.about is not None and needle in folded(n.text)}
    measures = (m for m in document.all(Measure) if needle in folded(m.title))
    return frozenset(notes.union(*(m.touchpoints for m in measures)))
