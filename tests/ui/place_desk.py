"""A window in the middle of work, to be made anew: what is done in it, what is seen of it, where two places differ."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScrollArea, QWidget

from cxstudio.model import Participant
from ui.main_window.main_window import MainWindow
from ui.main_window.window_place import place_of
from ui.notes.note_sorter import NoteSorter
from ui.workspaces.rate.beside_table.table_side import SidePanel

W = TypeVar("W", bound=QWidget)
LOOKS = ("look.palette", "look.language")


def settle() -> None:
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def find(window: MainWindow, kind: type[W]) -> W:
    """The one widget of a kind that can be seen."""
    seen = [w for w in window.findChildren(kind) if w.isVisible()]
    assert len(seen) == 1, (kind, seen)
    return seen[0]


def differences(now: Any, then: Any, where: str = "") -> list[str]:
    """Where two places differ, and how."""
    if now == then:
        return []
    if is_dataclass(now) and type(now) is type(then):
        names = [f.name for f in fields(now)]
        return [d for n in names for d in differences(getattr(now, n), getattr(then, n), f"{where}.{n}")]
    if isinstance(now, dict) and isinstance(then, dict):
        return [d for k in {**now, **then} for d in differences(now.get(k), then.get(k), f"{where}[{k}]")]
    return [f"{where}: {now!r:.300} was {then!r:.300}"]


def scrolled(area: QAbstractScrollArea) -> tuple[int, int]:
    return area.horizontalScrollBar().value(), area.verticalScrollBar().value()


def scroll_everything(window: MainWindow) -> int:
    """Scroll whatever can be scrolled about a third of its way; returns how many bars moved."""
    moved = 0
    for area in window.findChildren(QAbstractScrollArea):
        for bar in (area.horizontalScrollBar(), area.verticalScrollBar()):
            hidden = isinstance(area, QScrollArea) and not bar.isVisible()
            if area.isVisible() and not hidden and bar.maximum() > 8:
                bar.setValue(bar.maximum() // 3)
                moved += 1
    return moved


def touchpoints(window: MainWindow) -> list[str]:
    return [t.id for t in window.context.document.journey_touchpoints(window.context.selection.journey or "")]


class Work(NamedTuple):
    """A place, what is done there, and what can be seen of it."""

    go: tuple[str, ...]
    do: Callable[[MainWindow], object]
    seen: Callable[[MainWindow], object]


def stays_where_it_was(window: MainWindow, work: Work) -> None:
    """Work somewhere, switch palette and language, and compare."""
    window.context.selection.set_voice(window.context.document.all(Participant)[1].id)
    for command in work.go:
        window.context.commands.run(command)
    settle()
    work.do(window)
    for panel in window.findChildren(SidePanel):
        assert panel.cards  # made a moment after the table, else now
    settle()
    scroll_everything(window)
    settle()
    place, seen = place_of(window), work.seen(window)
    for look in LOOKS:
        window.context.commands.run(look)
        settle()
        assert differences(place_of(window), place) == []
        now = work.seen(window)
        assert now == seen, (now, seen)


def notes_seen(window: MainWindow) -> object:
    """What is listed of the notes, and which are chosen."""
    sorter = find(window, NoteSorter)
    return sorter.listed, sorter.list.ids, sorter.list.chosen, sorter.list.currentRow(), scrolled(sorter.list)
