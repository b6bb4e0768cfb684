"""A real window in a process of its own, worked in by keys alone, for a listener in another process to hear."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cxstudio.catalogue.samples import sample
from cxstudio.session import Folders, Session
from cxstudio.session.settings import LANGUAGE, PALETTE, Settings
from ui.main_window.application import application
from ui.main_window.main_window import MainWindow

K, CTRL, NONE = Qt.Key, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
STEPS: tuple[tuple[str, tuple[tuple[Qt.Key | str, Qt.KeyboardModifier], ...]], ...] = (
    ("choose a touchpoint on the map", ((K.Key_2, CTRL), (K.Key_Home, NONE), (K.Key_Right, NONE), (K.Key_Right, NONE))),
    ("rate it", (("5", NONE),)),
    ("mark it as critical", (("k", NONE),)),
    ("mark it as stardust", (("*", NONE),)),
    ("take that back", ((K.Key_Z, CTRL),)),
    ("take a note", ((".", NONE), ("Nobody calls back", NONE), (K.Key_Return, NONE), (K.Key_Escape, NONE))),
    ("go to the rating table", ((K.Key_3, CTRL),)),
    ("go to the measures", ((K.Key_5, CTRL),)),
    ("find a command", ((K.Key_K, CTRL), ("settings", NONE), (K.Key_Escape, NONE))),
    ("go to the report", ((K.Key_7, CTRL),)),
    ("go to the personas", ((K.Key_1, CTRL),)),
)
"""What is done, and by which keys; a text is typed."""
PAUSE_MS, LONGEST_MS = 700, 100_000


def main(place: Path, heard: Path) -> int:
    """Stand there, do each step, and end once the listener has written what it `heard`; each step is printed."""
    app = application()
    folders = Folders.below(place)
    settings = Settings(folders)
    settings[LANGUAGE], settings[PALETTE] = "en", "light"
    made = sample("lindenfurt", "en")
    window = MainWindow(folders, settings, Session.new(folders, made.document, made.assets))
    window.resize(1280, 720)
    window.show()
    window.activateWindow()
    left = list(STEPS)
    ends = QTimer(window, interval=500)  # once the listener has looked round
    ends.timeout.connect(lambda: app.quit() if heard.exists() else None)
    QTimer.singleShot(LONGEST_MS, app.quit)

    def onward() -> None:
        if not left:
            print("done", flush=True)
            ends.start()
            return
        name, keys = left.pop(0)
        print(f"step {name}", flush=True)
        for key, held in keys:
            focus = QApplication.focusWidget() or window
            if isinstance(key, str):
                QTest.keyClicks(focus, key, held)
            else:
                QTest.keyClick(focus, key, held)
            app.processEvents()
        QTimer.singleShot(PAUSE_MS, onward)

    QTimer.singleShot(4000, onward)
    code = app.exec()
    window.close()
    return code


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
