"""A small list to pick a record from by typing a few letters, or to make a new one by its name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from cxstudio.edits import add_persona, find_or_add_channel, find_or_add_department
from cxstudio.model import Channel, Department, Id, Persona
from cxstudio.model.folding import folded
from cxstudio.store import Draft
from ui.context.context import Context
from ui.widgets.basics import column
from ui.widgets.popup_sheet import Overlay

Make = Callable[[Draft, str], Id]

MAKERS: dict[str, Make] = {
    Department.__name__: find_or_add_department,
    Channel.__name__: find_or_add_channel,
    Persona.__name__: add_persona,
}
"""Kinds of record that can be made by typing a name."""

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
        choices: Sequence[tuple[Id, str]],
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
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column(self, self.line, self.list, spacing=4).setContentsMargins(8, 8, 8, 8)
        self.line.textChanged.connect(self._fill)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._take)
        self._fill("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if self.list.currentItem() is not None:
                    self._take(self.list.currentItem())
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.dismiss()
                return True
        return super().eventFilter(watched, event)

    def _fill(self, text: str) -> None:
        wanted = folded(text)
        self.list.clear()
        if self._can_clear and not wanted:
            self._add("– " + self._context.tr("none"), None, "")
        for record_id, name in self._choices:
            if wanted in folded(name):
                self._add(name, record_id, "")
        known = any(folded(name) == wanted for _, name in self._choices)
        if wanted and self._can_make and not known:
            new = self._context.texts.quoted(text.strip())
            self._add(self._context.tr("Create {name}", name=new), None, text.strip())
        if self.list.count() and (wanted or not self._can_make):
            self.list.setCurrentRow(0)
        rows = max(1, min(self.list.count(), _MOST_ROWS))
        self.list.setFixedHeight(rows * (_ROW + 2) + 4)
        self.adjustSize()

    def _add(self, text: str, record_id: Id | None, new: str) -> None:
        item = QListWidgetItem(text)
        item.setData(_NAME, record_id)
        item.setData(_NEW, new)
        self.list.addItem(item)

    def _take(self, item: QListWidgetItem) -> None:
        new, record_id = item.data(_NEW), item.data(_NAME)
        self.dismiss()
        if new:
            self.named.emit(new)
        else:
            self.picked.emit(record_id)
