"""The start page's drawing: an emotion curve with its highest high and lowest low."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.look.roles import Role
from ui.theme.theme import Theme

_HEIGHTS = (0.1, -0.3, 0.1, -0.6, 0.2, 0.6, 0.35, -0.8, -0.35, 0.65, -0.25, -0.7, -0.1, 0.55)
"""A journey's emotion from start to end, −1 to 1."""
_RADIUS = 6.0


class Motif(QWidget):
    """Decoration: says nothing to screen readers and takes no clicks."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(400, 120)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = (self.width() - 2 * _RADIUS - 4) / (len(_HEIGHTS) - 1)
        middle, reach = self.height() / 2, self.height() / 2 - _RADIUS - 3
        points = [QPointF(_RADIUS + 2 + at * step, middle - high * reach) for at, high in enumerate(_HEIGHTS)]
        painter.setPen(QPen(self._theme.colour(Role.LINE), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(0, middle), QPointF(self.width(), middle))
        painter.setPen(QPen(self._gradient(middle - reach, middle + reach), 2.2))
        painter.drawPath(_curve(points))
        for point, high in zip(points, _HEIGHTS, strict=True):
            role = Role.DELIGHTING if high > 0.3 else Role.DISAPPOINTING if high < -0.3 else Role.OKAY
            painter.setPen(QPen(self._theme.colour(role), 2))
            painter.setBrush(self._theme.colour(Role.GROUND))
            painter.drawEllipse(point, _RADIUS, _RADIUS)

    def _gradient(self, top: float, bottom: float) -> QLinearGradient:
        made = QLinearGradient(0, top, 0, bottom)
        for place, role in ((0.25, Role.DELIGHTING), (0.5, Role.OKAY), (0.75, Role.DISAPPOINTING)):
            made.setColorAt(place, self._theme.colour(role))
        return made


def _curve(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for here, there in pairwise(points):
        half = (there.x() - here.x()) / 2
        path.cubicTo(here.x() + half, here.y(), there.x() - half, there.y(), there.x(), there.y())
    return path
