"""Reads where somebody is in the window, and goes back there in the window made anew for the same project."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QAbstractButton

from ui.context.commit_typing import finish_typing
from ui.context.keyboard_focus import focus_of, give_focus
from ui.context.view_state import Place, SheetState, restore, scroll, state_of
from ui.context.widget_paths import path_to, type_again, typed_values, widget_at
from ui.main_window.window import Window
from ui.shell.shell import PROJECT
from ui.widgets.overlay_panel import Overlay as Panel
from ui.widgets.popup_sheet import Overlay


def place_of(window: Window) -> Place:
    """The place; what is typed in a field of the document is written, what is edited in place is handed over."""
    shell, focus = window.shell, focus_of(window)
    finish_typing()
    return Place(
        shell.page,
        None if shell.page == PROJECT else state_of(shell.page_widget),
        state_of(shell.view),
        window.context.selection.value,
        {kind: (state_of(overlay), typed_values(overlay)) for kind, overlay in shell.open_overlays.items()},
        tuple(_sheet_state(window, sheet) for sheet in open_sheets(window)),
        shell.presentation.view_state(),
        focus,
    )


def return_to(window: Window, place: Place) -> None:
    """Go to a place of the same project."""
    shell, selection = window.shell, window.context.selection
    selection.put_back(place.selected)
    restore(shell.view, place.project)
    shell.show()  # from here on everything has its size
    if shell.view.name:
        shell.to(shell.view.name)
    if place.beside is not None:
        restore(shell.show_page(place.page), place.beside)
        scroll(shell.page_widget, place.beside)
    selection.put_back(place.selected)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    scroll(shell.view, place.project)
    for kind, (state, typed) in place.overlays.items():
        overlay: Panel = shell.overlay(kind)
        overlay.open()
        type_again(overlay, typed)
        restore(overlay, state)
        scroll(overlay, state)
    for sheet in place.sheets:
        _open_again(window, sheet)
    if place.focus is not None:
        give_focus(window, place.focus)
    shell.presentation.restore_view_state(place.presented)


def open_sheets(window: Window) -> list[Overlay]:
    """The small sheets over the window, the newest last."""
    return window.findChildren(Overlay, options=Qt.FindChildOption.FindDirectChildrenOnly)


def _sheet_state(window: Window, sheet: Overlay) -> SheetState:
    return SheetState(type(sheet).__name__, sheet.command, path_to(sheet.back, window), typed_values(sheet))


def _open_again(window: Window, state: SheetState) -> None:
    button = widget_at(window, state.button)
    if state.command:
        window.context.commands.run(state.command)
    elif isinstance(button, QAbstractButton):
        button.click()
    for sheet in open_sheets(window):
        if type(sheet).__name__ == state.name:
            type_again(sheet, state.typed)
