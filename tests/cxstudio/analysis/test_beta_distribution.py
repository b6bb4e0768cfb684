"""Our beta quantile against SciPy, which only the tests carry, and the intervals made of it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cxstudio.analysis.statistics.beta_distribution import below, quantile
from cxstudio.analysis.statistics.interval import Counts, mean_difference, mean_interval
from tests.examples import examples

parameters = st.floats(-2, 5.5).map(lambda power: 10**power)
answers = st.dictionaries(st.integers(-6, 6), st.integers(1, 400), min_size=1)


@settings(max_examples=examples(300), deadline=None)
@given(parameters, parameters, st.sampled_from([0.001, 0.025, 0.2, 0.5, 0.975, 0.999]))
def test_quantiles_agree_with_scipy(a: float, b: float, probability: float) -> None:
    assert quantile(probability, a, b) == pytest.approx(stats.beta.ppf(probability, a, b), rel=1e-7, abs=1e-10)


@settings(max_examples=examples(200), deadline=None)
@given(parameters, parameters, st.floats(0, 1))
def test_the_distribution_agrees_with_scipy(a: float, b: float, x: float) -> None:
    assert below(x, a, b) == pytest.approx(stats.beta.cdf(x, a, b), rel=1e-7, abs=1e-10)


@pytest.mark.parametrize(("probability", "a", "b"), [(0, 1, 1), (1, 1, 1), (0.5, 0, 1), (0.5, 1, -1)])
def test_what_has_no_quantile_is_refused(probability: float, a: float, b: float) -> None:
    with pytest.raises(ValueError, match="inside"):
        quantile(probability, a, b)


def counts_of(given: dict[int, int]) -> Counts:
    return tuple(sorted(given.items()))


@settings(max_examples=examples(150), deadline=None)
@given(answers)
def test_an_interval_holds_the_mean_and_stays_on_the_scale(given: dict[int, int]) -> None:
    counts = counts_of(given)
    mean = sum(v * n for v, n in counts) / sum(n for _, n in counts)
    low, high = mean_interval(counts, -6, 6)
    assert -6 <= low <= mean + 1e-12 and mean - 1e-12 <= high <= 6 and low <= high


@settings(max_examples=examples(60), deadline=None)
@given(answers)
def test_ten_times_the_answers_never_widen_an_interval(given: dict[int, int]) -> None:
    counts = counts_of(given)
    low, high = mean_interval(counts, -6, 6)
    more_low, more_high = mean_interval(tuple((v, 10 * n) for v, n in counts), -6, 6)
    assert more_high - more_low <= high - low + 1e-9


@settings(max_examples=examples(60), deadline=None)
@given(answers, answers)
def test_a_difference_turns_its_sign_with_its_sides(first: dict[int, int], second: dict[int, int]) -> None:
    one, other = counts_of(first), counts_of(second)
    if min(sum(first.values()), sum(second.values())) < 2:
        with pytest.raises(ValueError, match="two answers"):
            mean_difference(one, other, -6, 6)
        return
    low, high = mean_difference(one, other, -6, 6)
    assert mean_difference(other, one, -6, 6) == pytest.approx((-high, -low))
