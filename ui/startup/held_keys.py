"""What a key held down does again: it moves and types on; what changes, toggles or opens something happens once.

Keys of commands are told apart in their table (`Command.repeats`); this is for every other key, in every window.
"""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QWindow
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import invalidate

_Key = Qt.Key
_MOVING: Final = frozenset(
    (_Key.Key_Left, _Key.Key_Right, _Key.Key_Up, _Key.Key_Down, _Key.Key_PageUp, _Key.Key_PageDown,
     _Key.Key_Home, _Key.Key_End, _Key.Key_Tab, _Key.Key_Backtab)
)  # fmt: skip
_ONCE: Final = frozenset((_Key.Key_Return, _Key.Key_Enter, _Key.Key_Escape))
"""They end a typing."""
_TYPED_INTO: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)


class HeldKeys(QObject):
    """Stops keys that come again by themselves where they do not go on, before a widget hears of them."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed: tuple[int, QWidget | None] | None = None
        """The key that is held, and who had the keyboard when it went down; None where a command took it."""
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.focusWindowChanged.connect(self._watch)

    def _watch(self, window: Any) -> None:
        if window is not None and not isinstance(window, QWindow):  # Python still knows what lay at its address before
            invalidate(window)
            window = QGuiApplication.focusWindow()
        if isinstance(window, QWindow):
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent):
            return False
        pressing = event.type() is QEvent.Type.KeyPress
        if event.isAutoRepeat():
            return pressing and not self._goes_on(event)
        self._pressed = (event.key(), QApplication.focusWidget()) if pressing else None
        return False

    def _goes_on(self, event: QKeyEvent) -> bool:
        focus = QApplication.focusWidget()
        if isinstance(focus, _TYPED_INTO) and self._pressed == (event.key(), focus):
            return event.key() not in _ONCE
        return event.key() in _MOVING and not event.modifiers() & Qt.KeyboardModifier.AltModifier
