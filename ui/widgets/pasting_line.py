"""A line that takes cells of a spreadsheet as they were written."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, Signal
from PySide6.QtGui import QContextMenuEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from cxstudio.exchange.clipboard.spreadsheet_cells import copied_cells
from cxstudio.exchange.lists.note_list import whiteboard_texts
from ui.theme.plain_texts import set_tooltip
from ui.widgets.menus import open_at

_CLAUSES: Final = re.compile(r"(?<=[,;–] )")
_FRAME: Final = 26
"""Pixels of a line beside its text."""


class PastingLine(QLineEdit):
    """One cell stands in the line without the quotation marks of the clipboard; several can be taken one by one.

    Undo goes on in the project once the line has nothing of its own to undo.
    """

    pasted = Signal(list)
    """The cells of a spreadsheet, where there are several and `takes_several`."""
    takes_several = False

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            undo = event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable()
            redo = event.matches(QKeySequence.StandardKey.Redo) and not self.isRedoAvailable()
            if undo or redo:
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pasting = event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly()
        if not (pasting and self._take(QGuiApplication.clipboard().mimeData())):
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu; what is pasted by it is read as by the key."""
        menu = self.createStandardContextMenu()
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self.paste_cells)
        open_at(menu, event.globalPos())

    def paste_cells(self) -> None:
        """Paste what lies in the clipboard."""
        if not self._take(QGuiApplication.clipboard().mimeData()):
            self.paste()

    def dropEvent(self, event: QDropEvent) -> None:
        if not (self.isReadOnly() is False and self._take(event.mimeData())):
            super().dropEvent(event)

    def _take(self, data: QMimeData | None) -> bool:
        """Take the cells of a spreadsheet; False where these are none."""
        rows = copied_cells(data.text(), data.html()) if data is not None else []
        cells = [words for row in rows for cell in row if (words := " ".join(cell.split()))]
        if len(cells) > 1 and self.takes_several:
            self.pasted.emit(cells)
        elif cells:
            self.insert(" ".join(cells))
        return bool(cells)


class ListLine(PastingLine):
    """Type, Enter, next. Several lines pasted are several notes: from a spreadsheet, a text or a whiteboard."""

    takes_several = True
    _hint = ""
    _laid_out = False

    def __init__(self, name: str, hint: str, add: Callable[[list[str]], bool]) -> None:
        """`add` takes the texts and says whether it did; what was not taken stays in the line."""
        super().__init__()
        self._add = add
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.returnPressed.connect(self._enter)
        self.pasted.connect(add)

    def setPlaceholderText(self, text: str) -> None:
        """What is typed here; where there is no room for all of it, its first clauses."""
        self._hint = text
        self._fit_hint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._laid_out = True
        self._fit_hint()

    def _fit_hint(self) -> None:
        """A whole clause or nothing: what Qt shortens cannot be read."""
        room, clauses = self.width() - _FRAME, _CLAUSES.split(self._hint)
        shown = self._hint
        while self._laid_out and clauses and self.fontMetrics().horizontalAdvance(shown) > room:
            clauses = clauses[:-1]
            shown = self._hint[: len("".join(clauses))].rstrip(" ,;–")
        super().setPlaceholderText(shown)
        set_tooltip(self, "" if shown == self._hint else self._hint)

    def _enter(self) -> None:
        if not self.text().strip() or self._add([self.text()]):
            self.clear()
        self.setFocus()

    def _take(self, data: QMimeData | None) -> bool:
        notes = whiteboard_texts(data.text()) if data is not None and data.hasText() else []
        if notes:
            self.pasted.emit(notes)
            return True
        lines = [line for line in data.text().splitlines() if line.strip()] if data is not None else []
        if data is not None and not data.hasHtml() and len(lines) > 1:
            self.pasted.emit(lines)
            return True
        return super()._take(data)
