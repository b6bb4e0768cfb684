"""Where Tab leads: every control in view once, in the order in which people read, round and round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

_TAB = int(Qt.FocusPolicy.TabFocus.value)
Placed = tuple[QRect, QWidget]


def stops(root: QWidget) -> list[QWidget]:
    """What Tab stops at within a part of a window, in reading order; of a group of choices only one."""
    return [part for part in _below(root, True) if _is_stop(part)]


def go_on(root: QWidget, forward: bool) -> bool:
    """Give the keyboard to the next control within `root`, or to the one before; False where there is none."""
    here = QApplication.focusWidget()
    inside = here is not None and here is not root and root.isAncestorOf(here)
    way = _from(root, here, forward) if inside and here is not None else iter(())
    group = here.group() if isinstance(here, QAbstractButton) and here.isCheckable() else None
    for part in chain(way, _below(root, forward)):
        alike = group is not None and isinstance(part, QAbstractButton) and part.group() is group
        if part is not here and not alike and _is_stop(part):
            part.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
            bring_into_view(part)
            return True
    return False


def bring_into_view(part: QWidget) -> None:
    """Scroll every area around until the part is seen."""
    around = part.parentWidget()
    while around is not None:
        inner = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and inner is not None and inner.isAncestorOf(part):
            around.ensureWidgetVisible(part, 8, 8)
        around = around.parentWidget()


def _is_stop(part: QWidget) -> bool:
    """Whether Tab stops here: of a group at the choice made, else at the first that can be made."""
    if isinstance(part, QAbstractButton) and part.isCheckable() and (group := part.group()) is not None:
        listed = [one for one in group.buttons() if one.isVisible() and one.isEnabled()]
        chosen = next((one for one in listed if one.hasFocus()), None) or next(
            (one for one in listed if one.isChecked()), listed[0] if listed else None
        )
        return part is chosen
    return (
        int(part.focusPolicy().value) & _TAB != 0
        and part.isEnabled()
        and part.focusProxy() is None
        and not part.size().isEmpty()
    )


def _children(part: QWidget, forward: bool) -> list[QWidget]:
    """The visible parts in a widget as they are read, or the other way round."""
    there = [
        (child.geometry(), child)
        for child in part.children()
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow()
    ]
    listed = list(_in_order(there))
    return listed if forward else listed[::-1]


def _below(part: QWidget, forward: bool) -> Iterator[QWidget]:
    """Everything in a widget; forward each part before what stands in it, backward after it."""
    for child in _children(part, forward):
        if forward:
            yield child
        yield from _below(child, forward)
        if not forward:
            yield child


def _from(root: QWidget, here: QWidget, forward: bool) -> Iterator[QWidget]:
    """Everything in `root` after a part, or before it, to the end."""
    if forward:
        yield from _below(here, True)
    while here is not root:
        around = here.parentWidget()
        if around is None:
            return
        beside = _children(around, forward)
        for part in beside[beside.index(here) + 1 if here in beside else len(beside) :]:
            if forward:
                yield part
            yield from _below(part, forward)
            if not forward:
                yield part
        if not forward and around is not root:
            yield around
        here = around


def _in_order(parts: list[Placed]) -> Iterator[QWidget]:
    """Parts side by side or one below the other as they are read: cut into rows, where that fails into columns."""
    if len(parts) <= 1:
        yield from (part for _, part in parts)
        return
    for start, end in ((QRect.top, QRect.bottom), (QRect.left, QRect.right)):
        pieces = _cut(parts, start, end)
        if len(pieces) > 1:
            for piece in pieces:
                yield from _in_order(piece)
            return
    yield from (part for _, part in sorted(parts, key=lambda placed: (placed[0].top(), placed[0].left())))


def _cut(parts: list[Placed], start: Callable[[QRect], int], end: Callable[[QRect], int]) -> list[list[Placed]]:
    """The parts in pieces that do not reach into one another along one direction."""
    pieces: list[list[Placed]] = []
    reached = 0
    for placed in sorted(parts, key=lambda one: start(one[0])):
        if pieces and start(placed[0]) <= reached:
            pieces[-1].append(placed)
            reached = max(reached, end(placed[0]))
        else:
            pieces.append([placed])
            reached = end(placed[0])
    return pieces
