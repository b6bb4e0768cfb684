"""The report on every paper: all of it inside, nothing over anything else, as large as costs no further page."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.cli import main
from cxstudio.documents.content import Figure, FrontPage, Heading, Missing, Paragraph, Section, Table
from cxstudio.documents.paper import PAPERS, Paper
from cxstudio.documents.rating_sheet import rating_sheet_pdf
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.section_table import SECTIONS
from cxstudio.documents.report.sections.charts.views import VIEWS
from cxstudio.documents.setting.writing import PdfFile
from cxstudio.files.saving import save
from cxstudio.layout.charts.chart_table import CHARTS
from cxstudio.model import (
    Document,
    FrozenMap,
    Journey,
    Measure,
    Note,
    ReportSettings,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import NoteKind, ReportPreset
from cxstudio.model.rounds import shown_round
from cxstudio.wording import texts
from tests.cxstudio.documents.report_pages import assert_nothing_outside_or_overlapping, pages_of
from tests.cxstudio.documents.test_report_extremes import long_words
from tests.pdf_texts import page_words

SHEETS = {
    f"{name}-{'portrait' if upright else 'landscape'}": paper.upright if upright else paper
    for name, paper in PAPERS.items()
    for upright in (False, True)
}
A4 = PAPERS["a4"]


def complete(document: Document, *sections: str, preset: ReportPreset = ReportPreset.DECISION) -> Document:
    """With these sections, or all, and every chart in its report."""
    settings = next(iter(document.all(ReportSettings)), ReportSettings(id="report"))
    chosen = {"sections": sections or tuple(row.name for row in SECTIONS), "pictures": tuple(row.id for row in CHARTS),
              "preset": preset}  # fmt: skip
    return document.evolve((settings.model_copy(update=chosen),))


@cache
def printed(paper: Paper, language: str = "de") -> PdfFile:
    made = sample("lindenfurt", language)
    return report_pdf(complete(made.document), made.assets, language, paper=paper)


@pytest.mark.parametrize(
    ("place", "name"),
    [pytest.param(place, name, marks=[pytest.mark.torture] if place > 2 else []) for place, name in enumerate(SHEETS)],
)
def test_every_section_stays_on_every_paper(place: int, name: str) -> None:
    language = ("de", "en", "en", "de")[place % 4]
    report, document = printed(SHEETS[name], language), sample("lindenfurt", language).document
    assert_nothing_outside_or_overlapping(report.pdf)
    sizes = {tuple(map(float, page.mediabox[2:])) for page in PdfReader(io.BytesIO(report.pdf)).pages}
    assert sizes == {SHEETS[name].size}
    text = " ".join(pages_of(report))
    notes = [n for n in document.all(Note) if n.kind in (NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY)]
    for said in (*(m.title for m in document.all(Measure)), *(n.text for n in notes)):
        assert said.replace("\N{NO-BREAK SPACE}", " ") in text


EVERY = ("a4-portrait", "a3-landscape", "a3-portrait", "letter-portrait")


@pytest.mark.parametrize(
    ("name", "many"),
    [
        (EVERY[0], 1),
        pytest.param(EVERY[1], 1, marks=pytest.mark.torture),
        *(pytest.param(name, 12, marks=pytest.mark.torture) for name in EVERY),
    ],
)
def test_very_long_texts_stay_on_every_paper(name: str, many: int) -> None:
    report = report_pdf(complete(long_words(many)), {}, "de", paper=SHEETS[name])
    assert_nothing_outside_or_overlapping(report.pdf)
    first, second, *_ = pages_of(report)
    assert "Datengrundlage" in first and "Datengrundlage" not in second


@pytest.mark.parametrize("name", ["a4-portrait", "a3-landscape", "letter-portrait"])
def test_four_hundred_touchpoints_go_over_pages_of_every_paper_with_headings_repeated(name: str) -> None:
    made = sample("large", "de")
    document = complete(made.document, "critical", "measures", preset=ReportPreset.DOCUMENTATION)
    report = report_pdf(document, made.assets, "de", paper=SHEETS[name])
    assert_nothing_outside_or_overlapping(report.pdf)
    for headline, heads in (
        ("20 Maßnahmen", ("Verantwortlich", "Kontaktpunkt Delta")),
        ("kritisch", ("Warum kritisch",)),
    ):
        pages = [page for page in pages_of(report) if headline in page[:40]]
        assert len(pages) > 1 and all(any(head in page for head in heads) for page in pages)


def test_a_larger_sheet_takes_no_more_pages_and_shows_more_of_the_map_on_one() -> None:
    def map_pages(paper: Paper) -> int:
        made = sample("lindenfurt", "de")
        report = report_pdf(
            complete(made.document, "map", preset=ReportPreset.DOCUMENTATION), made.assets, "de", paper=paper
        )
        return sum(page.startswith("Hotline und Schlussrechnung sind die Tiefpunkte") for page in pages_of(report))

    assert map_pages(PAPERS["a3"]) == 1 < map_pages(A4)
    for small, large in ((A4, PAPERS["a3"]), (A4.upright, PAPERS["a3"].upright)):
        assert printed(large).pages < printed(small).pages


def test_page_one_fills_a_large_sheet_as_it_fills_a_small_one() -> None:
    def places(paper: Paper) -> list[tuple[float, float]]:
        page = page_words(printed(paper).pdf)[0]
        return [(word.x0 / page.width, word.top / page.height) for word in page.placed[:-3]]

    for paper in (PAPERS["a3"], PAPERS["a0"]):
        assert places(paper) == [pytest.approx(place, abs=0.003) for place in places(A4)]


def test_columns_without_room_stand_below_others_and_say_what_they_are() -> None:
    landscape, portrait = (" ".join(pages_of(printed(p))) for p in (A4, A4.upright))
    for label in ("Termin: 30.09.2026", "Ziel: Abbruch 38 → 20 %"):
        assert label in portrait and label not in landscape


@pytest.mark.parametrize("name", PAPERS)
def test_a_rating_sheet_fits_on_every_paper(name: str) -> None:
    document = sample("lindenfurt", "de").document
    journey = document.all(Journey)[0].id
    round_ = shown_round(document, journey)
    sheet = rating_sheet_pdf(document, journey, round_ and round_.id, "de", paper=PAPERS[name])
    assert_nothing_outside_or_overlapping(sheet.pdf)


def test_the_command_line_takes_a_paper(tmp_path: Path) -> None:
    source, target = tmp_path / "a.cxs", tmp_path / "report.pdf"
    save(source, sample("lindenfurt", "en").document, {})
    for asked, paper in (((), A4), (("--paper", "letter", "--portrait"), PAPERS["letter"].upright)):
        assert main(["report", str(source), "-o", str(target), *asked]) == 0
        assert tuple(map(float, PdfReader(target).pages[0].mediabox[2:])) == paper.size


def outline(content: Section | FrontPage) -> Iterator[str]:
    """What another medium would say: written from the content alone, without a paper."""
    yield content.headline
    if isinstance(content, FrontPage):
        yield content.decision.request
        yield from (fact.sentence for fact in content.facts)
    else:
        yield from (block.text for block in content.blocks if isinstance(block, Heading | Paragraph))
        yield from (block.title or block.missing for block in content.blocks if isinstance(block, Figure))
    tables = (content.table,) if isinstance(content, FrontPage) else content.blocks
    for table in tables:
        if isinstance(table, Table):
            assert 0.0 <= sum(column.share for column in table.columns) <= 1.0
            yield from (text.text for row in table.rows for cell in row.cells for text in cell)


def asked_about_promises(document: Document) -> Document:
    """Everybody who rated a touchpoint was asked whether its promise is kept, too: it is, partly."""
    rated = document.all(TouchpointRatings)
    said = (r.model_copy(update={"promise": FrozenMap(dict.fromkeys(r.experience, 2))}) for r in rated)
    return document.evolve(said)


def without_views_among_charts(document: Document) -> Document:
    """The picture of both views is left to the section that compares them."""
    (settings,) = document.all(ReportSettings)
    pictures = tuple(picture for picture in settings.pictures if picture != VIEWS)
    return document.evolve((settings.model_copy(update={"pictures": pictures}),))


NOT_IN_THE_SAMPLE = {"to_be", "experience", "flow", "stages", "ideas", "control", "readiness", "glossary",
                     "contents"}  # fmt: skip
"""No to-be journey, expectations were asked, no ways, twelve touchpoints, no ideas, second round or readiness check;
glossary and contents are written from the words of the other pages."""


def missing(material: Material) -> set[str]:
    return {row.name for row in SECTIONS if isinstance(row.content(material), Missing)}


def test_what_stands_elsewhere_or_was_not_asked_has_no_section() -> None:
    document = complete(sample("lindenfurt", "de").document)
    among_charts = {"views", "distribution", "profile", "kano"}
    assert missing(Material(document, texts("de"))) == NOT_IN_THE_SAMPLE | among_charts
    (settings,) = document.all(ReportSettings)
    alone = document.evolve([settings.model_copy(update={"pictures": (), "preset": ReportPreset.DOCUMENTATION})])
    assert missing(Material(alone, texts("de"))) & among_charts == {"kano"}, "nobody was asked about Kano"


def test_content_alone_says_everything() -> None:
    document = asked_about_promises(without_views_among_charts(complete(sample("lindenfurt", "de").document)))
    material = Material(document, texts("de"))
    said = {row.name: row.content(material) for row in SECTIONS}
    everything = "\n".join(line for found in said.values() if not isinstance(found, Missing) for line in outline(found))
    assert missing(material) == NOT_IN_THE_SAMPLE | {"distribution", "profile", "kano"}
    for words in (*(m.title for m in document.all(Measure)), "Freigabe der Maßnahmen 1, 2 und 5", "Basisanforderung"):
        assert words in everything
    assert all(t.name in everything for t in material.critical if isinstance(t, Touchpoint))


def test_looking_back_prints_targets_decisions_and_what_is_next() -> None:
    document = sample("control", "de", today=date.today()).document
    found = {row.name: row.content(Material(document, texts("de"))) for row in SECTIONS}["control"]
    assert isinstance(found, Section) and found.headline == "3 von 8 Zielen erreicht, 2 verfehlt"
    said = "\n".join(outline(found))
    for words in (
        "Ziel verfehlt",
        "mit Auflage freigegeben",
        "Einwilligung in den Netzdaten geklärt",
        "Nächste Kontrolle",
    ):
        assert words in said
    assert "Wirkung" not in said
