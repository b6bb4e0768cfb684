"""Finding things in a display list: frames that reach into a window, and the group under a point."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF

from cxstudio.layout.display.display_list import DisplayList, Frame, Placed

_MANY = 12
"""From this many siblings on, frames are searched instead of looked at one by one."""


class Stood(NamedTuple):
    """A frame and where it stands in the whole list; `path` names it uniquely."""

    path: str
    x: float
    y: float
    frame: Frame


def frames_within(display_list: DisplayList, window: QRectF) -> Iterator[Stood]:
    """Frames with groups of their own that reach into the window, in painting order."""
    root = display_list.root
    yield from _within(root, root.key, root.x, root.y, window)


def _within(frame: Frame, path: str, x: float, y: float, window: QRectF) -> Iterator[Stood]:
    if frame.groups:
        yield Stood(path, x, y, frame)
    right, bottom = window.right() - x, window.bottom() - y
    left, top = window.left() - x, window.top() - y
    inside = frame.frames
    for child in inside[_first_reaching(inside, left) :]:
        if child.x > right and len(inside) > _MANY:
            break
        if child.x <= right and child.x + child.width >= left and child.y <= bottom and child.y + child.height >= top:
            yield from _within(child, f"{path}/{child.key}", x + child.x, y + child.y, window)


def _first_reaching(frames: Sequence[Frame], left: float) -> int:
    """Where to begin among many frames side by side."""
    if len(frames) <= _MANY:
        return 0
    return bisect_left(frames, left, key=lambda frame: frame.x + frame.width)


def group_at(display_list: DisplayList, x: float, y: float) -> Placed | None:
    """The group with a record painted topmost at a point, with its place in the whole list."""
    found: Placed | None = None
    for stood in frames_within(display_list, QRectF(x, y, 0.0, 0.0)):
        for placed in stood.frame.groups:
            left, top = stood.x + placed.x, stood.y + placed.y
            group = placed.group
            if group.record and left <= x <= left + group.width and top <= y <= top + group.height:
                found = Placed(left, top, group)
    return found


def groups_of(display_list: DisplayList, record: str, window: QRectF) -> Iterator[Placed]:
    """Groups of a record within a window, with their places in the whole list."""
    for stood in frames_within(display_list, window):
        for placed in stood.frame.groups:
            if placed.group.record == record:
                yield Placed(stood.x + placed.x, stood.y + placed.y, placed.group)
