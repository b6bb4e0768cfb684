"""No file without a page: whatever is asked for in a project, nobody gets a PDF that does not open."""

import io

import pytest
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.report.section_table import SECTIONS
from cxstudio.documents.vote_slips import vote_slips_pdf
from cxstudio.model import PROJECT_ID, Document, Project, ReportSettings, VoteRound
from tests.cxstudio.documents.report_pages import pages_of


def asking(*sections: str) -> Document:
    return Document((Project(id=PROJECT_ID, title="Leer"), ReportSettings(id="report", sections=sections)))


def test_a_report_of_what_cannot_be_shown_says_so() -> None:
    for row in SECTIONS:
        report = report_pdf(asking(row.name), {}, "de")
        assert report.pages == len(pages_of(report)) > 0, row.name
    assert "Es gibt keine Deltas" in " ".join(pages_of(report_pdf(asking("deltas"), {}, "de")))


def test_names_of_sections_nobody_knows_are_no_choice() -> None:
    unknown, usual = (report_pdf(asking(*names), {}, "de") for names in (("<b>", "of-next-year"), ()))
    assert unknown.pages > 0 and unknown.pdf == usual.pdf


@pytest.mark.parametrize(("people", "pages"), [(0, 1), (1, 1), (4, 1), (5, 2), (10**9, 500)])
def test_there_are_slips_for_nobody_and_not_for_everybody_on_earth(people: int, pages: int) -> None:
    slips = vote_slips_pdf(sample("lindenfurt", "de").document.evolve([VoteRound(id="v", eligible=people)]), "de")
    assert slips.pages == len(PdfReader(io.BytesIO(slips.pdf)).pages) == pages
    assert any("2.000 Zettel" in said for said in slips.notices) is (people > 1_000)
