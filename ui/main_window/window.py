"""The window as its parts know it: what is in view, and what they may ask of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMainWindow

from cxstudio.session.folders import Folders
from cxstudio.session.settings import Settings
from ui.theme.theme import Theme

if TYPE_CHECKING:
    from cxstudio.session import PendingWork, Session
    from ui.context.context import Context
    from ui.main_window.saving import Saving
    from ui.shell.shell import Shell


class Window(QMainWindow):
    """Asked by the parts that are made anew for each session; `MainWindow` does what is asked."""

    let_go = Signal()
    """What was made for a session has been taken off and deleted, and something else stands there."""
    folders: Folders
    settings: Settings
    context: Context
    shell: Shell
    saving: Saving

    def show_session(self, session: Session) -> None:
        """Let go of the session in view and show another one."""
        raise NotImplementedError

    def prepare(self, session: Session) -> None:
        """Make what will show a session, which is not in view yet."""
        raise NotImplementedError

    def unprepare(self) -> None:
        """Let go of what was made for a session that is not shown after all."""
        raise NotImplementedError

    def open_file(self, path: Path) -> None:
        """Open a project file in place of what is in view."""
        raise NotImplementedError

    def read_file(self, path: Path) -> None:
        """Read a project file and show it, at once or while the window goes on; on an error all stays as it was."""
        raise NotImplementedError

    def resume(self, work: PendingWork) -> None:
        """Take up unsaved work of an earlier session, in the same way."""
        raise NotImplementedError

    def show_project(self, workspace: str = "journey") -> None:
        """Show the project at a workspace."""
        raise NotImplementedError

    def show_start(self) -> None:
        """Show the start page."""
        raise NotImplementedError

    def import_plan(self, path: Path) -> None:
        """Show what an edited action plan would change."""
        raise NotImplementedError

    def import_file(self, path: Path) -> None:
        """Show what an import of this file would take over."""
        raise NotImplementedError

    def rescue(self, path: Path) -> None:
        """Show what can still be read of a damaged project, as a new one."""
        raise NotImplementedError

    def back(self) -> None:
        """Leave a page: to the project, where there is one."""
        raise NotImplementedError

    def rebuild(self) -> None:
        """Dress the same session in the language, palette and size of text now set."""
        raise NotImplementedError

    def wear(self, theme: Theme, language: str) -> None:
        """Colours, fonts and Qt's own words for everything made from now on."""
        raise NotImplementedError
