"""What the frame expects of a workspace."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cxstudio.model import Id, Record
from ui.context.context import Context


@dataclass(frozen=True, slots=True)
class Status:
    """Texts of the status line, left and right; one starting with "!" gets a critical dot."""

    left: tuple[str, ...] = ()
    right: tuple[str, ...] = ()


class Workspace(QWidget):
    """One of the seven; fills the middle of the window."""

    status_changed = Signal()
    frame_changed = Signal()
    """Another page of it wants the inspector beside it, or does not."""
    with_inspector = False
    """Whether the inspector stands to its right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context

    def status(self) -> Status:
        """What the status line says while this workspace is in view."""
        return Status()

    def view_state(self) -> Any:
        """What is chosen and typed here and is not in the document, as values that can be compared.

        Its own parts say theirs (see `ui.context.view_state`); scrolling, selection and keyboard need not be said.
        """

    def restore_view_state(self, state: Any) -> None:
        """Choose and type it again in a workspace made anew, before `entered`; records named in it may be gone."""

    def entered(self) -> None:
        """Called each time the workspace comes into view."""

    def place_for(self, record: Record) -> Id | None:
        """What on this page stands for a record that is selected, see `Selection`; None where nothing does."""
        return record.id

    def shows_journey(self, journey: Id) -> bool:
        """Whether what stands in a journey is shown here just now."""
        return True

    def take_focus(self) -> None:
        """Give the keyboard to the part people work in first."""
        self.setFocus()
