"""Every kind of input gets its report: what was not asked is not told, and what was asked is."""

from __future__ import annotations

from typing import Any

import pytest

from cxstudio.catalogue.samples import sample
from cxstudio.documents.report.making import report_pdf
from cxstudio.documents.report.section_table import SECTIONS
from cxstudio.model import (
    Document,
    Journey,
    Measure,
    Persona,
    Project,
    ReportSettings,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    Transition,
)
from cxstudio.model.kinds import JourneyKind, Language, ReportPreset, RequirementKind, RoundKind, TransitionKind, View
from tests.cxstudio.documents.report_pages import assert_nothing_outside_or_overlapping, pages_of

NAMES = ("Antrag", "Bestätigung", "Rechnung")


def journey_of(*more: Any, preset: ReportPreset = ReportPreset.DECISION) -> Document:
    points = [Touchpoint(id=f"t{i}", stage="s", name=name, order=f"a{i}") for i, name in enumerate(NAMES)]
    return Document(
        (Project(id="project", title="Umzug", language=Language.GERMAN), Journey(id="j", title="Umzug"),
         Stage(id="s", journey="j", name="Anmelden"), *points, ReportSettings(id="report", preset=preset), *more)
    )  # fmt: skip


def survey(**counts: Any) -> list[Any]:
    asked = [SurveyCounts(id=f"c{i}", round="r", touchpoint=f"t{i}", **{k: v[i] for k, v in counts.items()})
             for i in range(3)]  # fmt: skip
    return [Round(id="r", journey="j", kind=RoundKind.SURVEY, view=View.CUSTOMERS, respondents=40), *asked]


def text_of(document: Document, language: str = "de") -> str:
    report = report_pdf(document, {}, language)
    assert_nothing_outside_or_overlapping(report.pdf)
    return " ".join(pages_of(report))


def test_experience_alone_is_ranked_with_mean_answers_and_interval() -> None:
    values = [{"2": 30, "3": 10}, {"5": 20, "6": 18}, {"6": 30, "7": 9}]
    text = text_of(journey_of(*survey(pairs=[{f"|{k}": n for k, n in one.items()} for one in values])))
    assert "Am niedrigsten ist das Erlebnis bei „Antrag“" in text
    assert "95-%-Intervall" in text and "Nach der Erwartung wurde nicht gefragt" in text
    at = [text.rindex(f"{name} Anmelden {mean} ") for name, mean in zip(NAMES, ("2,3", "5,5", "6,2"), strict=True)]
    assert at == sorted(at), "the lowest first"
    assert " 40" in text[at[0] : at[1]] and " 38" in text[at[1] : at[2]], "an n belongs to its touchpoint"
    assert "Es gibt keine Deltas: Nach der Erwartung wurde nicht gefragt." in text
    assert "enttäusch" not in text.split("Was die Zahlen bedeuten")[0], "nothing is judged that was not asked"
    assert "Erlebnis auf einer Skala von 1 bis" in text and "Erwartung und Erlebnis auf" not in text
    assert "Erlebnis minus Erwartung" not in text, "no figure is explained that does not occur"


def test_paths_alone_tell_who_arrives_and_where_people_leave() -> None:
    ways = [
        Transition(id="w0", source="t0", target="t1", share=0.9, assumed=False),
        Transition(id="w1", source="t0", kind=TransitionKind.DROP_OUT, share=0.1, assumed=False),
        Transition(id="w2", source="t1", target="t2", share=1.0, assumed=False),
    ]
    pages = pages_of(report_pdf(journey_of(*ways), {}, "de"))
    text = " ".join(pages)
    assert "90 %" in pages[0].replace("\N{NO-BREAK SPACE}", " "), "page one tells what there is to tell"
    assert "Wo abgebrochen wird" in text and "10 %" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Diese Reise hat noch niemand bewertet" in text


def test_kano_alone_is_printed_in_every_report() -> None:
    pairs = [{"2|5": 30}, {"1|3": 30}, {"3|3": 30}]
    text = text_of(journey_of(*survey(kano=pairs)))
    assert "1 von 3 Kontaktpunkten gilt als selbstverständlich" in text


@pytest.mark.parametrize("preset", tuple(ReportPreset))
def test_a_list_without_ratings_claims_nothing(preset: ReportPreset) -> None:
    text = text_of(journey_of(preset=preset))
    assert "bewertet" in text
    for never in ("Tiefpunkt", "am niedrigsten", "enttäusch", "None", " nan "):
        assert never not in text, never


def test_a_documentation_has_every_section_the_project_feeds() -> None:
    made = sample("control", "de")
    settings = made.document.all(ReportSettings)[0].model_copy(
        update={"preset": ReportPreset.DOCUMENTATION, "sections": ()}
    )
    journey = made.document.all(Journey)[0]
    later = Journey(id="later", title="Umzug morgen", kind=JourneyKind.TO_BE, derived_from=journey.id)
    stage = Stage(id="ls", journey="later", name="Ankommen")
    new = Touchpoint(id="lt", stage="ls", name="Begrüßungsanruf")
    text = text_of(made.document.evolve([settings, later, stage, new]))
    persona = made.document.all(Persona)[0]
    for said in (persona.goals[0], "neu", "Begrüßungsanruf", "Antworten auseinander", "Erlebnisarten liegen",
                 "Wo abgebrochen wird", "Übergaben zwischen Abteilungen", "Basisanforderungen enttäuschen",
                 "kritischen Kontaktpunkten haben eine Maßnahme", "Glossar", "Kontaktpunkt Ein Moment",
                 "Zielen erreicht", "Kundenstimmen"):  # fmt: skip
        assert said in text, said
    assert "Schneller Erfolg Eine Maßnahme" in text, "a term that occurs is explained"


def test_basics_are_counted_by_the_rule_that_is_said() -> None:
    document = sample("lindenfurt", "de").document
    settings = document.all(ReportSettings)[0].model_copy(update={"sections": ("basics",)})
    text = text_of(document.evolve([settings]))
    basics = [t for t in document.all(Touchpoint) if t.requirement is RequirementKind.BASIC]
    assert f"4 von {len(basics)} Basisanforderungen enttäuschen, 3 davon sind nicht erfüllt" in text
    assert text.count("nicht erfüllt") >= 3 and "enttäuscht, ist aber erfüllt" in text


def test_no_section_prints_without_anything_to_say() -> None:
    every = ReportSettings(id="report", sections=tuple(row.name for row in SECTIONS if row.name != "decision"))
    pages = pages_of(report_pdf(Document([Project(id="project", title="Leer"), every]), {}, "de"))
    assert len(pages) == 1, "the note on what is missing"


def test_the_project_asks_its_question_on_page_one() -> None:
    made = sample("lindenfurt", "de").document
    assert made.project.question and made.project.question in pages_of(report_pdf(made, {}, "de"))[0]


def test_measures_of_anybody_else_are_no_more_than_the_table_says() -> None:
    """A table headed nine shows nine: of many measures a short report names those it prints."""
    document = sample("large", "de").document
    waiting = sum(m.status.value == "proposed" for m in document.all(Measure))
    settings = next(iter(document.all(ReportSettings)), ReportSettings(id="report"))
    only = settings.model_copy(update={"sections": ("measures",)})
    text = text_of(document.evolve([only]))
    assert waiting == 4 and "Vier von 20 Maßnahmen stehen zur Freigabe" in text
    assert text.count("zur Freigabe") == 1 + waiting and "16 weitere stehen in der Dokumentation" in text
