"""At which touchpoint a record stands, and what stands at a touchpoint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, TypeVar

from cxstudio.model.base import Id, Record
from cxstudio.model.document import Document
from cxstudio.model.journey import BackstageStep, Note, Picture, Touchpoint
from cxstudio.model.measures import Measure

R = TypeVar("R", bound=Record)

PLACED: Final[Mapping[type[Record], str]] = {
    Note: "about",
    BackstageStep: "touchpoint",
    Measure: "touchpoints",
    Picture: "about",
}
"""Kinds of records that stand at touchpoints → the field that names one or several."""


def touchpoint_of(record: Record | None) -> Id | None:
    """The touchpoint a record belongs to: its own id for a touchpoint, the first one for a measure; None for others."""
    if isinstance(record, Touchpoint):
        return record.id
    field = None if record is None else PLACED.get(type(record))
    named = None if field is None else getattr(record, field)
    return named if isinstance(named, str) else next(iter(named or ()), None)


def placed_at(document: Document, kind: type[R], touchpoint: Id) -> tuple[R, ...]:
    """The records of a kind that stand at a touchpoint, in order."""
    return document.having(kind, PLACED[kind], touchpoint)
