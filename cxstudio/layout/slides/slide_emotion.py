"""The emotion curve of a slide: as on the map, in one piece."""

from __future__ import annotations

from collections.abc import Sequence

from cxstudio.layout.display import monotone_curve as curve
from cxstudio.layout.display.display_list import Path, Segment
from cxstudio.layout.lanes.emotion_lane import feeling
from cxstudio.look.roles import Role


def emotion_curve(points: Sequence[curve.Point], top: float, bottom: float, thick: float) -> tuple[Path, ...]:
    """Area and line through points from left to right; from the best feeling at `top` to the worst at `bottom`."""
    if len(points) < 2:
        return ()
    slopes = curve.slopes(points)
    pieces = [curve.piece(points[n], points[n + 1], slopes[n], slopes[n + 1]) for n in range(len(points) - 1)]
    bends: list[Segment] = [("C", *p.first, *p.second, *p.end) for p in pieces]
    zero = (top + bottom) / 2
    colours = feeling(top, bottom)
    area: tuple[Segment, ...] = (
        ("M", points[0][0], zero),
        ("L", *points[0]),
        *bends,
        ("L", points[-1][0], zero),
        ("Z",),
    )
    line: tuple[Segment, ...] = (("M", *points[0]), *bends)
    return (
        Path(area, fill=Role.OKAY, gradient=colours, fill_opacity=0.10),
        Path(line, stroke=Role.OKAY, stroke_width=thick, gradient=colours),
    )
