"""Charts with a row per touchpoint: names at the left, one axis for all; many rows become thin, five of them named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from cxstudio.layout.charts.chart_base import FEW, NAMED, ChartStyle, Spot
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import Meaning, Primitive, TextLine
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id

MOST_ROW: Final = 30.0
_LEAST_GAP: Final = 1.5
_NAMES_SHARE: Final = 0.34
_MOST_LINES: Final = 2
"""Of a name, where rows are low."""


class Rows:
    """How high rows are, where they stand and where their names go."""

    def __init__(
        self,
        touchpoints: Sequence[Id],
        names: Sequence[str],
        style: ChartStyle,
        width: float,
        height: float,
        *,
        above: float = 0.0,
        below: float = 0.0,
        named: Sequence[int] = (),
    ) -> None:
        self.touchpoints, self.names, self.style, self.unit = touchpoints, names, style, style.unit
        self.width, self.above = width, above
        self.many = len(touchpoints) > FEW
        room = max(height - above - below, 1.0) / max(len(touchpoints), 1)
        self.named = list(dict.fromkeys(named))[:NAMED] if self.many else list(range(len(touchpoints)))
        used = [style.width_of(names[i]) for i in self.named]
        self.left = min(max(used, default=0.0), width * _NAMES_SHARE) + style.unit(22 if self.many else 18)
        small = style.unit.small
        self._most = max(_MOST_LINES, int(room // small.leading)) if style.whole else _MOST_LINES
        lines = max((len(self._lines(i)) for i in self.named), default=1) if not self.many else 1
        least = 0.0 if self.many else lines * small.leading + style.unit(_LEAST_GAP)
        self.row = max(least, min(room, style.unit(MOST_ROW)))
        self.foot = above + self.row * len(touchpoints)
        self.height = self.foot + below

    def top(self, row: int) -> float:
        """The upper edge of a row."""
        return self.above + row * self.row

    def middle(self, row: int) -> float:
        """The middle of a row."""
        return self.top(row) + self.row / 2

    def base(self, row: int) -> float:
        """The baseline of small text in the middle of a row."""
        return self.middle(row) + self.unit.small.size * 0.33

    def spots(self) -> tuple[Spot, ...]:
        """Every row over its whole width."""
        return tuple(Spot(t, Box(0.0, self.top(i), self.width, self.row)) for i, t in enumerate(self.touchpoints))

    def _lines(self, row: int) -> tuple[text.Line, ...]:
        """A row's name over lines: two have room in every row of few."""
        small, wide = self.unit.small, self.left - self.unit(12)
        return text.wrap(self.style.fonts, self.names[row], small.face, small.size, wide, self._most, self.style.whole)

    def name(self, row: int) -> tuple[TextLine, ...]:
        """A row's name, right against the chart. Only for few rows."""
        small, wide = self.unit.small, self.left - self.unit(12)
        top = self.middle(row) - len(self._lines(row)) * small.leading / 2
        return text.block(
            self.style.fonts, self.names[row], small, 0.0, top, wide, Role.INK, self._most, 1.0,
            meaning=Meaning.ROW_HEADER, words=self.style.whole,
        )  # fmt: skip

    def few_names(self) -> Iterator[tuple[Id, tuple[Primitive, ...], Box]]:
        """Among many: the named rows' names beside each other's room, a thin line from each to its row."""
        unit, style = self.unit, self.unit.small
        order = sorted(self.named)
        places = apart([self.middle(i) for i in order], style.leading, self.above, max(self.foot, self.above))
        wide = self.left - unit(16)
        for row, y in zip(order, places, strict=True):
            laid = text.fitted(self.style.fonts, self.names[row], style.face, style.size, wide, self.style.whole)
            x, top = wide - laid.width, y - style.leading / 2
            said = TextLine(x, top + style.rise, style.size, Role.INK, laid.runs, laid.width)
            leader = marks.line(wide + unit(2), y, self.left - unit(1), self.middle(row), Role.MUTED, unit(0.8))
            yield self.touchpoints[row], (said, leader), Box(x, top, laid.width, style.leading)


def apart(wanted: Sequence[float], gap: float, low: float, high: float) -> list[float]:
    """Ascending places at least `gap` from each other, as near to the wanted ones as pushing allows.

    Kept half a gap within low … high where there is room for all.
    """
    placed: list[float] = []
    for y in wanted:
        placed.append(max(y, placed[-1] + gap if placed else low + gap / 2))
    limit = max(high - gap / 2, low + gap * (len(placed) - 0.5))
    for i in range(len(placed) - 1, -1, -1):
        placed[i] = min(placed[i], limit)
        limit = placed[i] - gap
    return placed
