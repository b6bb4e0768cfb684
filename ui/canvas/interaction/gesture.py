"""Gestures: what happens between press and release. Each shows what would be, and is one step or none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from PySide6.QtCore import QPointF, Qt

ACROSS: Final = Qt.Edge.LeftEdge | Qt.Edge.RightEdge
UPRIGHT: Final = Qt.Edge.TopEdge | Qt.Edge.BottomEdge
NO_EDGE: Final = Qt.Edge(0)


class Gesture(Protocol):
    """Something under way. Places are points of the drawing.

    A gesture holds an edit and its arguments, never a finished document: every move runs the edit on the current
    document, so a change that comes in meanwhile is kept. A record that is gone ends it (MissingRecord).
    """

    @property
    def edges(self) -> Qt.Edge:
        """At which edges of the canvas it scrolls on."""
        ...

    @property
    def records(self) -> tuple[str, ...]:
        """What is held; it ends when one of them is gone."""
        ...

    def move(self, at: QPointF) -> None:
        """The pointer went on. Raises MissingRecord when what is held is gone."""
        ...

    def finish(self) -> None:
        """The button was let go: do it, as one step. Raises MissingRecord when what is held is gone."""
        ...

    def cancel(self) -> None:
        """Nothing has happened."""
        ...


class Previewing(Protocol):
    """What shows how it would be."""

    def end_preview(self) -> None: ...


class PreviewGesture:
    """A gesture whose moves are shown as a preview, which ends with it whatever happens."""

    _model: Previewing

    def do(self) -> None:
        """Make one step of what is shown; nothing where all stays as it is."""
        raise NotImplementedError

    def finish(self) -> None:
        try:
            self.do()
        finally:
            self._model.end_preview()

    def cancel(self) -> None:
        self._model.end_preview()


class Refused:
    """A drag where there is nothing to drag: it lasts to the release and does nothing."""

    edges = NO_EDGE
    records = ()

    def move(self, at: QPointF) -> None: ...

    def finish(self) -> None: ...

    def cancel(self) -> None: ...


class Pan:
    """The drawing scrolls with the pointer."""

    edges = NO_EDGE
    records = ()

    def __init__(self, pointer: Callable[[], QPointF], scroll_by: Callable[[int, int], None]) -> None:
        """`pointer` says where the pointer is, in pixels; `scroll_by` scrolls by pixels to the right and down."""
        self._pointer, self._scroll_by = pointer, scroll_by
        self._start = self._last = pointer().toPoint()

    def move(self, at: QPointF) -> None:
        by = self._last - self._pointer().toPoint()
        self._last = self._pointer().toPoint()
        self._scroll_by(by.x(), by.y())

    def finish(self) -> None: ...

    def cancel(self) -> None:
        back = self._last - self._start
        self._scroll_by(back.x(), back.y())
