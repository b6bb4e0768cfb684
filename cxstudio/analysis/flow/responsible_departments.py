"""Which departments stand behind a touchpoint or a measure, each followed to the one it was merged into."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.model import Department, Document, Id, Measure, Touchpoint


def merged(document: Document, department: Id | None) -> Department | None:
    """The department that stands for this one today; None where there is none."""
    found = document.find(department)
    seen: set[Id] = set()
    while isinstance(found, Department) and found.merged_into and found.id not in seen:
        seen.add(found.id)
        found = document.find(found.merged_into)
    return found if isinstance(found, Department) else None


def accountable(document: Document, touchpoint: Touchpoint) -> Department | None:
    """The department that answers for a touchpoint: the one named for it, else the first."""
    return merged(document, touchpoint.accountable or next(iter(touchpoint.departments), None))


def departments_of(document: Document, touchpoint: Touchpoint) -> frozenset[Id]:
    """All departments behind a touchpoint."""
    return _today(document, (touchpoint.accountable, *touchpoint.departments))


def measure_departments(document: Document, measure: Measure) -> frozenset[Id]:
    """The department that owns a measure, and those that contribute."""
    return _today(document, (measure.department, *measure.contributing))


def _today(document: Document, named: Iterable[Id | None]) -> frozenset[Id]:
    found = (merged(document, i) for i in set(named))
    return frozenset(department.id for department in found if department is not None)
