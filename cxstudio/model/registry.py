"""All kinds of records, and which of their fields name other records."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any, cast

from cxstudio.model import journey, measure_history, measures, money, people, project, rating, workshops
from cxstudio.model.base import GROUP_VOICE, FrozenMap, Id, Record, Ref
from cxstudio.model.ideation import ideas

RECORD_TYPES: tuple[type[Record], ...] = (
    project.Project,
    project.Department,
    project.Channel,
    project.Participant,
    people.Persona,
    people.ExpectationSource,
    people.PersonaTrait,
    people.Promise,
    people.CustomerChange,
    people.Stakeholder,
    people.StakeholderRelation,
    journey.Journey,
    journey.LaneSetting,
    journey.Stage,
    journey.Touchpoint,
    journey.Transition,
    journey.BackstageStep,
    journey.Note,
    journey.Picture,
    rating.Round,
    rating.TouchpointRatings,
    rating.SurveyCounts,
    rating.JourneyFigures,
    rating.Benchmark,
    ideas.Question,
    ideas.Cluster,
    ideas.Idea,
    ideas.VoteRound,
    ideas.VoteRule,
    ideas.Votes,
    ideas.Prototype,
    ideas.Test,
    measures.Measure,
    measures.Target,
    measures.CheckIn,
    measures.MeasuredValue,
    measures.Decision,
    measure_history.MeasureChange,
    money.CostItem,
    money.MeasureSaving,
    workshops.Workshop,
    workshops.AgendaBlock,
    workshops.BreakoutGroup,
    project.Readiness,
    project.ReportSettings,
    project.Headline,
)

BY_NAME: dict[str, type[Record]] = {kind.__name__: kind for kind in RECORD_TYPES}
PROJECT_ID: Id = "project"


class Shape(Enum):
    """How a field holds its references."""

    ONE = "one"
    MANY = "many"
    KEYS = "keys"


@dataclass(frozen=True, slots=True)
class RefField:
    """A field that names other records."""

    name: str
    shape: Shape
    kinds: tuple[type[Record], ...]
    owner: bool

    def targets(self, record: Record) -> Iterator[Id]:
        """The ids this field of `record` names."""
        return iter(self.targets_of(getattr(record, self.name)))

    def targets_of(self, value: Any) -> Collection[Id]:
        """The ids a value of this field names."""
        if self.shape is Shape.ONE:
            return () if value is None else (value,)
        if self.shape is Shape.MANY or GROUP_VOICE not in value:
            return cast("Collection[Id]", value)
        return [key for key in value if key != GROUP_VOICE]

    def without(self, record: Record, target: Id) -> Any:
        """This field's value once `target` is gone."""
        value = getattr(record, self.name)
        if self.shape is Shape.ONE:
            return None
        if self.shape is Shape.MANY:
            return tuple(i for i in value if i != target)
        return FrozenMap({k: v for k, v in value.items() if k != target})


@cache
def ref_fields(kind: type[Record]) -> tuple[RefField, ...]:
    """The reference fields of a kind of record, in declared order."""
    found = []
    for name, info in kind.model_fields.items():
        for mark in info.metadata:
            if isinstance(mark, Ref):
                kinds = tuple(BY_NAME[k] for k in mark.kinds)
                found.append(RefField(name, _shape(info.annotation), kinds, mark.owner))
    return tuple(found)


@cache
def map_fields(kind: type[Record]) -> frozenset[str]:
    """Names of the fields that hold maps, which change key by key."""
    return frozenset(n for n, i in kind.model_fields.items() if _shape(i.annotation) is Shape.KEYS)


def _shape(annotation: Any) -> Shape:
    text = str(annotation)
    if "Mapping" in text:
        return Shape.KEYS
    return Shape.MANY if "tuple" in text else Shape.ONE
