"""Works off a long computation between two frames, a few milliseconds at a time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from time import perf_counter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from cxstudio.analysis.statistics.interruptible import Steps

T = TypeVar("T")
SLICE_S = 0.010
"""So long at most (and one step) the window waits."""
IN_STEPS = 1000
"""Touchpoints above which a page is worked out between two frames; below it is quicker than one can see."""
MOMENT_MS = 400
"""What takes no longer is not spoken of."""


class StepWork(QObject, Generic[T]):
    """One computation; `done` gets its result. Cancelled, it is as if it had never begun."""

    changed = Signal()
    """It began, came to its end, or was stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._steps: Steps[T] | None = None
        self._done: Callable[[T], None] | None = None
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    @property
    def stopped(self) -> bool:
        """Whether somebody wanted it no longer; whoever has the work begins nothing by itself then."""
        return self._stopped

    def begin(self, steps: Steps[T], done: Callable[[T], None]) -> None:
        """Work this off from now on; what was being worked on is dropped."""
        self._drop()
        self._stopped = False
        self._steps, self._done = steps, done
        self._timer.start()
        self.changed.emit()

    def cancel(self) -> None:
        """Drop the work, and forget that somebody stopped it."""
        if self.busy or self._stopped:
            self._drop()
            self._stopped = False
            self.changed.emit()

    def stop(self) -> None:
        """Somebody does not want to wait for it."""
        if self.busy:
            self._drop()
            self._stopped = True
            self.changed.emit()

    def _drop(self) -> None:
        self._timer.stop()
        steps, self._steps, self._done = self._steps, None, None
        if steps is not None:
            steps.close()

    def _go_on(self) -> None:
        until = perf_counter() + SLICE_S
        while (steps := self._steps) is not None and perf_counter() < until:
            try:
                next(steps)
            except StopIteration as end:
                self._finish(end.value)
            except BaseException:
                self.cancel()
                raise

    def _finish(self, result: T) -> None:
        done = self._done
        self._drop()
        if done is not None:
            done(result)
        self.changed.emit()


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
        self._known: list[tuple[StepWork[Any], Spoken]] = []
        self._long: StepWork[Any] | None = None
        self._moment = QTimer(self)
        self._moment.setSingleShot(True)
        self._moment.setInterval(MOMENT_MS)
        self._moment.timeout.connect(self._say)

    def follow(self, work: StepWork[Any], spoken: Spoken) -> None:
        """Speak of a work whenever there is something to say, as long as there is that work."""
        entry = (work, spoken)
        self._known.append(entry)
        work.changed.connect(self._look)
        work.destroyed.connect(partial(self._forget, entry))
        self._look()

    @property
    def shown(self) -> tuple[StepWork[Any], Spoken] | None:
        """What is to be spoken of: what has been going on for a moment, else what was stopped."""
        going = next((entry for entry in self._known if entry[0] is self._long), None)
        return going or next((entry for entry in self._known if entry[0].stopped), None)

    def _forget(self, entry: tuple[StepWork[Any], Spoken], *_: object) -> None:
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
