"""The note line keeps an unfinished note with its project: over Esc, another project, quitting and the next start."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cxstudio.catalogue.samples import sample
from cxstudio.model import Note
from cxstudio.session import Folders, Session, pending_work
from cxstudio.session.settings import Settings
from tests.ui.conftest import OpenWindow
from ui.main_window.application import first_window
from ui.main_window.main_window import MainWindow
from ui.notes.quick_note import NoteLine


def line_of(window: MainWindow) -> QLineEdit:
    window.context.commands.run("frame.note")
    line = window.shell.overlay(NoteLine).line
    assert line.hasFocus()
    return line


def noted(window: MainWindow) -> list[str]:
    return [n.text for n in window.context.document.all(Note)]


def test_it_waits_in_its_own_project_while_another_one_is_open(
    sample_window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window = sample_window
    window.context.session.save_as(tmp_path / "first.cxs")
    QTest.keyClicks(line_of(window), "Nobody told us")
    window.show_session(Session.new(window.folders, sample("lindenfurt", "en").document))
    assert line_of(window).text() == ""
    assert "Nobody told us" not in noted(window)
    window.project.open_file(tmp_path / "first.cxs")
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=60_000)
    line = line_of(window)
    assert line.text() == "Nobody told us" and not window.context.session.dirty
    QTest.keyClicks(line, " what comes next")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert "Nobody told us what comes next" in noted(window)
    assert window.context.session.unfinished_note == "" and line.text() == ""


def test_it_is_there_again_after_quitting(sample_window: MainWindow, folders: Folders, qtbot: QtBot) -> None:
    QTest.keyClicks(line_of(sample_window), "What was not sav")
    sample_window.close()
    window = first_window(folders, Settings(folders), None, early=True)
    window.show()
    qtbot.waitUntil(lambda: not window.waiting and not window.opening.busy, timeout=60_000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    assert line_of(window).text() == "What was not sav"
    assert not window.context.session.dirty
    window.close()


def test_it_is_on_the_disk_while_somebody_is_still_typing(sample_window: MainWindow, qtbot) -> None:  # type: ignore[no-untyped-def]
    QTest.keyClicks(line_of(sample_window), "cras")
    qtbot.waitUntil(
        lambda: sample_window.context.session.protection.journal.unfinished_note() == "cras", timeout=60_000
    )


def test_a_note_of_nothing_yet_is_kept_from_the_start_page(
    open_window: OpenWindow, folders: Folders, qtbot: QtBot
) -> None:
    window = open_window()
    window.show_start()
    QTest.keyClicks(line_of(window), "before there is anything")
    window.project.sample()
    assert line_of(window).text() == ""
    (work,) = pending_work(folders)
    window.project.resume(work)
    qtbot.waitUntil(lambda: not window.opening.busy, timeout=60_000)
    assert line_of(window).text() == "before there is anything"


def test_what_is_deleted_again_leaves_nothing(sample_window: MainWindow, folders: Folders) -> None:
    line = line_of(sample_window)
    QTest.keyClicks(line, "no")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert sample_window.context.session.unfinished_note == "no"
    line = line_of(sample_window)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClick(line, Qt.Key.Key_Escape)
    sample_window.close()
    assert not pending_work(folders)


def test_a_note_kept_does_not_come_back_into_the_line_and_is_not_kept_twice(sample_window: MainWindow) -> None:
    line, before = line_of(sample_window), noted(sample_window)
    QTest.keyClicks(line, "said once")
    QTest.keyClick(line, Qt.Key.Key_Return)
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "" and noted(sample_window) == before, "undo takes the note back instead"
    QTest.keyClicks(line, "and this")
    QTest.keyClick(line, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert line.text() == "" and noted(sample_window) == before, "what is typed is undone first"
