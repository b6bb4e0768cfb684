"""Menus made anew each time they open, their entries, and the buttons that open them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from ui.theme.plain_texts import caption, set_tooltip
from ui.widgets.basics import button

_GAP = 2
"""Pixels between a button and its menu."""


def entry(menu: QMenu, text: str, act: Callable[[], object] | None = None, *, chosen: bool | None = None) -> QAction:
    """One line of a menu as it is written, "&" included; `chosen` ticks it or not, None: nothing to tick."""
    made = menu.addAction(caption(text))
    if chosen is not None:
        made.setCheckable(True)
        made.setChecked(chosen)
    if act is not None:
        made.triggered.connect(lambda *_: act())
    return made


def open_at(menu: QMenu, place: QPoint) -> None:
    """Open a menu at a place on the screen; it is gone once it closes."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)


def open_beside(menu: QMenu, cell: QRect) -> None:
    """Open a menu under a part of the screen, or above it where there is no room below: it is never covered."""
    screen, high = QGuiApplication.screenAt(cell.center()), menu.sizeHint().height()
    room = screen is None or cell.bottom() + 1 + high <= screen.availableGeometry().bottom()
    open_at(menu, cell.bottomLeft() + QPoint(0, 1) if room else cell.topLeft() - QPoint(0, high))


def open_below(menu: QMenu, opener: QWidget) -> None:
    """Open a menu under the button that belongs to it; where that is in a menu itself, under what opened that one."""
    if not opener.isVisible():
        opener = opener.window().focusWidget() or opener
    open_at(menu, opener.mapToGlobal(QPoint(0, opener.height() + _GAP)))


def chooser(name: str, menu: Callable[[], QMenu], kind: str = "") -> QPushButton:
    """A button that shows what is chosen and opens a menu of the choices."""
    made = button("", lambda: open_below(menu(), made), kind, name=name)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    set_tooltip(made, name)
    return made
