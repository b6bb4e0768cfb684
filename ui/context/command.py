"""Commands as rows: each stands once; menus, Ctrl+K, tooltips and the shortcut sheet come from them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtWidgets import QWidget

from ui.context.command_conditions import always
from ui.context.session_state import SessionState

R = TypeVar("R")


@dataclass(frozen=True, slots=True, eq=False)
class Receiver(Generic[R]):
    """Who carries out some commands: a part of the window, known while it is there (see `Commands.serve`)."""

    brought_by: str = ""
    """Id of the command that makes the part and brings it into view; "" where the commands wait until it is there."""
    keys_in: Callable[[R], QWidget] | None = None
    """The widget within which the shortcuts of its local commands work."""

    def does(self, act: Callable[[R], object]) -> Run:
        """What a command does, as a function of the part: `does(Shell.search)`."""
        return Run(self, act)


@dataclass(frozen=True, slots=True)
class Run:
    """What a command does, and who it is that does it."""

    receiver: Receiver[Any]
    act: Callable[[Any], object]


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a person can tell the program to do."""

    id: str
    text: str
    """Message id, a verb first."""
    group: str
    """Message id of the heading in menus and the shortcut sheet."""
    shortcut: str = ""
    """Portable key names; several separated by a space-padded bar: "F2 | Return"."""
    icon: str = ""
    synonyms: str = ""
    """Message id of more words the command is found by."""
    enabled: Callable[[SessionState], bool] = always
    run: Run = field(kw_only=True)
    scope: Literal["window", "local"] = "window"
    """Local shortcuts work only while the keyboard is where the receiver wants them (`Receiver.keys_in`)."""
    repeats: bool = False
    """Whether a shortcut held down goes on: movement does; what changes, toggles or opens something is done once."""
    hidden: bool = False
    """Not offered in Ctrl+K (keys that only make sense where they are pressed)."""
    why_not: str = ""
    """Message id: what is missing while it cannot be given; a tooltip and Ctrl+K say it."""
    help: str = ""
    """Message id of one sentence for the tooltip, where the text alone is not enough."""

    @property
    def keys(self) -> tuple[str, ...]:
        """All its shortcuts, portable names."""
        return tuple(k.strip() for k in self.shortcut.split(" | ") if k.strip())
