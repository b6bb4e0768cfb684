"""Runs long work of the studio in its own process and tells the window how far it is."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class TaskRunner(QObject):
    """One piece of long work at a time; the window stays free."""

    started = Signal(str)
    progressed = Signal(float)
    ended = Signal()

    def cancel(self) -> None:
        """Stop the work under way."""
