"""Segments kept from telling on people, Kano pairs, figures of the whole journey, and reliability."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.journey_figures.benchmark_values import benchmarks
from cxstudio.analysis.journey_figures.nps_csat_ces import journey_figures, segment_journey_figures
from cxstudio.analysis.statistics.group_figures import segment_figures, tellable
from cxstudio.analysis.statistics.kano_figures import KanoKind, kano_figures, kano_kind
from cxstudio.analysis.statistics.krippendorff_alpha import alpha, reliability
from cxstudio.analysis.statistics.opportunity_score import Opportunity, opportunity
from cxstudio.model import Benchmark, JourneyFigures, Participant, Record, SurveyCounts
from cxstudio.model.base import FrozenMap
from cxstudio.model.kinds import FigureKind, RoundKind
from tests.cxstudio.journeys import journey


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ({"a": 10, "b": 9}, {"a", "b"}),
        ({"a": 10, "b": 3}, set()),
        ({"a": 10, "b": 8, "c": 3}, {"a"}),
        ({"a": 10, "b": 3, "c": 3}, {"a"}),
        ({"a": 10, "b": 7, "c": 1, "d": 1}, {"a"}),
        ({"a": 10, "b": 0}, {"a"}),
        ({}, set()),
    ],
)
def test_small_groups_and_what_subtraction_would_tell_are_hidden(sizes: dict[str, int], shown: set[str]) -> None:
    assert tellable(sizes, 5) == shown


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 30), max_size=6), st.integers(1, 10))
def test_the_hidden_groups_together_never_tell_on_a_small_one(sizes: dict[str, int], minimum: int) -> None:
    shown = tellable(sizes, minimum)
    hidden = [n for name, n in sizes.items() if n > 0 and name not in shown]
    assert all(sizes[name] >= minimum for name in shown)
    if hidden and shown:
        assert len(hidden) > 1 and sum(hidden) >= minimum


def test_segments_of_a_survey() -> None:
    def part(name: str, pairs: dict[str, int]) -> SurveyCounts:
        return SurveyCounts(id=f"c{name}", round="r", touchpoint="t1", segment=name, pairs=FrozenMap(pairs))

    more: list[Record] = [part("north", {"5|3": 12}), part("south", {"5|5": 9}), part("west", {"1|1": 2})]
    document = journey(touchpoints=[{}], more=more, kind=RoundKind.SURVEY)
    found = segment_figures(document, "r", "t1")
    assert list(found) == ["north"]
    assert found["north"].delta is not None and found["north"].delta.mean == -2
    whole = round_figures(document, "r").by_id["t1"]
    assert whole.n == 23


def test_groups_of_participants() -> None:
    ratings = [{"expectation": (5,) * 12, "experience": (3,) * 6 + (5,) * 6}]
    document = journey(ratings, minimum_group=5)
    people = [Participant(id=f"v{at}", group="office" if at <= 6 else "field") for at in range(1, 13)]
    found = segment_figures(document.evolve(people), "r", "t1")
    means = {name: figures.delta.mean for name, figures in found.items() if figures.delta}
    assert means == {"office": -2, "field": 0}
    assert segment_figures(document, "r", "t1") == {}


def test_no_single_figure_tells_on_the_few_who_gave_it() -> None:
    """Six people of each office rate, but only one of them says what it felt like."""
    felt = (None,) * 5 + (-3,) + (1,) * 6
    document = journey([{"experience": (3,) * 6 + (5,) * 6, "emotion": felt}], minimum_group=5)
    people = [Participant(id=f"v{at}", group="office" if at <= 6 else "field") for at in range(1, 13)]
    found = segment_figures(document.evolve(people), "r", "t1")
    assert {name: figures.experience.mean for name, figures in found.items() if figures.experience} == {
        "office": 3,
        "field": 5,
    }
    assert [figures.emotion for figures in found.values()] == [None, None]


@pytest.mark.parametrize("asked", ["quick", "importance"])
def test_groups_that_answered_another_question_are_told_apart_too(asked: str) -> None:
    document = journey([{asked: (1,) * 6 + (2,) * 6}], minimum_group=5)
    people = [Participant(id=f"v{at}", group="office" if at <= 6 else "field") for at in range(1, 13)]
    found = segment_figures(document.evolve(people), "r", "t1")
    assert {name: getattr(figures, asked).mean for name, figures in found.items()} == {"office": 1, "field": 2}


def test_the_kano_table() -> None:
    rows = ["".join(kano_kind(there, missing).name[0] for missing in range(1, 6)) for there in range(1, 6)]
    assert rows == ["QAAAO", "RIIIM", "RIIIM", "RIIIM", "RRRRQ"]


def test_kano_counts() -> None:
    found = kano_figures({"1|5": 4, "1|3": 3, "3|5": 2, "3|3": 1, "-|2": 2, "9|1": 1})
    assert found is not None
    assert (found.n, found.skipped, found.kind) == (10, 3, KanoKind.ONE_DIMENSIONAL)
    assert found.better == pytest.approx(0.7) and found.worse == pytest.approx(-0.6)


def test_kano_without_answers_or_without_useful_ones() -> None:
    assert kano_figures({}) is None
    assert kano_figures({"-|-": 5}) is None
    odd = kano_figures({"1|1": 3})
    assert odd is not None and odd.kind is KanoKind.QUESTIONABLE and odd.better is None and odd.worse is None


def test_figures_of_the_whole_journey() -> None:
    more: list[Record] = [
        asked(FigureKind.NPS, 0, 10, {"10": 10, "8": 10}, "north"),
        asked(FigureKind.NPS, 0, 10, {"3": 5, "9": 15, "77": 2, "-": 1}, "south"),
        asked(FigureKind.CSAT, 1, 5, {"5": 2, "4": 1, "1": 1}),
        asked(FigureKind.CES, 1, 7, {"2": 10, "4": 10}),
        asked(FigureKind.WANT, 1, 7, {}),
    ]
    nps, csat, ces = journey_figures(journey(more=more), "r")
    assert (nps.value, nps.favourable, nps.unfavourable, nps.as_counts) == (50, 25, 5, False)
    assert nps.answers.skipped == 3
    assert (csat.value, csat.as_counts) == (0.75, True)
    assert ces.value == 3


def asked(figure: FigureKind, low: int, high: int, counts: dict[str, int], segment: str = "") -> JourneyFigures:
    name = f"{figure}{low}{high}{segment}"
    return JourneyFigures(
        id=name, round="r", figure=figure, lowest=low, highest=high, segment=segment, counts=FrozenMap(counts)
    )


@pytest.mark.parametrize(
    ("low", "high", "counts", "favourable", "unfavourable"),
    [
        (1, 2, {"1": 3, "2": 5}, 5, 3),
        (1, 3, {"1": 3, "2": 4, "3": 5}, 5, 3),
        (1, 4, {"1": 1, "2": 2, "3": 3, "4": 4}, 7, 3),
        (1, 5, {"1": 1, "2": 2, "3": 3, "4": 4, "5": 5}, 9, 3),
    ],
)
def test_no_answer_is_favourable_and_unfavourable_at_once(
    low: int, high: int, counts: dict[str, int], favourable: int, unfavourable: int
) -> None:
    (found,) = journey_figures(journey(more=[asked(FigureKind.CSAT, low, high, counts)]), "r")
    assert (found.favourable, found.unfavourable) == (favourable, unfavourable)
    assert found.neutral == sum(counts.values()) - favourable - unfavourable


def test_a_scale_without_points_tells_nothing() -> None:
    assert journey_figures(journey(more=[asked(FigureKind.CSAT, 5, 5, {"5": 4})]), "r") == ()
    assert journey_figures(journey(more=[asked(FigureKind.CSAT, 5, 1, {"3": 4})]), "r") == ()


def test_below_thirty_answers_counts_stand_instead_of_per_cent() -> None:
    def told(n: int) -> bool:
        (found,) = journey_figures(journey(more=[asked(FigureKind.NPS, 0, 10, {"9": n})]), "r")
        return found.as_counts

    assert told(29) and not told(30)


def test_segments_of_journey_figures_tell_on_nobody() -> None:
    def named(**sizes: int) -> list[str]:
        more = [asked(FigureKind.NPS, 0, 10, {"9": n}, name) for name, n in sizes.items()]
        return list(segment_journey_figures(journey(more=more), "r"))

    assert named(north=9, south=6) == ["north", "south"]
    assert named(north=9, south=6, west=2) == ["north"]
    assert named(north=9) == [] and named() == []


def test_opportunity_is_ulwicks() -> None:
    wanted = {"importance": (7, 7, 6, 6, 6, 6, 6, 6, 5, 1), "experience": (7, 6, 6, 1, 1, 1, 1, 1, 1, 1)}
    met = {"importance": (7, 1, 1, 1), "experience": (7, 7, 6, 1)}
    document = journey([wanted, met, {"importance": (7,)}])
    figures = round_figures(document, "r").by_id
    assert opportunity(figures["t1"], 7) == Opportunity(8.0, 3.0, 13.0, 10)
    assert opportunity(figures["t2"], 7) == Opportunity(2.5, 7.5, 2.5, 4)
    assert opportunity(figures["t3"], 7) is None
    assert opportunity(figures["t1"], 3) is None


def test_benchmarks_are_held_against_the_same_figure_only() -> None:
    def mark(name: str, about: str, figure: str, value: float, **more: object) -> Benchmark:
        return Benchmark.model_validate({"id": name, "about": about, "figure": figure, "value": value, **more})

    more: list[Record] = [
        mark("b1", "j", " CSAT ", 80, source="Monitor", year=2025),
        mark("b2", "j", "want", 0.5, source="Monitor"),
        mark("b3", "j", "experience", 5),
        mark("b4", "j", "waiting time", 12),
        mark("b5", "t1", "delta", -1, source="x", year=2020),
        mark("b6", "t2", "experience", 5),
        mark("b7", "t1", "nps", 5),
        asked(FigureKind.CSAT, 1, 5, {"5": 3, "1": 1}),
    ]
    document = journey([{"expectation": (5, 5), "experience": (3, 4)}, {}], more=more)
    found = benchmarks(document, round_figures(document, "r"), journey_figures(document, "r"))
    told = {one.benchmark: (one.value, one.ours, one.drawable) for one in found}
    assert told == {
        "b1": (0.8, 0.75, True),
        "b2": (0.5, None, False),
        "b3": (5, 3.5, False),
        "b4": (12, None, False),
        "b5": (-1, -1.5, True),
        "b6": (5, None, False),
        "b7": (5, None, False),
    }
    assert {one.benchmark: one.difference for one in found}["b5"] == -0.5


def test_reliability_is_krippendorffs_alpha() -> None:
    units = [{1: 2}, {2: 2}, {3: 2}, {3: 1, 4: 1}, {1: 1, 2: 1}, {5: 1}]
    counts = [tuple(sorted(unit.items())) for unit in units]
    values = [[v for v, n in unit.items() for _ in range(n)] for unit in units]
    pairable = [v for v in values if len(v) > 1]
    pool = [x for v in pairable for x in v]
    observed = sum(sum((a - b) ** 2 for a in v for b in v) / (len(v) - 1) for v in pairable) / len(pool)
    expected = sum((a - b) ** 2 for a in pool for b in pool) / (len(pool) * (len(pool) - 1))
    assert alpha(counts) == pytest.approx(1 - observed / expected)


def test_reliability_where_it_cannot_be_told() -> None:
    assert alpha([]) is None
    assert alpha([((3, 4),), ((3, 2),)]) is None
    assert alpha([((3, 1),), ((4, 1),)]) is None
    assert alpha([((1, 3),), ((7, 3),)]) == 1
    assert reliability(round_figures(journey([{"experience": (4,)}]), "r")) is None
