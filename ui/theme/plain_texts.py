"""Every text that reaches Qt: shown as it is written, never read as markup, "&" never taken for a key.

Qt looks into tooltips and labels and reads what looks like HTML; a picture named there would be loaded, from this
machine or another one. Buttons and menus take "&" for the mark of a key, and a window's title "[*]" for its own.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QStandardItem
from PySide6.QtGui import Qt as Gui
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QLabel,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QRadioButton,
    QTableWidgetItem,
    QToolButton,
    QToolTip,
    QWidget,
)

LONGEST_TOOLTIP = 2000
"""Characters; what is longer fills the screen."""
_SIGNS = re.compile(r"(?:[^\w]|_)+")
_JOINER = "\N{WORD JOINER}"


def tooltip_text(text: str) -> str:
    """The text as a tooltip that Qt does not take for HTML, for item models."""
    if len(text) > LONGEST_TOOLTIP:
        text = text[: LONGEST_TOOLTIP - 1] + "…"
    if Gui.mightBeRichText(text):  # looks at words in angle brackets and at "&lt;"; no such word has a joiner in it
        text = text.replace("<", "<" + _JOINER).replace("&", "&" + _JOINER)
    return text


def set_tooltip(part: QWidget | QAction | QStandardItem | QTableWidgetItem | QListWidgetItem, text: str) -> None:
    """Say this while the pointer rests on the part."""
    part.setToolTip(tooltip_text(text))


def show_tooltip(at: QPoint, text: str, over: QWidget) -> None:
    """Say this now, at a place on the screen."""
    QToolTip.showText(at, tooltip_text(text), over)


def caption(text: str) -> str:
    """The text for buttons, menus and actions; what stands behind a tab, menus would take for a key."""
    return text.replace("&", "&&").replace("\t", " ")


def window_title(text: str) -> str:
    """The text for a window's title."""
    return text.replace("[*]", "[*][*]")


def submenu(menu: QMenu, text: str) -> QMenu:
    """A menu called so within another."""
    return menu.addMenu(caption(text))


class PlainLabel(QLabel):
    """A label that shows its text as it is written."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)

    def setBuddy(self, buddy: QWidget) -> None:
        """The field it belongs to; with one, Qt takes "&" for the mark of a key that leads there."""
        text = self.text()
        super().setBuddy(buddy)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(caption(text) if self.buddy() is not None else text)

    def text(self) -> str:
        written = super().text()
        return written.replace("&&", "&") if self.buddy() is not None else written


_CALLED = "called"
"""The property that holds what a button is called, whatever it says just now."""


def heard_name(name: str, shown: str) -> str:
    """What is heard of a button: what it is called, with the words that are read on it, signs left out."""
    words = _SIGNS.sub(" ", shown).strip()
    known = _SIGNS.sub(" ", name).casefold()
    return name if not name or _SIGNS.sub(" ", words).casefold() in known else f"{name}: {words}"


def _put(self: QAbstractButton, text: str) -> None:
    QAbstractButton.setText(self, caption(text))
    if name := self.property(_CALLED):
        QAbstractButton.setAccessibleName(self, heard_name(name, text))


def _call(self: QAbstractButton, name: str) -> None:
    self.setProperty(_CALLED, name)
    QAbstractButton.setAccessibleName(self, heard_name(name, self.text()))


def _called(self: QAbstractButton) -> str:
    return self.property(_CALLED) or QAbstractButton.accessibleName(self)


def _written(self: QAbstractButton) -> str:
    return QAbstractButton.text(self).replace("&&", "&")


def _entered(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Let Enter press a button as Space does; one that stays down leaves Enter to the page it stands on."""
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or not plain or button.isCheckable():
        return False
    event.accept()
    button.click()
    return True


class PlainButton(QPushButton):
    """A push button that shows its text as it is written, "&" included."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption(text), parent)

    setText, text = _put, _written
    setAccessibleName, accessibleName = _call, _called

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _entered(self, event):
            super().keyPressEvent(event)


class PlainToolButton(QToolButton):
    """A tool button that shows its text as it is written, "&" included."""

    setText, text = _put, _written
    setAccessibleName, accessibleName = _call, _called

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _entered(self, event):
            super().keyPressEvent(event)


class PlainCheckBox(QCheckBox):
    """A check box that shows its text as it is written, "&" included."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption(text), parent)

    setText, text = _put, _written
    setAccessibleName, accessibleName = _call, _called


class PlainRadioButton(QRadioButton):
    """A radio button that shows its text as it is written, "&" included."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(caption(text), parent)

    setText, text = _put, _written
    setAccessibleName, accessibleName = _call, _called


class PlainPaintedButton(QAbstractButton):
    """A button that paints itself, with its text as it is written, "&" included."""

    setText, text = _put, _written
    setAccessibleName, accessibleName = _call, _called

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not _entered(self, event):
            super().keyPressEvent(event)
