"""Agendas on paper and in a calendar, and the templates they begin with."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cxstudio.analysis.workshops.planned_times import limit_of, plan_agenda
from cxstudio.catalogue.agendas import agenda_templates, block_from_card, shortest_minutes
from cxstudio.catalogue.methods import methods
from cxstudio.documents.agenda import agenda_pdf
from cxstudio.errors import UserError
from cxstudio.exchange.action_plan.workshop_ics import workshops_ics
from cxstudio.model import AgendaBlock, Document, Workshop
from tests.pdf_texts import page_texts

NOW = datetime(2026, 3, 1, tzinfo=UTC)


def words_of(pdf: bytes) -> str:
    return " ".join(" ".join(page_texts(pdf)).split())


def document_of(template: str, language: str, **fields: object) -> Document:
    days = next(t for t in agenda_templates() if t.id == template).days
    records: list[Workshop | AgendaBlock] = []
    for number, day in enumerate(days):
        given = {"day": date(2026, 3, 12 + number), "headcount": 9, **fields}
        records.append(
            Workshop(
                id=f"w{number}",
                title=day.title.say(language),
                starts=day.starts,
                ends=day.ends,
                order=f"a{number}",
                **given,
            )
        )  # noqa: E501
        records += [
            AgendaBlock(
                id=f"w{number}b{place:02}", workshop=f"w{number}", order=f"a{place:02}", **block.fields(language)
            )
            for place, block in enumerate(day.blocks)
        ]
    return Document(records)


@pytest.mark.parametrize("template", [t.id for t in agenda_templates()])
def test_a_template_fills_its_days_and_names_cards_there_are(template: str) -> None:
    for language in ("de", "en"):
        document = document_of(template, language)
        for workshop in document.all(Workshop):
            blocks = document.having(AgendaBlock, "workshop", workshop.id)
            assert plan_agenda(workshop, blocks).end == limit_of(workshop)
            assert all(b.title and (not b.method or methods().find(b.method)) for b in blocks)
            assert all(b.minutes >= shortest_minutes().get(b.method, 0) for b in blocks if b.method != "who-what-when")


def test_every_card_becomes_a_block() -> None:
    for card in methods().cards:
        made = AgendaBlock(id="b", workshop="w", **block_from_card(card, "de"))
        assert made.title and made.minutes == card.minutes[0] and made.material


@pytest.mark.parametrize(("language", "words"), [
    ("de", ("Halber Tag", "12. März 2026", "9 Personen", "10:55", "Gruppen zu 5 und 4", "Stimmzettel", "12:45")),
    ("en", ("Half a day", "12 March 2026", "9 people", "10:55", "Groups of 5 and 4", "Voting slips", "12:45")),
])  # fmt: skip
def test_the_hand_out_says_times_goals_and_material(language: str, words: tuple[str, ...]) -> None:
    title = next(t for t in agenda_templates() if t.id == "half-day").name.say(language)
    document = document_of("half-day", language)
    document = document.evolve([document.get(Workshop, "w0").model_copy(update={"title": title})])
    made = agenda_pdf(document, language)
    said = words_of(made.pdf)
    assert all(word in said for word in words), [w for w in words if w not in said]


def test_a_goal_longer_than_a_page_is_printed_whole() -> None:
    long = " ".join(f"Wort{n}" for n in range(2000))
    document = Document([Workshop(id="w"), AgendaBlock(id="b", workshop="w", title="Lang", goal=long, minutes=10)])
    made = agenda_pdf(document, "de")
    said = words_of(made.pdf)
    assert made.pages > 1 and all(f"Wort{n}" in said for n in (0, 999, 1999))


def test_without_a_workshop_nothing_is_written() -> None:
    for make in (lambda: agenda_pdf(Document([]), "de"), lambda: workshops_ics(Document([]), "de", now=NOW)):
        with pytest.raises(UserError):
            make()


def test_each_workshop_with_a_day_is_a_calendar_entry() -> None:
    document = document_of("two-days", "de", place="Saal; 1. Stock")
    data = workshops_ics(document, "de", now=NOW)
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    assert lines.count("BEGIN:VEVENT") == 2
    assert {"DTSTART:20260312T090000", "DTEND:20260313T163000", "LOCATION:Saal\\; 1. Stock"} <= set(lines)
    assert any("10:45 Pause" in line for line in lines if line.startswith("DESCRIPTION"))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
