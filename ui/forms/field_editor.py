"""What every editor of a field can do."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.model import Id
from cxstudio.store import Draft
from cxstudio.wording.fields.field_table import Field
from ui.context.context import Context

IDLE_MS = 1000
"""Typing is kept after this long without a key."""


class FieldEditor(QWidget):
    """Edits one value. It knows nothing of records: whoever binds it listens to `finished`."""

    finished = Signal()
    """A person has finished an editing: Enter, focus lost, a click."""
    paused = Signal()
    """Nobody has typed for a while; the editing goes on."""
    reverted = Signal()
    """A person took an editing back with Esc."""
    has_label = False
    """Whether the editor says the field's name itself."""

    def __init__(self, context: Context, field: Field) -> None:
        super().__init__()
        self.context = context
        self.field = field
        self.name = context.tr(field.label)
        self.record_id: Id | None = None
        """The record edited: it cannot refer to itself, and its days follow one another."""
        self._shown: Any = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self.paused)

    @property
    def shown(self) -> Any:
        """The record's value as last shown."""
        return self._shown

    def show_value(self, value: Any) -> None:
        """Show the record's value; the cursor stays where it is as far as it can."""
        self._shown = value
        self._idle.stop()
        self._display(value)

    def read(self) -> Any:
        """The value as edited. Raises BadInput."""
        raise NotImplementedError

    @property
    def creates(self) -> bool:
        """Whether keeping the value makes a new record first."""
        return False

    def prepared(self, draft: Draft) -> Any:
        """The value to write, with whatever has to be made for it. Raises BadInput."""
        return self.read()

    @property
    def touched(self) -> bool:
        """Whether somebody has edited since the value was shown."""
        return False

    def kept(self, value: Any) -> None:
        """The value was written; what is on the screen stays as it was typed."""
        self._shown = value

    def revert(self) -> None:
        """Show the record's value again."""
        self.show_value(self._shown)
        self.reverted.emit()

    def pause_ended(self) -> None:
        """An editing is over: no pause to wait for."""
        self._idle.stop()

    def edited(self) -> None:
        """A key changed the text: wait for a pause."""
        self._idle.start()

    def _typed(self) -> None:
        if self.touched:
            self.edited()

    def _left(self) -> None:
        if self.touched:
            self.finished.emit()

    def _display(self, value: Any) -> None:
        raise NotImplementedError
