"""Segments: one of a few choices, all in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from ui.theme.plain_texts import set_tooltip
from ui.widgets.basics import button, row


class Segments(QWidget):
    """A row of joined buttons of which at most one is down; arrows move between them."""

    chosen = Signal(object)
    """The value a person clicked; None where the choice was taken back."""

    def __init__(self, choices: Sequence[tuple[object, str]], name: str, *, can_clear: bool = False) -> None:
        super().__init__()
        self.setProperty("kind", "segments")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._can_clear = can_clear
        self._value: object = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(not can_clear)
        self._buttons: list[tuple[object, QPushButton]] = []
        box = row(self, spacing=1)
        box.setContentsMargins(2, 2, 2, 2)
        for value, text in choices:
            part = button(text, kind="segment", name=f"{name}: {text}")
            part.setCheckable(True)
            part.clicked.connect(lambda _=False, v=value: self._clicked(v))
            self._group.addButton(part)
            self._buttons.append((value, part))
            box.addWidget(part)

    @property
    def value(self) -> object:
        """The value that is down."""
        return self._value

    def set_value(self, value: object) -> None:
        """Show a value without telling anybody."""
        self._value = value
        if value is None:
            self._group.setExclusive(False)
        for known, part in self._buttons:
            part.setChecked(known == value)
        self._group.setExclusive(not self._can_clear)

    def set_enabled(self, value: object, enabled: bool, why: str = "") -> None:
        """Offer one of the values or not; `why` becomes its tooltip."""
        for known, part in self._buttons:
            if known == value:
                part.setEnabled(enabled)
                set_tooltip(part, why)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        buttons = [part for _, part in self._buttons if part.isEnabled()]
        here = next((i for i, part in enumerate(buttons) if part.hasFocus()), 0)
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def _clicked(self, value: object) -> None:
        taken_back = self._can_clear and value == self._value
        self.set_value(None if taken_back else value)
        self.chosen.emit(self._value)
