"""When the garbage collector walks through everything: while nobody does anything, never under somebody's hands."""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor, QGuiApplication

LOOK_MS: Final = 1000
STILL: Final = 4
"""Looks in a row at which everything stands as before, until somebody counts as doing nothing."""
MANY, FAR_TOO_MANY = 10, 500
"""So many times some thousand objects came and stayed before walking through them is worth while; at the latest."""
LONG_S: Final = 0.010
"""What takes longer to walk through is not walked through again."""


class Collector(QObject):
    """One for the program. Python would walk through all objects at any time, a tenth of a second in a large project.

    What it has found alive stands aside until a project is let go; then everything is walked through once.
    """

    def __init__(self, standing: Callable[[], object], parent: QObject) -> None:
        """`standing` gives what differs when somebody has done something, beside moving the pointer."""
        super().__init__(parent)
        self._standing = standing
        self._before: object = None
        self._still = 0
        self._let_go = False
        young, middle, self._usual = gc.get_threshold()
        gc.set_threshold(young, middle, FAR_TOO_MANY)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        parent.destroyed.connect(self._end)

    def let_go(self) -> None:
        """A project was closed or shown anew: what was made for it before is garbage by now; what is new is not."""
        gc.freeze()
        self._let_go = True

    def walk(self) -> None:
        """Free what nobody has a use for; everything is walked through after something was let go."""
        if self._let_go:
            gc.unfreeze()
        begin = perf_counter()
        gc.collect()
        if self._let_go or perf_counter() - begin > LONG_S:
            gc.freeze()
        self._let_go = False

    def _look(self) -> None:
        now = (self._standing(), QCursor.pos().toTuple(), QGuiApplication.mouseButtons())
        self._still = self._still + 1 if now == self._before else 0
        self._before = now
        if self._still >= STILL and (self._let_go or gc.get_count()[2] >= MANY):
            self.walk()

    def _end(self) -> None:
        young, middle, _ = gc.get_threshold()
        gc.set_threshold(young, middle, self._usual)
