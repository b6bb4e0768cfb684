"""A wall template as a PDF: one large sheet, or small ones with marks to cut and glue along."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cxstudio.documents.paper import PAPERS, Paper
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.documents.wall_templates.tiling import GLUE, MARGIN, Tile, Tiling, tiled
from cxstudio.documents.wall_templates.wall_details import SIZES, TILES, WallDetails
from cxstudio.documents.wall_templates.wall_drawings import WALLS, WIDE, Item
from cxstudio.errors import N_, UserError
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import REGULAR, FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.progress import silent
from cxstudio.wording import texts as texts_in
from cxstudio.wording.texts import Texts

_NOTE: Final = 7.0
_DASH: Final = (4.0, 3.0)


def wall_pdf(wall: str, language: str, details: WallDetails, accent: str = "") -> PdfFile:
    """The template of that name (a key of WALLS). Raises UserError for sheets no smaller than the finished size."""
    if details.size not in SIZES or details.tiles not in TILES or details.tiles == details.size:
        raise UserError(
            N_("The sheets have to be smaller than the finished template."), N_("Nothing was written."),
            N_("Choose A4 sheets for A3, A4 or A3 sheets for A0."),
        )  # fmt: skip
    title, draw = WALLS[wall]
    texts, book = texts_in(language), font_book()
    items = tuple(draw(book, texts))
    size = PAPERS[details.size].size
    scale = size[0] / WIDE
    if details.tiles:
        tiling = tiled(size, PAPERS[details.tiles].size)
        paper = Paper(tiling.sheet, (scale,))
        pages = [_tile(items, tile, tiling, paper, texts, book) for tile in tiling.tiles]
    else:
        paper = Paper(size, (scale,))
        pages = [Sheet(book, paper, texts.tr(title))]
        _put(pages[0], items, 0.0, 0.0)
    return write_pdf(pages, (), paper, title=texts.tr(title), texts=texts, fonts=book, accent=accent, assets={},
                     progress=silent, numbered=False)  # fmt: skip


def _put(sheet: Sheet, items: Sequence[Item], x: float, y: float) -> None:
    for item in items:
        sheet.group("wall", [item.drawn], x, y)


def _tile(items: Sequence[Item], tile: Tile, tiling: Tiling, paper: Paper, texts: Texts, fonts: FontBook) -> Sheet:
    """One small sheet: its part, nothing in the margins but where it belongs and how it is glued."""
    scale, name = paper.scale, _name(tile, texts)
    sheet = Sheet(fonts, paper, name)
    left, top = tile.x / scale, tile.y / scale
    right, bottom = left + tile.width / scale, top + tile.height / scale
    edge = MARGIN / scale
    inside = [i for i in items if i.right >= left and i.left <= right and i.bottom >= top and i.top <= bottom]
    _put(sheet, inside, edge - left, edge - top)
    wide, high = paper.width, paper.height
    shown = edge, edge, tile.width / scale, tile.height / scale
    sheet.group("margins", _margins(shown, wide, high))
    sheet.group("marks", _marks(shown, tile, tiling, scale))
    style = Type(REGULAR, _NOTE / scale, (_NOTE + 3) / scale)
    said = [name]
    if tile.column + 1 < tiling.columns:
        said.append(texts.tr("glue the next sheet on the strip to the right"))
    if tile.row + 1 < tiling.rows:
        said.append(texts.tr("glue the next row on the strip below"))
    if tile.column or tile.row:
        said.append(texts.tr("cut off the margin along the line first"))
    words = " · ".join(said)
    baseline = high - edge / 2 + style.size / 3
    line = text.single(fonts, words, style, edge, baseline, Role.MUTED, wide - 2 * edge, words=True)
    sheet.group("name", [line])
    return sheet


def _name(tile: Tile, texts: Texts) -> str:
    return texts.tr("Row {row}, column {column}", row=tile.row + 1, column=tile.column + 1)


def _margins(shown: tuple[float, float, float, float], wide: float, high: float) -> list[Primitive]:
    """White around the part that is shown."""
    x, y, across, down = shown
    over = x  # a little beyond the sheet, so that nothing is left at its edge
    return [
        Rect(-over, -over, wide + 2 * over, y + over, fill=Role.SURFACE),
        Rect(-over, y + down, wide + 2 * over, high - y - down + over, fill=Role.SURFACE),
        Rect(-over, -over, x + over, high + 2 * over, fill=Role.SURFACE),
        Rect(x + across, -over, wide - x - across + over, high + 2 * over, fill=Role.SURFACE),
    ]


def _marks(shown: tuple[float, float, float, float], tile: Tile, tiling: Tiling, scale: float) -> list[Primitive]:
    """Left and above lines to cut along, to the right and below the strips for the glue."""
    x, y, across, down = shown
    thin, strip, reach = 0.7 / scale, GLUE / scale, MARGIN / scale
    dash = tuple(part / scale for part in _DASH)
    drawn: list[Primitive] = []
    if tile.column:
        drawn.append(marks.line(x, y - reach, x, y + down + reach, Role.INK, thin))
    if tile.row:
        drawn.append(marks.line(x - reach, y, x + across + reach, y, Role.INK, thin))
    if tile.column + 1 < tiling.columns:
        drawn.append(marks.line(x + across - strip, y, x + across - strip, y + down, Role.FAINT, thin, dash))
    if tile.row + 1 < tiling.rows:
        drawn.append(marks.line(x, y + down - strip, x + across, y + down - strip, Role.FAINT, thin, dash))
    return drawn
