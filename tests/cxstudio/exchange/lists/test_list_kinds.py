"""Lists of other things than touchpoints: counted answers, personas, measures, complaints, notes."""

from __future__ import annotations

import json
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.edits import add_records
from cxstudio.exchange.plan.further_round import joining
from cxstudio.exchange.plan.import_into_project import arriving
from cxstudio.exchange.plan.import_plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.survey.word_scales import FAMILIES
from cxstudio.model import Journey, Measure, Note, Persona, SurveyCounts, Touchpoint
from cxstudio.model.kinds import MeasureStatus, NoteKind
from cxstudio.store import Store
from cxstudio.wording import texts
from tests.examples import examples

EN = texts("en")
COMPLAINTS = (
    "Ticket-Nr.;Datum;Kontaktpunkt;Kanal;Text\n"
    "T1;03.01.2026;Hotline;Telefon;Herr Muster hat mich angeschrien.\n"
    "T2;17.02.2026;Rechnung;E-Mail;Die Rechnung stimmt nicht.\n"
    "T3;20.03.2026;Hotline;Telefon;Niemand hebt ab.\n"
    "T4;21.03.2026;hotline;Chat;Schon wieder niemand.\n"
)


R = TypeVar("R")


def of(plan: ImportPlan, kind: type[R]) -> list[R]:
    return [record for record in plan.records if isinstance(record, kind)]


WORDED = tuple(family for family in FAMILIES if family.name in {"satisfaction", "agreement", "quality"})


@settings(max_examples=examples(30))
@given(data=st.data())
def test_counted_answers_equal_the_answers_they_were_counted_from(data: st.DataObject) -> None:
    family = data.draw(st.sampled_from(WORDED))
    scale = family.scales[0]
    words = [family.levels[at][0] for at in scale]
    row = st.lists(st.integers(0, 40), min_size=len(scale), max_size=len(scale)).filter(lambda row: max(row) > 1)
    counts = data.draw(st.lists(row, min_size=1, max_size=4))
    order = data.draw(st.permutations(range(len(scale))))
    text = ";".join(("Frage", *(words[at] for at in order))) + "\n"
    text += "".join(f"Punkt {n};" + ";".join(str(row[at]) for at in order) + "\n" for n, row in enumerate(counts))
    plan = read(text=text)
    assert plan.source.reader == "counts" and plan.scale == len(scale)
    wanted = [{f"-|{step}": n for step, n in enumerate(row, 1) if n} for row in counts]
    assert [dict(record.pairs) for record in of(plan, SurveyCounts)] == wanted


def test_a_table_of_means_is_said_to_be_one() -> None:
    plan = read(text="Frage;Mittelwert;n\nHotline;3,6;40\nRechnung;4,1;40\n")
    assert not plan.records
    assert plan.notes[0].said(EN) == "This seems to be a table of means, without the answers they were calculated from."


def test_personas_come_with_what_is_told_of_them() -> None:
    plan = read(text="Persona;Alter;Beruf;Ziele;Frustrationen;Zitat\n"
                "Mia;34;Pflegekraft;Schnell fertig; Geld sparen;Warten;„Keine Zeit“\n".replace("; Geld", ", Geld")
                + "Paul;61 Jahre;Rentner;Reden;Automaten;\n")  # fmt: skip
    mia, paul = of(plan, Persona)
    assert (mia.name, mia.age, mia.goals, mia.quote) == ("Mia", 34, ("Schnell fertig", "Geld sparen"), "Keine Zeit")
    assert (paul.age, paul.frustrations) == (61, ("Automaten",))
    store = Store(read(text="Phase;Kontaktpunkt\nKauf;Hotline\n").document())
    with store.transaction("import") as draft:
        add_records(draft, arriving(plan, draft.document))
    assert len(store.document.all(Journey)) == 1 and len(store.document.all(Persona)) == 2


def test_measures_find_their_touchpoints_in_the_open_journey() -> None:
    plan = read(text="Maßnahme;Verantwortlich;Termin;Status;Kontaktpunkt\n"
                "Länger offen;Leitung Service;30.06.2026;in Arbeit;hotline\nAufräumen;;bald;weiß nicht;\n")  # fmt: skip
    first, second = of(plan, Measure)
    assert (first.status, str(first.due), first.owner_role) == (MeasureStatus.RUNNING, "2026-06-30", "Leitung Service")
    assert second.due is None and second.status is MeasureStatus.IDEA
    assert {entry.what.said(EN) for entry in plan.left_out} == {"“bald”", "“weiß nicht”"}
    store = Store(read(text="Phase;Kontaktpunkt\nKauf;Hotline\n").document())
    (journey,), (hotline,) = store.document.all(Journey), store.document.all(Touchpoint)
    found = joining(plan, store.document, journey.id)
    assert found is not None and not found.rated
    with store.transaction("import") as draft:
        add_records(draft, arriving(found.plan, draft.document))
    assert store.document.all(Touchpoint) == (hotline,)
    assert store.document.all(Measure)[0].touchpoints == (hotline.id,)


def test_complaints_are_counted_per_touchpoint_and_month_and_their_texts_go_to_the_pile() -> None:
    plan = read(text=COMPLAINTS)
    assert plan.source.reader == "complaints"
    per_month = {point.name: point.complaints_per_month for point in of(plan, Touchpoint)}
    assert per_month == {"Hotline": pytest.approx(1), "Rechnung": pytest.approx(1 / 3, abs=1e-5)}
    notes = of(plan, Note)
    assert {note.kind for note in notes} == {NoteKind.UNSORTED} and "Muster" not in notes[0].text
    assert plan.preview.rows[0] == ("Hotline", 1, 0, 2)
    kept = read_request(ImportRequest(text=COMPLAINTS).deciding("black-out", False))
    assert "Muster" in of(kept, Note)[0].text
    store = Store(read(text="Phase;Kontaktpunkt\nKauf;Rechnung\n").document())
    (journey,), (bill,) = store.document.all(Journey), store.document.all(Touchpoint)
    found = joining(plan, store.document, journey.id)
    assert found is not None
    with store.transaction("import") as draft:
        add_records(draft, arriving(found.plan, draft.document))
    assert store.document.get(Touchpoint, bill.id).complaints_per_month == pytest.approx(1 / 3, abs=1e-5)
    assert any(note.about == bill.id for note in store.document.all(Note))


def test_many_complaints_are_read_as_soon_as_their_number_allows() -> None:
    rows = "".join(f"T{n};{n % 28 + 1:02}.0{n % 9 + 1}.2026;Hotline;Text {n}\n" for n in range(6_000))
    plan = read(text="Ticket-Nr.;Datum;Kontaktpunkt;Text\n" + rows)
    (point,) = of(plan, Touchpoint)
    assert point.complaints_per_month == pytest.approx(6_000 / 9, abs=1e-3) and len(of(plan, Note)) == 2_000


def test_notes_of_a_whiteboard_come_without_their_authors() -> None:
    text = (
        "Text,BG Color,Author,Area\nWaiting is awful,Yellow,Mia Muster,Hotline\n“Nobody answers!”,Pink,Paul,Hotline\n"
    )
    plan = read(text=text)
    first, second = of(plan, Note)
    assert (first.text, first.theme, first.source, first.kind) == ("Waiting is awful", "Hotline", "", NoteKind.UNSORTED)
    assert (second.text, second.kind) == ("Nobody answers!", NoteKind.QUOTE)
    assert not any("Mia" in str(record) for record in plan.records)
    kept = read_request(ImportRequest(text=text).deciding("authors", True).deciding("quotes", False))
    assert [note.source for note in of(kept, Note)] == ["Mia Muster", "Paul"]
    assert {note.kind for note in of(kept, Note)} == {NoteKind.UNSORTED}


@pytest.mark.parametrize("wrapped", [False, True])
def test_answers_in_json_are_a_table(wrapped: bool) -> None:
    rows = [{"matrix": {"Hotline": n % 5 + 1, "Bill": (n * 2) % 5 + 1}, "nps": n % 11} for n in range(40)]
    text = json.dumps({"responses": rows} if wrapped else rows)
    plan = read(text=text)
    assert plan.source.is_table and {point.name for point in of(plan, Touchpoint)} == {"Hotline", "Bill"}
    lines = "\n".join(json.dumps(row) for row in rows)
    assert len(of(read(text=lines), Touchpoint)) == 2
