"""Opens projects while the window goes on: a small one at once, another one behind a page that says so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QTimer

from cxstudio.errors import UserError
from cxstudio.files.errors import Damaged
from cxstudio.session import PendingWork, Session, pending_work
from cxstudio.session.kept_work import KeptWork, open_kept
from cxstudio.session.reading import ReaderBeside
from cxstudio.session.tasks import StepTask, TaskFailed
from cxstudio.steps import Steps, in_thread
from cxstudio.wording.error_sentences import sentence
from ui.background.preloading import late_imports, load_in_steps
from ui.background.task_runner import TaskRunner
from ui.context.commit_typing import finish_typing
from ui.context.messages import Choice, Notice, Tone, always
from ui.main_window.window import Window
from ui.shell.shell import PROJECT
from ui.workspaces.workspace_table import BY_NAME

T = TypeVar("T")
PAGE: Final = "opening"
AT_ONCE_S: Final = 0.01
"""What is read in this time is there before anything else happens."""
MOMENT_MS: Final = 250
"""So long the page before stays: what takes no longer is not spoken of."""


@dataclass(slots=True)
class _Found:
    """What came of unsaved work: the first that could be taken up, and why others could not."""

    session: Session | None = None
    failed: list[UserError] = field(default_factory=list)


class Opening(TaskRunner[Any]):
    """One for a window, whatever it shows: a project comes while the one before can still be seen and worked on."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.name = ""
        """The file that is being opened; "" for unsaved work."""
        self._window = window
        self._path: Path | None = None
        self._before = ""
        self._moment = QTimer(self, singleShot=True)
        self._moment.timeout.connect(self._say)
        self.changed.connect(self._go_back)

    def open_file(self, path: Path, *, said: bool = False) -> None:
        """Open a project file; on an error everything stays as it was. `said`: the window says so already."""
        folders = self._window.folders
        self._begin(
            path.name, lambda reader: self._ready(Session.opening(path, folders, reader)), self._show, path, said=said
        )

    def resume(self, work: PendingWork) -> None:
        """Take up unsaved work of an earlier session."""
        folders = self._window.folders
        name = work.path.name if work.path is not None else work.title
        make = partial(Session.resuming, work, folders)
        self._begin(name, lambda reader: self._ready(make(reader)), self._show, work.path)

    def open_kept(self, work: KeptWork) -> None:
        """A new project from work that was kept; the work itself stays where it is."""
        self._begin(work.title, lambda reader: self._kept(work, reader), self._show_kept)

    def resume_what_is_left(self, near: Iterable[Path]) -> None:
        """Take up the newest unsaved work there is, if any; beside these files it may lie, too."""
        self._begin("", lambda reader: self._left(list(near), reader), self._show_left, said=True)

    def _ready(self, steps: Steps[Session]) -> Steps[Session]:
        """The session, once what will show it is made, too: a step of its own, since both take their time."""
        session = yield from steps
        try:
            yield
            self._window.prepare(session)
            yield
        except BaseException:
            self._window.unprepare()
            session.close()
            raise
        return session

    def _kept(self, work: KeptWork, reader: ReaderBeside) -> Steps[Session]:
        document, pictures = yield from open_kept(work, self._window.folders, reader)
        return Session.new(self._window.folders, document, pictures, keep=True)

    def _show_kept(self, session: Session) -> None:
        self._show(session)
        context = self._window.context
        text = context.tr(
            "The kept work is open as a new project. The original stays on the start page until you delete it."
        )
        context.messages.post(Notice("kept_work", text, Tone.GOOD, holds=always))

    def _left(self, near: list[Path], reader: ReaderBeside) -> Steps[_Found]:
        folders, found = self._window.folders, _Found()
        for work in (yield from in_thread(pending_work, folders, near)):
            try:
                found.session = yield from Session.resuming(work, folders, reader)
                break
            except UserError as error:
                found.failed.append(error)
        return found

    def _begin(
        self,
        name: str,
        make: Callable[[ReaderBeside], Steps[Any]],
        done: Callable[[Any], object],
        path: Path | None = None,
        *,
        said: bool = False,
    ) -> None:
        """`path` is the file that is read for it, if there is one."""
        finish_typing()
        self.cancel()
        self.name, self._path = name, path
        reader = ReaderBeside()
        shell = self._window.shell
        self._before = shell.page if shell.page != PROJECT or len(self._window.context.document) else "start"
        self._moment.start(0 if said else MOMENT_MS)
        steps = _after_loading(make(reader))
        self.run(StepTask(steps, lambda: reader.progress), done, self._failed, at_once=AT_ONCE_S)

    def _say(self) -> None:
        if self.busy:
            self._window.shell.forget_page(PAGE)
            self._window.shell.show_page(PAGE)

    def _go_back(self) -> None:
        """Once it is over and nothing was opened, the page before comes back."""
        if self.busy:
            return
        self._moment.stop()
        shell = self._window.shell
        nothing = shell.page == PROJECT and not len(self._window.context.document)
        if not self._before or not (shell.page == PAGE or nothing):
            return
        if self._before == PROJECT:
            self._window.show_project(shell.view.name or "journey")
        else:
            shell.show_page(self._before)

    def _show(self, session: Session) -> None:
        self._before = ""
        self._window.show_session(session)
        path = session.path
        if path is not None:  # once it is painted: the disk takes its time
            settings = self._window.settings
            QTimer.singleShot(1, self, lambda: settings.remember_file(path))

    def _show_left(self, found: _Found) -> None:
        if found.session is not None:
            self._show(found.session)
        context = self._window.context
        for number, why in enumerate(found.failed):
            context.messages.post(
                Notice(f"not_resumed.{number}", sentence(why, context.texts), Tone.WARNING, holds=always)
            )

    def _failed(self, error: UserError | TaskFailed) -> None:
        if not isinstance(error, UserError):
            raise error
        offers: tuple[Choice, ...] = ()
        if isinstance(error, Damaged) and self._path is not None:
            rescue = partial(self._window.rescue, self._path)
            offers = (Choice(self._window.context.tr("Rescue what is readable"), rescue, primary=True),)
        self._window.context.messages.error(error, "open", choices=offers)


def needed_first() -> tuple[str, ...]:
    """Modules of what stands there when a project is opened."""
    return (*late_imports(BY_NAME["journey"].make), "ui.inspector.inspector")


def _after_loading(steps: Steps[T]) -> Steps[T]:
    """These steps, once what will be shown is imported: else that comes all at once when there is something to show."""
    yield from load_in_steps(needed_first())
    return (yield from steps)
