"""The map of a journey as it is exported: every lane shown, nothing folded."""

from __future__ import annotations

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.overlaid_rounds import overlaid_figures
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.layout.map.map_layout import lay_out_map
from cxstudio.layout.map.map_paging import map_pages
from cxstudio.layout.map_scene.map_style import MapStyle
from cxstudio.look.fonts import FontBook
from cxstudio.model import Document, Id
from cxstudio.model.rounds import shown_round
from cxstudio.render.assets import Assets
from cxstudio.render.drawing import WIDEST_PAGE, Drawing
from cxstudio.wording.texts import N_, texts


def map_drawing(
    document: Document,
    journey: Id,
    *,
    language: str | None = None,
    assets: Assets | None = None,
    fonts: FontBook | None = None,
) -> Drawing:
    """The whole journey with the figures of the round it shows."""
    shown = shown_round(document, journey)
    figures = round_figures(document, shown.id) if shown is not None else None
    words = texts(language or document.project.language)
    over = overlaid_figures(document, journey)

    def pages() -> list[DisplayList]:
        cut = map_pages(document, journey, figures, words, WIDEST_PAGE / 2, 14_000, fonts=fonts, over=over)
        return [page.picture for page in cut]

    return Drawing(
        lay_out_map(document, journey, figures, words, MapStyle(hints=False, whole=True), fonts, over).whole(),
        document.project.accent,
        words.language,
        assets,
        fonts,
        pages,
        no_picture=N_("The map is too long for one picture."),
        instead=N_("Export it as PDF or SVG instead."),
    )
