"""Good news laid over the foot of the window: nothing below it moves, and it goes by itself once it can be read."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QFrame, QWidget

from ui.widgets.basics import column

_LEAST_MS, _PER_SIGN_MS = 12_000, 90
"""How long it stays at least, and for each character: slow readers get through."""
_GET_MESSAGE_DURATION: Final = 0x2016
"""What Windows calls it."""
_FROM_FOOT, _WIDE = 44, 640
"""Pixels between its lower edge and the foot of the window; its greatest width."""


def reading_ms(text: str) -> int:
    """Milliseconds a text stays: as long as reading takes, and as the system keeps its own messages."""
    return max(_LEAST_MS, _PER_SIGN_MS * len(text), _system_ms())


def _system_ms() -> int:
    """How long people have told Windows to keep messages; 0 where a system does not know of it."""
    user32 = getattr(getattr(ctypes, "windll", None), "user32", None)
    if user32 is None:
        return 0
    seconds = ctypes.c_ulong()
    told = user32.SystemParametersInfoW(_GET_MESSAGE_DURATION, 0, ctypes.byref(seconds), 0)
    return int(seconds.value) * 1000 if told else 0


class Toast(QFrame):
    """Holds one notice; stays while the pointer or the keyboard is on it, and until it is closed for who hears it."""

    def __init__(self, parent: QWidget, notice: QWidget, gone: Callable[[], object], stays_ms: int) -> None:
        super().__init__(parent)
        self.setProperty("kind", "overlay")
        self._gone = gone
        column(self, notice, spacing=0).setContentsMargins(1, 1, 1, 1)
        self._timer = QTimer(self, interval=stays_ms)
        self._timer.timeout.connect(self._leave)
        self._timer.start()
        parent.installEventFilter(self)
        self.place()
        self.show()
        self.raise_()

    def place(self) -> None:
        """Take the middle of the foot of the window."""
        parent = self.parentWidget()
        if parent is not None:
            width = min(_WIDE, parent.width() - 48)
            height = max(self.sizeHint().height(), self.heightForWidth(width))
            self.setGeometry((parent.width() - width) // 2, parent.height() - height - _FROM_FOOT, width, height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        focus = QApplication.focusWidget()
        held = focus is not None and self.isAncestorOf(focus)
        if not (self.underMouse() or held or QAccessible.isActive() or not self.window().isActiveWindow()):
            self._gone()
