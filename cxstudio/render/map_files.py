"""The map of a journey as a file: one wide page, a drawing, a picture."""

from __future__ import annotations

import io

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.overlaid_rounds import overlaid_figures
from cxstudio.errors import UserError
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.layout.map.map_layout import MapLayout, lay_out_map
from cxstudio.layout.map.map_paging import map_pages
from cxstudio.layout.map_scene.map_style import MapStyle
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import Palette, palette
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id
from cxstudio.model.rounds import shown_round
from cxstudio.render.pdf import Assets, draw
from cxstudio.render.pdf_fonts import prepare
from cxstudio.render.png import png_of_pdf
from cxstudio.render.svg import svg
from cxstudio.wording.formula_safe_cells import plain_cell
from cxstudio.wording.texts import N_, texts

MARGIN = 24.0
WIDEST_PAGE = 14_000.0
"""PDF readers refuse pages of more than 200 inches."""
MOST_PIXELS = 120_000_000


def map_layout(
    document: Document, journey: Id, language: str | None = None, fonts: FontBook | None = None
) -> MapLayout:
    """The whole journey as it is exported: every lane shown, nothing folded."""
    shown = shown_round(document, journey)
    figures = round_figures(document, shown.id) if shown is not None else None
    words = texts(language or document.project.language)
    over = overlaid_figures(document, journey)
    return lay_out_map(document, journey, figures, words, MapStyle(hints=False), fonts, over)


def map_pdf(
    document: Document,
    journey: Id,
    *,
    language: str | None = None,
    palette_name: str = "print",
    assets: Assets | None = None,
    fonts: FontBook | None = None,
) -> bytes:
    """The map on one wide page; on several where one would be wider than a PDF page may be."""
    layout = map_layout(document, journey, language, fonts)
    colours = palette(palette_name, document.project.accent)
    whole = layout.whole()
    pictures = [whole]
    if whole.width + 2 * MARGIN > WIDEST_PAGE:
        scene = layout.scene
        size = (WIDEST_PAGE / 2, 14_000)
        pages = map_pages(document, journey, scene.figures, scene.texts, *size, fonts=fonts, over=scene.over)
        pictures = [page.picture for page in pages]
    return picture_pdf(pictures, colours, whole.title, assets, fonts)


def map_svg(
    document: Document,
    journey: Id,
    *,
    language: str | None = None,
    palette_name: str = "light",
    assets: Assets | None = None,
    fonts: FontBook | None = None,
) -> str:
    """The map as one SVG drawing."""
    whole = map_layout(document, journey, language, fonts).whole()
    return svg(whole, palette(palette_name, document.project.accent), assets, MARGIN, fonts)


def map_png(
    document: Document,
    journey: Id,
    *,
    language: str | None = None,
    palette_name: str = "light",
    scale: float = 2.0,
    assets: Assets | None = None,
    fonts: FontBook | None = None,
) -> bytes:
    """The map as one picture; a long one at fewer pixels. Raises UserError where it would be too large even then."""
    whole = map_layout(document, journey, language, fonts).whole()
    points = (whole.width + 2 * MARGIN) * (whole.height + 2 * MARGIN)
    scale = min(scale, (MOST_PIXELS / points) ** 0.5)
    if scale < 0.8:
        raise UserError(
            N_("The map is too long for one picture."),
            N_("Nothing was written."),
            N_("Export it as PDF or SVG instead."),
        )
    colours = palette(palette_name, document.project.accent)
    return png_of_pdf(picture_pdf([whole], colours, whole.title, assets, fonts), scale=scale)


def picture_pdf(
    pictures: list[DisplayList], colours: Palette, title: str, assets: Assets | None, fonts: FontBook | None
) -> bytes:
    """A page per picture, as large as it needs to be."""
    out = io.BytesIO()
    prepare(fonts)
    canvas = Canvas(out, invariant=1, pageCompression=1)
    canvas.setTitle(plain_cell(title))
    canvas.setCreator("CX Studio")
    for picture in pictures:
        wide, high = picture.width + 2 * MARGIN, picture.height + 2 * MARGIN
        canvas.setPageSize((wide, high))
        canvas.setFillColor(HexColor(colours[Role.SURFACE]))
        canvas.rect(0, 0, wide, high, stroke=0, fill=1)
        draw(canvas, picture, colours, MARGIN, high - MARGIN, assets=assets, fonts=fonts)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
