"""What every widget is handed: the session it shows and the services of its window."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from PySide6.QtCore import QObject

from cxstudio.session import Session
from cxstudio.session.disk_work import Turns
from cxstudio.session.settings import LETTER_KEYS, PALETTE, Settings
from cxstudio.wording import Texts, texts
from ui.background.long_work import Spoken, Works
from ui.background.preloading import Preloading
from ui.background.task_runner import TaskRunner
from ui.context.clock import Clock
from ui.context.command import Command
from ui.context.commands import Commands
from ui.context.flow_in_view import FlowInView
from ui.context.messages import Messages
from ui.context.selection import Selection
from ui.context.session_bridge import Bridge
from ui.context.session_state import SessionState
from ui.context.sessionless_context import Ground, language_of
from ui.context.workshop_run import WorkshopRun
from ui.theme.theme import Theme, palette_name

OnDisk: TypeAlias = Callable[[Turns[None], Callable[[], object]], object]


@dataclass(eq=False)
class Context(SessionState):
    """One session in one window, in one language and one palette.

    Opening another project, another language or palette makes a new context and new widgets on it.
    """

    texts: Texts
    theme: Theme
    settings: Settings
    messages: Messages
    tasks: TaskRunner[Any]
    commands: Commands
    on_disk: OnDisk = field(init=False)
    """Does something with the project's file beside the window, one after the other; an error is told."""
    works: Works = field(init=False, default_factory=Works)
    clock: Clock = field(init=False, default_factory=Clock)
    ahead: Preloading = field(init=False, default_factory=Preloading)
    """Imports what is likely to be opened next."""

    def __post_init__(self) -> None:
        self.on_disk = lambda turns, done: self.session.work.begin(turns, done, self.messages.error)
        figures = self.tr("Calculating the figures …"), self.tr("The figures were not calculated.")
        self.works.follow(self.bridge.work, Spoken(*figures, self.bridge.again))

    @property
    def ground(self) -> Ground:
        """The part that needs no session."""
        return Ground(self.texts, self.theme, self.settings, self.commands.run)

    @cached_property
    def flow(self) -> FlowInView:
        """The graph of the journey in view."""
        return FlowInView(self)

    @cached_property
    def run(self) -> WorkshopRun:
        """The workshop that runs."""
        return WorkshopRun(self, self.texts, self.settings, self.clock)

    def tr(self, message: str, **values: object) -> str:
        """A text in the window's language."""
        return self.texts.tr(message, **values)

    def go_with(self, owner: QObject) -> None:
        """Everything here is deleted when `owner` is: nobody else would take apart what knows one another."""
        for part in (self.selection, self.commands, self.messages, self.tasks, self.works, self.ahead, self.bridge):
            part.setParent(owner)

    def close(self) -> None:
        """Let go of the session; it stays open."""
        self.bridge.close()


def make_context(
    session: Session, settings: Settings, rows: Iterable[Command], *, language: str = "", palette: str = ""
) -> Context:
    """A context on a session with these commands; language and palette as set unless given."""
    words = texts(language or language_of(settings))
    theme = Theme(palette_name(palette or str(settings[PALETTE])))
    bridge, messages = Bridge(session), Messages(words)
    state = SessionState(session, bridge, Selection(bridge))
    commands = Commands(rows, state, words, theme, messages, letters=bool(settings[LETTER_KEYS]))
    return Context(session, bridge, state.selection, words, theme, settings, messages, TaskRunner(), commands)
