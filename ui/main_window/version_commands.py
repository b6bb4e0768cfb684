"""The commands about versions and copies of the project."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cxstudio.files import SUFFIX
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import has_project, has_writable_project
from ui.context.command_groups import PROJECT
from ui.context.commit_typing import finish_typing
from ui.context.context import Context
from ui.context.session_state import SessionState
from ui.dialogs import file_choosers as choosers
from ui.main_window.window import Window

if TYPE_CHECKING:
    from ui.pages.versions.versions_page import VersionsPage

VERSION_PART: Final[Receiver[VersionPart]] = Receiver()


class VersionPart(QObject):
    """Shows the page of versions, and what is asked for there."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        context.commands.serve(VERSION_PART, self)

    def versions(self) -> VersionsPage:
        """Show the versions."""
        from ui.pages.versions.versions_page import VersionsPage

        finish_typing()
        self._window.shell.forget_page("versions")
        page = self._window.shell.show_page("versions")
        assert isinstance(page, VersionsPage)
        return page

    def merge(self) -> None:
        """Choose another copy and show what merging it would do."""
        context = self._context
        finish_typing()
        kept = str(context.settings[LAST_FOLDER])
        folder = kept if kept and Path(kept).is_dir() else str(Path.home())
        kinds = context.tr("CX Studio projects") + f" (*{SUFFIX})"
        path = choosers.name_to_open(self._window, context.tr("Merge a copy"), folder, kinds)
        if path is not None:
            self.versions().merge(path)

    def keep(self) -> None:
        """Show the versions, ready to type the name of one to keep now."""
        self.versions().ask_name()


def _has_file(state: SessionState) -> bool:
    """The project has a file, beside which versions are kept."""
    return has_writable_project(state) and state.session.path is not None


COMMANDS: Final = (
    Command("project.versions", N_("Versions …"), PROJECT, "", "history",
            N_("backups history earlier restore what changed"), has_project,
            run=VERSION_PART.does(lambda part: part.versions())),
    Command("project.keep_version", N_("Keep a version …"), PROJECT, "", "star",
            N_("name snapshot milestone backup"), _has_file, run=VERSION_PART.does(lambda part: part.keep())),
    Command("project.merge", N_("Merge a copy …"), PROJECT, "", "copy",
            N_("combine two copies colleague mailed conflicts"), has_writable_project,
            help=N_("Shows what changed in another copy of this project, and brings both together"),
            run=VERSION_PART.does(lambda part: part.merge())),
)  # fmt: skip
