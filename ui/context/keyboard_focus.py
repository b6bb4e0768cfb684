"""Who has the keyboard in a window, and giving it back to the same part of a window made anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QWidget

from ui.context.widget_paths import WidgetPath, path_to, widget_at


@runtime_checkable
class HandsOver(Protocol):
    """A widget with an editor laid over it, which would end and keep what is typed when it loses the keyboard."""

    def hand_over(self) -> Any:
        """Close the editor without keeping or removing anything; returns the editing, None while there is none."""

    def go_on(self, editing: Any) -> None:
        """Go on with an editing in a widget made anew."""


@dataclass(frozen=True, slots=True)
class Focus:
    """Who has the keyboard."""

    path: WidgetPath
    in_cell: bool
    """The current cell of the table at the end of the path is being edited."""
    cursor: tuple[int, int] | None
    """Where the marked text begins and where the cursor is, in a text."""
    editing: tuple[WidgetPath, Any] | None
    """What was being edited over a widget, with the path to that."""


def focus_of(window: QWidget) -> Focus | None:
    """Who has the keyboard in a window, or had it last; None while nobody has. An editor laid over is handed over."""
    holder = window.focusWidget()
    if holder is None or holder is window or holder.window() is not window:
        return None
    cursor, in_cell = _cursor(holder), False
    for around in _around(holder):
        if isinstance(around, QAbstractItemView):
            in_cell = isinstance(holder, QLineEdit) and around.indexWidget(around.currentIndex()) is holder
            holder = around if in_cell else holder
            break
    path, editing = path_to(holder, window), None
    for around in _around(holder):
        if isinstance(around, HandsOver) and (handed := around.hand_over()) is not None:
            editing = path_to(around, window), handed
            break
    return Focus(path, in_cell, cursor, editing)


def give_focus(window: QWidget, focus: Focus) -> None:
    """Give the keyboard back, or to the nearest part around that takes it."""
    if focus.editing is not None:
        path, handed = focus.editing
        around = widget_at(window, path)
        if around is not None and isinstance(around, HandsOver):
            around.go_on(handed)
    found = widget_at(window, focus.path, nearest=True)
    if focus.in_cell and isinstance(found, QAbstractItemView):
        if focus.editing is None:
            found.edit(found.currentIndex())
    else:
        if found is not widget_at(window, focus.path):  # it is gone
            takes = (w for w in _around(found) if w.focusPolicy() is not Qt.FocusPolicy.NoFocus)
            found = next(takes, None)
        if found is not None and found is not window:
            found.show()  # one just made waits for the event loop, and takes no keyboard until then
            found.setFocus(Qt.FocusReason.OtherFocusReason)
    if focus.cursor is not None:
        _set_cursor(window.focusWidget(), *focus.cursor)


def _around(widget: QWidget | None) -> Iterator[QWidget]:
    """A widget and those around it, from the inside out."""
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _cursor(holder: QWidget) -> tuple[int, int] | None:
    if isinstance(holder, QLineEdit):
        place, start = holder.cursorPosition(), holder.selectionStart()
        return (place if start < 0 else holder.selectionEnd() if start == place else start), place
    if isinstance(holder, QPlainTextEdit):
        return holder.textCursor().anchor(), holder.textCursor().position()
    return None


def _set_cursor(holder: QWidget | None, anchor: int, place: int) -> None:
    if isinstance(holder, QLineEdit):
        holder.setCursorPosition(anchor)
        holder.cursorForward(True, place - anchor)
    elif isinstance(holder, QPlainTextEdit):
        cursor, longest = holder.textCursor(), len(holder.toPlainText())
        cursor.setPosition(min(anchor, longest))
        cursor.setPosition(min(place, longest), QTextCursor.MoveMode.KeepAnchor)
        holder.setTextCursor(cursor)
