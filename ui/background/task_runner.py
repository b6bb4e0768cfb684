"""Runs long work of the studio in its own process and tells the window how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from cxstudio.errors import UserError
from cxstudio.session.tasks import Task, TaskFailed, TaskState

T = TypeVar("T")
_POLL_MS = 40


class TaskRunner(QObject):
    """One piece of long work at a time; the window stays free."""

    started = Signal(str)
    progressed = Signal(float)
    ended = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._task: Task[Any] | None = None
        self._done: Callable[[Any], object] = lambda _: None
        self._failed: Callable[[Exception], object] = lambda _: None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._look)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    def run(
        self, title: str, task: Task[T], done: Callable[[T], object], failed: Callable[[Exception], object]
    ) -> None:
        """Begin a task, in place of one still under way. `done` gets its result, `failed` its error."""
        self.cancel()
        self._task, self._done, self._failed = task, done, failed
        task.start()
        self.started.emit(title)
        self._timer.start()

    def cancel(self) -> None:
        """Stop the work under way; nothing is left half done."""
        if self._task is not None:
            self._task.cancel()
            self._finish()

    def _look(self) -> None:
        task = self._task
        if task is None:
            return
        over = task.poll()
        if not over:
            if task.progress:
                self.progressed.emit(task.progress)
            return
        done, failed = self._done, self._failed
        self._finish()
        if task.state is TaskState.CANCELLED:
            return
        try:
            result = task.result()
        except (UserError, TaskFailed) as error:
            failed(error)
        else:
            done(result)

    def _finish(self) -> None:
        self._timer.stop()
        self._task = None
        self.ended.emit()
