"""Giving channels and departments to touchpoints, and taking them away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from cxstudio.edits.people import find_or_add_channel, find_or_add_department
from cxstudio.model import Id, Touchpoint
from cxstudio.store import Draft

Linked = Literal["channels", "departments"]
"""The fields of a touchpoint that hold them."""


def link(draft: Draft, touchpoints: Iterable[Id], field: Linked, record: Id, *, on: bool) -> None:
    """Give a channel or department to touchpoints, behind those they have, or take it from them.

    A department that is taken away answers for the touchpoint no longer.
    """
    for each in touchpoints:
        touchpoint = draft.get(Touchpoint, each)
        kept = tuple(i for i in getattr(touchpoint, field) if i != record)
        if on and len(kept) != len(getattr(touchpoint, field)):
            continue
        values: dict[str, Any] = {field: (*kept, record) if on else kept}
        if not on and field == "departments" and touchpoint.accountable == record:
            values["accountable"] = None
        draft.update(Touchpoint, each, **values)


def link_named(draft: Draft, touchpoints: Iterable[Id], field: Linked, name: str) -> Id:
    """Give the channel or department of that name to touchpoints, made where there is none; returns its id."""
    record = find_or_add_channel(draft, name) if field == "channels" else find_or_add_department(draft, name)
    link(draft, touchpoints, field, record, on=True)
    return record
