"""Presets of the report, what its settings choose, and what they leave out."""

from __future__ import annotations

import io
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from cxstudio.catalogue.samples import sample
from cxstudio.documents.chosen import chosen_language, chosen_round
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.section_table import MOST_PAGES, SECTIONS, chosen_sections, too_many
from cxstudio.documents.setting.writing import PdfFile
from cxstudio.model import Document, Journey, Measure, Note, Persona, ReportSettings, Round
from cxstudio.model.kinds import Anonymised, Language, PaperSize, ReportPreset
from cxstudio.wording import texts
from tests.cxstudio.documents.report_pages import assert_nothing_outside_or_overlapping, pages_of


def chosen(name: str = "lindenfurt", **values: Any) -> Document:
    document = sample(name, "de").document
    settings = next(iter(document.all(ReportSettings)), ReportSettings(id="report"))
    return document.evolve([settings.model_copy(update=values)])


@cache
def large(preset: ReportPreset) -> PdfFile:
    return report_pdf(chosen("large", preset=preset), {}, "de")


@pytest.mark.parametrize(
    "preset", [ReportPreset.DECISION, pytest.param(ReportPreset.MANAGEMENT, marks=pytest.mark.torture)]
)
def test_a_short_report_on_four_hundred_touchpoints_has_eight_pages_at_most(preset: ReportPreset) -> None:
    report = large(preset)
    pages = pages_of(report)
    assert 6 <= report.pages == len(pages) <= MOST_PAGES[preset] == 8
    assert "von 400" in pages[0] and "28 Kontaktpunkte sind kritisch" in " ".join(pages)
    assert "Die 12 niedrigsten und die 12 höchsten von 400 Deltas" in " ".join(pages)
    assert "20 weitere stehen in der Dokumentation" in " ".join(pages), "what is not shown is said"
    assert_nothing_outside_or_overlapping(report.pdf)


def test_cost_and_benefit_follow_the_measures_where_a_short_report_is_about_many_touchpoints() -> None:
    pages = pages_of(large(ReportPreset.DECISION))
    (measures,) = [page for page in pages if "Maßnahmen stehen zur Freigabe" in page]
    assert "kosten 40.500 € einmalig" in measures and "28 kritische Kontaktpunkte haben noch keine Maßnahme" in measures
    assert len(pages) == 7, "no page of its own for four lines"
    (stages,) = [page for page in pages if "Anzahl der Kontaktpunkte je Phase" in page]
    assert "Schadensmeldung: Fragen und Antworten" in stages, "critical touchpoints are named with their stage"
    mine = chosen("large", preset=ReportPreset.DECISION, sections=("measures", "money"))
    asked = pages_of(report_pdf(mine, {}, "de"))
    assert len(asked) >= 2 and "Kritisch und ohne Maßnahme" in asked[0], "who chose the sections gets them as they are"


@pytest.mark.parametrize("preset", [ReportPreset.DECISION, ReportPreset.MANAGEMENT])
def test_a_short_report_on_a_workshop_has_eight_pages_at_most(preset: ReportPreset) -> None:
    report = report_pdf(chosen(preset=preset), {}, "de")
    assert 6 <= report.pages <= 8
    pages = " ".join(pages_of(report))
    assert "Die Innensicht schätzt 3 von 6" in pages, "both views are in every preset"
    assert "Am weitesten hinter der Erwartung" in pages, "deltas find room"


def test_the_follow_up_report_tells_what_was_promised_done_and_changed() -> None:
    document = chosen("control", preset=ReportPreset.CONTROL)
    first = document.all(Measure)[0]
    correction = Measure(
        id="fix", title="Rückruf auch samstags", order="zz", corrects=first.id, touchpoints=first.touchpoints
    )
    pages = pages_of(report_pdf(document.evolve([correction]), {}, "de"))
    for word in ("3 von 6 Maßnahmen sind erledigt", "Zugesagt", "Umgesetzt", "Verändert", "Korrigiert",
                 "Ziel verfehlt", "Ziel erreicht", "Rückruf auch samstags", "Nächste Kontrolle: "):  # fmt: skip
        assert word in pages[0], word
    assert "Entscheidungsvorlage" not in " ".join(pages)
    assert "3 von 8 Zielen erreicht" in pages[1]
    views = " ".join(pages)
    assert "Die Innensicht schätzt" in views, "both views are in every preset"


def test_before_a_second_round_the_follow_up_report_says_that_nothing_was_rated_again() -> None:
    first = pages_of(report_pdf(chosen(preset=ReportPreset.CONTROL), {}, "de"))[0]
    assert "noch nicht erneut bewertet" in first and "Ziel erreicht" not in first


def test_what_is_to_be_left_out_is_nowhere_in_the_report() -> None:
    document = chosen(preset=ReportPreset.DOCUMENTATION)
    shown = " ".join(pages_of(report_pdf(document, {}, "de")))
    roles = {m.owner_role for m in document.all(Measure) if m.owner_role} | {document.all(Journey)[0].owner}
    sources = {n.source for n in document.all(Note) if len(n.source) > 5}
    assert document.project.client in shown and all(role in shown for role in roles)
    left_out = chosen(preset=ReportPreset.DOCUMENTATION, anonymised=tuple(Anonymised), decision="", without_decision="")
    report = report_pdf(left_out, {}, "de")
    text = " ".join(pages_of(report))
    for word in (document.project.client, *roles, *sources, "Geschäftsleitung"):
        assert word not in text, word
    assert "noch niemand benannt" not in text, "nobody is said to be missing who was only left out"
    assert report.notices == ()


def test_a_name_left_out_that_stands_in_a_text_is_told() -> None:
    document = chosen(anonymised=(Anonymised.CLIENT,), decision="Freigabe durch die Stadtwerke  Lindenfurt")
    (told,) = report_pdf(document, {}, "de").notices
    assert "Name des Auftraggebers" in told and "auf Seite 1" in told


def test_paper_and_language_are_kept_with_the_project() -> None:
    document = chosen(paper=PaperSize.LETTER, portrait=True, language=Language.ENGLISH)
    page = PdfReader(io.BytesIO(report_pdf(document, {}, "de").pdf)).pages[0]
    assert (round(float(page.mediabox.width)), round(float(page.mediabox.height))) == (612, 792)
    assert chosen_language(document) == "en" and chosen_language(chosen()) == "de"


def test_the_round_told_of_is_the_chosen_one_else_the_personas_else_the_one_shown() -> None:
    document = chosen()
    journey = document.all(Journey)[0]
    usual, other = (r.id for r in document.all(Round)[:2])
    assert chosen_round(document) == document.get(Round, usual)
    assert chosen_round(chosen(round=other)) == document.get(Round, other)
    somebody = Persona(id="somebody", name="Familie Yılmaz")
    rated = document.get(Round, other).model_copy(update={"persona": "somebody"})
    theirs = chosen(persona="somebody").evolve([somebody, rated])
    assert chosen_round(theirs) == rated
    persona = Material(theirs, texts("de")).persona()
    assert persona is not None and persona.name == "Familie Yılmaz"
    elsewhere = document.get(Round, other).model_copy(update={"journey": "j2"})
    moved = chosen(round=other).evolve([Journey(id="j2", title="Zwei"), elsewhere])
    found = chosen_round(moved)
    assert found is not None and found.journey == journey.id, "a round of another journey is not told of"


COUNTS = st.fixed_dictionaries({row.name: st.integers(1, 9) for row in SECTIONS})


@given(pages=COUNTS, preset=st.sampled_from(tuple(ReportPreset)), own=st.booleans())
def test_sections_are_left_out_only_where_a_preset_is_full(
    pages: dict[str, int], preset: ReportPreset, own: bool
) -> None:
    settings = ReportSettings(id="report", preset=preset, sections=("map", "deltas") if own else ())
    rows = chosen_sections(Material(Document([settings]), texts("de")))
    counted = {row.name: pages[row.name] for row in rows}
    gone = too_many(rows, counted, settings)
    if own or preset not in MOST_PAGES:
        assert gone == ()
        return
    fixed = sum(counted[row.name] for row in rows if row.rank < 2)
    left = sum(counted.values()) - sum(counted[row.name] for row in gone)
    assert left <= max(MOST_PAGES[preset], fixed)
    assert all(row.rank >= 2 and left + counted[row.name] > MOST_PAGES[preset] for row in gone)
