"""A change set: what changed, field by field, reversible and squashable."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

from cxstudio.model import Document, FrozenMap, Id, Record
from cxstudio.model.registry import map_fields


class Origin(StrEnum):
    """Who made a change."""

    USER = "user"
    PHONE = "phone"
    IMPORT = "import"
    RECOVERY = "recovery"
    MERGE = "merge"


class _Absent:
    """Stands for "this key is not in the map"."""

    _instance: _Absent | None = None

    def __new__(cls) -> _Absent:
        if cls._instance is None:
            cls._instance = super().__new__(cls)
        return cls._instance

    def __repr__(self) -> str:
        return "ABSENT"

    def __reduce__(self) -> tuple[type[_Absent], tuple[()]]:
        return (_Absent, ())


ABSENT: Final = _Absent()


@dataclass(frozen=True, slots=True)
class Change:
    """One field of one record (or one key of its map field), before and after.

    Creation and removal have no field: `before` or `after` is then the whole record, the other None.
    """

    record_id: Id
    kind: type[Record]
    field: str | None
    before: Any
    after: Any
    key: str | None = None

    @property
    def slot(self) -> tuple[Id, str | None, str | None]:
        """What this change writes to."""
        return (self.record_id, self.field, self.key)

    @property
    def creates(self) -> bool:
        return self.field is None and self.before is None

    @property
    def removes(self) -> bool:
        return self.field is None and self.after is None

    def inverted(self) -> Change:
        return replace(self, before=self.after, after=self.before)


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One step: the changes in order, what to call it, and where it came from."""

    changes: tuple[Change, ...]
    label: str = ""
    """Message id of the step's name, for the undo entry; may hold {placeholders}."""
    origin: Origin = Origin.USER
    label_args: tuple[tuple[str, str], ...] = field(default=())

    def __bool__(self) -> bool:
        return bool(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def records(self) -> frozenset[Id]:
        """Ids of all records created, changed or removed."""
        return frozenset(c.record_id for c in self.changes)

    def touches(self, *kinds: type[Record]) -> bool:
        """Whether any record of these kinds is concerned."""
        return any(issubclass(c.kind, kinds) for c in self.changes)


def apply(document: Document, changes: Iterable[Change]) -> Document:
    """The document after the changes. Writes `after` whatever stood there; unknown records are left alone."""
    put: dict[Id, Record] = {}
    drop: set[Id] = set()
    fields: dict[Id, dict[str, Any]] = {}
    for change in changes:
        rid = change.record_id
        if change.field is None:
            fields.pop(rid, None)
            if change.after is None:
                drop.add(rid)
                put.pop(rid, None)
            else:
                drop.discard(rid)
                put[rid] = change.after
            continue
        record = put.get(rid) or (None if rid in drop else document.find(rid))
        if record is None:
            continue
        pending = fields.setdefault(rid, {})
        pending[change.field] = _written(pending.get(change.field, getattr(record, change.field)), change)
    for rid, values in fields.items():
        record = put.get(rid) or document.find(rid)
        assert record is not None
        put[rid] = record.model_copy(update=values)
    return document.evolve(put.values(), drop)


def _written(current: Any, change: Change) -> Any:
    if change.key is None:
        return change.after
    held: FrozenMap[str, Any] = current if isinstance(current, FrozenMap) else FrozenMap(current)
    return held.without_key(change.key) if change.after is ABSENT else held.with_key(change.key, change.after)


def invert(changes: ChangeSet) -> ChangeSet:
    """The change set that takes this one back."""
    return replace(changes, changes=tuple(c.inverted() for c in reversed(changes.changes)))


_Slots = dict[tuple[str | None, str | None], Change]


def squash(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same effect with one change per slot; what ends where it began disappears."""
    records: dict[Id, _Slots] = {}
    for change in changes:
        slots = records.setdefault(change.record_id, {})
        whole = slots.get(_WHOLE)
        if change.field is None:
            records[change.record_id] = _replaced(slots, whole, change)
        elif whole is not None and whole.after is not None:
            value = _written(getattr(whole.after, change.field), change)
            slots[_WHOLE] = replace(whole, after=whole.after.model_copy(update={change.field: value}))
        else:
            _merge(slots, change)
    return tuple(c for slots in records.values() for c in slots.values() if c.field is None or c.before != c.after)


_WHOLE: Final = (None, None)


def _replaced(slots: _Slots, whole: Change | None, change: Change) -> _Slots:
    """A record's slots once it is created or removed as a whole."""
    if change.after is None:
        if whole is not None and whole.before is None:
            return {}  # created and removed again: nothing happened
        parts = [c.inverted() for c in slots.values() if c.field is not None]
        original = apply(Document([change.before]), parts).find(change.record_id) if parts else change.before
        return {_WHOLE: replace(change, before=whole.before if whole is not None else original)}
    if whole is None or whole.before is None:
        return {_WHOLE: change}
    if type(whole.before) is not type(change.after):
        return {_WHOLE: Change(change.record_id, change.kind, None, whole.before, change.after)}
    fresh: _Slots = {}
    for part in difference(whole.before, change.after):
        _merge(fresh, part)
    return fresh


def _merge(slots: _Slots, change: Change) -> None:
    place = (change.field, change.key)
    known = slots.get(place)
    slots[place] = change if known is None else replace(known, after=change.after)


def difference(before: Record, after: Record) -> Iterator[Change]:
    """The field-level changes that lead from one state of a record to another."""
    kind = type(after)
    maps = map_fields(kind)
    for name in kind.model_fields:
        old, new = getattr(before, name), getattr(after, name)
        if old == new:
            continue
        if name in maps:
            for key in [*old, *(k for k in new if k not in old)]:
                a, b = old.get(key, ABSENT), new.get(key, ABSENT)
                if a is not b and a != b:
                    yield Change(after.id, kind, name, a, b, key)
        else:
            yield Change(after.id, kind, name, old, new)


def between(before: Document, after: Document, ids: Iterable[Id]) -> tuple[Change, ...]:
    """The changes that lead from one document to another, as far as these records are concerned."""
    found: list[Change] = []
    for record_id in sorted(ids):
        old, new = before.find(record_id), after.find(record_id)
        if old is new:
            continue
        if old is not None and type(old) is type(new):
            assert new is not None
            found.extend(difference(old, new))
            continue
        if old is not None:
            found.append(Change(record_id, type(old), None, old, None))
        if new is not None:
            found.append(Change(record_id, type(new), None, None, new))
    return tuple(found)
