"""A section over as many pages as it needs: headline, running text, tables, drawings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from cxstudio.documents.content import Block, Figure, Heading, Paragraph, Room, Section, Spacing, Table
from cxstudio.documents.paper import MARGIN, Paper, is_narrow
from cxstudio.documents.setting.page_numbers import with_page
from cxstudio.documents.setting.sheet import Mark, Sheet
from cxstudio.documents.setting.table import TableLayout
from cxstudio.documents.setting.type import BODY, LEAD, SECTION, TITLE, TITLE_AGAIN
from cxstudio.layout.display.display_list import DisplayList, Meaning, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type

GAP = 10.0
MOST_TITLE_LINES = 12
MOST_TITLE_AGAIN_LINES = 2
MOST_LEAD_LINES = 12
LONGEST_LINE = 620.0
"""Longer lines of running text are hard to read."""
MOST_LINES_TOGETHER = 6
"""Lines of a heading that are kept together with what follows."""
_LITTLE = 0.4
"""Of a page: how little on the last one is worth setting rows closer for."""
_CLOSER: Final = {Spacing.ROOMY: Spacing.CLOSE, Spacing.USUAL: Spacing.CLOSE}
_BETWEEN = 28.0
"""Two drawings side by side."""


def section_pages(section: Section, paper: Paper, fonts: FontBook) -> list[Sheet]:
    """The pages of a section, filled from top to bottom; rows stand closer where that spares a page."""
    pages = _pages(section, paper, fonts)
    if len(pages) == 1 or (pages[-1].end or paper.bottom) > MARGIN + _LITTLE * (paper.bottom - MARGIN):
        return pages
    closer = _pages(_closer(section), paper, fonts)
    return closer if len(closer) < len(pages) else pages


def _closer(section: Section) -> Section:
    blocks = tuple(
        replace(block, spacing=_CLOSER.get(block.spacing, block.spacing)) if isinstance(block, Table) else block
        for block in section.blocks
    )
    return replace(section, blocks=blocks)


def _pages(section: Section, paper: Paper, fonts: FontBook) -> list[Sheet]:
    flow = _Flow(section, paper, fonts)
    for line in _lines(section.blocks, beside=not is_narrow(paper.room)):
        flow.put(line)
    return flow.pages()


def _lines(blocks: Iterable[Block], *, beside: bool) -> Iterator[tuple[Block, ...]]:
    """Blocks one after the other; two small drawings that follow each other share a line."""
    for half, run in groupby(blocks, lambda block: beside and isinstance(block, Figure) and block.width <= 0.5):
        left = tuple(run)
        while left:
            taken = 2 if half else 1
            yield left[:taken]
            left = left[taken:]


class _Flow:
    """Fills pages and begins a new one when there is no room."""

    def __init__(self, section: Section, paper: Paper, fonts: FontBook) -> None:
        self._section, self._paper, self._fonts = section, paper, fonts
        self._upright = paper.width < paper.height
        self._sheets: list[Sheet] = []
        self._y = self._start = 0.0
        self._begin(TITLE, Role.INK, Meaning.TITLE, MOST_TITLE_LINES, section.lead)
        self._whole = self._room
        """Height a drawing may take: on every page what the first has room for."""
        self._most = self._room - TITLE_AGAIN.leading * MOST_TITLE_AGAIN_LINES
        """Height a row may take on any page."""

    @property
    def _sheet(self) -> Sheet:
        return self._sheets[-1]

    @property
    def _room(self) -> float:
        return self._paper.bottom - self._y

    @property
    def _fresh(self) -> bool:
        """Whether nothing stands below this page's headline yet."""
        return self._y <= self._start

    def pages(self) -> list[Sheet]:
        """The pages filled so far."""
        self._sheet.end = self._y - 4.0
        return self._sheets

    def put(self, line: Sequence[Block]) -> None:
        """Set a block, or the drawings of one line."""
        match line[0]:
            case Heading(text, record):
                self._heading(text, record)
            case Paragraph(text, role, about):
                self._paragraph(text, role, about)
            case Table() as table:
                self._table(table)
            case Figure():
                self._figures([block for block in line if isinstance(block, Figure)])

    def _begin(self, style: Type, role: Role, meaning: Meaning, most: int, lead: str = "") -> None:
        """Begin a page with the headline, and on the first the lead."""
        first = not self._sheets
        headline = self._section.headline if first else self._section.again or self._section.headline
        self._sheets.append(
            Sheet(self._fonts, self._paper, self._section.headline if first else "", self._section.note)
        )
        wide = self._paper.room
        lines = setting.block(self._fonts, headline, style, MARGIN, MARGIN, wide, role, most, meaning=meaning,
                              words=True)  # fmt: skip
        place = (self._section.place or None) if first else None
        self._sheet.group("text", [replace(line, link=place) for line in lines], record=place)
        self._y = MARGIN + len(lines) * style.leading + 3.0
        if lead:
            high = self._sheet.text(lead, LEAD, MARGIN, self._y, wide, Role.MUTED, MOST_LEAD_LINES)
            self._sheet.marks.append(Mark("lead", lead, MARGIN, self._y, wide, high, LEAD.size))
            self._y += high
        self._y += GAP
        self._start = self._y

    def _new_page(self) -> None:
        """Go on on the next page, under the headline repeated small, and said to be continued."""
        self._begin(TITLE_AGAIN, Role.MUTED, Meaning.TEXT, MOST_TITLE_AGAIN_LINES)

    def _need(self, height: float) -> None:
        """Begin a new page unless there is this much room, or nothing on this one yet."""
        if height > self._room and not self._fresh:
            self._new_page()

    def _heading(self, text: str, record: str | None = None) -> None:
        """A heading within the section, kept with what follows; a very long one is broken over pages as a paragraph."""
        if not self._fresh:
            self._y += GAP
        lines = setting.block(self._fonts, text, SECTION, MARGIN, 0.0, self._paper.room, Role.INK,
                              meaning=Meaning.HEADING)  # fmt: skip
        self._need(min(len(lines), MOST_LINES_TOGETHER) * SECTION.leading + 3 * BODY.leading)
        self._lines_over_pages([replace(line, link=record) for line in lines], SECTION, record)
        self._y += 3.0

    def _paragraph(self, text: str, role: Role, about: str | None) -> None:
        """Running text, broken over pages between its lines."""
        wide = min(self._paper.room, LONGEST_LINE)
        lines: Sequence[TextLine] = setting.block(self._fonts, text, BODY, MARGIN, 0.0, wide, role)
        if about is not None and lines:
            lines = with_page(self._fonts, [replace(line, link=about) for line in lines], BODY, MARGIN, wide)
        self._lines_over_pages(lines, BODY)
        self._y += 4.0

    def _lines_over_pages(self, lines: Sequence[TextLine], style: Type, record: str | None = None) -> None:
        """Lines one below the other; at least two of them stay together on a page."""
        beside = len(lines) > 1 and lines[-1].y == lines[-2].y
        rest = lines[:-1] if beside else lines
        while rest:
            fitting = int(self._room // style.leading)
            if fitting < min(2, len(rest)) and not self._fresh:
                self._new_page()
                continue
            now, rest = rest[: max(1, fitting)], rest[max(1, fitting) :]
            shown = [*now, lines[-1]] if beside and not rest else now
            self._sheet.group("text", shown, 0.0, self._y - (now[0].y - style.rise), record)
            self._y += len(now) * style.leading

    def _table(self, table: Table) -> None:
        """A table over as many pages as it needs, its headings repeated; only a row higher than a page is divided.

        Its title, where it has one, stands on the page of its first row.
        """
        if not table.rows:
            self._missing(table.title, table.empty)
        laid = TableLayout(self._fonts, table, self._paper.room)
        title, head_height = table.title, laid.head()[1]
        begun: Sheet | None = None
        number = 0
        most = self._most - head_height - (SECTION.leading + GAP if title else 0.0)
        for row in (piece for each in laid.rows for piece in laid.pieces(laid.row(each), most)):
            if title:
                self._need(SECTION.leading + GAP + head_height + row.height)
                self._heading(title)
                title = ""
            self._need(row.height + (0.0 if begun is self._sheet else head_height))
            if begun is not self._sheet:
                self._y += laid.put_head(self._sheet, MARGIN, self._y)
                begun, number = self._sheet, 0
            self._y += laid.put(self._sheet, row, number, MARGIN, self._y)
            number += 1
        self._y += GAP

    def _figures(self, figures: Sequence[Figure]) -> None:
        """Drawings side by side, further pictures below where there is room; then why others are missing."""
        width = (self._paper.room - _BETWEEN * (len(figures) - 1)) / len(figures)
        drawn = [f.draw(Room(width, self._height(f), self._whole, self._fonts)) for f in figures if f.draw is not None]
        for pictures in zip(*drawn, strict=False):
            self._beside(pictures)
        for figure in figures:
            if figure.draw is None:
                self._missing(figure.title, figure.missing)
                self._y += GAP if self._upright else 0.0

    def _height(self, figure: Figure) -> float:
        """What it may take; on an upright page, where several follow each other, never more than half."""
        if figure.height is None:
            return self._whole
        return self._whole * min(figure.height, 0.5 if self._upright else 1.0) - GAP

    def _missing(self, title: str, why: str) -> None:
        """Instead of a table or drawing: why there is none; nothing without a reason."""
        if why:
            self._heading(title)
            self._paragraph(why, Role.MUTED, None)

    def _beside(self, pictures: Sequence[DisplayList]) -> None:
        height = max(picture.height for picture in pictures)
        self._need(height)
        x = MARGIN
        for picture in pictures:
            self._sheet.drawing(picture, x, self._y)
            x += picture.width + _BETWEEN
        self._y += height + GAP
