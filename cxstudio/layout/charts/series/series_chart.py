"""A series of measured values: the band of usual variation, what lies outside it, the target, where measures begin.

The newest value and every one outside the band carry their number; a line of dots is all the rest needs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import floor, log10

from cxstudio.analysis.change.measured_series import Judged, Measured
from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Path, Placed, Primitive, Rect
from cxstudio.look.roles import Role
from cxstudio.model import Target
from cxstudio.wording.plan.measure_sentences import limit_number, measured_text, own_number

_LEFT, _RIGHT, _TOP, _BOTTOM = 40.0, 46.0, 24.0, 22.0
_LEAST_APART = 34.0
"""Room a label below needs."""


@dataclass(frozen=True, slots=True)
class SeriesData:
    """One series as it is drawn."""

    target: Target
    judged: Judged
    less: bool
    """Whether less is wanted: what lies below the band is then good."""
    begins: tuple[tuple[date, int], ...] = ()
    """Measures that began while it was measured: day and number in the plan."""
    spoken: str = ""


def series_chart(data: SeriesData, style: ChartStyle) -> DisplayList:
    """The picture of a series in a size."""
    drawing = _Drawing(data, style)
    items = tuple(drawing.items())
    group = Group("series", style.width, style.height, items)
    frame = Frame("series", 0.0, 0.0, style.width, style.height, groups=(Placed(0.0, 0.0, group),))
    return DisplayList(style.width, style.height, frame, data.spoken)


class _Drawing:
    """Where days and values stand."""

    def __init__(self, data: SeriesData, style: ChartStyle) -> None:
        self.data, self.style, self.unit = data, style, style.unit
        unit = self.unit
        self.values: Sequence[Measured] = data.judged.values
        self.limits = data.judged.newest.limits if data.judged.newest is not None else None
        self.left, self.right = unit(_LEFT), style.width - unit(_RIGHT)
        self.top, self.bottom = unit(_TOP), style.height - unit(_BOTTOM)
        shown = [one.value for one in self.values]
        if self.limits is not None:
            shown += [self.limits.low, self.limits.high]
        if data.target.to_value is not None:
            shown.append(data.target.to_value)
        self.low, self.high = _ends(min(shown), max(shown), all_positive=min(v.value for v in self.values) >= 0)
        first, last = self.values[0].day, self.values[-1].day
        self.first, self.days = first, max((last - first).days, 1)

    def x(self, day: date) -> float:
        """Where a day stands."""
        if len(self.values) == 1:
            return (self.left + self.right) / 2
        return self.left + (day - self.first).days / self.days * (self.right - self.left)

    def y(self, value: float) -> float:
        """Where a value stands."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)

    def items(self) -> Iterator[Primitive]:
        """Everything, what lies below first."""
        yield from self._axis()
        yield from self._band()
        yield from self._target()
        yield from self._begins()
        yield from self._line()

    def _axis(self) -> Iterator[Primitive]:
        unit, texts = self.unit, self.style.texts
        for value in (self.low, self.high):
            y = self.y(value)
            yield marks.line(self.left, y, self.right, y, Role.FAINT_LINE, unit(1))
            yield self.style.small(own_number(value, texts), self.left - unit(6), y + unit.small.size * 0.33, align=1.0)
        last = float("inf")
        for one in reversed(self.values):
            x = self.x(one.day)
            if last - x >= unit(_LEAST_APART):
                words = texts.month(one.day) if _is_month_end(one.day) else texts.date(one.day, year=False)
                yield self.style.small(words, x, self.bottom + unit(17), align=0.5)
                last = x

    def _band(self) -> Iterator[Primitive]:
        if self.limits is None:
            return
        unit, texts = self.unit, self.style.texts
        top, bottom = self.y(self.limits.high), self.y(self.limits.low)
        top, bottom = max(top, self.top), min(bottom, self.bottom)
        wide = self.right - self.left
        yield Rect(self.left, top, wide, max(bottom - top, 0.6), fill=Role.OKAY_GROUND)
        for value, y in ((self.limits.high, top), (self.limits.low, bottom)):
            yield marks.line(self.left, y, self.right, y, Role.LINE, unit(1))
            if self.low <= value <= self.high:
                yield self.style.small(limit_number(value, texts), self.right + unit(8), y + unit.small.size * 0.33)
        y = self.y(self.limits.mean)
        yield marks.line(self.left, y, self.right, y, Role.MUTED, unit(1), (unit(4), unit(3)))

    def _target(self) -> Iterator[Primitive]:
        goal = self.data.target.to_value
        if goal is not None:
            y = self.y(goal)
            yield marks.line(self.left, y, self.right, y, Role.ACCENT, self.unit(1.4), (self.unit(6), self.unit(3)))

    def _begins(self) -> Iterator[Primitive]:
        unit = self.unit
        for day, number in self.data.begins:
            if not self.first <= day <= self.values[-1].day:
                continue
            x, r = self.x(day), unit(8)
            yield marks.line(x, self.top - unit(8), x, self.bottom, Role.ACCENT, unit(1.2))
            yield marks.circle(x, self.top - unit(14), r, fill=Role.SURFACE, stroke=Role.ACCENT, stroke_width=unit(1.2))
            base = self.top - unit(14) + unit.small.size * 0.35
            yield self.style.small(str(number), x, base, Role.ACCENT, align=0.5, strong=True)

    def _free(self, base: float) -> float:
        """Where words below a value stand: below the line of the target where that would go through them."""
        goal = self.data.target.to_value
        line = self.y(goal) if goal is not None else self.bottom
        size = self.unit.small.size
        through = base - size < line < base + size * 0.3
        return min(line + size * 1.1, self.bottom - size * 0.3) if through else base

    def _line(self) -> Iterator[Primitive]:
        unit, texts = self.unit, self.style.texts
        points = [(self.x(one.day), self.y(one.value)) for one in self.values]
        if len(points) > 1:
            segments = tuple(("M" if n == 0 else "L", x, y) for n, (x, y) in enumerate(points))
            yield Path(segments, stroke=Role.MUTED, stroke_width=unit(1.4), meaning=Meaning.FIGURE,
                       alternative=self.data.spoken)  # fmt: skip
        for n, ((x, y), one) in enumerate(zip(points, self.values, strict=True)):
            if n in self.data.judged.signals:
                above = self._above(n)
                good = above is not self.data.less
                role = Role.DELIGHTING if good else Role.DISAPPOINTING
                yield _triangle(x, y, unit(5.5), role, up=above)
                ink = Role.DELIGHTING if good else Role.DISAPPOINTING_TEXT
                words = measured_text(one.value, self.data.target, texts)
                base = y - unit(10) if above else self._free(y + unit(19))
                yield self.style.small(words, x, base, ink, align=0.5, strong=True)
            else:
                yield marks.circle(x, y, unit(3.2), fill=Role.MUTED)
                if n == len(points) - 1 and self.limits is None:
                    words = measured_text(one.value, self.data.target, texts)
                    yield self.style.small(words, x + unit(8), y + unit.small.size * 0.33, Role.INK, strong=True)

    def _above(self, n: int) -> bool:
        """Whether a signal lies above what was usual until then."""
        earlier = [one.value for one in self.values[:n]]
        return self.values[n].value > sum(earlier) / len(earlier)


def _triangle(x: float, y: float, size: float, role: Role, *, up: bool) -> Path:
    way = -1 if up else 1
    tip, foot = y + way * size, y - way * size * 0.8
    return Path((("M", x - size, foot), ("L", x + size, foot), ("L", x, tip), ("Z",)), fill=role)


def _is_month_end(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).month != day.month


def _ends(low: float, high: float, *, all_positive: bool) -> tuple[float, float]:
    """Round ends of the axis around the values; never below nought where no value is."""
    if low == high:
        low, high = low - 1, high + 1
    step = 10 ** floor(log10((high - low) / 2))
    step = step * 2 if (high - low) / step > 8 else step
    bottom = floor((low - (high - low) * 0.08) / step) * step
    top = -floor(-(high + (high - low) * 0.08) / step) * step
    return (max(bottom, 0.0) if all_positive else bottom), top
