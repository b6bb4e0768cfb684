"""How long the window keeps people waiting in a journey of 4,000 touchpoints: the longest turn of its event loop.

The project is opened from its file, as people do it, and stands there until nothing is left to be done. Processor time
of the whole process, not the clock: other work of the machine does not count, other threads of the window do.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from cxstudio.analysis.search.touchpoint_filter import Filter
from cxstudio.edits.journey.to_be import derive_journey
from cxstudio.files import save
from cxstudio.model import Document
from cxstudio.session import Session
from cxstudio.session.folders import Folders
from cxstudio.session.reading import ReaderBeside
from cxstudio.session.settings import Settings
from cxstudio.store import Store
from tests.bench.measure import Entry
from tests.bench.projects import journey_of, with_every_lane
from ui.main_window.application import application, collect_when_idle
from ui.main_window.main_window import MainWindow
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

SIZE = (1920, 1080)
LIMIT_MS = 50.0
WATCHED_S = 1.2
"""So long an action is watched: what it leaves for later counts, too."""
TYPED = "A name that takes some time"


def run() -> dict[str, Entry]:
    """Views, panels, filter, find and typing, each the first time and once more."""
    app = application()
    with tempfile.TemporaryDirectory() as place:
        window = _window(app, Path(place))
        found = {"longest stall in ms, reading a project": _stall(_reading(Path(place)))}
        found |= _watched(app, window)
        window.close()
        window.deleteLater()
        app.processEvents()
    return found


def _window(app: QApplication, place: Path) -> MainWindow:
    folders, path = Folders.below(place), place / "large.cxs"
    save(path, _journeys())
    window = MainWindow(folders, Settings(folders))
    collect_when_idle(window)
    window.resize(*SIZE)
    window.show()
    app.processEvents()
    window.project.open_file(path)
    while window.opening.busy:
        app.processEvents()
    window.context.selection.set_journey("j")
    bridge, ahead = window.context.bridge, window.context.ahead
    _longest(app, lambda: None, 5.0)
    while bridge.working or not ahead.done:
        app.processEvents()
    return window


def _reading(place: Path) -> float:
    """Of one person who reads what another one saved: the longest step."""
    steps, worst = Session.opening(place / "large.cxs", Folders.below(place / "other"), ReaderBeside()), 0.0
    while True:
        begin = time.process_time()
        try:
            next(steps)
        except StopIteration as end:
            end.value.close()
            return max(worst, time.process_time() - begin)
        worst = max(worst, time.process_time() - begin)


def _journeys() -> Document:
    """A journey with all lanes shown, and the one to be made from it."""
    store = Store(with_every_lane(journey_of(4000)))
    with store.transaction("to be") as draft:
        derive_journey(draft, "j", "To be")
    return store.document


def _watched(app: QApplication, window: MainWindow) -> dict[str, Entry]:
    command, found = window.context.commands.run, dict[str, Entry]()
    workspace = window.shell.view.current
    assert isinstance(workspace, JourneyWorkspace)
    highlight = workspace.model.highlight

    def watch(name: str, action: Callable[[], object], back: Callable[[], object]) -> None:
        for again in ("", ", once more"):
            found[f"longest stall in ms, {name}{again}"] = _stall(_longest(app, action))
            _longest(app, back)

    for view in ("flow", "outline", "compare"):
        watch(view, lambda view=view: workspace.show_view(view), lambda: workspace.show_view("map"))  # type: ignore[misc]
    for panel in ("notes", "catalogue"):
        toggle = lambda panel=panel: workspace.toggle_panel(panel)  # noqa: E731
        watch(f"{panel} panel", toggle, toggle)
    watch("filter", lambda: highlight.set_filter(Filter(text="portal")), highlight.clear_filter)
    watch("find", lambda: highlight.find("portal"), lambda: highlight.find(""))
    watch("rate", lambda: command("go.rate"), lambda: command("go.journey"))
    workspace.model.set_folded(frozenset())
    _longest(app, lambda: None)
    found["longest stall in ms, typing in a card"] = _stall(_typing(app, workspace), len(TYPED))
    return found


def _stall(seconds: float, n: int = 1) -> Entry:
    return {"value": seconds * 1e3, "limit": LIMIT_MS, "n": n}


def _typing(app: QApplication, workspace: JourneyWorkspace) -> float:
    """Letter by letter, with a rest in the middle and at the end: laid out anew, written, figures and all."""
    editor, worst = workspace.editor, 0.0
    assert editor.begin("t3")
    for number, letter in enumerate(TYPED):
        rest = 1.6 if number in (len(TYPED) // 2, len(TYPED) - 1) else 0.02
        worst = max(worst, _longest(app, lambda typed=letter: editor.field.insertPlainText(typed), rest))  # type: ignore[misc]
    editor.finish()
    return worst


def _longest(app: QApplication, action: Callable[[], object], seconds: float = WATCHED_S) -> float:
    begin = time.process_time()
    action()
    worst = time.process_time() - begin
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        begin = time.process_time()
        app.processEvents()
        worst = max(worst, time.process_time() - begin)
        time.sleep(0.002)
    return worst
