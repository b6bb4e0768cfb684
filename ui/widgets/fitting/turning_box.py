"""What stands side by side where there is room, and one below the other where there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QSpacerItem, QWidget

_ANY: Final = 16_777_215


class _Room(QObject):
    """Says, at once and whenever it changes, whether a part is wide enough."""

    def __init__(self, part: QWidget, roomy: int, then: Callable[[bool], object]) -> None:
        super().__init__(part)
        self._roomy, self._then = roomy, then
        self._is_roomy: bool | None = None
        part.installEventFilter(self)
        self._look(part.width())

    def eventFilter(self, part: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self._look(event.size().width())
        return False

    def _look(self, width: int) -> None:
        roomy = width >= self._roomy
        if roomy is not self._is_roomy:
            self._is_roomy = roomy
            self._then(roomy)


def watch(part: QWidget, roomy: int, then: Callable[[bool], object]) -> None:
    """Let `then` know, at once and whenever it changes, whether a part is at least so wide in pixels.

    What `then` shows must stand in the part by now, or it would be a window of its own.
    """
    _Room(part, roomy, then)


def turn(box: QBoxLayout, part: QWidget, roomy: int, then: Callable[[bool], object] = lambda _: None) -> None:
    """Turn a box by the width of the part it stands in: side by side from `roomy` pixels on; `then` is told as well."""
    ways = QBoxLayout.Direction

    def look(enough: bool) -> None:
        box.setDirection(ways.LeftToRight if enough else ways.TopToBottom)
        then(enough)

    _Room(part, roomy, look)


def own_row(line: QWidget, bar: QBoxLayout, rows: QBoxLayout, part: QWidget, roomy: int) -> None:
    """Let a line of a bar have the next of some rows for itself while the part is narrower than `roomy` pixels."""
    at, row, gap = bar.indexOf(line), rows.indexOf(bar), QSpacerItem(0, 0, QSizePolicy.Policy.Expanding)

    def look(enough: bool) -> None:
        if enough:
            bar.removeItem(gap)
            bar.insertWidget(at, line, 1)
        else:
            rows.insertWidget(row + 1, line)
            bar.insertItem(at, gap)

    _Room(part, roomy, look)


def fix_width(part: QWidget, width: int | None) -> None:
    """Let a part be so wide in pixels and no wider; None: as wide as there is room."""
    part.setMinimumWidth(width or 0)
    part.setMaximumWidth(_ANY if width is None else width)
