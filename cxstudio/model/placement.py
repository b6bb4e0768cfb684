"""At which touchpoint and in which journeys a record stands, and what stands at a touchpoint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from cxstudio.model.base import Id, Record
from cxstudio.model.document import Document
from cxstudio.model.journey import BackstageStep, Journey, Note, Picture, Stage, Touchpoint, Transition
from cxstudio.model.measures import Measure
from cxstudio.model.registry import ref_fields

R = TypeVar("R", bound=Record)

PLACED: Final[Mapping[type[Record], str]] = {
    Note: "about",
    BackstageStep: "touchpoint",
    Measure: "touchpoints",
    Picture: "about",
}
"""Kinds of records that stand at touchpoints → the field that names one or several."""


def touchpoint_of(record: Record | None) -> Id | None:
    """The touchpoint a record belongs to: its own id for a touchpoint, the first one for a measure; None for others.

    A way belongs to where it leads from.
    """
    if isinstance(record, Touchpoint):
        return record.id
    if isinstance(record, Transition):
        return record.source
    field = None if record is None else PLACED.get(type(record))
    named = None if field is None else getattr(record, field)
    return named if isinstance(named, str) else next(iter(named or ()), None)


def placed_at(document: Document, kind: type[R], touchpoint: Id) -> tuple[R, ...]:
    """The records of a kind that stand at a touchpoint, in order."""
    return document.having(kind, PLACED[kind], touchpoint)


def journeys_of(document: Document, record: Record) -> tuple[Id, ...]:
    """The journeys a record stands in: several for a measure, none for what belongs to the project as a whole."""
    found: dict[Id, None] = {}
    seen: set[Id] = set()
    waiting = [record]
    while waiting:
        here = waiting.pop()
        if isinstance(here, Journey):
            found[here.id] = None
        elif here.id not in seen:
            seen.add(here.id)
            placed = PLACED.get(type(here))
            named = [f for f in ref_fields(type(here)) if f.owner or f.name == placed]
            around = (document.find(i) for field in named for i in field.targets(here))
            waiting += [r for r in around if r is not None]
    return tuple(found)


def counterpart_in(document: Document, record: Record, journey: Id) -> Id | None:
    """What stands in another journey for a record: the touchpoint or stage it became there, or came from."""
    base = document.find(touchpoint_of(record)) or record
    if not isinstance(base, Touchpoint | Stage):
        return None
    origin = base.counterpart or base.id
    kin = (origin, *(r.id for r in document.having(type(base), "counterpart", origin)))
    return next((i for i in kin if (r := document.find(i)) is not None and journey in journeys_of(document, r)), None)
