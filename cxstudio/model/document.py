"""The whole project at one moment: an immutable map from id to record, with its indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, TypeVar, cast

from cxstudio.model.base import Id, Ordered, Record
from cxstudio.model.journey import Journey, Stage, Touchpoint
from cxstudio.model.project import Project
from cxstudio.model.registry import PROJECT_ID, ref_fields

R = TypeVar("R", bound=Record)
_Kind = type[Record]
_Slot = tuple[_Kind, str]
_Index = dict[Id, tuple[Id, ...]]


class MissingRecord(LookupError):
    """A record that was asked for is not (or no longer) in the document."""


class Document:
    """Immutable. `evolve` gives the next one; whatever did not change is shared between the two.

    Indexes are kept per (kind, reference field), built when first asked for and carried on afterwards.
    """

    __slots__ = ("_indexes", "_kinds", "_ordered", "_records", "_rows")

    def __init__(self, records: Iterable[Record] = ()) -> None:
        self._records: dict[Id, Record] = {}
        self._kinds: dict[_Kind, dict[Id, Record]] = {}
        self._indexes: dict[_Slot, _Index] = {}
        self._ordered: dict[_Kind, tuple[Record, ...]] = {}
        self._rows: dict[Id, tuple[Touchpoint, ...]] = {}
        """Journey → its touchpoints, as long as no stage and no touchpoint changes."""
        for record in records:
            if record.id in self._records:
                raise ValueError(f"two records share the id {record.id!r}")
            self._records[record.id] = record
            self._kinds.setdefault(type(record), {})[record.id] = record

    def __len__(self) -> int:
        return len(self._records)

    def __contains__(self, record_id: object) -> bool:
        return record_id in self._records

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Document) and self._records == other._records

    __hash__ = None  # type: ignore[assignment]

    def __reduce__(self) -> tuple[Any, ...]:
        return (Document, (tuple(self._records.values()),))

    def find(self, record_id: Id | None) -> Record | None:
        """The record, or None."""
        return None if record_id is None else self._records.get(record_id)

    def get(self, kind: type[R], record_id: Id) -> R:
        """The record of that kind. Raises MissingRecord when it is absent or of another kind."""
        record = self._records.get(record_id)
        if not isinstance(record, kind):
            raise MissingRecord(f"{kind.__name__} {record_id}")
        return record

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Every record of a kind, by order where it has one."""
        known = self._ordered.get(kind)
        if known is None:
            known = tuple(self._kinds.get(kind, {}).values())
            if issubclass(kind, Ordered):
                known = tuple(sorted(known, key=_place))
            self._ordered[kind] = known
        return cast("tuple[R, ...]", known)

    def having(self, kind: type[R], field: str, target: Id) -> tuple[R, ...]:
        """Records of a kind whose reference `field` names `target`, by order."""
        index = self._indexes.get((kind, field))
        ids = (self._index((kind, field)) if index is None else index).get(target)
        if not ids:
            return ()
        records = self._records
        return cast("tuple[R, ...]", tuple([records[i] for i in ids]))

    def ids_having(self, kind: type[Record], field: str, target: Id) -> tuple[Id, ...]:
        """Ids of those records, in the same order; where nothing about them changed, the very same tuple as before."""
        index = self._indexes.get((kind, field))
        return (self._index((kind, field)) if index is None else index).get(target, ())

    def references_to(self, target: Id) -> Iterator[tuple[Record, str]]:
        """Every record that names `target`, with the field it does so in."""
        for kind in self._kinds:
            for ref in ref_fields(kind):
                for record_id in self._index((kind, ref.name)).get(target, ()):
                    yield self._records[record_id], ref.name

    @property
    def project(self) -> Project:
        """The project record; an empty one where none was written yet."""
        found = self._records.get(PROJECT_ID)
        return found if isinstance(found, Project) else Project(id=PROJECT_ID)

    def stages(self, journey: Id) -> tuple[Stage, ...]:
        """Stages of a journey, in order."""
        return self.having(Stage, "journey", journey)

    def touchpoints(self, stage: Id) -> tuple[Touchpoint, ...]:
        """Touchpoints of a stage, in order."""
        return self.having(Touchpoint, "stage", stage)

    def journey_touchpoints(self, journey: Id) -> tuple[Touchpoint, ...]:
        """All touchpoints of a journey, in the order of the map."""
        known = self._rows.get(journey)
        if known is None:
            known = self._rows[journey] = tuple([t for s in self.stages(journey) for t in self.touchpoints(s.id)])
        return known

    def journey_of(self, touchpoint: Touchpoint) -> Journey:
        """The journey a touchpoint belongs to."""
        return self.get(Journey, self.get(Stage, touchpoint.stage).journey)

    def evolve(self, put: Iterable[Record] = (), drop: Iterable[Id] = ()) -> Document:
        """The document with records added or replaced (`put`) and removed (`drop`)."""
        after = Document()
        after._records = dict(self._records)
        after._kinds = dict(self._kinds)
        after._indexes = dict(self._indexes)
        after._ordered = dict(self._ordered)
        touched: dict[_Kind, list[tuple[Record | None, Record | None]]] = {}
        for record_id in drop:
            before = after._records.pop(record_id, None)
            if before is not None:
                touched.setdefault(type(before), []).append((before, None))
        for record in put:
            before = after._records.get(record.id)
            after._records[record.id] = record
            if before is not None and type(before) is not type(record):
                touched.setdefault(type(before), []).append((before, None))
                before = None
            touched.setdefault(type(record), []).append((before, record))
        if not touched.keys() & {Stage, Touchpoint}:
            after._rows = dict(self._rows)
        for kind, pairs in touched.items():
            after._refresh(kind, pairs)
        return after

    def _refresh(self, kind: _Kind, pairs: list[tuple[Record | None, Record | None]]) -> None:
        members = dict(self._kinds.get(kind, {}))
        for before, record in pairs:
            if record is not None:
                members[record.id] = record
            elif before is not None:
                members.pop(before.id, None)
        self._kinds[kind] = members
        self._ordered.pop(kind, None)
        for ref in ref_fields(kind):
            slot = (kind, ref.name)
            if slot in self._indexes:
                stale = {t for pair in pairs if _moved(pair, ref.name) for r in pair if r for t in ref.targets(r)}
                if stale:
                    self._indexes[slot] = self._reindexed(slot, pairs, stale)

    def _reindexed(self, slot: _Slot, pairs: list[tuple[Record | None, Record | None]], stale: set[Id]) -> _Index:
        kind, field = slot
        ref = next(r for r in ref_fields(kind) if r.name == field)
        index = dict(self._indexes[slot])
        changed = {r.id for pair in pairs for r in pair if r}
        entering: dict[Id, list[Id]] = {}
        for _, record in pairs:
            if record is not None:
                for target in ref.targets(record):
                    entering.setdefault(target, []).append(record.id)
        for target in stale:
            ids = [i for i in index.get(target, ()) if i not in changed] + entering.get(target, [])
            if ids:
                index[target] = self._sorted(kind, ids)
            else:
                index.pop(target, None)
        return index

    def _index(self, slot: _Slot) -> _Index:
        index = self._indexes.get(slot)
        if index is None:
            kind, field = slot
            ref = next(r for r in ref_fields(kind) if r.name == field)
            gathered: dict[Id, list[Id]] = {}
            for record in self._kinds.get(kind, {}).values():
                for target in ref.targets_of(getattr(record, field)):
                    gathered.setdefault(target, []).append(record.id)
            index = {target: self._sorted(kind, ids) for target, ids in gathered.items()}
            self._indexes[slot] = index
        return index

    def _sorted(self, kind: _Kind, ids: list[Id]) -> tuple[Id, ...]:
        if issubclass(kind, Ordered) and len(ids) > 1:
            ids.sort(key=lambda i: _place(self._records[i]))
        return tuple(dict.fromkeys(ids))


def _place(record: Record) -> tuple[str, Id]:
    return (cast("Ordered", record).order, record.id)


def _moved(pair: tuple[Record | None, Record | None], field: str) -> bool:
    """Whether an index over `field` has to look at this change at all."""
    before, record = pair
    if before is None or record is None:
        return True
    return getattr(before, field) != getattr(record, field) or getattr(before, "order", "") != getattr(
        record, "order", ""
    )
