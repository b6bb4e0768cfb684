"""What holds of any merge: the same whichever copy is called here, nothing lost but listed conflicts."""

from random import Random

import pytest

from cxstudio.merging.conflicts import Side
from cxstudio.merging.three_way import Merge
from cxstudio.model import Document
from cxstudio.model.registry import map_fields, ref_fields
from cxstudio.store import Change, check_changed
from cxstudio.store.changes import ABSENT, between
from tests.cxstudio.begun_project import begun
from tests.cxstudio.merging.apart import edited, focus_of


def check(seed: int) -> int:
    """All laws for two copies edited apart; returns the number of conflicts."""
    base, chance = begun(), Random(seed)
    focus = focus_of(base, chance)
    here = edited(base, chance, chance.choice([5, 30, 60]), focus)
    there = edited(base, chance, chance.choice([5, 30, 60]), focus)
    merge, turned = Merge(here, there, base), Merge(there, here, base)
    assert {c.place for c in merge.conflicts} == {c.place for c in turned.conflicts}
    decisions = {c.place: chance.choice(c.sides) for c in merge.conflicts}
    same = {place: side if side is Side.BOTH else side.other for place, side in decisions.items()}
    merged = merge.document(decisions)
    assert merged == turned.document(same)
    check_changed(merged, [record.id for record in merged])
    for record in merged:
        if record not in (here.find(record.id), there.find(record.id)):
            type(record).model_validate(dict(record.__dict__))
    assert Merge(here, here, base).document() == here and not Merge(here, here, base).conflicts
    for other in (here, there):
        again = Merge(merged, other, other)
        assert not again.conflicts and (again.document() == merged or again.renames)
    nothing_lost(merge, merge.document({c.place: Side.THERE for c in merge.conflicts}))
    nothing_lost(merge, merge.document())
    unlike_ancestor(here, there)
    return len(merge.conflicts)


def nothing_lost(merge: Merge, merged: Document) -> None:
    """Whatever one copy changed is in what comes of it, unless it is part of a listed conflict."""
    listed = {(c.place[0], name, c.place[2]) for c in merge.conflicts for name in c.fields}
    whole = {c.place[0] for c in merge.conflicts if c.gone} | {r.id for c in merge.conflicts for r in c.along}
    whole |= {change.record_id for c in merge.conflicts for change in c.added}
    before = Document(merge._before.values())
    for side in (Document(merge._here.values()), Document(merge._there.values())):
        for change in between(before, side, {r.id for r in before} | {r.id for r in side}):
            if change.record_id not in whole and (change.record_id, change.field, change.key) not in listed:
                assert holds(merged, change, listed, whole), (change, merged.find(change.record_id))


def holds(merged: Document, change: Change, listed: set, whole: set) -> bool:
    """Whether a document has what a change wrote; references to what is gone, or has come back, do not count."""
    record = merged.find(change.record_id)
    if change.removes or record is None:
        return change.removes and record is None
    names = [change.field] if change.field else [n for n in type(change.after).model_fields if n != "id"]
    for name in names:
        if any((record.id, name) == known[:2] for known in listed):
            continue
        after = getattr(change.after, name) if change.field is None else change.after
        value = getattr(record, name)
        ref = next((r for r in ref_fields(change.kind) if r.name == name), None)
        if change.key is not None:
            gone = ref is not None and (change.key not in merged or change.key in whole)
            ok = value.get(change.key, ABSENT) == after or gone
        elif ref is not None and name not in map_fields(change.kind):
            gone = [t for t in ref.targets_of(after) if t not in merged]
            was = ref.targets_of(change.before) if change.field else ()
            gone += [t for t in was if t in whole or t not in merged]
            old = set(change.before or ()) if isinstance(after, tuple) and change.field else set()
            ok = value == after or bool(gone) or (isinstance(after, tuple) and set(after) - old <= set(value))
        else:
            ok = value == after or isinstance(after, tuple) or name in map_fields(change.kind)
        if not ok:
            return False
    return True


def unlike_ancestor(here: Document, there: Document) -> None:
    """Without a common version every difference is asked: all from one side gives that side."""
    merge = Merge(here, there, None)
    asked = {c.place: Side.THERE for c in merge.conflicts}
    mine = merge.document(dict.fromkeys(asked, Side.HERE))
    theirs = merge.document(asked)
    if not merge.renames:
        assert mine == here and theirs == there


@pytest.mark.parametrize("seed", [*range(6), 131, 168])
def test_laws_hold_of_copies_edited_apart(seed: int) -> None:
    check(seed)


@pytest.mark.torture
def test_laws_hold_of_hundreds_of_copies_edited_apart() -> None:
    assert sum(check(seed) for seed in range(100, 500)) > 500
