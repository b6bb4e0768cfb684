"""Event logs in tables: what becomes of cases and activities, and what is told."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.errors import UserError
from cxstudio.exchange.event_logs.log_mapping import LogMapping, LogRole, propose_log
from cxstudio.exchange.event_logs.log_problems import DROP_EVENTS, ONE_ZONE
from cxstudio.exchange.mapping_files import load_mapping, save_mapping
from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.tables.day_order import DAY_ORDER
from cxstudio.exchange.tables.table_reading import read_table
from cxstudio.model import Department, Stage, Touchpoint
from cxstudio.model.kinds import TransitionKind
from cxstudio.wording.error_sentences import sentence
from tests.cxstudio.exchange.logs import DE, EN, HEAD, log_text, mapped, of, read_log, said, ways
from tests.examples import examples


def test_activities_become_touchpoints_and_what_follows_them_ways() -> None:
    cases = [("Call", "Form", "Check", "Letter")] * 6 + [("Call", "Form", "Form", "Check", "Letter")] + [("Call",)] * 3
    plan = read(text=log_text(cases), mapping=mapped(0), language="en")
    assert plan.source.reader == read(text=log_text(cases)).source.reader == "event_log"
    assert [point.name for point in of(plan, Touchpoint)] == ["Call", "Form", "Check", "Letter"]
    assert [stage.name for stage in of(plan, Stage)] == ["Beginning", "Middle", "End"]
    assert ways(plan) == {
        ("Call", "Form"): (TransitionKind.NORMAL, 0.7),
        ("Call", "!"): (TransitionKind.DROP_OUT, 0.3),
        ("Form", "Form"): (TransitionKind.RETURN, 1 / 8),
        ("Form", "Check"): (TransitionKind.NORMAL, 7 / 8),
        ("Check", "Letter"): (TransitionKind.NORMAL, 1.0),
        ("Letter", ""): (TransitionKind.NORMAL, 1.0),
    }
    assert [point.waiting_minutes for point in of(plan, Touchpoint)] == [None, 60, 60, 60]
    document = plan.document()
    arrival = flow_figures(document, plan.records[0].id).arrival
    assert arrival is not None and not arrival.assumed
    assert (arrival.arrive, arrival.drop_out) == (pytest.approx(0.7), pytest.approx(0.3))


def test_cases_per_month_from_all_cases_however_few_ways_are_followed() -> None:
    cases = [("Call", "Form")] * 60 + [("Call", "Complaint")]
    plan = read_log(log_text(cases))
    call, form = of(plan, Touchpoint)
    assert call.cases_per_month == pytest.approx(61 / (60 / 30.4375), abs=1) and form.cases_per_month is not None
    assert "Activity: Complaint (1): it happens only in variants that are left out" in said(plan)
    assert any("The rarest variant (1.6% of the cases) is left out." in line for line in said(plan))
    short = read_log(log_text(cases[:20]))
    assert all(point.cases_per_month is None for point in of(short, Touchpoint))
    assert any("less than a month (5 Jan 2026 to 24 Jan 2026)" in line for line in said(short))


def test_folding_away_can_be_set_and_saved(tmp_path: Path) -> None:
    text = log_text([("Call", "Form")] * 8 + [("Call", "Letter"), ("Form", "Letter")])
    assert len(of(read_log(text), Touchpoint)) == 3
    mapping = read_log(text).mapping
    assert isinstance(mapping, LogMapping)
    chosen = mapping.model_copy(update={"fold": 0.2, "title": "Claims"})
    save_mapping(chosen, tmp_path / "log.json")
    assert load_mapping(tmp_path / "log.json") == chosen
    folded = read(text=text, mapping=tmp_path / "log.json")
    assert [point.name for point in of(folded, Touchpoint)] == ["Call", "Form"] and folded.title == "Claims"
    assert folded.log is not None and folded.log.variants == 3


def test_what_a_log_lacks_is_said() -> None:
    lacking = {
        "Activity,Timestamp": "No column holds the case (customer, order, ticket) an event belongs to.",
        "Case ID,Timestamp": "No column holds the activity (what happened).",
        "Case ID,Activity": "No column holds the time, so the order is unknown.",
    }
    full = {"Case ID": "c1", "Activity": "Call", "Timestamp": "2026-01-05 08:00"}
    for head, expected in lacking.items():
        row = ",".join(full[name] for name in head.split(","))
        plan = read_log("\n".join([head, row, row, row]))
        assert not plan.records and said(plan)[0] == expected


def test_a_log_without_a_case_column_is_known_by_its_other_headings() -> None:
    plan = read(text="concept:name,time:timestamp\nA,1971-01-01 00:20\nB,1971-01-01 02:04\n", language="en")
    assert plan.source.reader == "event_log" and not plan.records
    assert said(plan)[0].startswith("No column holds the case")


def test_times_that_cannot_be_read_take_their_case_out_or_only_themselves() -> None:
    text = log_text([("Call", "Form", "Letter")] * 4).replace("2026-01-06T09:00:00+00:00", "soon")
    plan = read_log(text)
    assert plan.log is not None and plan.log.cases == 3
    assert "Row 6: 1 case: a time cannot be read, for instance “soon”" in said(plan)
    kept = read_request(plan.request.deciding(DROP_EVENTS, True))
    assert kept.log is not None and (kept.log.cases, kept.log.events) == (4, 11)
    assert "Row 6: 1 event: a time cannot be read, for instance “soon”" in said(kept)
    nothing = read_log(f"{HEAD}\nc1,Call,soon\nc1,Form,later\nc2,Call,soon\n")
    assert said(nothing)[0] == "The times cannot be read, so the order is unknown. Row 2: “soon”."
    assert not nothing.records


def test_events_without_case_or_name_are_told() -> None:
    text = log_text([("Call", "Form")] * 3) + ",Call,2026-01-09\nc1,,2026-01-09\n"
    plan = read_log(text)
    assert "Row 8: 1 event: its case is missing" in said(plan)
    assert "Row 9: 1 case: the activity or the time is missing" in said(plan)
    assert said(read_log(f"{HEAD}\n,Call,2026-01-09\n", mapping=mapped(0)))[0].startswith("No event names its case")


def test_mixed_time_zones_are_told_and_can_be_settled() -> None:
    text = log_text([("Call", "Form", "Letter")] * 3) + "c1,Check,2026-01-06 08:30\nc9,Call,2026-02-01 08:00\n"
    plan = read_log(text)
    assert plan.log is not None and plan.log.cases == 3
    why = "it mixes times with and without a time zone, so the order is unclear"
    assert any(line.endswith(why) for line in said(plan))
    repair = next(repair for repair in plan.repairs if repair.id == ONE_ZONE)
    assert "Rows 11, 12: 2 times have no time zone" in repair.said(EN) and "UTC+00:00" in repair.said(EN)
    settled = read_request(plan.request.deciding(ONE_ZONE, True))
    assert settled.log is not None and (settled.log.cases, settled.log.variants) == (4, 3)
    assert ("Call", "Check") in ways(read_request(settled.request.deciding(ONE_ZONE, True)))
    every = read_log(f"{HEAD}\nc1,Call,2026-01-05T08:00Z\nc1,Form,2026-01-05 09:00\n")
    assert not every.records and said(every)[0].startswith("Every case mixes times with and without a time zone")


def test_begun_and_finished_are_one_visit_with_its_length() -> None:
    rows = ["Case ID,Activity,Timestamp,lifecycle:transition"]
    for number in range(5):
        day = f"2026-01-{number + 1:02}T"
        rows += [
            f"{number},Call,{day}08:00,start",
            f"{number},Call,{day}08:20,complete",
            f"{number},Form,{day}09:20,schedule",
            f"{number},Form,{day}10:20,START",
            f"{number},Form,{day}10:50,Completed",
        ]
    plan = read_log("\n".join(rows))
    assert plan.log is not None and plan.log.events == 10
    call, form = of(plan, Touchpoint)
    assert (call.duration_minutes, form.duration_minutes, form.waiting_minutes) == (20, 30, 120)
    assert "Begun or finished: 5 events: it neither begins nor ends an activity: schedule" in said(plan)
    begun = "c1,Call,2026-01-05 08:00,2026-01-05 08:20\nc2,Call,2026-01-05 08:00,2026-01-05 08:40\n"
    two = read_log("Case ID,Activity,Start time,Complete time\n" + begun * 3)
    assert of(two, Touchpoint)[0].duration_minutes == 30


def test_departments_are_named_where_they_do_the_work() -> None:
    rows = ["Vorgangsnummer,Aktivität,Zeitpunkt,Abteilung,Mitarbeiter"]
    for number in range(10):
        rows.append(f"V{number},Anruf,0{number % 9 + 1}.03.2026 08:00,Service,Ina")
        rows.append(f"V{number},Prüfung,0{number % 9 + 1}.03.2026 09:30,{'Technik' if number else 'EMPTY'},Jo")
    plan = read(text="\n".join(rows), language="de")
    assert plan.source.reader == "event_log"
    assert [stage.name for stage in of(plan, Stage)] == ["Anfang", "Ende"]
    names = {department.id: department.name for department in of(plan, Department)}
    found = [[names[i] for i in point.departments] for point in of(plan, Touchpoint)]
    assert found == [["Service"], ["Technik"]]
    assert any("Column “Mitarbeiter”" in line for line in said(plan))


def test_running_numbers_give_the_order_only() -> None:
    plan = read_log(f"{HEAD}\nc1,Form,2\nc1,Call,1\nc1,Letter,3\n")
    assert [point.name for point in of(plan, Touchpoint)] == ["Call", "Form", "Letter"]
    assert plan.log is not None and plan.log.first is None
    assert any("gives only the order" in line for line in said(plan))


def test_unclear_dates_are_asked_about_and_the_shorter_log_is_proposed() -> None:
    plan = read_log(f"{HEAD}\nc1,Call,01/03/2026\nc1,Form,02/02/2026\n")
    assert [point.name for point in of(plan, Touchpoint)] == ["Form", "Call"]
    (doubt,) = plan.doubts
    assert doubt.id == DAY_ORDER
    assert [(choice.label.said(EN), choice.option) for choice in doubt.choices] == [
        ("01/03/2026 is 1 Mar 2026", "--accept day-first"),
        ("01/03/2026 is 3 Jan 2026", "--accept month-first"),
    ]
    turned = read_request(replace(plan.request, mapping=doubt.choices[1].mapping))
    assert [point.name for point in of(turned, Touchpoint)] == ["Call", "Form"] and not turned.doubts


def test_days_that_are_the_same_either_way_are_not_asked_about() -> None:
    assert not read_log(f"{HEAD}\nc1,Call,03/03/2026\nc1,Form,04/04/2026\n").doubts
    assert not read_log(f"{HEAD}\nc1,Call,03/04/2026\nc1,Form,13/04/2026\n").doubts


def test_proposals_go_by_heading_then_by_content() -> None:
    text = "customer id,what,at\n" + "".join(f"{n},{'ab'[n % 2]}x,2026-01-0{n + 1} 08:00\n" for n in range(6))
    mapping = propose_log(read_table(ImportRequest(text=text)))
    assert [(c.role, c.name) for c in mapping.columns] == [
        (LogRole.CASE, "customer id"),
        (LogRole.ACTIVITY, "what"),
        (LogRole.TIME, "at"),
    ]
    assert read(text=text).source.reader != "event_log"  # its headings do not say so: it has to be chosen


def test_a_survey_with_people_and_dates_is_no_log() -> None:
    plan = read(text="Case ID,Date,Hotline\n1,2026-01-05,5\n2,2026-01-05,7\n3,2026-01-06,2\n4,2026-01-06,3\n")
    assert plan.source.reader == "survey"


def test_a_workbook_keeps_the_seconds(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Case ID", "Activity", "Timestamp"])
    for name, second in (("Form", 50), ("Call", 10)):
        sheet.append(["c1", name, datetime(2026, 1, 5, 8, 0, second)])
    book.save(tmp_path / "log.xlsx")
    plan = read(tmp_path / "log.xlsx", reader="event_log")
    assert [point.name for point in of(plan, Touchpoint)] == ["Call", "Form"]


cells = st.sampled_from(
    ["", "c1", "c2", "Call", "Form", "2026-01-01", "2026-01-01T08:00+01:00", "soon", "7", "nan", "1e9", "٣"]
)


@settings(max_examples=examples(60))
@given(st.lists(st.tuples(cells, cells, cells, cells, cells), max_size=12), st.booleans())
def test_any_table_read_as_a_log_gives_a_plan_or_a_reason(rows: list[tuple[str, ...]], drop: bool) -> None:
    text = "\n".join(",".join(row) for row in [("Case ID", "Activity", "Timestamp", "lifecycle", "Start time"), *rows])
    try:
        plan = read_log(text)
        plan = read_request(plan.request.deciding(DROP_EVENTS, drop).deciding(ONE_ZONE, drop))
    except UserError as error:
        assert sentence(error, DE)
    else:
        assert plan.document() is not None and said(plan) is not None


def names_in_order(text: str, *decisions: tuple[str, bool]) -> list[str]:
    plan = read_request(ImportRequest(text=text, decisions=decisions))
    return [r.name for r in plan.records if isinstance(r, Touchpoint)]


def test_days_that_run_backwards_through_the_file_are_read_from_below() -> None:
    rows = "".join(f"V{n}\t{name}\t{30 - n:02}.03.2026\n" for n in range(20) for name in ("End", "Middle", "Begin"))
    text = "Fallnummer\tSchritt\tDatum\n" + rows
    assert names_in_order(text) == ["Begin", "Middle", "End"]
    assert names_in_order(text, ("newest-first", False)) == ["End", "Middle", "Begin"]


def test_day_and_time_in_two_columns_belong_together() -> None:
    rows = "".join(
        f"V{n}\t{name}\t01.02.2026\t{hour:02}:00\n" for n in range(20) for hour, name in ((13, "Check"), (8, "Ask"))
    )
    plan = read(text="Vorgang-Nr\tSchritt\tDatum\tUhrzeit\n" + rows)
    found = [r for r in plan.records if isinstance(r, Touchpoint)]
    assert [point.name for point in found] == ["Ask", "Check"]
    assert isinstance(plan.mapping, LogMapping) and plan.mapping.having(LogRole.CLOCK) is not None


def test_one_activity_spelled_in_two_ways_is_one() -> None:
    rows = "".join(
        f"V{n}\t{'Ask' if n % 3 else 'ASK '}\t2026-02-01T08:00\nV{n}\tPay\t2026-02-01T09:00\n" for n in range(9)
    )
    text = "case_id\tactivity\ttimestamp\n" + rows
    assert names_in_order(text) == ["Ask", "Pay"]
    assert len(names_in_order(text, ("one-spelling", False))) == 3


def test_begun_and_finished_are_known_under_other_names() -> None:
    for heading in ("transition", "Status", "lifecycle", "Event type"):
        rows = "".join(
            f"V{n}\tAsk\t{step}\t2026-02-01T0{hour}:00\n"
            for n in range(9)
            for step, hour in (("start", 8), ("complete", 9))
        )
        plan = read(text=f"case_id\tactivity\t{heading}\ttimestamp\n{rows}")
        assert isinstance(plan.mapping, LogMapping) and plan.mapping.having(LogRole.LIFECYCLE) is not None, heading
