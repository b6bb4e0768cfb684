"""The moment in which nobody does anything: what need not follow every key waits for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 250


class Pause(QObject):
    """One for a whole window. Each `begin` puts its end off."""

    over = Signal()
    """Nothing has come for a moment."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self.over)

    @property
    def waiting(self) -> bool:
        """Whether it is not over yet."""
        return self._timer.isActive()

    def begin(self) -> None:
        """Something was done just now."""
        self._timer.start()

    def end(self) -> None:
        """Nobody waits any more."""
        self._timer.stop()
