"""The lines of ways: level through every layer, bent only between layers, where no card stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from cxstudio.layout.display.display_list import Segment
from cxstudio.layout.flow.flow_dimensions import Measures
from cxstudio.layout.flow.flow_layers import Course, Spot
from cxstudio.layout.flow.transition_ports import Port

Point = tuple[float, float]
_STEPS = 10
"""Pieces a curve counts as for finding it under the pointer."""


class Piece(NamedTuple):
    """A straight piece, or a curve with two handles."""

    start: Point
    end: Point
    handles: tuple[Point, Point] | None = None

    def backwards(self) -> Piece:
        """The same from its end."""
        turned = None if self.handles is None else (self.handles[1], self.handles[0])
        return Piece(self.end, self.start, turned)


class Track(NamedTuple):
    """Where a way runs above or below everything."""

    y: float
    left: float
    right: float


def pieces(
    course: Course,
    cards: Mapping[str, Spot],
    ports: tuple[Port, Port],
    edges: Sequence[tuple[float, float]],
    measures: Measures,
    track: Track | None,
) -> list[Piece]:
    """A way from its source's port to its target's; the last piece ends where the arrow head begins.

    `edges` are the left and right edge of the cards of each layer.
    """
    start, end = ports
    left, right = (end, start) if course.backwards else (start, end)
    here = edges[cards[course.left].layer][1]
    if course.left == course.right:
        return _around(here, start, end, measures)
    lead, arrow = _lead(measures), measures.arrow
    there = edges[cards[course.right].layer][0]
    first = here + (start.room + lead if left is start else arrow)
    last = there - (start.room + lead if right is start else arrow)
    knots: list[Point] = [(here, left.y)] if left is start else []
    knots.append((first, left.y))
    for passage in course.passages:
        x1, x2 = edges[passage.layer]
        knots += [(x1, passage.y), (x2, passage.y)]
    if track is not None:
        knots += [(track.left, track.y), (track.right, track.y)]
    knots.append((last, right.y))
    if right is start:
        knots.append((there, right.y))
    made = [_joined(a, b) for a, b in pairwise(knots)]
    return [piece.backwards() for piece in reversed(made)] if course.backwards else made


def _joined(a: Point, b: Point) -> Piece:
    if abs(a[1] - b[1]) < 0.25:
        return Piece(a, b)
    middle = (a[0] + b[0]) / 2
    return Piece(a, b, ((middle, a[1]), (middle, b[1])))


def _lead(measures: Measures) -> float:
    """How far a way runs straight on before it bends."""
    return min(3.0, measures.gap * 0.25)


def _around(edge: float, start: Port, end: Port, measures: Measures) -> list[Piece]:
    """A way back to the very card it leaves, at its right side."""
    out = edge + start.room + _lead(measures)
    back = edge + measures.arrow
    reach = max(out, back) + min(16.0, measures.gap * 0.4)
    bow = Piece((out, start.y), (back, end.y), ((reach, start.y), (reach, end.y)))
    return [Piece((edge, start.y), (out, start.y)), bow]


def segments(line: Sequence[Piece], x: float, y: float) -> tuple[Segment, ...]:
    """The line as segments of a path, seen from (x, y)."""
    made: list[Segment] = [("M", line[0].start[0] - x, line[0].start[1] - y)]
    for piece in line:
        if piece.handles is None:
            made.append(("L", piece.end[0] - x, piece.end[1] - y))
        else:
            (a, b), (c, d) = piece.handles
            made.append(("C", a - x, b - y, c - x, d - y, piece.end[0] - x, piece.end[1] - y))
    return tuple(made)


def polygon(line: Sequence[Piece]) -> tuple[Point, ...]:
    """Points along the line, close enough to find it under the pointer."""
    return (line[0].start, *(point for piece in line for point in _along(piece)))


def _along(piece: Piece) -> Iterator[Point]:
    if piece.handles is None:
        yield piece.end
        return
    a, (b, c), d = piece.start, piece.handles, piece.end
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        s = 1 - t
        weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
        x, y = (sum(w * p[axis] for w, p in zip(weights, (a, b, c, d), strict=True)) for axis in (0, 1))
        yield x, y


def arrow_head(line: Sequence[Piece], course: Course, long: float, wide: float) -> tuple[Point, Point, Point]:
    """The corners of the head at the end of a line: ways enter cards level."""
    x, y = line[-1].end
    way = -1.0 if course.backwards or course.left == course.right else 1.0
    return (x + way * long, y), (x, y - wide / 2), (x, y + wide / 2)


def distance(points: Sequence[Point], x: float, y: float) -> float:
    """How far a place is from a line."""
    return min(_distance(a, b, x, y) for a, b in pairwise(points)) if len(points) > 1 else float("inf")


def _distance(a: Point, b: Point, x: float, y: float) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    long = dx * dx + dy * dy
    share = 0.0 if not long else min(1.0, max(0.0, ((x - a[0]) * dx + (y - a[1]) * dy) / long))
    ex, ey = a[0] + share * dx - x, a[1] + share * dy - y
    return float((ex * ex + ey * ey) ** 0.5)
