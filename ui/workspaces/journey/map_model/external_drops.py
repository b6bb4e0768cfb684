"""What other parts of the window may drop on the map."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QMimeData, QPointF


class Guest(Protocol):
    """Shows while it is dragged where it would land; points are on the map."""

    def takes(self, data: QMimeData) -> bool:
        """Whether this is what it brings."""

    def move(self, at: QPointF) -> None:
        """Show what a drop here would do."""

    def leave(self) -> None:
        """It is dragged away again: nothing has happened."""

    def drop(self) -> None:
        """Let it land where it was shown last."""
