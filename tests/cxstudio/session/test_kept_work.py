"""What earlier sessions left and does not fit, cannot be read or lies elsewhere is kept, named and tried again."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from unittest import mock

import pytest

from cxstudio.errors import UserError
from cxstudio.files import NotReadable, load
from cxstudio.files.journal import FILE_NAME
from cxstudio.model import PROJECT_ID, Document, Journey, Note, Picture, Project
from cxstudio.session import Action, Folders, NoticeKind, Session, pending_work
from cxstudio.session.copies import earlier_versions
from cxstudio.session.folders import home_of

_READ, _OPEN = Path.read_bytes, os.open


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path / "own")


@pytest.fixture
def path(tmp_path: Path, folders: Folders) -> Path:
    """A saved project with one unsaved note."""
    file = tmp_path / "projects" / "umzug.cxs"
    file.parent.mkdir()
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    session.save_as(file)
    write(session, "unsaved")
    session.close()
    return file


def write(session: Session, words: str) -> None:
    with session.transaction("Add note") as draft:
        draft.create(Note(id=words, text=words))


def notes(session: Session) -> set[str]:
    return {note.text for note in session.document.all(Note)}


def kinds(session: Session) -> list[NoticeKind]:
    return [notice.kind for notice in session.notices]


def said(session: Session) -> str:
    return ", ".join(str(value) for notice in session.notices for value in notice.values.values())


@contextmanager
def unreadable(*paths: Path) -> Iterator[None]:
    """Reading these fails, whoever asks and how often."""

    def read(path: Path) -> bytes:
        if path in paths:
            raise OSError(5, "Input/output error", str(path))
        return _READ(path)

    def open_file(path: Path, flags: int, *rest: int) -> int:
        if path in paths and not flags & (os.O_WRONLY | os.O_RDWR):
            raise OSError(5, "Input/output error", str(path))
        return _OPEN(path, flags, *rest)

    with mock.patch.object(Path, "read_bytes", read), mock.patch.object(os, "open", open_file):
        yield


@pytest.mark.parametrize("end", [Session.undo, Session.save, Session.secure])
def test_a_journal_that_cannot_be_read_survives_edits_saving_and_closing(
    path: Path, folders: Folders, end: Callable[[Session], object]
) -> None:
    journal = home_of(path, folders) / FILE_NAME
    before = journal.read_bytes()
    with unreadable(journal):
        session = Session.open(path, folders)
        assert kinds(session) == [NoticeKind.RECOVERY_UNREAD] and str(journal) in said(session)
        write(session, "meanwhile")
        end(session)
        write(session, "later")
        session.close()
    assert before in [kept.read_bytes() for kept in folders.journals.rglob("*.jsonl")]
    again = Session.open(path, folders)
    held = b"".join(Path(place).read_bytes() for place in said(again).split(", ") if place.endswith(".jsonl"))
    assert "later" in notes(again) and ("unsaved" in notes(again) or b"unsaved" in held)
    again.close()


def test_once_it_can_be_read_again_the_work_is_back(path: Path, folders: Folders) -> None:
    with unreadable(home_of(path, folders) / FILE_NAME):
        session = Session.open(path, folders)
        assert not session.dirty
        session.close()
    again = Session.open(path, folders)
    assert notes(again) == {"unsaved"} and again.dirty
    again.close()


def test_a_full_disk_makes_no_empty_copy_of_a_journal_that_fits_in_part(path: Path, folders: Folders) -> None:
    home = home_of(path, folders)
    with (home / FILE_NAME).open("ab") as stream:
        stream.write(b'{"from another program":1}\n')
    before = (home / FILE_NAME).read_bytes()
    with mock.patch("cxstudio.session.recovering.replace_file", side_effect=OSError(28, "No space left on device")):
        session = Session.open(path, folders)
    assert notes(session) == {"unsaved"}
    write(session, "more")
    session.close()
    assert before in [kept.read_bytes() for kept in folders.journals.rglob("*.jsonl")]
    again = Session.open(path, folders)
    assert notes(again) == {"unsaved", "more"}
    again.close()


def test_what_a_moved_project_was_told_is_kept_stays_where_it_is(path: Path, folders: Folders) -> None:
    kept = home_of(path, folders) / "kept-20260101-120000-000000.jsonl"
    kept.write_bytes(b"promised\n")
    moved = path.with_name("moved.cxs")
    path.rename(moved)
    home = home_of(moved, folders)
    home.mkdir()
    (home / "kept-20260102-120000-000000.jsonl").write_bytes(b"promised too\n")
    session = Session.open(moved, folders)
    assert notes(session) == {"unsaved"} and kept.read_bytes() == b"promised\n"
    assert (home / "kept-20260102-120000-000000.jsonl").read_bytes() == b"promised too\n"
    session.close()


def test_a_moved_project_says_when_its_work_cannot_be_read(path: Path, folders: Folders) -> None:
    work = home_of(path, folders)
    moved = path.with_name("moved.cxs")
    path.rename(moved)
    with unreadable(work / FILE_NAME):
        session = Session.open(moved, folders)
        assert NoticeKind.RECOVERY_UNREAD in kinds(session) and str(work) in said(session)
        session.close()
    again = Session.open(moved, folders)
    assert notes(again) == {"unsaved"}
    again.close()


@pytest.fixture
def new_work(folders: Folders) -> Path:
    """The journal of a project without a file."""
    session = Session.new(folders, Document([Project(id=PROJECT_ID, title="Umzug" * 30_000)]))
    write(session, "never saved")
    session.close()
    (work,) = pending_work(folders)
    return work.folder / FILE_NAME


def test_a_title_of_any_length_hides_nothing(new_work: Path, folders: Folders) -> None:
    (work,) = pending_work(folders)
    assert work.title.startswith("UmzugUmzug") and len(work.title) == 200
    again = Session.resume(work, folders)
    assert notes(again) == {"never saved"} and len(again.title) == 150_000
    again.close()


def test_a_head_that_older_programs_wrote_too_long_is_read(new_work: Path, folders: Folders) -> None:
    head, rest = new_work.read_bytes().split(b"\n", 1)
    new_work.write_bytes(head.replace(b"Umzug", b"Umzug" * 1000, 30) + b"\n" + rest)
    assert len(new_work.read_bytes().split(b"\n", 1)[0]) > 100_000
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert work.title and notes(again) == {"never saved"}
    again.close()


@pytest.mark.parametrize("head", [b"", b"\xff\x00 garbage", b'{"journal":0}', b"[]"])
def test_a_damaged_first_line_hides_nothing(new_work: Path, folders: Folders, head: bytes) -> None:
    new_work.write_bytes(head + b"\n" + new_work.read_bytes().split(b"\n", 1)[1])
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert notes(again) == {"never saved"}
    again.close()
    assert len(pending_work(folders)) == 1


def test_work_that_cannot_be_taken_up_stays_is_told_and_tried_again(new_work: Path, folders: Folders) -> None:
    before = new_work.read_bytes()
    (work,) = pending_work(folders)
    with unreadable(new_work), pytest.raises(NotReadable) as caught:
        Session.resume(work, folders)
    assert str(new_work.parent) in caught.value.safe.format(**caught.value.values)
    assert new_work.read_bytes() == before
    new_work.write_bytes(b"nothing of it\n")
    with pytest.raises(NotReadable):
        Session.resume(work, folders)
    assert new_work.read_bytes() == b"nothing of it\n" and len(pending_work(folders)) == 1


def test_what_was_written_anew_in_trouble_is_unsaved_work_when_it_comes_back(new_work: Path, folders: Folders) -> None:
    (work,) = pending_work(folders)
    session = Session.resume(work, folders)
    assert session.protection.write_anew()
    session.close()
    for _ in range(2):
        (work,) = pending_work(folders)
        again = Session.resume(work, folders)
        assert notes(again) == {"never saved"} and again.dirty
        again.close()


def test_of_two_journals_the_last_one_counts_and_the_other_is_named(path: Path, folders: Folders) -> None:
    home = home_of(path, folders)
    other = folders.journals / f"{home.name}-other"
    other.mkdir()
    (other / FILE_NAME).write_bytes((home / FILE_NAME).read_bytes().replace(b"unsaved", b"in between"))
    later = datetime.now().timestamp() + 60
    os.utime(other / FILE_NAME, (later, later))
    session = Session.open(path, folders)
    assert notes(session) == {"in between"}
    notice = next(n for n in session.notices if n.kind is NoticeKind.RECOVERY_KEPT)
    assert b"unsaved" in Path(str(notice.values["place"])).read_bytes()
    session.close()
    again = Session.open(path, folders)
    assert notes(again) == {"in between"} and again.protection.journal.folder == home and not other.exists()
    again.close()


def test_a_bad_entry_among_the_pictures_keeps_nothing_from_opening(path: Path, folders: Folders, png: bytes) -> None:
    session = Session.open(path, folders)
    asset = session.add_picture(png)
    with session.transaction("Add picture") as draft:
        draft.create(Picture(id="p", about="j", asset=asset))
    session.close()
    place = home_of(path, folders) / "assets" / asset
    data = place.read_bytes()
    (place.parent / ("0" * 64)).mkdir()
    (place.parent / "something").write_bytes(b"else")
    with unreadable(place):
        again = Session.open(path, folders)
        assert again.document.find("p") is not None and asset not in again.assets
        again.save()
        assert NoticeKind.PICTURES_UNREAD in kinds(again) and str(place) in said(again)
        again.close()
    assert place.read_bytes() == data
    third = Session.open(path, folders)
    assert third.assets[asset] == data
    write(third, "one more")
    third.save()
    third.close()
    assert load(path).assets[asset] == data


def test_a_picture_after_saving_as_is_where_the_journal_is(
    tmp_path: Path, path: Path, folders: Folders, png: bytes
) -> None:
    session = Session.open(path, folders)
    real = Path.unlink

    def held(file: Path, missing_ok: bool = False) -> None:
        if file.name == FILE_NAME:
            raise PermissionError(13, "a virus scanner has it")
        real(file, missing_ok)

    with mock.patch.object(Path, "unlink", held):
        session.save_as(path.with_name("second.cxs"))
        asset = session.add_picture(png)
        with session.transaction("Add picture") as draft:
            draft.create(Picture(id="p", about="j", asset=asset))
    session.protection.journal._shut()
    session.file.release()
    again = Session.open(path.with_name("second.cxs"), folders)
    assert again.document.get(Picture, "p").asset == asset and asset in again.assets
    again.close()


@pytest.mark.skipif(os.name != "posix", reason="names are text there")
def test_a_file_name_that_is_no_text(tmp_path: Path, folders: Folders) -> None:
    name = Path(os.fsdecode(os.fsencode(tmp_path) + b"/m\xfcnchen.cxs"))
    try:
        name.touch()
    except OSError:
        pytest.skip("this disk takes no such name")
    name.unlink()
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    session.save_as(name)
    write(session, "unsaved")
    assert not session.notices
    session.close()
    (work,) = pending_work(folders)
    assert work.path == name
    again = Session.resume(work, folders)
    assert notes(again) == {"unsaved"}
    again.save()
    again.close()
    assert len(load(name).content.document.all(Note)) == 1


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_is_not_replaced(tmp_path: Path, folders: Folders) -> None:
    pipe = tmp_path / "pipe.cxs"
    os.mkfifo(pipe)
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    with pytest.raises(UserError):
        session.save_as(pipe)
    assert pipe.is_fifo() and session.path is None
    session.close()


def test_a_recovery_message_names_a_backup_that_can_be_opened(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    session.save()
    write(session, "again")
    with mock.patch("cxstudio.files.backups.SPACING", -1.0):
        session.save()
    session.close()
    newest, oldest = earlier_versions(path, folders)
    newest.write_bytes(b"")
    path.write_bytes(b"PK torn")
    with pytest.raises(NotReadable) as caught:
        Session.open(path, folders)
    assert caught.value.values["place"] == oldest
    oldest.write_bytes(b"PK torn too")
    with pytest.raises(NotReadable) as caught:
        Session.open(path, folders)
    assert "place" not in caught.value.values


@pytest.mark.parametrize("answer", [Action.OVERWRITE, Action.RELOAD])
def test_where_no_copy_can_be_kept_one_question_names_both_ways(path: Path, folders: Folders, answer: Action) -> None:
    session = Session.open(path, folders)
    other = Session.open(path, Folders.below(folders.data.parent.parent / "colleague"))
    write(other, "theirs")
    other.save()
    other.close()
    session.check_disk()
    folders.backups.write_text("a file where the folder should be", encoding="utf-8")
    asked = next(n for n in session.notices if n.kind is NoticeKind.CHANGED_ON_DISK)
    with pytest.raises(UserError):
        session.answer(asked, answer)
    assert notes(session) == {"unsaved"} and session.dirty
    assert {n.text for n in load(path).content.document.all(Note)} == {"theirs"}
    question = next(n for n in session.notices if n.kind is NoticeKind.NO_COPY)
    first, second, _ = question.actions
    assert first is Action.SAVE_AS
    session.answer(question, second)
    assert notes(session) == ({"unsaved"} if answer is Action.OVERWRITE else {"theirs"}) and not session.dirty
    assert not any(n.kind in {NoticeKind.NO_COPY, NoticeKind.CHANGED_ON_DISK} for n in session.notices)
    session.close()


def test_a_person_is_not_said_to_be_erased_while_copies_remain(path: Path, folders: Folders) -> None:
    session = Session.open(path, folders)
    write(session, "more")
    session.save()
    real = Path.unlink

    def held(file: Path, missing_ok: bool = False) -> None:
        if file.parent.parent == folders.backups:
            raise PermissionError(13, "held by somebody")
        real(file, missing_ok)

    with mock.patch.object(Path, "unlink", held), pytest.raises(UserError) as caught:
        session.erase_person("unsaved")
    assert str(folders.backups) in str(caught.value.values["place"])
    assert "unsaved" not in notes(session) and not session.dirty
    session.close()
