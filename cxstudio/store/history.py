"""Undo and redo of this user's steps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxstudio.model import Document
from cxstudio.model.registry import map_fields
from cxstudio.store.changes import ABSENT, Change, ChangeSet, Origin, invert


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What an undo or redo applies, and how many fields it had to leave because they changed since."""

    step: ChangeSet
    applied: ChangeSet
    left: tuple[Change, ...] = ()


class History:
    """The steps of one user in one session; steps of phones or merges are not in it."""

    def __init__(self, limit: int = 1000) -> None:
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        self._limit = limit

    def record(self, step: ChangeSet) -> None:
        """A new step was made: it can be undone, and what was undone before can no longer be redone."""
        if step.origin in (Origin.USER, Origin.IMPORT):
            self._done.append(step)
            del self._done[: -self._limit]
            self._undone.clear()

    def forget(self) -> None:
        """Drop everything (a person's data was deleted for good)."""
        self._done.clear()
        self._undone.clear()

    @property
    def undoable(self) -> ChangeSet | None:
        """The step undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> ChangeSet | None:
        """The step redo would make again."""
        return self._undone[-1] if self._undone else None

    def undo(self, document: Document) -> UndoResult | None:
        """Move one step to the redo side and say what to apply; None when there is nothing to undo."""
        if not self._done:
            return None
        step = self._done.pop()
        self._undone.append(step)
        return _fitting(step, invert(step), document)

    def redo(self, document: Document) -> UndoResult | None:
        """Move one step back and say what to apply; None when there is nothing to redo."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        return _fitting(step, step, document)


def _fitting(step: ChangeSet, wanted: ChangeSet, document: Document) -> UndoResult:
    keep: list[Change] = []
    left: list[Change] = []
    for change in wanted.changes:
        (keep if _still_holds(document, change) else left).append(change)
    return UndoResult(step, replace(wanted, changes=tuple(keep)), tuple(left))


def _still_holds(document: Document, change: Change) -> bool:
    record = document.find(change.record_id)
    if change.field is None:
        return record is None if change.before is None else record is not None
    if record is None:
        # Created again earlier in the same step, or gone for good: apply() sorts the two out.
        return True
    value = getattr(record, change.field)
    if change.key is not None and change.field in map_fields(change.kind):
        value = value.get(change.key, ABSENT)
    return bool(value == change.before)
