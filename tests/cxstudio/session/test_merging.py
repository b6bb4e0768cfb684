"""Two copies of one project, edited apart, mailed to and fro and merged again: through files, on two machines."""

import hashlib
import io
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image
from pydantic import ValidationError

from cxstudio.edits import add_note, add_picture, next_round
from cxstudio.errors import UserError
from cxstudio.files import load
from cxstudio.merging.conflicts import Side
from cxstudio.model import Document, Journey, Note, Participant, Picture, Round, Stage, Touchpoint
from cxstudio.session import Folders, ReadOnly, Session
from cxstudio.session.versions.merging import Copy, compare, copy_of, kept_versions


class Machine:
    """Somebody's computer with a copy of the project on it."""

    def __init__(self, folder: Path) -> None:
        self.folders = Folders.below(folder / "own")
        folder.mkdir(exist_ok=True)
        self.path = folder / "Umzug.cxs"
        self.session: Session | None = None

    @property
    def open(self) -> Session:
        assert self.session is not None
        return self.session

    def take(self, path: Path) -> None:
        """Get the file of somebody else as one's own copy."""
        shutil.copy(path, self.path)
        self.reopen()

    def reopen(self) -> None:
        if self.session is not None:
            self.session.close()
        self.session = Session.open(self.path, self.folders)

    def name(self, record_id: str, name: str, kind: type = Touchpoint) -> None:
        with self.open.transaction("Rename") as draft:
            draft.update(kind, record_id, name=name)

    def note(self, text: str) -> None:
        with self.open.transaction("Note") as draft:
            add_note(draft, text)

    def compare(self, path: Path):
        there = copy_of(load(path))
        merge, ancestor = compare(self.open.own_copy(), there, kept_versions(self.folders, self.path, path))
        return there, merge, ancestor

    def merge(self, path: Path, side: Side = Side.HERE, *, some: bool = False) -> list[tuple]:
        there, merge, _ = self.compare(path)
        decisions = {} if some else {c.place: side for c in merge.conflicts}
        self.open.merge(there, merge, decisions)
        self.open.save()
        return [c.place for c in merge.conflicts]


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[tuple[Machine, Machine]]:
    a, b = Machine(tmp_path / "a"), Machine(tmp_path / "b")
    touchpoints = [Touchpoint(id=f"t{n}", stage="s", name=f"T{n}", order=f"a{n}") for n in range(4)]
    person = Participant(id="p", name="Petra Geheim")
    document = Document([Journey(id="j", title="J"), Stage(id="s", journey="j", name="S"), *touchpoints, person])
    a.session = Session.new(a.folders, document)
    a.session.save_as(a.path)
    b.take(a.path)
    yield a, b
    for machine in (a, b):
        machine.open.close()


def names(machine: Machine) -> list[str]:
    return [t.name for t in machine.open.document.touchpoints("s")]


def test_what_both_changed_apart_comes_together_and_is_one_step(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    a.name("t0", "A0")
    b.name("t1", "B1")
    b.note("from there")
    a.open.save()
    b.open.save()
    before = a.open.document
    assert a.merge(b.path) == []
    assert names(a) == ["A0", "B1", "T2", "T3"] and a.open.document.all(Note)[0].text == "from there"
    a.open.undo()
    assert a.open.document == before


def test_a_round_like_another_one_is_the_same_in_the_window_the_file_and_the_copy_merged_with_it(
    machines: tuple[Machine, Machine],
) -> None:
    """Also where it was to hold what its field refuses: the window showed it, the file had lost it when read."""
    a, b = machines
    with b.open.transaction("Round") as draft:
        draft.create(Round(id="r", journey="j", minimum_group=4))
    for values in ({"minimum_group": -3}, {"asked": 12}):
        with suppress(ValidationError), b.open.transaction("Next") as draft:
            next_round(draft, "r", **values)
    a.name("t0", "A0")
    a.open.save()
    b.open.save()
    there, merge, _ = a.compare(b.path)
    back, turned, _ = b.compare(a.path)
    a.open.merge(there, merge, {})
    b.open.merge(back, turned, {})
    assert a.open.document == b.open.document
    assert [r.minimum_group for r in a.open.document.all(Round)] == [4, 4]


def test_three_times_to_and_fro_only_asks_what_is_new(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    for turn in range(3):
        a.name("t0", f"A{turn}")
        a.name("t2", f"here {turn}")
        b.name("t1", f"B{turn}")
        b.name("t2", f"there {turn}")
        a.open.save()
        b.open.save()
        assert a.merge(b.path, Side.THERE) == [("t2", "name", None)]
        assert b.merge(a.path) == []
        assert a.open.document == b.open.document
        assert names(a) == [f"A{turn}", f"B{turn}", f"there {turn}", "T3"]
        a.reopen()
        b.reopen()


def test_a_copy_that_was_only_changed_there_brings_its_changes_without_a_question(
    machines: tuple[Machine, Machine],
) -> None:
    a, b = machines
    for turn in range(3):
        b.name("t1", f"B{turn}")
        b.open.save()
    _, merge, ancestor = a.compare(b.path)
    assert ancestor is not None and not merge.conflicts and len(merge.only_there) == 1 and not merge.only_here


def test_a_merge_taken_back_can_be_made_again_and_loses_nothing(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    b.name("t1", "B1")
    b.open.save()
    a.name("t0", "A0")
    a.merge(b.path)
    a.open.undo()
    a.open.save()
    assert names(a)[1] == "T1"
    assert a.merge(b.path) == [] and names(a)[:2] == ["A0", "B1"]


def test_what_is_left_open_is_asked_again(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    a.name("t0", "A0")
    b.name("t0", "B0")
    b.name("t1", "B1")
    b.open.save()
    assert a.merge(b.path, some=True) == [("t0", "name", None)]
    assert names(a)[:2] == ["A0", "B1"]
    assert a.merge(b.path, Side.THERE) == [("t0", "name", None)]
    assert names(a)[:2] == ["B0", "B1"]


def test_without_a_common_version_every_difference_is_asked(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    b.name("t1", "B1")
    b.note("only there")
    b.open.save()
    bare = a.path.with_name("bare.cxs")
    with ZipFile(b.path) as old, ZipFile(bare, "w") as new:
        new.writestr("project.json", old.read("project.json"))
    there, merge, ancestor = a.compare(bare)
    assert ancestor is None and len(merge.conflicts) == 2 and not merge.known
    a.open.merge(there, merge, {c.place: Side.THERE for c in merge.conflicts})
    assert names(a)[1] == "B1" and [n.text for n in a.open.document.all(Note)] == ["only there"]


def test_a_copy_made_on_the_same_machine_is_merged_against_a_kept_version(machines: tuple[Machine, Machine]) -> None:
    a, _ = machines
    copy = a.path.with_name("Kopie.cxs")
    shutil.copy(a.path, copy)
    other = Session.open(copy, a.folders)
    with other.transaction("Rename") as draft:
        draft.update(Touchpoint, "t1", name="B1")
    other.save()
    other.close()
    a.name("t0", "A0")
    a.open.save()
    assert a.merge(copy) == [] and names(a)[:2] == ["A0", "B1"]


def picture() -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (20, 10), (200, 100, 50)).save(buffer, "PNG")
    return buffer.getvalue()


def test_a_picture_that_only_the_copy_has_comes_with_it(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    asset = b.open.add_picture(picture())
    with b.open.transaction("Picture") as draft:
        add_picture(draft, "t0", asset)
    b.open.save()
    a.merge(b.path)
    a.reopen()
    assert hashlib.sha256(a.open.assets[a.open.document.all(Picture)[0].asset]).hexdigest() == asset


def test_a_picture_that_neither_copy_has_is_named(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    with b.open.transaction("Picture") as draft:
        add_picture(draft, "t0", "0" * 64)
    b.open.save()
    there, merge, _ = a.compare(b.path)
    assert a.open.merge(there, merge, {}) == ("0" * 64,)


def test_itself_and_strangers_are_refused_in_one_sentence(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    with pytest.raises(UserError, match="nothing to merge"):
        a.compare(a.path)
    stranger = Session.new(b.folders, Document([Journey(id="other", title="Other")]))
    stranger.save_as(b.path.with_name("other.cxs"))
    stranger.close()
    before = a.path.read_bytes()
    with pytest.raises(UserError, match="another project"):
        a.compare(b.path.with_name("other.cxs"))
    assert a.path.read_bytes() == before


def test_a_project_open_for_reading_only_is_not_merged_into(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    b.name("t1", "B1")
    b.open.save()
    second = Session.open(a.path, a.folders)
    there = copy_of(load(b.path))
    merge, _ = compare(second.own_copy(), there)
    with pytest.raises(ReadOnly):
        second.merge(there, merge, {})
    second.close()


def test_a_project_that_changed_since_it_was_compared_is_left_as_it_is(machines: tuple[Machine, Machine]) -> None:
    a, b = machines
    b.name("t1", "B1")
    b.open.save()
    there, merge, _ = a.compare(b.path)
    a.name("t0", "A0")
    with pytest.raises(UserError, match="changed meanwhile"):
        a.open.merge(there, merge, {})
    assert names(a)[:2] == ["A0", "T1"]


def holds_the_name(folder: Path) -> list[str]:
    found = []
    for file in folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            if data.startswith(b"PK"):
                with ZipFile(file) as archive:
                    data += b"".join(archive.read(member) for member in archive.namelist())
            found += [str(file)] if b"Geheim" in data else []
    return found


@pytest.mark.parametrize("saved_before", [True, False])
def test_people_deleted_for_good_leave_the_embedded_versions_and_do_not_come_back(
    machines: tuple[Machine, Machine], saved_before: bool
) -> None:
    a, b = machines
    b.note("first")
    if saved_before:
        b.open.save()
        assert any(name.startswith("base/") for name in ZipFile(b.path).namelist())
    a.name("p", "Petra Geheim-Neu", Participant)
    a.open.save()
    b.open.erase_person("p")
    b.reopen()
    assert not holds_the_name(b.path.parent)
    there, merge, _ = b.compare(a.path)
    assert merge.erased == ("p",)
    b.merge(a.path)
    assert "p" not in b.open.document
    b.reopen()
    assert not holds_the_name(b.path.parent)
    a.merge(b.path)
    assert "p" not in a.open.document and "first" in [n.text for n in a.open.document.all(Note)]


def test_the_copy_read_is_a_value(machines: tuple[Machine, Machine]) -> None:
    a, _ = machines
    assert isinstance(a.open.own_copy(), Copy) and a.open.own_copy().digest == load(a.path).lineage.versions[-1]
