"""Runs the long work of the studio beside the window, and tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from cxstudio.errors import UserError
from cxstudio.session.tasks import StepTask, Task, TaskFailed
from cxstudio.steps import Steps

T = TypeVar("T")


class TaskRunner(QObject, Generic[T]):
    """One piece of work at a time; cancelled, it is as if it had never begun."""

    changed = Signal()
    """It began, came to its end, or was stopped."""
    progressed = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.title = ""
        """What is under way, in the window's language."""
        self._task: Task[Any] | None = None
        self._then: tuple[Callable[[Any], object], Callable[[UserError | TaskFailed], object] | None] | None = None
        self._early: Callable[[Any], object] | None = None
        self._stopped = False
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        if parent is not None:
            parent.destroyed.connect(self._drop)

    @property
    def busy(self) -> bool:
        """Whether something is under way."""
        return self._task is not None

    @property
    def stopped(self) -> bool:
        """Whether somebody wanted it no longer; whoever has the work begins nothing by itself then."""
        return self._stopped

    def run(
        self,
        task: Task[T],
        done: Callable[[T], object],
        failed: Callable[[UserError | TaskFailed], object] | None = None,
        title: str = "",
        early: Callable[[T], object] | None = None,
        at_once: float = 0.0,
    ) -> None:
        """Begin a task, in place of one still under way. `done` gets its result, `failed` an error it ended with.

        `early` gets the beginning of the result, where the task tells one before it is over. What takes no longer than
        `at_once` seconds is done when this returns.
        """
        self._drop()
        self._task, self._then, self.title, self._stopped = task, (done, failed), title, False
        self._early = early
        task.start()
        self._timer.start(task.rest_ms)
        until = perf_counter() + at_once
        while at_once and self._task is task and perf_counter() < until:
            self._look()
        if self._task is task or not at_once:
            self.changed.emit()

    def run_steps(self, steps: Steps[T], done: Callable[[T], object]) -> None:
        """The same for a computation in steps."""
        self.run(StepTask(steps), done)

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

    def end(self) -> None:
        """Its window is closed: drop the work without telling anybody, who might begin another one."""
        self._drop()

    def _drop(self) -> None:
        task, self._task, self._then, self._early = self._task, None, None, None
        self._timer.stop()
        if task is not None:
            task.cancel()

    def _look(self) -> None:
        task = self._task
        if task is None:
            return
        try:
            over = task.poll()
        except BaseException:
            self.cancel()
            raise
        if over and self._then is not None:
            self._finish(task, *self._then)
            return
        if task.early is not None and self._early is not None:
            beginning, task.early = task.early, None
            self._early(beginning)
        if task.progress:
            self.progressed.emit(task.progress)

    def _finish(
        self, task: Task[Any], done: Callable[[Any], object], failed: Callable[[UserError | TaskFailed], object] | None
    ) -> None:
        self._drop()
        try:
            result = task.result()
        except (UserError, TaskFailed) as error:
            if failed is None:
                raise
            failed(error)
        else:
            done(result)
        finally:
            self.changed.emit()
