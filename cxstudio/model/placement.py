"""At which touchpoint a record stands."""

from __future__ import annotations

from cxstudio.model.base import Id
from cxstudio.model.journey import BackstageStep, Note, Picture, Touchpoint
from cxstudio.model.measures import Measure


def touchpoint_of(record: object) -> Id | None:
    """The touchpoint a record belongs to: its own id for a touchpoint, the first one for a measure; None for others."""
    if isinstance(record, Touchpoint):
        return record.id
    if isinstance(record, Note):
        return record.about
    if isinstance(record, BackstageStep):
        return record.touchpoint
    if isinstance(record, Picture):
        return record.about
    if isinstance(record, Measure):
        return record.touchpoints[0] if record.touchpoints else None
    return None
