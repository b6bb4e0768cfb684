"""What a board draws: the document, or what it would be while somebody drags."""

from __future__ import annotations

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from cxstudio.model import Document
from cxstudio.store import Draft
from ui.context.context import Context

P = ParamSpec("P")
T = TypeVar("T")


class PreviewModel(QObject):
    """A subclass keeps what is drawn and forgets it in `forget`."""

    changed = Signal()
    """Something else is to be drawn."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self.context = context
        self._previewed: Document | None = None

    @property
    def document(self) -> Document:
        """What is drawn: the document, or what it would be."""
        return self._previewed or self.context.document

    @property
    def previewing(self) -> bool:
        """Whether somebody is dragging."""
        return self._previewed is not None

    def forget(self) -> None:
        """What was drawn is out of date."""

    def refresh(self) -> None:
        """Read the document again."""
        self._previewed = None
        self.forget()
        self.changed.emit()

    def preview(self, edit: Callable[Concatenate[Draft, P], T], *args: P.args, **kw: P.kwargs) -> None:
        """Draw what an edit would do. Raises what the edit raises; nothing is kept."""
        self._previewed, _ = self.context.session.store.preview(edit, *args, **kw)
        self.forget()
        self.changed.emit()

    def end_preview(self) -> None:
        """Draw the document again."""
        if self._previewed is not None:
            self.refresh()
