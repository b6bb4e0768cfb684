"""Values from left to right below a chart: where each stands, and the lines and numbers that say so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Primitive
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale


class ValueAxis(NamedTuple):
    """From `low` at the left over a width to `high`, evenly."""

    left: float
    width: float
    low: float
    high: float

    def x(self, value: float) -> float:
        """Where a value stands."""
        return self.left + (value - self.low) / (self.high - self.low) * self.width

    def lines(
        self, values: Iterable[int], top: float, bottom: float, unit: TypeScale,
        number: Callable[[int, float], Primitive],
    ) -> Iterator[Primitive]:  # fmt: skip
        """A line for each value, nought stronger, and its number, which is given the line's place."""
        for value in values:
            x = self.x(value)
            role = Role.MUTED if value == 0 else Role.FAINT_LINE
            yield marks.line(x, top, x, bottom, role, unit(1.0))
            yield number(value, x)
