"""Tables of pre-wrapped text: rows are measured once and never cut in two."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from cxstudio.documents.content import Cell, Column, Row, Spacing, Style, Table, Text
from cxstudio.documents.paper import is_narrow
from cxstudio.documents.setting.page_numbers import page_room, with_page
from cxstudio.documents.setting.sheet import Sheet, rule
from cxstudio.documents.setting.type import BY_STYLE, HEAD, LARGE_BY_STYLE
from cxstudio.layout.display.display_list import Meaning, Primitive, Rect, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type

MOST_HEAD_LINES = 6
NUMBER_WIDTH = 14.0

_SPACES: Final = {
    Spacing.LIST: (4.0, 4.5, 6.0),
    Spacing.CLOSE: (4.0, 4.5, 8.0),
    Spacing.USUAL: (5.5, 6.0, 8.0),
    Spacing.ROOMY: (7.0, 8.0, 7.0),
    Spacing.STRIPED: (5.5, 6.0, 5.0),
    Spacing.LARGE: (7.0, 7.5, 9.0),
}
"""Above, below and beside a cell's text; none at the table's left and right edge where no ground is seen."""


@dataclass(frozen=True, slots=True)
class MeasuredRow:
    """A row's primitives in its own coordinates, and its height."""

    items: tuple[Primitive, ...]
    height: float
    record: str | None


class TableLayout:
    """A table of some width, whose rows are set one after the other, wherever there is room."""

    def __init__(self, fonts: FontBook, table: Table, width: float) -> None:
        self.fonts = fonts
        self._striped = table.spacing is Spacing.STRIPED
        self._above, self._below, self._aside = _SPACES[table.spacing]
        self._types: Mapping[Style, Type] = LARGE_BY_STYLE if table.spacing is Spacing.LARGE else BY_STYLE
        folds = is_narrow(width) and any(c.under is not None for c in table.columns)
        table = _folded(table) if folds else table
        self.columns, self.rows, self._onward = table.columns, table.rows, table.onward
        self._home = table.home
        widths = _widths(table.columns, width)
        if folds:
            widths = _at_least(widths, [self._least(place, width) for place in range(len(widths))])
        self.width = sum(widths)
        aside, edge, last = self._aside, (self._aside if self._striped else 0.0), len(widths) - 1
        self._places = [
            (sum(widths[:i]) + (aside if i else edge), w - (aside if i else edge) - (aside if i < last else edge))
            for i, w in enumerate(widths)
        ]
        """Left end and width of each column's text."""

    def head(self) -> tuple[list[Primitive], float]:
        """The headings, standing on one line at their bottom, and their height."""
        items: list[Primitive] = []
        counts = [
            len(setting.wrap(self.fonts, c.title, HEAD.face, HEAD.size, wide, MOST_HEAD_LINES))
            for (_, wide), c in zip(self._places, self.columns, strict=True)
        ]
        most = max(counts, default=1)
        for (x, wide), count, column in zip(self._places, counts, self.columns, strict=True):
            top = 2.0 + (most - count) * HEAD.leading
            items += setting.block(self.fonts, column.title, HEAD, x, top, wide, Role.MUTED, MOST_HEAD_LINES,
                                   column.align, meaning=Meaning.HEADER_CELL)  # fmt: skip
        height = 2.0 + most * HEAD.leading + 4.0
        items.append(rule(0.0, height, self.width))
        return items, height

    def row(self, row: Row, most: int | None = None) -> MeasuredRow:
        """A measured row; `most` bounds the texts in a cell, and the lines of each."""
        text: list[Primitive] = []
        height = 0.0
        for (x, wide), column, parts in zip(self._places, self.columns, row.cells, strict=True):
            y = self._above
            text_of_others = bool(text)
            meaning = _CELLS[text_of_others]
            for part in parts[:most] or (Text(""),):
                style = self._types[part.style]
                link = part.about or (None if text_of_others else row.record)
                lines = self._leading(part, style, x, y, wide, min(part.most, most or part.most), column.align,
                                      meaning, link)  # fmt: skip
                text += lines
                y = max(y, lines[-1].y + style.leading - style.rise) if part.text or part.about else y
            height = max(height, y)
        height += self._below
        return self._measured(text, height, row.record)

    def pieces(self, row: MeasuredRow, room: float) -> Iterator[MeasuredRow]:
        """The row, divided between its lines where it is higher than a page has room for."""
        lines = [item for item in row.items if isinstance(item, TextLine)]
        while row.height > room and len(lines) > 1:
            last = max(min(line.y for line in lines), room - self._below - max(line.size for line in lines) / 2)
            now, lines = [i for i in lines if i.y <= last], [i for i in lines if i.y > last]
            end = max(line.y + line.size / 2 for line in now) + self._below
            yield self._measured(self._each_cell(now), end, row.record)
            first = min(line.y - line.size for line in lines)
            lines = [replace(line, y=line.y - first + self._above) for line in lines]
            row = self._measured(self._each_cell(lines), row.height - first + self._above, row.record)
        yield row

    def _each_cell(self, lines: Sequence[TextLine]) -> list[TextLine]:
        """The lines of part of a row, with an empty one for each column that says nothing there."""
        whole: list[TextLine] = []
        for place, (x, wide) in enumerate(self._places):
            mine = [line for line in lines if x - 1.0 <= line.x <= x + wide + 1.0]
            whole += mine or [_empty(x, self._above, self._types[Style.PLAIN], _CELLS[bool(place)])]
        return whole

    def _measured(self, lines: Sequence[Primitive], height: float, record: str | None) -> MeasuredRow:
        return MeasuredRow((*lines, rule(0.0, height, self.width, Role.FAINT_LINE)), height, record)

    def put(self, sheet: Sheet, row: MeasuredRow, number: int, x: float, y: float) -> float:
        """Set one row on a sheet; returns its height. `number` counts the rows on this page."""
        striped = self._striped and number % 2 == 0
        under = [Rect(0.0, 0.0, self.width, row.height, fill=Role.LANE_GROUND)] if striped else []
        sheet.group(f"row:{number}", [*under, *row.items], x, y, row.record)
        if self._home and row.record is not None:
            sheet.homes.add(row.record)
        return row.height

    def put_head(self, sheet: Sheet, x: float, y: float) -> float:
        """Set the headings on a sheet; returns their height."""
        items, height = self.head()
        sheet.group("head", items, x, y)
        return height

    def _part(self, part: Text, style: Type, x: float, y: float, wide: float, most: int,
              align: float, meaning: Meaning) -> list[TextLine]:  # fmt: skip
        """One paragraph with its top at y.

        Without text it is one empty line, so that a reader of the page meets as many cells as there are columns.
        """
        indent = NUMBER_WIDTH if part.number else 0.0
        lines = setting.block(self.fonts, part.text, style, x + indent, y, wide - indent, part.role, most,
                              align, meaning=meaning, words=True)  # fmt: skip
        if not lines:
            return [_empty(x, y, style, meaning)]
        return [self._numbered(lines[0], part, style), *lines[1:]] if part.number else list(lines)

    def _leading(self, part: Text, style: Type, x: float, y: float, wide: float, most: int,
                 align: float, meaning: Meaning, link: str | None) -> list[TextLine]:  # fmt: skip
        """The paragraph as it leads to what it names, with room for the number of that page where one is said."""

        def led(wide: float) -> list[TextLine]:
            return [replace(line, link=link) for line in self._part(part, style, x, y, wide, most, align, meaning)]

        lines = led(wide)
        if link is None or not (part.about or self._onward):
            return lines
        left = x + (NUMBER_WIDTH if part.number else 0.0)
        numbered = with_page(self.fonts, lines, style, left, wide - (left - x), align)
        if numbered[-1].y > lines[-1].y and len(lines) >= most:
            numbered = with_page(self.fonts, led(wide - page_room(self.fonts, style)), style, left, wide, align)
        return numbered

    def _numbered(self, line: TextLine, part: Text, style: Type) -> TextLine:
        """The first line with the number ahead of it."""
        number = setting.line(self.fonts, part.number, style.face, style.size)
        runs = (*number.runs, *(replace(run, x=run.x + NUMBER_WIDTH) for run in line.runs))
        return replace(line, x=line.x - NUMBER_WIDTH, runs=runs, width=line.width + NUMBER_WIDTH)

    def _least(self, place: int, width: float) -> float:
        """What a column needs so that no word of it is broken; never more than its part of the table."""
        parts = [(part.text, self._types[part.style]) for row in self.rows for part in row.cells[place]]
        words = (
            (word, style)
            for text, style in ((self.columns[place].title, HEAD), *parts)
            for word in text.replace("\n", " ").split(" ")
        )
        longest = max((setting.width(self.fonts, word, t.face, t.size) for word, t in words), default=0.0)
        return min(longest + 2 * self._aside, width / len(self.columns))


_CELLS: Final = (Meaning.ROW_HEADER, Meaning.CELL)
"""What the first cell of a row is, and what the others are."""


def _empty(x: float, y: float, style: Type, meaning: Meaning) -> TextLine:
    """A line without text with its top at y."""
    return TextLine(x, y + style.rise, style.size, Role.INK, (), 0.0, meaning=meaning)


def _widths(columns: Sequence[Column], width: float) -> list[float]:
    """Shares come out at whole points; columns without one divide the rest evenly."""
    given = [float(round(c.share * width)) for c in columns]
    rest = (width - sum(given)) / max(1, given.count(0.0))
    return [wide or rest for wide in given]


def _at_least(widths: Sequence[float], least: Sequence[float]) -> list[float]:
    """The same total with no column under its least; the others give what they can spare, in proportion."""
    wanting = sum(max(0.0, low - wide) for wide, low in zip(widths, least, strict=True))
    spare = sum(max(0.0, wide - low) for wide, low in zip(widths, least, strict=True))
    return [max(wide, low) - max(0.0, wide - low) * wanting / (spare or 1.0)
            for wide, low in zip(widths, least, strict=True)]  # fmt: skip


def _folded(table: Table) -> Table:
    """The table with fewer columns: cells stand below those of the column they name, under their own heading."""
    columns, shares = table.columns, _widths(table.columns, 1000.0)
    below = {
        host: [guest for guest, column in enumerate(columns) if column.under == host]
        for host, column in enumerate(columns) if column.under is None
    }  # fmt: skip
    kept = tuple(replace(columns[i], share=sum(shares[p] for p in (i, *below[i])) / 1000.0) for i in below)
    rows = []
    for row in table.rows:
        said = [_labelled(column.title, parts) for column, parts in zip(columns, row.cells, strict=True)]
        cells = tuple((*row.cells[i], *(part for guest in below[i] for part in said[guest])) for i in below)
        rows.append(replace(row, cells=cells))
    return replace(table, columns=kept, rows=tuple(rows))


def _labelled(title: str, parts: Cell) -> Cell:
    """A cell that says what it is: ahead of its only line, else above."""
    if len(parts) == 1 and not parts[0].number and "\n" not in parts[0].text:
        return (replace(parts[0], text=f"{title}: {parts[0].text}"),)
    return (Text(title, Style.LABEL, Role.MUTED), *parts) if parts else ()
