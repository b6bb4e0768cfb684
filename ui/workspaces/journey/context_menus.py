"""Context menus of the map, made from the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.model import Measure, Note, Record, Stage, Touchpoint

if TYPE_CHECKING:
    from ui.context.context import Context

_TOUCHPOINT = ("rename", "", "cut", "copy", "paste", "duplicate", "", "critical", "stardust", "",
               "pick_channels", "pick_departments", "",
               "add_quote", "lanes.add_thought", "lanes.add_need", "add_hurdle", "add_opportunity", "lanes.add_step",
               "add_measure", "",
               "move_left", "move_right", "new_touchpoint", "", "remove")  # fmt: skip
_STAGE = ("rename", "new_touchpoint", "new_stage", "", "cut", "copy", "paste", "",
          "move_left", "move_right", "fold", "zoom_stage", "", "remove")  # fmt: skip
_SMALL = ("rename", "", "remove")
_EMPTY = ("new_touchpoint", "new_stage", "paste", "select_all", "", "zoom_100", "zoom_all", "fold_all")
_ROWS: dict[type[Record], tuple[str, ...]] = {Touchpoint: _TOUCHPOINT, Stage: _STAGE, Note: _SMALL, Measure: _SMALL}


def map_menu(context: Context, record: Record | None, parent: QWidget) -> QMenu:
    """What can be done with a record on the map, or with the map itself."""
    menu = QMenu(parent)
    for name in _EMPTY if record is None else _ROWS.get(type(record), _SMALL):
        if name:
            menu.addAction(context.commands.action(name if "." in name else f"journey.{name}"))
        else:
            menu.addSeparator()
    return menu
