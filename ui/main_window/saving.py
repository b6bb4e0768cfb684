"""Saving beside the window: what it says when it is over, and what has to wait until then."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cxstudio.errors import UserError
from cxstudio.files import ChangedOnDisk, NotBackedUp
from cxstudio.session.disk_work import Turns
from ui.context.messages import Choice, Notice
from ui.main_window.not_saved import tell_not_saved

if TYPE_CHECKING:
    from cxstudio.session import Session
    from ui.context.context import Context

KEY = "saving"


def _nothing() -> None:
    """Nobody has to be told."""


class Saving:
    """Lives as long as the window, and speaks in whatever it wears when there is something to say."""

    def __init__(self, context: Callable[[], Context]) -> None:
        self._now = context
        self._queued = False
        """Whether a save waits for its turn already."""
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
        if not session.work.busy:
            return False
        self._stay()
        self._held = then, otherwise
        tr = context.tr
        closes = tr("The project is being saved. The window closes when that is done.")
        opens = tr("The project is being saved. The other one opens when that is done.")
        stay = Choice(tr("Stay here"), self._stay)
        context.messages.post(
            Notice(KEY, closes if quitting else opens, choices=(stay,), closable=False, holds=lambda: session.work.busy)
        )
        return True

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
        context = self._now()
        if not isinstance(error, (ChangedOnDisk, NotBackedUp)):  # about these the session asks in a bar of its own
            tell_not_saved(context, error)
        context.bridge.state_changed.emit()
        if context.session.given_up:
            self._go_on()
        else:
            self._stay()

    def _go_on(self) -> None:
        held, self._held = self._held, None
        self._now().messages.withdraw(KEY)
        if held is not None:
            held[0]()

    def _stay(self) -> None:
        held, self._held = self._held, None
        self._now().messages.withdraw(KEY)
        if held is not None:
            held[1]()
