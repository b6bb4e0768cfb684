"""Paper is used: short sections share a page, drawings stand below each other, few rows take no page of their own."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from cxstudio.catalogue.samples import sample
from cxstudio.documents.paper import PAPERS
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.setting.writing import PdfFile
from cxstudio.exchange.readers import read
from cxstudio.model import Document, ReportSettings
from cxstudio.model.kinds import ReportPreset
from tests.cxstudio.documents.report_pages import assert_nothing_outside_or_overlapping, pages_of
from tests.pdf_texts import page_words
from tests.unmeasured import unmeasured

BASICS, PROMISES = (
    "4 von 6 Basisanforderungen enttäuschen",
    "3 Versprechen, und noch niemand wurde gefragt, ob sie gehalten werden",
)


def with_preset(document: Document, preset: ReportPreset) -> Document:
    settings = next(iter(document.all(ReportSettings)), ReportSettings(id="report"))
    return document.evolve([settings.model_copy(update={"preset": preset, "sections": ()})])


@pytest.fixture(scope="module")
def documentation() -> PdfFile:
    made = sample("lindenfurt", "de")
    return report_pdf(with_preset(made.document, ReportPreset.DOCUMENTATION), made.assets, "de")


def begin(report: PdfFile) -> dict[str, int]:
    """Entry of the outline → page it leads to, from 0."""
    reader = PdfReader(io.BytesIO(report.pdf))
    return {str(entry.title): int(reader.get_destination_page_number(entry) or 0)
            for entry in reader.outline if not isinstance(entry, list)}  # fmt: skip


def test_two_short_sections_share_a_page_and_both_are_in_the_outline(documentation: PdfFile) -> None:
    places = begin(documentation)
    (basics,) = (page for title, page in places.items() if title.startswith(BASICS))
    assert places[PROMISES] == basics
    text = pages_of(documentation)[basics]
    assert text.index(BASICS) < text.index("3 Versprechen, und")
    assert "(Fortsetzung)" not in text
    assert_nothing_outside_or_overlapping(documentation.pdf)


def test_sections_keep_their_order_and_all_of_what_they_say(documentation: PdfFile) -> None:
    pages = list(begin(documentation).values())
    assert pages == sorted(pages) and len(pages) > len(set(pages))
    each = "".join(pages_of(documentation))
    for words in ("Ansage der Hotline", "Rechnung verstehen", "Stakeholder stehen hinter der Reise"):
        assert words in each


@unmeasured()
def test_a_headline_is_written_anew_where_it_stands_on_a_shared_page(documentation: PdfFile) -> None:
    shown = PdfDocument(documentation.pdf)
    checked = 0
    for place in documentation.headlines:
        page = shown[place.page]
        wide, high = page.get_size()
        said = page.get_textpage().get_text_bounded(
            place.left * wide - 1, (1 - place.top - place.height) * high - 2,
            (place.left + place.width) * wide + 1, (1 - place.top) * high + 2,
        )  # fmt: skip
        words = " ".join(place.text.split())[:30]
        checked += words in " ".join(said.split()) or not words
    shown.close()
    assert checked == len(documentation.headlines) > 20


def test_two_strips_of_a_small_map_stand_on_one_page(tmp_path: Path) -> None:
    tasks = "\n".join(f"    section Teil {n}\n" + "".join(f"      Schritt {n}.{m}: 3: Ich\n" for m in range(4))
                      for n in range(5))  # fmt: skip
    path = tmp_path / "reise.mmd"
    path.write_text(f"journey\n    title Reise\n{tasks}", encoding="utf-8")
    document = read(path).document()
    pages = pages_of(report_pdf(with_preset(document, ReportPreset.DECISION), {}, "de"))
    (drawn,) = (page for page in pages if "20 Kontaktpunkte in 5 Phasen" in page)
    assert "Schritt 0.0" in drawn and "Schritt 4.3" in drawn


@pytest.mark.parametrize("paper", ["a4", "a3", "letter"])
def test_nothing_overlaps_where_sections_share_pages(paper: str) -> None:
    made = sample("control", "de")
    document = with_preset(made.document, ReportPreset.DOCUMENTATION)
    assert_nothing_outside_or_overlapping(report_pdf(document, made.assets, "de", paper=PAPERS[paper]).pdf)


def test_few_pages_of_a_documentation_are_nearly_empty(documentation: PdfFile) -> None:
    """What reaches down to the middle of a page; the first stands by itself, the last ends where it ends."""
    reach = [max((word.bottom for word in page.placed if word.bottom < page.height - 50), default=0.0) / page.height
             for page in page_words(documentation.pdf)]  # fmt: skip
    assert sum(share < 0.45 for share in reach[1:-1]) <= 2, reach
