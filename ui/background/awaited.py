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
    """Goes with its parent, and the answer with it; else once it is over. `done` gets it; errors are raised where it is
    looked for: at the beginning, or in Qt's loop."""

    def __init__(self, parent: QObject, steps: Steps[T], done: Callable[[T], object]) -> None:
        super().__init__(parent)
        self._steps, self._done = steps, done
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.over = False
        """Whether the answer came, or none will."""
        until = perf_counter() + AT_ONCE_S
        while not self._look() and perf_counter() < until:
            pass
        if not self.over:
            self._timer.start()

    def _look(self) -> bool:
        try:
            next(self._steps)
        except StopIteration as end:
            self._end()
            self._done(end.value)
            return True
        except BaseException:
            self._end()
            raise
        return False

    def cancel(self) -> None:
        """Wait no longer; `done` is not called."""
        if not self.over:
            self._steps.close()
            self._end()

    def _end(self) -> None:
        self.over = True
        self._timer.stop()
        self.deleteLater()
