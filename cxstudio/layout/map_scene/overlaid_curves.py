"""Curves laid over others: told apart by dash, mark and a name at their end, never by colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display import monotone_curve as curve
from cxstudio.layout.display.display_list import Path, Primitive, Rect, Segment
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale

Point = tuple[float, float]


class Stroke(NamedTuple):
    """How one of several curves is drawn."""

    role: Role
    dash: tuple[float, ...]
    """In screen points."""
    mark: str
    """Shape of the mark at each value: disc, diamond, square or triangle."""


TODAY: Final = Stroke(Role.MUTED, (), "disc")
TARGET: Final = Stroke(Role.ACCENT, (7.0, 4.0), "diamond")
OTHERS: Final = (
    Stroke(Role.INK, (2.0, 4.0), "square"),
    Stroke(Role.STARDUST, (9.0, 3.0, 2.0, 3.0), "triangle"),
    Stroke(Role.MUTED, (1.0, 5.0), "disc"),
)


def segments(points: Sequence[Point], left: float, right: float) -> tuple[Segment, ...]:
    """The part between two x of a monotone curve through points; nothing for fewer than two."""
    if len(points) < 2:
        return ()
    tilt = curve.slopes(points)
    drawn: list[Segment] = []
    for k in range(len(points) - 1):
        part = curve.cut(curve.piece(points[k], points[k + 1], tilt[k], tilt[k + 1]), left, right)
        if part is not None:
            if not drawn:
                drawn.append(("M", *part.start))
            drawn.append(("C", *part.first, *part.second, *part.end))
    return tuple(drawn)


def line(
    points: Sequence[Point], left: float, right: float, stroke: Stroke, unit: TypeScale, *, thin: bool = False
) -> tuple[Path, ...]:
    """The curve itself; thin where values stand close."""
    drawn = segments(points, left, right)
    if not drawn:
        return ()
    dash = tuple(unit(d) for d in stroke.dash)
    return (Path(drawn, stroke=stroke.role, stroke_width=unit(0.9 if thin else 1.8), dash=dash, round_caps=not dash),)


def mark(shape: str, x: float, y: float, r: float, role: Role, width: float) -> Path:
    """A hollow mark around a point."""
    if shape == "disc":
        return marks.circle(x, y, r, fill=Role.SURFACE, stroke=role, stroke_width=width)
    corners = {
        "diamond": ((0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)),
        "square": ((-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)),
        "triangle": ((0.0, -1.25), (1.2, 1.0), (-1.2, 1.0)),
    }[shape]
    places = [(x + dx * r, y + dy * r) for dx, dy in corners]
    drawn: tuple[Segment, ...] = (("M", *places[0]), *(("L", *p) for p in places[1:]), ("Z",))
    return Path(drawn, fill=Role.SURFACE, stroke=role, stroke_width=width)


def sample(x: float, y: float, wide: float, stroke: Stroke, unit: TypeScale) -> tuple[Primitive, ...]:
    """A piece of the curve for a legend, its left end at (x, y)."""
    dash = tuple(unit(d) for d in stroke.dash)
    drawn = marks.line(x, y, x + wide, y, stroke.role, unit(1.8), dash)
    return (drawn, mark(stroke.mark, x + wide / 2, y, unit(3.2), stroke.role, unit(1.5)))


def name_at_end(
    name: str, at: Point, right: float, stroke: Stroke, fonts: FontBook, unit: TypeScale, gap: float = 9.0
) -> tuple[Primitive, ...]:
    """A curve's name behind its last point, on a small ground of its own; nothing where it would not fit."""
    small = unit.small_strong
    x = at[0] + unit(gap)
    room = right - x - unit(2)
    if room < unit(22) or not name:
        return ()
    laid = text.single(fonts, name, small, x, at[1] + small.size * 0.33, stroke.role, room)
    ground = Rect(
        x - unit(2),
        at[1] - small.leading / 2,
        laid.width + unit(4),
        small.leading,
        fill=Role.SURFACE,
        fill_opacity=0.85,
        radius=unit(3),
    )
    return (ground, laid)


def apart(heights: Sequence[float], least: float, low: float, high: float) -> list[float]:
    """Heights moved as little as needed to stand `least` apart between `low` and `high`, in their order."""
    order = sorted(range(len(heights)), key=lambda i: heights[i])
    placed = list(heights)
    floor = low
    for i in order:
        placed[i] = max(placed[i], floor)
        floor = placed[i] + least
    ceiling = high
    for i in reversed(order):
        placed[i] = min(placed[i], ceiling)
        ceiling = placed[i] - least
    return placed
