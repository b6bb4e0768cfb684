"""An answer of the disk, awaited while the window goes on."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

from cxstudio.steps import Steps

T = TypeVar("T")
AT_ONCE_S = 0.02
"""What comes in this time is there before anything else happens."""
_LOOK_MS = 20


class Awaited(QObject, Generic[T]):
    """Goes with its parent, and the answer with it. `done` gets it; errors are raised from Qt's loop."""

    def __init__(self, parent: QObject, steps: Steps[T], done: Callable[[T], object]) -> None:
        super().__init__(parent)
        self._steps, self._done = steps, done
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        until = perf_counter() + AT_ONCE_S
        while not (over := self._look()) and perf_counter() < until:
            pass
        if not over:
            self._timer.start()

    def _look(self) -> bool:
        try:
            next(self._steps)
        except StopIteration as end:
            self._timer.stop()
            self._done(end.value)
            return True
        except BaseException:
            self._timer.stop()
            raise
        return False
