"""What screen readers take a part of the window for, where Qt does not know: sheets, headings, canvases, choices."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QLabel, QWidget
from shiboken6 import isValid

_ROLE: Final = "heard_as"
_ROLES: Final = {
    "dialog": QAccessible.Role.Dialog,
    "heading": QAccessible.Role.Heading,
    "canvas": QAccessible.Role.Canvas,
    "choice": QAccessible.Role.RadioButton,
}
_AFTER: Final = 200
"""After so many more, those gone are dropped."""
HEADINGS: Final = frozenset(("display", "title", "name", "caption"))
"""Kinds of labels that head what stands below them."""


def hear_as(part: QWidget, role: str) -> None:
    """Let screen readers take a part for a "dialog", a "heading", a "canvas" or a "choice"; before it is first shown.

    A choice is a button of which one of several is down: which one, is heard with it.
    """
    part.setProperty(_ROLE, role)


class _Heard(QAccessibleWidget):
    """A part with a role of its own; a label is called what it says."""

    def __init__(self, part: QWidget, role: QAccessible.Role) -> None:
        super().__init__(part, role)
        self._part, self._role = part, role

    def role(self) -> QAccessible.Role:
        return self._role

    def text(self, which: QAccessible.Text) -> str:
        if which is QAccessible.Text.Name and isValid(self._part) and isinstance(self._part, QLabel):
            return self._part.accessibleName() or self._part.text()
        return super().text(which)


class _Choice(_Heard):
    """A button of which one of several is down; Qt knows that of its own radio buttons in no group alone."""

    def __init__(self, part: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(part, role)
        self._button = part

    def state(self) -> QAccessible.State:
        state = super().state()
        if isValid(self._button):
            state.checkable, state.checked = self._button.isCheckable(), self._button.isChecked()
        return state

    def text(self, which: QAccessible.Text) -> str:
        said = super().text(which)
        unnamed = not said and which is QAccessible.Text.Name and isValid(self._button)
        return self._button.text() if unnamed else said

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, action: str) -> None:
        if action != QAccessibleActionInterface.pressAction():
            super().doAction(action)
        elif isValid(self._button):
            self._button.animateClick()


class _Roles:
    """Makes what is heard, and keeps it until Qt lets go of it: Qt knows only its C++ side."""

    def __init__(self) -> None:
        self._made: list[_Heard] = []
        self._looked_at = _AFTER

    def heard(self, _: str, part: QObject) -> _Heard | None:
        role = _ROLES.get(str(part.property(_ROLE))) if isinstance(part, QWidget) and isValid(part) else None
        if role is None or not isinstance(part, QWidget):
            return None
        if len(self._made) > self._looked_at:
            self._made = [one for one in self._made if isValid(one)]
            self._looked_at = len(self._made) + _AFTER
        self._made.append(_Choice(part, role) if isinstance(part, QAbstractButton) else _Heard(part, role))
        return self._made[-1]


def teach_roles() -> None:
    """Let Qt ask here first; once, when the application is made."""
    QAccessible.installFactory(_Roles().heard)
