"""Roles as Qt colours, pens and brushes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPen

from cxstudio.layout.display.display_list import Gradient
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role


class Colours:
    """A palette resolved for Qt, each colour made once."""

    def __init__(self, palette: Palette) -> None:
        self._palette = palette
        self._known: dict[tuple[Role, float], QColor] = {}

    def colour(self, role: Role, opacity: float = 1.0) -> QColor:
        """A role's colour, possibly see-through (opacity 0 to 1)."""
        known = self._known.get((role, opacity))
        if known is None:
            known = QColor(self._palette[role])
            known.setAlphaF(opacity)
            self._known[role, opacity] = known
        return known

    def pen(self, role: Role, width: float, dash: tuple[float, ...] = (), round_caps: bool = True) -> QPen:
        """A pen `width` points wide; dashes are in points."""
        pen = QPen(self.colour(role), width)
        if dash:
            pen.setDashPattern([part / width for part in dash])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap if round_caps and not dash else Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def gradient(self, gradient: Gradient, opacity: float = 1.0) -> QBrush:
        """A vertical gradient as a brush."""
        made = QLinearGradient(0.0, gradient.top, 0.0, gradient.bottom)
        for place, role in gradient.stops:
            made.setColorAt(place, self.colour(role, opacity))
        return QBrush(made)
