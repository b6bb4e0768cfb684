"""Dates with slashes: read as they were written, or asked about; never turned round without a word."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange.lists.measured_values import read_series
from cxstudio.exchange.mapping_files import mapping_from_json
from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.tables.day_order import cell_day, day_order
from cxstudio.model import Measure, Note, Round, Touchpoint
from cxstudio.wording import texts
from tests.cxstudio.exchange.test_surveys import EN, of

WRITTEN = {True: "{0.day:02}/{0.month:02}/{0.year}", False: "{0.month}/{0.day}/{0.year} 10:15"}
COMPLAINTS = """Ticket,Date,Touchpoint,Text
1,03/04/2026,Hotline,slow
2,05/06/2026,Hotline,slow again
3,07/06/2026,Bill,wrong
"""
MEASURES = "Measure,Owner,Due\nCall back,Sales,03/04/2026\nNew form,IT,05/04/2026\n"
ANSWERS = [f"{n},0{n % 5 + 1}/04/2026,{n % 5 + 1},good work {n}" for n in range(20)]
SURVEY = "\n".join(["Id,Date,Website,Comment", *ANSWERS])


@given(st.lists(st.dates(date(2024, 1, 1), date(2027, 12, 31)), min_size=1, max_size=12), st.booleans())
def test_days_are_read_as_written_or_asked_about(days: list[date], day_first: bool) -> None:
    cells = [WRITTEN[day_first].format(day) for day in days]
    for language in ("de", "en"):
        order = day_order(cells, language)
        if order.example:
            assert cell_day(order.example, True) != cell_day(order.example, False)
        else:
            assert [cell_day(cell, order.day_first) for cell in cells] == days
        assert day_order(cells, language, chosen=day_first).day_first is day_first
    other = [f"{day:%Y-%m-%d}" for day in days] + [f"{day:%d.%m.%Y}" for day in days]
    assert not day_order(other, "en").example


def last_days(plan: ImportPlan) -> list[date | None]:
    return [r.due for r in of(plan, Measure)] or [r.day for r in of(plan, Round)]


@pytest.mark.parametrize("text", [COMPLAINTS, MEASURES, SURVEY])
def test_lists_complaints_and_surveys_ask(text: str) -> None:
    plan = read(text=text)
    doubt = next(doubt for doubt in plan.doubts if doubt.id == "day-order")
    assert {choice.option for choice in doubt.choices} == {"--accept day-first", "--accept month-first"}
    both = [read_request(replace(plan.request, mapping=choice.mapping)) for choice in doubt.choices]
    assert not any(doubt.id == "day-order" for each in both for doubt in each.doubts)
    assert last_days(plan) == last_days(both[0])
    assert [note.said(EN) for note in plan.notes] == [note.said(EN) for note in both[0].notes]
    if text != COMPLAINTS:
        assert last_days(both[0]) != last_days(both[1])
    else:
        counted = [[p.complaints_per_month for p in of(each, Touchpoint)] for each in both]
        assert counted[0] != counted[1]
    again = mapping_from_json(doubt.choices[0].mapping.to_json(), "m.json")
    assert again.day_first is doubt.choices[0].mapping.day_first


def test_comments_of_a_survey_keep_the_day_chosen() -> None:
    plan = read(text=SURVEY)
    doubt = next(doubt for doubt in plan.doubts if doubt.id == "day-order")
    days = {option: {note.said_on for note in of(chosen, Note)} for option, chosen in (
        (choice.option, read_request(replace(plan.request, mapping=choice.mapping))) for choice in doubt.choices
    )}  # fmt: skip
    assert date(2026, 4, 1) in days["--accept day-first"] and date(2026, 1, 4) in days["--accept month-first"]


def test_measured_values_by_the_month_are_months_in_either_order() -> None:
    for heads in (["1/1/2026", "2/1/2026", "3/1/2026"], ["01/01/2026", "01/02/2026", "01/03/2026"]):
        (found,) = read_series([heads, ["1", "2", "3"]], texts("en"), date(2026, 10, 20))
        assert list(found.values) == [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)]
    (found,) = read_series([["1/31/2026", "2/28/2026"], ["1", "2"]], texts("en"), date(2026, 10, 20))
    assert list(found.values) == [date(2026, 1, 31), date(2026, 2, 28)]


def test_complaints_with_the_month_first_are_known_as_such() -> None:
    rows = "".join(f"{n},3/{n + 12}/2026,Hotline,slow {n}\n" for n in range(1, 12))
    plan = read(text=f"Ticket,Date,Touchpoint,Text\n{rows}")
    assert plan.source.reader == "complaints" and not plan.doubts
    assert [p.complaints_per_month for p in of(plan, Touchpoint)] == [11]
