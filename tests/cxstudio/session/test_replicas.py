"""Two people with a copy each, who edit, save, close, take back, mail and merge in any order."""

import shutil
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from random import Random

import pytest

from cxstudio.files import load
from cxstudio.merging.conflicts import Side
from cxstudio.session import Folders, Session
from cxstudio.session.versions.merging import Comparison, Copy, compare, copy_of, kept_versions
from cxstudio.store import check_changed
from tests.cxstudio.any_edit import EDITS, create_any, edit_any
from tests.cxstudio.begun_project import begun, the_same_ids
from tests.cxstudio.merging.test_laws import nothing_lost


class Replica:
    """One of the two: a machine, a file on it, and a window."""

    def __init__(self, folder: Path, chance: Random) -> None:
        self.folders = Folders.below(folder / "own")
        self.path, self.chance = folder / "project.cxs", chance
        self.session: Session | None = None

    @property
    def open(self) -> Session:
        assert self.session is not None
        return self.session

    def reopen(self) -> None:
        if self.session is not None:
            self.session.close()
        self.session = Session.open(self.path, self.folders)

    def edit(self) -> None:
        with suppress(Exception), self.open.transaction("Any") as draft:
            lot = self.chance.random()
            if lot < 0.2:
                create_any(draft, self.chance)
            elif lot < 0.35:
                draft.remove(self.chance.choice(list(draft.document)).id)
            else:
                edit_any(draft, self.chance.choice(sorted(EDITS)), self.chance, [])

    def save(self) -> None:
        self.open.save()

    def undo(self) -> None:
        self.open.undo()

    def compare(self, other: "Replica") -> tuple[Copy, Comparison] | None:
        """Against the file of the other one, as it was mailed; None where both hold the same."""
        there, here = copy_of(load(other.path)), self.open.own_copy()
        if here.digest == there.digest or here.document == there.document:
            return None
        merge, ancestor = compare(here, there, kept_versions(self.folders, self.path))
        return there, Comparison(here, there, merge, ancestor, other.path)


def merge_one_way(mine: Replica, other: Replica, chance: Random) -> None:
    """As one step, that undo takes back; some conflicts may stay open."""
    found = mine.compare(other)
    if found is None:
        return
    there, comparison = found
    before, merge = mine.open.document, comparison.merge
    decisions = {c.place: chance.choice(c.sides) for c in merge.conflicts if chance.random() < 0.9}
    mine.open.merge(there, merge, decisions)
    after = mine.open.document
    assert after == merge.document(decisions)
    nothing_lost(merge, merge.document())
    check_changed(after, [record.id for record in after])
    if chance.random() < 0.4 and after != before:
        mine.open.undo()
        assert mine.open.document == before
        if chance.random() < 0.5:
            mine.open.redo()
            assert mine.open.document == after


def merge_both_ways(a: Replica, b: Replica, chance: Random) -> None:
    """Both with the same decisions, before either saves: the same document on both machines."""
    a.save()
    b.save()
    there, back = a.compare(b), b.compare(a)
    if there is None or back is None:
        return
    mine, theirs = there[1].merge, back[1].merge
    assert {c.place for c in mine.conflicts} == {c.place for c in theirs.conflicts}
    assert mine.known and theirs.known
    decisions = {c.place: chance.choice(c.sides) for c in mine.conflicts}
    turned = {place: side if side is Side.BOTH else side.other for place, side in decisions.items()}
    a.open.merge(there[0], mine, decisions)
    b.open.merge(back[0], theirs, turned)
    assert a.open.document == b.open.document


def work(seed: int, steps: int) -> None:
    """So many steps of both, and both merged at the end."""
    chance = Random(seed)
    place = Path(tempfile.mkdtemp(prefix="cxstudio-test-"))
    with the_same_ids():
        (place / "a").mkdir()
        (place / "b").mkdir()
        a, b = Replica(place / "a", chance), Replica(place / "b", chance)
        try:
            a.session = Session.new(a.folders, begun())
            a.session.save_as(a.path)
            shutil.copy(a.path, b.path)
            b.reopen()
            for _ in range(steps):
                mine, other = (a, b) if chance.random() < 0.5 else (b, a)
                doing: list[Callable[[], object]] = [mine.edit] * 8 + [mine.save] * 2 + [mine.undo, mine.reopen]
                doing += [partial(merge_one_way, mine, other, chance), partial(merge_both_ways, a, b, chance)]
                chance.choice(doing)()
            merge_both_ways(a, b, chance)
            assert a.open.document == b.open.document
        finally:
            for each in (a, b):
                if each.session is not None:
                    each.session.close()
            shutil.rmtree(place)


def test_two_copies_edited_saved_and_merged_in_any_order() -> None:
    work(1, 25)


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(40))
def test_two_copies_edited_saved_and_merged_for_a_long_time(seed: int) -> None:
    work(seed, 150)
