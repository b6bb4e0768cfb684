"""Tables cut into slides: how wide columns and how high rows are, in type that can be read from a chair."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from cxstudio.documents.content import Cell, Column, Style, Table, Text
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook

SIZE: Final = 12.0
"""Of a plain text in a cell, in points."""
SMALLEST: Final = 10.0
_SIZES: Final = {Style.SMALL: SMALLEST, Style.LABEL: SMALLEST}
_LEADING: Final = 1.22
STRONG: Final = frozenset({Style.STRONG, Style.FIGURE, Style.LABEL})
PAD_X: Final = 5.0
PAD_Y: Final = 3.0
_SCALES: Final = (1.4, 1.2, 1.0)


@dataclass(frozen=True, slots=True)
class TablePage:
    """As many rows as a slide holds, below the headings; all in points."""

    columns: tuple[Column, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    heights: tuple[float, ...]
    head: float
    scale: float = 1.0
    """How much larger than usual its type is."""


def size_of(part: Text) -> float:
    """The size a text in a cell is set in where nothing is enlarged, in points."""
    return _SIZES.get(part.style, SIZE)


def table_pages(table: Table, width: float, height: float, fonts: FontBook, wider: float) -> list[TablePage]:
    """The table over as many slides as it takes, in type as large as costs no further one; a row is never cut.

    `wider` is how much wider than ours the font of the base may be.
    """
    *larger, usual = _SCALES
    pages = _pages(table, width, height, _Type(fonts, usual, wider))
    tried = (_pages(table, width, height, _Type(fonts, scale, wider)) for scale in larger)
    fits = (found for found in tried if len(found) == len(pages) and found[0].head + sum(found[0].heights) <= height)
    return next(fits, pages) if len(pages) == 1 else pages


class _Type(NamedTuple):
    """How words are measured."""

    fonts: FontBook
    scale: float
    wider: float

    def high(self, part: Text, wide: float) -> float:
        """What a text needs in a column."""
        size, words = size_of(part) * self.scale, said(part)
        face = "semibold" if part.style in STRONG else "regular"
        room = max(wide - 2 * PAD_X, size)
        return len(text.wrap(self.fonts, words, face, size * self.wider, room)) * size * _LEADING if words else 0.0


def _pages(table: Table, width: float, height: float, type_: _Type) -> list[TablePage]:
    widths = _widths(table.columns, width)
    titles = (Text(column.title, Style.LABEL) for column in table.columns)
    head = max(type_.high(title, wide) for title, wide in zip(titles, widths, strict=True)) + 2 * PAD_Y
    least = SIZE * type_.scale * _LEADING
    pages: list[TablePage] = []
    rows: list[tuple[Cell, ...]] = []
    heights: list[float] = []
    for row in table.rows:
        needed = (sum(type_.high(part, wide) for part in cell) for cell, wide in zip(row.cells, widths, strict=False))
        high = max([least, *needed]) + 2 * PAD_Y
        if rows and head + sum(heights) + high > height:
            pages.append(TablePage(table.columns, widths, tuple(rows), tuple(heights), head, type_.scale))
            rows, heights = [], []
        rows.append(row.cells)
        heights.append(high)
    pages.append(TablePage(table.columns, widths, tuple(rows), tuple(heights), head, type_.scale))
    return pages


def _widths(columns: tuple[Column, ...], width: float) -> tuple[float, ...]:
    free = sum(1 for column in columns if not column.share)
    left = 1.0 - sum(column.share for column in columns)
    shares = [column.share or left / max(free, 1) for column in columns]
    whole = sum(shares)
    return tuple(share / whole * width for share in shares)


def said(part: Text) -> str:
    """A text with its number ahead."""
    return f"{part.number}. {part.text}" if part.number else part.text
