"""A text in which the words are marked that another text does not have."""

from __future__ import annotations

from difflib import SequenceMatcher

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context

_LONGEST = 400
"""Characters in view."""


class DifferingText(QWidget):
    """Wraps as a label does; lets clicks through."""

    def __init__(self, context: Context, text: str, other: str) -> None:
        """`other` is what it is held against; where nothing is alike, nothing is marked."""
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._text = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        self._marks = differing(self._text, other)
        self._ink = context.theme.colour(Role.INK)
        self._ground = context.theme.colour(Role.ACCENT_GROUND)
        self._line = context.theme.colour(Role.ACCENT)
        self.setAccessibleName(text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.fontMetrics().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        layout, _ = self._laid_out(self.width())
        painter = QPainter(self)
        painter.setPen(self._ink)
        layout.draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self._text.replace("\n", "\N{LINE SEPARATOR}"), self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._mark(start, length) for start, length in self._marks])
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, 1))
            line.setPosition(QPointF(0, height))
            height += line.height() + 2
        layout.endLayout()
        return layout, round(height) + 2

    def _mark(self, start: int, length: int) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        made.start, made.length = start, length
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setBackground(QColor(self._ground))
        form.setFontUnderline(True)
        form.setUnderlineColor(QColor(self._line))
        made.format = form
        return made


def differing(text: str, other: str) -> list[tuple[int, int]]:
    """Start and length of each stretch of words that `other` does not have; none where the two share no word."""
    mine, theirs = _words(text), [word for word, _ in _words(other)]
    matcher = SequenceMatcher(None, [word for word, _ in mine], theirs, autojunk=False)
    blocks = matcher.get_opcodes()
    if not any(tag == "equal" for tag, *_ in blocks):
        return []
    found = []
    for tag, first, last, _, _ in blocks:
        if tag in {"replace", "delete"}:
            start, (word, at) = mine[first][1], mine[last - 1]
            found.append((start, at + len(word) - start))
    return found


def _words(text: str) -> list[tuple[str, int]]:
    """The words and where each begins."""
    found, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        found.append((word, at))
        at += len(word)
    return found
