"""The presentation on a second screen: it is used where there is one, and waited for where it went away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

_TWO_SCREENS = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from cxstudio.catalogue.samples import sample
from cxstudio.session import Folders, Session
from cxstudio.session.settings import LANGUAGE, Settings
from ui.main_window.application import application
from ui.main_window.main_window import MainWindow
app = application()
folders = Folders.below(Path(sys.argv[1]))
made = sample("lindenfurt", "de")
settings = Settings(folders)
settings[LANGUAGE] = "de"
window = MainWindow(folders, settings, Session.new(folders, made.document, made.assets))
window.show()
app.processEvents()
second = next(s for s in QGuiApplication.screens() if s.name() == "beamer")
QTest.keyClick(window, Qt.Key.Key_F5)
app.processEvents()
presentation = window.shell.presentation
projector = presentation.projector
assert projector.screen().name() == 'beamer', projector.screen().name()
assert projector.geometry() == second.geometry(), (projector.geometry(), second.geometry())
assert window.isVisible() and window.screen().name() == 'laptop' and presentation.bar.isVisible()
assert not projector.isActiveWindow()
QTest.keyClick(window, Qt.Key.Key_PageDown)
assert presentation.show_.place[0] == 2
"""

_WALKED = """
shot = projector.grab()
ratio = projector.devicePixelRatio()
assert (shot.width(), shot.height()) == (1920 * ratio, 1080 * ratio)
QTest.keyClick(window, Qt.Key.Key_F5)
assert not presentation.on
print("shown")
window.close()
"""

_UNPLUGGED = """
from PySide6.QtWidgets import QApplication, QPushButton
from ui.presentation.second_screen import place_beside
window.context.commands.run("frame.note")
QTest.keyClicks(QApplication.focusWidget(), "Half a no")


def screen(name):
    return next(s for s in QGuiApplication.screens() if s.name() == name)


def unplug():
    presentation.place = lambda shown: (shown.screen(), True)
    app.screenRemoved.emit(screen("beamer"))
    for handle in QGuiApplication.topLevelWindows():
        if handle.screen().name() == "beamer":
            handle.setScreen(screen("laptop"))
    app.processEvents()


def plug():
    presentation.place = place_beside
    app.screenAdded.emit(screen("beamer"))
    app.processEvents()


unplug()
QTest.keyClicks(QApplication.focusWidget(), "te")
assert QApplication.focusWidget().text() == "Half a note"
assert presentation.on and presentation.waiting and not projector.isVisible() and presentation.show_.place[0] == 2
assert "Nicht zu sehen" in presentation.bar.where.accessibleName()
plug()
QTest.keyClicks(QApplication.focusWidget(), "s")
assert QApplication.focusWidget().text() == "Half a notes"
assert projector.isVisible() and projector.geometry() == screen("beamer").geometry() and not presentation.waiting
assert not [b for b in window.findChildren(QPushButton) if b.text() == "Hier präsentieren" and b.isVisible()]
unplug()
(here,) = [b for b in window.findChildren(QPushButton) if b.text() == "Hier präsentieren" and b.isVisible()]
QTest.mouseClick(here, Qt.MouseButton.LeftButton)
app.processEvents()
assert projector.isVisible() and projector.screen().name() == "laptop"
assert presentation.covering and projector.isActiveWindow()
QTest.keyClick(projector, Qt.Key.Key_Escape)
assert not presentation.on and not presentation.waiting
print("unplugged")
window.close()
"""


def on_two_screens(script: str, tmp_path: Path) -> str:
    """What a script prints on a computer with two screens, laptop and beamer."""
    common = {"y": 0, "logicalDpi": 96, "logicalBaseDpi": 96}
    screens = [
        {"name": "laptop", "x": 0, "width": 1440, "height": 900, "dpr": 1, **common},
        {"name": "beamer", "x": 1440, "width": 1920, "height": 1080, "dpr": 2, **common},
    ]
    config = tmp_path / "screens.json"
    config.write_text(json.dumps({"screens": screens}), encoding="utf-8")
    environment = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={config}"}
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "person")],
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    return done.stdout + done.stderr


def test_a_second_screen_is_used_where_there_is_one(tmp_path: Path) -> None:
    said = on_two_screens(f"{_TWO_SCREENS}{_WALKED}", tmp_path)
    assert "shown" in said, said


def test_without_its_screen_the_presentation_waits_and_nobody_who_types_is_disturbed(tmp_path: Path) -> None:
    """Qt says that a screen goes, and moves what stands on it; the test does both, for no cable can be pulled here."""
    said = on_two_screens(f"{_TWO_SCREENS}{_UNPLUGGED}", tmp_path)
    assert "unplugged" in said, said
