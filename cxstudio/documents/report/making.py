"""Document → report: what the sections say is set on pages, one after the other, then written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from cxstudio.documents.content import FrontPage, Missing, Section
from cxstudio.documents.paper import USUAL, Paper
from cxstudio.documents.report.contents import report_title, worded
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.outdated import headline_notices, round_notices
from cxstudio.documents.report.section_table import METHOD, chosen_sections
from cxstudio.documents.report.sections import method
from cxstudio.documents.setting.flow import section_pages
from cxstudio.documents.setting.front_page import front_page
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.model import Document
from cxstudio.progress import Progress, silent
from cxstudio.wording import texts as texts_in

_SETTING_SHARE = 0.5
"""Part of the work that is done when all pages are set."""


First = Callable[[PdfFile], object]
"""Is given the first page, before the others are set."""


def report_pdf(document: Document, assets: Mapping[str, bytes], language: str, *, paper: Paper = USUAL,
               progress: Progress = silent, fonts: FontBook | None = None,
               first: First | None = None) -> PdfFile:  # fmt: skip
    """The report of a document. Raises whatever `progress` raises, and nothing has been written then.

    Pure: the same document gives the same bytes on one machine's fonts. Safe to run in another process.
    """
    book, project = fonts or font_book(), document.project
    material = Material(document, texts_in(language))
    write = partial(write_pdf, paper=paper, title=report_title(material), texts=material.texts, fonts=book,
                    author=project.client, accent=project.accent, assets=assets)  # fmt: skip

    def begun(page: Sheet) -> None:
        if first is not None:
            first(write([page], (), progress=silent, numbered=False))

    pages, notices = _pages(material, paper, book, progress, begun)
    written = write(
        pages, notices,
        progress=lambda share, what: progress(_SETTING_SHARE + share * (1 - _SETTING_SHARE), what),
    )  # fmt: skip
    progress(1.0, "")
    return written


def _pages(material: Material, paper: Paper, fonts: FontBook, tell: Progress,
           begun: Callable[[Sheet], None]) -> tuple[list[Sheet], tuple[str, ...]]:  # fmt: skip
    """All pages, and the notices. The method note is set last: it repeats what could not be shown.

    Where nothing of what was asked for can be shown, the note alone is the report: a file without a page opens nowhere.
    """
    rows = chosen_sections(material)
    made: dict[str, list[Sheet]] = {}
    missing: list[str] = []
    for done, row in enumerate(r for r in rows if r.name != METHOD):
        tell(done / len(rows) * _SETTING_SHARE, row.title)
        content = row.content(material)
        if isinstance(content, Missing):
            missing.append(content.reason)
        else:
            made[row.name] = _set(worded(material, row.name, content), paper, fonts)
            if len(made) == 1 and rows[0].name != METHOD:
                begun(made[row.name][0])
    set_so_far = [page for pages in made.values() for page in pages]
    notices = (*round_notices(material), *placeholder_notices(material.document, fonts, set_so_far, material.texts))
    note = method.content(material, (*filter(None, missing), *notices))
    made[METHOD] = _set(worded(material, METHOD, note), paper, fonts)
    pages = [page for row in rows for page in made.get(row.name, ())]
    return pages or made[METHOD], (*headline_notices(material), *notices)


def _set(content: Section | FrontPage, paper: Paper, fonts: FontBook) -> list[Sheet]:
    """As large as costs no further page."""
    *larger, smallest = paper.each
    pages = _pages_of(content, smallest, fonts)
    tried = (_pages_of(content, sheet, fonts) for sheet in larger)
    return next((found for found in tried if len(found) == len(pages)), pages)


def _pages_of(content: Section | FrontPage, paper: Paper, fonts: FontBook) -> list[Sheet]:
    if isinstance(content, FrontPage):
        return [front_page(content, paper, fonts)]
    return section_pages(content, paper, fonts)
