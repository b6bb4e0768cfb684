"""Pages → PDF bytes: footers with "n of m", outline, title and language, the same bytes for the same report."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportlab.pdfgen.canvas import Canvas

from cxstudio.documents.paper import MARGIN, Paper
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import FOOT
from cxstudio.layout.display.display_list import TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from cxstudio.plain_text import LEFT_OUT, plain_cell
from cxstudio.progress import Progress
from cxstudio.render import pdf
from cxstudio.render.pdf_canvas import pdf_canvas
from cxstudio.wording import N_, Texts

WRITING = N_("Writing the pages")


@dataclass(frozen=True, slots=True)
class HeadlinePlace:
    """Where the headline of a section stands: number of the page from 0, the box in shares of the sheet."""

    section: str
    text: str
    page: int
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A finished document, and what its reader or whoever prints it has to be told."""

    pdf: bytes
    notices: tuple[str, ...] = ()
    """Sentences in the document's language: characters no font here has."""
    pages: int = 0
    headlines: tuple[HeadlinePlace, ...] = ()
    """Of a report, whose headlines can be written anew."""


def write_pdf(pages: Sequence[Sheet], notices: tuple[str, ...], paper: Paper, *, title: str, texts: Texts,
              fonts: FontBook, accent: str, assets: Mapping[str, bytes], progress: Progress,
              author: str = "", numbered: bool = True) -> PdfFile:  # fmt: skip
    """The pages as a file, numbered; `accent` is the client's colour, where there is one.

    Without numbers where they are only some of a document's pages, and nobody knows yet how many there will be.
    """
    out, colours = io.BytesIO(), palette("print", accent)
    canvas = pdf_canvas(out, paper.size, title=title, language=texts.language, author=author, fonts=fonts)
    canvas.showOutline()
    for place, page in enumerate(pages):
        progress(place / len(pages), WRITING)
        if page.title:
            _bookmark(canvas, page.title, place)
        number = texts.tr("{page} of {pages}", page=place + 1, pages=len(pages)) if numbered else ""
        footer = _footer(page, number, texts)
        for sheet in (page, footer):
            pdf.draw(canvas, sheet.drawn(), colours, 0.0, paper.size[1], page.paper.scale, assets, fonts,
                     decoration=sheet is footer)  # fmt: skip
        canvas.showPage()
    canvas.save()
    return PdfFile(out.getvalue(), notices, len(pages))


def _bookmark(canvas: Canvas, title: str, place: int) -> None:
    key = f"page{place}"
    canvas.bookmarkPage(key)
    canvas.addOutlineEntry(plain_cell(title), key, 0)


def _footer(page: Sheet, number: str, texts: Texts) -> Sheet:
    fonts, paper = page.fonts, page.paper
    sheet, room = Sheet(fonts, paper), paper.room - 80.0

    def single(words: str, x: float, wide: float | None = None, align: float = 0.0) -> TextLine:
        return setting.single(fonts, words, FOOT, x, paper.foot, Role.FAINT, wide, align, words=True)

    note = single(page.note, MARGIN, room)
    lines = [note, single(number, MARGIN + paper.room, align=1.0)]
    if page.shortened or LEFT_OUT in note.text:
        sign = texts.tr("{sign}: shortened here, complete in the project", sign=LEFT_OUT)
        why = single(f"{sign} · " if page.note else sign, MARGIN)
        lines[0] = single(page.note, MARGIN + why.width, room - why.width)
        lines.append(why)
    sheet.group("footer", [line for line in lines if line.runs])
    return sheet
