"""What the window makes anew for each session, language and palette: context, shell and the parts that answer."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from cxstudio.session import Session
from ui.context.context import Context, make_context
from ui.context.workshop_run import RUN
from ui.main_window.all_commands import COMMANDS
from ui.main_window.appearance_commands import LookPart
from ui.main_window.copy_commands import CopyPart
from ui.main_window.export_commands import ExportPart
from ui.main_window.file_commands import FilePart
from ui.main_window.left_work import LeftWork
from ui.main_window.opening import PAGE as OPENING
from ui.main_window.opening import Opening
from ui.main_window.own_catalogue_commands import CataloguePart
from ui.main_window.print_commands import PrintPart
from ui.main_window.project_commands import ProjectPart
from ui.main_window.report_options_commands import ReportOptionsPart
from ui.main_window.session_notices import SessionNotices
from ui.main_window.undo_commands import UndoPart
from ui.main_window.verify_commands import VerifyPart
from ui.main_window.window import Window
from ui.pages.opening_page import OpeningPage
from ui.pages.settings_page import SettingsPage
from ui.pages.start_page import StartPage
from ui.pages.unsaved_rows import Begun
from ui.shell.shell import Shell


@dataclass(frozen=True, slots=True)
class Parts:
    """One session as the window shows it."""

    context: Context
    shell: Shell
    project: ProjectPart
    files: FilePart
    others: tuple[object, ...]


def parts_for(window: Window, session: Session, opening: Opening) -> Parts:
    """Make them; the window puts them on."""
    context = make_context(session, window.settings, COMMANDS)
    context.on_disk = window.saving.begin
    context.commands.serve(RUN, context.run)
    window.wear(context.theme, context.texts.language)
    shell = Shell(
        context,
        {
            "start": lambda c: _start(window, project, left, c),
            "first": lambda c: _first(project, c),
            "import": lambda c: _import(window, c),
            "returned": _returned,
            "versions": lambda c: _versions(window, c),
            "people": lambda c: _people(window, c),
            "rescued": lambda c: _rescued(window, c),
            OPENING: lambda c: _opening(opening, c),
            "settings": lambda c: SettingsPage(c, window.rebuild, window.back),
        },
    )
    project = ProjectPart(window, context)
    left = LeftWork(window, context, opening)
    files = FilePart(window, context)
    others = (
        UndoPart(context, window),
        CataloguePart(window, context),
        ExportPart(window, context),
        CopyPart(window, context),
        VerifyPart(window, context),
        ReportOptionsPart(window, context),
        PrintPart(window, context),
        LookPart(window, context),
        SessionNotices(window, context, files.merge_file),
    )
    for part in (project, left, files, *others):
        part.setParent(shell)  # and goes with it
    return Parts(context, shell, project, files, others)


def _start(window: Window, project: ProjectPart, left: LeftWork, context: Context) -> QWidget:
    title = (context.session.title or context.tr("the project")) if len(context.document) else ""
    begun = Begun(title, left.find, left.open, left.deeds)
    return StartPage(context.ground, project.open_file, begun)


def _opening(opening: Opening, context: Context) -> QWidget:
    page = OpeningPage(context.ground, opening.name, opening.cancel)
    page.show_progress(0.0)
    opening.progressed.connect(page.show_progress)
    return page


def _first(project: ProjectPart, context: Context) -> QWidget:
    from ui.pages.new_journey_page import FirstJourneyPage

    return FirstJourneyPage(context, project.begin)


def _returned(context: Context) -> QWidget:
    from ui.pages.returned_plan_page import ReturnedPlanPage

    return ReturnedPlanPage(context)


def _versions(window: Window, context: Context) -> QWidget:
    from ui.pages.versions.versions_page import VersionsPage

    return VersionsPage(context, window.show_session, window.back, window.rescue)


def _people(window: Window, context: Context) -> QWidget:
    from ui.pages.people_page import PeoplePage

    return PeoplePage(context, window.back)


def _rescued(window: Window, context: Context) -> QWidget:
    from ui.pages.rescue_page import RescuePage

    return RescuePage(context, window.back)


def _import(window: Window, context: Context) -> QWidget:
    from ui.pages.import_page import ImportPage

    return ImportPage(context, window.folders, window.show_session)
