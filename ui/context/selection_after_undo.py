"""What is selected after undo and redo: the records the step touched, or what stands beside the ones that went."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.model import (
    BackstageStep,
    Document,
    Id,
    Measure,
    Note,
    Record,
    Stage,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.store import Change

_PLACES: Final = (Touchpoint, Stage, Note, Measure, Transition, BackstageStep)
_MANY: Final = 200
"""More are not selected at once: the first stands for all."""


def place_after(document: Document, changes: Sequence[Change], selected: tuple[Id, ...]) -> tuple[Id, ...]:
    """What to select once these changes are made; `selected` where they name no place."""
    made = [c.record_id for c in changes if c.creates and isinstance(document.find(c.record_id), Touchpoint | Stage)]
    touched = made or list(dict.fromkeys(i for change in changes if (i := _touched(document, change)) is not None))
    if touched:
        if selected and set(selected) <= set(touched):
            return selected
        cards = [i for i in touched if isinstance(document.find(i), Touchpoint)] or touched
        return tuple(cards[:1] if len(cards) > _MANY else cards)
    gone = [change.before for change in changes if change.removes and isinstance(change.before, Record)]
    beside = (place for record in sorted(gone, key=_rank) if (place := _beside(document, record)) is not None)
    found = next(beside, None)
    return selected if found is None else (found,)


def _touched(document: Document, change: Change) -> Id | None:
    record = document.find(change.record_id)
    if isinstance(record, TouchpointRatings):
        return record.touchpoint
    return record.id if isinstance(record, _PLACES) else None


def _rank(record: Record) -> int:
    return _PLACES.index(type(record)) if isinstance(record, _PLACES) else len(_PLACES)


def _beside(document: Document, gone: Record) -> Id | None:
    """The one before it, else what it hung on; None where that went too."""
    family: Sequence[Touchpoint | Stage]
    if isinstance(gone, Touchpoint):
        family, around = document.touchpoints(gone.stage), gone.stage
    elif isinstance(gone, Stage):
        family, around = document.stages(gone.journey), None
    elif isinstance(gone, Note):
        family, around = (), gone.about
    elif isinstance(gone, BackstageStep):
        family, around = (), gone.touchpoint
    else:
        family, around = (), gone.source if isinstance(gone, Transition) else None
    before = [r for r in family if isinstance(gone, Touchpoint | Stage) and (r.order, r.id) < (gone.order, gone.id)]
    if before:
        return before[-1].id
    return around if around is not None and around in document else None
