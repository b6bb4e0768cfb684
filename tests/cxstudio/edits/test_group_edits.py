"""Groups of an agenda block: dealing people out, copying, and what paper, projector and minutes say of them."""

from __future__ import annotations

import io
from datetime import UTC, date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from cxstudio.analysis.workshops.block_needs import PassingNeed, block_need
from cxstudio.documents.agenda import agenda_pdf
from cxstudio.documents.minutes.minutes_contents import MinutesPart, minutes_contents
from cxstudio.documents.minutes.minutes_details import MinutesDetails
from cxstudio.documents.minutes.minutes_pdf import minutes_markdown
from cxstudio.edits import (
    add_block,
    add_group,
    add_participant,
    add_workshop,
    copy_workshop,
    deal_into_groups,
    duplicate_block,
    remove_records,
    set_fields,
)
from cxstudio.edits.workshops.group_edits import MOST_GROUPS
from cxstudio.errors import UserError
from cxstudio.layout.boards.agenda_slide import lay_out_agenda_slide
from cxstudio.layout.display.display_list import TextLine
from cxstudio.model import AgendaBlock, BreakoutGroup, Document, Id, Workshop
from cxstudio.store import Draft
from cxstudio.wording import texts as texts_in
from cxstudio.wording.findings.agenda_sentences import groups_text
from tests.unmeasured import unmeasured

BERLIN = ZoneInfo("Europe/Berlin")


def day(people: int = 0, headcount: int = 9) -> tuple[Draft, Id, Id]:
    draft = Draft(Document())
    listed = tuple(add_participant(draft, name=f"Robin {n}", role="Service") for n in range(people))
    workshop = add_workshop(draft, "Day", day=date(2026, 3, 12), headcount=headcount, people=listed)
    return draft, workshop, add_block(draft, workshop, "Writing", method="brainwriting", minutes=35)


def groups(draft: Draft, block: Id) -> tuple[BreakoutGroup, ...]:
    return draft.document.having(BreakoutGroup, "block", block)


@given(st.integers(0, 60), st.integers(1, 12), st.integers(0, 5))
def test_everybody_is_in_just_one_group_of_nearly_the_same_size(people: int, count: int, before: int) -> None:
    draft, workshop, block = day(people, 0)
    for n in range(before):
        add_group(draft, block, f"Own {n}", place="Hall")
    deal_into_groups(draft, block, ["Blue", "Green"], draft.get(Workshop, workshop).people, 0, count)
    made = groups(draft, block)
    dealt = [p for group in made for p in group.people]
    assert len(made) == count and sorted(dealt) == sorted(draft.get(Workshop, workshop).people)
    assert max(g.size for g in made) - min(g.size for g in made) <= 1
    assert [g.name for g in made[:before]] == [f"Own {n}" for n in range(min(before, count))]
    deal_into_groups(draft, block, ["Blue"], (), people, count)
    assert sum(g.size for g in groups(draft, block)) == people and not any(g.people for g in groups(draft, block))


def test_a_person_forgotten_leaves_the_group_and_a_block_removed_takes_its_groups() -> None:
    draft, workshop, block = day(people=3)
    deal_into_groups(draft, block, ["Blue", "Green"], draft.get(Workshop, workshop).people, 0, 2)
    remove_records(draft, [draft.get(Workshop, workshop).people[0]])
    assert sum(g.size for g in groups(draft, block)) == 2
    remove_records(draft, [block])
    assert not draft.document.all(BreakoutGroup)


def test_copies_take_groups_along_and_no_run() -> None:
    draft, workshop, block = day()
    add_group(draft, block, "Blue", headcount=5, place="Hall")
    set_fields(draft, AgendaBlock, block, began="2026-03-12T08:00:00Z", ended="2026-03-12T08:30:00Z", agreed=50)
    set_fields(draft, Workshop, workshop, began="2026-03-12T08:00:00Z", ended="2026-03-12T08:30:00Z")
    twin = duplicate_block(draft, block)
    assert [g.place for g in groups(draft, twin)] == ["Hall"]
    again = draft.get(Workshop, copy_workshop(draft, workshop))
    assert again.day is None and not again.began and not again.ended and again.headcount == 9
    copied = draft.document.having(AgendaBlock, "workshop", again.id)
    assert [b.title for b in copied] == ["Writing", "Writing"] and not any(b.began or b.agreed for b in copied)
    assert [g.name for b in copied for g in groups(draft, b.id)] == ["Blue", "Blue"]
    assert draft.get(Workshop, workshop).ended


def test_too_many_groups_are_refused_and_nothing_is_added() -> None:
    draft, _, block = day(headcount=90)
    with pytest.raises(UserError):
        deal_into_groups(draft, block, [], (), 90, MOST_GROUPS + 1)
    for _ in range(MOST_GROUPS):
        add_group(draft, block, "")
    with pytest.raises(UserError):
        add_group(draft, block, "One more")
    assert len(groups(draft, block)) == MOST_GROUPS


def test_a_6_3_5_passes_as_often_as_its_largest_group_and_says_who_is_left_out() -> None:
    draft, workshop, block = day()

    def need() -> PassingNeed:
        found = block_need(draft.document, draft.get(Workshop, workshop), draft.get(AgendaBlock, block))
        assert isinstance(found, PassingNeed)
        return found

    assert need().groups == (5, 4)
    add_group(draft, block, "Blue", headcount=3)
    second = add_group(draft, block, "Green")
    assert need().groups == (5, 4), "nobody knows how many are in the second one"
    set_fields(draft, BreakoutGroup, second, headcount=4)
    assert need().groups == (4, 3) and need().passes == 4 and need().ideas == 7 * 4 * 3
    texts = texts_in("en")
    assert groups_text(groups(draft, block), 9, texts) == "2 people are in no group."
    assert groups_text(groups(draft, block), 6, texts) == "The groups have 1 person more than are there."
    assert groups_text(groups(draft, block), 7, texts) == "" == groups_text((), 7, texts)


def test_paper_and_projector_say_where_groups_are_and_never_who() -> None:
    draft, workshop, block = day(people=4)
    listed = draft.get(Workshop, workshop).people
    deal_into_groups(draft, block, ["Group Blue", "Group Green"], listed, 0, 2)
    set_fields(draft, BreakoutGroup, groups(draft, block)[0].id, place="Hall", task="Families")
    set_fields(draft, AgendaBlock, block, began="2026-03-12T08:01:00Z", ended="2026-03-12T08:31:00Z")
    set_fields(draft, Workshop, workshop, began="2026-03-12T08:01:00Z", ended="2026-03-12T08:31:00Z")
    document = draft.document
    printed = _words(agenda_pdf(document, "en").pdf)
    assert "Group Blue, 2 people, Hall" in printed and "Families" in printed and "Robin" not in printed
    minutes = minutes_markdown(document, "en", MinutesDetails(zone=BERLIN)).decode()
    assert "Group Blue, 2 people, Hall. Families" in minutes and "Robin" not in minutes
    assert "09:01–09:31 \\(30 min\\)" in minutes and "Planned: 09:00 to 09:35. Really: 09:01 to 09:31." in minutes
    named = minutes_markdown(document, "en", MinutesDetails(names=True, zone=BERLIN)).decode()
    assert "Robin 0, Robin 2" in named
    lines = {line.part: line.said for line in minutes_contents(document, texts_in("en"), MinutesDetails(zone=BERLIN))}
    assert lines[MinutesPart.PARTICIPANTS] == "4 people: 4 × Service" and lines[MinutesPart.VOTES] == ""
    assert lines[MinutesPart.AGENDA] == "1 block · Really: 09:01 to 09:31."


def test_the_minutes_of_a_day_that_was_moved_name_the_day_it_was() -> None:
    draft, workshop, block = day()
    set_fields(draft, Workshop, workshop, began="2026-03-19T23:30:00Z")
    set_fields(draft, AgendaBlock, block, began="2026-03-19T23:30:00Z")
    german = minutes_markdown(draft.document, "de", MinutesDetails(zone=BERLIN)).decode()
    assert german.startswith("# Protokoll: Day, 20. März 2026") and "seit 00:30" in german
    utc = minutes_markdown(draft.document, "en", MinutesDetails(zone=UTC)).decode()
    assert "19 March 2026" in utc.splitlines()[0]


@pytest.mark.parametrize("count", [1, 3, 12, 40])
def test_groups_on_the_projector_fit_or_are_counted(count: int) -> None:
    from datetime import datetime

    from cxstudio.analysis.workshops.run_standing import run_standing

    draft, workshop, block = day()
    for n in range(count):
        add_group(draft, block, f"Group {n}", headcount=2, place=f"Room {n}", task="A task of its own " * 3)
    set_fields(draft, Workshop, workshop, began="2026-03-12T08:00:00Z")
    set_fields(draft, AgendaBlock, block, began="2026-03-12T08:00:00Z")
    document = draft.document
    record = document.get(Workshop, workshop)
    now = datetime(2026, 3, 12, 8, 5, tzinfo=UTC)
    standing = run_standing(record, document.all(AgendaBlock), now, BERLIN)
    slide = lay_out_agenda_slide(document, record, standing, texts_in("en"), 9 / 16, BERLIN)
    lines = [i for p in slide.flat() for i in p.group.items if isinstance(i, TextLine)]
    shown = [line for line in lines if line.text.startswith("Group ") and "Room" in line.text]
    assert 1 <= len(shown) <= count and all(line.y < slide.height - 150 for line in shown)
    rest = [line.text for line in lines if "more group" in line.text]
    assert rest == ([] if len(shown) == count else [f"and {count - len(shown)} more groups"])


@unmeasured()
def _words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf)).pages)
