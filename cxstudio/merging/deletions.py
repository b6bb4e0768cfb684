"""Records that one copy deleted: which of them the other copy went on with, and what follows from each decision."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cxstudio.merging.conflicts import Records, Side
from cxstudio.merging.lists import joined_list
from cxstudio.model import Id, Note, Participant, Record
from cxstudio.model.base import FrozenMap
from cxstudio.model.registry import Shape, ref_fields
from cxstudio.store import Change
from cxstudio.store.changes import difference

_NO_TEXTS: Final = frozenset({"id", "order", "asset", "catalogue_entry", "icon", "sealed", "written_from"})
"""Fields of plain text that say nothing to people."""


@dataclass(frozen=True, slots=True)
class Deletion:
    """One record that one copy deleted, with all that went with it."""

    side: Side
    """Who deleted it."""
    root: Id
    members: tuple[Id, ...]
    """The record and what belonged to it, as far as the other copy still has it."""
    added: tuple[Change, ...]
    """What the other copy changed in them since, added to them, or made to name them. Nothing: no conflict."""


def deletions(before: Records, kept: Records, deleting: Records, side: Side) -> list[Deletion]:
    """What `deleting`, the copy called `side`, deleted of what the other one still has, a record and its belongings
    at a time."""
    gone = {i for i in before if i not in deleting and i in kept}
    groups: dict[Id, list[Id]] = {}
    for record_id in before:
        if record_id in gone:
            groups.setdefault(_root(before, record_id, gone), []).append(record_id)
    if not groups:
        return []
    root_of = {member: root for root, members in groups.items() for member in members}
    added: dict[Id, list[Change]] = {root: [] for root in groups}
    told: set[Id] = set()
    changed = [r for r in kept.values() if (old := before.get(r.id)) is not r and old != r]
    while True:
        news = [(record, root) for record in changed if record.id not in told
                for root in _concerned(before.get(record.id), record, root_of)]  # fmt: skip
        for record, root in news:
            added[root] += _changes(before.get(record.id), record)
        fresh = {record.id: root for record, root in news if record.id not in before and record.id not in root_of}
        told |= {record.id for record, _ in news}
        if not fresh:
            break
        root_of |= fresh  # what belongs to something new there is news, too
    return [Deletion(side, root, tuple(members), tuple(added[root])) for root, members in groups.items()]


def without(deletion: Deletion, kept: Records, deleting: Records, before: Records, *, park: bool) -> Records:
    """The copy that went on with it, as if it had deleted it, too; with `park` its new texts stay as loose notes.

    What the other copy had moved somewhere else before it deleted the rest stays there.
    """
    gone, moved = _closure(deletion, kept, deleting)
    found = {i: record for i, record in kept.items() if i not in gone}
    for record_id in moved:
        record, theirs = found[record_id], deleting[record_id]
        if record == before.get(record_id):  # only the other copy changed it
            found[record_id] = theirs
            continue
        names = [ref.name for ref in ref_fields(type(record)) if ref.owner]
        names += ["order"] if "order" in type(record).model_fields else []
        found[record_id] = record.model_copy(update={name: getattr(theirs, name) for name in names})
    for record_id, record in list(found.items()):
        named = {ref.name: gone.intersection(ref.targets(record)) for ref in ref_fields(type(record))}
        if any(named.values()):
            found[record_id] = not_naming(record, named)
    if park:
        for record_id in gone & kept.keys():
            found |= {note.id: note for note in _parked(before.get(record_id), kept[record_id])}
    return found


def restored(deletion: Deletion, kept: Records, deleting: Records, before: Records) -> Records:
    """The copy that deleted it, as if it had not: with its belongings, and named where it was named before."""
    members = set(deletion.members)
    found = {**deleting, **{i: before[i] for i in members}}
    for record_id, record in deleting.items():
        old = before.get(record_id)
        if old is None or type(old) is not type(record) or members.isdisjoint(_targets(old)):
            continue
        values: dict[str, Any] = {}
        for ref in ref_fields(type(record)):
            value, was = getattr(record, ref.name), getattr(old, ref.name)
            back = members.intersection(ref.targets_of(was)) - set(ref.targets_of(value))
            if not back:
                continue
            if ref.shape is Shape.ONE:
                values |= {ref.name: was} if value is None else {}
            elif ref.shape is Shape.MANY:
                rest = tuple(each for each in was if each not in back)
                values[ref.name] = joined_list(rest, value, was) or (*value, *(i for i in was if i in back))
            else:
                values[ref.name] = FrozenMap({**{k: was[k] for k in was if k in back}, **value})
        if values:
            found[record_id] = record.model_copy(update=values)
    return found


def _concerned(old: Record | None, record: Record, root_of: Mapping[Id, Id]) -> tuple[Id, ...]:
    """The deletions a record has to do with: its own, or those of what it names since."""
    if record.id in root_of:
        return (root_of[record.id],)
    new = _targets(record) - (_targets(old) if old is not None else set())
    return tuple(dict.fromkeys(root_of[t] for t in sorted(new) if t in root_of))


def _root(before: Records, record_id: Id, gone: set[Id]) -> Id:
    """The topmost record that went, to which this one belongs."""
    seen = {record_id}
    while True:
        record = before[record_id]
        owners = (t for ref in ref_fields(type(record)) if ref.owner for t in ref.targets(record))
        above = next((t for t in owners if t in gone and t not in seen), None)
        if above is None:
            return record_id
        seen.add(above)
        record_id = above


def _closure(deletion: Deletion, kept: Records, deleting: Records) -> tuple[set[Id], set[Id]]:
    """What goes with it in the copy that went on, and what the other copy had moved out before."""
    owned: dict[Id, list[Id]] = {}
    for record in kept.values():
        for ref in ref_fields(type(record)):
            if ref.owner:
                for target in ref.targets(record):
                    owned.setdefault(target, []).append(record.id)
    gone: set[Id] = set()
    moved: set[Id] = set()
    waiting = list(deletion.members)
    while waiting:
        here = waiting.pop()
        if here not in gone:
            gone.add(here)
            for record_id in owned.get(here, ()):
                other = deleting.get(record_id)
                if other is not None and here not in _targets(other):
                    moved.add(record_id)
                else:
                    waiting.append(record_id)
    return gone, moved - gone


def _parked(old: Record | None, record: Record) -> Iterator[Note]:
    """What was written in a record since, as notes without a place."""
    if isinstance(record, Participant):
        return
    if isinstance(record, Note):
        if old is None or not isinstance(old, Note) or old.text != record.text:
            yield record.model_copy(update={"about": None, "lane": None})
        return
    names = {ref.name for ref in ref_fields(type(record))} | _NO_TEXTS
    for name, info in type(record).model_fields.items():
        text = getattr(record, name)
        if info.annotation is str and name not in names and text.strip() and text != getattr(old, name, None):
            yield Note(id=derived_id(record.id, name, text), text=text)


def not_naming(record: Record, named: Mapping[str, Iterable[Id]]) -> Record:
    """A record whose reference fields do not name these records any more."""
    fields = {ref.name: ref for ref in ref_fields(type(record))}
    for name, targets in named.items():
        for target in targets:
            record = record.model_copy(update={name: fields[name].without(record, target)})
    return record


def derived_id(*parts: str) -> Id:
    """An id for what a merge adds; the same parts always give the same one, so that both copies agree."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _changes(old: Record | None, record: Record) -> list[Change]:
    if old is None or type(old) is not type(record):
        return [Change(record.id, type(record), None, None, record)]
    return [] if old == record else list(difference(old, record))


def _targets(record: Record) -> set[Id]:
    return {target for ref in ref_fields(type(record)) for target in ref.targets(record)}


def belongings(records: Mapping[Id, Record], members: tuple[Id, ...], root: Id) -> tuple[Record, ...]:
    """The records of these ids without the first one they belong to."""
    return tuple(records[i] for i in members if i != root and i in records)
