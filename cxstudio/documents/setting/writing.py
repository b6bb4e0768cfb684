"""Pages → PDF bytes: footers with "n of m", outline, title and language, the same bytes for the same report."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, Final

from reportlab.pdfgen.canvas import Canvas

from cxstudio.documents.paper import MARGIN, Paper
from cxstudio.documents.setting.logo import logo_picture
from cxstudio.documents.setting.page_numbers import page_reference, with_numbers
from cxstudio.documents.setting.printed_lines import PrintedLine, printed_lines
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import FOOT
from cxstudio.layout.display.display_list import TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import palette
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.plain_text import LEFT_OUT, plain_cell
from cxstudio.progress import Progress
from cxstudio.render import pdf
from cxstudio.render.pdf_attachment import attach
from cxstudio.render.pdf_canvas import pdf_canvas
from cxstudio.render.tagging import Leading
from cxstudio.wording import N_, Texts

_BESIDE: Final = 24.0
"""Between what a footer says and the page's number."""
WRITING: Final = N_("Writing the pages")


class WrittenKind(StrEnum):
    """What a text is that can be written anew where it stands."""

    HEADLINE = "headline"
    LEAD = "lead"
    SETTING = "setting"
    """A field of the report's settings."""


@dataclass(frozen=True, slots=True)
class HeadlinePlace:
    """Where a text stands that can be written anew: number of the page from 0, the box and the type in shares of it."""

    section: str
    """Of a headline its section; of a lead the same and "_lead"; else the field of the report's settings."""
    text: str
    page: int
    left: float
    top: float
    width: float
    height: float
    size: float
    """Of its type, of the height of the sheet."""
    kind: WrittenKind

    @property
    def key(self) -> str:
        """What it is found by: a field is not taken for a section of the same name."""
        return f"{self.kind}.{self.section}" if self.kind is WrittenKind.SETTING else self.section


@dataclass(frozen=True, slots=True)
class PdfFile:
    """A finished document, and what its reader or whoever prints it has to be told."""

    pdf: bytes
    notices: tuple[str, ...] = ()
    """Sentences in the document's language: characters no font here has."""
    pages: int = 0
    headlines: tuple[HeadlinePlace, ...] = ()
    """Of a report: headlines, leads and the decision, which can be written anew."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What makes a document recomputable: a mark at the foot of its pages, and a list within the file."""

    mark: str
    name: str
    listed: Callable[[tuple[PrintedLine, ...]], bytes]
    """Makes the list of where the numbers stand."""


def write_pdf(pages: Sequence[Sheet], notices: tuple[str, ...], paper: Paper, *, title: str, texts: Texts,
              fonts: FontBook, accent: str, assets: Mapping[str, bytes], progress: Progress,
              author: str = "", numbered: bool = True, checked: Checked | None = None,
              logo: str = "") -> PdfFile:  # fmt: skip
    """The pages as a file, numbered; `accent` is the client's colour, where there is one, `logo` the asset of a picture
    that stands above every page.

    Without numbers where they are only some of a document's pages, and nobody knows yet how many there will be.
    """
    out, colours = io.BytesIO(), palette("print", accent)
    canvas = pdf_canvas(out, paper.size, title=title, language=texts.language, author=author, fonts=fonts)
    canvas.showOutline()
    told = _Told(pages, texts)
    pages = [told.numbered(place, page) for place, page in enumerate(pages)]
    marks = {scale: logo_picture(logo, assets, paper_at) for scale, paper_at in _scales(pages).items()}
    sheets = [(page, _footer(page, _number(place, len(pages), texts, checked) if numbered else "", texts))
              for place, page in enumerate(pages)]  # fmt: skip
    for place, (page, footer) in enumerate(sheets):
        mark = marks[page.paper.scale]
        footer.group("logo", [mark] if mark is not None else [])
        progress(place / len(pages), WRITING)
        if page.title:
            _bookmark(canvas, page.title, place)
        for number, (further, top) in enumerate(page.also, 1):
            _bookmark(canvas, further, place, (number, paper.size[1] - top * page.paper.scale))
        told.bookmark(canvas, place, paper.size[1], page.paper.scale)
        for sheet in (page, footer):
            pdf.draw(canvas, sheet.drawn(), colours, 0.0, paper.size[1], page.paper.scale, assets, fonts,
                     link=partial(told.next, place), decoration=sheet is footer)  # fmt: skip
        canvas.showPage()
    if checked is not None:
        attach(canvas, checked.name, checked.listed(printed_lines(sheets)), texts.tr("Figures of this report"))
    canvas.save()
    return PdfFile(out.getvalue(), notices, len(pages))


def _scales(pages: Sequence[Sheet]) -> dict[float, Paper]:
    """A paper for each scale pages are set in."""
    return {page.paper.scale: page.paper for page in pages}


class _Told:
    """Where the rows about each record stand: they lead to the page it is at home on, and from there to the next one.

    So page one leads to the pages with the reasons and the measures, and they lead to each other. What is at home
    nowhere leads to the next page that tells of it, the last one to the first. What only names a record, as a measure
    does its touchpoint, leads to a row about it, too.
    """

    def __init__(self, pages: Sequence[Sheet], texts: Texts) -> None:
        self._texts = texts
        self._tops: list[dict[Id, float]] = [_rows_of(page) for page in pages]
        self._pages: dict[Id, list[int]] = {}
        for place, tops in enumerate(self._tops):
            for record in tops:
                self._pages.setdefault(record, []).append(place)
        self._homes = {record: place for place in reversed(range(len(pages))) for record in pages[place].homes}
        self._named = {item.link for page in pages for item in _named_on(page)}

    def bookmark(self, canvas: Canvas, place: int, high: float, scale: float) -> None:
        """Make the rows of a page known to those that lead there."""
        untyped: Any = canvas
        for record, top in self._tops[place].items():
            if len(self._pages[record]) > 1 or record in self._named:
                untyped.bookmarkHorizontalAbsolute(f"{record}@{place}", high - top * scale)

    def next(self, place: int, record: Id) -> Leading | None:
        """Where a row about a record, or its name elsewhere, leads from that page: to the next one, else the first."""
        at = self._at(place, record)
        return None if at is None else Leading(f"{record}@{at}", self._texts.tr("More on page {page}", page=at + 1))

    def numbered(self, place: int, page: Sheet) -> Sheet:
        """That page with the numbers of the pages its texts lead to, for whoever holds it in the hand."""

        def words(record: Id) -> str:
            at = self._at(place, record)
            return "" if at is None else page_reference(at + 1, self._texts)

        return with_numbers(page, words)

    def _at(self, place: int, record: Id) -> int | None:
        """The page a row about a record, or its name elsewhere, leads to; None: none but its own."""
        home, pages = self._homes.get(record), [page for page in self._pages.get(record, []) if page != place]
        if home is not None and home in pages:
            return home
        return next((page for page in pages if page > place), pages[0]) if pages else None


def _rows_of(page: Sheet) -> dict[Id, float]:
    """Record → top of the first row about it."""
    tops: dict[Id, float] = {}
    for placed, line, _ in page.said():
        if line.link is not None and line.link == placed.group.record:
            tops.setdefault(line.link, placed.y)
    return tops


def _named_on(page: Sheet) -> Iterator[TextLine]:
    """What only names a record on a page."""
    for placed, line, _ in page.said():
        if line.link is not None and line.link != placed.group.record:
            yield line


def _bookmark(canvas: Canvas, title: str, place: int, within: tuple[int, float] | None = None) -> None:
    """An entry in the outline that leads to a page; `within`: which further one of it, and how high that begins."""
    key = f"page{place}" if within is None else f"page{place}.{within[0]}"
    untyped: Any = canvas
    if within is None:
        canvas.bookmarkPage(key)
    else:
        untyped.bookmarkHorizontalAbsolute(key, within[1])
    canvas.addOutlineEntry(plain_cell(title), key, 0)


def _number(place: int, many: int, texts: Texts, checked: Checked | None) -> str:
    number = texts.tr("{page} of {pages}", page=place + 1, pages=many)
    if checked is None:
        return number
    mark = texts.tr("Check value {mark}", mark=checked.mark)
    return f"{mark} · {number}"


def _footer(page: Sheet, number: str, texts: Texts) -> Sheet:
    fonts, paper = page.fonts, page.paper
    sheet, room = Sheet(fonts, paper), paper.room - setting.width(fonts, number, FOOT.face, FOOT.size) - _BESIDE

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
