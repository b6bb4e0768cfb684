"""What the window tells people: bars above the workspace and a passing word in the status line. Never a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from cxstudio.errors import UserError
from cxstudio.wording import Texts
from cxstudio.wording.error_sentences import sentence


class Tone(StrEnum):
    """How a bar looks."""

    NEUTRAL = "neutral"
    GOOD = "good"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Choice:
    """A button in a bar."""

    label: str
    act: Callable[[], object]
    primary: bool = False
    keeps: bool = False
    """The bar stays after the click."""


@dataclass(frozen=True, slots=True)
class Notice:
    """A bar above the workspace; another one with the same key takes its place."""

    key: str
    text: str
    tone: Tone = Tone.NEUTRAL
    choices: tuple[Choice, ...] = ()
    closable: bool = True
    passing: bool = False
    """Good news that asks nothing: laid over the foot of the page, moving nothing, and gone after a while."""


class Messages(QObject):
    """Where every part of the window leaves what it has to say; texts are already in the window's language."""

    posted = Signal(object)
    withdrawn = Signal(str)
    said = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts

    def say(self, text: str) -> None:
        """A passing word in the status line."""
        self.said.emit(text)

    def post(self, notice: Notice) -> None:
        """Show a bar."""
        self.posted.emit(notice)

    def withdraw(self, key: str) -> None:
        """Take a bar away."""
        self.withdrawn.emit(key)

    def error(self, error: UserError) -> None:
        """Show an error meant for people as a bar."""
        self.post(Notice("error", sentence(error, self._texts), Tone.ERROR))

    def unexpected(self, report: str, *, safe: bool = True) -> None:
        """Say that something went wrong that nobody expected; the report can be copied.

        `safe`: whether all that is not in the file would come back after a crash.
        """
        tr = self._texts.tr
        text = tr("The program ran into an error. Your work is safe and you can continue.")
        if not safe:
            text = tr("The program ran into an error, and your last changes are not secured. Save now.")
        copy = Choice(tr("Copy error report"), lambda: QGuiApplication.clipboard().setText(report), keeps=True)
        self.post(Notice("unexpected", text, Tone.ERROR, (copy,)))
