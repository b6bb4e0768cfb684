"""Tables cut into slides: how wide columns and how high rows are, in type that can be read from a chair."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, NamedTuple

from cxstudio.documents.content import Cell, Column, Style, Table, Text
from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.hyphenation import SOFT, break_points
from cxstudio.look.fonts import FontBook

SIZE: Final = 12.0
"""Of a plain text in a cell, in points."""
SMALLEST: Final = 10.0
_SIZES: Final = {Style.SMALL: SMALLEST, Style.LABEL: SMALLEST}
_LEADING: Final = 1.22
STRONG: Final = frozenset({Style.STRONG, Style.FIGURE, Style.LABEL})
_AFTER_HYPHEN: Final = re.compile(r"(?<=[\w][-–/])(?=\w)")
_SPACE: Final = re.compile(r"[^\S\u00a0\u202f]+")
PAD_X: Final = 5.0
PAD_Y: Final = 3.0
_SCALES: Final = (1.4, 1.2, 1.0)
_SMALLER: Final = (0.9, 0.8)
"""Tried where a word is wider than its column: whoever shows the slides would break it anywhere."""


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
    scales = (usual, *_SMALLER)
    usual = next((scale for scale in scales if _whole(table, width, _Type(fonts, scale, wider))), scales[-1])
    pages = _pages(table, width, height, _Type(fonts, usual, wider))
    types = (_Type(fonts, scale, wider) for scale in larger if usual == _SCALES[-1])
    tried = (_pages(table, width, height, type_) for type_ in types if _whole(table, width, type_))
    fits = (found for found in tried if len(found) == len(pages) and found[0].head + sum(found[0].heights) <= height)
    return next(fits, pages) if len(pages) == 1 else pages


class _Type(NamedTuple):
    """How words are measured."""

    fonts: FontBook
    scale: float
    wider: float

    def widest(self, part: Text, *, broken: bool = False) -> float:
        """How wide its longest word is; or the longest part of one."""
        face, words = "semibold" if part.style in STRONG else "regular", said(part)
        if broken:
            words = " ".join(map(_broken, _SPACE.split(words))).replace(SOFT, "- ")
        return widest_word(self.fonts, words, face, size_of(part) * self.scale * self.wider)

    def parted(self, table: Table, widths: Sequence[float]) -> Table:
        """The table with soft hyphens in words that are still wider than their column: where compounds meet, if any."""
        columns = tuple(replace(column, title=self._soft(Text(column.title, Style.LABEL), wide).text)
                        for column, wide in zip(table.columns, widths, strict=True))  # fmt: skip
        rows = tuple(
            replace(row, cells=tuple(
                tuple(self._soft(part, wide) for part in cell)
                for cell, wide in zip(row.cells, widths, strict=False)))
            for row in table.rows
        )  # fmt: skip
        return replace(table, columns=columns, rows=rows)

    def _soft(self, part: Text, wide: float) -> Text:
        if self.widest(part) <= wide - 2 * PAD_X:
            return part
        face = "semibold" if part.style in STRONG else "regular"
        size = size_of(part) * self.scale * self.wider
        return replace(part, text=with_soft_hyphens(self.fonts, part.text, face, size, wide - 2 * PAD_X))

    def high(self, part: Text, wide: float) -> float:
        """What a text needs in a column."""
        size, words = size_of(part) * self.scale, said(part)
        face = "semibold" if part.style in STRONG else "regular"
        room = max(wide - 2 * PAD_X, size)
        return len(text.wrap(self.fonts, words, face, size * self.wider, room)) * size * _LEADING if words else 0.0


def _pages(table: Table, width: float, height: float, type_: _Type) -> list[TablePage]:
    widths = _widths(table, width, type_)
    table = type_.parted(table, widths)
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


def _widths(table: Table, width: float, type_: _Type) -> tuple[float, ...]:
    """As the columns' shares say; one that is too narrow for a word of its own takes room from the others."""
    free = sum(1 for column in table.columns if not column.share)
    left = 1.0 - sum(column.share for column in table.columns)
    shares = [column.share or left / max(free, 1) for column in table.columns]
    wished = [share / sum(shares) * width for share in shares]
    least = _least(table, type_)
    spare = [max(wish - needed, 0.0) for wish, needed in zip(wished, least, strict=True)]
    short = [max(needed - wish, 0.0) for wish, needed in zip(wished, least, strict=True)]
    if not any(short):
        return tuple(wished)
    if sum(least) >= width:
        parts = _least(table, type_, broken=True)
        left = max(width - sum(parts), 0.0) / max(sum(least) - sum(parts), 1.0)
        each = [part + left * (needed - part) for part, needed in zip(parts, least, strict=True)]
        return tuple(wide / sum(each) * width for wide in each)
    taken = sum(short) / sum(spare)
    return tuple(w + s - taken * p for w, s, p in zip(wished, short, spare, strict=True))


def _least(table: Table, type_: _Type, *, broken: bool = False) -> list[float]:
    """What each column needs so that no word in it is broken; or so that each is broken only where it may be."""
    widest = partial(type_.widest, broken=broken)
    needed = [widest(Text(column.title, Style.LABEL)) for column in table.columns]
    for row in table.rows:
        for place, cell in enumerate(row.cells[: len(needed)]):
            needed[place] = max([needed[place], *map(widest, cell)])
    return [wide + 2 * PAD_X + 1.0 for wide in needed]


def _whole(table: Table, width: float, type_: _Type) -> bool:
    """Whether every word fits its column, once those with room to spare have given some of it."""
    return sum(_least(table, type_)) <= width


def widest_word(fonts: FontBook, words: str, face: str, size: float) -> float:
    """How wide the longest word of a text is; 0 of none. A hyphen ends a word, as it ends a line; what glue holds
    together is one: "32,000 €"."""
    each = (part for word in _SPACE.split(words) for part in _AFTER_HYPHEN.split(word))
    return max((text.width(fonts, part, face, size) for part in each if part), default=0.0)


def with_soft_hyphens(fonts: FontBook, words: str, face: str, size: float, wide: float) -> str:
    """A text in which every word that is wider may be broken: where the parts of a compound meet, else at syllables."""
    return " ".join(_broken(word) if widest_word(fonts, word, face, size) > wide else word for word in words.split(" "))


def _broken(word: str) -> str:
    points = break_points(word)
    chosen = [point.at for point in points if point.joint] or [point.at for point in points]
    ends = zip([0, *chosen], [*chosen, len(word)], strict=True)
    return SOFT.join(word[start:end] for start, end in ends)


def said(part: Text) -> str:
    """A text with its number ahead."""
    return f"{part.number}. {part.text}" if part.number else part.text
