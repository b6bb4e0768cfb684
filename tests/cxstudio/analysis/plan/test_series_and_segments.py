"""Usual variation of measured values, and totals over segments."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.statistics.usual_variation import NoLimits, natural_limits, newest_value
from cxstudio.analysis.statistics.weighted_total import weighted_total

values = st.lists(st.integers(-1000, 1000).map(float), min_size=2, max_size=20)


@given(values, st.integers(-50, 50), st.integers(1, 9))
def test_limits_move_and_stretch_with_the_unit(series: list[float], by: int, times: int) -> None:
    plain, other = natural_limits(series), natural_limits([times * value + by for value in series])
    told = (plain.mean, plain.low, plain.high)
    assert (other.mean, other.low, other.high) == pytest.approx([times * end + by for end in told])


@given(values)
def test_the_newest_value_moves_no_limits(series: list[float]) -> None:
    far = newest_value([*series, 10**6])
    assert far is not None and far.earlier == len(series)
    if len(series) < 8:
        assert far.limits is None and far.without is NoLimits.FEW_VALUES and not far.signal and far.by_chance is None
    else:
        assert far.limits == natural_limits(series) and far.signal


def test_without_enough_alike_values_there_are_no_limits() -> None:
    assert newest_value([]) is None
    nine = [5.0, 6.0, 5.0, 6.0, 5.0, 6.0, 5.0, 6.0, 30.0]
    alike, apart = newest_value(nine, [100, None, *[150] * 7]), newest_value(nine, [100, *[201] * 8])
    assert alike is not None and alike.signal and alike.by_chance == 0.03
    assert apart is not None and apart.without is NoLimits.SIZES_DIFFER and not apart.signal
    with pytest.raises(ValueError, match="two values"):
        natural_limits([1.0])


@pytest.mark.parametrize("earlier", [8, 12])
def test_so_many_values_lie_outside_by_chance(earlier: int) -> None:
    chance = random.Random(7)
    found = [newest_value([chance.gauss(0, 1) for _ in range(earlier + 1)]) for _ in range(20000)]
    outside = sum(one is not None and one.signal for one in found) / len(found)
    assert found[0] is not None and found[0].by_chance == pytest.approx(outside, abs=0.006)


def test_a_total_of_one_segment_is_that_segment() -> None:
    assert weighted_total([2.5], [0.04], [1.0]).error == pytest.approx(0.2)
    for means, shares in (([1.0], [0.9]), ([1.0, 2.0], [1.0]), ([], [])):
        with pytest.raises(ValueError, match="share"):
            weighted_total(means, [0.1] * len(means), shares)
