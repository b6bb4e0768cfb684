"""An error nobody expected: a sheet says what is safe, its report is copied, and the window lives on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit

from cxstudio.model import Note
from cxstudio.session.settings import Settings
from ui.main_window.application import first_window
from ui.shell.crash_sheet import CrashSheet
from ui.startup.start_failed import StartFailed

HOUSE = Path(__file__).resolve().parents[3]

HANDLER_FAILS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication
from cxstudio.model import Note
from cxstudio.session import Folders
from cxstudio.session.log import start_log
from cxstudio.session.settings import Settings
from ui.main_window.application import application, first_window
from ui.main_window.main_window import MainWindow
from ui.shell.crash_sheet import CrashSheet
from ui.startup.exception_boundary import Boundary

def fail(window, event):
    raise ZeroDivisionError("Petra Geheim")

def press():
    QApplication.postEvent(window, QEvent(QEvent.Type.User))

def look():
    sheet = window.shell.findChild(CrashSheet)
    if sheet is None or not sheet.isVisible():
        return QTimer.singleShot(50, look)
    assert "ZeroDivisionError" in sheet.report.toPlainText()
    assert "Petra" not in sheet.report.toPlainText()
    kept = session.protection.journal.folder / "unfinished_note.txt"
    assert kept.read_text() == "Kurz davor"
    sheet.go_on.click()
    assert not sheet.isVisible()
    press()
    QTimer.singleShot(50, go_on)

def go_on():
    assert not window.shell.findChild(CrashSheet).isVisible()  # the same again: the bar says enough
    assert "unexpected" in window.shell.bars.keys
    with session.transaction("Add note") as draft:
        draft.create(Note(id="n", text="goes on"))
    window.close()
    app.exit(7)

MainWindow.customEvent = fail
app = application()
folders = Folders.below(Path(sys.argv[1]))
boundary = Boundary()
boundary.install(folders)
start_log(folders)
window = first_window(folders, Settings(folders), None)
boundary.show_with(window.tell_unexpected)
window.project.sample()
window.show()
session = window.context.session
session.unfinished_note = "Kurz davor"
for _ in range(3):
    QTimer.singleShot(0, press)
QTimer.singleShot(200, look)
QTimer.singleShot(60_000, lambda: app.exit(1))
sys.exit(app.exec())
"""

START_FAILS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from cxstudio.cli import Window
from cxstudio.session import Folders
from ui.main_window import application
from ui.startup.start_failed import StartFailed

def fail(*rest, **named):
    raise RuntimeError("Petra Geheim")

def look():
    (failed,) = [w for w in QApplication.topLevelWidgets() if isinstance(w, StartFailed)]
    told = failed.findChild(QPlainTextEdit).toPlainText()
    assert "RuntimeError" in told and "Petra" not in told
    failed.findChildren(QPushButton)[-1].click()

application.first_window = fail
Folders.standard = classmethod(lambda cls: Folders.below(Path(sys.argv[1])))
app = application.application()
QTimer.singleShot(0, look)
sys.exit(application.run(Window()) + 40)
"""


def ran(script: str, place: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", script, str(place)]
    return subprocess.run(command, cwd=HOUSE, check=False, capture_output=True, text=True, env=env, timeout=120)


def test_a_handler_that_fails_is_told_and_the_window_lives_on(tmp_path):
    done = ran(HANDLER_FAILS, tmp_path)
    assert done.returncode == 7, done.stderr
    log = b"".join(path.read_bytes() for path in (tmp_path / "log").iterdir()).decode()
    assert log.count("ZeroDivisionError") == 4 and "Petra" not in log


def test_where_the_window_cannot_be_made_a_plain_message_says_so(tmp_path):
    done = ran(START_FAILS, tmp_path)
    assert done.returncode == 41, done.stderr
    assert "RuntimeError" in done.stderr and "Petra" not in done.stderr


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_report_is_copied_and_what_is_not_safe_can_be_saved(language, open_window, monkeypatch, qapp):
    window = open_window(language=language)
    window.project.sample()
    qapp.processEvents()
    asked = []
    monkeypatch.setattr(window.context.commands, "run", asked.append)
    window.context.messages.unexpected("the report", lambda: False)
    sheet = window.shell.findChild(CrashSheet)
    assert sheet.isVisible() and sheet.save.hasFocus()
    sheet.copy()
    assert QGuiApplication.clipboard().text() == "the report" == sheet.report.toPlainText()
    sheet.save.click()
    assert asked == ["project.save_as"] and not sheet.isVisible()


def test_another_error_is_told_again_and_nothing_is_blocked(sample_window):
    window = sample_window
    window.context.messages.unexpected("one")
    sheet = window.shell.findChild(CrashSheet)
    sheet.dismiss()
    window.context.messages.unexpected("one")
    assert not sheet.isVisible()
    window.context.messages.unexpected("two")
    assert sheet.isVisible() and not sheet.isModal() and sheet.report.toPlainText() == "two"
    with window.context.session.transaction("Add note") as draft:
        draft.create(Note(id="meanwhile", text="nothing is blocked"))


def test_an_error_while_the_rest_is_loaded_is_told_in_place_of_the_start_page(folders, qapp, qtbot):
    window = first_window(folders, Settings(folders), None, early=True)
    qtbot.addWidget(window)
    window.show()
    window.tell_unexpected(None, "the report")
    assert isinstance(window.centralWidget(), StartFailed)
    assert window.findChild(QPlainTextEdit).toPlainText() == "the report"
