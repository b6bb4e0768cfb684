"""A large sheet out of small ones: how many, what each shows, and where they are glued together."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final

MARGIN: Final = 28.35
"""Points (10 mm) no printer prints on, on each side of a small sheet."""
GLUE: Final = 28.35
"""Points (10 mm) in which two sheets show the same: the one is glued on the other there."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One small sheet: row and column from 0, and the part of the large sheet it shows, in points of it."""

    row: int
    column: int
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Tiling:
    """All sheets, row by row, and the size each of them is printed on."""

    sheet: tuple[float, float]
    rows: int
    columns: int
    tiles: tuple[Tile, ...]


def tiled(whole: tuple[float, float], sheet: tuple[float, float]) -> Tiling:
    """The sheets for a large one, in the direction that takes fewer; every part of it is on at least one of them."""
    upright, flat = (_tiled(whole, (size[0], size[1])) for size in ((min(sheet), max(sheet)), (max(sheet), min(sheet))))
    return upright if len(upright.tiles) < len(flat.tiles) else flat


def _tiled(whole: tuple[float, float], sheet: tuple[float, float]) -> Tiling:
    room = sheet[0] - 2 * MARGIN, sheet[1] - 2 * MARGIN
    columns, rows = (max(ceil((w - GLUE) / (r - GLUE)), 1) for w, r in zip(whole, room, strict=True))
    tiles = []
    for row in range(rows):
        for column in range(columns):
            x, y = column * (room[0] - GLUE), row * (room[1] - GLUE)
            tiles.append(Tile(row, column, x, y, min(room[0], whole[0] - x), min(room[1], whole[1] - y)))
    return Tiling(sheet, rows, columns, tuple(tiles))
