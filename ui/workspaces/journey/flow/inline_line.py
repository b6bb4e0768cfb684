"""One line laid over the flow to type a share or a name where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.canvas.interaction.inline_editor import lent, passed_on
from ui.widgets.pasting_line import PastingLine

Commit = Callable[[str], bool]
"""Keeps what was typed; False where it does not fit."""


class InPlaceLine(PastingLine):
    """Enter or leaving keeps, Esc does not; what does not fit stays open, marked."""

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._commit: Commit | None = None
        self.passed_on = False
        """Whether it closes because something else in the window took the keyboard."""
        self.returnPressed.connect(self._done)
        self.installEventFilter(self)
        self.hide()

    def open(self, place: QRect, text: str, name: str, commit: Commit) -> None:
        """Edit a text at a place of the parent."""
        self._commit = commit
        self.setAccessibleName(name)
        self.setText(text)
        self.setGeometry(place)
        self.selectAll()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def hand_over(self) -> str:
        """Close and keep nothing; returns what was typed."""
        self._commit = None
        self.hide()
        return self.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Escape:
                self._close()
                return True
        elif event.type() is QEvent.Type.FocusOut and not lent(event) and self.isVisible():
            commit, self._commit = self._commit, None
            self.passed_on = passed_on(self)
            if commit is not None:
                commit(self.text())
            self._close()
            self.passed_on = False
        return super().eventFilter(watched, event)

    def _done(self) -> None:
        if self._commit is not None and self._commit(self.text()):
            self._close()
        else:
            self.selectAll()

    def _close(self) -> None:
        self._commit = None
        self.hide()
        self.closed.emit()
