"""Cost and benefit as a document of its own: the report's pages about the money, of all measures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cxstudio.analysis.money.plan_money import plan_total
from cxstudio.documents.content import Missing
from cxstudio.documents.paper import USUAL, Paper
from cxstudio.documents.report.material import ASKED_FOR, Material
from cxstudio.documents.report.sections.money import money_section
from cxstudio.documents.report.sections.schedule import payback_figures
from cxstudio.documents.setting.flow import section_pages
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import UserError
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document, Measure
from cxstudio.model.kinds import MeasureStatus
from cxstudio.progress import Progress, silent
from cxstudio.render.drawing import Drawing
from cxstudio.render.picture_files.plan_files import delta_reader
from cxstudio.wording import N_
from cxstudio.wording import texts as texts_in

_CLOSE: Final = 24.0
"""Points of a page's height that do not matter."""


def money_pdf(
    document: Document, language: str, *, paper: Paper = USUAL, progress: Progress = silent
) -> PdfFile:  # fmt: skip
    """The pages; what doing nothing costs is told of the report's journey. Raises UserError without any amount."""
    book, texts = font_book(), texts_in(language)
    pages = _pages(document, language, paper, book)
    notices = placeholder_notices(document, book, pages, texts)
    title = " · ".join(part for part in (texts.tr("Cost and benefit"), document.project.title) if part)
    return write_pdf(pages, notices, paper, title=title, texts=texts, fonts=book, accent=document.project.accent,
                     assets={}, progress=progress)  # fmt: skip


def money_drawing(document: Document, language: str) -> Drawing:
    """The same on one page as high as it needs to be. Raises UserError where there is no amount yet."""
    book = font_book()
    pages = [page.drawn() for page in _pages(document, language, USUAL, book)]
    return Drawing(
        _on_one_page(document, language, pages, book),
        document.project.accent,
        language,
        no_picture=N_("The plan is too long for one picture."),
        instead=N_("Export it as a drawing (SVG) instead."),
    )


def _on_one_page(document: Document, language: str, pages: Sequence[DisplayList], fonts: FontBook) -> DisplayList:
    """The lowest page that holds what several usual ones hold."""
    if len(pages) == 1:
        return pages[0]
    wide, high = USUAL.size
    low, most, found = high, high * (len(pages) + 1), pages[0]
    while most - low > _CLOSE or found is pages[0]:
        middle = (low + most) / 2 if found is not pages[0] else most
        one = _pages(document, language, Paper((wide, middle)), fonts)
        if len(one) == 1:
            found, most = one[0].drawn(), middle
        elif found is pages[0]:
            most *= 2
        else:
            low = middle
    return found


def _pages(
    document: Document, language: str, paper: Paper, fonts: FontBook
) -> list[Sheet]:  # fmt: skip
    measures = document.all(Measure)
    material = Material(document, texts_in(language))
    section = money_section(material, measures, delta_reader(document))
    if isinstance(section, Missing):
        raise UserError(
            N_("No measure has a cost or a benefit yet, and no item of cost is there."), N_("Nothing was written.")
        )
    figures = payback_figures(material, plan_total(document, _decided(measures)))
    *tables, notes = section.blocks
    return section_pages(replace(section, blocks=(*tables, *figures, notes)), paper, fonts)


def _decided(measures: Sequence[Measure]) -> list[Measure]:
    """Those a decision is asked for, else all that were not dropped."""
    live = [m for m in measures if m.status is not MeasureStatus.DROPPED]
    return [m for m in live if m.status in ASKED_FOR] or live
