"""A thin bar of shares that add up to everybody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.look.roles import Role
from ui.theme.theme import Theme

_HIGH = 8


class ShareBar(QWidget):
    """Parts side by side in the colours of their roles; what they mean stands in words beside it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[tuple[float, Role], ...] = ()
        self.setFixedHeight(_HIGH)

    def show_parts(self, parts: Sequence[tuple[float, Role]], said: str) -> None:
        """Show these shares (0 … 1); `said` is the same in words."""
        self._parts = tuple(parts)
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        clip = QPainterPath()
        clip.addRoundedRect(QRectF(self.rect()), _HIGH / 2, _HIGH / 2)
        painter.setClipPath(clip)
        painter.fillRect(self.rect(), self._theme.colour(Role.LINE))
        x = 0.0
        for share, role in self._parts:
            wide = share * self.width()
            painter.fillRect(QRectF(x, 0, wide, _HIGH), self._theme.colour(role))
            x += wide
            if 0 < x < self.width() - 1:
                painter.fillRect(QRectF(x - 1, 0, 1.5, _HIGH), self._theme.colour(Role.SURFACE))
        painter.end()
