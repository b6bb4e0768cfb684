"""Names, numbers and addresses in comments are proposed to be blacked out; chosen comments become quotes."""

from __future__ import annotations

import pytest

from cxstudio.edits.notes import sort_note
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.survey.personal_details import BLACKED_OUT, blacked_out
from cxstudio.model import Note, Touchpoint
from cxstudio.model.kinds import NoteKind
from cxstudio.store import Store


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("Frau Muster war freundlich", f"Frau {BLACKED_OUT} war freundlich"),
        ("Herr Dr. Paul Probe rief an", f"Herr {BLACKED_OUT} rief an"),
        ("Mobil 0171 2345678 bitte", f"Mobil {BLACKED_OUT} bitte"),
        ("Tel. +49 (30) 123456-78", f"Tel. {BLACKED_OUT}"),
        ("an mia.muster@example.org", f"an {BLACKED_OUT}"),
        ("IBAN DE89 3704 0044 0532 0130 00 falsch", f"IBAN {BLACKED_OUT} falsch"),
        ("Vertrag 4711081512 gekündigt", f"Vertrag {BLACKED_OUT} gekündigt"),
        ("Zähler 1EMH00012345678", f"Zähler {BLACKED_OUT}"),
        ("Kundennummer: 48151 falsch", f"Kundennummer: {BLACKED_OUT} falsch"),
        ("Meine Zählernummer lautet 1EMH-77 oder so", f"Meine Zählernummer lautet {BLACKED_OUT} oder so"),
        ("contract no. A-4711", f"contract no. {BLACKED_OUT}"),
        ("Ihr Mitarbeiter Paul Probe war nett", f"Ihr Mitarbeiter {BLACKED_OUT} war nett"),
        ("in der Musterstraße 12a", f"in der {BLACKED_OUT}"),
        ("12345 Musterstadt", BLACKED_OUT),
        ("My name is Mia Muster", f"My name is {BLACKED_OUT}"),
    ],
)
def test_details_are_covered(text: str, covered: str) -> None:
    assert blacked_out(text)[0] == covered


@pytest.mark.parametrize(
    "text",
    [
        "Ich habe 3 Mal angerufen und 45 Minuten gewartet.",
        "Am 12.03.2026 um 14:30 Uhr kam die Rechnung über 1.234,56 €.",
        "Die Frau am Telefon war nett",
        "Seit 2019 Kunde, 24 Monate Laufzeit",
        "Die Mitarbeiter waren nett, die Kundennummer fehlte",
        "The agent was kind, order number missing",
    ],
)
def test_what_names_nobody_stays(text: str) -> None:
    assert blacked_out(text) == (text, 0)


TEXT = "Id\tWebsite\tWebsite erwartet\tWarum?\n" + "".join(
    f"P{n}\t{n % 7 + 1}\t6\tFrau Muster half mir weiter, Anruf {n}\n" for n in range(12)
)


def test_covering_is_proposed_and_can_be_declined() -> None:
    plan = read(text=TEXT)
    notes = [r for r in plan.records if isinstance(r, Note)]
    assert len(notes) == 12 and not any("Muster" in note.text for note in notes)
    (repair,) = (r for r in plan.repairs if r.id == "black-out")
    assert repair.accepted
    kept = read_request(ImportRequest(text=TEXT).deciding("black-out", False))
    assert all("Muster" in r.text for r in kept.records if isinstance(r, Note))


def test_a_comment_that_is_sorted_goes_to_the_touchpoint_it_is_about() -> None:
    mapping = read(text=TEXT).mapping
    assert mapping is not None
    columns = tuple(
        use.model_copy(update={"touchpoint": "Website"}) if use.role.value in {"comment", "experience"} else use
        for use in mapping.columns  # type: ignore[attr-defined]
    )
    request = ImportRequest(text=TEXT, mapping=mapping.model_copy(update={"columns": columns}), reader="survey")
    store = Store(read_request(request).document())
    note = store.document.all(Note)[0]
    point = next(p for p in store.document.all(Touchpoint) if p.name == "Website")
    assert (note.kind, note.about) == (NoteKind.UNSORTED, point.id)
    with store.transaction("sort") as draft:
        sort_note(draft, note.id, NoteKind.QUOTE, None)
    assert store.document.get(Note, note.id).about == point.id
