"""What a step changes of measures is noted with it: which field, on which day; undone with the step, and bounded."""

from __future__ import annotations

from datetime import date
from enum import Enum
from typing import Any, Final

from cxstudio.model import Id, Measure, MeasureChange
from cxstudio.store import Draft
from cxstudio.store.order import key_between

KEPT: Final = 100
"""Changes of one measure that are kept; the oldest go first."""
_NOT_NOTED: Final = frozenset({"id", "order"})
_TYPED: Final = frozenset(
    {"title", "description", "owner_role", "owner_name", "basis", "notes", "ahead_of_basics"}
)  # fmt: skip
"""Typed freely: that they were changed is noted, not what stood there."""


def note_changes(draft: Draft, day: date) -> None:
    """Note what the draft changed of measures that were there before.

    Changes of one field on one day are one entry, from how the day began to how it ended; none where both are alike.
    """
    for before, after in draft.changed(Measure):
        listed = list(draft.document.having(MeasureChange, "measure", after.id))
        for field in Measure.model_fields:
            if field not in _NOT_NOTED and getattr(before, field) != getattr(after, field):
                _note(draft, listed, after.id, field, day, getattr(before, field), getattr(after, field))
        for oldest in listed[:-KEPT]:
            draft.remove(oldest.id)


def _note(
    draft: Draft, listed: list[MeasureChange], measure: Id, field: str, day: date, before: Any, after: Any
) -> None:
    free = field in _TYPED
    known = next((one for one in listed if one.field == field and one.day == day), None)
    if known is None:
        order = key_between(listed[-1].order if listed else None, None)
        made = MeasureChange(
            id=draft.new_id(), measure=measure, day=day, field=field, before="" if free else written(before),
            after="" if free else written(after), order=order,
        )  # fmt: skip
        listed.append(draft.create(made))
    elif not free and known.before == written(after):
        draft.remove(known.id)
        listed.remove(known)
    elif not free:
        draft.update(MeasureChange, known.id, after=written(after))


def written(value: Any) -> str:
    """A value as it is noted: a day, a number, the word of a choice, ids; empty for none."""
    if value is None or value is False:
        return ""
    if isinstance(value, tuple):
        return " ".join(value)
    if isinstance(value, Enum):
        return str(value.value)
    return value.isoformat() if isinstance(value, date) else str(value)
