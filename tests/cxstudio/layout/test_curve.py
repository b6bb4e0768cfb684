"""Curves go through their points and never beyond neighbouring values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.layout.display import monotone_curve as curve

VALUES = st.lists(st.floats(-3, 3), min_size=2, max_size=12)
STEPS = st.lists(st.floats(2, 200), min_size=12, max_size=12)


def _points(values: list[float], steps: list[float]) -> list[curve.Point]:
    x, found = 0.0, []
    for value, step in zip(values, steps, strict=False):
        found.append((x, value))
        x += step
    return found


def _at(c: curve.Cubic, t: float) -> curve.Point:
    u = 1 - t
    x, y = (u**3 * a + 3 * u * u * t * b + 3 * u * t * t * e + t**3 * d
            for a, b, e, d in zip(c.start, c.first, c.second, c.end, strict=True))  # fmt: skip
    return x, y


@given(VALUES, STEPS)
def test_the_curve_stays_between_neighbouring_values(values: list[float], steps: list[float]) -> None:
    points = _points(values, steps)
    tilt = curve.slopes(points)
    for a, b, p, q in zip(points, points[1:], tilt, tilt[1:], strict=False):
        piece = curve.piece(a, b, p, q)
        low, high = sorted((a[1], b[1]))
        heights = [_at(piece, t / 20)[1] for t in range(21)]
        assert all(low - 1e-9 <= y <= high + 1e-9 for y in heights)
        rising = b[1] >= a[1]
        assert all(
            (y2 >= y1 - 1e-9) if rising else (y2 <= y1 + 1e-9) for y1, y2 in zip(heights, heights[1:], strict=False)
        )


@given(VALUES.filter(lambda v: len(v) > 2), STEPS, st.floats(0, 1), st.floats(0, 1))
def test_a_cut_piece_lies_on_the_curve(values: list[float], steps: list[float], s: float, t: float) -> None:
    points = _points(values, steps)
    tilt = curve.slopes(points)
    piece = curve.piece(points[0], points[1], tilt[0], tilt[1])
    left, right = sorted((piece.end[0] * s, piece.end[0] * t))
    part = curve.cut(piece, left, right)
    if part is None:
        return
    assert part.start[0] == pytest.approx(left, abs=1e-6)
    assert part.end[0] == pytest.approx(right, abs=1e-6)
    middle = _at(part, 0.5)
    assert middle[1] == pytest.approx(_at(piece, middle[0] / piece.end[0])[1], abs=1e-6)
