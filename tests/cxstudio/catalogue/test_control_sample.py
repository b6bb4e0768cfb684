"""The sample half a year on: every verdict of the story by hand, in both languages and on any day it is made."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

import pytest

from cxstudio.analysis.change.change_values import TargetState
from cxstudio.analysis.change.control_figures import control_figures, usual_pair
from cxstudio.analysis.change.measured_series import judged_series, series_of
from cxstudio.analysis.measures.decision_standing import ConditionState, condition_state, holding_decision
from cxstudio.analysis.measures.measure_standing import standings
from cxstudio.catalogue.samples import sample
from cxstudio.catalogue.samples.lindenfurt import JOURNEY
from cxstudio.documents.changes_sheet import changes_html, changes_pdf
from cxstudio.edits import derive_journey, target_round
from cxstudio.layout.charts.change_chart import change_data, lay_out
from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.model import CustomerChange, Decision, Measure
from cxstudio.model.kinds import DecisionResult, MeasureStatus
from cxstudio.store import Draft
from cxstudio.wording import texts

TOLD = date(2026, 11, 2)
STORY = {
    "m1-target1": TargetState.MET,
    "m1-target2": TargetState.MISSED,
    "m2-target1": TargetState.MET,
    "m3-target1": TargetState.MISSED,
    "m3-target2": TargetState.CANNOT_BE_TOLD,
    "m4-target1": TargetState.CANNOT_BE_TOLD,
    "m5-target1": TargetState.CANNOT_BE_TOLD,
    "m6-target1": TargetState.MET,
}
MEANS = {2: 4.2, 4: 4.9, 5: 5.4, 8: 4.8, 9: 4.4, 12: 3.4, 14: 5.6}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_verdict_of_the_story(language: str) -> None:
    document = sample("control", language).document
    pair = usual_pair(document, JOURNEY)
    assert pair == ("round1", "round3")
    found = control_figures(document, *pair, TOLD)
    assert {one.target: one.state for one in found.outcomes} == STORY
    after = {row.touchpoint: row.change for row in found.rows}
    assert {n: round(after[f"t{n:02}"].after, 1) for n in MEANS} == MEANS
    others = [change for touchpoint, change in after.items() if int(touchpoint[1:]) not in MEANS]
    assert all(abs(change.difference) <= 0.2 for change in others)
    assert found.critical_before == ("t04", "t08", "t12") and "t12" in found.critical_after
    assert set(found.worse) == {"t06", "t07"} and found.changes.raters_knew_measures


@pytest.mark.parametrize("language", ["de", "en"])
def test_customers_are_told_what_came_of_it_without_a_figure_of_a_few(language: str) -> None:
    document = sample("control", language).document
    told = document.all(CustomerChange)
    for change in told:
        status = document.get(Measure, change.measure or "").status
        assert bool(change.done) or status is not MeasureStatus.DONE
        assert change.still_open or status is MeasureStatus.DONE
    page = unescape(changes_html(document, language, TOLD).decode())
    assert len(told) == 6 and all(change.said in page for change in told)
    paragraphs = re.findall(r"<p>(.*?)</p>", page)
    assert "46" in paragraphs[0] and not re.search(r"\d", "".join(c.done + c.still_open for c in told))
    assert changes_pdf(document, language, TOLD).pages == 1


def test_september_is_a_signal_of_the_calls() -> None:
    document = sample("control", "de").document
    judged = judged_series(series_of(document, "m1-target2"))
    assert [judged.values[n].day.month for n in judged.signals] == [9, 10]


def test_the_decision_of_april_is_kept_with_its_condition() -> None:
    document = sample("control", "de").document
    first, third = holding_decision(document, "m1"), holding_decision(document, "m3")
    assert first is not None and first.result is DecisionResult.WITH_CONDITION
    assert condition_state(first, TOLD) is ConditionState.MET
    assert third is not None and third.result is DecisionResult.APPROVED
    unmet = first.model_copy(update={"condition_met": None})
    assert condition_state(unmet, date(2026, 5, 31)) is ConditionState.OPEN
    assert condition_state(unmet, date(2026, 6, 1)) is ConditionState.LATE
    assert condition_state(document.all(Decision)[0], TOLD) is ConditionState.NONE
    assert holding_decision(document, "m4") is None


@pytest.mark.parametrize("today", [date(2027, 1, 1), date(2028, 2, 29), date(2027, 3, 30), date(2027, 8, 31)])
def test_the_story_holds_on_any_day_it_is_made(today: date) -> None:
    document = sample("control", "de", today=today).document
    pair = usual_pair(document, JOURNEY)
    assert pair is not None
    assert {one.target: one.state for one in control_figures(document, *pair, today).outcomes} == STORY
    assert len(series_of(document, "m1-target2")) == 10
    late = [m for m, standing in standings(document, today).items() if standing.overdue]
    assert set(late) <= {"m3"} and len(document.all(Measure)) == 6


def test_where_the_to_be_curve_and_a_target_differ_both_are_there_and_the_targets_is_judged() -> None:
    draft = Draft(sample("control", "de").document)
    later = derive_journey(draft, JOURNEY)
    twin = next(t.id for t in draft.document.journey_touchpoints(later) if t.counterpart == "t08")
    target_round(draft, later, {twin: {"experience": 6}}, scale=7)
    pair = usual_pair(draft.document, JOURNEY)
    assert pair is not None
    found = control_figures(draft.document, *pair, TOLD)
    row = next(row for row in found.rows if row.touchpoint == "t08")
    assert (row.goal, row.aimed) == (4.5, 6.0) and row.outcome is not None and row.outcome.state is TargetState.MET
    data = change_data(draft.document, found, ("1", "3"), texts("de"))
    assert "gewünscht 4,5, Kurve der Ziel-Reise 6,0" in data.rows[0].spoken
    assert lay_out(data, ChartStyle(700, 500, texts("de"), framed=False)).records[0] == "t08"
