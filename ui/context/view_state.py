"""Where somebody is in the window: captured before the window is made anew and restored after, as one frozen value.

What is chosen or typed in a part of the window and is not in the document, that part says itself: any widget may have
`view_state` and `restore_view_state`. How far things are scrolled and who has the keyboard is the same for all widgets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QAbstractScrollArea, QScrollBar, QWidget

from ui.context.keyboard_focus import Focus
from ui.context.selection import Selected
from ui.context.widget_paths import TypedValues, WidgetPath, in_view, widget_at

_PATIENCE_MS = 3000
"""So long a scroll bar waits for the rest of what is to be scrolled."""


@runtime_checkable
class HasViewState(Protocol):
    """A widget with something chosen or typed that is not in the document."""

    def view_state(self) -> Any:
        """What is chosen and typed here, as values that can be compared."""

    def restore_view_state(self, state: Any) -> None:
        """Choose and type it again in a widget made anew; records named in it may be gone."""


@dataclass(frozen=True, slots=True)
class PartState:
    """Everything in view in one widget: what its parts say of themselves, and how far they are scrolled."""

    own: Mapping[WidgetPath, Any]
    scrolled: Mapping[WidgetPath, tuple[int, int]]
    """Across and down, as the scroll bars count."""


@dataclass(frozen=True, slots=True)
class SheetState:
    """A sheet over the window: its class, the command or the path to the button that opens it, and what is typed."""

    name: str
    command: str
    button: WidgetPath
    typed: TypedValues


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody is in a window, with what is not in the document. Never carried to another project."""

    page: str
    beside: PartState | None
    """The page that stands there instead of the project."""
    project: PartState
    """The workspaces and the inspector."""
    selected: Selected
    overlays: Mapping[Callable[..., Any], tuple[PartState, TypedValues]]
    """Panels laid over the window, by what makes them."""
    sheets: tuple[SheetState, ...]
    presented: Any
    """Where the presentation is; None while there is none."""
    focus: Focus | None


def state_of(root: QWidget) -> PartState:
    """What is chosen and typed in a widget, and how far everything in it is scrolled."""
    own: dict[WidgetPath, Any] = {}
    scrolled: dict[WidgetPath, tuple[int, int]] = {}
    for path, part in in_view(root):
        if isinstance(part, HasViewState):
            own[path] = part.view_state()
        if isinstance(part, QAbstractScrollArea):
            scrolled[path] = part.horizontalScrollBar().value(), part.verticalScrollBar().value()
    return PartState(own, scrolled)


def restore(root: QWidget, state: PartState) -> None:
    """Choose and type again what was; from the outside in, so that a part is in view before its own parts."""
    for path, own in state.own.items():
        part = widget_at(root, path)
        if own is not None and part is not None and isinstance(part, HasViewState):
            part.restore_view_state(own)


def scroll(root: QWidget, state: PartState) -> None:
    """Scroll everything to where it was; what is not laid out yet follows."""
    for path, values in state.scrolled.items():
        part = widget_at(root, path)
        if isinstance(part, QAbstractScrollArea):
            for bar, value in zip((part.horizontalScrollBar(), part.verticalScrollBar()), values, strict=True):
                bar.setValue(value)
                if bar.value() != value:
                    _Scrolling(bar, value)


class _Scrolling(QObject):
    """Scrolls a bar to a value as soon as there is enough to scroll."""

    def __init__(self, bar: QScrollBar, value: int) -> None:
        super().__init__(bar)
        self._bar, self._value = bar, value
        bar.rangeChanged.connect(self._follow)
        bar.actionTriggered.connect(self.deleteLater)  # somebody scrolls
        QTimer.singleShot(_PATIENCE_MS, self, self.deleteLater)

    def _follow(self) -> None:
        self._bar.setValue(self._value)
        if self._bar.value() == self._value:
            self._bar.rangeChanged.disconnect(self._follow)
            self.deleteLater()
