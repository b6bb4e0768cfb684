"""How a poster is cut into tiles for a printer with small paper."""

from __future__ import annotations

import math
from typing import Final, NamedTuple

TILE_MARGIN: Final = 28.0
"""White around a tile, in points: what a printer cannot print on."""
GLUE: Final = 28.0
"""What two tiles have in common, in points."""


class Grid(NamedTuple):
    """How a poster is cut into tiles: each shows a window of it, and has a strip in common with the next."""

    poster: tuple[float, float]
    page: tuple[float, float]
    window: tuple[float, float]
    rows: int
    columns: int

    @classmethod
    def of(cls, poster: tuple[float, float], tile: tuple[float, float]) -> Grid:
        """The cut that takes the fewest tiles, upright or across."""
        return min((cls._with(poster, page) for page in (tile, tile[::-1])), key=lambda grid: grid.rows * grid.columns)

    @classmethod
    def _with(cls, poster: tuple[float, float], page: tuple[float, float]) -> Grid:
        wide, high = (2 * math.floor((side - 2 * TILE_MARGIN) / 2) for side in page)
        columns = max(1, math.ceil((poster[0] - GLUE) / (wide - GLUE)))
        rows = max(1, math.ceil((poster[1] - GLUE) / (high - GLUE)))
        return cls(poster, page, (wide, high), rows, columns)

    def corner(self, row: int, column: int) -> tuple[float, float]:
        """Where a tile's window begins on the poster: from the left, from the top."""
        return column * (self.window[0] - GLUE), row * (self.window[1] - GLUE)

    def name(self, row: int, column: int) -> str:
        """A letter for the row, a number for the column: "B3"."""
        letters = ""
        row += 1
        while row:
            row, rest = divmod(row - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{column + 1}"
