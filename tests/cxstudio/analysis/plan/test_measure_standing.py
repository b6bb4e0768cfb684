"""How measures stand: numbers, overdue, at risk and circles of dependencies, as laws over any plan and any day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.measures.measure_standing import (
    LastStandings,
    Standing,
    is_open,
    is_overdue,
    plan_numbers,
    standings,
)
from cxstudio.model import Document, Journey, Measure
from cxstudio.model.kinds import MeasureStatus

TODAY = date(2026, 6, 15)
days = st.none() | st.integers(-40, 40).map(lambda n: TODAY + timedelta(n))


@st.composite
def plans(draw: st.DrawFn) -> Document:
    ids = [f"m{n}" for n in range(draw(st.integers(0, 6)))]
    return Document(
        Measure(
            id=one,
            title=one,
            order=draw(st.sampled_from(["a0", "a1", "a2"])),
            start=draw(days),
            due=draw(days),
            status=draw(st.sampled_from(MeasureStatus)),
            progress=draw(st.integers(0, 100)),
            depends_on=tuple(draw(st.lists(st.sampled_from(ids), max_size=3, unique=True))),
        )
        for one in ids
    )


def put(document: Document, measure: str, **values: object) -> Document:
    return document.evolve([document.get(Measure, measure).model_copy(update=values)])


def one(**values: object) -> Standing:
    """How a plan's only measure stands: half of a month is over."""
    usual = {"start": TODAY - timedelta(10), "due": TODAY + timedelta(10), "progress": 40, "status": "running"}
    return standings(Document([Measure(id="m", title="Call back", **(usual | values))]), TODAY)["m"]


def reachable(document: Document) -> set[tuple[str, str]]:
    """Who waits for whom, directly or by way of others; slow and plain."""
    active = {m.id: m for m in document.all(Measure) if is_open(m)}
    found = {(m.id, other) for m in active.values() for other in m.depends_on if other in active}
    for through, start, end in product(active, repeat=3):
        if (start, through) in found and (through, end) in found:
            found.add((start, end))
    return found


@given(plans())
def test_numbers_are_the_places_in_the_plan(document: Document) -> None:
    listed = document.all(Measure)
    assert [plan_numbers(document)[m.id] for m in listed] == list(range(1, len(listed) + 1))
    assert {i: s.number for i, s in standings(document, TODAY).items()} == plan_numbers(document)


@given(plans())
def test_a_measure_is_overdue_or_at_risk_never_both_and_neither_once_it_is_over(document: Document) -> None:
    for measure, standing in standings(document, TODAY).items():
        record = document.get(Measure, measure)
        assert not (standing.overdue and standing.at_risk)
        assert standing.overdue == is_overdue(record, TODAY)
        assert is_open(record) or standing == Standing(standing.number, False, False, False)


@given(plans())
def test_who_waits_for_an_overdue_one_is_at_risk_and_who_waits_for_itself_goes_round(document: Document) -> None:
    found, waits = standings(document, TODAY), reachable(document)
    for measure, standing in found.items():
        assert standing.in_cycle == ((measure, measure) in waits)
        if not standing.overdue and any(found[other].overdue for start, other in waits if start == measure):
            assert standing.at_risk


@given(plans(), st.data())
def test_progress_never_brings_a_risk(document: Document, data: st.DataObject) -> None:
    before = standings(document, TODAY)
    for measure in before:
        known = document.get(Measure, measure).progress
        further = put(document, measure, progress=data.draw(st.integers(known, 100)))
        assert standings(further, TODAY)[measure].at_risk <= before[measure].at_risk


@given(plans(), st.integers(0, 60))
def test_what_is_overdue_stays_so_until_something_is_done(document: Document, later: int) -> None:
    now, then = standings(document, TODAY), standings(document, TODAY + timedelta(later))
    assert all(then[m].overdue for m, standing in now.items() if standing.overdue)


@given(plans(), st.data())
def test_a_finished_measure_holds_up_nobody(document: Document, data: st.DataObject) -> None:
    for measure in plan_numbers(document):
        over = put(document, measure, status=data.draw(st.sampled_from([MeasureStatus.DONE, MeasureStatus.DROPPED])))
        without = over.evolve(drop=[measure])
        rest = {m: (s.overdue, s.at_risk, s.in_cycle) for m, s in standings(over, TODAY).items() if m != measure}
        assert rest == {m: (s.overdue, s.at_risk, s.in_cycle) for m, s in standings(without, TODAY).items()}


@pytest.mark.parametrize(
    ("values", "at_risk"),
    [
        ({}, False),
        ({"progress": 31}, False),
        ({"progress": 30}, True),
        ({"due": TODAY + timedelta(14), "start": TODAY - timedelta(14), "progress": 30}, True),
        ({"due": TODAY + timedelta(15), "start": TODAY - timedelta(15), "progress": 30}, False),
        ({"due": TODAY, "progress": 80}, True),
        ({"due": TODAY, "progress": 81}, False),
        ({"due": TODAY - timedelta(1), "progress": 0}, False),
        ({"start": None, "progress": 0}, False),
        ({"start": TODAY + timedelta(1), "progress": 0}, False),
        ({"start": TODAY, "due": TODAY, "progress": 0}, False),
        ({"start": TODAY + timedelta(12), "due": TODAY + timedelta(5), "progress": 0}, False),
        ({"progress": 0, "status": "done"}, False),
    ],
)
def test_due_within_fourteen_days_and_twenty_points_behind(values: dict[str, object], at_risk: bool) -> None:
    assert one(**values).at_risk is at_risk


def test_due_today_is_not_overdue() -> None:
    assert not one(due=TODAY).overdue
    assert one(due=TODAY - timedelta(1)).overdue


@given(
    plans(), st.lists(st.tuples(st.integers(0, 5), st.sampled_from(MeasureStatus), days, st.integers(0, 3)), max_size=6)
)
def test_what_was_asked_last_is_never_told_of_another_plan_or_day(
    plan: Document, steps: list[tuple[int, MeasureStatus, date | None, int]]
) -> None:
    last = LastStandings()
    for number, status, due, later in steps:
        if f"m{number}" in plan:
            plan = put(plan, f"m{number}", status=status, due=due)
        else:
            plan = plan.evolve([Journey(id=f"j{number}", title="Moving")])
        day = TODAY + timedelta(later)
        assert last.of(plan, day) == standings(plan, day)
        assert last.of(plan.evolve(), day) == standings(plan, day)
