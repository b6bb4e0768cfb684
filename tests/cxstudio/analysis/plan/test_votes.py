"""Votes as laws: whole numbers decide, abstentions never do, and a tie at the border is settled by a rule."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.votes.agreement_vote import Tally, agreed
from cxstudio.analysis.votes.points_vote import Choice, Points, chosen, counted, moved
from cxstudio.model.kinds import Tie

few = st.integers(0, 40)
tallies = st.builds(
    lambda yes, changes, no, abstained, absent: Tally(
        yes, changes, no, abstained, yes + changes + no + abstained + absent
    ),
    few, few, few, few, few,
)  # fmt: skip
points = st.lists(st.integers(0, 9), max_size=8)


@given(tallies, st.sampled_from([(1, 2), (2, 3), (3, 4), (1, 1)]))
def test_a_majority_is_reached_by_whole_numbers(tally: Tally, majority: tuple[int, int]) -> None:
    enough = bool(tally.cast) and Fraction(tally.yes, tally.cast) >= Fraction(*majority)
    assert agreed(tally, majority) == enough
    assert tally.has_quorum == bool(tally.eligible and Fraction(tally.present, tally.eligible) >= Fraction(2, 3))
    assert tally.present + tally.absent == tally.eligible


@given(tallies, few)
def test_abstaining_changes_no_share(tally: Tally, more: int) -> None:
    other = Tally(tally.yes, tally.changes, tally.no, tally.abstained + more, tally.eligible + more)
    assert (other.share, agreed(other)) == (tally.share, agreed(tally))


@given(points, st.integers(0, 6), st.integers(0, 5))
def test_nobody_left_out_has_more_than_somebody_chosen(given_: list[int], places: int, least: int) -> None:
    for tie in Tie:
        found = chosen(given_, places, least, tie)
        inside = {*found.chosen, *found.run_off}
        assert all(given_[at] >= least for at in inside)
        outside = [given_[at] for at in range(len(given_)) if at not in inside and given_[at] >= least]
        assert not outside or not inside or max(outside) < min(given_[at] for at in inside)
        assert len({given_[at] for at in found.run_off}) <= 1
        assert len(found.chosen) <= places or tie is Tie.ALL_IN
        assert not found.run_off or (len(found.chosen) < places < len(inside))


@given(st.permutations([9, 7, 4, 4, 3]))
def test_the_order_of_the_list_decides_nothing(given_: list[int]) -> None:
    assert sorted(given_[at] for at in chosen(given_, 3, 4).chosen) == [4, 4, 7, 9]


def test_points_and_givers_are_counted_apart() -> None:
    slips = {"k3": {"a": 5}, "p7": {"a": 1, "b": 2, "c": 0}}
    assert counted(slips) == {"a": Points(6, 2), "b": Points(2, 1)}
    assert moved(slips, {"k3": {"a": 5, "b": 0}, "p7": {"b": 3}, "x": {"a": 1}}) == 1
    assert chosen([], 3) == chosen([3, 2], 0) == Choice(())


@pytest.mark.parametrize("answers", [(1, 0, 0, 0, 0), (-1, 0, 0, 0, 3)])
def test_more_answers_than_people_are_refused(answers: tuple[int, int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="more answers"):
        Tally(*answers)
    with pytest.raises(ValueError, match="majority"):
        agreed(Tally(1, 0, 0, 0, 1), (3, 2))
