"""As-is and to-be side by side as it is exported."""

from __future__ import annotations

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.as_is_to_be import compare, pair_of
from cxstudio.analysis.comparison.overlaid_rounds import rounds_to_compare
from cxstudio.errors import UserError
from cxstudio.layout.comparison import ComparisonStyle, comparison_in_steps
from cxstudio.look.fonts import FontBook
from cxstudio.model import Document, Id
from cxstudio.render.drawing import Drawing
from cxstudio.steps import finished
from cxstudio.wording.texts import N_, texts


def comparison_drawing(
    document: Document, journey: Id, *, language: str | None = None, fonts: FontBook | None = None
) -> Drawing:
    """The whole comparison of a journey with its counterpart. Raises UserError where there is none."""
    pair = pair_of(document, journey)
    if pair is None:
        raise UserError(
            N_("There is no to-be journey to compare with yet."),
            N_("Nothing was written."),
            N_("Create a to-be journey first."),
        )
    today, later = pair
    shown = rounds_to_compare(document, today.id, later.id)
    figures = [round_figures(document, r.id) if r is not None else None for r in shown]
    words = texts(language or document.project.language)
    found = compare(document, today.id, later.id)
    style = ComparisonStyle(whole=True)
    return Drawing(
        finished(comparison_in_steps(document, found, figures[0], figures[1], words, style, fonts)).whole_body,
        document.project.accent,
        words.language,
        fonts=fonts,
        no_page=N_("The comparison is too long for one page."),
        no_picture=N_("The comparison is too long for one picture."),
        instead=N_("Export it as a drawing (SVG) instead."),
    )
