"""Edits on several touchpoints or stages at once: each does to all of them what the single one does to one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from cxstudio.edits.journey.journey_edits import duplicate_touchpoint, in_map_order, move_stage, move_touchpoints
from cxstudio.model import Id, Record, Stage, Touchpoint
from cxstudio.store import Draft


def set_on_all(draft: Draft, kind: type[Record], ids: Iterable[Id], /, **values: Any) -> None:
    """Write the same fields of several records. Raises pydantic's ValidationError for a value that does not fit."""
    for record_id in ids:
        draft.update(kind, record_id, **values)


def duplicate_touchpoints(draft: Draft, ids: Sequence[Id]) -> list[Id]:
    """Copies of touchpoints, in every stage behind the last one copied there; returns their ids in map order."""
    groups: dict[Id, list[Id]] = {}
    for touchpoint in in_map_order(draft.document, ids):
        groups.setdefault(draft.get(Touchpoint, touchpoint).stage, []).append(touchpoint)
    made: list[Id] = []
    for stage, group in groups.items():
        copies = [duplicate_touchpoint(draft, touchpoint) for touchpoint in group]
        if len(copies) > 1:
            after = group[-1]
            for copy in copies:
                move_touchpoints(draft, [copy], stage, after)
                after = copy
        made += copies
    return made


def shift_touchpoints(draft: Draft, ids: Sequence[Id], step: int) -> bool:
    """Move touchpoints one place to the left (−1) or right (1), past the borders of stages; False where none can.

    One beside another that moves keeps its place behind it, so a row of them moves as one.
    """
    if not ids:
        return False
    document, moved = draft.document, set(ids)
    journey = document.journey_of(document.get(Touchpoint, next(iter(ids)))).id
    before = [i for s in document.stages(journey) for i in (s.id, *(t.id for t in document.touchpoints(s.id)))]
    row = _shifted(before, moved, step)
    if row == before:
        return False
    stage, after = "", None
    for record_id in row:
        if isinstance(document.find(record_id), Stage):
            stage, after = record_id, None
            continue
        if record_id in moved:
            move_touchpoints(draft, [record_id], stage, after)
        after = record_id
    return True


def shift_stages(draft: Draft, ids: Sequence[Id], step: int) -> bool:
    """Move stages one place to the left (−1) or right (1); False where none can."""
    if not ids:
        return False
    moved = set(ids)
    before = [s.id for s in draft.document.stages(draft.get(Stage, ids[0]).journey)]
    row = _shifted(["", *before], moved, step)[1:]
    if row == before:
        return False
    for place, stage in enumerate(row):
        if stage in moved:
            move_stage(draft, stage, row[place - 1] if place else None)
    return True


def _shifted(row: Sequence[Id], moved: set[Id], step: int) -> list[Id]:
    """The row after each moved one changed places with its neighbour; the very first stays the first."""
    made = list(row)
    places = range(2, len(made)) if step < 0 else range(len(made) - 2, 0, -1)
    for place in places:
        beside = place + (-1 if step < 0 else 1)
        if made[place] in moved and made[beside] not in moved:
            made[place], made[beside] = made[beside], made[place]
    return made
