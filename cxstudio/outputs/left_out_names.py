"""What a finished file still says of what was to be left out, and where: names within texts somebody wrote."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Final

from cxstudio.outputs.output import Made

if TYPE_CHECKING:
    from cxstudio.model import Document
    from cxstudio.wording import Texts

_OWN: Final = frozenset({"report", "report_options"})
"""Outputs that say it themselves, or are made for the next project."""
_TAG: Final = re.compile(r"<(style|script)\b.*?</\1>|<[^>]*>", re.DOTALL)
_BREAK: Final = re.compile("[\ufffe\u00ad]\\s*|\\s*\r?\n\\s*")
_HEADINGS: Final = {".html": re.compile(r"<h[12][ >]"), ".md": re.compile(r"^##? ", re.MULTILINE)}
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_V: Final = "{http://schemas.openxmlformats.org/drawingml/2006/chart}v"


def names_told(document: Document, output: str, ending: str, made: Made, texts: Texts) -> tuple[str, ...]:
    """Sentences for whoever hands on what was made of this document; none for a kind of file nobody could search."""
    from cxstudio.documents.chosen import report_settings
    from cxstudio.documents.report.anonymising import Where, name_notices

    if output in _OWN or not made.data or not report_settings(document).anonymised:
        return ()
    kind = {".pdf": Where.PAGE, ".pptx": Where.SLIDE, ".html": Where.HEADLINE, ".md": Where.HEADLINE}.get(ending)
    return name_notices(document, list(_places(ending, made.data)), texts, kind or Where.FILE)


def slides_told(document: Document, deck: bytes, texts: Texts) -> tuple[str, ...]:
    """The same for slides that lie on the disk already, with what somebody wrote on them since."""
    return names_told(document, "slides", ".pptx", Made(deck), texts)


def _places(ending: str, data: bytes) -> Iterator[tuple[str, str]]:
    """What each part of a file is called, and the words in it."""
    if ending == ".pdf":
        for number, words in enumerate(_pages(data), 1):
            yield str(number), words
    elif ending == ".pptx":
        for number, words in enumerate(_slides(data), 1):
            yield str(number), words
    elif ending == ".xlsx":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            yield "", " ".join(_bare(packed.read(name).decode()) for name in packed.namelist() if name.endswith(".xml"))
    elif ending in _HEADINGS:
        yield from _below_headings(ending, data.decode("utf-8"))
    elif ending != ".png":
        yield "", _bare(data.decode("utf-8", "replace")) if ending == ".svg" else _unfolded(data)


def _below_headings(ending: str, text: str) -> Iterator[tuple[str, str]]:
    """A text cut at its headings, each with what stands below it."""
    begin = [0, *(found.start() for found in _HEADINGS[ending].finditer(text)), len(text)]
    for start, end in pairwise(begin):
        part = text[start:end]
        if ending == ".html":
            yield " ".join(_bare(part.split("</h", 1)[0]).split()), _bare(part)
        else:
            plain = html.unescape(re.sub(r"\\(.)", r"\1", part))
            yield plain.split("\n", 1)[0].strip("# "), plain


def _bare(text: str) -> str:
    """Text without its tags; what a drawing shows on two lines stays one text."""
    return html.unescape(_TAG.sub(" ", text))


def _unfolded(data: bytes) -> str:
    """Text whose long lines were folded, as in a calendar."""
    return data.decode("utf-8", "replace").replace("\r\n ", "").replace("\\,", ",").replace("\\n", " ")


def _pages(data: bytes) -> Iterator[str]:
    pdfium: Any = import_module("pypdfium2")
    opened = pdfium.PdfDocument(data)
    try:
        for page in opened:
            yield _BREAK.sub(lambda found: "" if found[0][0] in "\ufffe\u00ad" else " ",
                             page.get_textpage().get_text_bounded())  # fmt: skip
    finally:
        opened.close()


def _slides(data: bytes) -> Iterator[str]:
    from pptx import Presentation

    for slide in Presentation(io.BytesIO(data)).slides:
        trees: list[Any] = [slide.shapes._spTree]
        if slide.has_notes_slide:
            trees.append(slide.notes_slide.shapes._spTree)
        trees += [shape.chart._chartSpace for shape in slide.shapes if getattr(shape, "has_chart", False)]
        yield " ".join(text.text or "" for tree in trees for text in tree.iter(_A, _V))
