"""A section over as many pages as it needs: headline, running text, tables, drawings."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.documents.setting.sheet import Page, Sheet
from cxstudio.documents.setting.table import Row, Table
from cxstudio.documents.setting.type import (
    BODY,
    CONTENT_BOTTOM,
    CONTENT_WIDTH,
    LEAD,
    MARGIN,
    SECTION,
    TITLE,
    TITLE_AGAIN,
    TOP,
)
from cxstudio.layout.display.display_list import DisplayList, Meaning
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type

GAP = 10.0
MOST_TITLE_LINES = 3
MOST_LEAD_LINES = 4


class Flow:
    """Fills pages from top to bottom and begins a new one when there is no room."""

    def __init__(self, fonts: FontBook, section: str, title: str, *, lead: str = "", note: str = "") -> None:
        self.fonts = fonts
        self._section = section
        self._title = title
        self._note = note
        self._sheets: list[Sheet] = []
        self.y = 0.0
        self._begin(first=True)
        if lead:
            self.y += self.sheet.text(lead, LEAD, MARGIN, self.y, CONTENT_WIDTH, Role.MUTED, MOST_LEAD_LINES)
        self.y += GAP
        self._start = self.y

    @property
    def sheet(self) -> Sheet:
        """The page being filled."""
        return self._sheets[-1]

    @property
    def room(self) -> float:
        """Height left on this page."""
        return CONTENT_BOTTOM - self.y

    @property
    def fresh(self) -> bool:
        """Whether nothing stands below this page's headline yet."""
        return self.y <= self._start

    def pages(self) -> list[Page]:
        """The pages filled so far."""
        return [sheet.finished() for sheet in self._sheets]

    def new_page(self) -> None:
        """Go on on the next page, under the headline repeated small."""
        self._begin(first=False)
        self.y += GAP
        self._start = self.y

    def need(self, height: float) -> None:
        """Begin a new page unless there is this much room, or nothing on this one yet."""
        if height > self.room and not self.fresh:
            self.new_page()

    def space(self, height: float) -> None:
        """Leave room; none at the top of a page."""
        if not self.fresh:
            self.y += height

    def subtitle(self, text: str) -> None:
        """A heading within the section, kept with what follows."""
        self.space(GAP)
        self.need(SECTION.leading + 3 * BODY.leading)
        height = self.sheet.text(text, SECTION, MARGIN, self.y, CONTENT_WIDTH, Role.INK, 2, meaning=Meaning.HEADING)
        self.y += height + 3.0

    def paragraph(self, text: str, style: Type = BODY, role: Role = Role.INK, wide: float = CONTENT_WIDTH,
                  most: int = 60, after: float = 4.0) -> None:  # fmt: skip
        """Running text, broken over pages between its lines."""
        lines = setting.block(self.fonts, text, style, MARGIN, 0.0, wide, role, most)
        rest = list(lines)
        while rest:
            fitting = int(self.room // style.leading)
            if fitting < min(2, len(rest)) and not self.fresh:
                self.new_page()
                continue
            now, rest = rest[: max(1, fitting)], rest[max(1, fitting) :]
            self.sheet.group("text", now, 0.0, self.y - (now[0].y - style.rise))
            self.y += len(now) * style.leading
        self.y += after

    def table(self, table: Table, rows: Iterable[Row], title: str = "", x: float = MARGIN) -> None:
        """A table over as many pages as it needs, its headings repeated; no row is cut.

        Its title, where it has one, stands on the page of its first row.
        """
        begun: Sheet | None = None
        number = 0
        head_height = table.head()[1]
        for row in rows:
            height = table.row(row, number)[1]
            if title:
                self.need(SECTION.leading + GAP + head_height + height)
                self.subtitle(title)
                title = ""
            self.need(height + (0.0 if begun is self.sheet else head_height))
            if begun is not self.sheet:
                self.y += table.put_head(self.sheet, x, self.y)
                begun, number = self.sheet, 0
            self.y += table.put(self.sheet, row, number, x, self.y)
            number += 1
        self.y += GAP

    def drawing(self, drawn: DisplayList, x: float = MARGIN) -> None:
        """A chart or map that fits on one page."""
        self.need(drawn.height)
        self.sheet.drawing(drawn, x, self.y)
        self.y += drawn.height + GAP

    def _begin(self, *, first: bool) -> None:
        self._sheets.append(Sheet(self.fonts, self._section, self._title if first else "", self._note))
        style, role = (TITLE, Role.INK) if first else (TITLE_AGAIN, Role.MUTED)
        most = MOST_TITLE_LINES if first else 1
        self.y = TOP
        meaning = Meaning.HEADING if first else Meaning.TEXT
        self.y += self.sheet.text(self._title, style, MARGIN, self.y, CONTENT_WIDTH, role, most, meaning=meaning) + 3.0
