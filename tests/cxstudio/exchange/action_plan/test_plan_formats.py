"""The action plan for calendars, wikis and other programs, as other libraries read it."""

import json
import re
from datetime import UTC, date, datetime

import pytest

from cxstudio.analysis.measures.plan_scope import PlanScope
from cxstudio.catalogue.samples import sample
from cxstudio.exchange.action_plan.ics_file import plan_ics
from cxstudio.exchange.action_plan.json_file import plan_json
from cxstudio.exchange.action_plan.markdown_file import plan_markdown
from cxstudio.model import Department, Document, Measure, Target
from cxstudio.model.kinds import MeasureStatus
from cxstudio.resources import resource_path

NOW = datetime(2026, 4, 20, 8, tzinfo=UTC)
HOSTILE = "a;b,c\\d\nBEGIN:VEVENT\r\n=1|2 <b> # *x* ä𝄞 " + "ü" * 90


def plan(**values: object) -> Document:
    measure = Measure(id="m", title=HOSTILE, owner_role="Lead", owner_name="Ada", start=date(2026, 5, 4),
                      due=date(2026, 9, 30), department="d", **values)  # fmt: skip
    return Document((Department(id="d", name="Service"), measure, Target(id="z", measure="m", by=date(2026, 10, 1))))


def read(data: bytes) -> dict[str, object]:
    calendars = pytest.importorskip("icalendar")
    return {str(e["UID"]): e for e in calendars.Calendar.from_ical(data).walk("VEVENT")}


def test_a_second_library_reads_days_reminders_and_texts():
    events = read(plan_ics(plan(), "en", now=NOW))
    by_day = {e.decoded("DTSTART"): e for e in events.values()}
    assert sorted(by_day) == [date(2026, 5, 4), date(2026, 9, 30), date(2026, 10, 1)]
    due = by_day[date(2026, 9, 30)]
    assert due["SUMMARY"] == "Due: " + HOSTILE.replace("\r\n", "\n").strip()
    assert "Owner: Lead" in due["DESCRIPTION"] and "Ada" not in due["DESCRIPTION"]
    assert [len(by_day[day].walk("VALARM")) for day in sorted(by_day)] == [1, 2, 1]
    assert "Ada" in read(plan_ics(plan(), "en", PlanScope(names=True), now=NOW))[str(due["UID"])]["DESCRIPTION"]


def test_a_later_export_moves_the_same_events():
    first = read(plan_ics(plan(), "en", now=NOW))
    moved = plan().evolve((plan().get(Measure, "m").model_copy(update={"due": date(2026, 12, 1)}),))
    later = read(plan_ics(moved, "de", now=NOW.replace(hour=9)))
    assert first.keys() == later.keys()
    assert all(int(later[uid]["SEQUENCE"]) > int(first[uid]["SEQUENCE"]) for uid in first)
    assert date(2026, 12, 1) in {e.decoded("DTSTART") for e in later.values()}


def test_what_is_done_reminds_nobody_and_what_was_dropped_is_cancelled():
    done = read(plan_ics(plan(status=MeasureStatus.DONE), "en", now=NOW))
    assert [len(e.walk("VALARM")) for e in done.values()] == [0, 0, 1]
    dropped = read(plan_ics(plan(status=MeasureStatus.DROPPED), "en", now=NOW))
    assert {e["STATUS"] for e in dropped.values()} == {"CANCELLED"}
    assert not any(e.walk("VALARM") for e in dropped.values())


def test_lines_of_a_calendar_are_no_longer_than_they_may_be():
    lines = plan_ics(plan(), "de", now=NOW).split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert all(line.decode() == line.decode("utf-8", "strict") for line in lines)


@pytest.mark.parametrize("names", [True, False])
def test_json_is_valid_against_the_schema_that_comes_with_the_program(names):
    schemas = pytest.importorskip("jsonschema")
    schema = json.loads(resource_path("schemas", "plan.schema.json").read_text(encoding="utf-8"))
    schemas.Draft202012Validator.check_schema(schema)
    for document in (sample("lindenfurt", "de", today=date(2026, 4, 20)).document, plan(), Document()):
        data = plan_json(document, PlanScope(names=names))
        schemas.Draft202012Validator(schema).validate(json.loads(data))
        assert (b"Ada" in data) is (names and document.find("m") is not None)


def test_every_key_of_the_schema_stands_on_its_page():
    schema = json.loads(resource_path("schemas", "plan.schema.json").read_text(encoding="utf-8"))
    page = resource_path("help", "plan-json.md").read_text(encoding="utf-8")
    keys = set(re.findall(r'"(\w+)":\s*\{[^{}]*"description"', json.dumps(schema)))
    assert len(keys) > 30
    assert all(f"{key}`" in page or f"{key}[]`" in page for key in keys - {"items"})


def test_markdown_says_what_was_typed_and_nothing_breaks_the_table():
    text = plan_markdown(plan(), "en").decode()
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert "## Service" in text and len(lines) == 3
    assert {len(re.findall(r"(?<!\\)\|", line)) for line in lines} == {15}
    assert "a;b,c\\\\d<br>BEGIN:VEVENT<br>=1\\|2 \\<b\\>" in lines[2]
    assert "Ada" not in text
    assert "no measures" in plan_markdown(Document(), "en").decode()
