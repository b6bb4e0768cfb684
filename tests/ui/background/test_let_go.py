"""What a window made for a session goes with it; the collector walks through everything only when nobody works."""

import gc
from collections.abc import Iterator
from weakref import ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from cxstudio.catalogue.samples import sample
from cxstudio.session import Session
from ui.background import collector
from ui.background.collector import Collector
from ui.background.task_runner import TaskRunner
from ui.main_window.application import collect_when_idle

VISITED = ("journey.show_flow", "journey.show_outline", "journey.show_map", "go.rate", "go.measures", "go.understand")


@pytest.fixture(autouse=True)
def collector_as_before() -> Iterator[None]:
    """What stood aside before a test does so after it."""
    usual = gc.get_threshold()
    yield
    gc.freeze()
    gc.set_threshold(*usual)


def parts_of(window):
    """What was made for the session in view."""
    context = window.context
    return {"session": context.session, "bridge": context.bridge, "commands": context.commands, "works": context.works,
            "selection": context.selection, "messages": context.messages, "tasks": context.tasks,
            "flow": context.flow, "shell": window.shell, "map": window.shell.view.current}  # fmt: skip


def another_project(window):
    made = sample("lindenfurt", "de")
    window.show_session(Session.new(window.folders, made.document, made.assets))


def another_look(window):
    window.settings["palette"] = "dark"
    window.rebuild()


@pytest.mark.parametrize("change", (another_project, another_look))
def test_what_was_made_for_a_session_goes(sample_window, change, qtbot):
    window, tending = sample_window, collect_when_idle(sample_window)
    for command in VISITED:
        window.context.commands.run(command)
        QApplication.processEvents()
    parts = parts_of(window)
    if change is another_look:
        del parts["session"]
    kept = {name: ref(part) for name, part in parts.items()}
    gc.freeze()  # as after a project was opened
    change(window)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert [name for name, part in parts.items() if isinstance(part, QObject) and isValid(part)] == []
    del parts

    def gone():
        """Whatever is still being worked out beside the window may hold it until that is done."""
        tending.walk()
        assert [name for name, part in kept.items() if part() is not None] == []

    qtbot.waitUntil(gone, timeout=10_000)


def test_nothing_goes_on_for_a_closed_window(sample_window):
    window = sample_window
    for command in VISITED:
        window.context.commands.run(command)
    QApplication.processEvents()
    assert not window.context.ahead.done  # it would prepare more for as long as it stands there
    window.close()
    QApplication.processEvents()
    assert [work.title for work in window.findChildren(TaskRunner) if work.busy] == []
    assert [timer.interval() for timer in window.findChildren(QTimer) if timer.isActive()] == []
    assert window.findChildren(TaskRunner) and window.findChildren(QTimer)


class Knot:
    """Garbage only the collector can free."""

    def __init__(self) -> None:
        self.itself = self


def test_everything_is_walked_through_only_while_nobody_works(qtbot, monkeypatch):
    monkeypatch.setattr(collector, "LOOK_MS", 1)
    monkeypatch.setattr(collector, "MANY", 1)
    standing, parent = [0], QObject()
    made = Collector(lambda: standing[0], parent)
    made_garbage = Knot()
    gc.collect()  # what lives counts as old from here on
    knot = ref(made_garbage)
    del made_garbage
    whole = gc.get_stats()[2]["collections"]
    for number in range(60):
        standing[0] = number
        kept = [[] for _ in range(20_000)]
        qtbot.wait(2)
    assert knot() is not None and kept
    assert gc.get_stats()[2]["collections"] == whole
    qtbot.waitUntil(lambda: knot() is None, timeout=20_000)
    young = gc.get_threshold()[:2]
    del made
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert gc.get_threshold() == (*young, 10)
