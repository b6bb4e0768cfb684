"""A new user with nothing but the handbook: a persona, its empathy map and the stakeholders, found in the report."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QWidget

from cxstudio.documents.report.making import report_pdf
from cxstudio.model import (
    PROJECT_ID,
    Document,
    Journey,
    Note,
    Persona,
    Project,
    ReportSettings,
    Stage,
    Stakeholder,
    Touchpoint,
)
from cxstudio.model.kinds import Evidence, NoteKind, ReportPreset, StakeholderKind
from cxstudio.session import Folders, Session
from tests.cxstudio.documents.report_pages import pages_of
from tests.ui.conftest import OpenWindow
from ui.canvas.canvas_view import CanvasView
from ui.main_window.main_window import MainWindow
from ui.workspaces.understand.empathy.pin_targets import TargetList

W = TypeVar("W", bound=QWidget)
LEFT, NONE, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier


class User:
    """Clicks what can be read and types where the keyboard is."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def document(self) -> Document:
        return self.window.context.document

    def click(self, text: str) -> None:
        found = [b for b in self.window.findChildren(QAbstractButton)
                 if b.isVisible() and text in (b.text().removesuffix("  ▾"), b.accessibleName())]  # fmt: skip
        assert found, text
        QTest.mouseClick(found[-1], LEFT)
        QApplication.processEvents()

    def field(self, name: str, kind: type[W] = QWidget) -> W:  # type: ignore[assignment]
        """What has this name for a screen reader and takes the keyboard."""
        taking = Qt.FocusPolicy.ClickFocus
        found = [w for w in self.window.findChildren(kind) if w.isVisible() and w.accessibleName() == name]
        found = [w for w in found if w.focusPolicy() & taking and not isinstance(w, QAbstractButton)]
        assert found, name
        return found[0]

    def write(self, name: str, text: str) -> None:
        self.field(name).setFocus()
        self.type(text)

    def type(self, *lines: str) -> None:
        for line in lines:
            where = QApplication.focusWidget()
            assert where is not None
            QTest.keyClicks(where, line)
            QTest.keyClick(where, Qt.Key.Key_Return)
            QApplication.processEvents()

    def choose(self, button: str, entry: str) -> None:
        """Open a menu below a button and choose what it says."""
        self.click(button)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        action = next(a for a in menu.actions() if a.text().replace("&", "") == entry)
        action.trigger()
        menu.close()
        QApplication.processEvents()

    def drag(self, view: CanvasView, first: QPoint, last: QPoint, held: Qt.KeyboardModifier = NONE) -> None:
        port = view.viewport()
        QTest.mousePress(port, LEFT, held, first)
        for step in range(1, 6):
            QTest.mouseMove(port, first + (last - first) * step / 5)
            QApplication.processEvents()
        QTest.mouseRelease(port, LEFT, held, last)
        QApplication.processEvents()

    def board(self, name: str) -> CanvasView:
        return next(v for v in self.window.findChildren(CanvasView) if v.isVisible() and v.accessibleName() == name)

    def place(self, view: CanvasView, record: str) -> QPoint:
        box = view.shown.box(record)  # type: ignore[attr-defined]
        assert box is not None
        return view.mapFromScene(QPointF(box.x + box.width / 2, box.y + box.height / 2))


def a_persona_is_described(user: User) -> None:
    user.click("Understand")
    user.click("New persona")
    user.type("Mia Lorenz")
    for name, said in (("Age", "41"), ("Occupation", "Nurse"), ("Source", "Two interviews")):
        user.write(name, said)
    for name, said in (("Facts", "Two children, moves in May"), ("In their own words", "Please just once"),
                       ("Goals", "Done in one evening"), ("Frustrations", "Asked the same thing twice"),
                       ("Needs", "To know it worked"), ("Jobs to be done", "Moving house"),
                       ("Best experience so far", "The bank"), ("Worst experience so far", "The landline"),
                       ("Our promise: What exactly", "One call is enough")):  # fmt: skip
        user.write(name, said)
    QTest.keyClick(user.field("Evidence", QComboBox), Qt.Key.Key_Down)
    user.click("Use the usual traits")
    user.field("Name").setFocus()
    (persona,) = user.document.all(Persona)
    assert (persona.name, persona.age, persona.occupation) == ("Mia Lorenz", 41, "Nurse")
    assert persona.goals == ("Done in one evening",) and persona.worst_experience == "The landline"
    assert persona.evidence is not None


def its_empathy_map_is_filled_and_a_note_becomes_a_hurdle(user: User) -> None:
    user.click("Empathy map")
    user.type("Will it work this time?", "Did I forget something?")
    for field, kind, said in (("Sees", NoteKind.SEES, "Boxes everywhere"), ("Hears", NoteKind.HEARS, "Ask your mother"),
                              ("Says and does", NoteKind.SAYS_DOES, "Calls at lunch"),
                              ("Pains", NoteKind.PAIN, "Waiting music"),
                              ("Gains", NoteKind.GAIN, "One page for all")):  # fmt: skip
        user.choose("Field of the next notes", field)
        user.type(said)
        assert [n.kind for n in user.document.all(Note) if n.text == said] == [kind]
    assert len([n for n in user.document.all(Note) if n.kind is NoteKind.THINKS_FEELS]) == 2
    pain = next(n.id for n in user.document.all(Note) if n.text == "Waiting music")
    view = user.board("Empathy map")
    targets = user.field("Touchpoints", TargetList)
    goal = targets.viewport().mapToGlobal(targets.zone("t", NoteKind.HURDLE))
    user.drag(view, user.place(view, pain), view.viewport().mapFromGlobal(goal))
    assert [n.kind for n in user.document.having(Note, "came_from", pain)] == [NoteKind.HURDLE]


def the_stakeholders_are_placed_and_related(user: User) -> None:
    user.click("Stakeholder map")
    user.type("Call centre agent", "Team lead")
    user.choose("Kind of the next ones", "Partner")
    user.choose("Ring of the next ones", "In the background")
    user.type("Meter service")
    agent, lead, meter = user.document.all(Stakeholder)
    assert (meter.kind, meter.closeness) == (StakeholderKind.PARTNER, 3)
    view = user.board("Stakeholder map")
    stays = {who.id: user.place(view, who.id) for who in (lead, meter)}
    shown = view.shown  # type: ignore[attr-defined]
    near = view.mapFromScene(QPointF(shown.middle[0] - 130 * shown.scale[0], shown.middle[1]))
    user.drag(view, user.place(view, agent.id), near)
    assert user.document.get(Stakeholder, agent.id).closeness == 1
    for who, was in stays.items():
        assert (user.place(view, who) - was).manhattanLength() < 4
    user.drag(view, user.place(view, agent.id), user.place(view, meter.id), ALT)
    user.type("an order for a reading")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_new_user_fills_persona_empathy_map_and_stakeholder_map(open_window: OpenWindow, folders: Folders) -> None:
    document = Document([
        Project(id=PROJECT_ID, title="Moving"), Journey(id="j", title="Moving home"),
        Stage(id="s", journey="j", name="Before"), Touchpoint(id="t", stage="s", name="Hotline"),
    ])  # fmt: skip
    window = open_window(Session.new(folders, document))
    window.resize(1280, 720)
    window.activateWindow()
    user = User(window)
    a_persona_is_described(user)
    its_empathy_map_is_filled_and_a_note_becomes_a_hurdle(user)
    the_stakeholders_are_placed_and_related(user)
    user.click("Report")
    kind = user.field("Kind of report", QComboBox)
    kind.setFocus()
    while kind.currentText() != "Documentation":
        before = kind.currentText()
        QTest.keyClick(kind, Qt.Key.Key_Down)
        assert kind.currentText() != before
    QApplication.processEvents()
    assert user.document.all(ReportSettings)[0].preset is ReportPreset.DOCUMENTATION
    said = " ".join(pages_of(report_pdf(user.document, {}, "en")))
    for words in ("Mia Lorenz", "Done in one evening", "Asked the same thing twice", "One call is enough",
                  "Boxes everywhere", "Ask your mother", "Waiting music", "Call centre agent", "Meter service",
                  "an order for a reading"):  # fmt: skip
        assert words in said, words
    assert user.document.all(Persona)[0].evidence in tuple(Evidence)


def test_tools_that_need_no_persona_are_there_without_one(open_window: OpenWindow, folders: Folders) -> None:
    window = open_window(Session.new(folders, Document([Journey(id="j", title="Moving home")])))
    user = User(window)
    user.click("Understand")
    user.click("Stakeholder map")
    user.type("Caretaker")
    assert [s.name for s in user.document.all(Stakeholder)] == ["Caretaker"]
    for tool, there in (("Readiness check", "Each for themselves"), ("Empathy map", "New persona"),
                        ("Topics", "Readiness check")):  # fmt: skip
        user.click(tool)
        assert [b for b in window.findChildren(QAbstractButton) if b.isVisible() and b.text() == there], tool
    user.click("Compare personas")
    user.click("New persona")
    user.type("Mia Lorenz")
    assert user.document.all(Persona)[0].name == "Mia Lorenz"
