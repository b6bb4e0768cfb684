"""What the window tells people: bars above the workspace and a passing word in the status line. Never a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
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


Holds = Callable[[], bool]
"""Whether something is still so. Asked whenever something was done, so it has to be quick."""


def always() -> bool:
    """What is said of something that happened stays true whatever comes."""
    return True


@dataclass(frozen=True, slots=True)
class Choice:
    """A button in a bar."""

    label: str
    act: Callable[[], object]
    primary: bool = False
    keeps: bool = False
    """The bar stays after the click."""
    holds: Holds = always
    """As long as the button does what it says; then it goes."""


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
    holds: Holds = field(kw_only=True)
    """As long as what it says is so; then it goes."""
    then: Notice | None = None
    """What stands in its place once it no longer holds."""


ERROR = "error"
"""How the keys of bars about errors begin; what was tried comes behind."""


class Messages(QObject):
    """Where every part of the window leaves what it has to say; texts are already in the window's language."""

    posted = Signal(object)
    crashed = Signal(str, object)
    """A report, and whether everything is secured: for the sheet about errors nobody expected."""
    withdrawn = Signal(str)
    said = Signal(str)

    def __init__(self, texts: Texts) -> None:
        super().__init__()
        self._texts = texts
        self._reports: set[str] = set()
        """Those a sheet was shown for."""

    def say(self, text: str) -> None:
        """A passing word in the status line."""
        self.said.emit(text)

    def post(self, notice: Notice) -> None:
        """Show a bar."""
        self.posted.emit(notice)

    def withdraw(self, key: str) -> None:
        """Take a bar away."""
        self.withdrawn.emit(key)

    def error(self, error: UserError, tried: str = "", holds: Holds = always, choices: tuple[Choice, ...] = ()) -> None:
        """Show an error meant for people as a bar, until the same is tried again and works (see `worked`).

        `tried` says in one word what for; `holds` ends the bar where something else does as well; `choices` are what
        can be done about it.
        """
        self.post(Notice(f"{ERROR}.{tried}", sentence(error, self._texts), Tone.ERROR, choices, holds=holds))

    def worked(self, tried: str) -> None:
        """What was tried has worked: an error it ran into before is no news any more."""
        self.withdraw(f"{ERROR}.{tried}")

    def unexpected(self, report: str, secured: Holds = always) -> None:
        """Say that something went wrong that nobody expected; the report can be copied.

        `secured`: whether all that is not in the file would come back after a crash. A sheet says it the first time;
        the bar stays behind.
        """
        tr = self._texts.tr
        show = Choice(tr("Show"), lambda: self.crashed.emit(report, secured), keeps=True)
        copy = Choice(tr("Copy error report"), lambda: QGuiApplication.clipboard().setText(report), keeps=True)

        def said(text: str, holds: Holds, then: Notice | None = None) -> Notice:
            return Notice("unexpected", text, Tone.ERROR, (show, copy), holds=holds, then=then)

        safe = said(tr("The program ran into an error. Your work is safe and you can continue."), always)
        unsafe = tr("The program ran into an error, and your last changes are not secured. Save now.")
        self.post(safe if secured() else said(unsafe, lambda: not secured(), safe))
        if report not in self._reports:  # what fails with every frame is not told with every frame
            self._reports.add(report)
            self.crashed.emit(report, secured)
