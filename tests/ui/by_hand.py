"""The real window as somebody uses it who has a mouse and keys: parts are found by what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMenu, QWidget
from shiboken6 import isValid

from cxstudio.model import Participant, Record
from ui.forms.bound_field import BoundField
from ui.forms.form import Form
from ui.forms.record_list import RecordList
from ui.inspector.inspector import Inspector
from ui.main_window.main_window import MainWindow
from ui.workspaces.rate.rate_workspace import RateWorkspace

LEFT = Qt.MouseButton.LeftButton
Page = TypeVar("Page")


def said(part: QAbstractButton) -> str:
    """What a button is called: its own name, else its text."""
    return part.accessibleName() or part.text()


def buttons(inside: QWidget, name: str) -> Iterator[QAbstractButton]:
    """Buttons in view that are called so, or say so."""
    for part in Desk.buttons_of(inside):
        if part.isEnabled() and (said(part) == name or part.text().replace("&", "") == name):
            yield part


def click(part: QWidget) -> None:
    """Click the middle of a part."""
    QTest.mouseClick(part, LEFT)
    QApplication.processEvents()


def press(inside: QWidget, name: str) -> None:
    """Click the first button in view that is called so."""
    found = next(buttons(inside, name), None)
    assert found is not None, (name, sorted({said(b) for b in Desk.buttons_of(inside)}))
    click(found)


def choose(opener: QWidget, begins: str) -> None:
    """Open a button's menu and click the entry that begins so."""
    click(opener)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    action = next((a for a in menu.actions() if a.text().startswith(begins)), None)
    assert action is not None, [a.text() for a in menu.actions()]
    place: QRect = menu.actionGeometry(action)
    QTest.mouseClick(menu, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(place.center()))
    QApplication.processEvents()


def click_row(desk: Desk, touchpoint: str) -> None:
    """Click a touchpoint's row in the rating table."""
    rate = desk.page(RateWorkspace)
    at = rate.view.visualRect(rate.table.index(rate.table.row_of(touchpoint), 0)).center()
    QTest.mouseClick(rate.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, at)
    QApplication.processEvents()


def keys(text: str, *more: Qt.Key) -> None:
    """Type where the keyboard is."""
    held = QApplication.focusWidget()
    assert held is not None, "the keyboard is nowhere"
    QTest.keyClicks(held, text)
    for key in more:
        QTest.keyClick(QApplication.focusWidget() or held, key)
    QApplication.processEvents()


class Desk:
    """A window and its parts, as they are in view now; `strays` are windows nobody asked for that took the keyboard."""

    def __init__(self, window: MainWindow) -> None:
        self.window, self.context = window, window.context
        self.strays: list[str] = []
        window.activateWindow()
        QApplication.processEvents()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusWindowChanged.connect(self._watch)

    def _watch(self, taken: QWindow | None) -> None:
        if taken is None or not isValid(self.window) or taken is self.window.windowHandle():
            return
        if taken.type() is Qt.WindowType.Window:
            self.strays.append(taken.objectName())

    def go(self, workspace: str) -> None:
        """Click a workspace in the rail."""
        press(self.window, workspace)

    @property
    def view(self) -> str:
        """Name of the workspace in view."""
        return str(self.window.shell.view.name)

    def page(self, kind: type[Page]) -> Page:
        """The workspace in view."""
        found = self.window.shell.view.current
        assert isinstance(found, kind)
        return found

    @staticmethod
    def buttons_of(inside: QWidget) -> list[QAbstractButton]:
        """Every button in view inside a part."""
        return [part for part in inside.findChildren(QAbstractButton) if part.isVisible()]

    @property
    def inspector(self) -> Inspector:
        """The inspector in view."""
        return next(found for found in self.window.findChildren(Inspector) if found.isVisible())

    def fields_of(self, kind: type[Record]) -> dict[str, BoundField]:
        """Fields of the one record of a list in the inspector, unfolded."""
        lists = [part for part in self.inspector.panel.findChildren(RecordList) if part.listed.kind is kind]
        (found,) = [row.details for part in lists if part.isVisible() for row in part.rows.values()]
        assert found is not None
        return dict(found.fields)

    def own_field(self, name: str) -> QWidget:
        """The editor of a field of what the inspector shows."""
        forms = [form for form in self.inspector.panel.findChildren(Form) if form.isVisible() and name in form.fields]
        return forms[0].fields[name].editor

    def role(self, number: int) -> str:
        """How the menu of voices begins the name of a participant."""
        person = self.context.document.all(Participant)[number]
        return person.name or person.role or f"Person {number + 1}"
