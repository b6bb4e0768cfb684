"""What would follow if shares of the flow were different: corners bound it, and nobody is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.what_if import ChangedWay, what_if
from cxstudio.model import Document, Transition
from cxstudio.model.kinds import TransitionKind
from tests.cxstudio.journeys import journey

NORMAL, BACK, LEAVE = TransitionKind.NORMAL, TransitionKind.RETURN, TransitionKind.DROP_OUT
shares = st.integers(0, 20).map(lambda n: n / 20)


def way(source: str, target: str | None, kind: TransitionKind, share: float) -> Transition:
    return Transition(id=f"{source}-{target}", source=source, target=target, kind=kind, share=share, assumed=False)


def sample(leaving: float = 0.38, back: float = 0.2) -> Document:
    """The worked example: 38 % give up at the second touchpoint, 20 % come back to it from the third."""
    ways = [
        way("t2", "t3", NORMAL, 1 - leaving), way("t2", None, LEAVE, leaving),
        way("t3", "t4", NORMAL, 1 - back), way("t3", "t2", BACK, back),
    ]  # fmt: skip
    return journey([{}] * 4, more=ways)


def left(low: float, high: float) -> ChangedWay:
    return ChangedWay("t2", None, low, high, drops_out=True)


def test_fewer_drop_outs_let_more_arrive_and_more_come_by_behind() -> None:
    found = what_if(sample(), "j", [left(0.15, 0.25)])
    assert found is not None
    told = (found.arrive.today, found.arrive.low, found.arrive.high)
    assert told == pytest.approx((0.566, 0.706, 0.819), abs=0.0006)
    assert found.visits["t3"].today < found.visits["t3"].low, "behind it more come by, and cost more"
    assert found.visits["t1"].low == found.visits["t1"].high == 1


@given(shares, shares, shares, shares, shares)
def test_every_share_in_the_ranges_lies_between_the_corners(
    first: float, second: float, third: float, at: float, to: float
) -> None:
    low, high = sorted((first, second))
    changes = [left(low, high), ChangedWay("t3", "t2", 0, third)]
    found = what_if(sample(), "j", changes)
    inside = flow_figures(sample(low + (high - low) * at, third * to), "j").arrival
    if found is None:
        assert (low, third) == (0, 1) or high == 1 or third == 1, "a loop nobody gets out of, or nobody goes on"
        return
    assert inside is None or found.arrive.low - 1e-9 <= inside.arrive <= found.arrive.high + 1e-9
    assert 0 <= found.drop_out.low <= found.drop_out.high <= 1


def test_what_stays_as_it_is_changes_nothing() -> None:
    for changes in ([], [left(0.38, 0.38)]):
        found = what_if(sample(), "j", changes)
        assert found is not None
        assert (found.arrive.low, found.arrive.high) == pytest.approx((found.arrive.today, found.arrive.today))


def test_what_cannot_be_imagined_is_said() -> None:
    assert what_if(journey([{}] * 3), "j", [ChangedWay("t1", "t2", 0.5, 0.5)]) is None, "nobody drew a way"
    assert what_if(sample(), "j", [ChangedWay("t1", "t3", 0.1, 0.2)]) is None, "no such way"
    assert what_if(sample(), "j", [ChangedWay("t1", "t2", 0.1, 0.2)]) is None, "nobody would know where the others go"
    with pytest.raises(ValueError, match="share"):
        left(0.5, 0.2)
    with pytest.raises(ValueError, match="at most"):
        what_if(sample(), "j", [left(0, 0.1)] * 7)
