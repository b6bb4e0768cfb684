"""Works figures off between two frames, one after the other: those of rounds before the graphs that read them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from cxstudio.model import Id
from cxstudio.steps import Steps
from ui.background.pause import Pause
from ui.background.task_runner import TaskRunner


class FigureWorker(QObject):
    """What is missing is begun at once; what is only stale, and what a change spoiled, when the pause is over."""

    def __init__(
        self,
        pause: Pause,
        begun: Callable[[Id], Steps[Any] | None],
        done: Callable[[Id, Any], object],
        parent: QObject,
    ) -> None:
        """`begun` gives the work on one figure, None where it is about nothing any more; `done` gets its result."""
        super().__init__(parent)
        self._pause, self._begun, self._done = pause, begun, done
        self._wanted: list[Id] = []
        """The one being worked on first."""
        self.work: TaskRunner[Any] = TaskRunner(self)
        pause.over.connect(self._begin)

    @property
    def current(self) -> Id:
        """What is being worked on; "" for nothing."""
        return self._wanted[0] if self.work.busy else ""

    def waits(self, about: Id | None) -> bool:
        """Whether a figure is wanted and not there yet, worked on or stopped."""
        return about in self._wanted

    def want(self, about: Id, *, stale: bool, first: bool) -> None:
        """Work this out; `first` before everything that is not."""
        if about in self._wanted:
            return
        self._wanted.insert(self.work.busy if first else len(self._wanted), about)
        if not stale or not self._pause.waiting:
            self._begin()

    def drop(self, touched: Collection[Id]) -> None:
        """What these read has changed: what is half done of them is good for nothing."""
        if self.work.busy and self._wanted[0] in touched:
            self.work.cancel()

    def again(self) -> None:
        """Work out after all what somebody stopped."""
        self.work.cancel()
        self._begin()

    def close(self) -> None:
        """Nobody wants anything any more."""
        self._wanted.clear()
        self.work.cancel()

    def _begin(self) -> None:
        if self.work.busy or self.work.stopped:
            return
        while self._wanted:
            about = self._wanted[0]
            steps = self._begun(about)
            if steps is not None:
                self.work.run_steps(steps, partial(self._finished, about))
                return
            self._wanted.remove(about)

    def _finished(self, about: Id, made: object) -> None:
        self._wanted.remove(about)
        self._done(about, made)
        self._begin()
