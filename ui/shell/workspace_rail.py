"""The rail: the seven workspaces in the order of the method."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QToolButton, QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.widgets.basics import column
from ui.widgets.segmented_choice import walked
from ui.workspaces.workspace_table import WORKSPACES


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
        self.setFixedWidth(88)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        box = column(self, spacing=2)
        box.setContentsMargins(6, 10, 6, 10)
        for workspace in WORKSPACES:
            box.addWidget(self._button(context, workspace.name))
        box.addStretch(1)

    def show_current(self, name: str) -> None:
        """Mark the workspace in view."""
        self._buttons[name].setChecked(True)

    def _button(self, context: Context, name: str) -> QToolButton:
        row = context.commands.rows[f"go.{name}"]
        made = _Place()
        made.setProperty("kind", "rail")
        made.setCheckable(True)
        made.setText(context.tr(row.text))
        made.setIcon(context.theme.icon(row.icon, Role.MUTED, Role.ACCENT))
        made.setIconSize(QSize(22, 22))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        made.setFixedHeight(56)
        set_tooltip(made, context.commands.tooltip(row))
        made.setAccessibleName(context.tr(row.text))
        made.clicked.connect(lambda: context.commands.run(row.id))
        self._group.addButton(made)
        self._buttons[name] = made
        return made
