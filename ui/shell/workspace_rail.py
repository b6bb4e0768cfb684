"""The rail: the seven workspaces in the order of the method."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.widgets.basics import column
from ui.widgets.segmented_choice import walked
from ui.workspaces.workspace_table import WORKSPACES

WIDE, NARROW = 88, 52
"""Pixels with names, and without."""
_HIGH, _LEAST, _BETWEEN, _AROUND = 56, 28, 2, 10


class _Place(PlainToolButton):
    """Arrows go to the next workspace, Enter and Space bring it into view."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif not walked(self, event):
            super().keyPressEvent(event)


class Rail(QWidget):
    """Icons with names; the one in view is marked, and there Tab stops."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDE)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        box = column(self, spacing=_BETWEEN)
        box.setContentsMargins(6, _AROUND, 6, _AROUND)
        for workspace in WORKSPACES:
            box.addWidget(self._button(context, workspace.name))
        box.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(self.height() < len(self._buttons) * (_HIGH + _BETWEEN) + 2 * _AROUND)

    def _fold(self, folded: bool) -> None:
        """Icons alone, as low as it takes, where there is no room for names; these stay tooltips."""
        style = Qt.ToolButtonStyle.ToolButtonIconOnly if folded else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
        around = _AROUND // 2 if folded else _AROUND
        room = (self.height() - 2 * around) // max(1, len(self._buttons)) - _BETWEEN
        for made in self._buttons.values():
            made.setToolButtonStyle(style)
            made.setFixedHeight(max(_LEAST, min(room, _LEAST + 8)) if folded else _HIGH)
        self.setFixedWidth(NARROW if folded else WIDE)
        box = self.layout()
        if box is not None:
            box.setContentsMargins(6, around, 6, around)

    def show_current(self, name: str) -> None:
        """Mark the workspace in view."""
        self._buttons[name].setChecked(True)

    def _button(self, context: Context, name: str) -> QToolButton:
        row = context.commands.rows[f"go.{name}"]
        made = _Place()
        made.setProperty("kind", "rail")
        hear_as(made, "choice")
        made.setCheckable(True)
        made.setText(context.tr(row.text))
        made.setIcon(context.theme.icon(row.icon, Role.MUTED, Role.ACCENT))
        made.setIconSize(QSize(22, 22))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFixedHeight(_HIGH)
        set_tooltip(made, context.commands.tooltip(row))
        made.setAccessibleName(context.tr(row.text))
        made.clicked.connect(lambda: context.commands.run(row.id))
        self._group.addButton(made)
        self._buttons[name] = made
        return made
