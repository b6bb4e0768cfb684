"""Works off a long computation between two frames, a few milliseconds at a time."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from cxstudio.analysis.steps import Steps

T = TypeVar("T")
SLICE_S = 0.010
"""So long at most (and one step) the window waits."""


class StepWork(QObject, Generic[T]):
    """One computation; `done` gets its result. Cancelled, it is as if it had never begun."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: Steps[T] | None = None
        self._done: Callable[[T], None] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether there is something left to do."""
        return self._steps is not None

    def begin(self, steps: Steps[T], done: Callable[[T], None]) -> None:
        """Work this off from now on; what was being worked on is dropped."""
        self.cancel()
        self._steps, self._done = steps, done
        self._timer.start()

    def cancel(self) -> None:
        """Drop the work."""
        self._timer.stop()
        if self._steps is not None:
            self._steps.close()
        self._steps = self._done = None

    def _go_on(self) -> None:
        steps, until = self._steps, perf_counter() + SLICE_S
        while steps is not None and perf_counter() < until:
            try:
                next(steps)
            except StopIteration as end:
                done = self._done
                self.cancel()
                if done is not None:
                    done(end.value)
                return
