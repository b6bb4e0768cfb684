"""One touchpoint over all comparable rounds, small: a dot per round on the whole scale, the newest value named.

Rounds stand evenly, whatever lies between them; where one has no value, the line is broken. No band is drawn: usual
variation belongs to measured values.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive
from cxstudio.look.roles import Role
from cxstudio.model.questions import limits

_LEFT, _RIGHT, _TOP, _BOTTOM = 20.0, 40.0, 16.0, 10.0
_NAMED = 4
"""Rounds up to which every dot carries its value."""


@dataclass(frozen=True, slots=True)
class TrendData:
    """The shown means of one touchpoint, a round each; None where it has none."""

    values: tuple[float | None, ...]
    scale: int
    spoken: str = ""


def trend_chart(data: TrendData, style: ChartStyle) -> DisplayList:
    """The picture in a size."""
    group = Group("trend", style.width, style.height, tuple(_items(data, style)))
    frame = Frame("trend", 0.0, 0.0, style.width, style.height, groups=(Placed(0.0, 0.0, group),))
    return DisplayList(style.width, style.height, frame, data.spoken)


def _items(data: TrendData, style: ChartStyle) -> Iterator[Primitive]:
    unit, texts = style.unit, style.texts
    low, high = limits("experience", data.scale)
    left, right = unit(_LEFT), max(style.width - unit(_RIGHT), unit(_LEFT) + 1.0)
    top, bottom = unit(_TOP), style.height - unit(_BOTTOM)
    size = unit.small.size

    def x(at: int) -> float:
        last = len(data.values) - 1
        return left + unit(8) + (right - left - unit(8)) * (at / last if last else 0.5)

    def y(value: float) -> float:
        return bottom - (value - low) / (high - low) * (bottom - top)

    for value in (low, (low + high) / 2, high):
        yield marks.line(left, y(value), right, y(value), Role.FAINT_LINE, unit(1))
        if value == round(value):
            yield style.small(texts.number(value), left - unit(8), y(value) + size * 0.33, align=1.0)
    known = [(at, value) for at, value in enumerate(data.values) if value is not None]
    for (a, first), (b, second) in pairwise(known):
        if b == a + 1:
            yield marks.line(x(a), y(first), x(b), y(second), Role.MUTED, unit(1.6))
    for at, value in known:
        newest = at == len(data.values) - 1
        yield marks.circle(x(at), y(value), unit(4 if newest else 3), fill=Role.INK if newest else Role.MUTED)
        if newest:
            yield style.small(texts.number(value, 1), right + unit(10), y(value) + size * 0.33, Role.INK, strong=True)
        elif len(data.values) <= _NAMED:
            yield style.small(texts.number(value, 1), x(at), y(value) - unit(7), align=0.5)
