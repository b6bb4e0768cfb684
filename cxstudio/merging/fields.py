"""One record that both copies have: field by field against the common version."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cxstudio.merging.conflicts import Conflict, Decisions, Place, Side
from cxstudio.merging.deletions import derived_id
from cxstudio.merging.lists import joined_list
from cxstudio.model import BackstageStep, Id, Idea, JourneyFigures, Note, Readiness, Record, SurveyCounts, VoteRound
from cxstudio.model.base import FrozenMap
from cxstudio.model.registry import RefField, Shape, map_fields, ref_fields
from cxstudio.store.changes import ABSENT

_AS_A_WHOLE: Final = (SurveyCounts, JourneyFigures)
"""Counts that belong together: those of two surveys mixed would be those of none."""
_PARTS: Final[Mapping[type[Record], tuple[str, ...]]] = {
    Readiness: ("counts", "sheets", "waiting", "sealed"),
    VoteRound: ("cast", "sealed", "revealed"),
}
"""Fields of which the same is true: how many handed in, and what."""
_TWICE: Final = (Note, BackstageStep, Idea)
"""Short texts of which there may be two: both are kept as two records."""
_JOINED: Final = frozenset(
    {"description", "facts", "note", "factual_note", "relationship_note", "not_part", "how", "material", "learned",
     "next_step", "critical_reason", "no_measure_reason", "without_decision", "basis", "task"}
)  # fmt: skip
"""Longer texts: both are kept one below the other."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Fields that are decided together, or one key of a map."""

    names: tuple[str, ...]
    key: str | None = None

    def place(self, record_id: Id) -> Place:
        return (record_id, self.names[0], self.key)

    def of(self, record: Record) -> tuple[Any, ...]:
        """The values in a record; ABSENT where the map has no such key."""
        if self.key is not None:
            return (getattr(record, self.names[0]).get(self.key, ABSENT),)
        return tuple(getattr(record, name) for name in self.names)


def units(kind: type[Record], *records: Record) -> Iterator[Unit]:
    """What can differ in a kind of record, for these states of one."""
    names = [name for name in kind.model_fields if name != "id"]
    if issubclass(kind, _AS_A_WHOLE):
        yield Unit(tuple(names))
        return
    owners = [r.name for r in ref_fields(kind) if r.owner and r.shape is Shape.ONE]
    if "order" in names:
        yield Unit(("order", *owners))
        names = [name for name in names if name != "order" and name not in owners]
    if parts := _PARTS.get(kind, ()):
        yield Unit(parts)
    for name in names:
        if name in parts:
            continue
        if name in map_fields(kind):
            keys = dict.fromkeys(key for record in records for key in getattr(record, name))
            yield from (Unit((name,), key) for key in keys)
        else:
            yield Unit((name,))


@dataclass(frozen=True, slots=True)
class Joining:
    """How records both copies have become one."""

    gone: frozenset[Id]
    """Records one of the copies deleted: that a field no longer names them is nobody's decision."""
    forced: frozenset[Place]
    """Fields somebody has to decide though only one copy changed them."""
    known: bool
    """Whether there is a common version; without one every difference has to be decided."""
    listed: frozenset[Place] = frozenset()
    """What somebody was asked."""

    @property
    def forced_records(self) -> frozenset[Id]:
        """Records in which such fields are."""
        return frozenset(place[0] for place in self.forced)

    def conflicts(self, before: Record, here: Record, there: Record) -> Iterator[Conflict]:
        """What has to be decided in a record."""
        kind = type(here)
        for unit in units(kind, before, here, there):
            o, a, b = unit.of(before), unit.of(here), unit.of(there)
            if self._joined(here, unit, o, a, b) is None:
                both = self.known and self.doubles(kind, unit, a, b)
                yield Conflict(unit.place(here.id), kind, unit.names, o if self.known else (), a, b, here, both)

    def join(
        self, before: Record, here: Record, there: Record, decisions: Decisions, kept: Container[Id]
    ) -> tuple[Record, ...]:
        """The record both become; two where both texts are kept.

        `kept` are the records that come of the merge: nothing is put into one that goes, while the other copy has
        it elsewhere.
        """
        kind = type(here)
        values: dict[str, Any] = {}
        more: tuple[Record, ...] = ()
        maps: dict[str, dict[str, Any]] = {}
        for unit in units(kind, before, here, there):
            o, a, b = unit.of(before), unit.of(here), unit.of(there)
            found = self._joined(here, unit, o, a, b)
            if found is None:
                place = unit.place(here.id)
                side = decisions.get(place) or (Side.HERE if place in self.listed else self._unasked(kind, unit, a, b))
                if side is Side.BOTH and self.doubles(kind, unit, a, b):
                    found, second = _both(here, unit, a[0], b[0])
                    more += second
                else:
                    found = b if side is Side.THERE else a
            if not _stands(kind, unit, found, kept):
                found = next((each for each in (a, b) if _stands(kind, unit, each, kept)), found)
            if unit.key is not None:
                maps.setdefault(unit.names[0], {})[unit.key] = found[0]
            else:
                values.update(zip(unit.names, found, strict=True))
        for name, entries in maps.items():
            values[name] = FrozenMap({k: v for k, v in entries.items() if v is not ABSENT})
        changed = {name: value for name, value in values.items() if getattr(here, name) != value}
        record = here.model_copy(update=changed) if changed else here
        return (record, *(each.model_copy(update={n: v for n, v in values.items() if n != "text"}) for each in more))

    def _unasked(self, kind: type[Record], unit: Unit, a: tuple[Any, ...], b: tuple[Any, ...]) -> Side:
        """Which side counts where only another decision made both differ: the same whichever copy is here."""
        refs = [ref for ref in ref_fields(kind) if ref.name in unit.names and unit.key is None]

        def lost(values: tuple[Any, ...]) -> bool:
            named = dict(zip(unit.names, values, strict=True))
            return any(target in self.gone for ref in refs for target in ref.targets_of(named[ref.name]))

        return Side.HERE if (lost(a), repr(a)) <= (lost(b), repr(b)) else Side.THERE

    def doubles(self, kind: type[Record], unit: Unit, a: tuple[Any, ...], b: tuple[Any, ...]) -> bool:
        """Whether both values can be kept."""
        if not (isinstance(a[0], str) and isinstance(b[0], str) and a[0].strip() and b[0].strip()):
            return False
        return unit.names[0] in _JOINED or (unit.names == ("text",) and issubclass(kind, _TWICE))

    def _joined(self, record: Record, unit: Unit, o: tuple[Any, ...], a: tuple[Any, ...],
                b: tuple[Any, ...]) -> tuple[Any, ...] | None:  # fmt: skip
        """The values where nobody has to decide; None where somebody has to."""
        if a == b:
            return a
        if not self.known or unit.place(record.id) in self.forced:
            return None
        if b == o:
            return a
        if a == o:
            return b
        return None if len(unit.names) > 1 or unit.key is not None else self._joined_value(record, unit.names[0],
                                                                                          o[0], a[0], b[0])  # fmt: skip

    def _joined_value(self, record: Record, name: str, o: Any, a: Any, b: Any) -> tuple[Any] | None:
        ref = next((r for r in ref_fields(type(record)) if r.name == name), None)
        if ref is not None and not type(record).model_fields[name].is_required():
            bare = [self._without_gone(ref, value) for value in (o, a, b)]
            if bare[1] == bare[0]:
                return (b,)
            if bare[2] == bare[0]:
                return (a,)
        if isinstance(o, tuple) and isinstance(a, tuple) and isinstance(b, tuple):
            found = joined_list(o, a, b)
            return None if found is None else (found,)
        return None

    def _without_gone(self, ref: RefField, value: Any) -> Any:
        if ref.shape is Shape.ONE:
            return None if value in self.gone else value
        return tuple(each for each in value if each not in self.gone)


def _stands(kind: type[Record], unit: Unit, values: tuple[Any, ...], kept: Container[Id]) -> bool:
    """Whether what a record belongs to is kept, if these are its values."""
    if unit.key is not None:
        return True
    owners = {ref.name for ref in ref_fields(kind) if ref.owner and ref.shape is Shape.ONE}
    named = dict(zip(unit.names, values, strict=True))
    return all(named[name] is None or named[name] in kept for name in owners & named.keys())


def _both(record: Record, unit: Unit, a: str, b: str) -> tuple[tuple[str], tuple[Record, ...]]:
    """Both texts: one below the other, or a record of its own for the second; in an order of their own."""
    first, second = sorted((a, b))
    if unit.names == ("text",) and isinstance(record, _TWICE):
        name = derived_id(record.id, second)
        return (first,), (record.model_copy(update={"id": name, "text": second}),)
    return (f"{first}\n{second}",), ()
