"""The map to hang up: on sheets of a paper, as a poster, cut into tiles for a small printer, or one page to see all."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, Final, NamedTuple

from cxstudio.errors import N_, UserError
from cxstudio.layout.poster.poster import PosterSheet, Size
from cxstudio.layout.poster.poster_sheets import overview_sheet, poster_sheets
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.palette import palette
from cxstudio.model import Document, Id, Journey
from cxstudio.progress import Progress, silent
from cxstudio.render.assets import Assets
from cxstudio.render.document_date import made_at
from cxstudio.render.pdf import draw
from cxstudio.render.pdf_canvas import pdf_canvas
from cxstudio.render.posters.poster_words import NO_TOUCHPOINTS, poster_of
from cxstudio.render.posters.tile_grid import Grid
from cxstudio.render.posters.tile_marks import frame_tile, plan_of_tiles
from cxstudio.render.tagging import Box, TaggedCanvas
from cxstudio.wording.texts import Texts, texts

MARGIN: Final = 28.0
"""About a centimetre: what a printer leaves white."""
_LAID: Final = 0.8
"""Part of the work that is done once it stands what is where."""


class Form(StrEnum):
    """What becomes of the map on paper."""

    SHEETS = "sheets"
    TILES = "tiles"
    OVERVIEW = "overview"


@dataclass(frozen=True, slots=True)
class PosterOrder:
    """Which paper: width and height in points, and that of the tiles where it is to be cut into some."""

    size: tuple[float, float] = (841.89, 595.28)
    form: Form = Form.SHEETS
    tile: tuple[float, float] = (841.89, 595.28)


class PosterFile(NamedTuple):
    """The file, and what whoever prints it is told."""

    pdf: bytes
    notices: tuple[str, ...] = ()


def poster_pdf(document: Document, journey: Id, order: PosterOrder, *, language: str, assets: Assets | None = None,
               fonts: FontBook | None = None, today: date | None = None,
               progress: Progress = silent) -> PosterFile:  # fmt: skip
    """The pages. Raises UserError for a journey without touchpoints."""
    words, book = texts(language), fonts or font_book()
    poster = poster_of(document, journey, words, today or made_at().date(), book)
    room = Size(order.size[0] - 2 * MARGIN, order.size[1] - 2 * MARGIN)
    lay = overview_sheet if order.form is Form.OVERVIEW else poster_sheets
    sheets = lay(poster, room, lambda share, what: progress(share * _LAID, what))
    if not sheets:
        raise UserError(NO_TOUCHPOINTS, N_("Nothing was written."))
    out, title = io.BytesIO(), document.get(Journey, journey).title or words.tr("Untitled journey")
    canvas = pdf_canvas(out, order.size, title=title, language=words.language, author=document.project.client,
                        fonts=book)  # fmt: skip
    pages = _Pages(canvas, document, order, assets, book, progress)
    if order.form is Form.TILES:
        pages.tiles(sheets, words, title)
    else:
        pages.sheets(sheets, words)
    canvas.save()
    return PosterFile(out.getvalue(), tuple(_notices(sheets, order, words)))


def _notices(sheets: list[PosterSheet], order: PosterOrder, words: Texts) -> Iterator[str]:
    room = order.size[1] - 2 * MARGIN
    for number, sheet in enumerate(sheets, 1):
        if sheet.picture.height * sheet.scale > room + 0.5:
            yield words.tr("Sheet {n} is longer than the paper: one of its texts needs more room.", n=number)
    if order.form is Form.OVERVIEW and len(sheets) > 1:
        yield words.tr("The journey is too long for one page of this paper.")


class _Pages:
    """Draws the sheets, whole or in tiles."""

    def __init__(self, canvas: TaggedCanvas, document: Document, order: PosterOrder, assets: Assets | None,
                 fonts: FontBook, progress: Progress) -> None:  # fmt: skip
        self._canvas, self._order, self._assets, self._fonts = canvas, order, assets, fonts
        self._progress = progress
        self._colours = palette("print", document.project.accent)

    def sheets(self, sheets: list[PosterSheet], words: Texts) -> None:
        """Every sheet a page, of which only one with too long a text is higher than the paper."""
        for number, sheet in enumerate(sheets, 1):
            high = self._height(sheet)
            self._canvas.setPageSize((self._order.size[0], high))
            self._draw(sheet, high)
            self._bookmark(number, sheet, words)
            self._canvas.showPage()
            self._tell(number / len(sheets))

    def tiles(self, sheets: list[PosterSheet], words: Texts, title: str) -> None:
        """A page that shows how the tiles lie, then the tiles, row by row."""
        for number, sheet in enumerate(sheets, 1):
            grid = Grid.of((self._order.size[0], self._height(sheet)), self._order.tile)
            self._canvas.setPageSize(grid.page)
            plan_of_tiles(self._canvas, grid, title, words, self._fonts, self._colours)
            self._bookmark(number, sheet, words)
            self._canvas.showPage()
            for row in range(grid.rows):
                for column in range(grid.columns):
                    frame_tile(self._canvas, grid, row, column, partial(self._window, sheet), title, words,
                               self._fonts, self._colours)  # fmt: skip
                    self._canvas.showPage()
                done = (row * grid.columns + grid.columns) / (grid.rows * grid.columns)
                self._tell((number - 1 + done) / len(sheets))

    def _tell(self, share: float) -> None:
        self._progress(_LAID + share * (1.0 - _LAID), "")

    def _height(self, sheet: PosterSheet) -> float:
        return max(self._order.size[1], sheet.picture.height * sheet.scale + 2 * MARGIN)

    def _window(self, sheet: PosterSheet, x: float, y: float, box: Box) -> None:
        """The poster with its left upper corner at (x, y) of the page, as far as it meets a box of it."""
        left, top, right, bottom = ((side - MARGIN) / sheet.scale for side in box)
        draw(self._canvas, sheet.picture, self._colours, x + MARGIN, y - MARGIN, sheet.scale, self._assets, self._fonts,
             tagged=False, within=(left, top, right, bottom))  # fmt: skip

    def _draw(self, sheet: PosterSheet, high: float) -> None:
        draw(self._canvas, sheet.picture, self._colours, MARGIN, high - MARGIN, sheet.scale, self._assets, self._fonts)

    def _bookmark(self, number: int, sheet: PosterSheet, words: Texts) -> None:
        key = f"sheet{number}"
        untyped: Any = self._canvas
        untyped.bookmarkPage(key)
        said = words.tr("Touchpoints {first} to {last}", first=sheet.columns.start + 1, last=sheet.columns.stop)
        untyped.addOutlineEntry(said, key, 0)
