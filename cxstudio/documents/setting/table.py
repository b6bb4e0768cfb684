"""Tables of pre-wrapped text: rows are measured once and never cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cxstudio.documents.setting.sheet import Sheet, rule
from cxstudio.documents.setting.type import CELL, HEAD
from cxstudio.layout.display.display_list import Meaning, Primitive, Rect, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type

MOST_HEAD_LINES = 3
MOST_LINES = 24
"""Lines one part of a cell may take; a longer text ends in an ellipsis."""
NUMBER_WIDTH = 14.0
TALLEST_ROW = 320.0
"""A cell that would be higher ends in an ellipsis, so that no row outgrows a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its heading, width in points and alignment (0 left, 0.5 middle, 1 right)."""

    title: str
    width: float
    align: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph in a cell."""

    text: str
    style: Type = CELL
    role: Role = Role.INK
    most: int = MOST_LINES
    number: str = ""
    """Stands ahead of the text, which hangs behind it."""


Cell = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `record` is what a click on it would select."""

    cells: tuple[Cell, ...]
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """Spaces of a table, in points."""

    above: float = 5.5
    below: float = 6.0
    aside: float = 6.0
    """Left and right of a cell's text."""
    zebra: bool = False
    """Grounds on every second row; without them the outer columns have no space beside the table's edge."""


def cell(text: str, style: Type = CELL, role: Role = Role.INK, most: int = MOST_LINES) -> Cell:
    """A cell of one paragraph."""
    return (Part(text, style, role, most),) if text else ()


class Table:
    """A table whose rows are set one after the other, wherever there is room."""

    def __init__(self, fonts: FontBook, columns: Sequence[Column], look: Look = Look()) -> None:
        self.fonts = fonts
        self.columns = columns
        self.look = look
        self.width = sum(c.width for c in columns)
        starts = [sum(c.width for c in columns[:i]) for i in range(len(columns))]
        edge, last = (look.aside if look.zebra else 0.0), len(columns) - 1
        self._places = [
            (
                start + (look.aside if i else edge),
                c.width - (look.aside if i else edge) - (look.aside if i < last else edge),
            )
            for i, (start, c) in enumerate(zip(starts, columns, strict=True))
        ]
        """Left end and width of each column's text."""

    def head(self) -> tuple[list[Primitive], float]:
        """The headings, standing on one line at their bottom, and their height."""
        items: list[Primitive] = []
        counts = [len(self._wrapped(c.title, wide)) for (_, wide), c in zip(self._places, self.columns, strict=True)]
        most = max(counts, default=1)
        for (x, wide), count, column in zip(self._places, counts, self.columns, strict=True):
            top = 2.0 + (most - count) * HEAD.leading
            items += setting.block(self.fonts, column.title, HEAD, x, top, wide, Role.MUTED, MOST_HEAD_LINES,
                                   column.align, meaning=Meaning.HEADER_CELL)  # fmt: skip
        height = 2.0 + most * HEAD.leading + 4.0
        items.append(rule(0.0, height, self.width))
        return items, height

    def row(self, row: Row, number: int) -> tuple[list[Primitive], float]:
        """A row's primitives in its own coordinates, and its height."""
        look = self.look
        text: list[Primitive] = []
        height = 0.0
        for (x, wide), column, parts in zip(self._places, self.columns, row.cells, strict=True):
            y = look.above
            for part in parts or (Part(""),):
                most = min(part.most, int((TALLEST_ROW - y) // part.style.leading))
                lines = self._part(part, x, y, wide, most, column.align)
                text += lines
                y = max(y, lines[-1].y + part.style.leading - part.style.rise) if part.text else y
                if most <= 0:
                    break
            height = max(height, y)
        height += look.below
        under: list[Primitive] = []
        if look.zebra and number % 2 == 0:
            under.append(Rect(0.0, 0.0, self.width, height, fill=Role.LANE_GROUND))
        return [*under, *text, rule(0.0, height, self.width, Role.FAINT_LINE)], height

    def _part(self, part: Part, x: float, y: float, wide: float, most: int, align: float) -> list[TextLine]:
        """One paragraph with its top at y; an ellipsis where there is no line left for it.

        Without text it is one empty line, so that a reader of the page meets as many cells as there are columns.
        """
        indent = NUMBER_WIDTH if part.number else 0.0
        shown = part.text if most > 0 else setting.ELLIPSIS
        lines = setting.block(self.fonts, shown, part.style, x + indent, y, wide - indent, part.role, max(most, 1),
                              align, meaning=Meaning.CELL)  # fmt: skip
        if not lines:
            return [TextLine(x, y + part.style.rise, part.style.size, part.role, (), 0.0, meaning=Meaning.CELL)]
        return [self._numbered(lines[0], part), *lines[1:]] if part.number else list(lines)

    def _numbered(self, line: TextLine, part: Part) -> TextLine:
        """The first line with the number ahead of it."""
        number = setting.line(self.fonts, part.number, part.style.face, part.style.size)
        runs = (*number.runs, *(replace(run, x=run.x + NUMBER_WIDTH) for run in line.runs))
        return replace(line, x=line.x - NUMBER_WIDTH, runs=runs, width=line.width + NUMBER_WIDTH)

    def put(self, sheet: Sheet, row: Row, number: int, x: float, y: float) -> float:
        """Set one row on a sheet; returns its height."""
        items, height = self.row(row, number)
        sheet.group(f"row:{number}", items, x, y, row.record)
        return height

    def put_head(self, sheet: Sheet, x: float, y: float) -> float:
        """Set the headings on a sheet; returns their height."""
        items, height = self.head()
        sheet.group("head", items, x, y)
        return height

    def _wrapped(self, text: str, wide: float) -> tuple[setting.Line, ...]:
        return setting.wrap(self.fonts, text, HEAD.face, HEAD.size, wide, MOST_HEAD_LINES)
