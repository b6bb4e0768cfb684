"""The map of a journey as a drawing or a picture: every lane, title block and legend, nothing folded."""

from __future__ import annotations

from datetime import date

from cxstudio.errors import UserError
from cxstudio.layout.poster.poster_sheets import poster_picture
from cxstudio.look.fonts import FontBook
from cxstudio.model import Document, Id
from cxstudio.render.assets import Assets
from cxstudio.render.document_date import made_at
from cxstudio.render.drawing import Drawing
from cxstudio.render.posters.poster_words import NO_TOUCHPOINTS, poster_of
from cxstudio.wording.texts import N_, texts


def map_drawing(
    document: Document,
    journey: Id,
    *,
    language: str | None = None,
    assets: Assets | None = None,
    fonts: FontBook | None = None,
    today: date | None = None,
) -> Drawing:
    """The whole journey with the figures of the round it shows. Raises UserError for one without touchpoints."""
    words = texts(language or document.project.language)
    picture = poster_picture(poster_of(document, journey, words, today or made_at().date(), fonts))
    if picture is None:
        raise UserError(NO_TOUCHPOINTS, N_("Nothing was written."))
    return Drawing(
        picture,
        document.project.accent,
        words.language,
        assets,
        fonts,
        no_page=N_("The map is too long for one picture."),
        no_picture=N_("The map is too long for one picture."),
        instead=N_("Export it as PDF or SVG instead."),
    )
