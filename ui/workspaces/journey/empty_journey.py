"""What stands in place of the map while there is nothing on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.context.context import Context
from ui.widgets.basics import button, label, row


class EmptyMap(QWidget):
    """An invitation instead of an empty plane."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setProperty("ground", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        commands = context.commands
        first = button(context.tr("First touchpoint"), lambda: commands.run("journey.new_touchpoint"), "primary")
        second = button(context.tr("First stage"), lambda: commands.run("journey.new_stage"))
        third = button(context.tr("Paste lines"), lambda: commands.run("journey.paste"))
        fourth = button(context.tr("From the catalogue"), lambda: commands.run("journey.panel_catalogue"))
        words = label(
            context.tr("Which moments does the customer go through? Begin with the first one; stages can follow."),
            "muted",
            wrap=True,
        )
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words.setFixedWidth(420)
        words.setFixedHeight(words.heightForWidth(420))
        box = QVBoxLayout(self)
        box.addStretch(2)
        title = label(context.tr("This journey is still empty"), "title")
        for part in (title, words):
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        buttons = row(None, -1, first, second, third, fourth, -1, spacing=8)
        box.addSpacing(8)
        box.addLayout(buttons)
        box.addStretch(3)
