"""What a step changes of measures and their targets is noted with it: which field, on which day; undone with it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, Final

from cxstudio.model import Id, Measure, MeasureChange, Record, Target
from cxstudio.store import Draft
from cxstudio.store.order import key_between
from cxstudio.wording.findings.measure_history_lines import OF_TARGET, TARGETS

KEPT: Final = 100
"""Changes of one measure that are kept; the oldest go first."""
_NOT_NOTED: Final = frozenset({"id", "order", "measure"})
_TYPED: Final = frozenset(
    {"title", "description", "owner_role", "owner_name", "basis", "notes", "ahead_of_basics", "label", "unit", "note"}
)  # fmt: skip
"""Typed freely: that they were changed is noted, not what stood there."""


def note_changes(draft: Draft, day: date) -> None:
    """Note what the draft changed of measures that were there before, and of their targets.

    Changes of one field on one day are one entry, from how the day began to how it ended; none where both are alike.
    """
    noted: dict[Id, _Notes] = {}
    for measure, target, field, before, after in list(_changes(draft)):
        noted.setdefault(measure, _Notes(draft, measure, day)).add(field, before, after, target)
    for notes in noted.values():
        notes.keep(KEPT)


_Change = tuple[Id, Id | None, str, Any, Any]


def _changes(draft: Draft) -> Iterator[_Change]:
    """Measure, target, field, before and after of everything that is noted."""
    for was, now in draft.changed(Measure):
        yield from ((now.id, None, field, a, b) for field, a, b in _differing(was, now))
    made, gone = draft.came_or_went(Target)
    new = {one.id for one in draft.came_or_went(Measure)[0]}
    for was_target, target in draft.changed(Target):
        for field, a, b in _differing(was_target, target) if target.measure not in new else ():
            yield target.measure, target.id, OF_TARGET + field, a, b
    for measure in dict.fromkeys(one.measure for one in (*made, *gone)):
        if measure in draft.document and measure not in new:
            now_ = len(draft.document.having(Target, "measure", measure))
            before = now_ - sum(one.measure == measure for one in made) + sum(one.measure == measure for one in gone)
            yield measure, None, TARGETS, before, now_


def _differing(was: Record, now: Record) -> Iterator[tuple[str, Any, Any]]:
    for field in type(now).model_fields:
        if field not in _NOT_NOTED and getattr(was, field) != getattr(now, field):
            yield field, getattr(was, field), getattr(now, field)


class _Notes:
    """The notes on one measure."""

    def __init__(self, draft: Draft, measure: Id, day: date) -> None:
        self._draft, self._measure, self._day = draft, measure, day
        self._listed = list(draft.document.having(MeasureChange, "measure", measure))

    def keep(self, most: int) -> None:
        """The newest ones stay."""
        for oldest in self._listed[:-most]:
            self._draft.remove(oldest.id)

    def add(self, field: str, before: Any, after: Any, target: Id | None) -> None:
        """Note one change; with others of the field on this day it is one note."""
        _note(self._draft, self._listed, self._measure, (field, target), self._day, before, after)


def _note(
    draft: Draft, listed: list[MeasureChange], measure: Id, place: tuple[str, Id | None], day: date, before: Any,
    after: Any,
) -> None:  # fmt: skip
    field, target = place
    free = field.removeprefix(OF_TARGET) in _TYPED
    known = next((one for one in listed if (one.field, one.target, one.day) == (field, target, day)), None)
    if known is None:
        order = key_between(listed[-1].order if listed else None, None)
        made = MeasureChange(
            id=draft.new_id(), measure=measure, day=day, field=field, target=target,
            before="" if free else written(before), after="" if free else written(after), order=order,
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
