"""Saving beside the window: what it says when it is over, and what has to wait until then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from cxstudio.errors import UserError
from cxstudio.files import ChangedOnDisk, NotBackedUp
from cxstudio.session.disk_work import Turns
from ui.context.messages import Choice, Notice, Tone
from ui.main_window.not_saved import tell_not_saved

if TYPE_CHECKING:
    from cxstudio.session import Session
    from ui.context.context import Context

KEY = "saving"
PATIENCE_S: Final = 5.0
"""So long a disk may take before it is said that it does not answer."""


def _nothing() -> None:
    """Nobody has to be told."""


class Saving:
    """Lives as long as the window, and speaks in whatever it wears when there is something to say."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._now = context
        self._queued = False
        """Whether a save waits for its turn already."""
        self.left_behind = False
        """Whether somebody would rather close the window than wait for the disk any longer."""
        self._patience = QTimer(singleShot=True, interval=round(PATIENCE_S * 1000))
        self._patience.timeout.connect(self._does_not_answer)
        self._quitting = False
        self._held: tuple[Callable[[], object], Callable[[], object]] | None = None
        """What is done when everything is saved, and what is done where it is not."""

    def save(self) -> None:
        """Write the file."""
        session = self._now().session
        if not self._queued:
            self._queued = True
            self.begin(self._save(session), partial(self._say_saved, session))

    def save_as(self, path: Path) -> None:
        """Write to another file and go on there."""
        session = self._now().session
        self.begin(session.saver.save_as(path), partial(self._say_saved, session))

    def begin(self, turns: Turns[None], done: Callable[[], object] = _nothing) -> None:
        """Do this beside the window, after what was begun before; `done` is called where it worked."""
        self.left_behind = False
        self._now().session.work.begin(turns, partial(self._worked, done), self._failed)
        self._now().bridge.state_changed.emit()

    def holds_back(
        self, then: Callable[[], object], otherwise: Callable[[], object] = _nothing, *, quitting: bool
    ) -> bool:
        """Whether something is being saved just now. A bar says so; when it is over, `then` is done.

        Where it was not saved, or somebody would rather stay, `otherwise` is done.
        """
        context = self._now()
        session = context.session
        if not session.work.busy or self.left_behind:
            return False
        self._stay()
        self._held, self._quitting = (then, otherwise), quitting
        tr = context.tr
        closes = tr("The project is being saved. The window closes when that is done.")
        opens = tr("The project is being saved. The other one opens when that is done.")
        self._say(closes if quitting else opens)
        self._patience.start()
        return True

    def _does_not_answer(self) -> None:
        """The disk takes longer than one waits for it: the window may go, with the work in the journal."""
        context = self._now()
        session = context.session
        if self._held is None or not session.work.busy:
            return
        if session.given_up:
            self._leave()
            return
        tr = context.tr
        if not self._quitting:
            self._say(tr("The disk does not answer. The other project opens when it does."), Tone.WARNING)
        elif session.secure():
            safe = tr("The disk does not answer. Your work is safe in the recovery journal and comes back next time.")
            self._say(safe, Tone.WARNING, Choice(tr("Close now"), self._leave))
        else:
            self._say(tr("The disk does not answer. The window closes when it does."), Tone.WARNING)

    def _say(self, text: str, tone: Tone = Tone.NEUTRAL, *offers: Choice) -> None:
        context = self._now()
        session = context.session
        choices = (Choice(context.tr("Stay here"), self._stay, primary=bool(offers)), *offers)
        context.messages.post(Notice(KEY, text, tone, choices, closable=False, holds=lambda: session.work.busy))

    def _leave(self) -> None:
        self.left_behind = True
        self._go_on()

    def _save(self, session: Session) -> Turns[None]:
        self._queued = False
        yield from session.saver.save()

    def _say_saved(self, session: Session) -> None:
        context = self._now()
        assert session.path is not None
        context.settings.remember_file(session.path)
        context.messages.say(context.tr("Saved"))

    def _worked(self, done: Callable[[], object]) -> None:
        done()
        self._now().bridge.state_changed.emit()
        if not self._now().session.work.busy:
            self._go_on()

    def _failed(self, error: UserError) -> None:
        from cxstudio.session.watching import NotErased

        context = self._now()
        if isinstance(error, NotErased):
            context.messages.error(error, "erase")
        elif not isinstance(error, (ChangedOnDisk, NotBackedUp)):  # about these the session asks in a bar of its own
            tell_not_saved(context, error)
        context.bridge.state_changed.emit()
        if context.session.given_up:
            self._go_on()
        else:
            self._stay()

    def _go_on(self) -> None:
        held, self._held = self._held, None
        self._patience.stop()
        self._now().messages.withdraw(KEY)
        if held is not None:
            held[0]()

    def _stay(self) -> None:
        held, self._held = self._held, None
        self._patience.stop()
        self._now().messages.withdraw(KEY)
        if held is not None:
            held[1]()
