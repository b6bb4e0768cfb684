"""A draft: the document while an edit is at work on it, and the changes made so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from cxstudio.model import Document, Id, Record, new_id
from cxstudio.model.registry import ref_fields
from cxstudio.store.changes import Change, apply, difference, squash

R = TypeVar("R", bound=Record)


class Draft:
    """What an edit function gets. Reads see its own writes; nothing outside sees any of it.

    Writes within one call are gathered and applied to the document when it is next read.
    """

    def __init__(self, document: Document) -> None:
        self._base = document
        self._document = document
        self._changes: list[Change] = []
        self._pending: list[Change] = []
        self._waiting: set[Id] = set()
        """Records the pending changes write to."""

    @property
    def document(self) -> Document:
        """The document with everything written so far."""
        if self._pending:
            self._document = apply(self._document, self._pending)
            self._pending = []
            self._waiting = set()
        return self._document

    @property
    def changes(self) -> tuple[Change, ...]:
        """Everything written so far, one change per field or map key."""
        return squash(self._changes)

    def changed(self, kind: type[R]) -> list[tuple[R, R]]:
        """Records of a kind that were there before and still are, as they were and as they are; those that differ."""
        ids = dict.fromkeys(c.record_id for c in self._changes if c.kind is kind and c.field is not None)
        pairs = ((self._base.find(i), self.document.find(i)) for i in ids)
        return [(a, b) for a, b in pairs if isinstance(a, kind) and isinstance(b, kind) and a != b]

    def came_or_went(self, kind: type[R]) -> tuple[list[R], list[R]]:
        """Records of a kind that were not there before, and those that are gone."""
        ids = dict.fromkeys(c.record_id for c in self._changes if c.kind is kind and c.field is None)
        made = [r for i in ids if i not in self._base and isinstance(r := self.document.find(i), kind)]
        gone = [r for i in ids if i not in self.document and isinstance(r := self._base.find(i), kind)]
        return made, gone

    def new_id(self) -> Id:
        """A fresh id for a record to be created."""
        return new_id()

    def get(self, kind: type[R], record_id: Id) -> R:
        """The record as it stands in the draft. Raises MissingRecord."""
        known = self.document if record_id in self._waiting else self._document
        return known.get(kind, record_id)

    def create(self, record: R) -> R:
        """Add a record, validated as by `update`; returns it. Raises ValidationError, ValueError for a taken id."""
        if record.id in self.document:
            raise ValueError(f"the id {record.id!r} is taken")
        return self._add(record)

    def create_many(self, records: list[R]) -> None:
        """Add many records at once (imports, samples), as `create` does."""
        known = self.document
        for record in records:
            if record.id in known:
                raise ValueError(f"the id {record.id!r} is taken")
            self._add(record)

    def update(self, kind: type[R], record_id: Id, /, **values: Any) -> R:
        """Write fields of a record; the result is validated. Raises MissingRecord, ValidationError."""
        before = self.get(kind, record_id)
        after = kind.model_validate({**_shallow(before), **values})
        for change in difference(before, after):
            self._write(change)
        return after

    def remove(self, record_id: Id) -> None:
        """Remove a record, everything that belongs to it, and every other reference to it."""
        self.remove_many((record_id,))

    def remove_many(self, ids: Iterable[Id]) -> None:
        """Remove records as `remove` does; the document is looked at once, however many they are."""
        document = self.document
        gone = _with_belongings(document, ids)
        mended: dict[Id, dict[str, Any]] = {}
        for record_id in gone:
            for other, name in document.references_to(record_id):
                if other.id not in gone:
                    ref = next(r for r in ref_fields(type(other)) if r.name == name)
                    values = mended.setdefault(other.id, {})
                    values[name] = ref.without(other.model_copy(update=values), record_id)
        for record_id, values in mended.items():
            kind = type(document.get(Record, record_id))
            self.update(kind, record_id, **values)
        for record_id, record in gone.items():
            self._write(Change(record_id, type(record), None, record, None))

    def _add(self, record: R) -> R:
        """A copy of another record with new values was never validated: a file would not hold what does not fit."""
        valid = type(record).model_validate(record.__dict__)
        made = record if valid.__dict__ == record.__dict__ else valid
        self._write(Change(made.id, type(made), None, None, made))
        return made

    def _write(self, change: Change) -> None:
        self._changes.append(change)
        self._pending.append(change)
        self._waiting.add(change.record_id)


def _shallow(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}


def _with_belongings(document: Document, ids: Iterable[Id]) -> dict[Id, Record]:
    """Records and everything that belongs to them; what belongs to another one stands ahead of it."""
    gone: dict[Id, Record] = {}
    waiting = list(ids)
    while waiting:
        record = document.find(waiting.pop())
        if record is None or record.id in gone:
            continue
        gone[record.id] = record
        for other, name in document.references_to(record.id):
            if any(ref.owner for ref in ref_fields(type(other)) if ref.name == name):
                waiting.append(other.id)
    return dict(reversed(gone.items()))
