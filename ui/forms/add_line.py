"""A small "+ …" button that becomes a line: Enter adds what was typed and waits for the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.forms.text_boxes import Line
from ui.widgets.basics import button, column


class AddLine(QWidget):
    """Adds short texts one after the other."""

    added = Signal(list)
    """Texts, each a record: one that was typed, or several that were pasted."""

    def __init__(self, text: str, *, placeholder: str = "") -> None:
        super().__init__()
        self.opener = button(text, self.open, "add", name=text.lstrip("+ "))
        self.opener.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.line = Line()
        self.line.setAccessibleName(text.lstrip("+ "))
        self.line.setPlaceholderText(placeholder or text.lstrip("+ "))
        self.line.takes_several = True
        self.line.pasted.connect(self.added)
        self.line.hide()
        column(self, self.opener, self.line, spacing=0)
        self.line.returnPressed.connect(self._add)
        self.line.left.connect(self._leave)
        self.line.escaped.connect(self._close)

    def open(self) -> None:
        """Show the line and wait for words."""
        self.opener.hide()
        self.line.show()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        text = self.line.text().strip()
        self.line.clear()
        if text:
            self.added.emit([text])
        else:
            self._close()

    def _leave(self) -> None:
        text = self.line.text().strip()
        self._close()
        if text:
            self.added.emit([text])

    def _close(self) -> None:
        self.line.clear()
        self.line.hide()
        self.opener.show()
