"""Mean, quartiles, deviation, interval and agreement against other people's programs."""

from __future__ import annotations

import statistics

import numpy
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.statistics.answer_counts import Table
from cxstudio.analysis.statistics.descriptive import agreement, delta_summary, summary
from cxstudio.analysis.statistics.interval import mean_interval
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


def test_few_answers_and_discussions_get_no_interval() -> None:
    four, five = [1, 2, 3, 2], [1, 2, 3, 2, 2]
    for answers, survey in ((four, True), (five, False)):
        found = delta_summary(table(answers), (-6, 6), survey=survey, options=USUAL)
        assert found is not None and found.interval is None
    told = delta_summary(table(five), (-6, 6), survey=True, options=USUAL)
    assert told is not None and told.interval == mean_interval(told.counts, -6, 6)


@given(ANSWERS)
def test_agreement_is_one_minus_observed_over_even_variance(answers: list[int]) -> None:
    found = agreement(summary(table(answers)), 10)
    if len(answers) < 2:
        assert found is None
    else:
        assert found == pytest.approx(max(0, 1 - statistics.variance(answers) / ((100 - 1) / 12)))
        of_differences = agreement(summary(table(answers)), 10, differences=True)
        assert of_differences == pytest.approx(max(0, 1 - statistics.variance(answers) / ((100 - 1) / 6)))


def test_nobody_answered_means_no_figure() -> None:
    assert summary(Table(skipped=4)) is None
    assert agreement(None, 7) is None
