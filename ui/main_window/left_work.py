"""What can be done with unsaved work on the start page: open, look at, set aside, delete."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cxstudio.errors import UserError
from cxstudio.session import PendingWork, pending_work
from cxstudio.session.kept_work import KeptWork, discard_kept, kept_work, words_of
from cxstudio.session.unsaved import discard, set_aside
from cxstudio.steps import in_thread
from cxstudio.wording import N_
from ui.background.awaited import Awaited
from ui.context.context import Context
from ui.context.messages import Choice, Notice, Tone
from ui.main_window.opening import Opening
from ui.main_window.window import Window
from ui.pages.kept_words_sheet import KeptWordsSheet
from ui.pages.unsaved_rows import Found

if TYPE_CHECKING:
    from cxstudio.store import ChangeSet
    from ui.pages.unsaved_rows import Work

QUESTION = "delete_unsaved_work"


class LeftWork(QObject):
    """Carries it out; whatever is done, the start page is made anew."""

    def __init__(self, window: Window, context: Context, opening: Opening) -> None:
        super().__init__(window)
        self._window, self._context, self._opening = window, context, opening

    def find(self) -> Found:
        """All there is. Called in a thread: it only looks."""
        folders, near = self._window.folders, self._window.settings.recent_files
        return Found(pending_work(folders, near), kept_work(folders, near))

    def open(self, work: Work) -> None:
        """Go on with it; what was kept becomes a new project."""
        if isinstance(work, PendingWork):
            self._opening.resume(work)
        else:
            self._opening.open_kept(work)

    def deeds(self, work: Work) -> Iterator[tuple[str, Callable[[], object]]]:
        """What a menu offers for it."""
        tr = self._context.tr
        if isinstance(work, KeptWork):
            yield tr("Open as a new project"), partial(self.open, work)
            yield tr("Look at what was typed"), partial(self._look, work)
        elif work.readable:
            yield tr("Open"), partial(self.open, work)
        else:
            yield tr("Try again"), partial(self.open, work)
            if work.folder == self._window.folders.journals:
                return  # the folder of all unsaved work
            yield tr("Set aside"), partial(self._set_aside, work)
        yield tr("Delete …"), partial(self._ask, work)

    def _look(self, work: KeptWork) -> None:
        def show(steps: tuple[ChangeSet, ...] | UserError) -> None:
            if isinstance(steps, UserError):
                self._context.messages.error(steps, "look")
                return
            self._context.messages.worked("look")
            KeptWordsSheet(self._window.shell, self._context, self._name(work), steps).open()

        Awaited(self, in_thread(_words_or_why, work), show)

    def _set_aside(self, work: PendingWork) -> None:
        self._attempt(lambda: set_aside(work))

    def _ask(self, work: Work) -> None:
        tr = self._context.tr
        title, day = _title(work), self._context.texts.date(work.changed_at.date())
        text = (
            tr(
                "Delete the unsaved work on {title} of {day} for good?",
                title=self._context.texts.quoted(title),
                day=day,
            )
            if title
            else tr("Delete the unsaved work of {day} for good?", day=day)
        )
        choices = (Choice(tr("Delete"), partial(self._delete, work)), Choice(tr("Keep"), lambda: None, primary=True))

        def on_the_page() -> bool:
            return self._window.shell.page == "start"

        self._context.messages.post(Notice(QUESTION, text, Tone.WARNING, choices, holds=on_the_page))

    def _delete(self, work: Work) -> None:
        folders = self._window.folders
        self._attempt(lambda: discard_kept(work) if isinstance(work, KeptWork) else discard(work, folders))

    def _attempt(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except OSError as error:
            why = error.strerror or type(error).__name__
            said = UserError(N_("That did not work ({why})."), N_("The unsaved work is still there."), why=why)
            self._context.messages.error(said, "unsaved")
        else:
            self._context.messages.worked("unsaved")
        self._window.show_start()

    def _name(self, work: Work) -> str:
        texts, title = self._context.texts, _title(work)
        day = texts.date(work.changed_at.date())
        if not title:
            return texts.tr("Unsaved work, {day}", day=day)
        return texts.tr("Unsaved work on {title}, {day}", title=texts.quoted(title), day=day)


def _title(work: Work) -> str:
    return work.title or (work.path.stem if work.path else "")


def _words_or_why(work: KeptWork) -> tuple[ChangeSet, ...] | UserError:
    try:
        return words_of(work)
    except UserError as error:
        return error
