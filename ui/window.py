"""The window: one session at a time, shown by a shell made anew for each session, language and palette."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from cxstudio.errors import UserError
from cxstudio.session import Session
from cxstudio.session.folders import Folders
from cxstudio.session.settings import WINDOW, Settings
from ui.context import Context, make_context
from ui.export_part import ExportPart
from ui.look_part import LookPart
from ui.messages import Choice, Notice, Tone
from ui.pages.first_journey import FirstJourneyPage
from ui.pages.settings import SettingsPage
from ui.pages.start import StartPage
from ui.project_part import SUFFIX, ProjectPart
from ui.qt_texts import speak
from ui.session_notices import SessionNotices
from ui.shell.shell import PROJECT, Shell

_TABLES = {".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".mmd", ".mermaid"}
"""Endings of files that a drop reads in; a drop of a project opens it."""


class MainWindow(QMainWindow):
    """Frame of everything; its parts do the work."""

    def __init__(self, folders: Folders, settings: Settings, session: Session | None = None) -> None:
        super().__init__()
        self.folders = folders
        self.settings = settings
        self.resize(1440, 900)
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        if kept := str(settings[WINDOW]):
            self.restoreGeometry(QByteArray(base64.b64decode(kept)))
        self.context: Context
        self.shell: Shell
        self.project: ProjectPart
        self._parts: list[object] = []
        self._put_on(session or Session.new(folders))
        if session is None:
            self.show_start()
        else:
            self.show_project()

    # What is in view

    def show_session(self, session: Session) -> None:
        """Let go of the session in view and show another one."""
        before = self.context.session
        self.context.tasks.cancel()
        self._put_on(session)
        before.close()
        self.show_project()

    def show_project(self, workspace: str = "journey") -> None:
        """Show the project at a workspace."""
        self.shell.to(workspace)

    def show_start(self) -> None:
        """Show the start page."""
        self.shell.forget_page("start")
        self.shell.show_page("start")

    def import_file(self, path: Path) -> None:
        """Show what an import of this file would take over."""
        from ui.pages.importing import ImportPage

        self.shell.forget_page("import")
        page = self.shell.show_page("import")
        assert isinstance(page, ImportPage)
        page.read(path)

    def take_import(self, session: Session) -> None:
        """Show a project made by an import."""
        self.show_session(session)

    def rebuild(self) -> None:
        """Dress the same session in the language and palette now set; place and selection stay."""
        context, page, workspace = self.context, self.shell.page, self.shell.view.name
        selected, journey, voice = context.selection.ids, context.selection.journey, context.selection.voice
        self._put_on(context.session)
        if journey is not None:
            self.context.selection.set_journey(journey)
        self.context.selection.set_voice(voice)
        if workspace:
            self.shell.to(workspace)
        if page != PROJECT:
            self.shell.show_page(page)
        self.context.selection.select(*selected)

    def tell_unexpected(self, error: UserError | None, report: str) -> None:
        """Say that something went wrong that nobody expected; called by the boundary."""
        if error is not None:
            self.context.messages.error(error)
            return
        tr = self.context.tr
        text = tr("Something went wrong inside the program. Your work is safe and you can go on.")
        copy = Choice(tr("Copy report"), lambda: QApplication.clipboard().setText(report), keeps=True)
        self.context.messages.post(Notice("unexpected", text, Tone.ERROR, (copy,)))

    # Underneath

    def _put_on(self, session: Session) -> None:
        old = getattr(self, "context", None)
        self.context = context = make_context(session, self.settings)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        speak(application, context.texts.language)
        context.theme.apply(application, self.folders.cache)
        self.shell = Shell(
            context,
            {
                "start": lambda c: StartPage(c, self.folders, self.project),
                "first": lambda c: FirstJourneyPage(c, self.project.begin),
                "import": self._import_page,
                "settings": lambda c: SettingsPage(c, self.rebuild, self._back),
            },
        )
        self.project = ProjectPart(self, context)
        self._parts = [ExportPart(self, context), LookPart(self, context), SessionNotices(self, context)]
        context.bridge.state_changed.connect(self._retitle)
        before = self.takeCentralWidget()
        self.setCentralWidget(self.shell)
        if before is not None:
            before.deleteLater()
        if old is not None:
            old.close()
        self._retitle()

    def _import_page(self, context: Context) -> QWidget:
        from ui.pages.importing import ImportPage

        return ImportPage(context, self.folders, self.take_import)

    def _back(self) -> None:
        if len(self.context.document):
            self.show_project(self.shell.view.name or "journey")
        else:
            self.show_start()

    def _retitle(self) -> None:
        session = self.context.session
        title = session.title or (session.path.name if session.path else "")
        self.setWindowTitle(f"{title}[*] – CX Studio" if title else "CX Studio[*]")
        self.setWindowModified(session.dirty)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is None:
            return
        event.acceptProposedAction()
        if path.suffix.lower() == SUFFIX:
            self.project.open_file(path)
        else:
            self.import_file(path)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.context.session.check_disk()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.context.tasks.cancel()
        self.settings[WINDOW] = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        self.context.close()
        self.context.session.close()
        super().closeEvent(event)


def _dropped(event: QDropEvent) -> Path | None:
    """The one project, table or journey somebody drags in."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    fits = len(files) == 1 and files[0].suffix.lower() in _TABLES | {SUFFIX}
    return files[0] if fits else None
