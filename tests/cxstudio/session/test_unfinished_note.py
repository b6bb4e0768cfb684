"""A note somebody has not finished typing comes back with its project, whatever becomes of program and file."""

from pathlib import Path

import pytest

from cxstudio.files import load
from cxstudio.files.journal import NOTE_NAME
from cxstudio.model import Document, Journey
from cxstudio.session import Folders, NoticeKind, Session, pending_work


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path / "own")


def saved(folders: Folders, path: Path) -> Session:
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    session.save_as(path)
    return session


def type_note(session: Session, text: str) -> None:
    session.unfinished_note = text
    session.keep_note()


def test_it_comes_back_with_its_file_and_is_no_part_of_it(folders: Folders, tmp_path: Path) -> None:
    path = tmp_path / "a.cxs"
    session = saved(folders, path)
    type_note(session, "Die Hotline klang …")
    assert not session.dirty
    session.close()
    assert "Hotline" not in str(list(load(path).content.document))
    again = Session.open(path, folders)
    assert again.unfinished_note == "Die Hotline klang …" and not again.dirty and not again.notices
    type_note(again, "")
    again.close()
    assert not folders.journals.exists() or not any(folders.journals.iterdir())


def test_a_project_without_a_file_is_kept_for_its_sake(folders: Folders) -> None:
    session = Session.new(folders, Document([Journey(id="j", title="Muster")]))
    type_note(session, "half a thou")
    session.close()
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert again.unfinished_note == "half a thou" and not again.dirty
    assert [j.title for j in again.document.all(Journey)] == ["Muster"]
    type_note(again, "")
    again.close()
    assert not pending_work(folders)


def test_it_survives_a_crash_at_once(folders: Folders, tmp_path: Path) -> None:
    crashed = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    type_note(crashed, "as typed")
    crashed.protection.journal.close()
    crashed.file.release()
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert again.unfinished_note == "as typed"
    again.close()


def test_it_goes_along_when_the_project_gets_a_file_and_another(folders: Folders, tmp_path: Path) -> None:
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    type_note(session, "wandering")
    for name in ("a.cxs", "b.cxs"):
        session.save_as(tmp_path / name)
        assert len(list(folders.journals.rglob(NOTE_NAME))) == 1
    session.close()
    first = Session.open(tmp_path / "a.cxs", folders)
    assert first.unfinished_note == ""
    first.close()
    again = Session.open(tmp_path / "b.cxs", folders)
    assert again.unfinished_note == "wandering"
    again.close()


def test_it_finds_its_file_again_under_another_name(folders: Folders, tmp_path: Path) -> None:
    session = saved(folders, tmp_path / "a.cxs")
    type_note(session, "left here")
    session.close()
    (tmp_path / "a.cxs").rename(tmp_path / "moved.cxs")
    again = Session.open(tmp_path / "moved.cxs", folders)
    assert again.unfinished_note == "left here"
    again.close()


def test_a_second_window_neither_shows_nor_takes_it(folders: Folders, tmp_path: Path) -> None:
    first = saved(folders, tmp_path / "a.cxs")
    type_note(first, "mine")
    second = Session.open(tmp_path / "a.cxs", folders)
    assert second.read_only and second.unfinished_note == ""
    type_note(second, "")
    type_note(second, "yours")
    second.close()
    first.close()
    again = Session.open(tmp_path / "a.cxs", folders)
    assert again.unfinished_note == "mine"
    again.close()


def test_a_folder_that_refuses_is_told_and_the_words_go_elsewhere(folders: Folders, tmp_path: Path) -> None:
    folders.data.mkdir(parents=True)
    folders.journals.write_text("no folder")
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    type_note(session, "typed on")
    assert [n.kind for n in session.notices] == [NoticeKind.PROTECTED_ELSEWHERE]
    session.close()
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert again.unfinished_note == "typed on"
    again.close()
