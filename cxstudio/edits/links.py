"""Giving channels and departments to touchpoints and personas to journeys, and taking them away."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final, Literal

from cxstudio.edits.people import add_told_persona, find_or_add_channel, find_or_add_department
from cxstudio.model import Id, Journey, Record, Touchpoint
from cxstudio.store import Draft

Linked = Literal["channels", "departments", "personas"]
"""The fields that hold them."""
OWNERS: Final[dict[Linked, type[Record]]] = {
    "channels": Touchpoint,
    "departments": Touchpoint,
    "personas": Journey,
}
"""Field → the kind of record that has it."""
_MAKERS: Final[dict[Linked, Callable[[Draft, str], Id]]] = {
    "channels": find_or_add_channel,
    "departments": find_or_add_department,
    "personas": add_told_persona,
}


def link(draft: Draft, owners: Iterable[Id], field: Linked, record: Id, *, on: bool) -> None:
    """Give a record to those that refer to it in a field, behind what they have there, or take it from them.

    A department that is taken away answers for the touchpoint no longer.
    """
    for each in owners:
        owner = draft.get(OWNERS[field], each)
        held: tuple[Id, ...] = getattr(owner, field)
        kept = tuple(i for i in held if i != record)
        if on and len(kept) != len(held):
            continue
        values: dict[str, Any] = {field: (*kept, record) if on else kept}
        if not on and field == "departments" and getattr(owner, "accountable", None) == record:
            values["accountable"] = None
        draft.update(OWNERS[field], each, **values)


def link_named(draft: Draft, owners: Iterable[Id], field: Linked, name: str) -> Id:
    """Give the record of that name to its owners, made where there is none; returns its id."""
    record = _MAKERS[field](draft, name)
    link(draft, owners, field, record, on=True)
    return record
