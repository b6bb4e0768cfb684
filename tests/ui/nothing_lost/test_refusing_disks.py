"""Disks that refuse: work that nothing takes holds the window back, and what comes back is told."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from cxstudio.files import load
from cxstudio.model import Journey, Touchpoint
from cxstudio.session import Folders, Session, pending_work
from cxstudio.session.settings import Settings
from ui.dialogs import file_choosers as choosers
from ui.main_window.application import first_window
from ui.main_window.main_window import MainWindow
from ui.pages.start_page import StartPage
from ui.shell.saved_state import SavedState

HOUSE = Path(__file__).resolve().parents[3]


def press(window: MainWindow, text: str) -> None:
    next(b for b in window.shell.bars.findChildren(QPushButton) if b.text() == text).click()


def rename(window: MainWindow, title: str) -> None:
    with window.context.session.transaction("Rename") as draft:
        draft.update(Journey, window.context.selection.journey, title=title)


@pytest.fixture
def refusing(folders: Folders, sample_window: MainWindow) -> MainWindow:
    """A window whose work no place takes, with one change."""
    for place in (folders.data, folders.spare):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("a file where the folder should be", encoding="utf-8")
    rename(sample_window, "Nowhere to go")
    assert "session.unprotected" in sample_window.shell.bars.keys
    return sample_window


def test_the_window_stays_until_the_work_is_saved(refusing, tmp_path, monkeypatch):
    window = refusing
    window.close()
    assert window.isVisible() and "held_back" in window.shell.bars.keys
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: tmp_path / "saved.cxs")
    press(window, "Save as …")
    window.context.session.work.finish()
    journey = window.context.selection.journey
    assert load(tmp_path / "saved.cxs").content.document.get(Journey, journey).title == "Nowhere to go"
    QApplication.processEvents()
    assert window.shell.bars.keys == ()
    window.close()
    assert not window.isVisible()


def test_nor_does_another_project_take_its_place(refusing, folders):
    window = refusing
    window.show_session(Session.new(folders))
    assert window.context.document.get(Journey, window.context.selection.journey).title == "Nowhere to go"
    press(window, "Give up this work")
    window.show_session(Session.new(folders))
    assert len(window.context.document) <= 1


def test_nothing_is_said_to_be_secured_that_is_not(refusing, folders):
    state = refusing.shell.findChild(SavedState)
    assert "not secured" in state.toolTip() and "secured at once" not in state.toolTip()
    refusing.tell_unexpected(None, "a report")
    shown = " ".join(label.text() for label in refusing.shell.bars.findChildren(QLabel))
    assert "Your work is safe" not in shown
    folders.data.unlink()
    rename(refusing, "Somewhere to go")
    assert "secured at once" in state.toolTip() and "session.unprotected" not in refusing.shell.bars.keys


def test_somebody_may_quit_all_the_same(refusing):
    refusing.close()
    press(refusing, "Quit without saving")
    assert not refusing.isVisible()


def test_where_the_disk_takes_it_again_nothing_holds_the_window(refusing, folders):
    folders.data.unlink()
    refusing.close()
    assert not refusing.isVisible()
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert "Nowhere to go" in [journey.title for journey in again.document.all(Journey)]
    again.close()


def test_nothing_is_said_to_be_saved_that_was_not(sample_window, folders, tmp_path):
    window, path = sample_window, tmp_path / "shared.cxs"
    window.context.session.save_as(path)
    other = Session.new(folders, window.context.document)
    with other.transaction("x") as draft:
        draft.update(Journey, window.context.selection.journey, title="Theirs")
    other.save_as(tmp_path / "copy.cxs")
    other.close()
    path.write_bytes((tmp_path / "copy.cxs").read_bytes())
    said = []
    window.context.messages.said.connect(said.append)
    window.context.commands.run("project.save")
    window.context.session.work.finish()
    assert window.shell.bars.keys == ("session.changed_on_disk",) and not said


def test_a_cache_folder_that_refuses_is_no_harm(folders, qapp, tmp_path):
    folders.cache.parent.mkdir(parents=True)
    folders.cache.write_text("a file where the folder should be", encoding="utf-8")
    window = MainWindow(folders, Settings(folders))
    window.show()
    qapp.processEvents()
    assert window.isVisible()
    window.close()
    window.deleteLater()


def test_unsaved_work_that_cannot_be_read_is_listed_and_told(open_window, folders, sample_window):
    window = sample_window
    rename(window, "Kept")
    window.close()
    (work,) = pending_work(folders)
    journal = work.folder / "journal.jsonl"
    whole = journal.read_bytes()
    journal.unlink()
    journal.mkdir()  # reading it fails
    first = first_window(folders, Settings(folders), None)
    shown = " ".join(label.text() for label in first.shell.bars.findChildren(QLabel))
    assert str(work.folder) in shown
    page = first.shell.findChild(StartPage)
    assert page is not None
    lines = [button.accessibleName() for button in page.findChildren(QPushButton)]
    assert any(str(work.folder) in line for line in lines)
    first.close()
    journal.rmdir()
    journal.write_bytes(whole)
    second = first_window(folders, Settings(folders), None)
    assert "Kept" in [journey.title for journey in second.context.document.all(Journey)]
    second.close()


ENDED = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from cxstudio.edits import set_fields
from cxstudio.model import Touchpoint
from cxstudio.session import Folders
from cxstudio.session.settings import Settings
from ui.main_window.application import application, first_window
from ui.startup.ending import Ending

app, folders = application(), Folders.below(Path(sys.argv[1]))
window = first_window(folders, Settings(folders), None)
window.project.sample()
window.show()
Ending(app, window.secure, window.end)
folders.journals.rmdir() if folders.journals.exists() else None
folders.journals.parent.mkdir(parents=True, exist_ok=True)
folders.journals.write_text("in the way")
folders.spare.write_text("in the way")
touchpoint = window.context.document.all(Touchpoint)[0]
with window.context.session.transaction("Rename") as draft:
    set_fields(draft, Touchpoint, touchpoint.id, name="Before the end")
folders.journals.unlink()
window.context.session.unfinished_note = "half a thought"
QTimer.singleShot(0, lambda: print("ready", flush=True))
sys.exit(app.exec())
"""


@pytest.mark.skipif(os.name != "posix", reason="there are no signals here")
def test_what_no_disk_took_is_written_when_the_process_is_told_to_end(folders, tmp_path, qapp):
    place = folders.data.parent
    place.mkdir(parents=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    arguments = [sys.executable, "-c", ENDED, str(place)]
    with subprocess.Popen(
        arguments, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        line = process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        errors = process.stderr.read()
        assert line == "ready\n" and process.wait(60) == 0, errors
    (work,) = pending_work(folders)
    again = Session.resume(work, folders)
    assert again.document.all(Touchpoint)[0].name == "Before the end"
    assert again.unfinished_note == "half a thought"
    again.close()
