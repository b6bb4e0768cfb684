"""How a text box breaks lines: at words, but anywhere within a word that goes on for pages."""

from __future__ import annotations

from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QPlainTextEdit

LONG_TEXT, LONG_WORD = 2_000, 400
"""Characters from which on a text is looked at, and from which on a word counts as endless."""


def wrap_mode(text: str) -> QTextOption.WrapMode:
    """The mode in which a text is broken quickly. Qt searches every line for the end of its word."""
    if len(text) > LONG_TEXT and max(map(len, text.split()), default=0) > LONG_WORD:
        return QTextOption.WrapMode.WrapAnywhere
    return QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


def put_text(box: QPlainTextEdit, text: str) -> None:
    """Show a text, never one with an endless word in the mode that looks for its end."""
    mode = wrap_mode(text)
    if mode == QTextOption.WrapMode.WrapAnywhere:
        box.setWordWrapMode(mode)
    box.setPlainText(text)
    if box.wordWrapMode() != mode:
        box.setWordWrapMode(mode)
