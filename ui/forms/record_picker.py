"""A small list to pick a record from by typing a few letters, or to make a new one by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from cxstudio.edits import add_told_persona, find_or_add_channel, find_or_add_department
from cxstudio.look.roles import Role
from cxstudio.model import Channel, Department, Id, Persona
from cxstudio.model.folding import folded, says, sought
from cxstudio.store import Draft
from ui.context.context import Context
from ui.widgets.basics import column
from ui.widgets.popup_sheet import Overlay

Make = Callable[[Draft, str], Id]

MAKERS: dict[str, Make] = {
    Department.__name__: find_or_add_department,
    Channel.__name__: find_or_add_channel,
    Persona.__name__: add_told_persona,
}
"""Kinds of record that can be made by typing a name."""


class Choice(NamedTuple):
    """One row of a list to pick from."""

    id: Id | None
    """The record; None where it is to be made first."""
    name: str
    icon: str = ""
    words: tuple[str, ...] = ()
    """Other words it is found by."""

    def said_by(self, typed: str) -> bool:
        """Whether what was typed is found in it."""
        return any(says(word, typed) for word in (self.name, *self.words))

    def called(self, wanted: str) -> bool:
        """Whether a text (folded) is one of its names."""
        return any(wanted == folded(word) for word in (self.name, *self.words))


_ROW, _MOST_ROWS = 30, 9
_NAME = Qt.ItemDataRole.UserRole
_NEW = Qt.ItemDataRole.UserRole + 1


class Picker(Overlay):
    """A sheet with a line to type into and what fits below; closes when something was picked."""

    picked = Signal(object)
    """Id of the record, or None for "none"."""
    named = Signal(str)
    """A name nobody has yet."""

    def __init__(
        self,
        context: Context,
        anchor: QWidget,
        choices: Sequence[Choice],
        *,
        name: str,
        can_make: bool = False,
        can_clear: bool = False,
    ) -> None:
        super().__init__(anchor)
        self.setFixedWidth(max(240, min(360, anchor.width())))
        self._context, self._choices = context, list(choices)
        self._can_make, self._can_clear = can_make, can_clear
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(context.tr("Name …") if can_make else context.tr("Search …"))
        self.list = QListWidget()
        self.list.setAccessibleName(name)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(16, 16))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column(self, self.line, self.list, spacing=4).setContentsMargins(8, 8, 8, 8)
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self.list.currentRowChanged.connect(self.speak)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.enter()
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        wanted = folded(text)
        self.list.clear()
        if self._can_clear and not wanted:
            self._add(Choice(None, "– " + self._context.tr("none")))
        for choice in self._choices:
            if choice.said_by(text):
                self._add(choice, choice.name if choice.id is None else "")
        known = any(choice.called(wanted) for choice in self._choices)
        if wanted and self._can_make and not known:
            new = self._context.texts.quoted(text.strip())
            self._add(Choice(None, self._context.tr("Create {name}", name=new)), text.strip())
        if self.list.count() and (wanted or not self._can_make):
            self.list.setCurrentRow(self._nearest(wanted))
        rows = max(1, min(self.list.count(), _MOST_ROWS))
        self.list.setFixedHeight(rows * (_ROW + 2) + 4)
        self.adjustSize()

    def _nearest(self, wanted: str) -> int:
        """The row that is called what was typed, or begins like it; else the first."""
        names, wanted = [sought(self.list.item(n).text()) for n in range(self.list.count())], sought(wanted)
        begins = next((n for n, name in enumerate(names) if wanted and name.startswith(wanted)), 0)
        return names.index(wanted) if wanted in names else begins

    def _add(self, choice: Choice, new: str = "") -> QListWidgetItem:
        item = QListWidgetItem(choice.name)
        item.setData(_NAME, choice.id)
        item.setData(_NEW, new)
        if choice.icon:
            item.setIcon(self._context.theme.icon(choice.icon))
        if new and choice.icon:
            item.setForeground(self._context.theme.colour(Role.MUTED))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, self._context.tr("{name}, new", name=choice.name))
        self.list.addItem(item)
        return item

    def record_at(self, row: int) -> Id | None:
        """The record of a row, None where it is to be made."""
        found: Id | None = self.list.item(row).data(_NAME)
        return found

    def speak(self, *_: int) -> None:
        """Say the row marked to those who cannot see it: the keyboard stays in the line."""
        item = self.list.currentItem()
        self.line.setAccessibleDescription(self.spoken(item) if item is not None else "")

    def spoken(self, item: QListWidgetItem) -> str:
        """A row in words."""
        return str(item.data(Qt.ItemDataRole.AccessibleTextRole) or item.text())

    def enter(self) -> None:
        """Take the row marked."""
        if self.list.currentItem() is not None:
            self._take(self.list.currentItem())

    def take(self, new: str, record: Id | None) -> None:
        """Close, and tell what was picked: a name to be made, a record, or none."""
        self.dismiss()
        if new:
            self.named.emit(new)
        else:
            self.picked.emit(record)

    def _take(self, item: QListWidgetItem) -> None:
        self.take(item.data(_NEW), item.data(_NAME))
