"""Mean, quartiles, deviation, interval and agreement against other people's programs."""

from __future__ import annotations

import statistics

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxstudio.analysis.statistics.answer_counts import Table
from cxstudio.analysis.statistics.descriptive import agreement, delta_summary, summary
from cxstudio.analysis.statistics.method_options import USUAL

ANSWERS = st.lists(st.integers(1, 10), min_size=1, max_size=60)


def table(answers: list[int]) -> Table:
    made = Table()
    for answer in answers:
        made.add(answer, 1, -20, 20)
    return made


@given(ANSWERS)
def test_a_summary_is_what_numpy_and_the_standard_library_say(answers: list[int]) -> None:
    found = summary(table(answers))
    assert found is not None
    assert found.n == len(answers)
    assert found.mean == pytest.approx(statistics.fmean(answers))
    quartiles = numpy.quantile(answers, (0.25, 0.5, 0.75))
    assert [found.lower_quartile, found.median, found.upper_quartile] == pytest.approx(list(quartiles))
    assert (found.lowest, found.highest) == (min(answers), max(answers))
    if len(answers) > 1:
        assert found.deviation == pytest.approx(statistics.stdev(answers))
    else:
        assert found.deviation is None


@given(st.lists(st.integers(-6, 6), min_size=10, max_size=80))
def test_a_survey_gets_the_usual_t_interval_cut_at_the_scale(deltas: list[int]) -> None:
    found = delta_summary(table(deltas), 6, survey=True, options=USUAL)
    assert found is not None and found.interval is not None
    low, high = found.interval
    if found.deviation:
        error = stats.sem(deltas)
        theirs = stats.t.interval(0.95, len(deltas) - 1, loc=found.mean, scale=error)
        assert (low, high) == pytest.approx((max(-6, theirs[0]), min(6, theirs[1])))
    else:
        assert low == high == found.mean


def test_few_answers_and_discussions_get_no_interval() -> None:
    nine, ten = [1, 2, 3] * 3, [1, 2, 3] * 3 + [2]
    for answers, survey in ((nine, True), (ten, False)):
        found = delta_summary(table(answers), 6, survey=survey, options=USUAL)
        assert found is not None and found.interval is None


@given(ANSWERS)
def test_agreement_is_one_minus_observed_over_even_variance(answers: list[int]) -> None:
    found = agreement(summary(table(answers)), 10)
    if len(answers) < 2:
        assert found is None
    else:
        assert found == pytest.approx(max(0, 1 - statistics.variance(answers) / ((100 - 1) / 12)))


def test_nobody_answered_means_no_figure() -> None:
    assert summary(Table(skipped=4)) is None
    assert agreement(None, 7) is None
