"""On paper no word is cut: texts take the lines they need; where a page has no room it says where the rest stands."""

from __future__ import annotations

import re
from functools import cache

import pytest

from cxstudio.catalogue.samples import Sample, sample
from cxstudio.documents.paper import PAPERS, USUAL, Paper
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.report.section_table import SECTIONS
from cxstudio.edits import Rule, add_change, add_ideas, open_vote
from cxstudio.layout.charts.chart_table import CHARTS
from cxstudio.layout.text.text_measuring import width, wrap
from cxstudio.look.fonts import font_book
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Document, Journey, ReportSettings
from cxstudio.model.kinds import VoteKind
from cxstudio.outputs.output import Order
from cxstudio.outputs.table import OUTPUTS, make_output
from cxstudio.plain_text import LEFT_OUT
from cxstudio.store import Store
from tests.cxstudio.layout.test_whole_texts import awkward
from tests.pdf_texts import page_texts

_CUT = re.compile(r"…(?!\])(?=$|[“‘)]| [▲▼]?\s?[+−]?\d+,\d)")
"""An ellipsis at the end of a line, of a name in quotation marks, or ahead of a figure of the same row."""


@cache
def project(name: str) -> Document:
    """A sample, or the one with very long words and names everywhere."""
    return awkward() if name == "awkward" else sample(name, "de").document


def with_everything(document: Document) -> Document:
    """The same with every section and every chart in its report."""
    charts = tuple(f"{row.id}|{choice}" for row in CHARTS for choice, _ in row.choices or (("", ""),))
    sections = tuple(row.name for row in SECTIONS)
    settings = next(iter(document.all(ReportSettings)), ReportSettings(id="report"))
    return document.evolve([settings.model_copy(update={"sections": sections, "pictures": charts})])


def lines_of(pdf: bytes) -> list[list[str]]:
    """The lines of each page."""
    return [said.splitlines() for said in page_texts(pdf)]


def check(pdf: bytes) -> int:
    """Nothing is cut; a page that leaves words out says so. Returns how many pages do."""
    short = 0
    for lines in lines_of(pdf):
        assert not [line for line in lines if _CUT.search(line.strip())]
        if any(LEFT_OUT in line for line in lines):
            short += 1
            assert any("hier gekürzt, vollständig im Projekt" in line for line in lines), lines
    return short


def with_a_vote(document: Document) -> Document:
    """The same with a vote under way, over ideas with very long names."""
    store = Store(document)
    with store.transaction("vote") as draft:
        ideas = add_ideas(draft, None, [journey.title * 3 for journey in document.all(Journey)] * 2)
        open_vote(draft, ideas, document.all(Journey)[0].title, VoteKind.POINTS, 3, 5, Rule(fixed_by="x"))
    return store.document


def assets(name: str) -> Sample:
    return sample("lindenfurt" if name == "awkward" else name, "de")


def test_a_report_of_very_long_names_cuts_none() -> None:
    check(report_pdf(with_everything(project("awkward")), {}, "de", paper=USUAL).pdf)


def test_the_samples_report_has_room_for_every_word() -> None:
    assert check(report_pdf(with_everything(project("lindenfurt")), assets("lindenfurt").assets, "de").pdf) == 0


@pytest.mark.torture
@pytest.mark.parametrize("paper", [each for p in PAPERS.values() for each in (p, p.upright)], ids=repr)
@pytest.mark.parametrize("name", ["lindenfurt", "large", "awkward"])
def test_no_report_on_any_paper_cuts_a_word(name: str, paper: Paper) -> None:
    check(report_pdf(with_everything(project(name)), assets(name).assets, "de", paper=paper).pdf)


@pytest.mark.parametrize("output", [row.id for row in OUTPUTS if row.ending == ".pdf" and row.id != "report"])
def test_no_other_pdf_cuts_a_word(output: str) -> None:
    document = project("awkward")
    if output.startswith("comparison"):
        pytest.skip("laid out in tests of its own")
    if output == "changes_pdf":
        store = Store(document)
        with store.transaction("change") as draft:
            add_change(draft, *(document.all(Journey)[0].title * n for n in (1, 2, 3)))
        document = store.document
    if output == "vote_slips":
        document = with_a_vote(document)
    made = make_output(output, document, Order("de", document.all(Journey)[0].id))
    cut = [line for lines in lines_of(made.data) for line in lines if _CUT.search(line.strip())]
    assert not cut


@pytest.mark.parametrize("wide", [30.0, 90.0, 200.0, 500.0])
@pytest.mark.parametrize("most", [1, 2, 3])
def test_words_are_left_out_whole_and_the_line_still_fits(wide: float, most: int) -> None:
    said = "Rückruf zur Zählernummer nach der Schlussrechnung, spätestens am nächsten Werktag im Kundenzentrum. " * 9
    style = SCREEN.small
    lines = wrap(font_book(), said, style.face, style.size, wide, most, words=True)
    assert len(lines) == most
    for line in lines:
        shown = "".join(run.text for run in line.runs)
        assert width(font_book(), shown, style.face, style.size) <= wide
    if wide > 100:
        assert shown.endswith(f" {LEFT_OUT}")
        assert set(shown.split()[:-1]) <= {w.rstrip(",.") for w in said.split()} | set(said.split())
