"""What stands on a PDF's pages and where, as a reader program finds it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from pypdfium2 import PdfDocument, PdfPage, raw

from tests.unmeasured import unmeasured

_BROKEN_WORD = "\ufffe"
"""What stands where a word was divided at the end of a line."""
_APART = 0.12
"""Room between two characters of one line that belong to different words, in heights of the line."""

T = TypeVar("T")


class Placed(NamedTuple):
    """A character or a word, in points from the page's upper left corner."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Page(NamedTuple):
    """The size of a page, and what stands on it."""

    width: float
    height: float
    placed: list[Placed]


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page; a divided word ends its line with a soft hyphen."""
    return _each(pdf, _text)


def page_characters(pdf: bytes) -> list[Page]:
    """Every character that is seen, page by page, with the box its font gives it."""
    return _each(pdf, lambda page: _page(page, [c for c in _characters(page) if not c.text.isspace()]))


def page_words(pdf: bytes) -> list[Page]:
    """Every word, page by page."""
    return _each(pdf, lambda page: _page(page, _words(_characters(page))))


@unmeasured()
def _each(pdf: bytes, read: Callable[[PdfPage], T]) -> list[T]:
    document = PdfDocument(pdf)
    try:
        return [read(page) for page in document]
    finally:
        document.close()


def _page(page: PdfPage, placed: list[Placed]) -> Page:
    return Page(page.get_width(), page.get_height(), placed)


def _text(page: PdfPage) -> str:
    said = str(page.get_textpage().get_text_range())
    return said.replace("\r\n", "\n").replace(_BROKEN_WORD, "\u00ad\n")


def _characters(page: PdfPage) -> list[Placed]:
    text, height, box, found = page.get_textpage(), page.get_height(), raw.FS_RECTF(), []
    for at in range(text.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(text, at) or 32)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        found.append(Placed(sign, box.left, height - box.top, box.right, height - box.bottom))
    return found


def _words(characters: list[Placed]) -> list[Placed]:
    words: list[Placed] = []
    goes_on = False
    for c in characters:
        if c.text.isspace():
            goes_on = False
            continue
        last, apart = words[-1] if words else c, _APART * (c.bottom - c.top)
        if goes_on and abs(c.top - last.top) <= apart and -2 * apart <= c.x0 - last.x1 <= apart:
            words[-1] = Placed(last.text + c.text, last.x0, min(last.top, c.top), c.x1, max(last.bottom, c.bottom))
        else:
            words.append(c)
        goes_on = True
    return words
