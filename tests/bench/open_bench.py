"""Opening a file of 4,000 touchpoints × 20 voices until its map is painted, against orjson reading the same bytes."""

from __future__ import annotations

import gc
import os
import statistics
import tempfile
import time
import zipfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import orjson
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from cxstudio.files import save
from cxstudio.session.folders import Folders
from cxstudio.session.settings import Settings
from tests.bench.measure import Entry, plain, seconds
from tests.bench.projects import journey_of
from ui.main_window.application import application
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

RUNS = 5
SIZE = (1920, 1080)


def run() -> dict[str, Entry]:
    """The window stands there with the start page, as for somebody who opens a file; the collector runs as it does."""
    app = application()
    mine, theirs = [], []
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "large.cxs"
        save(path, journey_of(4000))
        with zipfile.ZipFile(path) as package:
            content = package.read("project.json")
        for turn in range(RUNS + 1):
            theirs.append(seconds(lambda: orjson.loads(content)))
            mine.append(_open(app, path, Path(place) / f"person{turn}"))
    value = statistics.median(mine[1:]) / statistics.median(theirs[1:])
    return {
        "open 4,000 × 20 until the map is painted": {"value": value, "limit": 6.0, "n": RUNS},
        "open 4,000 × 20 until the map is painted, seconds": plain(statistics.median(mine[1:]), RUNS),
        "orjson reading the same bytes, seconds": plain(statistics.median(theirs[1:]), RUNS),
    }


class FirstFrame(QObject):
    """Notes when the window was first painted with this widget in it."""

    def __init__(self, window: MainWindow, within: QWidget) -> None:
        super().__init__(window)
        self.done = 0.0
        self._window, self._within = window, within
        self._seen = False
        window.installEventFilter(self)
        within.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and watched is self._within:
            self._seen = True
        elif event.type() is QEvent.Type.UpdateRequest and watched is self._window:
            QMainWindow.event(self._window, event)  # paints everything
            if self._seen and not self.done:
                self.done = time.perf_counter()
            return True
        return False


def _open(app: QApplication, path: Path, home: Path) -> float:
    folders = Folders.below(home)
    window = MainWindow(folders, Settings(folders))
    window.resize(*SIZE)
    window.show()
    app.processEvents()
    gc.collect()
    start = time.perf_counter()
    frames: list[FirstFrame] = []

    def look() -> None:
        workspace = window.shell.view.current
        if not window.opening.busy and isinstance(workspace, JourneyWorkspace):
            frames.append(FirstFrame(window, workspace.view.viewport()))

    window.opening.changed.connect(look)
    window.project.open_file(path)
    while not frames or not frames[0].done:
        app.processEvents()
    taken = frames[0].done - start
    app.processEvents()
    assert window.shell.page == "project"
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # else it would be there as long as the bench
    app.processEvents()
    return taken
