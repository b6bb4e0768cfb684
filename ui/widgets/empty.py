"""Empty states: what will stand here and the one thing to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from cxstudio.look.roles import Role
from ui import icons
from ui.theme import Theme
from ui.widgets.basics import column, label, row


def empty_state(theme: Theme, icon: str, title: str, text: str, *actions: QPushButton) -> QWidget:
    """A calm middle: icon, one sentence, two lines, and what can be done."""
    made = QWidget()
    made.setProperty("ground", "none")
    mark = label("")
    mark.setPixmap(icons.pixmap(icon, 44, theme.mixed(Role.FAINT, Role.SURFACE, 0.35)))
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    heading, words = label(title, "name"), label(text, "muted", wrap=True)
    words.setMinimumWidth(360)
    words.setMaximumWidth(460)
    for part in (heading, words):
        part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    inner = column(None, mark, 8, heading, words, 8, spacing=6)
    inner.setAlignment(words, Qt.AlignmentFlag.AlignHCenter)
    if actions:
        buttons = row(None, -1, *actions, -1)
        inner.addLayout(buttons)
    box = column(made, -2)
    box.addLayout(inner)
    box.addStretch(2)
    return made
