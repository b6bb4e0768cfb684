"""Where a persona stands between two opposites, as a line with a dot."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.look.roles import Role
from ui.context.context import Context
from ui.theme.plain_texts import set_tooltip

_HIGH, _DOT, _LINE = 20, 5.0, 2.0


class TraitLine(QWidget):
    """Only shows; `value` is 0 to 10, or None."""

    def __init__(self, context: Context, name: str, value: int | None) -> None:
        super().__init__()
        self.context, self.value = context, value
        self.setFixedHeight(_HIGH)
        self.setMinimumWidth(60)
        said = context.tr("not given") if value is None else context.tr("{value} of 10", value=value)
        self.setAccessibleName(f"{name}: {said}")
        set_tooltip(self, f"{name}: {said}")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.context.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Role.LINE))
        wide, middle = self.width() - 2 * _DOT, self.height() / 2
        painter.drawRoundedRect(QRectF(_DOT, middle - _LINE / 2, wide, _LINE), 1, 1)
        if self.value is not None:
            painter.setBrush(theme.colour(Role.ACCENT))
            painter.drawEllipse(QPointF(_DOT + wide * self.value / 10, middle), _DOT, _DOT)
