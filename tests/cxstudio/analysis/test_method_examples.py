"""Worked examples of the method's figures, computed elsewhere; numbers to three decimals."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cxstudio.analysis.flow.markov_chain import OUT, expected_visits
from cxstudio.analysis.journey_figures.nps_csat_ces import figure_of_counts
from cxstudio.analysis.money.estimate import Estimate, exactly, total
from cxstudio.analysis.money.payback import payback
from cxstudio.analysis.money.pools import Pool, Saving, cost_of_doing_nothing, independent_benefit, pool_benefit
from cxstudio.analysis.money.shown_money import changed_share
from cxstudio.analysis.statistics.answer_counts import Table, answers
from cxstudio.analysis.statistics.descriptive import agreement, summary
from cxstudio.analysis.statistics.figure_values import Summary
from cxstudio.analysis.statistics.interval import Counts, mean_difference, mean_interval, moments
from cxstudio.analysis.statistics.method_options import Options
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.analysis.statistics.standing_apart import Lying, lowest
from cxstudio.analysis.statistics.touchpoint_figures import touchpoint_figures
from cxstudio.analysis.statistics.two_camps import two_camps
from cxstudio.analysis.statistics.usual_variation import natural_limits, newest_value
from cxstudio.analysis.statistics.weighted_total import weighted_total
from cxstudio.analysis.votes.agreement_vote import Tally, agreed
from cxstudio.analysis.votes.points_vote import Tie, chosen
from cxstudio.model import FrozenMap, Round, SurveyCounts
from cxstudio.model.kinds import FigureKind, RoundKind

EXAMPLES: dict[str, Any] = json.loads(Path(__file__).with_name("method_examples.json").read_text(encoding="utf-8"))


def examples(kind: str) -> Any:
    """Those of one kind, by the letter they begin with."""
    chosen = [(one["input"], one["expected"]) for name, one in EXAMPLES.items() if name.startswith(kind)]
    return pytest.mark.parametrize(("given", "expected"), chosen, ids=[n for n in EXAMPLES if n.startswith(kind)])


def counts_of(given: dict[str, int]) -> Counts:
    return tuple(sorted((int(value), times) for value, times in given.items()))


def part_of(counts: dict[int, int]) -> Summary:
    found = summary(Table(counts))
    assert found is not None
    return found


def deltas(counts: Counts, scale: int) -> SurveyCounts:
    """Pairs of expectation and experience with these differences."""
    pairs = {}
    for value, times in counts:
        expected = 1 if value >= 0 else scale
        pairs[f"{expected}|{expected + value}"] = times
    return SurveyCounts(id="c", round="r", touchpoint="t", pairs=FrozenMap(pairs))


@examples("I")
def test_intervals_and_verdicts(given: dict[str, Any], expected: dict[str, Any]) -> None:
    low, high = given["values"]
    counts = counts_of(given["counts"])
    factor = 100 if low == -1 else 1
    told = tuple(factor * end for end in mean_interval(counts, low, high))
    assert told == pytest.approx((expected["low"], expected["high"]), abs=0.0006)
    if low == -1:
        nps = {{-1: 3, 0: 8, 1: 10}[value]: times for value, times in counts}
        figure = figure_of_counts(FigureKind.NPS, 0, 10, nps)
        assert figure is not None and figure.interval == told and figure.value == expected["mean"]
    if "verdict" not in expected:
        return
    survey = Round(id="r", journey="j", kind=RoundKind.SURVEY, scale=high + 1)
    record = deltas(counts, high + 1)
    options = Options(threshold=given["threshold"] / high)
    figures = touchpoint_figures("t", answers((), [record], survey.scale), survey, options)
    assert figures.delta is not None
    assert figures.delta.mean == pytest.approx(expected["mean"], abs=0.0006)
    assert figures.delta.shown == expected["shown"]
    assert figures.verdict.value == expected["verdict"]
    assert (not figures.uncertain) is expected["sure"]
    assert [one.value for one in figures.possible] == expected["possible"]


@examples("D")
def test_differences_of_two_touchpoints(given: dict[str, Any], expected: dict[str, Any]) -> None:
    first, second = counts_of(given["first"]), counts_of(given["second"])
    told = mean_difference(first, second, *given["values"])
    assert told == pytest.approx((expected["low"], expected["high"]), abs=0.0006)
    for name, counts in (("V_first", first), ("V_second", second)):
        if name in expected:
            assert moments(counts, *given["values"]).variance == pytest.approx(expected[name], abs=0.00001)
    if "lower" in expected:
        ends = tuple(given["values"])
        assert len(ends) == 2
        three = {"first": dict(first), "second": dict(second), "far": {6: 30}}
        named = lowest([Lying(name, part_of(counts), ends) for name, counts in three.items()], survey=True)
        assert named == (("first",) if expected["lower"] else ("first", "second"))


@examples("C")
def test_two_camps(given: dict[str, Any], expected: dict[str, Any]) -> None:
    counts = tuple((value, times) for value, times in enumerate(given["counts"], 1) if times)
    assert sum(times for _, times in counts) == expected["n"]
    found = two_camps(counts, 1, len(given["counts"]))
    told = found and {
        "upto": found.upto, "from_": found.from_, "low": found.low, "between": found.between, "high": found.high,
    }  # fmt: skip
    assert told == expected["camps"]


@examples("H")
def test_who_lies_lowest_in_a_discussion(given: dict[str, Any], expected: dict[str, Any]) -> None:
    def lying(name: str, values: list[int]) -> Lying:
        return Lying(
            name,
            part_of({value: values.count(value) for value in values}),
            ends,
            lambda: {f"v{at}": value for at, value in enumerate(values)},
            difference=ends[0] < 0,
        )

    ends = (-6, 6) if min(given["first"]) < 0 else (1, 7)
    first, second = lying("8", given["first"]), lying("12", given["second"])
    assert second.mean - first.mean == pytest.approx(expected["gap"], abs=0.0006)
    named = lowest([first, second, lying("far", [ends[1]] * len(given["first"]))], survey=False)
    assert named == (("8", "12") if expected["lowest"] == "both named" else (expected["lowest"],))


@examples("S")
def test_shown_means(given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert given["total"] / given["n"] == pytest.approx(expected["mean"], abs=0.0006)
    assert shown(given["total"] / given["n"]) == expected["shown"]


@examples("A")
def test_agreement_of_deltas(given: dict[str, Any], expected: dict[str, Any]) -> None:
    points = given["points"]
    assert (points**2 - 1) / 6 == expected["sigma2"]
    table = Table({-2: 1, 0: 1, 2: 1})
    part = summary(table)
    assert part is not None and part.deviation == given["s2"] ** 0.5
    assert agreement(part, points, differences=True) == expected["rwg"]


@examples("W")
def test_who_arrives_when_a_share_changes(given: dict[str, Any], expected: dict[str, Any]) -> None:
    shares = {"today": given["today"], "at_low": given["then"][0], "at_high": given["then"][1]}
    for when, leaving in shares.items():
        rows = {
            "A": {"B": 1.0}, "B": {"C": 1 - leaving, OUT: leaving}, "C": {"D": 0.8, "B": 0.2}, "D": {OUT: 1.0},
        }  # fmt: skip
        visits = expected_visits("A", rows)
        told = {"visits_B": visits["B"], "visits_C": visits["C"], "arrive": visits["D"]}
        assert told == pytest.approx(expected[when], abs=0.0006)


@examples("X")
def test_usual_variation(given: dict[str, Any], expected: dict[str, Any]) -> None:
    values = given.get("x") or [*given["earlier"], given["new"]]
    limits = natural_limits(given.get("x") or given["earlier"])
    assert (limits.low, limits.high) == pytest.approx((expected["low"], expected["high"]), abs=0.0006)
    assert limits.mean == pytest.approx(expected["mean"], abs=0.0006)
    newest = newest_value(values)
    assert newest is not None and newest.signal is expected["signal"]
    assert newest.limits == (limits if "new" in given else None)


def estimate(given: float | list[float]) -> Estimate:
    return Estimate(*given) if isinstance(given, list) else exactly(given)


def test_payback() -> None:
    for given, expected in (tuple(EXAMPLES[name].values()) for name in ("M1", "M2")):
        found = payback(*(estimate(given[part]) for part in ("once", "per_year", "benefit_per_year")))
        months = expected["months"] if isinstance(expected["months"], list) else [expected["months"]] * 2
        assert [found.best, found.worst] == [None if m is None else pytest.approx(m, abs=0.006) for m in months]
        if "net_per_year" in expected:
            assert found.net_per_year == exactly(expected["net_per_year"])
            assert found.net_after(12) == exactly(expected["net_after_12"])
            assert found.net_after(36) == exactly(expected["net_after_36"])


def test_doing_nothing_and_overlap_in_one_pool() -> None:
    given, expected = EXAMPLES["M3"].values()
    calls = cost_of_doing_nothing(*map(exactly, (given["moves"], given["calls_per_move"], given["per_call"])))
    drops = cost_of_doing_nothing(*map(exactly, (given["starts"], given["drop"], given["per_drop"])))
    told = (calls.low, drops.low, total([calls, drops]).low)
    assert told == pytest.approx((expected["calls"], expected["drops"], expected["total"]), abs=0.0001)
    given, expected = EXAMPLES["M4"].values()
    pool = Pool("hotline", "calls")
    saved = [Saving(f"m{at}", pool, exactly(one)) for at, one in enumerate(given["saves"])]
    found = pool_benefit(saved, exactly(given["pool"]))
    assert (found.low, found.high) == (expected["low"], expected["high"])
    assert independent_benefit(given["saves"], given["pool"]) == pytest.approx(expected["independent"], abs=0.0001)
    moved = changed_share(**EXAMPLES["M5"]["input"])
    assert {"points": moved.points, "per_cent": round(moved.per_cent or 0, 3)} == EXAMPLES["M5"]["expected"]


def test_votes() -> None:
    for name in ("V1", "V2", "V3"):
        given, expected = EXAMPLES[name].values()
        given["abstained"] = given.pop("abstain")
        tally = Tally(**given)
        told = {"cast": tally.cast, "agreed": agreed(tally), "quorum": tally.has_quorum}
        assert told | {"share": round(100 * (tally.share or 0), 3)} == expected
    given, expected = EXAMPLES["V4"].values()
    assert [at + 1 for at in chosen(given["points"], 3, 4).chosen] == expected["chosen"]
    second = chosen(given["points"], 3, 4, Tie.RUN_OFF)
    assert second.chosen == (0, 1) and second.run_off == (2, 3)


@examples("G")
def test_a_weighted_total_of_segments(given: dict[str, Any], expected: dict[str, Any]) -> None:
    found = weighted_total(given["means"], given["V"], given["shares"])
    assert (found.mean, found.error) == pytest.approx((expected["mean"], expected["se"]), abs=0.0006)
