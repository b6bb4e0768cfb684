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


def squash(changes: Iterable[Change]) -> tuple[Change, ...]:
    """The same effect with one change per slot; what ends where it began disappears."""
    created: dict[Id, Record] = {}
    removed: dict[Id, Change] = {}
    slots: dict[tuple[Id, str | None, str | None], Change] = {}
    order: list[tuple[Id, str | None, str | None]] = []
    for change in changes:
        rid = change.record_id
        if change.creates and rid in removed:
            gone = removed.pop(rid)
            for part in difference(gone.before, change.after):
                _merge(slots, order, part)
        elif change.creates:
            created[rid] = change.after
            _merge(slots, order, change)
        elif change.removes:
            _settle_removal(slots, order, created, removed, change)
        elif rid in created:
            created[rid] = created[rid].model_copy(
                update={str(change.field): _written(getattr(created[rid], str(change.field)), change)}
            )
            slots[(rid, None, None)] = replace(slots[(rid, None, None)], after=created[rid])
        else:
            _merge(slots, order, change)
    kept = [slots[s] for s in order if s in slots]
    rest = tuple(c for c in kept if c.field is None or c.before != c.after)
    return tuple(removed.values()) + rest if removed else rest


def _merge(slots: dict[Any, Change], order: list[Any], change: Change) -> None:
    known = slots.get(change.slot)
    if known is None:
        if change.slot not in order:
            order.append(change.slot)
        slots[change.slot] = change
    else:
        slots[change.slot] = replace(known, after=change.after)


def _settle_removal(
    slots: dict[Any, Change],
    order: list[Any],
    created: dict[Id, Record],
    removed: dict[Id, Change],
    change: Change,
) -> None:
    rid = change.record_id
    mine = [slots.pop(s) for s in order if s[0] == rid and s in slots]
    if rid in created:
        del created[rid]
        return
    original = apply(Document([change.before]), [c.inverted() for c in reversed(mine)]).find(rid)
    removed[rid] = replace(change, before=original)


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
