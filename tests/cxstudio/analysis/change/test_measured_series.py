"""Measured values of a figure of one's own: who judges its target, and what stands out of a series."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.change.change_values import Doubt, TargetOutcome, TargetState
from cxstudio.analysis.change.measured_series import judged_series, measured_outcome, series_of
from cxstudio.model import Document, Measure, MeasuredValue, Target
from cxstudio.model.kinds import MeasureStatus, TargetFigure
from cxstudio.wording import texts
from cxstudio.wording.findings.change_findings import target_sentence

MET, MISSED, UNTOLD = TargetState.MET, TargetState.MISSED, TargetState.CANNOT_BE_TOLD
CALLS = (0.92, 0.88, 0.91, 0.90, 0.93, 0.89, 0.90, 0.87, 0.62, 0.55)
DROP_OUT = (38, 37, 39, 38, 36, 27, 20, 19, 20, 19)


def month_end(month: int) -> date:
    return date(2026, month + 1, 1) - timedelta(days=1)


def project(values: Sequence[float], status: MeasureStatus = MeasureStatus.RUNNING, **target: Any) -> Document:
    goal = {"id": "g", "measure": "m", "figure": TargetFigure.OWN, "label": "Calls per case", **target}
    series = (MeasuredValue(id=f"v{n}", target="g", day=month_end(n + 1), value=v) for n, v in enumerate(values))
    return Document([Measure(id="m", title="M", status=status), Target(**goal), *series])


def outcome(document: Document) -> TargetOutcome:
    return measured_outcome(document, document.get(Measure, "m"), document.get(Target, "g"))


@pytest.mark.parametrize(
    ("values", "target", "state", "doubt"),
    [
        (DROP_OUT, {"from_value": 38.0, "to_value": 20.0, "by": month_end(7)}, MET, None),
        (CALLS, {"from_value": 0.9, "to_value": 0.5, "by": month_end(9)}, MISSED, None),
        (CALLS[:8], {"from_value": 0.9, "to_value": 0.5, "by": month_end(9)}, UNTOLD, Doubt.TOO_EARLY),
        (CALLS[:8], {"from_value": 0.9, "to_value": 0.89, "by": month_end(9)}, MET, None),
        (CALLS, {"to_value": 0.6, "by": month_end(10)}, MET, None),
        (CALLS[:1], {"to_value": 0.6}, UNTOLD, Doubt.NO_START),
        (CALLS, {"from_value": 0.9}, UNTOLD, Doubt.NO_GOAL),
        ((), {"from_value": 0.9, "to_value": 0.5}, UNTOLD, Doubt.NOT_MEASURED),
        ((5.6,), {"to_value": 5.4, "at_least": True, "by": month_end(2)}, UNTOLD, Doubt.NOT_DUE),
        ((5.2, 5.6), {"to_value": 5.4, "at_least": True, "by": month_end(2)}, MET, None),
        ((5.6, 5.2), {"to_value": 5.4, "at_least": True, "by": month_end(2)}, MISSED, None),
        ((5.6, 5.2), {"to_value": 5.4, "at_least": True}, MISSED, None),
        ((-12.0, -41.0), {"to_value": -40.0, "unit": "%"}, MET, None),
    ],
)
def test_measured_values_say_met_missed_or_cannot_be_told(
    values: Sequence[float], target: dict[str, Any], state: TargetState, doubt: Doubt | None
) -> None:
    found = outcome(project(values, **target))
    assert (found.state, found.doubt, found.round) == (state, doubt, None)


def test_a_measure_that_was_given_up_is_not_judged() -> None:
    found = outcome(project(CALLS, MeasureStatus.DROPPED, from_value=0.9, to_value=0.5))
    assert found.doubt is Doubt.DROPPED


def test_the_sentence_names_the_value_at_its_date_and_the_newest() -> None:
    document = project(CALLS, from_value=0.9, to_value=0.5, by=month_end(9))
    said = target_sentence(document, outcome(document), texts("en"))
    assert said == ("Calls per case 0.62 (30 Sep 2026), wanted 0.5: target missed; newest value 0.55 (31 Oct 2026).")


def test_september_stands_out_of_the_calls() -> None:
    judged = judged_series(series_of(project(CALLS), "g"))
    assert judged.signals[0] == 8 and judged.newest is not None and judged.newest.value == 0.55


@given(st.lists(st.integers(0, 50), min_size=1, max_size=14), st.integers(1, 6), st.integers(0, 50), st.booleans())
def test_later_values_change_no_verdict_once_the_date_has_come(
    values: list[int], due: int, goal: int, less: bool
) -> None:
    start = 60.0 if less else -10.0
    target = {"from_value": start, "to_value": float(goal), "by": month_end(due)}
    known = [float(v) for v in values[:11]]
    found, cut = (outcome(project(series, **target)) for series in (known, known[:due]))
    if len(known) > due:
        assert (found.state, found.doubt) == (cut.state, cut.doubt)
    else:
        assert found.state is not MISSED or len(known) == due
