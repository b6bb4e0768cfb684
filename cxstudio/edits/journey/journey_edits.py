"""Journeys, stages and touchpoints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from cxstudio.edits.common import duplicate_record, key_after, keys_after, last_key, move_record
from cxstudio.model import Document, Id, Journey, Stage, Touchpoint
from cxstudio.model.kinds import CriticalMark, JourneyKind
from cxstudio.store import Draft

LAST: Final = "\N{BLACK RIGHT-POINTING POINTER}last"
"""Instead of an id in `after`: behind everything."""


def add_journey(draft: Draft, title: str, *, kind: JourneyKind = JourneyKind.AS_IS, **values: Any) -> Id:
    """A new journey behind the others; returns its id."""
    order = last_key(draft.document.all(Journey))
    return draft.create(Journey(id=draft.new_id(), title=title, kind=kind, order=order, **values)).id


def begin_journey(draft: Draft, title: str, stages: Iterable[str], **values: Any) -> Id:
    """A new as-is journey with these stages; where the title is taken it gets a number; returns its id."""
    journey = add_journey(draft, free_title(draft.document, title), **values)
    for name in stages:
        add_stage(draft, journey, name)
    return journey


def free_title(document: Document, title: str, kind: JourneyKind | None = None) -> str:
    """The title, with a number behind it where another journey (of that kind) is called so."""
    taken = {j.title for j in document.all(Journey) if kind in (None, j.kind)}
    numbered = (f"{title} {n}" for n in range(2, len(taken) + 3))
    return title if title not in taken else next(each for each in numbered if each not in taken)


def add_stage(draft: Draft, journey: Id, name: str, *, after: Id | None = LAST) -> Id:
    """A new stage behind `after` (None: in front); returns its id."""
    draft.get(Journey, journey)
    family = draft.document.stages(journey)
    order = last_key(family) if after == LAST else key_after(family, after)
    return draft.create(Stage(id=draft.new_id(), journey=journey, name=name, order=order)).id


def move_stage(draft: Draft, stage: Id, after: Id | None) -> None:
    """Move a stage with its touchpoints behind another one (None: to the front)."""
    move_record(draft, Stage, stage, after)


def add_touchpoint(draft: Draft, stage: Id, name: str = "", *, after: Id | None = LAST, **values: Any) -> Id:
    """A new touchpoint in a stage behind `after` (None: in front); returns its id."""
    draft.get(Stage, stage)
    family = draft.document.touchpoints(stage)
    order = last_key(family) if after == LAST else key_after(family, after)
    return draft.create(Touchpoint(id=draft.new_id(), stage=stage, name=name, order=order, **values)).id


def add_touchpoints(draft: Draft, stage: Id, names: Sequence[str], *, after: Id | None = LAST) -> list[Id]:
    """Several new touchpoints in a row; returns their ids."""
    draft.get(Stage, stage)
    family = draft.document.touchpoints(stage)
    if after == LAST:
        after = family[-1].id if family else None
    keys = keys_after(family, after, len(names))
    made = [Touchpoint(id=draft.new_id(), stage=stage, name=n, order=k) for n, k in zip(names, keys, strict=True)]
    draft.create_many(made)
    return [t.id for t in made]


def move_touchpoints(draft: Draft, ids: Sequence[Id], stage: Id, after: Id | None) -> None:
    """Move touchpoints, in the order of the map, into a stage behind `after` (None: to its front)."""
    draft.get(Stage, stage)
    moved = set(ids)
    family = [t for t in draft.document.touchpoints(stage) if t.id not in moved]
    place = after
    if after is not None and after in moved:
        whole = draft.document.touchpoints(stage)
        ahead = [t.id for t in whole[: [t.id for t in whole].index(after)] if t.id not in moved]
        place = ahead[-1] if ahead else None
    keys = keys_after(family, place, len(ids))
    for touchpoint, order in zip(in_map_order(draft.document, ids), keys, strict=True):
        draft.update(Touchpoint, touchpoint, stage=stage, order=order)


def in_map_order(document: Document, ids: Iterable[Id]) -> list[Id]:
    """Touchpoints as they stand on the map. Raises MissingRecord."""

    def place(touchpoint_id: Id) -> tuple[str, str, str, str]:
        touchpoint = document.get(Touchpoint, touchpoint_id)
        stage = document.get(Stage, touchpoint.stage)
        return (stage.order, stage.id, touchpoint.order, touchpoint.id)

    return sorted(ids, key=place)


def duplicate_touchpoint(draft: Draft, touchpoint: Id) -> Id:
    """A copy right behind the touchpoint, with its notes and pictures, without ratings; returns its id."""
    return duplicate_record(
        draft, Touchpoint, touchpoint, critical=CriticalMark.BY_RULE, critical_reason="", no_measure_reason=""
    )


def mark_critical(draft: Draft, ids: Iterable[Id], mark: CriticalMark, reason: str | None = None) -> None:
    """The group's word on whether touchpoints are critical; a reason of None leaves the one there is."""
    for touchpoint in ids:
        values: dict[str, Any] = {"critical": mark}
        if reason is not None:
            values["critical_reason"] = reason
        draft.update(Touchpoint, touchpoint, **values)


def mark_stardust(draft: Draft, ids: Iterable[Id], on: bool) -> None:
    """Mark touchpoints as stardust, or take the mark away."""
    for touchpoint in ids:
        draft.update(Touchpoint, touchpoint, stardust=on)
