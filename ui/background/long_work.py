"""What is being worked out in a window, and how it is spoken of in the status line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from ui.background.task_runner import TaskRunner

IN_STEPS = 1000
"""Touchpoints above which a page is worked out between two frames; below it is quicker than one can see."""
MOMENT_MS = 400
"""What takes no longer is not spoken of."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """How a work is spoken of, in the window's language, and how it is begun again."""

    doing: str
    stopped: str
    again: Callable[[], object]


class Works(QObject):
    """What is being worked out in a window: said where it takes longer than a moment, and stopped from there."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known: list[tuple[TaskRunner[Any], Spoken]] = []
        self._long: TaskRunner[Any] | None = None
        self._moment = QTimer(self, singleShot=True, interval=MOMENT_MS)
        self._moment.timeout.connect(self._say)

    def follow(self, work: TaskRunner[Any], spoken: Spoken) -> None:
        """Speak of a work whenever there is something to say, as long as there is that work."""
        entry = (work, spoken)
        self._known.append(entry)
        work.changed.connect(self._look)
        work.destroyed.connect(partial(self._forget, entry))
        self._look()

    @property
    def shown(self) -> tuple[TaskRunner[Any], Spoken] | None:
        """What is to be spoken of: what has been going on for a moment, else what was stopped."""
        going = next((entry for entry in self._known if entry[0] is self._long), None)
        return going or next((entry for entry in self._known if entry[0].stopped), None)

    def _forget(self, entry: tuple[TaskRunner[Any], Spoken], *_: object) -> None:
        self._known.remove(entry)
        if self._long is entry[0]:
            self._long = None
        if isValid(self):  # else the window goes, and everything with it
            self.changed.emit()

    def _look(self) -> None:
        busy = any(work.busy for work, _ in self._known)
        if not busy:
            self._moment.stop()
            self._long = None
        elif self._long is None and not self._moment.isActive():
            self._moment.start()
        elif self._long is not None and not self._long.busy:
            self._say()
            return
        self.changed.emit()

    def _say(self) -> None:
        self._long = next((work for work, _ in self._known if work.busy), None)
        self.changed.emit()
