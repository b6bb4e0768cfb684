"""The report's section of charts: what was put in is printed, with its basis, and nothing else."""

from __future__ import annotations

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.setting.writing import PdfFile
from cxstudio.edits.project import put_picture, report_settings
from cxstudio.layout.charts.chart_table import CHARTS
from cxstudio.model import (
    Document,
    JourneyFigures,
    ReportSettings,
    Round,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
)
from cxstudio.model.kinds import View
from cxstudio.store import Store
from tests.cxstudio.documents.report_pages import assert_nothing_outside_or_overlapping, pages_of, unembedded


def printed(document: Document, *pictures: str, language: str = "en") -> PdfFile:
    settings = document.all(ReportSettings)
    base = settings[0] if settings else ReportSettings(id="report")
    chosen = {"pictures": pictures, "sections": ("decision", "pictures", "method")}
    return report_pdf(document.evolve(put=[base.model_copy(update=chosen)]), {}, language)


def section(report: PdfFile) -> list[str]:
    """The pages of the section, by what stands at their foot."""
    return [page for page in pages_of(report) if " · Charts" in page]


def test_a_report_without_pictures_has_no_such_section() -> None:
    document = sample("lindenfurt", "en").document
    assert section(printed(document)) == []
    assert section(printed(document, "from a newer program")) == []


def test_every_chart_is_printed_with_its_basis() -> None:
    document = sample("lindenfurt", "en").document
    report = printed(document, *(row.id for row in CHARTS if row.id != "kano"))
    pages = section(report)
    assert len(pages) == 9
    everything = " ".join(pages)
    for words in (
        "Expectation and experience",
        "Importance and experience",
        "Delta, largest shortfall first",
        "Emotion over the journey",
        "Experience profile",
        "Answers per touchpoint",
        "Answers on “Hotline",
        "Compare views",
        "46 of 180 people invited",
    ):
        assert words in everything, words
    assert everything.count("Employees’ view: 9 employees") == 9
    assert_nothing_outside_or_overlapping(report.pdf)
    assert unembedded(report.pdf) == set()


def test_two_narrow_charts_share_a_page() -> None:
    document = sample("lindenfurt", "en").document
    assert len(section(printed(document, "scatter", "importance"))) == 1
    assert len(section(printed(document, "scatter", "ranking", "importance"))) == 3


@pytest.mark.parametrize("touchpoints", [60, pytest.param(400, marks=pytest.mark.torture)])
def test_many_touchpoints_fit(touchpoints: int) -> None:
    document = sample("large", "de", touchpoints=touchpoints).document
    report = printed(document, *(row.id for row in CHARTS), language="de")
    everything = " ".join(pages_of(report))
    assert " · Diagramme" in everything
    assert "Noch kein Vergleich: Diese Reise hat keine Runde aus Kundensicht." in everything


def test_a_chart_that_cannot_be_told_says_why_in_the_report() -> None:
    document = sample("lindenfurt", "en").document
    unrated = document.evolve(
        drop=[r.id for r in document if isinstance(r, Round | TouchpointRatings | SurveyCounts | JourneyFigures)]
    )
    (page,) = section(printed(unrated, "scatter", "importance|middle"))
    assert page.count("This journey has not been rated yet.") == 2
    assert "Importance and experience · Middle of the scale" in page


def test_the_chart_of_one_touchpoint_stays_with_it_and_goes_on_without_it() -> None:
    document = sample("lindenfurt", "en").document
    rules = document.all(Touchpoint)[2]
    entry = f"answers||{rules.id}"
    assert f"Answers on “{rules.name}”" in " ".join(section(printed(document, entry)))
    gone = Store(document)
    with gone.transaction("Remove") as draft:
        draft.remove(rules.id)
    assert "Answers on “Hotline" in " ".join(section(printed(gone.document, entry)))


def test_rounds_that_are_gone_are_replaced_by_the_usual_pair() -> None:
    document = sample("lindenfurt", "en").document
    assert "46 of 180" in " ".join(section(printed(document, "views||gone|round2")))
    alone = document.evolve(drop=[r.id for r in document.all(Round) if r.view is View.CUSTOMERS])
    assert "no round in the customers’ view" in " ".join(section(printed(alone, "views||round1|round2")))


@pytest.mark.parametrize("sections", [(), ("decision", "method")])
def test_putting_a_picture_in_adds_the_section_where_sections_were_chosen(sections: tuple[str, ...]) -> None:
    store = Store(sample("lindenfurt", "en").document)
    with store.transaction("Choose") as draft:
        report_settings(draft, sections=sections)
        put_picture(draft, "scatter")
        put_picture(draft, "emotion")
        put_picture(draft, "scatter")
    settings = store.document.all(ReportSettings)[0]
    assert settings.pictures == ("emotion", "scatter")
    assert settings.sections == ((*sections, "pictures") if sections else ())
    assert "Emotion over the journey" in " ".join(pages_of(report_pdf(store.document, {}, "en")))
    with store.transaction("Take out") as draft:
        put_picture(draft, "emotion", False)
    assert store.document.all(ReportSettings)[0].pictures == ("scatter",)
