"""Short texts side by side in the status line; one that starts with "!" gets a critical dot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.look.roles import Role
from ui.theme.plain_texts import set_tooltip
from ui.theme.text_wrapping import elided
from ui.theme.theme import Theme

_GAP, _DOT = 22, 12
_ENOUGH = 0.75
"""The part of a text that has to be left of it, or nothing is shown."""


class StatusText(QWidget):
    """As many of them as have room, the first one cut where it must be and enough of it stays; everything stands in
    the tooltip.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[str, ...] = ()
        self._font = theme.font(12)  # a widget's own font is changed by the style sheet after it was measured
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def show_parts(self, parts: tuple[str, ...]) -> None:
        """Show other texts."""
        if parts != self._parts:
            self._parts = parts
            words = "  ·  ".join(part.removeprefix("!") for part in parts)
            self.setAccessibleName(words)
            set_tooltip(self, words)
            self.updateGeometry()
            around = self.parentWidget()
            if around is not None and (layout := around.layout()) is not None:
                layout.activate()  # at once, so that no picture is taken with the room of the text before
            self.update()

    def text(self) -> str:
        """Everything it says."""
        return self.accessibleName()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(self._font)
        wide = sum(
            metrics.horizontalAdvance(p.removeprefix("!")) + _GAP + _DOT * p.startswith("!") for p in self._parts
        )
        return QSize(max(0, wide - _GAP) + 4, metrics.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(60, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        x, metrics = 0, QFontMetrics(self._font)
        for part in self._parts:
            wide = metrics.horizontalAdvance(part.removeprefix("!"))
            if x + (wide if x else _ENOUGH * wide) > self.width():
                break
            if part.startswith("!"):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.colour(Role.DISAPPOINTING))
                painter.drawEllipse(QPointF(x + 3.5, self.height() / 2 + 0.5), 3.5, 3.5)
                x += _DOT
            text = part.removeprefix("!")
            shown = elided(metrics, text, max(0, self.width() - x))
            painter.setPen(self._theme.colour(Role.MUTED))
            painter.drawText(QRect(x, 0, self.width() - x, self.height()), Qt.AlignmentFlag.AlignVCenter, shown)
            x += metrics.horizontalAdvance(text) + _GAP
