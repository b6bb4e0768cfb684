"""The minutes as pages and as Markdown, for a mail or a wiki."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cxstudio.documents.content import Heading, Paragraph, Section, Table
from cxstudio.documents.minutes.minutes_details import MinutesDetails
from cxstudio.documents.minutes.minutes_sections import (
    has_minutes,
    minutes_sections,
    minutes_title,
    workshop_of,
)
from cxstudio.documents.paper import USUAL, Paper
from cxstudio.documents.setting.flow import section_pages
from cxstudio.documents.setting.missing import placeholder_notices
from cxstudio.documents.setting.writing import PdfFile, write_pdf
from cxstudio.errors import N_, UserError
from cxstudio.look.fonts import font_book
from cxstudio.model import Document
from cxstudio.plain_text import markdown_text
from cxstudio.progress import Progress, silent
from cxstudio.wording import texts as texts_in


def minutes_pdf(document: Document, assets: Mapping[str, bytes], language: str, details: MinutesDetails | None = None,
                *, paper: Paper = USUAL.upright, progress: Progress = silent) -> PdfFile:  # fmt: skip
    """The pages, in portrait. Raises UserError where there is nothing to tell of."""
    asked, texts, book = details or MinutesDetails(), texts_in(language), font_book()
    told = _told(document, assets, language, asked)
    pages = [page for section in told for page in section_pages(section, paper, book)]
    title = minutes_title(document, workshop_of(document, asked.workshop), texts, asked.zone)
    notices = placeholder_notices(document, book, pages, texts)
    return write_pdf(pages, notices, paper, title=title, texts=texts, fonts=book, accent=document.project.accent,
                     assets=assets, progress=progress)  # fmt: skip


def minutes_markdown(document: Document, language: str, details: MinutesDetails | None = None) -> bytes:
    """The same as text; photos are counted. Raises UserError where there is nothing to tell of."""
    told = _told(document, {}, language, details or MinutesDetails())
    return "\n".join(line for n, section in enumerate(told) for line in _written(section, n)).encode()


def _told(
    document: Document, assets: Mapping[str, bytes], language: str, details: MinutesDetails
) -> tuple[Section, ...]:
    if not has_minutes(document):
        raise UserError(
            N_("There is nothing to write minutes of yet."), N_("Nothing was written."),
            N_("Plan a workshop, collect ideas or note decisions first."),
        )  # fmt: skip
    return minutes_sections(document, assets, texts_in(language), details)


def _written(section: Section, place: int) -> Iterator[str]:
    yield from (f"{'##' if place else '#'} {markdown_text(section.headline)}", "")
    if section.lead:
        yield from (markdown_text(section.lead), "")
    for block in section.blocks:
        if isinstance(block, Heading):
            yield from (f"## {markdown_text(block.text)}", "")
        elif isinstance(block, Paragraph):
            yield from (markdown_text(block.text), "")
        elif isinstance(block, Table):
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    if not table.rows:
        yield from (markdown_text(table.empty), "")
        return
    yield _row(markdown_text(column.title) for column in table.columns)
    yield _row("---" for _ in table.columns)
    for row in table.rows:
        yield _row("<br>".join(markdown_text(part.text) for part in found) for found in row.cells)
    yield ""


def _row(cells: Iterator[str]) -> str:
    return "| " + " | ".join(cells) + " |"
