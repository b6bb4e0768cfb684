"""The rule's reasons: each where it tells a touchpoint from the others, and only there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from cxstudio.analysis import round_figures
from cxstudio.analysis.flow.journey_graph import flow
from cxstudio.analysis.round.lowest_points import lowest_touchpoints
from cxstudio.analysis.statistics.figure_values import Criticality, Reason
from cxstudio.catalogue.samples import sample
from cxstudio.model import Department, Document, Record, Round, SurveyCounts, Transition
from cxstudio.model.base import FrozenMap
from cxstudio.model.kinds import CriticalMark, RequirementKind, RoundKind, TransitionKind, Travels, View
from tests.cxstudio.journeys import journey

GOOD: dict[str, Sequence[int | None]] = {"expectation": (5, 5), "experience": (5, 5), "importance": (5, 5)}
BAD: dict[str, Sequence[int | None]] = {"expectation": (6, 6), "experience": (2, 2), "importance": (6, 6)}
BASIC = {"requirement": RequirementKind.BASIC}


def found(document: Document, touchpoint: str) -> Criticality:
    return round_figures(document, "r").criticality[touchpoint]


def reasons(document: Document, touchpoint: str) -> list[Reason]:
    return [r.reason for r in found(document, touchpoint).reasons]


def test_an_unmet_basic_is_proposed() -> None:
    document = journey([GOOD, BAD, GOOD], touchpoints=[{}, BASIC, {}])
    assert reasons(document, "t2") == [Reason.UNMET_BASIC, Reason.LARGEST_NEED]
    assert found(document, "t2").proposed


def test_a_basic_that_only_falls_short_of_a_high_expectation_is_met() -> None:
    short = {"expectation": (7, 7), "experience": (5, 5), "importance": (5, 5)}
    figures = round_figures(journey([short, GOOD], touchpoints=[BASIC, {}]), "r")
    assert not figures.by_id["t1"].unmet_basic


def test_every_basic_not_met_is_proposed_however_many_there_are() -> None:
    document = journey([BAD] * 9 + [GOOD] * 5, touchpoints=[BASIC] * 14)
    assert [t for t in round_figures(document, "r").criticality.values() if t.proposed] == [
        found(document, f"t{at}") for at in range(1, 10)
    ]
    assert reasons(document, "t9") == [Reason.UNMET_BASIC]


@pytest.mark.parametrize(
    ("mark", "rating", "critical", "overruled"),
    [
        (CriticalMark.YES, GOOD, True, True),
        (CriticalMark.NO, BAD, False, True),
        (CriticalMark.YES, BAD, True, False),
        (CriticalMark.BY_RULE, BAD, True, False),
    ],
)
def test_the_group_decides(mark: CriticalMark, rating: Any, critical: bool, overruled: bool) -> None:
    told = {**BASIC, "critical": mark, "critical_reason": "because"}
    one = found(journey([rating, GOOD, GOOD], touchpoints=[told, {}, {}]), "t1")
    assert (one.critical, one.overruled, one.group_reason) == (critical, overruled, "because")


def test_a_bad_end_is_a_reason_a_good_one_is_not() -> None:
    fine, awful = {"emotion": (2, 1)}, {"emotion": (-2, -3)}
    assert Reason.BAD_END in reasons(journey([fine, fine, awful]), "t3")
    assert Reason.BAD_END not in reasons(journey([fine, awful, fine]), "t3")
    assert Reason.BAD_END not in reasons(journey([awful, awful, {"emotion": (-2, -1)}]), "t3")


def test_the_low_points_among_what_disappoints_are_proposed() -> None:
    low = {"expectation": (6, 6, 6), "experience": (5, 5, 5), "emotion": (-3, -3, -2)}
    fine = {"expectation": (5, 5, 5), "experience": (5, 5, 5), "emotion": (1, 2, 1)}
    worse = {"expectation": (6, 6, 6), "experience": (1, 2, 1), "emotion": (-1, 0, 1)}
    document = journey([low, worse, fine, fine])
    assert reasons(document, "t1") == [Reason.LOWEST_LOW] and found(document, "t1").proposed
    assert not found(journey([{**low, "experience": (6, 6, 6)}, worse, fine, fine]), "t1").proposed
    many = journey([{**low, "experience": (5, 5, 4)}] + [low] * 3 + [worse, fine])
    assert [found(many, f"t{at}").proposed for at in range(1, 7)] == [False] * 4 + [True, False]


def test_what_supports_never_decides() -> None:
    low = {"expectation": (5, 5, 5), "experience": (4, 4, 4), "emotion": (0, 0, 0)}
    fine = {"expectation": (5, 5, 5), "experience": (5, 5, 5), "emotion": (1, 2, 1)}
    worse = {"expectation": (6, 6, 6), "experience": (1, 2, 1), "emotion": (-3, -3, -3)}
    more: list[Record] = [
        Transition(id="out", source="t1", kind=TransitionKind.DROP_OUT, share=0.2),
        Round(id="r2", journey="j", kind=RoundKind.SURVEY, view=View.CUSTOMERS, order="b"),
        SurveyCounts(id="c", round="r2", touchpoint="t1", pairs=FrozenMap({"6|2": 8})),
    ]
    one = found(journey([low, fine, worse, fine, fine], more=more), "t1")
    assert [r.reason for r in one.reasons] == [Reason.DROP_OUT, Reason.CUSTOMERS_SEE_WORSE]
    assert not one.proposed


def test_the_largest_needs_are_few_and_large() -> None:
    def deltas(*experiences: int) -> list[bool]:
        rated = [{"expectation": (7, 7), "experience": (e, e), "importance": (7, 7)} for e in experiences]
        document = journey(rated)
        return [found(document, f"t{at}").proposed for at in range(1, len(rated) + 1)]

    assert deltas(1, 2, 4, 5) == [True, True, True, False]
    assert deltas(1, 5, 6) == [True, False, False]
    assert deltas(1, 2, 3, 3, 3) == [True, True, False, False, False]
    assert deltas(*[1, 2, 2, 3] * 4) == [True, False, False, False] * 4
    assert deltas(2, 2, 2, 2) == [False] * 4


def test_a_need_that_reads_the_same_shares_its_rank() -> None:
    one = {"expectation": (5, 5, 5), "experience": (3, 3, 3), "importance": (4, 4, 4)}
    worse = {"expectation": (7, 7, 7), "experience": (1, 1, 1), "importance": (7, 7, 7)}
    less = {"expectation": (6, 6, 6), "experience": (5, 5, 5), "importance": (4, 4, 4)}
    figures = round_figures(journey([one, worse, one, less]), "r")
    assert {t: figures.rank(t) for t in figures.ranking} == {"t2": 1, "t1": 2, "t3": 2, "t4": 4}


def test_where_importance_is_missing_at_one_that_disappoints_the_gap_makes_the_order() -> None:
    bad = {"expectation": (6, 6), "experience": (3, 3)}
    document = journey([{**bad, "importance": (2, 2)}, bad, {"expectation": (5, 5), "experience": (5, 5)}])
    figures = round_figures(document, "r")
    assert figures.ranked_by_gap and figures.ranks == {"t1": 1, "t2": 1}
    missing_elsewhere = journey([{**bad, "importance": (2, 2)}, {"expectation": (5, 5), "experience": (5, 5)}])
    assert not round_figures(missing_elsewhere, "r").ranked_by_gap


def test_customers_who_see_it_worse_are_a_reason_if_they_are_enough() -> None:
    def seen(pairs: dict[str, int]) -> list[Reason]:
        more: list[Record] = [
            Round(id="r2", journey="j", kind=RoundKind.SURVEY, view=View.CUSTOMERS, order="b"),
            SurveyCounts(id="c", round="r2", touchpoint="t1", pairs=FrozenMap(pairs)),
        ]
        return reasons(journey([GOOD, GOOD, GOOD], more=more), "t1")

    assert seen({"6|3": 8}) == [Reason.CUSTOMERS_SEE_WORSE]
    assert seen({"6|3": 4}) == []
    assert seen({"5|5": 8}) == []


def ways(*pairs: tuple[str, str | None, TransitionKind]) -> list[Record]:
    return [Transition(id=f"w{at}", source=a, target=b, kind=kind) for at, (a, b, kind) in enumerate(pairs)]


def test_every_way_counts_only_where_ways_branch() -> None:
    straight = journey([{}] * 5)
    assert not flow(straight, "j").branches and not flow(straight, "j").unavoidable
    normal, other = TransitionKind.NORMAL, TransitionKind.ALTERNATIVE
    split = ways(("t1", "t2", normal), ("t1", "t3", other), ("t2", "t4", normal), ("t3", "t4", normal))
    assert flow(journey([{}] * 5, more=split), "j").unavoidable == {"t1", "t4", "t5"}


def test_what_every_end_shares_is_unavoidable() -> None:
    normal, other = TransitionKind.NORMAL, TransitionKind.ALTERNATIVE
    fork = ways(("t1", "t2", normal), ("t2", "t3", normal), ("t2", "t5", other), ("t3", "t3", normal))
    assert flow(journey([{}] * 5, more=fork), "j").unavoidable == {"t1", "t2", "t5"}
    ends = ways(("t1", "t2", normal), ("t1", "t4", other), ("t2", "t3", normal), ("t3", "gone", other))
    found = flow(journey([{}] * 4, more=ends), "j")
    assert found.unavoidable == {"t1", "t4"} and found.branches


def test_loops_and_dead_ends_do_no_harm() -> None:
    loop = ways(("t1", "t2", TransitionKind.NORMAL), ("t2", "t1", TransitionKind.NORMAL))
    assert flow(journey([{}] * 3, more=loop), "j").unavoidable == frozenset()
    back = ways(("t3", "t1", TransitionKind.RETURN))
    assert flow(journey([{}] * 3, more=back), "j").steps[:2] == (("t1", "t2"), ("t2", "t3"))


DEPARTMENTS: list[Record] = [Department(id="d1", name="Netz"), Department(id="d2", name="Service")]
LOSS: list[Record] = [Transition(id="w", source="t1", target="t2", travels=Travels.NOTHING)]


def test_a_lossy_handover_is_a_reason_where_handovers_are_rare() -> None:
    def told(*departments: str) -> list[Reason]:
        fields = [{"departments": (d,)} for d in departments]
        return reasons(journey([GOOD] * len(fields), touchpoints=fields, more=[*DEPARTMENTS, *LOSS]), "t2")

    assert told("d1", "d2", "d2", "d2", "d2") == [Reason.LOSSY_HANDOVER]
    assert told("d1", "d2", "d1", "d2", "d1") == []


def test_merged_departments_hand_nothing_over() -> None:
    merged: list[Record] = [Department(id="d1", name="Netz"), Department(id="d2", name="Service", merged_into="d1")]
    fields = [{"departments": ("d1",)}, {"departments": ("d2",)}]
    assert flow(journey([{}, {}], touchpoints=fields, more=merged), "j").handovers == ()


def test_drop_outs_nobody_takes_are_none() -> None:
    leaving: list[Record] = [Transition(id="w", source="t1", kind=TransitionKind.DROP_OUT, share=0)]
    assert flow(journey([{}] * 3, more=leaving), "j").drop_outs == ()


def test_rounds_without_importance_are_ranked_by_the_gap() -> None:
    worse = {"expectation": (6, 6), "experience": (1, 1)}
    bad, fine = {"expectation": (6, 6), "experience": (4, 4)}, {"expectation": (5, 5), "experience": (5, 5)}
    figures = round_figures(journey([fine, bad, worse, fine, fine]), "r")
    assert figures.ranked_by_gap and figures.ranking == ("t3", "t2")
    assert [r.reason for r in figures.criticality["t3"].reasons] == [Reason.LARGEST_GAP]
    assert figures.criticality["t3"].proposed and not figures.criticality["t2"].proposed


def test_extremes_need_a_curve_that_moves() -> None:
    flat = round_figures(journey([{"emotion": (-2, -2)}] * 3), "r")
    assert flat.lowest_low == () and flat.highest_high == ()
    many = [{"emotion": (-2, -2)}] * 5 + [{"emotion": (-3, -3)}, {"emotion": (2, 2)}]
    found = round_figures(journey(many), "r")
    assert found.lowest_low == ("t6",) and found.highest_high == ("t7",)


def test_low_points_that_cannot_be_told_apart_are_both_named() -> None:
    low, near, fine = {"emotion": (-3, -3, -3)}, {"emotion": (-3, -3, -2)}, {"emotion": (1, 1, 1)}
    assert round_figures(journey([near, low, fine]), "r").lowest_low == ("t1", "t2")
    one_voice = {"emotion": (-3, -3, 0)}
    assert round_figures(journey([{"emotion": (-2, -2, -3)}, one_voice, fine]), "r").lowest_low == ("t1", "t2")
    assert round_figures(journey([{"emotion": (-3, -3, -3)}, {"emotion": (-2, -2, -2)}, fine]), "r").lowest_low == (
        "t1",
    )


def test_half_a_point_of_the_scale_tells_deltas_apart_too() -> None:
    """−3.6, −3.1, −2.8 in the sample: the second lies within half a point of the first, the third does not."""
    figures = round_figures(sample("lindenfurt", "de").document, "round1")
    assert lowest_touchpoints(figures, "delta") == ("t08", "t12")
    assert lowest_touchpoints(figures, "experience") == ("t08",)
