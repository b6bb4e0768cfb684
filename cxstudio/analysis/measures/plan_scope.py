"""Which part of the plan is handed on: all of it or one department's, with people's names or without."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.analysis.measures.measure_groups import Grouping, MeasureGroup, grouped
from cxstudio.model import Document, Id, Measure


@dataclass(frozen=True, slots=True)
class PlanScope:
    """What somebody asked for. Owners are roles; names are given away on request only."""

    department: Id | None = None
    """None for the whole plan."""
    names: bool = False
    owners: bool = True
    """False: not even roles; nobody is named then, whatever `names` says."""


def by_department(document: Document, scope: PlanScope) -> tuple[MeasureGroup, ...]:
    """The measures asked for, in a group for each accountable department; those of nobody last."""
    groups = grouped(document, document.all(Measure), Grouping.DEPARTMENT)
    return tuple(group for group in groups if scope.department in (None, group.key))


def in_scope(document: Document, scope: PlanScope) -> tuple[Measure, ...]:
    """The measures asked for, in the plan's order."""
    asked = {measure.id for group in by_department(document, scope) for measure in group.measures}
    return tuple(measure for measure in document.all(Measure) if measure.id in asked)
