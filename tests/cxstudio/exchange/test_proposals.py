"""What a table's headings and cells are taken for before anybody has said."""

import pickle
from pathlib import Path

import pytest

from cxstudio.errors import UserError
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.readers import read
from cxstudio.exchange.survey.column_headings import item_number, role_in, subject
from cxstudio.exchange.survey.proposal.proposed_mapping import propose
from cxstudio.exchange.survey.survey_comments import MOST_COMMENTS, day_of
from cxstudio.exchange.survey.survey_mapping import Role, SurveyMapping
from cxstudio.exchange.tables.table_reading import read_table
from cxstudio.model import Note, SurveyCounts, Touchpoint
from cxstudio.wording import texts


def mapping_of(header: str, *rows: str, repeat: int = 1) -> SurveyMapping:
    return propose(read_table(ImportRequest(text="\n".join([header, *rows * repeat]))))


def roles(mapping: SurveyMapping) -> dict[str, str]:
    return {use.name: use.role.value for use in mapping.columns}


@pytest.mark.parametrize(
    ("heading", "role", "number", "about"),
    [
        ("1-1. The site must be fast. (expectation)", Role.EXPECTATION, "1", "The site must be fast"),
        ("Q12 Website (experience)", Role.EXPERIENCE, "12", "Website"),
        ("Hotline – Erwartung", Role.EXPECTATION, "", "Hotline"),
        ("Erlebnis: Hotline", Role.EXPERIENCE, "", "Hotline"),
        ("Erwartung Hotline", Role.EXPECTATION, "", "Hotline"),
        ("Seat_Comfort", None, "", "Seat Comfort"),
        ("24/7 Service", None, "", "24/7 Service"),
        ("24 Stunden Service", None, "", "24 Stunden Service"),
        ("3D-Druck", None, "", "3D-Druck"),
        ("Wie wichtig ist Ihnen das?", Role.IMPORTANCE, "", "Wie wichtig ist Ihnen das?"),
        ("Would you recommend us?", Role.RECOMMEND, "", "Would you recommend us?"),
        ("Erwartung", Role.EXPECTATION, "", "Erwartung"),
        ("Hotline – Versprechen gehalten?", Role.PROMISE, "", "Hotline"),
        ("Hotline: Promise kept?", Role.PROMISE, "", "Hotline"),
        ("Hotline Wurde das Versprechen eingehalten?", Role.PROMISE, "", "Hotline"),
    ],
)
def test_headings(heading: str, role: Role | None, number: str, about: str) -> None:
    assert (role_in(heading), item_number(heading), subject(heading)) == (role, number, about)


def test_scales_from_zero_and_emotions_from_one() -> None:
    mapping = mapping_of("Site\tDesk\tEmotion Site", "0\t6\t1", "3\t0\t7", "6\t4\t4", "5\t1\t2")
    assert mapping.scale == 7 and not mapping.not_applicable
    ends = {use.name: (use.role, use.lowest, use.highest) for use in mapping.columns}
    assert ends["Site"] == (Role.EXPERIENCE, 0, 6)
    assert ends["Emotion Site"] == (Role.EMOTION, 1, 7)


def test_whether_promises_were_kept() -> None:
    head = "\t".join((
        "Erwartung Hotline", "Erlebnis Hotline", "Hotline: Versprechen gehalten?",
        "Erlebnis Web", "Web: Versprechen gehalten?",
    ))  # fmt: skip
    rows = ("6\t2\tnein\t5\tJa", "7\t3\tteilweise\t6\tJa", "6\t1\tk. A.\t7\tteils")
    mapping = mapping_of(head, *rows, repeat=4)
    kept = [use for use in mapping.columns if use.role is Role.PROMISE]
    assert [use.number for use in kept] == [3, 5] and mapping.open == ()
    plan = read(text="\n".join([head, *rows]))
    names = {t.id: t.name for t in plan.records if isinstance(t, Touchpoint)}
    counts = {names[c.touchpoint]: dict(c.promise) for c in plan.records if isinstance(c, SurveyCounts)}
    assert counts == {"Hotline": {"1": 1, "2": 1, "-": 1}, "Web": {"2": 1, "3": 2}}


def test_numbers_about_a_promise_count_only_where_the_heading_says_which_end_is_yes() -> None:
    plain = roles(mapping_of("Erlebnis Hotline\tHotline: Promise kept?", "2\t1", "5\t3", "6\t2", repeat=4))
    assert plain == {"Erlebnis Hotline": "experience", "Hotline: Promise kept?": "experience"}


def test_zero_beside_one_to_five_does_not_concern_me() -> None:
    mapping = mapping_of("Site\tDesk", "0\t5", "3\t1", "4\t2", "5\t4")
    assert (mapping.scale, mapping.not_applicable) == (5, ("0",))
    ten = mapping_of("Site\tDesk", "0\t10", "3\t1", "9\t2", "5\t4")
    assert (ten.scale, ten.not_applicable) == (11, ())


def test_other_numbers_are_left_alone() -> None:
    mapping = mapping_of(
        "Age\tDelay\tSite rating\tDesk\tYes", "31\t0\t3\t1\t1", "42\t15\t4\t2\t0", "27\t3\t5\t5\t1", "64\t2\t1\t4\t0"
    )
    assert roles(mapping) == {"Site rating": "experience", "Desk": "experience"}
    assert not mapping_of("Age\tResource", "31\t3", "42\t4", "27\t5").columns


def test_segments_personas_and_long_comments() -> None:
    mapping = mapping_of(
        "Segment\tPersona\tSite\tWhat else\tSatisfaction overall CSAT\tEffort (CES)",
        "new\tJana\t3\tThe form asked me for things they know already.\t4\t2",
        "old\tWerner\t5\tI called three times and told it three times.\t5\t5",
        "new\tJana\t1\tNobody could tell me where my meter is, really.\t1\t3",
        "old\tJana\t2\tA card with a signature, from a utility, imagine.\t2\t1",
    )
    assert roles(mapping) == {
        "Segment": "segment",
        "Persona": "persona",
        "Site": "experience",
        "What else": "comment",
        "Satisfaction overall CSAT": "csat",
        "Effort (CES)": "ces",
    }


def test_importance_of_nothing_rated_stays_unmapped() -> None:
    mapping = mapping_of(
        "Site expectation\tSite experience\tImportance of parking", "5\t4\t3", "6\t2\t7", "7\t7\t1", repeat=2
    )
    assert roles(mapping) == {"Site expectation": "expectation", "Site experience": "experience"}


def test_a_question_beside_the_pairs_on_a_smaller_scale_stays_unmapped() -> None:
    rows = ("5\t4\t3", "6\t2\t5", "7\t7\t1")
    few = mapping_of("Site expectation\tSite experience\tDesk", *rows)
    many = mapping_of("Site expectation\tSite experience\tDesk", *rows, repeat=20)
    assert "Desk" in roles(few) and "Desk" not in roles(many)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026-03-12T10:00", "2026-03-12"),
        ("12.03.26", "2026-03-12"),
        ("3/12/2026", "2026-03-12"),
        ("13/12/2026", "2026-12-13"),
        ("31.02.2026", None),
        ("soon", None),
    ],
)
def test_days(cell: str, day: str | None) -> None:
    found = day_of(cell)
    assert (found.isoformat() if found else None) == day


def test_more_comments_than_can_be_kept_are_told() -> None:
    rows = "\n".join(f"{i % 5 + 1}\tit was number {i}" for i in range(MOST_COMMENTS + 3))
    plan = read(text="Site\tComment\n" + rows)
    assert sum(isinstance(record, Note) for record in plan.records) == MOST_COMMENTS
    assert any("3 comments: at most 2000" in entry.said(texts("en")) for entry in plan.left_out)


def test_a_plan_can_be_sent_to_another_process() -> None:
    plan = read(text="Site Erwartung\tSite Erlebnis\n5\t4\n6\t2\n7\t1\n")
    assert pickle.loads(pickle.dumps(plan)) == plan


@pytest.mark.parametrize(
    "text",
    [
        "a,b,c,d,e\nx,y,z,u,v\nx,y,w,u,v\n",
        "# Heading\n\n- one\n- two\n* three\n",
    ],
)
def test_what_is_neither_survey_nor_list_waits_to_be_told(text: str) -> None:
    plan = read(text=text)
    assert not plan.records and plan.notes and plan.source.reader == "survey"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{"a": 1,\n "b": 2}\n', "JSON"),
        ("<list>\n<item>\n</item>\n</list>\n", "XML"),
        ("<!DOCTYPE html>\n<p>Hello</p>\n", "a web page"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\n", "a calendar"),
        ("BEGIN:VCARD\nFN:Mia Muster\n", "an address book"),
        ("From: a@example.org\nTo: b@example.org\nSubject: Survey\n\nHello\n", "an e-mail"),
    ],
)
def test_what_is_no_table_is_called_what_it_is(text: str, kind: str) -> None:
    with pytest.raises(UserError, match=f"This is {kind}"):
        read(text=text)


def test_a_journey_in_markdown_keeps_its_line_numbers(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(
        "# Notes\n```mermaid\nflowchart TD\n```\ntext\n```mermaid\njourney\n  Tea: 9: Me\n```\nmore\n", encoding="utf-8"
    )
    plan = read(path)
    assert plan.source.reader == "mermaid"
    assert plan.repairs[0].said(texts("en")).startswith("Line 8: ")
