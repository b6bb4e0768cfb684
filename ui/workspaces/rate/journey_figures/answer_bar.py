"""Two small drawings: how many gave each answer, and a value on its axis with values from elsewhere as lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.look.roles import Role
from ui.theme.theme import Theme

_HIGH = 58
_AXIS = 34


@dataclass(frozen=True, slots=True)
class Bar:
    """One answer: what stands below it, how many gave it, and whether that is good."""

    text: str
    count: int
    role: Role


class AnswerBars(QWidget):
    """A bar per answer with its number above; height by the most frequent one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, _HIGH + 32)

    def show_bars(self, bars: Sequence[Bar], said: str) -> None:
        """Show these; `said` is what a screen reader says instead."""
        self._bars = tuple(bars)
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((bar.count for bar in self._bars), default=0) or 1
        step = self.width() / max(1, len(self._bars))
        wide = min(34.0, step - 4)
        foot = 15.0 + _HIGH
        painter.setFont(self._theme.font(11))
        for at, bar in enumerate(self._bars):
            left = at * step + (step - wide) / 2
            high = max(2.0 if bar.count else 1.0, (_HIGH - 2) * bar.count / most)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour(bar.role if bar.count else Role.LINE))
            painter.drawRoundedRect(QRectF(left, foot - high, wide, high), 2, 2)
            painter.setPen(self._theme.colour(Role.MUTED))
            cell = QRectF(at * step, foot + 2, step, 15)
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, bar.text)
            if bar.count:
                painter.setPen(self._theme.colour(Role.INK))
                above = QRectF(at * step, foot - high - 15, step, 15)
                painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(bar.count))
        painter.end()


class AxisBar(QWidget):
    """From the lowest to the highest possible value: ours as a dot, those from elsewhere as lines."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._ours: float | None = None
        self._others: tuple[float, ...] = ()
        self._ends = ("", "")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(220, _AXIS)

    def show_values(self, ours: float | None, others: Sequence[float], ends: tuple[str, str], said: str) -> None:
        """Places as shares of the axis, 0 to 1; `said` is what a screen reader says instead."""
        self._ours, self._others, self._ends = ours, tuple(others), ends
        self.setAccessibleName(said)
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, left, right = 9.0, 8.0, self.width() - 8.0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Role.LINE))
        painter.drawRoundedRect(QRectF(left, middle - 2, right - left, 4), 2, 2)
        painter.setFont(theme.font(11))
        painter.setPen(theme.colour(Role.MUTED))
        ends = QRectF(left, 18, right - left, 15)
        painter.drawText(ends, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._ends[0])
        painter.drawText(ends, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._ends[1])
        painter.setPen(QPen(theme.colour(Role.INK), 2))
        for other in self._others:
            x = left + (right - left) * max(0.0, min(1.0, other))
            painter.drawLine(QPointF(x, middle - 8), QPointF(x, middle + 8))
        if self._ours is not None:
            painter.setPen(QPen(theme.colour(Role.SURFACE), 2))
            painter.setBrush(theme.colour(Role.ACCENT))
            x = left + (right - left) * max(0.0, min(1.0, self._ours))
            painter.drawEllipse(QPointF(x, middle), 7, 7)
        painter.end()
