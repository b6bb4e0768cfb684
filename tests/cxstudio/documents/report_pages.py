"""Reading a report's PDF back."""

from __future__ import annotations

import io
from functools import cache

from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.setting.writing import PdfFile
from tests.pdf_texts import page_texts, page_words
from tests.unmeasured import unmeasured


@cache
def of_sample(language: str) -> PdfFile:
    made = sample("lindenfurt", language)
    return report_pdf(made.document, made.assets, language)


def pages_of(report: PdfFile) -> list[str]:
    return [flat(said) for said in page_texts(report.pdf)]


def flat(text: str) -> str:
    return " ".join(text.replace("\u00ad\n", "").replace("-\n", "").split())


@unmeasured()
def unembedded(pdf: bytes) -> set[str]:
    """Names of fonts a page refers to without carrying the file."""
    found = set()
    for page in PdfReader(io.BytesIO(pdf)).pages:
        for font in page["/Resources"].get_object().get("/Font", {}).values():
            font = font.get_object()
            described = font.get("/DescendantFonts", [font])[0].get_object().get("/FontDescriptor")
            if described is None or not any(
                k in described.get_object() for k in ("/FontFile", "/FontFile2", "/FontFile3")
            ):
                found.add(str(font.get("/BaseFont")))
    return found


@unmeasured()
def fonts_of(pdf: bytes) -> set[str]:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return {str(f.get_object()["/BaseFont"]) for p in pages for f in p["/Resources"].get_object()["/Font"].values()}


def assert_nothing_outside_or_overlapping(pdf: bytes) -> None:
    """Every word inside the page's margins; no two words on the same place."""
    for number, page in enumerate(page_words(pdf), 1):
        for word in page.placed:
            assert word.x0 >= 30 and word.x1 <= page.width - 30, word.text
            assert word.top >= 20 and word.bottom <= page.height - 12, word.text
        words = sorted(page.placed, key=lambda word: (word.top, word.x0))
        for i, word in enumerate(words):
            for other in words[i + 1 : i + 60]:
                if other.top >= word.bottom:
                    break
                across = min(word.x1, other.x1) - max(word.x0, other.x0)
                down = min(word.bottom, other.bottom) - max(word.top, other.top)
                least = 0.45 * min(word.bottom - word.top, other.bottom - other.top)
                assert across < 1.5 or down < least, (number, word.text, other.text)
