"""A button whose text somebody typed: it may be longer than there is room for, and widens nothing."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from ui.theme.plain_texts import PlainButton, caption
from ui.theme.text_wrapping import elided

_LEAST: Final = 72
_BESIDE_ICON: Final = 4
"""Pixels Qt leaves between icon and text."""


class ElidedButton(PlainButton):
    """Shows the beginning of its text and `ending` where the whole does not fit; `text()` is the whole."""

    def __init__(self, text: str = "", ending: str = "") -> None:
        super().__init__(text + ending)
        self._ending = ending
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), _LEAST), hint.height())

    def paintEvent(self, _: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        room = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self).width()
        if not self.icon().isNull():
            room -= self.iconSize().width() + _BESIDE_ICON
        metrics, whole = self.fontMetrics(), self.text()
        if metrics.horizontalAdvance(whole) > room:
            room -= metrics.horizontalAdvance(self._ending)
            option.text = caption(elided(metrics, whole.removesuffix(self._ending), room) + self._ending)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)


def elided_button(text: str, kind: str, *, ending: str = "") -> QPushButton:
    """A button like those of `basics.button`, as wide as there is room for."""
    made = ElidedButton(text, ending)
    made.setProperty("kind", kind)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setIconSize(QSize(18, 18))
    return made
