"""The window: one session at a time, shown by a shell made anew for each session, language and palette."""

from __future__ import annotations

import base64
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from cxstudio.caches import clear_caches
from cxstudio.errors import UserError
from cxstudio.exchange.readers import ENDINGS
from cxstudio.files import SUFFIX
from cxstudio.look.roles import Role
from cxstudio.session.folders import Folders
from cxstudio.session.settings import TEXT_SIZE, WINDOW, Settings
from ui.background.awaited import Awaited
from ui.background.end_of_work import end_work
from ui.context.commit_typing import finish_typing
from ui.main_window.damaged_settings import tell_replaced
from ui.main_window.held_back import may_let_go
from ui.main_window.remembered_place import recall_place, remember_place
from ui.main_window.saving import PATIENCE_S, Saving
from ui.main_window.window import Window
from ui.startup.early_window import EarlyStart, Left, Wish
from ui.startup.held_keys import HeldKeys
from ui.startup.qt_translations import speak
from ui.startup.start_failed import StartFailed
from ui.startup.text_size import TextSize
from ui.theme.plain_texts import window_title
from ui.theme.theme import Theme
from ui.widgets.focus.focus_ring import FocusRing

if TYPE_CHECKING:
    from cxstudio.session import PendingWork, Session
    from ui.main_window.file_commands import FilePart
    from ui.main_window.opening import Opening
    from ui.main_window.project_commands import ProjectPart
    from ui.main_window.session_widgets import Parts


class MainWindow(Window):
    """Frame of everything; its parts do the work."""

    project: ProjectPart
    files: FilePart
    opening: Opening

    def __init__(
        self,
        folders: Folders,
        settings: Settings,
        session: Session | None = None,
        *,
        early: bool = False,
        first: Wish = None,
    ) -> None:
        """`early`: stand there first, with the start page or what is opened `first`; load the rest after that."""
        super().__init__()
        self.folders = folders
        self.settings = settings
        self.resize(1440, 900)
        self.setMinimumSize(600, 340)  # what a screen of 1280 × 720 has at 200 %
        self.setAcceptDrops(True)
        if kept := str(settings[WINDOW]):
            self.restoreGeometry(QByteArray(base64.b64decode(kept)))
        self._parts: tuple[object, ...] = ()
        self._prepared: Parts | None = None
        self.saving = Saving(lambda: self.context)
        self.ring = FocusRing(self)
        self.text_size = TextSize(settings)
        HeldKeys(self)
        self._looking: Awaited[None] | None = None
        self.closed = False
        """Whether the session was let go of because the window was closed."""
        self.waiting = early
        """Whether the start page stands there and what a project needs is still being loaded."""
        if early:
            self._stand_early(first)
        elif session is None:
            self._begin(None)
        else:
            self._put_on(session)
            self.show_project()
            recall_place(self)
            tell_replaced(self.context)

    # What is in view

    def show_session(self, session: Session) -> None:
        self.opening.cancel()
        finish_typing()
        before = self.context.session
        if self.saving.holds_back(partial(self.show_session, session), session.close, quitting=False):
            return
        if not may_let_go(self, quitting=False):
            session.close()
            return
        self.context.tasks.cancel()
        remember_place(self)
        self._put_on(session)
        before.close()
        self.show_project()
        recall_place(self)
        QTimer.singleShot(0, self, clear_caches)  # of what the one before said; the next one stands there first

    def prepare(self, session: Session) -> None:
        from ui.main_window.session_widgets import parts_for

        self.unprepare()
        self._prepared = parts_for(self, session, self.opening)

    def unprepare(self) -> None:
        prepared, self._prepared = self._prepared, None
        if prepared is not None:
            prepared.context.close()
            prepared.shell.deleteLater()

    def open_file(self, path: Path) -> None:
        self.project.open_file(path)

    def read_file(self, path: Path) -> None:
        self.opening.open_file(path)

    def resume(self, work: PendingWork) -> None:
        self.opening.resume(work)

    def rescue(self, path: Path) -> None:
        self.files.rescue(path)

    def show_project(self, workspace: str = "journey") -> None:
        self.shell.to(workspace)

    def show_start(self) -> None:
        self.shell.forget_page("start")
        self.shell.show_page("start")

    def import_plan(self, path: Path) -> None:
        from ui.pages.returned_plan_page import ReturnedPlanPage

        self.shell.forget_page("returned")
        page = self.shell.show_page("returned")
        assert isinstance(page, ReturnedPlanPage)
        page.read(path)

    def import_file(self, path: Path) -> None:
        from cxstudio.exchange.action_plan.returned_table import carries_stamp
        from cxstudio.model import Measure

        if self.context.document.all(Measure) and carries_stamp(path):
            self.import_plan(path)
            return
        from ui.pages.import_page import ImportPage

        self.shell.forget_page("import")
        page = self.shell.show_page("import")
        assert isinstance(page, ImportPage)
        page.read(path)

    def rebuild(self) -> None:
        """Dress the same session in the language, palette and size now set; the place and what is typed stay."""
        from ui.main_window.window_place import place_of, return_to

        if self.text_size.differs:
            QTimer.singleShot(0, self, self._resize_text)  # no event of this window may be under way
            return
        place = place_of(self)
        self._put_on(self.context.session)
        return_to(self, place)

    def tell_unexpected(self, error: UserError | None, report: str) -> None:
        """Say that something went wrong that nobody expected; called by the boundary."""
        if self.waiting:
            self.setCentralWidget(StartFailed(report or repr(error), self.close, self._spoken))
            return
        if error is not None:
            self.context.messages.error(error)
        else:
            session = self.context.session
            session.secure()
            self.context.messages.unexpected(report, lambda: session.secured)

    def secure(self) -> None:
        """Put everything on a disk that would be lost now: the system is about to end the program."""
        if not self.waiting and not self.closed:
            finish_typing()
            self.context.session.secure()
            self.context.session.work.finish(within=PATIENCE_S)

    def end(self) -> None:
        """Close, as the system ends the program: what can be kept is kept, nothing is asked."""
        if not self.waiting and not self.closed:
            finish_typing()
            self.context.session.secure()
            self.context.session.given_up = True
        self.close()

    # Underneath

    def _resize_text(self) -> None:
        from ui.main_window.window_place import place_of, return_to

        if self.closed:
            return
        place = place_of(self)
        tr, share = self.context.tr, self.context.texts.share(int(self.settings[TEXT_SIZE]) / 100)
        told = tr("Text size: {share}", share=share)
        if not self.text_size.change():
            told = tr("The text size applies when the program is started again.")
        self._put_on(self.context.session)
        return_to(self, place)
        self.context.messages.say(told)

    def wear(self, theme: Theme, language: str) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        speak(application, language)
        theme.apply(application, self.folders.cache)
        self.ring.colour = theme.colour(Role.ACCENT)

    def _stand_early(self, first: Wish) -> None:
        early = EarlyStart(self.settings, self._begin, first)
        self._spoken = early.ground.texts.language
        self.wear(early.ground.theme, early.ground.texts.language)
        early.lay_out()
        self.setCentralWidget(early)
        self.setWindowTitle("CX Studio[*]")

    def _begin(self, wish: Wish) -> None:
        """Stand there without a project, then do what was asked for meanwhile."""
        from cxstudio.session import Session
        from ui.main_window.opening import needed_first

        self._put_on(Session.new(self.folders))
        self.waiting = False
        tell_replaced(self.context)
        if isinstance(wish, Path):
            self.opening.open_file(wish, said=True)
            return
        if isinstance(wish, Left):
            self.opening.resume_what_is_left(self.settings.recent_files)
            return
        self.show_start()
        self.context.ahead.want(needed_first())
        if wish:
            self.context.commands.run(wish)

    def _put_on(self, session: Session) -> None:
        from ui.main_window.opening import Opening
        from ui.main_window.session_widgets import parts_for
        from ui.main_window.window_place import open_sheets

        old = getattr(self, "context", None)
        if old is None:
            self.opening = Opening(self)
        if self._prepared is not None and self._prepared.context.session is not session:
            self.unprepare()
        parts, self._prepared = self._prepared or parts_for(self, session, self.opening), None
        self.context, self.shell, self.project, self._parts = parts.context, parts.shell, parts.project, parts.others
        self.files = parts.files
        self._looking = None  # a share that does not answer is the one of the project before
        self.context.bridge.state_changed.connect(self._retitle)
        for sheet in open_sheets(self):
            sheet.close()  # it belongs to what is taken off
        before = self.takeCentralWidget()
        self.setCentralWidget(self.shell)
        if before is not None:
            before.deleteLater()
        if old is not None:
            old.close()
            QTimer.singleShot(0, self, self.let_go.emit)  # once it is deleted
        self._retitle()

    def back(self) -> None:
        if len(self.context.document):
            self.show_project(self.shell.view.name or "journey")
        else:
            self.show_start()

    def _retitle(self) -> None:
        session = self.context.session
        parts = dict.fromkeys(part for part in (session.path.name if session.path else "", session.title) if part)
        title = " – ".join(parts)
        self.setWindowTitle(f"{window_title(title)}[*] – CX Studio" if title else "CX Studio[*]")
        self.setWindowModified(session.dirty)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not self.waiting and _dropped(event) is not None:
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

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab begins in what stands in the window while nothing has the keyboard."""
        return super().focusNextPrevChild(forward) if self.waiting else self.shell.focusNextPrevChild(forward)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow() and not self.waiting:
            self._look_at_disk()

    def _look_at_disk(self) -> None:
        """Whether somebody else wrote the file meanwhile; a share that does not answer is asked once."""
        if self._looking is None or self._looking.over:
            self._looking = Awaited(self, self.context.session.looking_at_disk(), lambda _: None)

    def closeEvent(self, event: QCloseEvent) -> None:
        finish_typing()
        if not self.waiting and not self.closed and not self._may_close():
            event.ignore()
            return
        self.settings[WINDOW] = base64.b64encode(self.saveGeometry().data()).decode("ascii")
        if not self.waiting and not self.closed:
            remember_place(self)
            self.opening.cancel()
            self.unprepare()
            self.shell.presentation.end()
            self.context.tasks.cancel()
            self.context.close()
            self.context.session.close(wait=not self.saving.left_behind)
            self.closed = True
        end_work(self)
        super().closeEvent(event)

    def _may_close(self) -> bool:
        return not self.saving.holds_back(self.close, quitting=True) and may_let_go(self, quitting=True)


def _dropped(event: QDropEvent) -> Path | None:
    """The one project, table or journey somebody drags in."""
    files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
    fits = len(files) == 1 and files[0].name.lower().endswith((*ENDINGS, SUFFIX))
    return files[0] if fits else None
