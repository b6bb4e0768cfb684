"""Ranges, payback and pools of cost as laws over any amounts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.money.estimate import Estimate, exactly, product, total
from cxstudio.analysis.money.payback import payback
from cxstudio.analysis.money.pools import Pool, Saving, benefit, independent_benefit, pool_benefit
from cxstudio.analysis.money.shown_money import changed_share, shown_sum

amounts = st.integers(0, 10**6).map(float)
estimates = st.builds(
    lambda ends, assumed: Estimate(min(ends), max(ends), assumed), st.tuples(amounts, amounts), st.booleans()
)
HOTLINE, FORM = Pool("hotline", "calls"), Pool("form", "drop-outs")


def saving(measure: str, pool: Pool, amount: float, *, contained: bool = False, assumed: bool = True) -> Saving:
    return Saving(measure, pool, exactly(amount, assumed=assumed), contained)


savings = st.lists(
    st.builds(Saving, st.sampled_from("abc"), st.sampled_from([HOTLINE, FORM]), estimates, st.booleans()), max_size=5
)


def test_the_sample_adds_up() -> None:
    """Measure 5 saves calls that measure 1 saves already; as long as nobody says so, it is a range."""
    pools = {HOTLINE: exactly(43200.0)}
    first, form, message = saving("1", HOTLINE, 19200), saving("2", FORM, 10368), saving("5", HOTLINE, 12960)
    assert benefit([first, form, message], pools) == Estimate(29568, 42528, assumed=True)
    message = saving("5", HOTLINE, 12960, contained=True)
    assert benefit([first, form, message], pools) == exactly(29568, assumed=True)
    paid = payback(exactly(32000), exactly(6900), benefit([first, form, message], pools))
    assert paid.best == paid.worst == pytest.approx(16.94, abs=0.01) and paid.assumed


@given(st.lists(estimates, max_size=6))
def test_a_sum_is_the_same_in_any_order_and_marked_by_one_assumption(found: list[Estimate]) -> None:
    assert total(found) == total(found[::-1])
    assert total(found).assumed == product(found).assumed == any(one.assumed for one in found)
    assert total(found).plain == all(one.plain for one in found)


@given(estimates, estimates, st.integers(0, 4), st.integers(0, 4))
def test_what_lies_in_a_range_stays_in_the_range_worked_out(a: Estimate, b: Estimate, at: int, to: int) -> None:
    x, y = a.low + (a.high - a.low) * at / 4, b.low + (b.high - b.low) * to / 4
    for found, value in ((a + b, x + y), (a - b, x - y), (a * b, x * y)):
        slack = 1e-9 * max(1.0, abs(value))
        assert found.low - slack <= value <= found.high + slack


@given(estimates, estimates, estimates)
def test_payback_ends_where_costs_and_benefit_are_even(once: Estimate, cost: Estimate, gain: Estimate) -> None:
    found = payback(once, cost, gain)
    assert found.assumed == (once.assumed or cost.assumed or gain.assumed)
    assert (found.worst is None) == (gain.low <= cost.high)
    if found.worst is not None:
        assert found.best is not None and found.best <= found.worst
        assert found.net_after(found.worst).low == pytest.approx(0, abs=1e-3)
    assert found.net_after(0) == Estimate(-once.high, -once.low, found.assumed)


@given(savings, amounts)
def test_measures_together_save_no_less_than_the_best_and_no_more_than_the_pool(
    found: list[Saving], pool: float
) -> None:
    here = [one for one in found if one.pool is HOTLINE]
    together = pool_benefit(here, exactly(pool))
    assert together.high <= pool
    assert all(
        min(pool, one.amount.low) <= together.low and min(pool, one.amount.high) <= together.high for one in here
    )
    assert together.high <= sum(one.amount.high for one in here)
    assert benefit(here, {HOTLINE: exactly(pool)}) == together or not here
    if pool and here and all(one.amount.plain and not one.contained for one in here):
        alone = independent_benefit((one.amount.low for one in here), pool)
        assert together.low - 1e-6 <= alone <= together.high + 1e-6


@given(st.floats(-1e9, 1e9, allow_nan=False))
def test_sums_are_shown_to_the_nearest_hundred_and_say_so(value: float) -> None:
    told = shown_sum(value)
    assert abs(told.value - value) <= (50 if abs(value) >= 1000 else 0.5) + 1e-6
    assert str(told.value) != "-0.0" and shown_sum(told.value) == type(told)(told.value, about=False)
    if abs(value) < 1000:
        assert not told.about


def test_what_is_said_about_sums_and_shares() -> None:
    assert (shown_sum(29568).value, shown_sum(29568).about) == (29600, True)
    assert (shown_sum(43200).value, shown_sum(43200).about) == (43200, False)
    assert (shown_sum(65050).value, shown_sum(-65050).value) == (65100, -65100)
    assert changed_share(0, 5).per_cent is None


@pytest.mark.parametrize("ends", [(2, 1), (0, float("inf")), (float("nan"), 1)])
def test_what_is_no_range_is_refused(ends: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="estimate"):
        Estimate(*ends)
    with pytest.raises(ValueError, match="less than nothing"):
        payback(exactly(-1), exactly(0), exactly(1))
    with pytest.raises(ValueError, match="empty pool"):
        independent_benefit([1], 0)
