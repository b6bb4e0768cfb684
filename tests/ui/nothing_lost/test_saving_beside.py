"""A disk that takes its time: the window goes on meanwhile, and nothing is said to be saved before it is."""

import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cxstudio.edits import add_note
from cxstudio.files import load
from cxstudio.model import Document, Journey, Note, Picture, Touchpoint
from cxstudio.outputs.table import BY_ID
from cxstudio.session import Folders, NoticeKind, Session, pending_work, saved_file
from ui.dialogs import file_choosers as choosers
from ui.dialogs.save_export import hand_on, ordered
from ui.forms import picture_intake
from ui.forms.picture_intake import Found
from ui.main_window.main_window import MainWindow
from ui.shell.saved_state import SavedState
from ui.workspaces.journey.map.picture_drops import Pinning


class SlowDisk:
    """Confirms nothing until it is let; knows who had to wait for it."""

    def __init__(self) -> None:
        self.waiting = threading.Semaphore(0)
        """Released once for each that begins to wait for what it saved."""
        self.let = threading.Semaphore(10_000)
        self.refuses = False
        self.in_window = 0
        """How often the window itself had to wait."""
        self._window = threading.current_thread()

    def confirm(self, handle: int) -> None:
        thread = threading.current_thread()
        self.in_window += thread is self._window
        if thread.name == "disk work":
            self.waiting.release()
            assert self.let.acquire(timeout=60)
            if self.refuses:
                raise OSError(errno.EIO, "Input/output error")

    def stop(self) -> None:
        """From now on everybody waits."""
        while self.let.acquire(blocking=False):
            pass

    def go_on(self) -> None:
        self.let.release(10_000)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[SlowDisk]:
    made = SlowDisk()
    monkeypatch.setattr(os, "fsync", made.confirm)
    yield made
    made.go_on()


@pytest.fixture
def window(sample_window: MainWindow, tmp_path: Path) -> MainWindow:
    """On a project with a file, with one change."""
    sample_window.settings.beside = True  # as the program has it
    sample_window.context.session.save_as(tmp_path / "moving.cxs")
    write(sample_window, "before")
    return sample_window


def write(window: MainWindow, text: str) -> None:
    with window.context.session.transaction("Add note") as draft:
        add_note(draft, text)


def notes(document: Document) -> set[str]:
    return {note.text for note in document.all(Note)} & {"before", "meanwhile", "later", "afterwards"}


def in_file(path: Path) -> set[str]:
    return notes(load(path).content.document)


def state(window: MainWindow) -> str:
    return window.shell.findChild(SavedState).text()


def said(window: MainWindow) -> str:
    return " ".join(label.text() for label in window.shell.bars.findChildren(QLabel))


def press(window: MainWindow, text: str) -> None:
    next(b for b in window.shell.bars.findChildren(QPushButton) if b.text() == text).click()


def begin_to_save(window: MainWindow, disk: SlowDisk, qtbot: QtBot) -> None:
    """Saved, and the disk has not confirmed anything yet."""
    disk.stop()
    window.context.commands.run("project.save")
    qtbot.waitUntil(lambda: disk.waiting.acquire(blocking=False), timeout=60_000)


def after_a_crash(window: MainWindow, folders: Folders) -> Session:
    session = window.context.session
    assert session.path is not None
    session.protection.journal._shut()
    session.file.release()
    return Session.open(session.path, folders)


def test_what_is_changed_meanwhile_is_unsaved_afterwards(window, disk, qtbot, folders):
    path = window.context.session.path
    begin_to_save(window, disk, qtbot)
    assert state(window) == "saving …"
    write(window, "meanwhile")
    assert window.context.session.dirty
    disk.go_on()
    qtbot.waitUntil(lambda: not window.context.session.work.busy, timeout=60_000)
    assert in_file(path) == {"before"}
    assert window.context.session.dirty and state(window).startswith("changed since ") and window.isWindowModified()
    write(window, "later")
    again = after_a_crash(window, folders)
    assert notes(again.document) == {"before", "meanwhile", "later"} and len(again.document) == len(
        window.context.document
    )
    again.undo()
    again.undo()
    assert notes(again.document) == {"before"} and not again.dirty
    again.close()


def test_nothing_is_said_to_be_saved_before_the_disk_has_confirmed_it(window, disk, qtbot):
    begin_to_save(window, disk, qtbot)
    confirmed = 0
    while window.context.session.work.busy:
        assert state(window) == "saving …" and window.context.session.dirty
        window.context.session.check_disk()
        assert NoticeKind.CHANGED_ON_DISK not in {notice.kind for notice in window.context.session.notices}
        disk.let.release()
        confirmed += 1
        qtbot.waitUntil(
            lambda: not window.context.session.work.busy or disk.waiting.acquire(blocking=False), timeout=60_000
        )
    assert confirmed > 3 and state(window).startswith("saved ") and not window.context.session.dirty


def test_the_window_itself_never_waits_for_the_disk(window, disk, qtbot, monkeypatch, tmp_path):
    session = window.context.session
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: tmp_path / "second.cxs")
    for command in ("project.save", "project.save", "project.save_as", "project.save"):
        begin = len(session.document)
        window.context.commands.run(command)
        write(window, "meanwhile")
        session.unfinished_note = f"half typ{command}"
        session.keep_note()
        qtbot.waitUntil(lambda: not session.work.busy, timeout=60_000)
        write(window, "afterwards")
        session.keep_note()
        assert session.dirty and len(session.document) == begin + 2
    assert session.path == tmp_path / "second.cxs"
    assert disk.in_window == 0


def test_a_second_save_waits_for_the_first(window, disk, qtbot):
    path = window.context.session.path
    begin_to_save(window, disk, qtbot)
    write(window, "meanwhile")
    for _ in range(5):
        window.context.commands.run("project.save")
    write(window, "later")
    disk.go_on()
    qtbot.waitUntil(lambda: not window.context.session.work.busy, timeout=60_000)
    assert in_file(path) == {"before", "meanwhile", "later"} and not window.context.session.dirty


def test_quitting_waits_and_says_for_what(window, disk, qtbot):
    path = window.context.session.path
    begin_to_save(window, disk, qtbot)
    window.close()
    assert window.isVisible() and "is being saved. The window closes" in said(window)
    press(window, "Stay here")
    assert window.shell.bars.keys == ()
    window.close()
    write(window, "meanwhile")
    disk.go_on()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=60_000)
    assert window.closed and in_file(path) == {"before"}


def test_what_was_not_saved_keeps_the_window(window, disk, qtbot):
    begin_to_save(window, disk, qtbot)
    window.close()
    disk.refuses = True
    disk.go_on()
    qtbot.waitUntil(lambda: not window.context.session.work.busy, timeout=60_000)
    assert window.isVisible() and window.shell.bars.keys == ("error.saving",) and window.context.session.dirty
    window.close()
    assert not window.isVisible(), "the work is in the journal"


def test_another_project_waits(window, disk, qtbot, folders, tmp_path):
    other = Session.new(folders, Document([Journey(id="j", title="The other one")]))
    other.save_as(tmp_path / "other.cxs")
    other.close()
    path = window.context.session.path
    begin_to_save(window, disk, qtbot)
    window.project.open_file(tmp_path / "other.cxs")
    window.project.sample()
    assert window.context.session.path == path and "The other one opens" in said(window)
    window.project.open_file(tmp_path / "other.cxs")
    disk.go_on()
    qtbot.waitUntil(lambda: window.context.session.path == tmp_path / "other.cxs", timeout=60_000)
    assert in_file(path) == {"before"} and pending_work(folders) == ()


def test_a_system_that_ends_the_program_is_held_back_until_it_is_saved(window, disk, qtbot):
    path = window.context.session.path
    begin_to_save(window, disk, qtbot)
    threading.Timer(0.1, disk.go_on).start()
    window.secure()
    assert in_file(path) == {"before"} and not window.context.session.work.busy


@pytest.mark.parametrize("refuses", [False, True])
def test_a_process_told_to_end_saves_first(window, disk, qtbot, refuses):
    begin_to_save(window, disk, qtbot)
    window.end()
    assert window.isVisible()
    disk.refuses = refuses
    disk.go_on()
    qtbot.waitUntil(lambda: window.closed, timeout=60_000)


def test_a_window_made_anew_hears_of_it(window, disk, qtbot):
    begin_to_save(window, disk, qtbot)
    window.context.commands.run("look.language")
    assert state(window) == "speichert …"
    disk.go_on()
    qtbot.waitUntil(lambda: not window.context.session.work.busy, timeout=60_000)
    assert state(window).startswith("gespeichert")


def test_an_output_is_written_beside_the_window_too(window, disk, qtbot, tmp_path, monkeypatch):
    for place, told in ((tmp_path / "map.mmd", "is ready"), (tmp_path / "gone" / "map.mmd", "was not saved")):
        monkeypatch.setattr(choosers, "name_to_save", lambda *_, place=place: place)
        output = BY_ID["mermaid"]
        hand_on(window, window.context, output, "Map", ordered(window.context))
        qtbot.waitUntil(lambda: not window.context.tasks.busy, timeout=60_000)
        assert place.exists() == ("gone" not in place.parts)
        assert told in " ".join(label.text() for label in window.shell.findChildren(QLabel))
    assert disk.in_window == 0


def test_a_disk_that_does_not_answer_lets_the_window_go(window, disk, qtbot, folders, monkeypatch):
    monkeypatch.setattr(window.saving._patience, "start", lambda: QTimer.start(window.saving._patience, 50))
    path = window.context.session.path
    begin_to_save(window, disk, qtbot)
    write(window, "meanwhile")
    window.close()
    qtbot.waitUntil(lambda: "does not answer. Your work is safe" in said(window), timeout=60_000)
    press(window, "Stay here")
    assert window.isVisible() and window.shell.bars.keys == ()
    window.close()
    qtbot.waitUntil(lambda: "does not answer. Your work is safe" in said(window), timeout=60_000)
    press(window, "Close now")
    assert window.closed and not window.isVisible() and window.context.session.work.busy
    window.context.session.file.release()  # as the end of the process does
    again = Session.open(path, folders)
    assert notes(again.document) == {"before", "meanwhile"}
    again.close()


def test_a_process_told_to_end_waits_only_so_long(window, disk, qtbot, monkeypatch):
    monkeypatch.setattr(window.saving._patience, "start", lambda: QTimer.start(window.saving._patience, 50))
    begin_to_save(window, disk, qtbot)
    window.end()
    qtbot.waitUntil(lambda: window.closed, timeout=60_000)


def test_a_picture_waits_neither_for_its_file_nor_for_the_disk(window, disk, qtbot, folders, tmp_path, monkeypatch):
    place, there, readers = tmp_path / "photo.png", threading.Event(), []
    Image.new("RGB", (40, 30), "teal").save(place)

    def slowly(path, most):
        readers.append(threading.current_thread() is threading.main_thread())
        assert there.wait(60)
        return path.read_bytes()

    monkeypatch.setattr(picture_intake, "read_regular", slowly)
    session, pinning = window.context.session, Pinning(window.context, window)
    touchpoint = session.document.all(Touchpoint)[0].id
    pinning.take(touchpoint, [Found("photo", path=place)])
    assert pinning.busy and not session.document.having(Picture, "about", touchpoint)
    there.set()
    qtbot.waitUntil(lambda: not pinning.busy, timeout=60_000)
    (picture,) = session.document.having(Picture, "about", touchpoint)
    again = after_a_crash(window, folders)
    assert again.assets[picture.asset] == session.assets[picture.asset]
    again.close()
    assert readers == [False] and disk.in_window == 0


def test_a_file_on_a_share_that_hangs_is_looked_at_beside_the_window(window, qtbot, monkeypatch):
    session, there, asked = window.context.session, threading.Event(), []

    def slowly(path):
        asked.append(threading.current_thread() is threading.main_thread())
        assert there.wait(60)
        return "another"

    monkeypatch.setattr(saved_file, "digest_of", slowly)
    session.path.write_bytes(session.path.read_bytes() + b" ")
    for _ in range(3):
        window._look_at_disk()
    assert asked == [False] and NoticeKind.CHANGED_ON_DISK not in {notice.kind for notice in session.notices}
    there.set()
    qtbot.waitUntil(lambda: "session.changed_on_disk" in window.shell.bars.keys, timeout=60_000)


def test_what_a_slow_share_says_of_a_file_that_was_saved_meanwhile_is_no_news(window, qtbot, monkeypatch):
    session, there = window.context.session, threading.Event()
    real, slow = saved_file.digest_of, [True]

    def slowly(path):
        found = real(path)
        if slow:
            slow.clear()
            assert there.wait(60)
        return found

    monkeypatch.setattr(saved_file, "digest_of", slowly)
    session.file._seen = None
    window._look_at_disk()
    session.save()
    there.set()
    qtbot.waitUntil(lambda: window._looking.over, timeout=60_000)
    assert NoticeKind.CHANGED_ON_DISK not in {notice.kind for notice in session.notices}
