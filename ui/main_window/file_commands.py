"""The commands about the file as a whole: versions, copies, people in it, what a damaged one still holds."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cxstudio.errors import UserError
from cxstudio.files import SUFFIX, project_bytes
from cxstudio.files.atomic import save_bytes
from cxstudio.plain_text import file_name
from cxstudio.session import Session
from cxstudio.session import notices as say
from cxstudio.session.bounds import Bounds
from cxstudio.session.copies import earlier_versions
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.session.tasks import BoundedTask, TaskFailed
from cxstudio.session.unsaved import journals_of
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import has_project, has_writable_project
from ui.context.command_groups import PROJECT
from ui.context.commit_typing import finish_typing
from ui.context.context import Context
from ui.context.messages import Notice, Tone, always
from ui.context.session_state import SessionState
from ui.dialogs import file_choosers as choosers
from ui.main_window.window import Window

if TYPE_CHECKING:
    from cxstudio.files.salvage.salvaging import Salvaged
    from ui.pages.versions.versions_page import VersionsPage

_BOUNDS: Final = Bounds(1_000, 60)
FILE_PART: Final[Receiver[FilePart]] = Receiver()


class FilePart(QObject):
    """Shows the pages about the file, and does what is asked for there."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._window, self._context = window, context
        context.commands.serve(FILE_PART, self)

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
        kinds = context.tr("CX Studio projects") + f" (*{SUFFIX})"
        path = choosers.name_to_open(self._window, context.tr("Merge a copy"), self._folder(), kinds)
        if path is not None:
            self.merge_file(path)

    def merge_file(self, path: Path) -> None:
        """Show what merging this copy would do."""
        self.versions().merge(path)

    def keep(self) -> None:
        """Show the versions, ready to type the name of one to keep now."""
        self.versions().ask_name()

    def people(self) -> None:
        """Show everything in the project that can say who somebody is."""
        finish_typing()
        self._window.shell.forget_page("people")
        self._window.shell.show_page("people")

    def copy_without_names(self) -> None:
        """Ask for a name and write a copy without names, single ratings and pictures there."""
        context = self._context
        finish_typing()
        tr, session = context.tr, context.session
        stem = session.path.stem if session.path else session.title or tr("Customer journey")
        proposal = Path(self._folder()) / file_name(tr("{title} without names", title=stem), SUFFIX)
        kinds = tr("CX Studio projects") + f" (*{SUFFIX})"
        path = choosers.name_to_save(self._window, tr("Copy without names"), proposal, kinds)
        if path is None:
            return
        from cxstudio.edits.without_people import without_people

        try:
            made = without_people(session.document)
            save_bytes(path, project_bytes(made.document, {}))
        except UserError as error:
            context.messages.error(error, "people")
            return
        context.messages.worked("people")
        trn = context.texts.trn
        parts = [
            trn("{n} person left out", "{n} people left out", made.people),
            trn("{n} picture left out", "{n} pictures left out", made.pictures),
            trn("the ratings of {n} touchpoint counted", "the ratings of {n} touchpoints counted", made.counted),
        ]
        if made.dropped:
            parts.append(trn("the ratings of {n} touchpoint left out, too few people rated it",
                             "the ratings of {n} touchpoints left out, too few people rated them",
                             made.dropped))  # fmt: skip
        said = tr("“{name}” is written: {what}. Free texts may still speak of people.", name=path.name,
                  what=", ".join(parts))  # fmt: skip
        context.messages.post(Notice("people", said, Tone.GOOD, holds=always))

    def works_council(self) -> None:
        """Show the page for a works council."""
        from ui.shell.handbook import WorksCouncilPage

        self._window.shell.overlay(WorksCouncilPage).open()

    def client_it(self) -> None:
        """Show the page for the client's IT."""
        from ui.shell.handbook import ClientItPage

        self._window.shell.overlay(ClientItPage).open()

    def salvage(self) -> None:
        """Choose a damaged project and open what can still be read of it as a new one."""
        context = self._context
        finish_typing()
        kinds = context.tr("CX Studio projects") + f" (*{SUFFIX})"
        path = choosers.name_to_open(self._window, context.tr("Rescue a damaged project"), self._folder(), kinds)
        if path is not None:
            self.rescue(path)

    def rescue(self, path: Path) -> None:
        """Open what can still be read of this damaged project as a new one."""
        from cxstudio.files.salvage.salvaging import salvage

        context = self._context
        refused = UserError(
            N_("“{name}” could not be rescued: reading it took too much memory or time."),
            N_("The file was not changed."),
            name=path.name,
        )
        folders = self._window.folders
        found = earlier_versions(path, folders), journals_of(path, folders)
        task: BoundedTask[Salvaged] = BoundedTask(_BOUNDS, refused, salvage, path, *found)
        title = context.tr("Reading “{name}”", name=path.name)
        context.tasks.run(task, partial(self._salvaged, path), self._failed, title)

    def _salvaged(self, path: Path, found: Salvaged) -> None:
        self._context.messages.worked("salvage")
        session = Session.new(self._window.folders, found.document, found.assets, keep=True)
        session.notices.tell(say.salvaged(path.name, len(found.document), found.missing))
        self._window.show_session(session)
        self._window.shell.show_page("rescued")

    def _failed(self, error: UserError | TaskFailed) -> None:
        if isinstance(error, UserError):
            self._context.messages.error(error, "salvage")
        else:
            self._context.messages.unexpected(error.where)

    def _folder(self) -> str:
        kept = str(self._context.settings[LAST_FOLDER])
        return kept if kept and Path(kept).is_dir() else str(Path.home())


def _has_file(state: SessionState) -> bool:
    """The project has a file, beside which versions are kept."""
    return has_writable_project(state) and state.session.path is not None


COMMANDS: Final = (
    Command("project.versions", N_("Versions …"), PROJECT, "", "history",
            N_("backups history earlier restore what changed"), has_project,
            run=FILE_PART.does(lambda part: part.versions())),
    Command("project.keep_version", N_("Keep a version …"), PROJECT, "", "star",
            N_("name snapshot milestone backup"), _has_file, run=FILE_PART.does(lambda part: part.keep())),
    Command("project.merge", N_("Merge a copy …"), PROJECT, "", "copy",
            N_("combine two copies colleague mailed conflicts"), has_writable_project,
            help=N_("Shows what changed in another copy of this project, and brings both together"),
            run=FILE_PART.does(lambda part: part.merge())),
    Command("project.people", N_("People in this file …"), PROJECT, "", "person",
            N_("names personal data privacy GDPR delete retention works council"), has_project,
            run=FILE_PART.does(lambda part: part.people())),
    Command("project.copy_without_names", N_("Copy without names …"), PROJECT, "", "copy",
            N_("anonymous privacy GDPR hand on"), has_project,
            help=N_("A copy without names, single ratings and pictures; counts stay"),
            run=FILE_PART.does(lambda part: part.copy_without_names())),
    Command("project.page_works_council", N_("Page for the works council"), PROJECT, "", "book",
            N_("privacy co-determination employees GDPR"), run=FILE_PART.does(lambda part: part.works_council())),
    Command("project.page_client_it", N_("Page for the client’s IT"), PROJECT, "", "book",
            N_("security data protection network installation"), run=FILE_PART.does(lambda part: part.client_it())),
    Command("project.salvage", N_("Rescue a damaged project …"), PROJECT, "", "warning",
            N_("salvage repair broken file recover"), run=FILE_PART.does(lambda part: part.salvage())),
)  # fmt: skip
