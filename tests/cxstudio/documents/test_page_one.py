"""What must stand on page one of the report, and what never may; changes that change no claim."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.content import FrontPage
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.sections import page_one
from cxstudio.documents.report.sections.decision import decision
from cxstudio.model import Document, Participant, Persona, ReportSettings, Touchpoint, TouchpointRatings
from cxstudio.model.kinds import ReportPreset
from cxstudio.wording import texts
from tests.cxstudio.documents.report_pages import of_sample, pages_of

NEVER = ("Kano", "alpha", "r_wg", "Krippendorff", "SERVQUAL", "Design Thinking", "NPS")


def front(document: Document, language: str = "de") -> FrontPage:
    return page_one.content(Material(document, texts(language)))


@pytest.mark.parametrize("language", ["de", "en"])
def test_page_one_has_what_a_decision_needs(language: str) -> None:
    document = sample("lindenfurt", language).document
    page, settings = front(document, language), document.all(ReportSettings)[0]
    assert page.headline and page.question == document.project.question
    assert page.decision.request and settings.decision_by in page.decision.whom
    once, yearly, benefit, nothing = page.decision.facts
    assert once.figure and yearly.figure and once.note and yearly.note, "cost says planned or spent"
    assert benefit.figure and benefit.note, "the benefit says on what it rests"
    assert "65" in nothing.figure and "€" in nothing.figure, "cases and cost are known: in euros"
    assert len(page.table.rows) == page_one.MOST_CRITICAL == 3
    assert all(len(row.cells) == 3 and all(row.cells) for row in page.table.rows), "figure and measure"
    assert 1 <= len(page.strengths.points) <= page_one.MOST_STARDUST
    assert "9 " in page.basis.sentence and "180" in page.basis.sentence and "2026" in page.basis.sentence
    owner, control = page.facts
    assert owner.sentence and control.sentence
    assert "Hotline" in page.views and ("Schlussrechnung" in page.views or "Final bill" in page.views)


@pytest.mark.parametrize("language", ["de", "en"])
def test_page_one_never_has_what_belongs_behind_it(language: str) -> None:
    document = sample("lindenfurt", language).document
    first = pages_of(of_sample(language))[0].casefold()
    for never in NEVER:
        assert never.casefold() not in first, never
    for name in (p.name for p in document.all(Participant) if p.name):
        assert name.casefold() not in first.replace(document.all(Persona)[0].name.casefold(), ""), name


def test_what_doing_nothing_costs_is_in_words_where_cases_are_not_known() -> None:
    document = sample("lindenfurt", "de").document
    plain = document.evolve([t.model_copy(update={"cases_per_month": None}) for t in document.all(Touchpoint)])
    from_items = decision(Material(plain, texts("de"))).facts[-1]
    assert from_items.sentence or from_items.figure, "what somebody wrote stands there all the same"


def claims(document: Document) -> Any:
    """Everything page one says, without what is merely called by name."""
    page = front(document)
    return replace(page, table=replace(page.table, rows=()))


def swapped(document: Document, one: str, other: str) -> Document:
    """Both touchpoints with each other's answers."""
    mine = {r.touchpoint: r for r in document.all(TouchpointRatings) if r.round == "round1"}
    changed = [mine[one].model_copy(update={"touchpoint": other}), mine[other].model_copy(update={"touchpoint": one})]
    return document.evolve(changed)


def test_two_touchpoints_rated_alike_change_places_without_a_claim() -> None:
    document = sample("lindenfurt", "de").document
    mine = {r.touchpoint: r for r in document.all(TouchpointRatings) if r.round == "round1"}
    alike = document.evolve([mine["t03"].model_copy(update={
        name: getattr(mine["t05"], name) for name in ("expectation", "experience", "emotion", "importance", "quick")
    })])  # fmt: skip
    assert claims(swapped(alike, "t03", "t05")) == claims(alike)


def test_an_unrated_touchpoint_changes_no_claim() -> None:
    document = sample("lindenfurt", "de").document
    stage = document.all(Touchpoint)[0].stage
    assert claims(document.evolve([Touchpoint(id="new", stage=stage, name="Noch etwas", order="zz")])) == claims(
        document
    )


def test_another_name_changes_nothing_but_the_name() -> None:
    document = sample("lindenfurt", "de").document
    renamed = document.evolve([document.get(Touchpoint, "t03").model_copy(update={"name": "Vergleich"})])
    assert claims(renamed) == claims(document)


def test_page_one_is_the_same_in_every_report_on_how_things_stand_but_for_what_that_report_is_called() -> None:
    document = sample("lindenfurt", "de").document
    settings = document.all(ReportSettings)[0]
    pages = [front(document.evolve([settings.model_copy(update={"preset": preset})]))
             for preset in (ReportPreset.DECISION, ReportPreset.MANAGEMENT, ReportPreset.DOCUMENTATION)]  # fmt: skip
    titles = [page.title for page in pages]
    assert titles == ["Entscheidungsvorlage", "Managementbericht", "Dokumentation"]
    assert [page.about for page in pages] == [f"{title} · Umzug" for title in titles]
    first, *others = (replace(page, title="", about="") for page in pages)
    assert others == [first, first]
