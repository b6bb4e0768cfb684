"""Finding the same part again in a window made anew: its path down the tree of widgets, and what is typed there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLineEdit, QWidget

Step = tuple[str, int]
"""The name of a class, and the number among the children of that class in view."""
WidgetPath = tuple[Step, ...]
TypedValues = tuple[tuple[WidgetPath, Any], ...]


def in_view(root: QWidget, path: WidgetPath = ()) -> Iterator[tuple[WidgetPath, QWidget]]:
    """A widget and everything below it that nobody has hidden, from the outside in."""
    yield path, root
    for step, child in _children(root):
        yield from in_view(child, (*path, step))


def widget_at(root: QWidget, path: WidgetPath, *, nearest: bool = False) -> QWidget | None:
    """The widget at the end of a path; None where it leads nowhere, or the `nearest` one on it."""
    here = root
    for wanted in path:
        following = next((child for step, child in _children(here) if step == wanted), None)
        if following is None:
            return here if nearest else None
        here = following
    return here


def path_to(part: QWidget, root: QWidget) -> WidgetPath:
    """The path from `root` down to a widget in view below it."""
    steps: list[Step] = []
    parent = part.parentWidget()
    while part is not root and parent is not None:
        steps += [step for step, child in _children(parent) if child is part]
        part, parent = parent, parent.parentWidget()
    return tuple(reversed(steps))


def typed_values(root: QWidget) -> TypedValues:
    """What somebody typed and chose in fields that are not bound to the document."""
    return tuple((path, value) for path, part in in_view(root) if (value := _value(part)) is not None)


def type_again(root: QWidget, values: TypedValues) -> None:
    """Type and choose it again, in the same order: some choices bring other fields into view."""
    for path, value in values:
        part = widget_at(root, path)
        if isinstance(part, QLineEdit):
            part.setText(value)
            part.setModified(True)
        elif isinstance(part, QComboBox) and part.currentIndex() != value:
            part.setCurrentIndex(value)
            part.activated.emit(value)
        elif isinstance(part, QAbstractButton) and part.isChecked() is not value:
            part.click()


def _value(part: QWidget) -> str | int | None:
    if isinstance(part, QLineEdit):
        return part.text() if part.isModified() else None
    if isinstance(part, QComboBox):
        return part.currentIndex()
    return part.isChecked() if isinstance(part, QAbstractButton) and part.isCheckable() else None


def _children(parent: QWidget) -> Iterator[tuple[Step, QWidget]]:
    """Children nobody has hidden, each with its step. One that is not shown yet because its parent is not counts."""
    numbers: Counter[str] = Counter()
    for child in parent.children():
        if not isinstance(child, QWidget) or child.isWindow():
            continue
        if child.isHidden() and child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            continue
        name = type(child).__name__
        yield (name, numbers[name]), child
        numbers[name] += 1
