"""The commands "project.*": beginning, opening, saving."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cxstudio.catalogue.samples import sample
from cxstudio.edits import start_project
from cxstudio.edits.project import fit_project
from cxstudio.exchange.readers import ENDINGS
from cxstudio.files import SUFFIX
from cxstudio.model import PROJECT_ID, Document, Journey
from cxstudio.plain_text import file_name
from cxstudio.session import PendingWork, Session
from cxstudio.session.folders import project_key
from cxstudio.session.settings import LAST_FOLDER
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import has_writable_project, writable
from ui.context.command_groups import PROJECT
from ui.context.commit_typing import finish_typing
from ui.context.context import Context
from ui.dialogs import file_choosers as choosers
from ui.main_window.window import Window

if TYPE_CHECKING:
    from ui.pages.new_journey_page import FirstJourney

PROJECT_PART: Final[Receiver[ProjectPart]] = Receiver()


class ProjectPart(QObject):
    """What the window does with projects as a whole."""

    def __init__(self, window: Window, context: Context) -> None:
        super().__init__(window)
        self._window = window
        self._context = context
        context.commands.serve(PROJECT_PART, self)

    # Beginning

    def new(self) -> None:
        """Ask the three lines of a new journey."""
        self._window.shell.forget_page("first")
        self._window.shell.show_page("first")

    def begin(self, answers: FirstJourney) -> None:
        """Start a project from what was said, and go to its map."""
        tr = self._context.tr
        title = answers.about or tr("New customer journey")
        said = {"begins": answers.begins, "ends": answers.ends, "language": answers.language}
        base = answers.base or Document()
        project = base.project.model_copy(update={"title": title})
        session = Session.new(self._window.folders, Document([project]))
        with session.transaction(N_("New customer journey")) as draft:
            draft.create_many([record for record in base if record.id != PROJECT_ID])
            journeys = base.all(Journey)
            if journeys:
                fit_project(draft, journeys[0].id, title=title, persona=answers.persona, stages=answers.stages, **said)
            else:
                names = [name for _, name in answers.stages]
                start_project(draft, title=title, persona=answers.persona, stages=names, **said)
        session.store.history.forget()
        self._window.show_session(session)

    def sample(self) -> None:
        """A copy of the sample to look around in."""
        made = sample("lindenfurt", self._context.texts.language, today=date.today())
        self._window.show_session(Session.new(self._window.folders, made.document, made.assets))

    def control_sample(self) -> None:
        """A copy of the same sample half a year on: rated again, measured, decided."""
        made = sample("control", self._context.texts.language, today=date.today())
        self._window.show_session(Session.new(self._window.folders, made.document, made.assets))

    def import_table(self) -> None:
        """Choose a table, an event log or a Mermaid journey and show what would be taken over."""
        kinds = self._context.tr("Tables and journeys") + f" ({' '.join(f'*{ending}' for ending in ENDINGS)})"
        path = choosers.name_to_open(self._window, self._context.tr("Import from Excel"), self._folder(), kinds)
        if path is not None:
            self._window.import_file(path)

    def import_plan(self) -> None:
        """Choose an edited action plan and show what it would change."""
        context = self._context
        kinds = context.tr("Action plans") + " (*.xlsx *.xlsm *.csv)"
        path = choosers.name_to_open(self._window, context.tr("Import an edited plan"), self._folder(), kinds)
        if path is not None:
            self._window.import_plan(path)

    def open(self) -> None:
        """Choose a project file."""
        kinds = self._context.tr("CX Studio projects") + f" (*{SUFFIX})"
        path = choosers.name_to_open(self._window, self._context.tr("Open"), self._folder(), kinds)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a project file; on an error everything stays as it was."""
        now = self._context.session
        if now.path is not None and not now.read_only and project_key(path) == project_key(now.path):
            self._context.messages.worked("open")
            self._window.show_project()
            return
        if self._window.saving.holds_back(partial(self._window.open_file, path), quitting=False):
            return
        self._window.read_file(path)

    def resume(self, work: PendingWork) -> None:
        """Take up unsaved work of an earlier session."""
        self._window.resume(work)

    # Saving

    def save(self) -> None:
        """Write the file; the first time ask for its name."""
        finish_typing()
        session = self._context.session
        if session.work.busy or (session.path is not None and not session.read_only):
            self._window.saving.save()
        else:
            self.save_as()

    def save_as(self) -> None:
        """Ask for a name, write there and go on there."""
        finish_typing()
        session = self._context.session
        title = session.title or self._context.tr("Customer journey")
        proposal = Path(self._folder()) / (session.path.name if session.path else file_name(title, SUFFIX))
        kinds = self._context.tr("CX Studio projects") + f" (*{SUFFIX})"
        path = choosers.name_to_save(self._window, self._context.tr("Save as"), proposal, kinds)
        if path is not None:
            self._window.saving.save_as(path)

    def close(self) -> None:
        """Show the start page; the project stays open behind it."""
        self._window.show_start()

    def quit(self) -> None:
        """Close the window; nothing is asked and nothing lost."""
        self._window.close()

    def _folder(self) -> str:
        kept = str(self._context.settings[LAST_FOLDER])
        return kept if kept and Path(kept).is_dir() else str(Path.home())


COMMANDS: Final[tuple[Command, ...]] = (
    Command("project.new", N_("New journey"), PROJECT, "Ctrl+N", "new", N_("create start project"),
            run=PROJECT_PART.does(ProjectPart.new)),
    Command("project.open", N_("Open …"), PROJECT, "Ctrl+O", "open", N_("load file"),
            run=PROJECT_PART.does(ProjectPart.open)),
    Command("project.sample", N_("Look at the sample"), PROJECT, "", "sample", N_("example demo Lindenfurt"),
            run=PROJECT_PART.does(ProjectPart.sample)),
    Command("project.control_sample", N_("Look at the sample half a year later"), PROJECT, "", "sample",
            N_("example demo Lindenfurt follow-up control"), run=PROJECT_PART.does(ProjectPart.control_sample)),
    Command("project.import_table", N_("Import from Excel …"), PROJECT, "", "table",
            N_("import CSV survey questionnaire event log process Mermaid paste"),
            run=PROJECT_PART.does(ProjectPart.import_table)),
    Command("project.import_plan", N_("Import an edited plan …"), PROJECT, "", "table",
            N_("measures Excel CSV changes back"), has_writable_project,
            run=PROJECT_PART.does(ProjectPart.import_plan)),
    Command("project.save", N_("Save"), PROJECT, "Ctrl+S", "save", enabled=writable,
            run=PROJECT_PART.does(ProjectPart.save)),
    Command("project.save_as", N_("Save as …"), PROJECT, "Ctrl+Shift+S", "save", N_("copy rename"),
            run=PROJECT_PART.does(ProjectPart.save_as)),
    Command("project.close", N_("Start page"), PROJECT, "Ctrl+W", "home", N_("close project recent files"),
            run=PROJECT_PART.does(ProjectPart.close)),
    Command("project.quit", N_("Quit"), PROJECT, "Ctrl+Q", "", N_("exit end"), run=PROJECT_PART.does(ProjectPart.quit)),
)  # fmt: skip
