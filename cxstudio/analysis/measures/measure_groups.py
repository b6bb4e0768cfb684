"""The measures of the plan in groups: by department, owner, touchpoint or status."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from cxstudio.model import Department, Document, Id, Measure, Touchpoint
from cxstudio.model.kinds import MeasureStatus


class Grouping(StrEnum):
    """By what measures are put together."""

    NONE = "none"
    DEPARTMENT = "department"
    OWNER = "owner"
    TOUCHPOINT = "touchpoint"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Some measures, in the plan's order."""

    key: str
    """Id of the department or touchpoint, the owner's role, the status; empty where it is not given."""
    measures: tuple[Measure, ...]


def grouped(document: Document, measures: Sequence[Measure], by: Grouping) -> tuple[MeasureGroup, ...]:
    """Groups that hold something, in the order of the project; what names nothing comes last.

    A measure for several touchpoints stands in the group of each. Owners are told apart by role, else by name.
    """
    if by is Grouping.NONE:
        return (MeasureGroup("", tuple(measures)),) if measures else ()
    found: dict[str, list[Measure]] = {}
    for measure in measures:
        for key in _KEYS[by](document, measure) or ("",):
            found.setdefault(key, []).append(measure)
    order = {key: place for place, key in enumerate(_order(document, by, found))}
    keys = sorted(found, key=lambda key: (not key, order.get(key, len(order))))
    return tuple(MeasureGroup(key, tuple(found[key])) for key in keys)


def _order(document: Document, by: Grouping, found: dict[str, list[Measure]]) -> Sequence[str]:
    if by is Grouping.DEPARTMENT:
        return [d.id for d in document.all(Department)]
    if by is Grouping.TOUCHPOINT:
        return [t.id for t in document.all(Touchpoint)]
    return list(MeasureStatus) if by is Grouping.STATUS else sorted(found, key=str.casefold)


def _departments(document: Document, measure: Measure) -> tuple[str, ...]:
    """The accountable one; a department merged into another counts as that one."""
    found = document.find(measure.department)
    if not isinstance(found, Department):
        return ()
    merged = document.find(found.merged_into)
    return (merged.id if isinstance(merged, Department) else found.id,)


def _owner(document: Document, measure: Measure) -> tuple[str, ...]:
    name = (measure.owner_role or measure.owner_name).strip()
    return (name,) if name else ()


def _touchpoints(document: Document, measure: Measure) -> tuple[Id, ...]:
    return tuple(i for i in dict.fromkeys(measure.touchpoints) if isinstance(document.find(i), Touchpoint))


_KEYS: Final[dict[Grouping, Callable[[Document, Measure], tuple[str, ...]]]] = {
    Grouping.DEPARTMENT: _departments,
    Grouping.OWNER: _owner,
    Grouping.TOUCHPOINT: _touchpoints,
    Grouping.STATUS: lambda _, measure: (measure.status,),
}
