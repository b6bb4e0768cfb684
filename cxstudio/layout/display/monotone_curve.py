"""Monotone curves: through their points, never beyond neighbouring values (Fritsch and Carlson 1980)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

Point = tuple[float, float]


class Cubic(NamedTuple):
    """One Bézier piece."""

    start: Point
    first: Point
    second: Point
    end: Point


def slopes(points: Sequence[Point]) -> list[float]:
    """Slope at each point: the weighted harmonic mean of its two secants, level at peaks and at both ends."""
    found = [0.0] * len(points)
    for i in range(1, len(points) - 1):
        (x0, y0), (x1, y1), (x2, y2) = points[i - 1], points[i], points[i + 1]
        h0, h1 = x1 - x0, x2 - x1
        d0, d1 = (y1 - y0) / h0, (y2 - y1) / h1
        if d0 * d1 > 0:
            w0, w1 = 2 * h1 + h0, h1 + 2 * h0
            found[i] = (w0 + w1) / (w0 / d0 + w1 / d1)
    return found


def piece(a: Point, b: Point, slope_a: float, slope_b: float) -> Cubic:
    """The curve between two neighbouring points."""
    third = (b[0] - a[0]) / 3
    return Cubic(a, (a[0] + third, a[1] + slope_a * third), (b[0] - third, b[1] - slope_b * third), b)


def cut(cubic: Cubic, left: float, right: float) -> Cubic | None:
    """The part of a piece between two x; x runs evenly along it."""
    x0, x1 = cubic.start[0], cubic.end[0]
    low, high = max(left, x0), min(right, x1)
    if high - low <= 1e-9:
        return None
    t0, t1 = (low - x0) / (x1 - x0), (high - x0) / (x1 - x0)
    if t1 < 1:
        cubic = _head(cubic, t1)
    if t0 > 0:
        cubic = _tail(cubic, t0 / t1)
    return cubic


def _mid(a: Point, b: Point, t: float) -> Point:
    return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)


def _halves(c: Cubic, t: float) -> tuple[Cubic, Cubic]:
    ab, bc, cd = _mid(c.start, c.first, t), _mid(c.first, c.second, t), _mid(c.second, c.end, t)
    abc, bcd = _mid(ab, bc, t), _mid(bc, cd, t)
    at = _mid(abc, bcd, t)
    return Cubic(c.start, ab, abc, at), Cubic(at, bcd, cd, c.end)


def _head(c: Cubic, t: float) -> Cubic:
    return _halves(c, t)[0]


def _tail(c: Cubic, t: float) -> Cubic:
    return _halves(c, t)[1]
