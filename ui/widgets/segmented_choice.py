"""Segments: one of a few choices, all in view."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import PlainRadioButton, set_tooltip
from ui.widgets.basics import row

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


def walked(part: QAbstractButton, event: QKeyEvent) -> bool:
    """Let arrows go to the next choice of the group without choosing it; whether the key was one."""
    group, step = part.group(), _STEPS.get(Qt.Key(event.key()))
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier or group is None or step is None:
        return False
    listed = [one for one in group.buttons() if one.isVisible() and one.isEnabled()]
    listed[(listed.index(part) + step) % len(listed)].setFocus(Qt.FocusReason.TabFocusReason)
    return True


class Segment(PlainRadioButton):
    """One of the choices: a radio button that looks like a part of a bar."""

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setAutoExclusive(False)
        self.setProperty("kind", "segment")
        hear_as(self, "choice")
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        said = self.fontMetrics().size(Qt.TextFlag.TextSingleLine.value, self.text())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, said, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def hitButton(self, at: QPoint) -> bool:
        return self.rect().contains(at)

    def paintEvent(self, _: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not walked(self, event):
            super().keyPressEvent(event)


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
        self._buttons: list[tuple[object, Segment]] = []
        box = row(self, spacing=1)
        box.setContentsMargins(2, 2, 2, 2)
        for value, text in choices:
            part = Segment(text, f"{name}: {text}")
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

    def _clicked(self, value: object) -> None:
        taken_back = self._can_clear and value == self._value
        self.set_value(None if taken_back else value)
        self.chosen.emit(self._value)
