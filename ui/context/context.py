"""What every widget is handed: the session it shows and the services of its window."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cxstudio.model import Document
from cxstudio.outputs.output import Made
from cxstudio.session import Session
from cxstudio.session.settings import LETTER_KEYS, PALETTE, Settings
from cxstudio.wording import Texts, texts
from ui.background.task_runner import TaskRunner
from ui.background.time_slices import Spoken, Works
from ui.commands.command import Commands
from ui.context.messages import Messages
from ui.context.selection import Selection
from ui.context.session_bridge import Bridge
from ui.context.sessionless_context import Ground, language_of
from ui.theme.theme import Theme, palette_name

if TYPE_CHECKING:
    from ui.flow_figures.flow_service import FlowService


@dataclass(eq=False)
class Context:
    """One session in one window, in one language and one palette.

    Opening another project, another language or palette makes a new context and new widgets on it.
    """

    session: Session
    texts: Texts
    theme: Theme
    settings: Settings
    bridge: Bridge
    selection: Selection
    messages: Messages
    tasks: TaskRunner[Made]
    works: Works = field(init=False, default_factory=Works)
    commands: Commands = field(init=False)

    def __post_init__(self) -> None:
        from ui.main_window.all_commands import COMMANDS  # the rows of workspaces need a Context to be typed

        self.commands = Commands(COMMANDS, self, letters=bool(self.settings[LETTER_KEYS]))
        figures = self.tr("The figures are being worked out …"), self.tr("The figures were not worked out.")
        self.works.follow(self.bridge.work, Spoken(*figures, self.bridge.again))

    @property
    def ground(self) -> Ground:
        """The part that needs no session."""
        return Ground(self.texts, self.theme, self.settings, self.commands.run)

    @cached_property
    def flow(self) -> FlowService:
        """The graph of the journey in view."""
        from ui.flow_figures.flow_service import (
            FlowService,  # nothing of it is needed before somebody looks at the flow
        )

        return FlowService(self)

    @property
    def document(self) -> Document:
        """The current document."""
        return self.session.document

    def tr(self, message: str, **values: object) -> str:
        """A text in the window's language."""
        return self.texts.tr(message, **values)

    def close(self) -> None:
        """Let go of the session; it stays open."""
        if "flow" in self.__dict__:
            self.flow.close()
        self.bridge.close()


def make_context(session: Session, settings: Settings, *, language: str = "", palette: str = "") -> Context:
    """A context on a session; language and palette as set unless given."""
    words = texts(language or language_of(settings))
    bridge = Bridge(session)
    return Context(
        session,
        words,
        Theme(palette_name(palette or str(settings[PALETTE]))),
        settings,
        bridge,
        Selection(bridge),
        Messages(words),
        TaskRunner(),
    )
