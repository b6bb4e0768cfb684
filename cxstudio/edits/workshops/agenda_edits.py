"""Workshops and the blocks of their agenda: adding, filling from a template, planning again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from cxstudio.edits.common import key_after, keys_after, last_key
from cxstudio.edits.workshops.group_edits import copy_groups
from cxstudio.errors import N_, UserError
from cxstudio.model import AgendaBlock, Id, Workshop
from cxstudio.store import Draft

MOST_BLOCKS = 200
"""Blocks an agenda has at most."""
_AS_PLANNED: Final = {"agreed": None, "began": "", "ended": "", "halted": 0, "skipped": False}


def add_workshop(draft: Draft, title: str, **fields: Any) -> Id:
    """A new workshop behind the others; returns its id."""
    order = last_key(draft.document.all(Workshop))
    return draft.create(Workshop(id=draft.new_id(), title=title, order=order, **fields)).id


def add_block(draft: Draft, workshop: Id, title: str, after: Id | None = None, **fields: Any) -> Id:
    """A new block behind another one, at the end where none is named; returns its id."""
    family = _room_for(draft, workshop, 1)
    order = last_key(family) if after is None else key_after(family, after)
    made = AgendaBlock(id=draft.new_id(), workshop=workshop, title=title, order=order, **fields)
    return draft.create(made).id


def fill_agenda(draft: Draft, workshop: Id, blocks: Sequence[Mapping[str, Any]]) -> list[Id]:
    """Add the blocks of a template at the end, each given by its fields; returns their ids."""
    family = _room_for(draft, workshop, len(blocks))
    keys = keys_after(family, family[-1].id if family else None, len(blocks))
    made = [
        AgendaBlock(id=draft.new_id(), workshop=workshop, order=key, **fields)
        for fields, key in zip(blocks, keys, strict=True)
    ]
    draft.create_many(made)
    return [block.id for block in made]


def duplicate_block(draft: Draft, block: Id) -> Id:
    """A copy right behind a block, as planned: when the first one was done stays with it. Returns its id."""
    record = draft.get(AgendaBlock, block)
    order = key_after(_room_for(draft, record.workshop, 1), block)
    fresh = {"id": draft.new_id(), "order": order, **_AS_PLANNED}
    made = draft.create(record.model_copy(update=fresh)).id
    copy_groups(draft, block, made)
    return made


def copy_workshop(draft: Draft, workshop: Id) -> Id:
    """A workshop like another one, to be planned for a day of its own: as it was planned, nothing of it has begun."""
    record = draft.get(Workshop, workshop)
    blocks = draft.document.having(AgendaBlock, "workshop", workshop)
    fresh = {"id": draft.new_id(), "order": last_key(draft.document.all(Workshop)), "day": None, "began": "",
             "ended": "", "paused": ""}  # fmt: skip
    made = draft.create(record.model_copy(update=fresh)).id
    for block in blocks:
        copied = block.model_copy(update={"id": draft.new_id(), "workshop": made, **_AS_PLANNED})
        copy_groups(draft, block.id, draft.create(copied).id)
    return made


def _room_for(draft: Draft, workshop: Id, more: int) -> tuple[AgendaBlock, ...]:
    """The blocks of a workshop. Raises UserError where no more have room."""
    draft.get(Workshop, workshop)
    family = draft.document.having(AgendaBlock, "workshop", workshop)
    if len(family) + more > MOST_BLOCKS:
        raise UserError(
            N_("More blocks than {most} do not fit into one agenda."),
            N_("Nothing was added."),
            N_("Plan further days as workshops of their own."),
            most=str(MOST_BLOCKS),
        )
    return family
