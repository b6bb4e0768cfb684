"""As-is and to-be side by side as it is exported."""

from __future__ import annotations

import io
from typing import Any, Final

from cxstudio.analysis import round_figures
from cxstudio.analysis.comparison.as_is_to_be import Comparison, compare, pair_of
from cxstudio.analysis.comparison.overlaid_rounds import rounds_to_compare
from cxstudio.errors import UserError
from cxstudio.layout.comparison import ComparisonLayout, ComparisonStyle, comparison_in_steps
from cxstudio.layout.comparison.comparison_sheets import columns_across, parts_of
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import palette
from cxstudio.model import Document, Id, Journey
from cxstudio.progress import Progress, silent
from cxstudio.render.drawing import Drawing
from cxstudio.steps import finished
from cxstudio.wording.findings.comparison_findings import comparison_sentence
from cxstudio.wording.texts import N_, Texts, texts

_SHEET: Final = (1190.55, 841.89)
"""A3 landscape, in points: a long comparison is folded over sheets of it."""
_MARGIN: Final = 28.0
_ON_ONE_PAGE: Final = 2
"""Up to so many sheets it is one large page instead: the two journeys at a glance."""


def comparison_drawing(
    document: Document, journey: Id, *, language: str | None = None, fonts: FontBook | None = None
) -> Drawing:
    """The whole comparison of a journey with its counterpart. Raises UserError where there is none."""
    words = texts(language or document.project.language)
    return Drawing(
        _laid_out(document, _compared(document, journey), words, fonts).whole_body,
        document.project.accent,
        words.language,
        fonts=fonts,
        no_page=N_("The comparison is too long for one page."),
        no_picture=N_("The comparison is too long for one picture."),
        instead=N_("Export it as a drawing (SVG) instead."),
    )


def comparison_pdf(document: Document, journey: Id, *, language: str | None = None, fonts: FontBook | None = None,
                   progress: Progress = silent) -> bytes:  # fmt: skip
    """On one page as large as it needs to be, a long one on sheets of A3. Raises UserError as the drawing does."""
    words, found = texts(language or document.project.language), _compared(document, journey)
    parts = parts_of(found, columns_across(_SHEET[0] - 2 * _MARGIN))
    if len(parts) <= _ON_ONE_PAGE:
        return comparison_drawing(document, journey, language=language, fonts=fonts).pdf()
    from cxstudio.render.pdf import draw  # a drawing needs no reportlab
    from cxstudio.render.pdf_canvas import pdf_canvas

    out, colours = io.BytesIO(), palette("print", document.project.accent)
    title = document.get(Journey, found.later).title or words.tr("To-be journey")
    canvas = pdf_canvas(out, _SHEET, title=title, language=words.language, author=document.project.client, fonts=fonts)
    untyped: Any = canvas
    sheets, scale = _stacked(document, found, parts, words, fonts, progress)
    for n, sheet in enumerate(sheets, 1):
        high = max(_SHEET[1], sum(picture.height for picture in sheet) * scale + 2 * _MARGIN)
        canvas.setPageSize((_SHEET[0], high))
        y = high - _MARGIN
        for picture in sheet:
            draw(canvas, picture, colours, _MARGIN, y, scale, fonts=fonts)
            y -= picture.height * scale
        untyped.bookmarkPage(f"sheet{n}")
        untyped.addOutlineEntry(words.tr("Sheet {n} of {total}", n=n, total=len(sheets)), f"sheet{n}", 0)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _stacked(document: Document, whole: Comparison, parts: list[Comparison], words: Texts, fonts: FontBook | None,
             progress: Progress) -> tuple[list[list[DisplayList]], float]:  # fmt: skip
    """The parts below each other on as few sheets as hold them, and how many points of paper their unit is."""
    laid = []
    for n, part in enumerate(parts, 1):
        laid.append(_laid_out(document, part, words, fonts))
        progress(n / len(parts), "")
    sentence = comparison_sentence(whole, words)
    scale = (_SHEET[0] - 2 * _MARGIN) / max(one.labels.width + one.body.width for one in laid)
    room = (_SHEET[1] - 2 * _MARGIN) / scale
    sheets: list[list[DisplayList]] = []
    used = 0.0
    for one in laid:
        below = one.sheet("")
        if not sheets or used + below.height > room:
            below = one.sheet(sentence)
            sheets.append([])
            used = 0.0
        sheets[-1].append(below)
        used += below.height
    return sheets, scale


def _compared(document: Document, journey: Id) -> Comparison:
    pair = pair_of(document, journey)
    if pair is None:
        raise UserError(
            N_("There is no to-be journey to compare with yet."),
            N_("Nothing was written."),
            N_("Create a to-be journey first."),
        )
    return compare(document, pair[0].id, pair[1].id)


def _laid_out(document: Document, found: Comparison, words: Texts, fonts: FontBook | None) -> ComparisonLayout:
    """The comparison, or a part of it, with the figures of the rounds both journeys show."""
    shown = rounds_to_compare(document, found.today, found.later)
    today, later = (round_figures(document, r.id) if r is not None else None for r in shown)
    return finished(comparison_in_steps(document, found, today, later, words, ComparisonStyle(whole=True), fonts))
