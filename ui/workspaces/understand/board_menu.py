"""The menu that exports what a page of the workspace shows."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.outputs.output import Output
from cxstudio.outputs.table import BY_ID
from ui.context.context import Context
from ui.dialogs.save_export import hand_on, ordered
from ui.widgets.menus import entry


def board_menu(parent: QWidget, context: Context, board: str, details: object) -> QMenu:
    """Every file a board can be: the outputs whose ids begin with its name."""
    menu = QMenu(parent)
    for output in BY_ID.values():
        if output.id.startswith(f"{board}_"):
            made = entry(menu, context.tr(output.text), partial(_hand_on, parent, context, output, details))
            made.setEnabled(output.offered(context.document, None))
    return menu


def _hand_on(parent: QWidget, context: Context, output: Output, details: object) -> None:
    order = replace(ordered(context), details=details)
    hand_on(parent.window(), context, output, context.tr(output.title), order)
