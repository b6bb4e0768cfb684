"""How lines are broken: in a text box at words or within endless ones, in a painted cell after two lines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextOption
from PySide6.QtWidgets import QPlainTextEdit

LONG_TEXT, LONG_WORD = 2_000, 400
"""Characters from which on a text is looked at, and from which on a word counts as endless."""

MARGIN = 200
"""Characters looked at beyond one a pixel: signs without a width may stand between those that have one."""


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


def text_in(box: QPlainTextEdit) -> str:
    """The text of a box as it was put in: Qt's own reading makes plain spaces of those that do not break."""
    return box.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")


def elided(metrics: QFontMetrics, text: str, width: int) -> str:
    """The text shortened with an ellipsis to a width in pixels, without measuring what has no room anyhow."""
    room = max(0, width) + MARGIN
    if len(text) > room:
        text = f"{text[:room]}…"
    return metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def two_lines(font: QFont, text: str, width: int) -> str:
    """The text broken after the words that fit, its second line shortened where it must be."""
    metrics, first = QFontMetrics(font), ""
    words = text[: 2 * (max(0, width) + MARGIN)].split()
    while words and metrics.horizontalAdvance(f"{first} {words[0]}".strip()) <= width:
        first = f"{first} {words.pop(0)}".strip()
    if not first:
        return elided(metrics, text, width)
    return f"{first}\n{elided(metrics, ' '.join(words), width)}"
