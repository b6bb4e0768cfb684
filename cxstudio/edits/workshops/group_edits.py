"""Groups a block is done in: adding one, and dealing the people out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cxstudio.edits.common import keys_after, last_key
from cxstudio.errors import N_, UserError
from cxstudio.model import AgendaBlock, BreakoutGroup, Id
from cxstudio.store import Draft

MOST_GROUPS = 40
"""Groups of a block at most."""


def add_group(draft: Draft, block: Id, name: str, **fields: Any) -> Id:
    """A new group behind the others; returns its id. Raises UserError where no more have room."""
    family = _groups_with_room(draft, block, 1)
    made = BreakoutGroup(id=draft.new_id(), block=block, name=name, order=last_key(family), **fields)
    return draft.create(made).id


def deal_into_groups(draft: Draft, block: Id, names: Sequence[str], people: Sequence[Id] = (), headcount: int = 0,
                     groups: int = 1) -> list[Id]:  # fmt: skip
    """Deal everybody into so many groups, as evenly as possible; returns their ids.

    Listed people are dealt in the order given; where none are, `headcount` is. Groups there are keep name, place and
    task; new ones are called by `names` in turn, and those too many are removed. Raises UserError where so many groups
    have no room.
    """
    draft.get(AgendaBlock, block)
    family = list(draft.document.having(BreakoutGroup, "block", block))
    wanted = max(1, groups)
    draft.remove_many([group.id for group in family[wanted:]])
    family = family[:wanted]
    more = wanted - len(family)
    _groups_with_room(draft, block, more)
    keys = keys_after(family, family[-1].id if family else None, more)
    known = {group.name for group in family}
    free = [name for name in names if name not in known]
    called = [free[place] if place < len(free) else "" for place in range(more)]
    made = [BreakoutGroup(id=draft.new_id(), block=block, name=name, order=key)
            for name, key in zip(called, keys, strict=True)]  # fmt: skip
    draft.create_many(made)
    ids = [group.id for group in (*family, *made)]
    for place, group in enumerate(ids):
        size = 0 if people else max(0, headcount) // wanted + (place < max(0, headcount) % wanted)
        draft.update(BreakoutGroup, group, people=tuple(people[place::wanted]), headcount=min(size, 9999))
    return ids


def copy_groups(draft: Draft, block: Id, to: Id) -> None:
    """The groups of a block for another one, too."""
    for group in draft.document.having(BreakoutGroup, "block", block):
        draft.create(group.model_copy(update={"id": draft.new_id(), "block": to}))


def _groups_with_room(draft: Draft, block: Id, more: int) -> tuple[BreakoutGroup, ...]:
    draft.get(AgendaBlock, block)
    family = draft.document.having(BreakoutGroup, "block", block)
    if len(family) + more > MOST_GROUPS:
        raise UserError(
            N_("A block has at most {most} groups."), N_("Nothing was added."), N_("Put people together in groups."),
            most=str(MOST_GROUPS),
        )  # fmt: skip
    return family
