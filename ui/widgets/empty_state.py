"""Empty states: what will stand here and the one thing to do first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from cxstudio.look.roles import Role
from ui.theme import icons
from ui.theme.theme import Theme
from ui.widgets.basics import column, label, row

_WIDE = 460
"""Pixels across which the text breaks."""


def empty_state(theme: Theme, icon: str, title: str, text: str, *actions: QPushButton) -> QWidget:
    """A calm middle: icon, one sentence, two lines, and what can be done."""
    made = QWidget()
    made.setProperty("ground", "none")
    mark = label("")
    mark.setPixmap(icons.pixmap(icon, 44, theme.mixed(Role.FAINT, Role.SURFACE, 0.35)))
    mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
    heading, words = label(title, "name"), label(text, "muted", wrap=True)
    for part in (heading, words):
        part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    words.setMaximumWidth(_WIDE)
    inner = column(None, mark, 8, heading, spacing=6)
    middle = row(None, -1, words, -1)
    middle.setStretch(1, 1000)
    inner.addLayout(middle)
    inner.addSpacing(8)
    if actions:
        buttons = row(None, -1, *actions, -1)
        inner.addLayout(buttons)
    box = column(made, -2)
    box.addLayout(inner)
    box.addStretch(2)
    return made
