"""Disks that tear lines, do not confirm, are full or refuse: nothing is lost, and nothing is claimed."""

import errno
import os
import shutil
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from unittest import mock

import pytest

from cxstudio.files import NotSaved, load
from cxstudio.files.errors import NotConfirmed
from cxstudio.files.journal import FILE_NAME
from cxstudio.files.lock import LOCK_NAME
from cxstudio.model import Document, Journey, Note
from cxstudio.session import Folders, NoticeKind, Session, pending_work
from tests.cxstudio.session.faults.failing_io import FailingIO

HOUSE = Path(__file__).resolve().parents[3]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders.below(tmp_path / "own")


@pytest.fixture
def session(tmp_path: Path, folders: Folders) -> Iterator[Session]:
    """A saved project with one unsaved note, open."""
    opened = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    opened.save_as(tmp_path / "umzug.cxs")
    write(opened, "first")
    yield opened
    opened.close()


def write(session: Session, words: str) -> None:
    with session.transaction("Add note") as draft:
        draft.create(Note(id=f"n{len(words)}-{words[:20]}", text=words))


def notes(session: Session) -> set[str]:
    return {note.text for note in session.document.all(Note)}


def kinds(session: Session) -> set[NoticeKind]:
    return {notice.kind for notice in session.notices}


def after_a_crash(session: Session, folders: Folders) -> set[str]:
    """The notes that come back once the process is gone."""
    assert session.path is not None
    session.protection.journal._shut()
    session.protection._let_go_of_place()
    session.file.release()
    again = Session.open(session.path, folders)
    found = notes(again)
    again.close()
    return found


@pytest.mark.skipif(os.name != "posix", reason="calls are made to fail as POSIX systems make them")
@pytest.mark.parametrize("at", range(1, 8))
def test_a_torn_line_is_never_written_behind(session: Session, folders: Folders, tmp_path: Path, at: int) -> None:
    session.protection.journal._shut()  # so that the stream that fails is one that is watched
    failing = FailingIO([tmp_path], at, errno.EIO)
    with failing.on():
        failing.armed = True
        write(session, "second")
        failing.armed = False
        write(session, "third")
    assert failing.failed_call and not kinds(session)
    assert after_a_crash(session, folders) == {"first", "second", "third"}


def test_what_is_not_what_was_written_is_not_gone_on_with(session: Session, folders: Folders) -> None:
    journal = session.protection.journal.path
    session.protection.journal._shut()
    whole = journal.read_bytes()
    journal.write_bytes(whole[:-4] + b"????")
    write(session, "second")
    assert not kinds(session)
    assert after_a_crash(session, folders) == {"first", "second"}


def test_a_line_somebody_else_wrote_is_noticed(session: Session, folders: Folders) -> None:
    with session.protection.journal.path.open("ab") as stream:
        stream.write(b'{"not":"ours"}\n')
    write(session, "second")
    assert after_a_crash(session, folders) == {"first", "second"}


def test_lines_the_disk_does_not_confirm_are_written_anew(session: Session, folders: Folders) -> None:
    failed, real = threading.Event(), os.fsync

    def refuse(handle: int) -> None:
        if threading.current_thread().name == "journal" and not failed.is_set():
            failed.set()
            raise OSError(errno.EIO, "Input/output error")
        real(handle)

    posted = threading.Event()
    session.wake = posted.set
    before = session.protection.journal.path.read_bytes()
    with mock.patch("cxstudio.files.journal_stream.os.fsync", refuse):
        write(session, "second")
        assert failed.wait(30) and posted.wait(30), "the thread that can tell it is told at once"
        session.run_posted()
    assert session.protection.journal.path.read_bytes() != before and session.protection.safe
    assert after_a_crash(session, folders) == {"first", "second"}


def test_a_folder_the_disk_does_not_confirm_is_not_a_saved_file(session: Session, folders: Folders) -> None:
    path = session.path
    assert path is not None
    refusing = OSError(errno.EIO, "Input/output error")
    with mock.patch("cxstudio.files.atomic.flush_folder", side_effect=refusing), pytest.raises(NotConfirmed):
        session.save()
    assert session.dirty
    write(session, "second")
    session.save()
    assert not session.dirty and load(path).content.document == session.document
    with mock.patch("cxstudio.files.atomic.os.fsync", side_effect=OSError(errno.EIO, "no")), pytest.raises(NotSaved):
        session.save()
    assert load(path).content.document == session.document


def test_a_disk_that_cannot_flush_folders_at_all_saves_all_the_same(session: Session) -> None:
    real = os.fsync

    def refuse(handle: int) -> None:
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "Invalid argument")
        real(handle)

    with mock.patch("cxstudio.files.atomic.os.fsync", refuse):
        session.save()
    assert not session.dirty


def test_a_disk_without_locks_is_no_other_window(tmp_path: Path, folders: Folders, session: Session) -> None:
    import portalocker

    assert session.path is not None
    session.close()
    with mock.patch.object(portalocker, "lock", side_effect=portalocker.LockException("no locks here")):
        again = Session.open(session.path, folders)
        assert not again.read_only and notes(again) == {"first"}
        write(again, "second")
        again.save()
        again.close()
    assert {note.text for note in load(session.path).content.document.all(Note)} == {"first", "second"}


def test_the_file_is_looked_at_once_more_just_before_it_is_replaced(session: Session) -> None:
    from cxstudio.files import ChangedOnDisk, atomic

    path = session.path
    assert path is not None
    real = atomic.write_through

    def slow(temp: Path, data: bytes, mode: int | None = None, *, flush: bool = True) -> None:
        real(temp, data, mode, flush=flush)
        path.write_bytes(b"theirs, a moment ago")

    with mock.patch("cxstudio.files.atomic.write_through", slow), pytest.raises(ChangedOnDisk):
        session.save()
    assert path.read_bytes() == b"theirs, a moment ago" and session.dirty
    assert NoticeKind.CHANGED_ON_DISK in kinds(session)
    assert not list(path.parent.glob(".cxs-part-*"))


# Conditions as they are, where this machine can make them


@pytest.fixture
def full_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 kB with nothing on it."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, unmount = shutil.which("mount"), shutil.which("umount")
    if os.name != "posix" or os.geteuid() != 0 or mount is None or unmount is None:
        pytest.skip("only an administrator of a POSIX system can make a small disk")
    made = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(place)], check=False, capture_output=True
    )
    if made.returncode != 0:
        pytest.skip("no small disk can be made here")
    yield place
    subprocess.run([unmount, "-l", str(place)], check=True)


def fill(place: Path) -> None:
    """Leave no room at all."""
    with (place / "ballast").open("wb", buffering=0) as stream:
        try:
            while stream.write(b"x" * 4096):
                pass
        except OSError as error:
            assert error.errno == errno.ENOSPC


def test_a_data_folder_on_a_full_disk(full_disk: Path, tmp_path: Path) -> None:
    folders = Folders(*(full_disk / n for n in ("config", "data", "cache", "log")), tmp_path / "spare")
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    path = tmp_path / "projects" / "umzug.cxs"
    path.parent.mkdir()
    session.save_as(path)
    write(session, "while there was room")
    fill(full_disk)
    for number in range(3):
        write(session, f"{number} " + "and much more of it " * 500)
    assert NoticeKind.PROTECTED_ELSEWHERE in kinds(session) and session.secured
    assert after_a_crash(session, folders) == notes(session)
    session.protection.close(keep=True)


def test_a_project_on_a_full_disk(full_disk: Path, tmp_path: Path, folders: Folders) -> None:
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    path = full_disk / "umzug.cxs"
    session.save_as(path)
    before = path.read_bytes()
    write(session, "words " * 50_000)
    fill(full_disk)
    with pytest.raises(NotSaved):
        session.save()
    assert path.read_bytes() == before and session.dirty and session.secured
    session.save_as(tmp_path / "elsewhere.cxs")
    assert load(tmp_path / "elsewhere.cxs").content.document == session.document
    session.close()


AS_NOBODY = """
import os, shutil, sys
from pathlib import Path
from cxstudio.session import Folders, Session
from tests.cxstudio.session.test_disks_that_fail import kinds, notes, write

def work(folders, path):
    session = Session.open(path, folders)
    write(session, "as somebody else")
    said = [*sorted(kinds(session)), session.secure()]
    try:
        session.save()
    except Exception as error:
        said.append(type(error).__name__)
    session.close()
    again = Session.open(path, folders)
    said += sorted(notes(again))
    again.close()
    return said

place = Path(sys.argv[1])
warm = place.with_name(place.name + "-warm")
shutil.copytree(place, warm)
work(Folders.below(warm), warm / "projects/umzug.cxs")
shutil.rmtree(warm)  # by now everything is loaded that one needs rights to read
os.setgid(65534)
os.setuid(65534)
print(*work(Folders.below(place), place / "projects/umzug.cxs"), sep="|")
"""


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only an administrator can become somebody else")
def test_a_person_without_rights(session: Session) -> None:
    """Neither data folder nor project folder may be written; the spare folder may."""
    session.save()
    assert session.path is not None
    place = Path(tempfile.mkdtemp(prefix="cxstudio-test-", dir="/tmp"))  # pytest's folders are their owner's alone
    try:
        place.chmod(0o755)
        (place / "projects").mkdir()
        (place / "projects" / "umzug.cxs").write_bytes(session.path.read_bytes())
        (place / "spare").mkdir()
        os.chown(place / "spare", 65534, 65534)
        code = [sys.executable, "-c", AS_NOBODY, str(place)]
        done = subprocess.run(code, cwd=HOUSE, capture_output=True, text=True, check=False)
    finally:
        shutil.rmtree(place)
    assert done.returncode == 0, done.stderr
    assert done.stdout == "protected_elsewhere|True|NotSaved|as somebody else|first\n"


def test_a_data_folder_that_goes_away_in_the_middle(session: Session, folders: Folders) -> None:
    shutil.rmtree(folders.data)
    folders.data.write_text("gone", encoding="utf-8")
    write(session, "second")
    assert NoticeKind.PROTECTED_ELSEWHERE in kinds(session)
    folders.data.unlink()
    assert after_a_crash(session, folders) == {"first", "second"}


def test_other_peoples_folders_are_not_trusted_with_unsaved_work(tmp_path: Path, folders: Folders) -> None:
    """Where everybody may write, somebody could put a journal for us to find."""
    session = Session.new(folders, Document([Journey(id="j", title="Ist")]))
    write(session, "mine")
    session.close()
    (work,) = pending_work(folders)
    folders.spare.mkdir()
    shutil.move(work.folder, folders.spare / work.folder.name)
    assert [found.folder.parent for found in pending_work(folders)] == [folders.spare]
    folders.spare.chmod(0o777)
    assert pending_work(folders) == ()


def test_a_journal_elsewhere_is_held_by_the_window_that_writes_it(session: Session, folders: Folders) -> None:
    shutil.rmtree(folders.data)
    folders.data.write_text("in the way", encoding="utf-8")
    write(session, "second")
    assert session.path is not None
    place = session.protection.journal.folder
    assert (place / LOCK_NAME).exists() and (place / FILE_NAME).exists()
    assert pending_work(folders, [session.path]) == ()
    session.close()
    assert [work.path for work in pending_work(folders, [session.path])] == [session.path]
