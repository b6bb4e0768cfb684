"""A person deleted for good: from the project, and from everything this program keeps beside it."""

from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from unittest import mock
from zipfile import ZipFile

import pytest

from cxstudio.edits import add_note
from cxstudio.files import NotSaved
from cxstudio.files.journal import FILE_NAME, Base, Journal
from cxstudio.files.kept import move_aside
from cxstudio.model import Document, Journey, Note, Participant, Round, Stage, Touchpoint, TouchpointRatings
from cxstudio.session import Folders, Session, pending_work
from cxstudio.session.disk_work import outcome
from cxstudio.session.watching import NotErased
from cxstudio.session.writing import Writing
from cxstudio.store import Change, ChangeSet


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path / "own")


@pytest.fixture
def path(tmp_path: Path, folders: Folders) -> Path:
    """A project with one participant, who has answered."""
    stage, round_ = Stage(id="s", journey="j", name="S"), Round(id="r", journey="j")
    ratings = TouchpointRatings(id="x", round="r", touchpoint="t", experience={"p": 3, "group": 4}, word={"p": "Wut"})
    person, touchpoint = Participant(id="p", name="Petra Geheim"), Touchpoint(id="t", stage="s", name="T")
    session = Session.new(folders, Document([Journey(id="j", title="J"), stage, touchpoint, person, round_, ratings]))
    session.save_as(tmp_path / "projekt.cxs")
    session.close()
    return tmp_path / "projekt.cxs"


def write(session: Session, text: str) -> None:
    with session.transaction("Add note") as draft:
        add_note(draft, text)


def project_json(path: Path) -> bytes:
    return ZipFile(path).read("project.json")


def test_an_erased_participant_leaves_no_trace_but_the_others_answers(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    write(session, "unsaved")
    session.erase_person("p")
    ratings = session.document.get(TouchpointRatings, "x")
    assert ratings.experience == {"group": 4} and not ratings.word
    assert not session.dirty and session.undo() is None
    session.close()
    for file in folders.data.rglob("*"):
        assert not file.is_file() or b"Geheim" not in file.read_bytes()
    assert b"Geheim" not in project_json(path) and b"Wut" not in project_json(path)


def test_kept_work_of_the_project_is_erased_with_the_person_wherever_it_lies(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    other = folders.journals / "elsewhere"
    for place, file in ((other, path), (folders.journals / "another project", path.with_name("other.cxs"))):
        journal = Journal(place, Base(file, "a digest", "T"))
        journal.append(ChangeSet((Change("p", Participant, "name", "", "Petra Geheim"),), "Rename"))
        journal.close()
        move_aside(place / FILE_NAME, datetime.now())
    session.erase_person("p")
    session.close()
    (left,) = (file for file in folders.data.rglob("*") if file.is_file() and b"Geheim" in file.read_bytes())
    assert left.parent.name == "another project"


def test_a_person_is_not_said_to_be_erased_while_the_file_holds_them(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    failed = NotSaved("It was not saved.")
    with mock.patch.object(Writing, "put", side_effect=failed), pytest.raises(NotErased) as caught:
        session.erase_person("p")
    assert str(path) in str(caught.value.values["place"]) and session.dirty
    session.save()
    session.close()
    assert b"Geheim" not in project_json(path)


def test_an_erased_person_of_a_project_without_a_file_leaves_no_trace(folders: Folders) -> None:
    session = Session.new(folders, Document([Participant(id="p", name="Petra Geheim"), Journey(id="j", title="J")]))
    with session.transaction("Rename") as draft:
        draft.update(Journey, "j", title="K")
    session.erase_person("p")
    session.close()
    (work,) = pending_work(folders)
    assert b"Geheim" not in (work.folder / "journal.jsonl").read_bytes()
    again = Session.resume(work, folders)
    assert "p" not in again.document and again.document.get(Journey, "j").title == "K"
    again.close()


@pytest.mark.parametrize("stop", range(1, 7))
def test_what_is_typed_while_a_person_is_erased_is_kept_and_they_are_not(folders: Folders, stop: int) -> None:
    """The journal is written anew beside the window, which goes on; the program may end before any turn of that."""
    session = Session.new(folders, Document([Participant(id="p", name="Petra Geheim"), Journey(id="j", title="J")]))
    write(session, "before")
    turns, number = session.saver.erase_person("p"), 0
    give = partial(next, turns)
    with suppress(StopIteration):
        for number in range(stop):
            part = give()
            if number < 4:
                write(session, f"typed in turn {number}")
            give = outcome(turns, part)
        give()
    session.protection.journal._shut()
    session.protection._let_go_of_place()
    session.file.release()
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert "p" not in again.document
    typed = {f"typed in turn {n}" for n in range(min(number + 1, 4))}
    assert {note.text for note in again.document.all(Note)} == {"before", *typed}
    again.close()
    gone = "Geheim" not in work.folder.joinpath(FILE_NAME).read_text("utf-8")
    assert gone == (stop >= 5)  # once it is in place
