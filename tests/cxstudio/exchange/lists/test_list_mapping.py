"""What the columns of a list hold is proposed, can be changed, saved, and read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from cxstudio.errors import UserError
from cxstudio.exchange.import_reading import read_import
from cxstudio.exchange.lists.list_mapping import ListColumn, ListMapping
from cxstudio.exchange.lists.note_list import whiteboard_texts
from cxstudio.exchange.mapping_files import load_mapping, save_mapping
from cxstudio.exchange.plan.import_into_project import arriving
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.survey.personal_details import BLACKED_OUT
from cxstudio.model import Cluster, Idea, Measure, Note, Persona, Stage, Touchpoint
from cxstudio.model.kinds import NoteKind

LIST = "Kundenaktion;Wo im Ablauf;Menge pro Jahr\nAngebot lesen;Vorher;1200\nVertrag schließen;Kauf;240\n"
KINDS = {
    "touchpoints": "Phase;Kontaktpunkt;Kanal\nKauf;Website;Web\nKauf;Filiale;vor Ort\n",
    "complaints": "Ticket-Nr.;Datum;Kategorie;Text\n1;2026-03-01;Rechnung;zu hoch\n2;2026-03-09;Anruf;zu lange\n",
    "notes": "Text;Farbe;Autor\nLange Wartezeit;gelb;Mia\nGute Beratung;blau;Ole\n",
    "personas": "Name;Alter;Ziele;Frust\nMia;34;schnell;warten\nOle;61;sicher;Technik\n",
    "measures": "Maßnahme;Verantwortlich;Termin\nRückruf anbieten;Service;2026-05-01\nText kürzen;Web;2026-06-01\n",
}


def chosen(reader: str, **roles: str) -> ListMapping:
    uses = tuple(ListColumn(name=name, role=role) for role, name in roles.items())
    return ListMapping.model_validate({"reader": reader, "columns": uses})


@pytest.mark.parametrize("reader", KINDS)
def test_the_proposal_read_again_is_the_same(reader: str, tmp_path: Path) -> None:
    plan = read(text=KINDS[reader])
    assert plan.source.reader == reader and isinstance(plan.mapping, ListMapping) and plan.mapping.columns
    save_mapping(plan.mapping, tmp_path / "list.json")
    again = read(text=KINDS[reader], mapping=tmp_path / "list.json")
    assert load_mapping(tmp_path / "list.json") == plan.mapping == again.mapping
    assert (again.preview, again.left_out, len(again.records)) == (plan.preview, plan.left_out, len(plan.records))


def test_columns_somebody_named_win_over_headings() -> None:
    mapping = chosen("touchpoints", touchpoint="Kundenaktion", stage="Wo im Ablauf", cases_per_month="Menge pro Jahr")
    request = ImportRequest(text=LIST, mapping=mapping)
    for headings, first in ((True, "Angebot lesen"), (False, "Kundenaktion")):
        plan = read_request(request.deciding("headings", headings))
        points = [r for r in plan.records if isinstance(r, Touchpoint)]
        assert points[0].name == first and len(points) == (2 if headings else 3)
    plan = read_request(request.deciding("headings", True))
    assert [r.name for r in plan.records if isinstance(r, Stage)] == ["Vorher", "Kauf"]
    assert [r.cases_per_month for r in plan.records if isinstance(r, Touchpoint)] == [100, 20]


def test_each_kind_follows_what_was_chosen() -> None:
    people = read(text=KINDS["personas"], mapping=chosen("personas", name="Ziele", occupation="Name"))
    assert [(r.name, r.occupation) for r in people.records if isinstance(r, Persona)] == [
        ("schnell", "Mia"),
        ("sicher", "Ole"),
    ]
    done = read(text=KINDS["measures"], mapping=chosen("measures", title="Verantwortlich"))
    assert [r.title for r in done.records if isinstance(r, Measure)] == ["Service", "Web"]
    notes = read(text=KINDS["notes"], mapping=chosen("notes", text="Text", group="Autor"))
    assert [r.theme for r in notes.records if isinstance(r, Note)] == ["Mia", "Ole"]
    by_text = read(text=KINDS["complaints"], mapping=chosen("complaints", day="Datum", point="Text"))
    assert {r.name for r in by_text.records if isinstance(r, Touchpoint)} == {"zu hoch", "zu lange"}


@pytest.mark.parametrize("reader", ["measures", "complaints", "touchpoints"])
def test_where_no_column_is_known_they_can_still_be_named(reader: str) -> None:
    request = ImportRequest(text="a;b\n1;2\n3;4\n", reader=reader)
    if reader != "touchpoints":
        with pytest.raises(UserError):
            read_request(request)
    without = ImportRequest(text="a;b\n1;2\n3;4\n", mapping=ListMapping.model_validate({"reader": reader}))
    reading = read_import(without)
    assert reading.header == ("a", "b") and reading.plan.notes and not reading.plan.records
    assert isinstance(reading.plan.mapping, ListMapping) and reading.plan.source.reader == reader


def test_a_mapping_of_another_kind_of_list_is_not_taken() -> None:
    plan = read(text=KINDS["personas"], reader="personas", mapping=chosen("measures", title="Name"))
    assert [r.name for r in plan.records if isinstance(r, Persona)] == ["Mia", "Ole"]


def test_free_text_of_a_list_is_blacked_out_where_it_names_people() -> None:
    text = "Kontaktpunkt;Zitat\nWebsite;Frau Muster half\nFiliale;alles gut\n"
    plan = read(text=text)
    (quote,) = (r for r in plan.records if isinstance(r, Note) and "Frau" in r.text)
    assert quote.text == f"Frau {BLACKED_OUT} half" and quote.kind is NoteKind.QUOTE
    kept = read_request(ImportRequest(text=text).deciding("black-out", False))
    assert any("Muster" in r.text for r in kept.records if isinstance(r, Note))


BOARD = "Text,Color,Area,Author\nA callback,yellow,Calls,Mia\nOne number,blue,Calls,Ole\n“Nobody answers”,red,,Mia\n"


def test_notes_of_a_whiteboard_can_go_to_the_idea_wall() -> None:
    request = ImportRequest(text=BOARD, language="en")
    assert not any(isinstance(r, Idea) for r in read_request(request).records)
    plan = read_request(request.deciding("ideas", True))
    ideas = [r for r in plan.records if isinstance(r, Idea)]
    assert [i.text for i in ideas] == ["A callback", "One number", "“Nobody answers”"]
    assert not any(isinstance(r, Note) for r in plan.records) and "Mia" not in str(plan.records)
    (calls, *_) = (r for r in plan.records if isinstance(r, Cluster))
    assert calls.name == "Calls" and [i.cluster == calls.id for i in ideas] == [True, True, False]
    document = plan.document()
    again = arriving(read_request(request.deciding("ideas", True)), document)
    arrived = [r for r in again if isinstance(r, Idea)]
    assert min(i.y for i in arrived) > max(i.y for i in ideas)
    assert min(i.order for i in arrived) > max(i.order for i in ideas)
    both = document.evolve(again)
    places = [(round(i.x), round(i.y)) for i in both.all(Idea)]
    assert len(set(places)) == len(places) == 6


def test_a_whiteboard_pasted_as_a_table_gives_its_texts_alone() -> None:
    assert whiteboard_texts(BOARD) == ["A callback", "One number", "“Nobody answers”"]
    assert whiteboard_texts(BOARD.replace(",", "\t"))[:2] == ["A callback", "One number"]
    for other in ("", "one\ntwo", "Text, with a comma\nand, more", "Touchpoint,Channel\nA,B\n"):
        assert whiteboard_texts(other) == []
