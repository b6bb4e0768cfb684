"""Two copies of a project against their common version: record by record and field by field."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from cxstudio.merging.conflicts import Conflict, Decisions, Place, Records, Side
from cxstudio.merging.deletions import Deletion, belongings, deletions, not_naming, restored, without
from cxstudio.merging.fields import Joining
from cxstudio.merging.linked_notes import decided_with
from cxstudio.merging.same_things import aligned
from cxstudio.model import Document, Id, Record
from cxstudio.model.personal_data.naming import names_of
from cxstudio.model.references import dangling_of
from cxstudio.model.registry import ref_fields
from cxstudio.store import Change, without_persons
from cxstudio.store.changes import between
from cxstudio.store.checks import dangling


class Merge:
    """Two copies, here and there, and the version both came from; None where there is none.

    Nothing is changed: `document` gives what comes of it, the same whichever copy is called here.
    """

    def __init__(self, here: Document, there: Document, before: Document | None, erased: Collection[Id] = ()) -> None:
        """`erased` are people deleted for good in one of the copies: they come back from nowhere."""
        copies = [here, there, *([before] if before is not None else [])]
        names = {name for each in copies for name in names_of(each, erased)[0]}
        mine, theirs = _without_people(here, erased, names), _without_people(there, erased, names)
        self._made: tuple[Mapping[Place, Side], Document] | None = None
        self._changed: tuple[Document, tuple[Change, ...]] | None = None
        self.known = before is not None
        """Whether there is a common version."""
        self.here = here
        common = _without_people(before, erased, names) if before is not None else {}
        mine, theirs = _shared(common, mine), _shared(common, theirs)
        self._here, self._there = aligned(common, mine, theirs)
        self.renames = self._here != mine or self._there != theirs
        """Whether records that are one and the same had to get one id."""
        self._before = common if before is not None else _everything(self._here, self._there)
        self._deletions = self._contested()
        gone = {i for i in self._before if i not in self._here or i not in self._there}
        self._linked: Mapping[Place, Place] = {}
        self._joining = Joining(frozenset(gone), frozenset(), self.known)
        self._joining = Joining(frozenset(gone), self._circles(), self.known)
        self._linked = decided_with(self._here, self._there)
        self._made = None  # what was made to look for circles
        self.conflicts: tuple[Conflict, ...] = (
            *map(self._of_deletion, self._deletions),
            *(conflict for conflict in self._of_fields() if conflict.place not in self._linked),
        )
        """Everything somebody has to decide."""
        self._joining = replace(self._joining, listed=frozenset(self._linked) | {c.place for c in self.conflicts})
        self.erased = tuple(i for i in erased if i in here or i in there)
        """People deleted for good in one of the copies that the other one still had."""

    @property
    def only_here(self) -> tuple[Change, ...]:
        """What was changed here alone since the common version."""
        return self._alone(self._here, self._there)

    @property
    def only_there(self) -> tuple[Change, ...]:
        """What was changed there alone; it comes with the merge."""
        return self._alone(self._there, self._here)

    def find(self, record_id: Id) -> Record | None:
        """A record as it stands here, else there, else in the common version."""
        return self._here.get(record_id) or self._there.get(record_id) or self._before.get(record_id)

    def document(self, decisions: Decisions | None = None) -> Document:
        """What comes of it. A conflict that was not decided stays as it is here."""
        decided = dict(decisions or {})
        for place, first in self._linked.items():
            if first in decided:
                decided[place] = decided[first]
        if self._made is not None and self._made[0] == decided:
            return self._made[1]
        here, there = self._here, self._there
        for deletion in self._deletions:
            choice = decided.get((deletion.root, "", None))
            here, there = self._settled(deletion, here, there, choice)
        found: dict[Id, Record] = {}
        every = [*here, *(i for i in there if i not in here)]
        kept = {i for i in every if (i in here and i in there) or i not in self._before}
        for record_id in every:
            a, b, o = here.get(record_id), there.get(record_id), self._before.get(record_id)
            if a is not None and b is not None:
                before = o if o is not None and type(o) is type(a) else None
                if a is b or a == b:
                    found[record_id] = a
                elif before is not None and self._in_one_only(before, a, b):
                    found[record_id] = a if before is b else b
                else:
                    joining = self._joining if before is not None else self._new
                    for record in joining.join(before or a, a, b, decided, kept):
                        found[record.id] = record
            elif o is None and (only := a or b) is not None:
                found[record_id] = only
        made = _sound(found)
        self._made = decided, made
        return made

    def changes(self, decisions: Decisions | None = None) -> tuple[Change, ...]:
        """What has to be changed here for that."""
        after = self.document(decisions)
        if self._changed is None or self._changed[0] is not after:
            ids = {r.id for r in self.here} | {r.id for r in after}
            self._changed = after, between(self.here, after, ids)
        return self._changed[1]

    # Underneath

    @property
    def _new(self) -> Joining:
        """For a record both made: every difference has to be decided."""
        return Joining(self._joining.gone, frozenset(), known=False, listed=self._joining.listed)

    def _contested(self) -> list[Deletion]:
        found = deletions(self._before, self._there, self._here, Side.HERE)
        found += deletions(self._before, self._here, self._there, Side.THERE)
        return sorted((d for d in found if d.added or not self.known), key=lambda d: d.root)

    def _settled(
        self, deletion: Deletion, here: Records, there: Records, choice: Side | None
    ) -> tuple[Records, Records]:
        """Both copies once it is decided whether a record stays deleted."""
        side = choice if choice in (Side.HERE, Side.THERE) else Side.HERE
        deleted_here = deletion.side is Side.HERE
        kept, deleting = (there, here) if deleted_here else (here, there)
        if side is deletion.side:
            park = choice is not None and self.known
            kept = without(deletion, kept, deleting, self._before, park=park)
        else:
            deleting = restored(deletion, kept, deleting, self._before)
        return (deleting, kept) if deleted_here else (kept, deleting)

    def _of_deletion(self, deletion: Deletion) -> Conflict:
        kept = self._there if deletion.side is Side.HERE else self._here
        record = kept[deletion.root]
        along = belongings(self._before, deletion.members, deletion.root)
        place: Place = (deletion.root, "", None)
        return Conflict(place, type(record), (), (), (), (), record, False, deletion.side, deletion.added, along)

    def _of_fields(self) -> Iterator[Conflict]:
        for record_id, here in self._here.items():
            there = self._there.get(record_id)
            before = self._before.get(record_id)
            if there is None or here is there or here == there:
                continue
            if before is not None and self._in_one_only(before, here, there):
                continue
            if before is None or type(before) is not type(here):
                yield from self._new.conflicts(here, here, there)
            else:
                yield from self._joining.conflicts(before, here, there)

    def _alone(self, side: Records, other: Records) -> tuple[Change, ...]:
        asked = {c.place for c in self.conflicts}
        asked |= {place for place, first in self._linked.items() if first in asked}
        settled = {m for d in self._deletions for m in d.members} | {
            c.record_id for d in self._deletions for c in d.added
        }
        ids = {i for i in {*self._before, *side} if side.get(i) != self._before.get(i)} - settled
        before, mine, theirs = Document(self._before.values()), Document(side.values()), Document(other.values())
        same = {(c.slot, repr(c.after)) for c in between(before, theirs, ids)}
        return tuple(
            change
            for change in between(before, mine, ids)
            if (change.record_id, change.field or "", change.key) not in asked
            and (change.slot, repr(change.after)) not in same
        )

    def _in_one_only(self, before: Record, here: Record, there: Record) -> bool:
        """Whether one copy has a record as it was, so that nothing of it has to be decided."""
        return self.known and (before is here or before is there) and before.id not in self._joining.forced_records

    def _circles(self) -> frozenset[Place]:
        """Fields that would lead records back to themselves though they do so in neither copy."""
        found: set[Place] = set()
        merged = {record.id: record for record in self.document()}
        kinds = {type(r) for r in merged.values()}
        for kind in kinds:
            for ref in ref_fields(kind):
                if ref.kinds == (kind,):
                    mine, theirs = (_on_circles(side, kind, ref.name) for side in (self._here, self._there))
                    new = _on_circles(merged, kind, ref.name) - mine - theirs
                    found |= {(i, ref.name, None) for i in new if i in self._here and i in self._there}
        return frozenset(found)


def _everything(here: Records, there: Records) -> Records:
    """What stands for a common version where there is none: all that is in either copy."""
    return {**there, **here}


def _without_people(document: Document, erased: Collection[Id], names: Collection[str]) -> Records:
    """A copy without people who were deleted for good, without what belonged to them, and without their names."""
    return {record.id: record for record in without_persons(document, erased, names)}


def _sound(records: dict[Id, Record]) -> Document:
    """The document of these records, in which every reference leads somewhere."""
    document = Document(records.values())
    while True:
        put: list[Record] = []
        drop: list[Id] = []
        for record in _suspects(document):
            lost = list(dangling(document, record))
            fields = {ref.name: ref for ref in ref_fields(type(record))}
            if any(fields[name].owner for name, _ in lost):
                drop.append(record.id)
                continue
            put.append(not_naming(record, {name: [t for n, t in lost if n == name] for name, _ in lost}))
        if not put and not drop:
            return document
        document = document.evolve(put, drop)


def _suspects(document: Document) -> Iterable[Record]:
    """Records in which a reference leads nowhere."""
    found: dict[Id, Record] = {}
    for kind in {type(record) for record in document}:
        for ref in ref_fields(kind):
            found |= {record.id: record for record in dangling_of(document, ref, document.all(kind))}
    return found.values()


def _shared(common: Records, records: Records) -> Records:
    """The same records; one that is as it was in the common version is the very same there."""
    return {i: old if (old := common.get(i)) is not None and old == record else record for i, record in records.items()}


def _on_circles(records: Records, kind: type[Record], field: str) -> set[Id]:
    """Records of a kind from which this field leads back to them."""
    ref = next(r for r in ref_fields(kind) if r.name == field)
    ways: dict[Id, tuple[Any, ...]] = {
        r.id: tuple(ref.targets(r)) for r in records.values() if type(r) is kind and any(True for _ in ref.targets(r))
    }
    return {start for start in ways if _leads_to(start, ways[start], ways)}


def _leads_to(goal: Id, waiting: Iterable[Id], ways: dict[Id, tuple[Any, ...]]) -> bool:
    seen: set[Id] = set()
    open_ = list(waiting)
    while open_:
        here = open_.pop()
        if here == goal:
            return True
        if here not in seen:
            seen.add(here)
            open_ += ways.get(here, ())
    return False
