"""On paper nobody can click: what leads elsewhere says on which page that is, and says it right."""

from __future__ import annotations

import io
import re
from functools import cache

import pytest
from pypdf import PdfReader
from pypdfium2 import PdfDocument

from cxstudio.catalogue.samples import sample
from cxstudio.documents.paper import PAPERS
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.report.section_table import SECTIONS
from cxstudio.documents.verification.verifying import verify
from cxstudio.model import Document, ReportSettings
from cxstudio.model.kinds import ReportPreset
from tests.cxstudio.documents.report_pages import assert_nothing_outside_or_overlapping, pages_of
from tests.unmeasured import unmeasured

_NUMBER = re.compile(r"(?:S\.|p\.)\s?(\d+)")


@cache
def document_of(name: str, language: str, preset: ReportPreset) -> Document:
    document = sample(name, language).document
    (settings,) = document.all(ReportSettings)
    return document.evolve([settings.model_copy(update={"preset": preset, "sections": ()})])


@cache
def report(name: str, language: str, preset: ReportPreset) -> bytes:
    return report_pdf(document_of(name, language, preset), sample(name, language).assets, language).pdf


@unmeasured()
def links(pdf: bytes) -> list[tuple[int, str, int]]:
    """Every link: page it stands on, the words in it, and the page it leads to; pages from 1."""
    pages = PdfReader(io.BytesIO(pdf)).pages
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(pages, 1) if page.indirect_reference}
    shown, found = PdfDocument(pdf), []
    for number, page in enumerate(pages, 1):
        words = shown[number - 1].get_textpage()
        for annotation in page.get("/Annots", ()):
            link = annotation.get_object()
            left, bottom, right, top = (float(at) for at in link["/Rect"])
            said = words.get_text_bounded(left - 0.5, bottom, right + 0.5, top)
            found.append((number, " ".join(said.split()), numbers[link["/Dest"][0].idnum]))
    shown.close()
    return found


def numbered(pdf: bytes) -> list[tuple[int, int]]:
    """The links that say a number: page they stand on and page they lead to; the number is the one of the target."""
    made = []
    for page, said, to in links(pdf):
        number = _NUMBER.fullmatch(said)
        if number is not None:
            assert int(number[1]) == to, (page, said, to)
            made.append((page, to))
    return made


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("preset", list(ReportPreset))
@pytest.mark.parametrize("name", ["lindenfurt", "control"])
def test_the_number_beside_a_link_is_the_page_it_leads_to(name: str, preset: ReportPreset, language: str) -> None:
    pdf = report(name, language, preset)
    found = numbered(pdf)
    assert found
    assert len(_NUMBER.findall(" ".join(said for _, said, _ in links(pdf)))) == len(found), "and none within another"
    assert_nothing_outside_or_overlapping(pdf)


def test_page_one_says_where_the_reasons_and_the_measures_stand() -> None:
    pdf = report("lindenfurt", "de", ReportPreset.DECISION)
    pages = PdfReader(io.BytesIO(pdf)).pages
    on = {words: n for n, page in enumerate(pages, 1) for words in ("Drei Kontaktpunkte sind", "Sechs Maßnahmen, drei")
          if words in page.extract_text()}  # fmt: skip
    reasons, plan = on["Drei Kontaktpunkte sind"], on["Sechs Maßnahmen, drei"]
    assert sorted(to for page, to in numbered(pdf) if page == 1) == [reasons] * 3 + [plan] * 4
    assert {to for page, to in numbered(pdf) if page == reasons} == {plan}, "a critical touchpoint names its measures"
    assert {to for page, to in numbered(pdf) if page == plan} == {reasons}, "and a measure what it is for"


def test_a_long_report_lists_its_contents_with_their_pages() -> None:
    pdf = report("lindenfurt", "de", ReportPreset.DOCUMENTATION)
    entries = [to for page, to in numbered(pdf) if page == 2]
    reader = PdfReader(io.BytesIO(pdf))
    begin = [reader.get_destination_page_number(entry) + 1 for entry in reader.outline if not isinstance(entry, list)]
    assert entries == [page for page in begin if page > 2], "each section but page one and itself, in order"
    assert len(entries) > 15
    listed = " ".join(reader.pages[1].extract_text().split())
    assert "Glossar Was" in listed and f"S. {len(reader.pages)}" in listed.replace("\N{NO-BREAK SPACE}", " ")


def test_a_map_that_fills_its_page_takes_only_one() -> None:
    texts = pages_of(report_pdf(document_of("lindenfurt", "de", ReportPreset.DOCUMENTATION), {}, "de"))
    assert [page for page in texts if page.startswith("Was Jana Brandt bewegt")][1:] == []


def test_a_short_report_needs_no_list_of_contents() -> None:
    assert {row.name: row.presets for row in SECTIONS}["contents"] == (ReportPreset.DOCUMENTATION,)
    document = sample("lindenfurt", "de").document
    (settings,) = document.all(ReportSettings)
    few = document.evolve([settings.model_copy(update={"sections": ("decision", "contents", "measures", "method")})])
    assert not [page for page in pages_of(report_pdf(few, {}, "de")) if page.startswith("Inhalt ")]


@pytest.mark.parametrize("paper", ["a3", "letter"])
def test_other_papers_have_other_numbers_and_they_are_right(paper: str) -> None:
    document = document_of("lindenfurt", "de", ReportPreset.DOCUMENTATION)
    for sheet in (PAPERS[paper], PAPERS[paper].upright):
        pdf = report_pdf(document, sample("lindenfurt", "de").assets, "de", paper=sheet).pdf
        assert len(numbered(pdf)) > 20
        assert_nothing_outside_or_overlapping(pdf)


def test_the_same_project_gives_the_same_bytes_and_its_report_verifies() -> None:
    document = document_of("lindenfurt", "de", ReportPreset.DOCUMENTATION)
    pdf = report("lindenfurt", "de", ReportPreset.DOCUMENTATION)
    assert report_pdf(document, sample("lindenfurt", "de").assets, "de").pdf == pdf
    found = verify(pdf, "report.pdf", document)
    assert found.agrees, (found.on_pages, found.unlisted, found.differing)


@pytest.mark.torture
def test_the_numbers_of_four_hundred_touchpoints() -> None:
    for preset in ReportPreset:
        pdf = report("large", "de", preset)
        assert numbered(pdf) or preset is not ReportPreset.DOCUMENTATION
        assert_nothing_outside_or_overlapping(pdf)
