"""Drawn signs and curves as primitives of the display list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar, cast

from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.caches import cached
from cxstudio.layout.display.display_list import Detail, Meaning, Path, Primitive, Rect, Segment
from cxstudio.look import icons
from cxstudio.look.icons import PathPart
from cxstudio.look.roles import Role
from cxstudio.model.questions import SIGNED

_GRID = 2
"""Signs stand on halves of a point: nobody sees the difference, and the screen draws equal ones only once."""


def snapped(place: float) -> float:
    """The place of a sign nearest to this one."""
    return round(place * _GRID) / _GRID


def sign(name: str, x: float, y: float, size: float, role: Role, ground: Role = Role.SURFACE) -> tuple[Path, ...]:
    """The icon of that name in a square of `size` with its top left corner at (x, y)."""
    return _sign(name, snapped(x), snapped(y), size, role, ground)


@cached(4096)
def _sign(name: str, x: float, y: float, size: float, role: Role, ground: Role) -> tuple[Path, ...]:
    drawn = icons.icon(name)
    k = size / icons.GRID
    width = max(icons.STROKE * k, 0.6)
    fills = tuple(Path(placed(p, x, y, k), fill=role) for p in drawn.fills)
    cutouts = tuple(Path(placed(p, x, y, k), fill=ground) for p in drawn.cutouts)
    strokes = tuple(Path(placed(p, x, y, k), stroke=role, stroke_width=width) for p in drawn.strokes)
    return fills + cutouts + strokes


def face_step(mean: float) -> int:
    """The emotion nearest to a mean as it is shown, a half away from the middle."""
    low, high = SIGNED
    return max(low, min(high, int(shown(shown(mean), 0))))


S = TypeVar("S", Rect, Path)


def hollow(shape: S, uncertain: bool, width: float) -> S:
    """A filled shape with nothing but its outline where the verdict it shows is uncertain; else as it is."""
    if not uncertain or shape.fill is None:
        return shape
    if isinstance(shape, Rect):
        inner = min(width, shape.width / 2, shape.height / 2)
        return replace(
            shape,
            x=shape.x + inner / 2,
            y=shape.y + inner / 2,
            width=shape.width - inner,
            height=shape.height - inner,
            fill=Role.SURFACE,
            fill_opacity=1.0,
            stroke=shape.fill,
            stroke_width=inner,
        )
    return replace(shape, fill=Role.SURFACE, stroke=shape.fill, stroke_width=width)


def face(mean: float, cx: float, cy: float, radius: float, role: Role) -> tuple[Path, ...]:
    """The face nearest to an emotion, in its circle."""
    size = radius * 2 * 0.96
    x, y = snapped(cx - size / 2), snapped(cy - size / 2)
    return _face(face_step(mean), x, y, radius, size, role)


@cached(1024)
def _face(step: int, x: float, y: float, radius: float, size: float, role: Role) -> tuple[Path, ...]:
    ring = icons.circle(x + size / 2, y + size / 2, radius)
    disc = Path(ring, fill=Role.SURFACE, stroke=role, stroke_width=max(radius * 0.15, 0.7))
    return (disc, *sign(icons.FACES[step], x, y, size, role))


def told(items: Sequence[Primitive], words: str) -> tuple[Primitive, ...]:
    """The same primitives, the first shape carrying the words a reader of the page is told instead of them."""
    for place, item in enumerate(items):
        if isinstance(item, Rect | Path):
            spoken = replace(item, meaning=Meaning.FIGURE, alternative=words)
            return (*items[:place], spoken, *items[place + 1 :])
    return tuple(items)


def shifted(item: Primitive, dx: float, dy: float) -> Primitive:
    """The same primitive somewhere else; one with a gradient stays where its gradient is."""
    if isinstance(item, Path):
        return replace(item, segments=placed(item.segments, dx, dy, 1.0))
    return replace(item, x=item.x + dx, y=item.y + dy)


def circle(
    cx: float,
    cy: float,
    r: float,
    *,
    fill: Role | None = None,
    stroke: Role | None = None,
    stroke_width: float = 1.0,
    detail: Detail = Detail.ALL,
) -> Path:
    """A circle."""
    return Path(icons.circle(cx, cy, r), fill=fill, stroke=stroke, stroke_width=stroke_width, detail=detail)


def line(
    x1: float,
    y1: float,
    x2: float,
    y2: float,
    role: Role,
    width: float = 1.0,
    dash: tuple[float, ...] = (),
    round_caps: bool = False,
) -> Path:
    """A straight line."""
    return Path((("M", x1, y1), ("L", x2, y2)), stroke=role, stroke_width=width, dash=dash, round_caps=round_caps)


def placed(parts: tuple[PathPart, ...], x: float, y: float, k: float) -> tuple[Segment, ...]:
    """A path scaled by k and moved to (x, y)."""
    made = []
    for part in parts:
        numbers = cast("tuple[float, ...]", part[1:])
        made.append((part[0], *(v * k + (x if i % 2 == 0 else y) for i, v in enumerate(numbers))))
    return cast("tuple[Segment, ...]", tuple(made))
