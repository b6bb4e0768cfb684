"""Our t quantile against SciPy, which only the tests carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from cxstudio.analysis.statistics.student_t import t_below, t_quantile


@pytest.mark.parametrize("freedom", [1, 2, 3, 5, 8, 9, 11, 20, 45, 137, 1000, 99_999])
@pytest.mark.parametrize("probability", [0.001, 0.025, 0.2, 0.5, 0.6, 0.9, 0.975, 0.995, 0.9999])
def test_quantiles_agree_with_scipy(freedom: int, probability: float) -> None:
    assert t_quantile(probability, freedom) == pytest.approx(stats.t.ppf(probability, freedom), rel=1e-9, abs=1e-12)


@given(st.floats(1, 500), st.floats(-40, 40))
def test_the_distribution_agrees_with_scipy(freedom: float, value: float) -> None:
    assert t_below(value, freedom) == pytest.approx(stats.t.cdf(value, freedom), rel=1e-8, abs=1e-12)


@pytest.mark.parametrize(("probability", "freedom"), [(0, 5), (1, 5), (0.9, 0)])
def test_what_has_no_quantile_is_refused(probability: float, freedom: float) -> None:
    with pytest.raises(ValueError, match="inside"):
        t_quantile(probability, freedom)
