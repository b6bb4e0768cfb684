"""A whole mapping session in the real window, by mouse and keys alone: begun, built, rated, undone, redone, saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from cxstudio.model import Document, Journey, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import CriticalMark
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.session import Folders, Session
from tests.ui.conftest import OpenWindow
from ui.dialogs import file_choosers as choosers
from ui.main_window.main_window import MainWindow
from ui.pages.new_journey_page import FirstJourneyPage
from ui.workspaces.journey.journey_workspace import JourneyWorkspace

Key = Qt.Key
LEFT, NONE, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
STAGES = {
    "Before": ["Website", "Price check", "Portal", "Call"],
    "Signing on": ["Form", "Letter", "Shop", "Photo"],
    "Moving in": ["Fitter", "Welcome card", "Invoice", "Instalment"],
}


class Person:
    """Somebody at the window: has a mouse and a keyboard and nothing else."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def document(self) -> Document:
        return self.window.context.document

    @property
    def map(self) -> JourneyWorkspace:
        found = self.window.findChild(JourneyWorkspace)
        assert found is not None
        return found

    def names(self) -> list[list[str]]:
        journey = self.document.all(Journey)[0].id
        return [[t.name for t in self.document.touchpoints(s.id)] for s in self.document.stages(journey)]

    def id_of(self, name: str) -> str:
        return next(t.id for t in self.document.all(Touchpoint) if t.name == name)

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        QTest.keyClicks(QApplication.focusWidget() or self.window, text)
        QApplication.processEvents()

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        QTest.mouseClick(widget, LEFT, NONE, at or widget.rect().center())
        QApplication.processEvents()

    def drag(self, start: QPoint, end: QPoint) -> None:
        viewport = self.map.view.viewport()
        QTest.mousePress(viewport, LEFT, NONE, start)
        for step in range(1, 6):
            QTest.mouseMove(viewport, start + (end - start) * step / 5)
            QApplication.processEvents()
        QTest.mouseRelease(viewport, LEFT, NONE, end)
        QApplication.processEvents()

    def card(self, name: str) -> QPoint:
        found = self.map.view.place_of(self.id_of(name))
        assert found is not None
        middle = QPointF(found.x + found.group.width / 2, found.y + found.group.height / 2)
        return self.map.view.mapFromScene(middle)

    def rating(self, name: str, kind: LaneKind, value: float) -> QPoint:
        layout = self.map.model.layout
        assert layout is not None
        column, y = layout.column_of(self.id_of(name)), layout.y_of(kind, value)
        assert column is not None and y is not None
        return self.map.view.mapFromScene(QPointF(column.x + column.width / 2, y))


@pytest.fixture
def person(open_window: OpenWindow) -> Iterator[Person]:
    window = open_window()
    window.resize(1700, 1000)
    window.activateWindow()
    QApplication.processEvents()
    yield Person(window)


def begin(person: Person) -> None:
    """A new journey from the start page, with three stages of one's own."""
    new = person.window.findChild(QPushButton, "project.new")
    assert new is not None
    person.click(new)
    page = person.window.shell.pages.currentWidget()
    assert isinstance(page, FirstJourneyPage)
    person.write("Moving house")
    fields = page.stages.findChildren(QLineEdit)
    names = list(STAGES)
    for number, field in enumerate(fields):
        field.setFocus()
        person.key(Key.Key_A, CONTROL)
        person.key(Key.Key_Delete)
        if number < len(names):
            person.write(names[number])
    person.click(page.start)
    person.window.activateWindow()  # without a screen nobody else gives it back when its content is replaced
    QApplication.processEvents()
    assert [s.name for s in person.document.stages(person.document.all(Journey)[0].id)] == names


def fill(person: Person) -> None:
    """Twelve touchpoints, typed one after the other."""
    for number, names in enumerate(STAGES.values()):
        header = person.map.area.header
        rect = header.stage_rect(person.document.stages(person.document.all(Journey)[0].id)[number].id)
        assert rect is not None
        person.click(header, rect.center().toPoint())
        person.key(Key.Key_N)
        for name in names:
            person.write(name)
            person.key(Key.Key_Return)
        person.key(Key.Key_Escape)
    assert person.names() == list(STAGES.values())


def work(person: Person) -> None:
    """Reorder, rate and mark."""
    person.key(Key.Key_F6)
    person.drag(person.card("Website"), person.card("Portal") + QPoint(30, 0))
    person.drag(person.card("Letter"), person.card("Price check") - QPoint(30, 0))
    assert person.names()[0] == ["Letter", "Price check", "Portal", "Website", "Call"]
    assert person.names()[1] == ["Form", "Shop", "Photo"]
    person.drag(
        person.rating("Call", LaneKind.EXPECTATION_EXPERIENCE, 4),
        person.rating("Call", LaneKind.EXPECTATION_EXPERIENCE, 2),
    )
    person.drag(person.rating("Shop", LaneKind.EMOTION, 0), person.rating("Shop", LaneKind.EMOTION, 2))
    person.click(person.map.view.viewport(), person.card("Call"))
    person.key(Key.Key_K)


def test_a_whole_session(person: Person, folders: Folders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(person)
    start = person.document
    fill(person)
    work(person)
    assert person.document.get(Touchpoint, person.id_of("Call")).critical is CriticalMark.YES
    values = {r.touchpoint: (dict(r.experience), dict(r.emotion)) for r in person.document.all(TouchpointRatings)}
    assert values[person.id_of("Call")] == ({"group": 2}, {})
    assert values[person.id_of("Shop")] == ({}, {"group": 2})
    end, steps = person.document, 0
    while person.document != start:
        person.key(Key.Key_Z, CONTROL)
        steps += 1
        assert steps < 50
    assert steps == 12 + 2 + 2 + 1, "typing a name is one step, and so is every drag and every mark"
    for _ in range(steps):
        person.key(Key.Key_Y, CONTROL)
    assert person.document == end
    path = tmp_path / "moving.cxs"
    monkeypatch.setattr(choosers, "name_to_save", lambda *_: path)
    person.key(Key.Key_S, CONTROL)
    person.window.context.session.work.finish()
    assert path.is_file() and not person.window.context.session.dirty
    person.window.close()
    again = Session.open(path, folders)
    assert again.document == end
    again.close()
