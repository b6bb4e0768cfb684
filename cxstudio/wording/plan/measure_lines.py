"""A measure on one line: who does it, at which touchpoints and how far these fall short."""

from __future__ import annotations

from collections.abc import Callable

from cxstudio.model import Department, Document, Measure, Touchpoint
from cxstudio.wording.texts import Texts

DeltaOf = Callable[[Touchpoint], float | None]
"""The delta of a touchpoint in the round it is judged by; None where it cannot be told."""


def touchpoint_parts(document: Document, measure: Measure, delta_of: DeltaOf, texts: Texts) -> list[str]:
    """Touchpoints with their delta: "Hotline −3.6"; what delights already is strengthened: "strengthens Card +2.0"."""
    parts = []
    for touchpoint in measure.touchpoints:
        record = document.find(touchpoint)
        if isinstance(record, Touchpoint):
            delta = delta_of(record)
            said = " ".join(p for p in (_short(record.name), "" if delta is None else texts.signed(delta)) if p)
            good = delta is not None and delta > 0
            parts.append(texts.tr("strengthens {touchpoint}", touchpoint=said) if good else said)
    return parts


def measure_line(document: Document, measure: Measure, delta_of: DeltaOf, texts: Texts) -> str:
    """Owner, accountable department and touchpoints: "Head of service · Service · Hotline −3.6"; each name once."""
    department = document.find(measure.department)
    parts = [
        measure.owner_role or measure.owner_name,
        department.name if isinstance(department, Department) else "",
        *touchpoint_parts(document, measure, delta_of, texts),
    ]
    return " · ".join(dict.fromkeys(part for part in parts if part))


def _short(name: str) -> str:
    """The first part of a touchpoint's name."""
    return name.split(":", maxsplit=1)[0]
