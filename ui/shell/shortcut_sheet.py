"""All keys on one sheet, from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from ui.context.command import Command
from ui.context.context import Context
from ui.widgets.basics import button, column, label, row
from ui.widgets.fitting.turning_box import turn
from ui.widgets.overlay_panel import Overlay

_COLUMNS = 3


class KeySheet(Overlay):
    """Commands with a key, by group, in columns."""

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent, top=56, wide=1060)
        self.setAccessibleName(context.tr("Keyboard shortcuts"))
        self._close = button(context.tr("Close"), self.dismiss)
        top = row(None, label(context.tr("Keyboard shortcuts"), "name"), -1, self._close)
        inner = QWidget()
        columns = row(inner, spacing=28)
        turn(columns, self, 900)
        stacks = [column(None, spacing=18) for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        for group, rows in _groups(context).items():
            at = heights.index(min(heights))
            stacks[at].addWidget(_block(context, group, rows))
            heights[at] += len(rows) + 2
        for stack in stacks:
            stack.addStretch(1)
            columns.addLayout(stack, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        box = column(self, spacing=12)
        box.setContentsMargins(24, 18, 12, 18)
        box.addLayout(top)
        box.addWidget(area)
        self._inner = inner

    def open(self) -> None:
        """Show it and take the keyboard."""
        super().open()
        self._close.setFocus()

    def wanted_height(self, width: int) -> int:
        layout = self._inner.layout()
        inside = layout.totalHeightForWidth(width - 64) if layout is not None else 0
        return inside + 100


def _groups(context: Context) -> dict[str, list[Command]]:
    found: dict[str, list[Command]] = {}
    for command in context.commands.rows.values():
        if context.commands.keys_text(command):
            found.setdefault(command.group, []).append(command)
    return found


def _block(context: Context, group: str, rows: list[Command]) -> QWidget:
    block = QWidget()
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    grid.setHorizontalSpacing(10)
    grid.setColumnStretch(0, 1)
    grid.addWidget(label(context.tr(group), "caption"), 0, 0, 1, 2)
    for at, command in enumerate(rows, 1):
        text = label(context.commands.label(command), wrap=True)
        grid.addWidget(text, at, 0)
        keys = label(context.commands.keys_text(command), "key")
        grid.addWidget(keys, at, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return block
