"""Undo and redo of this user's steps."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cxstudio.model import Document, Id, Record
from cxstudio.model.ideation.sealed_slips import SEALED
from cxstudio.model.registry import map_fields
from cxstudio.store.changes import ABSENT, Change, ChangeSet, Origin, apply, invert, squash
from cxstudio.store.checks import dangling, suspects


@dataclass(frozen=True, slots=True)
class UndoResult:
    """What an undo or redo applies, and what it has to leave because it changed since."""

    step: ChangeSet
    applied: ChangeSet
    left: tuple[Change, ...] = ()
    forward: bool = False
    """True for a redo."""


class History:
    """The steps of one user in one session; steps of phones or merges are not in it."""

    def __init__(self, limit: int = 1000) -> None:
        self._done: list[ChangeSet] = []
        self._undone: list[ChangeSet] = []
        self._limit = limit

    def record(self, step: ChangeSet) -> None:
        """A new step was made: it can be undone, and what was undone before can no longer be redone.

        What is handed in covered is one step, however often: taken back singly, it could be told by comparing.
        """
        if step.origin in {Origin.USER, Origin.IMPORT}:
            if self._done and _goes_on(self._done[-1], step):
                step = replace(step, changes=squash((*self._done.pop().changes, *step.changes)))
            self._done += [step] if step.changes else []
            del self._done[: -self._limit]
            self._undone.clear()

    def replay(self, step: ChangeSet) -> None:
        """Take in a step of an earlier session; the ones that were an undo or a redo are told by their changes."""
        if self._done and step.changes == invert(self._done[-1]).changes:
            self._undone.append(self._done.pop())
        elif self._undone and step.changes == self._undone[-1].changes:
            self._done.append(self._undone.pop())
        else:
            self.record(step)

    def forget(self) -> None:
        """Drop everything (a person's data was deleted for good)."""
        self._done.clear()
        self._undone.clear()

    def join_since(self, step: ChangeSet | None) -> None:
        """Make every step after `step` (None: all) one, named as the first of them; none where nothing remains.

        For an editing that was kept several times on the way. A step that is not there leaves things as they are.
        """
        places = [i for i, done in enumerate(self._done) if done is step]
        if step is not None and not places:
            return
        start = places[-1] + 1 if places else 0
        parts = self._done[start:]
        if not parts:
            return
        changes = squash(change for part in parts for change in part.changes)
        del self._done[start:]
        if changes:
            self._done.append(replace(parts[0], changes=changes))

    def holds(self, step: ChangeSet) -> bool:
        """Whether this very step was made and is not taken back."""
        return any(done is step for done in self._done)

    @property
    def undoable(self) -> ChangeSet | None:
        """The step undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> ChangeSet | None:
        """The step redo would make again."""
        return self._undone[-1] if self._undone else None

    def plan_undo(self, document: Document) -> UndoResult | None:
        """What undo would apply; None when there is nothing to undo. `settle` makes it count."""
        step = self.undoable
        return None if step is None else _fitting(step, invert(step), document, forward=False)

    def plan_redo(self, document: Document) -> UndoResult | None:
        """What redo would apply; None when there is nothing to redo. `settle` makes it count."""
        step = self.redoable
        return None if step is None else _fitting(step, step, document, forward=True)

    def settle(self, result: UndoResult) -> None:
        """The plan was carried out: its step changes sides."""
        source, target = (self._undone, self._done) if result.forward else (self._done, self._undone)
        assert source[-1] is result.step
        target.append(source.pop())


def what_fits(step: ChangeSet, document: Document) -> UndoResult:
    """Of a step made on another document, what can be made on this one: where it finds what it was made on."""
    return _fitting(step, step, document, forward=True)


def _goes_on(last: ChangeSet, step: ChangeSet) -> bool:
    """Whether a step hands one more in where the last one handed in."""
    alike = last.label == step.label and last.records() == step.records()
    return alike and any(change.field == SEALED and change.before for change in step)


def _fitting(step: ChangeSet, wanted: ChangeSet, document: Document, *, forward: bool) -> UndoResult:
    """The changes that still find what they expect, and after which every reference leads somewhere."""
    keep: list[Change] = []
    left: list[Change] = []
    for change in wanted.changes:
        (keep if _still_holds(document, change) else left).append(change)
    while True:
        spoilers = _spoilers(apply(document, keep), keep)
        if not spoilers:
            break
        left += [c for c in keep if c.slot in spoilers]
        keep = [c for c in keep if c.slot not in spoilers]
    return UndoResult(step, replace(wanted, changes=tuple(keep)), tuple(left), forward)


def _still_holds(document: Document, change: Change) -> bool:
    record = document.find(change.record_id)
    if change.field is None:
        return bool(record == change.before)
    if record is None:
        return False
    value = getattr(record, change.field)
    if change.key is not None and change.field in map_fields(change.kind):
        value = value.get(change.key, ABSENT)
    return bool(value is change.before or value == change.before)


def _spoilers(after: Document, keep: list[Change]) -> set[tuple[Id, str | None, str | None]]:
    """Slots of the changes to blame for references that would lead nowhere."""
    by_record: dict[Id, list[Change]] = {}
    for change in keep:
        by_record.setdefault(change.record_id, []).append(change)
    found: set[tuple[Id, str | None, str | None]] = set()
    for record in suspects(after, by_record):
        for field, target in dangling(after, record):
            found.update(_blamed(record, field, target, by_record))
    return found


def _blamed(
    record: Record, field: str, target: Id, by_record: dict[Id, list[Change]]
) -> list[tuple[Id, str | None, str | None]]:
    removals = [c.slot for c in by_record.get(target, ()) if c.removes]
    if removals:
        return removals
    mine = by_record.get(record.id, [])
    exact = [c.slot for c in mine if c.field == field and c.key in {None, target}]
    return exact or [c.slot for c in mine if c.field is None] or [c.slot for c in mine]
