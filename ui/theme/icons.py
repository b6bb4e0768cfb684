"""Icons as QIcons: stroked vectors in palette colours, sharp at every pixel ratio."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QApplication

from cxstudio.look.icons import PathPart
from cxstudio.look.icons import icon as signs
from cxstudio.look.roles import Role
from cxstudio.resources import resource_table
from ui.theme.role_colours import Colours

GRID = 24
STROKE: Final = 1.75
SHAPES: Final[dict[str, str]] = resource_table("style", "icons.toml")
"""The interface's own icons: name → path."""
_ARGUMENTS = {"M": 2, "L": 2, "C": 6, "Z": 0, "O": 3, "R": 5, "D": 3}


@lru_cache(maxsize=256)
def paths(name: str) -> tuple[QPainterPath, QPainterPath]:
    """What to stroke and what to fill, on the 24-unit grid; a dot for a name not known (a newer program's file)."""
    stroked, filled = QPainterPath(), QPainterPath()
    if name not in SHAPES:
        return _drawn(signs(name).strokes), _drawn(signs(name).fills)
    words = SHAPES[name].split()
    while words:
        letter, words = words[0], words[1:]
        count = _ARGUMENTS[letter]
        values, words = [float(w) for w in words[:count]], words[count:]
        if letter == "M":
            stroked.moveTo(*values)
        elif letter == "L":
            stroked.lineTo(*values)
        elif letter == "C":
            stroked.cubicTo(*values)
        elif letter == "Z":
            stroked.closeSubpath()
        elif letter == "R":
            stroked.addRoundedRect(QRectF(*values[:4]), values[4], values[4])
        else:
            (stroked if letter == "O" else filled).addEllipse(QPointF(values[0], values[1]), values[2], values[2])
    return stroked, filled


def _drawn(parts: tuple[tuple[PathPart, ...], ...]) -> QPainterPath:
    """A sign of the studio (channels, marks) as a path."""
    path = QPainterPath()
    for step in (step for part in parts for step in part):
        if step[0] == "M":
            path.moveTo(*step[1:])
        elif step[0] == "L":
            path.lineTo(*step[1:])
        elif step[0] == "C":
            path.cubicTo(*step[1:])
        else:
            path.closeSubpath()
    return path


def draw(painter: QPainter, name: str, rect: QRectF, colour: QColor) -> None:
    """Draw an icon into a square."""
    stroked, filled = paths(name)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / GRID, rect.height() / GRID)
    pen = QPen(colour, STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(stroked, pen)
    painter.fillPath(filled, colour)
    painter.restore()


def pixmap(name: str, size: int, colour: QColor, ratio: float = 0.0) -> QPixmap:
    """An icon as a picture of `size` logical pixels."""
    factor = ratio or _ratio()
    made = QPixmap(round(size * factor), round(size * factor))
    made.setDevicePixelRatio(factor)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    draw(painter, name, QRectF(0, 0, size, size), colour)
    painter.end()
    return made


class _Engine(QIconEngine):
    """Draws an icon at the size it is asked for, when it is asked."""

    def __init__(self, name: str, colour: QColor, disabled: QColor, chosen: QColor) -> None:
        super().__init__()
        self._name = name
        self._colours = (colour, disabled, chosen)

    def clone(self) -> QIconEngine:
        return _Engine(self._name, *self._colours)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(rect.x() + (rect.width() - side) / 2, rect.y() + (rect.height() - side) / 2, side, side)
        draw(painter, self._name, square, self._colour(mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return pixmap(self._name, min(size.width(), size.height()), self._colour(mode, state), scale)

    def _colour(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        colour, disabled, chosen = self._colours
        if mode is QIcon.Mode.Disabled:
            return disabled
        return chosen if state is QIcon.State.On else colour


def icon(name: str, colour: QColor, disabled: QColor, chosen: QColor) -> QIcon:
    """An icon that is paler when disabled and may change colour when checked. Raises KeyError."""
    paths(name)
    # The copy is what Qt knows alone: the collector may delete an engine before the very icon it was handed to.
    return QIcon(QIcon(_Engine(name, colour, disabled, chosen)))


def logo(colours: Colours, size: int = 26) -> QIcon:
    """The program's mark: a smile on the accent."""
    factor = _ratio()
    made = QPixmap(round(size * factor), round(size * factor))
    made.setDevicePixelRatio(factor)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / GRID, size / GRID)
    square = QPainterPath()
    square.addRoundedRect(QRectF(0, 0, GRID, GRID), 7, 7)
    painter.fillPath(square, colours.colour(Role.ACCENT))
    smile = QPainterPath(QPointF(6.2, 10.5))
    smile.cubicTo(7.2, 17.8, 16.8, 17.8, 17.8, 10.5)
    smile.cubicTo(15.6, 14.6, 8.4, 14.6, 6.2, 10.5)
    painter.fillPath(smile, colours.colour(Role.ON_ACCENT))
    painter.end()
    return QIcon(made)


def _ratio() -> float:
    application = QApplication.instance()
    return max(2.0, application.devicePixelRatio()) if isinstance(application, QApplication) else 2.0
