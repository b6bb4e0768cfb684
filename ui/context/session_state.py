"""What can be asked before a command is given: the session in view, what is selected in it, which figures are known."""

from __future__ import annotations

from dataclasses import dataclass

from cxstudio.model import Document
from cxstudio.session import Session
from ui.context.selection import Selection
from ui.context.session_bridge import Bridge


@dataclass(eq=False)
class SessionState:
    """One session as the window sees it, without anything that is shown."""

    session: Session
    bridge: Bridge
    selection: Selection

    @property
    def document(self) -> Document:
        """The current document."""
        return self.session.document
