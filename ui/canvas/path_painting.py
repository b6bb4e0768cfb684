"""Rectangles and paths of a display list as Qt draws them."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPainterPath, QPen

from cxstudio.layout.display.display_list import Path, Rect, Segment
from ui.canvas.qt_colours import Colours

Shape = Rect | Path


def painter_path(path: Path) -> QPainterPath:
    """The path's lines and curves. Raises ValueError for a segment nobody knows."""
    made = QPainterPath()
    for segment in path.segments:
        match segment:
            case ("M", x, y):
                made.moveTo(x, y)
            case ("L", x, y):
                made.lineTo(x, y)
            case ("C", x1, y1, x2, y2, x, y):
                made.cubicTo(x1, y1, x2, y2, x, y)
            case ("Z",):
                made.closeSubpath()
            case _:
                raise ValueError(f"no path segment is written {segment!r}")
    return made


def bounds(shape: Shape) -> QRectF:
    """What a shape may paint on, stroke included."""
    reach = shape.stroke_width / 2 if shape.stroke is not None or isinstance(shape, Path) else 0.0
    if isinstance(shape, Rect):
        box = QRectF(shape.x, shape.y, shape.width, shape.height)
    else:
        box = painter_path(shape).controlPointRect()
    return box.adjusted(-reach, -reach, reach, reach)


def straight(path: Path) -> QRectF | None:
    """The rectangle a level or upright line covers, dashes and their gaps alike; None for any other path."""
    if path.fill is not None or path.gradient is not None or path.stroke is None:
        return None
    match path.segments:
        case (("M", x1, y1), ("L", x2, y2)) if (x1 == x2 or y1 == y2) and (
            path.stroke_width < 2 or not path.round_caps
        ):
            half = path.stroke_width / 2
            across, along = (half, 0.0) if x1 == x2 else (0.0, half)
            box = QRectF(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            return box.adjusted(-across, -along, across, along)
    return None


def round_end(plate: Rect, outer: float, inner: float, radius: float) -> Path:
    """The piece of a plate with round corners between its outer edge and an upright cut."""
    top, bottom = plate.y, plate.y + plate.height
    towards = radius if inner > outer else -radius
    soft = towards * (1 - _CIRCLE)
    segments: tuple[Segment, ...] = (
        ("M", inner, top),
        ("L", outer + towards, top),
        ("C", outer + soft, top, outer, top + abs(soft), outer, top + radius),
        ("L", outer, bottom - radius),
        ("C", outer, bottom - abs(soft), outer + soft, bottom, outer + towards, bottom),
        ("L", inner, bottom),
        ("Z",),
    )
    return Path(segments, fill=plate.fill, fill_opacity=plate.fill_opacity)


_CIRCLE = 0.5523
"""How far a cubic curve's handles reach on a quarter of a circle."""


def pen_and_brush(shape: Shape, colours: Colours) -> tuple[QPen, QBrush]:
    """How a shape is stroked and filled."""
    nothing = QPen(Qt.PenStyle.NoPen)
    brush = QBrush() if shape.fill is None else QBrush(colours.colour(shape.fill, shape.fill_opacity))
    if shape.stroke is None:
        pen = nothing
    else:
        round_caps = isinstance(shape, Rect) or shape.round_caps
        pen = colours.pen(shape.stroke, shape.stroke_width, shape.dash, round_caps)
    if isinstance(shape, Path) and shape.gradient is not None:
        if shape.stroke is None:
            brush = colours.gradient(shape.gradient, shape.fill_opacity)
        else:
            pen.setBrush(colours.gradient(shape.gradient))
    return pen, brush


def draw(painter: QPainter, shape: Shape, colours: Colours) -> None:
    """Draw a shape straight onto a painter (sprites do so once)."""
    pen, brush = pen_and_brush(shape, colours)
    painter.setPen(pen)
    painter.setBrush(brush)
    if isinstance(shape, Path):
        painter.drawPath(painter_path(shape))
    elif shape.radius > 0:
        radius = min(shape.radius, shape.width / 2, shape.height / 2)
        painter.drawRoundedRect(QRectF(shape.x, shape.y, shape.width, shape.height), radius, radius)
    else:
        painter.drawRect(QRectF(shape.x, shape.y, shape.width, shape.height))
