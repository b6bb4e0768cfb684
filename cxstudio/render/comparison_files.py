"""As-is and to-be side by side as a file: one wide page, a drawing, a picture."""

from __future__ import annotations

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.as_is_to_be import compare, pair_of
from cxstudio.analysis.comparison.overlaid_rounds import rounds_to_compare
from cxstudio.errors import UserError
from cxstudio.layout.comparison import lay_out_comparison
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import palette
from cxstudio.model import Document, Id
from cxstudio.render.map_files import MARGIN, MOST_PIXELS, WIDEST_PAGE, picture_pdf
from cxstudio.render.png import png_of_pdf
from cxstudio.render.svg import svg
from cxstudio.wording.texts import N_, texts


def comparison_picture(
    document: Document, journey: Id, language: str | None = None, fonts: FontBook | None = None
) -> DisplayList:
    """The whole comparison of a journey with its counterpart. Raises UserError where there is none."""
    pair = pair_of(document, journey)
    if pair is None:
        raise UserError(
            N_("There is no to-be journey to compare with yet."),
            N_("Nothing was written."),
            N_("Derive a to-be journey first."),
        )
    today, later = pair
    shown = rounds_to_compare(document, today.id, later.id)
    figures = [round_figures(document, r.id) if r is not None else None for r in shown]
    words = texts(language or document.project.language)
    found = compare(document, today.id, later.id)
    return lay_out_comparison(document, found, figures[0], figures[1], words, fonts=fonts).whole_body


def comparison_pdf(
    document: Document, journey: Id, *, language: str | None = None, fonts: FontBook | None = None
) -> bytes:
    """The comparison on one wide page. Raises UserError where no page is so wide."""
    picture = comparison_picture(document, journey, language, fonts)
    if picture.width + 2 * MARGIN > WIDEST_PAGE:
        raise UserError(
            N_("The comparison is too long for one page."),
            N_("Nothing was written."),
            N_("Export it as a drawing (SVG) instead."),
        )
    return picture_pdf([picture], palette("print", document.project.accent), picture.title, None, fonts)


def comparison_svg(
    document: Document, journey: Id, *, language: str | None = None, fonts: FontBook | None = None
) -> str:
    """The comparison as one SVG drawing."""
    picture = comparison_picture(document, journey, language, fonts)
    return svg(picture, palette("light", document.project.accent), None, MARGIN, fonts)


def comparison_png(
    document: Document, journey: Id, *, language: str | None = None, scale: float = 2.0, fonts: FontBook | None = None
) -> bytes:
    """The comparison as one picture; a long one at fewer pixels. Raises UserError where it would be too large."""
    picture = comparison_picture(document, journey, language, fonts)
    points = (picture.width + 2 * MARGIN) * (picture.height + 2 * MARGIN)
    scale = min(scale, (MOST_PIXELS / points) ** 0.5)
    if scale < 0.8 or picture.width + 2 * MARGIN > WIDEST_PAGE:
        raise UserError(
            N_("The comparison is too long for one picture."),
            N_("Nothing was written."),
            N_("Export it as a drawing (SVG) instead."),
        )
    colours = palette("light", document.project.accent)
    return png_of_pdf(picture_pdf([picture], colours, picture.title, None, fonts), scale=scale)
