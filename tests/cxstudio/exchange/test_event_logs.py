"""Event logs: what becomes of cases and activities, what is told, and laws that hold for every log."""

import gzip
import itertools
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar
from xml.sax.saxutils import quoteattr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from cxstudio.analysis.flow_figures import flow_figures
from cxstudio.errors import UserError
from cxstudio.exchange.event_log import DROP_EVENTS, ONE_ZONE
from cxstudio.exchange.log_mapping import LogColumn, LogMapping, LogRole, propose_log
from cxstudio.exchange.log_table import DAY_FIRST
from cxstudio.exchange.log_times import Clock, clock_of, moment_to_datetime
from cxstudio.exchange.mapping import load_mapping, save_mapping
from cxstudio.exchange.plan import ImportPlan, ImportRequest
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.tables import read_table
from cxstudio.model import Department, Document, Record, Stage, Touchpoint, Transition
from cxstudio.model.kinds import TransitionKind
from cxstudio.wording import texts
from cxstudio.wording.errors import sentence

R = TypeVar("R", bound=Record)
EN, DE = texts("en"), texts("de")
HEAD = "Case ID,Activity,Timestamp"
START = datetime(2026, 1, 5, 8, tzinfo=UTC)
DISTINCT = ("Call", "Form", "Check", "Letter", "Payment", "Complaint")


def log_text(cases: Sequence[Sequence[str]], minutes: int = 60) -> str:
    """A log in which the n-th case begins n days after the first."""
    rows = [
        f"c{number},{name},{(START + timedelta(days=number, minutes=at * minutes)).isoformat()}"
        for number, case in enumerate(cases)
        for at, name in enumerate(case)
    ]
    return "\n".join([HEAD, *rows]) + "\n"


def read_log(text: str, **wanted: Any) -> ImportPlan:
    return read(text=text, reader="event_log", language="en", **wanted)


def of(plan: ImportPlan, kind: type[R]) -> list[R]:
    return [record for record in plan.records if isinstance(record, kind)]


def said(plan: ImportPlan) -> list[str]:
    everything = (*plan.notes, *plan.repairs, *plan.left_out)
    assert all(entry.said(DE) for entry in everything)
    return [entry.said(EN) for entry in everything]


def ways(plan: ImportPlan) -> dict[tuple[str, str], tuple[TransitionKind, float]]:
    """Ways by the names at their ends; an empty target is an end, "!" a drop-out."""
    names = {point.id: point.name for point in of(plan, Touchpoint)}
    found = {}
    for way in of(plan, Transition):
        out = "!" if way.kind is TransitionKind.DROP_OUT else ""
        found[names[way.source], names[way.target] if way.target else out] = (way.kind, way.share or 0.0)
        assert not way.assumed
    return found


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
    assert "Activity: Complaint (1): it happens only in variants that are folded away" in said(plan)
    assert any("The rarest variant (1.6% of the cases) is folded away." in line for line in said(plan))
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
        "Activity,Timestamp": "No column says which case (customer, order, ticket) an event belongs to.",
        "Case ID,Timestamp": "No column says what happened.",
        "Case ID,Activity": "No column says when something happened, so that the order is not known.",
    }
    full = {"Case ID": "c1", "Activity": "Call", "Timestamp": "2026-01-05 08:00"}
    for head, expected in lacking.items():
        row = ",".join(full[name] for name in head.split(","))
        plan = read_log("\n".join([head, row, row, row]))
        assert not plan.records and said(plan)[0] == expected


def test_a_log_without_a_case_column_is_known_by_its_other_headings() -> None:
    plan = read(text="concept:name,time:timestamp\nA,1971-01-01 00:20\nB,1971-01-01 02:04\n", language="en")
    assert plan.source.reader == "event_log" and not plan.records
    assert said(plan)[0].startswith("No column says which case")


def test_times_that_cannot_be_read_take_their_case_out_or_only_themselves() -> None:
    text = log_text([("Call", "Form", "Letter")] * 4).replace("2026-01-06T09:00:00+00:00", "soon")
    plan = read_log(text)
    assert plan.log is not None and plan.log.cases == 3
    assert "Row 6: 1 case: a time cannot be read, for instance “soon”" in said(plan)
    kept = read_request(plan.request.deciding(DROP_EVENTS, True))
    assert kept.log is not None and (kept.log.cases, kept.log.events) == (4, 11)
    assert "Row 6: 1 event: a time cannot be read, for instance “soon”" in said(kept)
    nothing = read_log(f"{HEAD}\nc1,Call,soon\nc1,Form,later\nc2,Call,soon\n")
    assert said(nothing)[0] == "The times cannot be read, so that the order is not known. Row 2: “soon”."
    assert not nothing.records


def test_events_without_case_or_name_are_told() -> None:
    text = log_text([("Call", "Form")] * 3) + ",Call,2026-01-09\nc1,,2026-01-09\n"
    plan = read_log(text)
    assert "Row 8: 1 event: it is not said which case it belongs to" in said(plan)
    assert "Row 9: 1 case: what happened or when is not said" in said(plan)
    assert said(read_log(f"{HEAD}\n,Call,2026-01-09\n", mapping=mapped(0)))[0].startswith("No event says which case")


def test_mixed_time_zones_are_told_and_can_be_settled() -> None:
    text = log_text([("Call", "Form", "Letter")] * 3) + "c1,Check,2026-01-06 08:30\nc9,Call,2026-02-01 08:00\n"
    plan = read_log(text)
    assert plan.log is not None and plan.log.cases == 3
    why = "times with and without a time zone meet in it, so that its order cannot be told"
    assert any(line.endswith(why) for line in said(plan))
    repair = next(repair for repair in plan.repairs if repair.id == ONE_ZONE)
    assert "Rows 11, 12: 2 times name no time zone" in repair.said(EN) and "UTC+00:00" in repair.said(EN)
    settled = read_request(plan.request.deciding(ONE_ZONE, True))
    assert settled.log is not None and (settled.log.cases, settled.log.variants) == (4, 3)
    assert ("Call", "Check") in ways(read_request(settled.request.deciding(ONE_ZONE, True)))
    every = read_log(f"{HEAD}\nc1,Call,2026-01-05T08:00Z\nc1,Form,2026-01-05 09:00\n")
    assert not every.records and said(every)[0].startswith("In every case times with and without a time zone meet")


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
    assert any("gives the order only" in line for line in said(plan))


def test_unclear_dates_can_be_read_the_other_way() -> None:
    plan = read_log(f"{HEAD}\nc1,Call,01/03/2026\nc1,Form,02/02/2026\n")
    assert [point.name for point in of(plan, Touchpoint)] == ["Call", "Form"]
    turned = read_request(plan.request.deciding(DAY_FIRST, True))
    assert [point.name for point in of(turned, Touchpoint)] == ["Form", "Call"]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("2026-03-04T05:06:07.5+02:00", "2026-03-04T03:06:07.500000+00:00"),
        ("2026/03/04 05:06:07.500", "2026-03-04T05:06:07.500000"),
        ("4.3.2026 5:06 Uhr", "2026-03-04T05:06:00"),
        ("04-03-2026:05.06", "2026-04-03T05:06:00"),
        ("3/4/2026 5:06 PM", "2026-03-04T17:06:00"),
        ("3/4/2026 12:06 a.m.", "2026-03-04T00:06:00"),
        ("2026-03-04 05:06 -0130", "2026-03-04T06:36:00+00:00"),
        ("2026-03-04 05:06:07 UTC", "2026-03-04T05:06:07+00:00"),
        ("20260304050607", "2026-03-04T05:06:07"),
        ("0001-01-01", None),
        ("9999-12-31", None),
        ("31.2.2026", None),
        ("2026-03-04 25:00", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_times_as_logs_write_them(cell: str, expected: str | None) -> None:
    moment = Clock().read(cell)
    found = None if moment is None else moment_to_datetime(moment.at, moment.offset is not None).isoformat()
    assert found == expected


def test_numbers_since_1970_are_times() -> None:
    for factor in (1, 1_000, 1_000_000):
        clock = clock_of([str(1_767_600_000 * factor), str(1_767_600_060 * factor)])
        first, second = (clock.read(str(n * factor)) for n in (1_767_600_000, 1_767_600_060))
        assert clock.timed and first is not None and second is not None and second.at - first.at == 60_000_000
    assert not clock_of(["1", "2", "30"]).timed


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


# XES


def xes(body: str) -> str:
    return f'<?xml version="1.0"?><log xmlns="http://www.xes-standard.org/">{body}</log>'


def event(name: str, time: str = "", more: str = "") -> str:
    when = f'<date key="time:timestamp" value="{time}"/>' if time else ""
    return f'<event><string key="concept:name" value={quoteattr(name)}/>{when}{more}</event>'


def test_xes_with_namespaces_nested_attributes_and_globals(tmp_path: Path) -> None:
    nested = '<list key="l"><values><string key="concept:name" value="no"/></values></list>'
    nested += '<string key="org:group" value="Desk"><string key="concept:name" value="nor this"/></string>'
    body = '<global scope="event"><string key="concept:name" value="none"/></global>'
    for day in range(1, 4):
        events = event("Call", f"2026-01-0{day}T08:00:00Z", nested) + event("Form", f"2026-01-0{day}T09:00:00Z")
        body += f'<trace><string key="concept:name" value="same"/>{events}</trace>'
    path = tmp_path / "log.xes.gz"
    path.write_bytes(gzip.compress(xes(body + event("loose")).encode()))
    plan = read(path, language="en")
    assert plan.title == "log" and plan.log is not None
    assert (plan.log.cases, plan.log.events, plan.log.activities) == (3, 6, 2)
    assert [department.name for department in of(plan, Department)] == ["Desk"]
    assert "Outside the cases: 1 event: it is not said which case it belongs to" in said(plan)


def test_xes_keeps_its_order_where_times_are_missing() -> None:
    trace = "<trace>" + event("Form") + event("Call", "2026-01-01T08:00:00Z") + event("Letter") + "</trace>"
    plan = read(text=xes(trace), language="en")
    assert [point.name for point in of(plan, Touchpoint)] == ["Form", "Call", "Letter"]
    assert any("2 events name no time that can be read" in line for line in said(plan))
    untimed = read(text=xes("<trace>" + event("A") + event("B") + "</trace>"), language="en")
    assert untimed.log is not None and untimed.log.first is None and len(ways(untimed)) == 2


def test_xes_can_be_read_by_other_attributes() -> None:
    trace = "<trace>" + event("x", more='<string key="Step" value="Call"/>') + "</trace>"
    mapping = LogMapping(columns=(LogColumn(name="Step", role=LogRole.ACTIVITY),))
    assert [p.name for p in of(read(text=xes(trace), mapping=mapping), Touchpoint)] == ["Call"]


BOMB = '<!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]><log><trace><event>&b;</event></trace></log>'
OUTSIDE = '<!DOCTYPE log [<!ENTITY x SYSTEM "file:///etc/hostname">]><log><trace>&x;</trace></log>'


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        OUTSIDE,
        "<log>",
        "<log/>",
        "<logs><trace/></logs>",
        "<log><trace/></log>",
        "<log>" + "<a>" * 500 + "</a>" * 500 + "</log>",
        '<?xml version="1.0" encoding="klingon"?><log><trace/></log>',
        "<log><trace><event/></trace></log>",
    ],
)
def test_odd_xes_is_refused_in_words(text: str, tmp_path: Path) -> None:
    path = tmp_path / "odd.xes"
    path.write_text(text, encoding="utf-8")
    try:
        plan = read(path)
    except UserError as error:
        assert sentence(error, DE) and sentence(error, EN)
    else:
        assert not plan.records and said(plan)


pieces = st.sampled_from(
    ["<log>", "</log>", "<trace>", "</trace>", "<event>", "</event>", '<date key="time:timestamp" value="2026"/>']
    + [
        '<string key="concept:name" value="A"/>',
        '<string value="&#0;"/>',
        "<!--",
        "&lt;",
        "]]>",
        "\x00",
        "ä",
        '<?xml version="1.1"?>',
    ]
)


@settings(max_examples=60)
@given(st.lists(pieces, max_size=14).map(lambda parts: "<log>" + "".join(parts)) | st.text(max_size=60), st.booleans())
def test_whatever_the_xml_a_person_can_read_the_answer(
    tmp_path_factory: pytest.TempPathFactory, text: str, packed: bool
) -> None:
    path = tmp_path_factory.getbasetemp() / "any.xes"
    data = text.encode("utf-8", "replace")
    path.write_bytes(gzip.compress(data)[: max(12, len(data))] if packed else data)
    try:
        read(path).document()
    except UserError as error:
        assert sentence(error, DE)


cells = st.sampled_from(
    ["", "c1", "c2", "Call", "Form", "2026-01-01", "2026-01-01T08:00+01:00", "soon", "7", "nan", "1e9", "٣"]
)


@settings(max_examples=60)
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


# Laws

logs = st.lists(st.lists(st.sampled_from(DISTINCT), min_size=1, max_size=7).map(tuple), min_size=1, max_size=25)


def shape(plan: ImportPlan) -> object:
    stages = {stage.id: stage.name for stage in of(plan, Stage)}
    return (
        [(point.name, stages[point.stage]) for point in of(plan, Touchpoint)],
        {way: (kind, round(share, 12)) for way, (kind, share) in ways(plan).items()},
        plan.preview.rows,
    )


@settings(max_examples=40)
@given(logs, st.sampled_from((0.0, 0.1, 0.5)))
def test_shares_from_each_touchpoint_add_up_to_one(cases: list[tuple[str, ...]], fold: float) -> None:
    plan = read_log(log_text(cases), mapping=mapped(fold))
    total: dict[str, float] = {}
    for (source, _), (_, share) in ways(plan).items():
        total[source] = total.get(source, 0.0) + share
    assert total == {point.name: pytest.approx(1) for point in of(plan, Touchpoint)}
    document: Document = plan.document()
    arrival = flow_figures(document, plan.records[0].id).arrival
    assert arrival is None or not arrival.assumed


def mapped(fold: float) -> LogMapping:
    columns = zip(HEAD.split(","), (LogRole.CASE, LogRole.ACTIVITY, LogRole.TIME), strict=True)
    return LogMapping(fold=fold, columns=tuple(LogColumn(name=name, role=role) for name, role in columns))


@settings(max_examples=30)
@given(logs, st.randoms(use_true_random=False), st.sampled_from((0.0, 0.1, 0.5)))
def test_the_order_of_cases_changes_nothing(cases: list[tuple[str, ...]], random: Any, fold: float) -> None:
    turned = list(cases)
    random.shuffle(turned)
    assert shape(read_log(log_text(cases), mapping=mapped(fold))) == shape(
        read_log(log_text(turned), mapping=mapped(fold))
    )


@settings(max_examples=30)
@given(logs)
def test_folding_nothing_keeps_everything(cases: list[tuple[str, ...]]) -> None:
    plan = read_log(log_text(cases), mapping=mapped(0))
    assert {point.name for point in of(plan, Touchpoint)} == {name for case in cases for name in case}
    pairs = {pair for case in cases for pair in itertools.pairwise(case)}
    assert {(source, target) for source, target in ways(plan) if target not in {"", "!"}} == pairs


@settings(max_examples=30)
@given(logs, st.floats(0, 0.5))
def test_no_more_is_folded_away_than_was_said(cases: list[tuple[str, ...]], fold: float) -> None:
    plan = read_log(log_text(cases), mapping=mapped(fold))
    kept = {tuple(case) for case in cases}
    for rare in sorted(kept, key=cases.count):
        if any(name not in {p.name for p in of(plan, Touchpoint)} for name in rare):
            kept.discard(rare)
    assert sum(1 for case in cases if case not in kept) <= fold * len(cases) + 1e-6
