"""Where the names of marks find room: beside them, else a little way off with a thin line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Final

from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.display.box import Box
from cxstudio.layout.display.display_list import TextLine
from cxstudio.layout.display.label_collision import fit_together
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id

_LED: Final = 4
"""Names, most wanted first, that a thin line may lead to where there is no room beside the mark."""
_MOST_NAME: Final = 120.0


@dataclass(frozen=True, slots=True)
class Naming:
    """What names must fit into and between."""

    style: ChartStyle
    plot: Box
    radius: float
    """Of a mark."""
    many: bool
    """Names then stand on plates and may cover marks."""

    @property
    def unit(self) -> TypeScale:
        """Spaces and type."""
        return self.style.unit

    def place(
        self, named: Mapping[Id, str], places: Mapping[Id, tuple[float, float]], taken: Sequence[Box]
    ) -> dict[Id, tuple[TextLine, Box]]:
        """Names beside their marks, each where it covers neither a name nor (among few) another mark."""
        style, r = self.unit.small, self.radius
        around = [] if self.many else [Box(x - r, y - r, 2 * r, 2 * r) for x, y in places.values()]
        laid: dict[Id, text.Line] = {}
        spots: list[tuple[Id, list[Box]]] = []
        usual = max(self.unit(_MOST_NAME), self.plot.width * 0.26)
        most = self.plot.width / 2 if self.style.whole else min(usual, self.plot.width / 2)
        for touchpoint in (t for t in named if t in places):
            line = laid[touchpoint] = text.fitted(
                self.style.fonts, named[touchpoint], style.face, style.size, most, self.style.whole
            )
            inside = (b for b in self._beside(*places[touchpoint], line.width, style.leading) if b.inside(self.plot))
            free = [box for box in inside if not any(box.meets(b) for b in (*taken, *around))]
            spots.append((touchpoint, [box for box in free if self._belongs(box, places, touchpoint)]))
        found = fit_together(spots)
        led = (t for t in list(laid)[:_LED] if t not in found and not self.many)
        for touchpoint in led:
            box = self._led(places[touchpoint], laid[touchpoint].width, (*taken, *around, *found.values()))
            if box is not None:
                found[touchpoint] = box
        return {t: (_line(laid[t], box, style.rise, style.size), box) for t, box in found.items()}

    def _led(self, at: tuple[float, float], wide: float, covered: Sequence[Box]) -> Box | None:
        """A place a little way off, for a name that a thin line leads to without crossing anything."""
        fits = (
            b
            for b in _far_spots(*at, wide, self.unit.small.leading)
            if b.inside(self.plot) and not any(b.meets(o) for o in covered)
        )
        return next((b for b in fits if not any(o.distance(*p) < 0.5 for p in b.way(at) for o in covered)), None)

    def _belongs(self, box: Box, places: Mapping[Id, tuple[float, float]], touchpoint: Id) -> bool:
        """Whether no other mark is nearer to a name than its own."""
        own = box.distance(*places[touchpoint])
        return self.many or all(own <= box.distance(*at) for t, at in places.items() if t != touchpoint)

    def _beside(self, x: float, y: float, wide: float, tall: float) -> Iterator[Box]:
        """Places for a name, the best one first: right, left, above, below, the corners, then farther off."""
        r, gap = self.radius, self.unit(5)
        for far in (0.0, tall * 0.6, tall * 1.2):
            right, left = x + r + gap, x - r - gap - wide
            above, below, level = y - r - gap - tall - far, y + r + gap + far, y - tall / 2
            if not far:
                yield Box(right, level, wide, tall)
                yield Box(left, level, wide, tall)
            for down in (below, above):
                yield Box(x - wide / 2, down, wide, tall)
                yield Box(right - r, down, wide, tall)
                yield Box(left + r, down, wide, tall)
            if far:
                for side in (right, left):
                    yield Box(side, level - far, wide, tall)
                    yield Box(side, level + far, wide, tall)


def _line(laid: text.Line, box: Box, rise: float, size: float) -> TextLine:
    return TextLine(box.x, box.y + rise, size, Role.INK, laid.runs, laid.width)


def _far_spots(x: float, y: float, wide: float, tall: float) -> Iterator[Box]:
    """Places a little way off, the nearest first."""
    for far in range(18, 100, 6):
        for step in range(24):
            way = step * pi / 12
            cx, cy = x + far * cos(way), y + far * sin(way)
            left = cx if cos(way) > 0.3 else cx - wide if cos(way) < -0.3 else cx - wide / 2
            yield Box(left, cy - tall / 2, wide, tall)
