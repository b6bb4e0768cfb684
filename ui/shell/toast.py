"""Good news laid over the foot of the window: nothing below it moves, and it goes by itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.basics import column

_STAYS_MS = 12_000
_FROM_FOOT, _WIDE = 44, 640
"""Pixels between its lower edge and the foot of the window; its greatest width."""


class Toast(QFrame):
    """Holds one notice; stays as long as the pointer is on it."""

    def __init__(self, parent: QWidget, notice: QWidget, gone: Callable[[], object]) -> None:
        super().__init__(parent)
        self.setProperty("kind", "overlay")
        self._gone = gone
        column(self, notice, spacing=0).setContentsMargins(1, 1, 1, 1)
        self._timer = QTimer(self, interval=_STAYS_MS)
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
        if not self.underMouse():
            self._gone()
