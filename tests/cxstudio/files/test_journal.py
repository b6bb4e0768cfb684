"""The recovery journal: what was written is replayed as far as it fits, and no further."""

import os
import threading
from datetime import datetime
from pathlib import Path

import pytest

from cxstudio.files.encoding import encode
from cxstudio.files.errors import DamagedJson
from cxstudio.files.journal import FILE_NAME, Base, Journal
from cxstudio.files.journal_lines import read_step, write_step
from cxstudio.files.jsontext import read_json, write_json
from cxstudio.files.kept import move_aside
from cxstudio.files.recovery import read_head, replay
from cxstudio.model import Document, FrozenMap, Journey, Measure, Persona, Round, Stage, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import ContactKind
from cxstudio.store import ChangeSet, Draft, Store

START = Document(
    [
        Journey(id="j", title="J"),
        Stage(id="s", journey="j", name="S"),
        Touchpoint(id="t", stage="s", name="T"),
        Round(id="r", journey="j"),
        TouchpointRatings(id="x", round="r", touchpoint="t", experience=FrozenMap({"group": 3})),
    ]
)
BASE = "a" * 64


class Desk:
    """A store with a journal."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = Store(START)
        self.journal = Journal(folder, Base(folder / "a.cxs", BASE, "Title"))
        self.store.listen(self.journal.append)

    def rename(self, name: str) -> None:
        with self.store.transaction("Rename {old}", old="T") as draft:
            draft.update(Touchpoint, "t", name=name)


def mark(desk: Desk, digest: str) -> None:
    """As a save does just before the file is put in place."""
    desk.journal.saving()
    desk.journal.announce(digest)
    desk.journal.flush()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path / "journal")


def test_nothing_is_written_before_the_first_step(desk: Desk) -> None:
    desk.journal.close()
    assert not desk.folder.exists()


def test_steps_are_on_the_disk_at_once_and_come_back(desk: Desk) -> None:
    desk.rename("one")
    with desk.store.transaction("Much") as draft:
        draft.create(Persona(id="p", name="„P“\n", goals=("a",)))
        draft.create(Measure(id="m", title="M", touchpoints=("t",)))
        draft.update(Touchpoint, "t", contact=ContactKind.WRITTEN, cases_per_month=3.5)
        draft.update(TouchpointRatings, "x", experience={"group": None}, emotion={"group": -3})
    desk.store.undo()
    desk.store.redo()
    with desk.store.transaction("Remove") as draft:
        draft.remove("x")
    found = replay(desk.folder, START, BASE)
    assert found is not None and found.document == desk.store.document and found.unread == 0
    assert [step.label for step in found.steps] == ["Rename {old}", "Much", "Much", "Much", "Remove"]
    head = read_head(desk.folder)
    assert head is not None and (head.path, head.digest, head.title) == (desk.folder / "a.cxs", BASE, "Title")
    desk.journal.close()


def test_a_step_is_the_same_after_writing_and_reading() -> None:
    draft = Draft(START)
    draft.update(Touchpoint, "t", contact=ContactKind.PERSON, departments=())
    draft.update(TouchpointRatings, "x", experience={}, importance={"group": 5})
    draft.create(Stage(id="s2", journey="j", name="S2", order="b0"))
    draft.remove("s")
    step = ChangeSet(draft.changes, "L", label_args=(("a", "b"),))
    assert read_step(read_json(write_step(step))) == step


def test_a_torn_last_line_is_skipped_and_written_over(desk: Desk) -> None:
    desk.rename("one")
    whole = (desk.folder / FILE_NAME).stat().st_size
    desk.rename("two")
    desk.journal.close()
    os.truncate(desk.folder / FILE_NAME, whole + 20)
    found = replay(desk.folder, START, BASE)
    assert found is not None and found.document.get(Touchpoint, "t").name == "one" and found.unread == 0
    again = Journal(desk.folder, Base(None, BASE))
    again.resume(found.good)
    draft = Draft(found.document)
    draft.update(Touchpoint, "t", name="three")
    again.append(ChangeSet(draft.changes, "x"))
    again.close()
    found = replay(desk.folder, START, BASE)
    assert found is not None and found.document.get(Touchpoint, "t").name == "three" and len(found.steps) == 2


@pytest.mark.parametrize(
    "line",
    [
        b"nonsense\n",
        b"[]\n",
        b"{}\n",
        b'{"changes":[{"id":"t","kind":"Touchpoint","field":"name","before":"T","after":7}],"step":"","origin":"user","values":{}}\n',
        b'{"changes":[{"id":"t","kind":"Hologram"}],"step":"","origin":"user","values":{}}\n',
        b'{"changes":[{"id":"t","kind":"Touchpoint","field":"__class__","before":1,"after":2}],"step":"","origin":"user","values":{}}\n',
        b'{"changes":[{"id":"t","kind":"Touchpoint","field":"stage","before":"s","after":"gone"}],"step":"","origin":"user","values":{}}\n',
        b'{"changes":[{"id":"z","kind":"Touchpoint","after":{"id":"z"}}],"step":"","origin":"user","values":{}}\n',
        b'{"snapshot":{"format":0}}\n',
    ],
)
def test_from_a_line_that_does_not_fit_on_nothing_is_replayed(desk: Desk, line: bytes) -> None:
    desk.rename("one")
    desk.journal.close()
    with (desk.folder / FILE_NAME).open("ab") as stream:
        stream.write(line)
    found = replay(desk.folder, START, BASE)
    assert found is not None and found.document.get(Touchpoint, "t").name == "one" and found.unread == 1


def test_a_journal_of_another_state_of_the_file_does_not_fit(desk: Desk) -> None:
    desk.rename("one")
    desk.journal.close()
    assert replay(desk.folder, START, "b" * 64) is None
    kept = move_aside(desk.journal.path, datetime(2026, 3, 12))
    assert kept is not None and kept.exists() and not (desk.folder / FILE_NAME).exists()
    assert move_aside(desk.journal.path, datetime(2026, 3, 12)) is None


def test_a_kill_between_mark_and_replacing_loses_nothing(desk: Desk) -> None:
    desk.rename("one")
    mark(desk, "c" * 64)
    desk.rename("two")
    desk.journal.close()
    found = replay(desk.folder, START, BASE)
    assert found is not None and found.document == desk.store.document and len(found.steps) == 2


def test_a_kill_between_replacing_and_restarting_replays_only_what_came_after(desk: Desk) -> None:
    desk.rename("one")
    saved = desk.store.document
    mark(desk, "c" * 64)
    desk.rename("two")
    desk.journal.close()
    found = replay(desk.folder, saved, "c" * 64)
    assert found is not None and found.document == desk.store.document and len(found.steps) == 1


@pytest.mark.parametrize("begun", [True, False], ids=["with steps before", "without"])
def test_what_comes_while_the_file_is_saved_is_not_in_it(desk: Desk, begun: bool) -> None:
    if begun:
        desk.rename("before")
    saved = desk.store.document
    desk.journal.saving()
    desk.rename("while it is packed")
    desk.journal.announce("c" * 64)
    desk.rename("while it is written")
    for document, digest, steps in ((saved, "c" * 64, 2), (START, BASE, 2 + begun)):
        found = replay(desk.folder, document, digest)
        assert found is not None and found.document == desk.store.document and len(found.steps) == steps
    desk.journal.go_on(Base(desk.folder / "a.cxs", "c" * 64))
    desk.rename("afterwards")
    desk.journal.close()
    found = replay(desk.folder, saved, "c" * 64)
    assert found is not None and found.document == desk.store.document and len(found.steps) == 3


def test_written_anew_while_the_file_is_saved_it_fits_both(desk: Desk) -> None:
    desk.rename("before")
    saved = desk.store.document
    desk.journal.saving()
    desk.journal.announce("c" * 64)
    desk.rename("meanwhile")
    desk.journal.move(desk.folder, encode(desk.store.document))
    desk.rename("afterwards")
    desk.journal.close()
    for document, digest in ((saved, "c" * 64), (START, BASE)):
        found = replay(desk.folder, document, digest)
        assert found is not None and found.document == desk.store.document


@pytest.mark.parametrize("lines", ["7", 0, -1, 10**9, None])
def test_a_mark_that_counts_wrongly_holds_all_before_it(desk: Desk, lines: object) -> None:
    desk.rename("before")
    mark(desk, "c" * 64)
    desk.journal.close()
    path = desk.folder / FILE_NAME
    path.write_bytes(path.read_bytes().replace(b'"lines":2', b'"lines":' + write_json(lines)))
    found = replay(desk.folder, desk.store.document, "c" * 64)
    assert found is not None and not found.steps


def test_a_snapshot_stands_for_the_file(tmp_path: Path) -> None:
    journal = Journal(tmp_path / "new", Base(None, None), lambda: encode(START))
    draft = Draft(START)
    draft.update(Touchpoint, "t", name="one")
    journal.append(ChangeSet(draft.changes, "x"))
    journal.move(journal.folder, encode(draft.document))
    journal.close()
    found = replay(tmp_path / "new", Document(), None)
    assert found is not None and found.document == draft.document and not found.steps
    assert b"one" in (tmp_path / "new" / FILE_NAME).read_bytes()


@pytest.mark.parametrize("content", [b'{"journal":99}\n', b"", b"nonsense\n", b'{"journal":0}\n'])
def test_a_head_that_cannot_be_read(tmp_path: Path, content: bytes) -> None:
    assert read_head(tmp_path) is None
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(DamagedJson):
        read_head(tmp_path)
    assert replay(tmp_path, START, None) is None


def test_restarting_and_discarding_leave_no_folder(desk: Desk, tmp_path: Path) -> None:
    desk.rename("one")
    desk.journal.restart(tmp_path / "other", Base(None, BASE))
    assert not desk.folder.exists()
    desk.rename("two")
    assert (tmp_path / "other" / FILE_NAME).exists()
    desk.journal.discard()
    assert not (tmp_path / "other").exists()


def test_lines_are_forced_to_the_disk_without_being_asked(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    forced = threading.Event()
    desk.rename("one")
    monkeypatch.setattr("cxstudio.files.journal_stream.os.fsync", lambda _: forced.set())
    assert forced.wait(30)
    desk.journal.close()
