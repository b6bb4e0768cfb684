"""Hands for the comparison in the real window."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from cxstudio.edits import add_touchpoint, move_touchpoints, remove_records
from cxstudio.model import Journey
from cxstudio.model.kinds import JourneyKind
from ui.workspaces.journey.comparison.comparison_view import Comparing
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def on_map(window):
    """The window with the journey in view."""
    window.context.commands.run("go.journey")
    QApplication.processEvents()
    return window


def workspace(window) -> JourneyWorkspace:
    found = window.shell.view.current
    assert isinstance(found, JourneyWorkspace)
    return found


def comparing(window) -> Comparing:
    found = workspace(window).views.page
    assert isinstance(found, Comparing)
    return found


def run(window, *commands: str) -> None:
    for command in commands:
        window.context.commands.run(command)
        QApplication.processEvents()


def journeys(window, kind: JourneyKind) -> list[Journey]:
    return [j for j in window.context.document.all(Journey) if j.kind is kind]


def press(window, text: str) -> None:
    """Click a button with that text, where it can be seen."""
    found = [b for b in window.findChildren(QAbstractButton) if b.text() == text and b.isVisible()]
    assert found, text
    QTest.mouseClick(found[0], LEFT)
    QApplication.processEvents()


def click_card(window, touchpoint: str) -> None:
    view = comparing(window).view
    box = view.box(touchpoint)
    assert box is not None
    view.reveal_record(touchpoint)
    QApplication.processEvents()
    QTest.mouseClick(view.viewport(), LEFT, NONE, view.mapFromScene(box.center()))
    QApplication.processEvents()


def planned(window) -> tuple[str, list[str]]:
    """A to-be journey with one touchpoint new, one gone and one moved."""
    run(window, "journeys.derive")
    session = window.context.session
    later = window.context.selection.journey
    touchpoints = [t.id for t in session.document.journey_touchpoints(later)]
    stages = [s.id for s in session.document.stages(later)]
    with session.transaction("plan") as draft:
        add_touchpoint(draft, stages[2], "Status message", after=None)
        remove_records(draft, [touchpoints[8]])
        move_touchpoints(draft, [touchpoints[5]], stages[0], None)
    QApplication.processEvents()
    return later, touchpoints
