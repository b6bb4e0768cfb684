"""Change between rounds, targets and compared views, against SciPy and by hand."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from cxstudio.analysis import round_figures
from cxstudio.analysis.change.change_values import Change, Doubt, Obstacle, TargetOutcome, TargetState, TouchpointChange
from cxstudio.analysis.change.round_change import earlier_round, obstacle, round_changes
from cxstudio.analysis.change.target_results import target_outcomes
from cxstudio.analysis.round.employees_against_customers import views_compared
from cxstudio.analysis.statistics.interval import mean_interval
from cxstudio.catalogue.samples import sample
from cxstudio.model import (
    GROUP_VOICE,
    Document,
    Measure,
    Participant,
    Project,
    Record,
    Round,
    SurveyCounts,
    Target,
    TouchpointRatings,
)
from cxstudio.model.base import FrozenMap
from cxstudio.model.kinds import MeasureStatus, RoundKind, TargetFigure, View
from cxstudio.model.rounds import rounds
from cxstudio.store import Store
from tests.cxstudio.journeys import as_counts, journey
from tests.cxstudio.journeys import given as answered
from tests.examples import examples

DONE, SURVEY = MeasureStatus.DONE, RoundKind.SURVEY


def rated(round_id: str, touchpoint: str = "t1", **answers: Sequence[int | None]) -> TouchpointRatings:
    maps = {figure: answered(values) for figure, values in answers.items()}
    return TouchpointRatings(id=f"{round_id}{touchpoint}", round=round_id, touchpoint=touchpoint, **maps)


def renamed(record: TouchpointRatings) -> TouchpointRatings:
    """The same answers of other people."""
    maps = {name: FrozenMap({f"x{v}": a for v, a in getattr(record, name).items()}) for name in ("experience",)}
    return record.model_copy(update=maps)


def both(then: Sequence[int], now: Sequence[int], *, same: bool, kind: RoundKind = SURVEY) -> Document:
    later = rated("r2", experience=now)
    second = Round(id="r2", journey="j", order="b", kind=kind)
    return journey([{"experience": then}], more=[second, later if same else renamed(later)], kind=kind)


def coded(document: Document) -> Document:
    """The same where everybody chose a code and the project compares people by it."""
    people = [p.model_copy(update={"code": f" Code {p.id}"}) for p in document.all(Participant)]
    return document.evolve([document.project.model_copy(update={"pair_by_code": True}), *people])


def only(document: Document) -> TouchpointChange:
    (found,) = round_changes(coded(document), "r", "r2").touchpoints
    return found


def experience(document: Document) -> Change:
    found = only(document).experience
    assert found is not None
    return found


answers_of_many = st.lists(st.integers(1, 7), min_size=10, max_size=40)


def variance_of_the_mean(answers: Sequence[int], low: int, high: int) -> float:
    """Of a Dirichlet distribution with 1/k at each value, straight from its definition."""
    values = np.arange(low, high + 1)
    weights = np.array([list(answers).count(v) for v in values]) + 1 / len(values)
    shares = weights / weights.sum()
    mean = float(shares @ values)
    return float(shares @ (values - mean) ** 2) / (float(weights.sum()) + 1)


@settings(max_examples=examples(60), deadline=None)
@given(answers_of_many, answers_of_many)
def test_different_people_are_compared_by_welch(then: list[int], now: list[int]) -> None:
    change = experience(both(then, now, same=False))
    assert not change.paired and change.interval is not None
    a, b = variance_of_the_mean(then, 1, 7), variance_of_the_mean(now, 1, 7)
    freedom = (a + b) ** 2 / (a**2 / (len(then) - 1) + b**2 / (len(now) - 1))
    half = stats.t.ppf(0.975, freedom) * (a + b) ** 0.5
    expected = max(-6, change.difference - half), min(6, change.difference + half)
    assert change.interval == pytest.approx(expected, abs=1e-9)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(st.tuples(st.integers(1, 7), st.integers(1, 7)), min_size=10, max_size=40))
def test_the_same_people_are_compared_one_by_one(pairs: list[tuple[int, int]]) -> None:
    then, now = [a for a, _ in pairs], [b for _, b in pairs]
    change = experience(both(then, now, same=True))
    assert change.paired and change.interval is not None
    assert change.difference == pytest.approx(sum(now) / len(now) - sum(then) / len(then))
    half = stats.t.ppf(0.975, len(pairs) - 1) * variance_of_the_mean([b - a for a, b in pairs], -6, 6) ** 0.5
    expected = max(-6, change.difference - half), min(6, change.difference + half)
    assert change.interval == pytest.approx(expected, abs=1e-9)


def test_people_are_paired_only_by_a_code_they_chose() -> None:
    document = both([2] * 12, [5, 4] * 6, same=True)
    for one in (document, coded(document)):
        (found,) = round_changes(one, "r", "r2").touchpoints
        assert found.experience is not None and found.experience.paired is (one is not document)
    known = coded(document)
    off = known.evolve([known.project.model_copy(update={"pair_by_code": False})])
    twins = known.evolve([p.model_copy(update={"code": "x"}) for p in known.all(Participant)])
    for one in (off, twins):
        (found,) = round_changes(one, "r", "r2").touchpoints
        assert found.experience is not None and not found.experience.paired


def test_discussions_have_no_interval_and_small_surveys_none_either() -> None:
    assert experience(both([2] * 12, [5, 4] * 6, same=True, kind=RoundKind.DISCUSSION)).interval is None
    assert experience(both([2, 3] * 4, [5, 4] * 4, same=False)).interval is not None
    assert only(both([2, 3], [5, 4], same=False)).experience is None


def test_people_who_left_or_came_are_left_out_unless_they_are_most() -> None:
    kept = experience(both([2, 2, 2, 6], [4, 4, 4], same=True, kind=RoundKind.DISCUSSION))
    assert kept.paired and (kept.before, kept.after, kept.n_before) == (2, 4, 3)
    rest = experience(both([2, 2, 2, 6, 6, 6, 6], [4, 4, 4], same=True, kind=RoundKind.DISCUSSION))
    assert not rest.paired and rest.n_before == 7


def test_deltas_are_paired_twice_and_emotions_have_their_own_scale() -> None:
    then = {"expectation": (5, 6, None), "experience": (3, 5, 4), "emotion": (-3, 0, 9)}
    now = rated("r2", expectation=(5, 5, 5), experience=(5, 5, 5), emotion=(0, 3, 3))
    document = journey([then], more=[Round(id="r2", journey="j", order="b"), now])
    found = only(document)
    assert (
        found.delta is not None and (found.delta.before, found.delta.after) == (-1.5, 0) and found.delta.n_before == 2
    )
    assert found.emotion is not None and found.emotion.difference == 3
    assert found.importance is None


def test_kano_answers_beside_single_ratings_leave_people_paired() -> None:
    entered = SurveyCounts(id="k", round="r2", touchpoint="t1", kano=FrozenMap({"1|5": 3}))
    found = experience(both([2, 3, 4], [3, 4, 6], same=True, kind=RoundKind.DISCUSSION).evolve([entered]))
    assert found.paired and found.difference == pytest.approx(4 / 3)


def test_one_voice_of_a_group_is_nobody_to_pair() -> None:
    def voice(round_id: str, value: int) -> TouchpointRatings:
        told = FrozenMap[str, int | None]({GROUP_VOICE: value})
        return TouchpointRatings(id=f"g{round_id}", round=round_id, touchpoint="t1", experience=told)

    more: list[Record] = [
        Round(id="r2", journey="j", order="b", kind=RoundKind.GROUP),
        voice("r", 3),
        voice("r2", 5),
    ]
    change = experience(journey(touchpoints=[{}], more=more, kind=RoundKind.GROUP))
    assert (change.difference, change.paired, change.n_after) == (2, False, 1)


def test_quick_ratings_and_pairs_do_not_mix() -> None:
    second = Round(id="r2", journey="j", order="b")
    quick = journey([{"quick": (-2, -2)}], more=[second, rated("r2", quick=(0, 1))])
    found = only(quick).delta
    assert found is not None and found.difference == 2.5 and found.paired
    mixed = journey([{"quick": (-2, -2)}], more=[second, rated("r2", expectation=(5, 5), experience=(5, 5))])
    assert only(mixed).delta is None


@settings(max_examples=examples(30), deadline=None)
@given(answers_of_many, answers_of_many)
def test_counts_and_single_ratings_of_different_people_change_alike(then: list[int], now: list[int]) -> None:
    document = both(then, now, same=False)
    assert only(as_counts(document)) == only(document)


@pytest.mark.parametrize(
    ("later", "against"),
    [
        ({"scale": 5}, Obstacle.OTHER_SCALE),
        ({"view": View.CUSTOMERS}, Obstacle.OTHER_VIEW),
        ({"persona": "p2"}, Obstacle.OTHER_PERSONA),
        ({"kind": RoundKind.TARGET}, Obstacle.TARGET_CURVE),
        ({"journey": "j2"}, Obstacle.OTHER_JOURNEY),
        ({"persona": None}, None),
    ],
)
def test_what_does_not_compare_is_refused(later: dict[str, Any], against: Obstacle | None) -> None:
    second = Round(**{"id": "r2", "journey": "j", "order": "b", "persona": "p", **later})
    document = journey([{"experience": (3, 3)}], more=[second, rated("r2", experience=(4, 4))], persona="p")
    changes = round_changes(document, "r", "r2")
    assert changes.obstacle is against and bool(changes.touchpoints) is (against is None)
    assert obstacle(document, "r", "r") is Obstacle.SAME_ROUND
    earlier = earlier_round(document, "r2")
    assert (earlier.id if earlier else None) == ("r" if against is None else None)


def test_touchpoints_without_a_measure_stand_beside_those_with_one() -> None:
    more: list[Record] = [
        Round(id="r2", journey="j", order="b", day=date(2026, 6, 1), raters_knew_measures=False),
        *(rated("r2", t, experience=(5, 5)) for t in ("t1", "t2", "t3")),
        Measure(id="m1", title="runs", touchpoints=("t1",), status=DONE),
        Measure(id="m2", title="later", touchpoints=("t2",), status=DONE, start=date(2026, 7, 1)),
        Measure(id="m3", title="idea", touchpoints=("t3",)),
    ]
    document = journey([{"experience": (2, 2)}, {"experience": (4, 4)}, {"experience": (5, 5)}], more=more)
    changes = round_changes(document, "r", "r2")
    (drift,) = changes.drifts
    assert (drift.with_measure, drift.touchpoints_with) == (3, 1)
    assert (drift.without_measure, drift.touchpoints_without) == (0.5, 2)
    assert changes.raters_knew_measures is False
    first, missing = changes.of("t1"), changes.of("gone")
    assert first is not None and first.measures == ("m1",) and missing is None


def outcome(
    answers: Sequence[int],
    *,
    kind: RoundKind = RoundKind.DISCUSSION,
    measure: dict[str, Any] | None = None,
    round_: dict[str, Any] | None = None,
    **target: Any,
) -> TargetOutcome:
    acting = {"id": "m", "title": "M", "touchpoints": ("t1",), "status": DONE, **(measure or {})}
    goal = {"id": "g", "measure": "m", "touchpoint": "t1", "from_value": 3.0, "to_value": 4.5, **target}
    more: list[Record] = [Measure(**acting), Target(**goal)]
    ratings = [{"experience": answers, "emotion": [a - 4 for a in answers]}] if answers else []
    points = [{}]
    document = journey(ratings, touchpoints=points, more=more, kind=kind, **(round_ or {}))
    (found,) = target_outcomes(document, "r")
    return found


MET, MISSED, UNTOLD = TargetState.MET, TargetState.MISSED, TargetState.CANNOT_BE_TOLD


@pytest.mark.parametrize(
    ("told", "state", "doubt"),
    [
        ({"answers": (4, 5)}, MET, None),
        ({"answers": (4, 4)}, MISSED, None),
        ({"answers": (4, 4), "by": date(2026, 9, 1)}, UNTOLD, Doubt.TOO_EARLY),
        ({"answers": (4, 4), "by": date(2026, 9, 1), "round_": {"day": date(2026, 9, 1)}}, MISSED, None),
        ({"answers": (4, 4), "by": date(2026, 9, 1), "at_least": True}, UNTOLD, Doubt.NOT_DUE),
        ({"answers": (5, 5), "by": date(2026, 9, 1), "at_least": True}, UNTOLD, Doubt.NOT_DUE),
        ({"answers": (4, 5), "view": View.CUSTOMERS}, UNTOLD, Doubt.OTHER_VIEW),
        ({"answers": (4, 5), "measure": {"status": MeasureStatus.DROPPED}}, UNTOLD, Doubt.DROPPED),
        ({"answers": (2, 2), "from_value": 4.0, "to_value": 3.0}, MET, None),
        ({"answers": (2, 2), "from_value": 4.0, "to_value": 3.0, "at_least": True}, MISSED, None),
        ({"answers": (5, 5), "figure": TargetFigure.EMOTION, "to_value": 1.0}, MET, None),
        ({"answers": (4, 5), "figure": TargetFigure.OWN, "label": "Calls"}, UNTOLD, Doubt.NOT_MEASURED),
        ({"answers": (4, 5), "to_value": None}, UNTOLD, Doubt.NO_GOAL),
        ({"answers": (4, 5), "touchpoint": None}, UNTOLD, Doubt.NO_TOUCHPOINT),
        ({"answers": (4, 5), "measure": {"status": MeasureStatus.PLANNED}}, UNTOLD, Doubt.NOT_STARTED),
        ({"answers": (4, 5), "figure": TargetFigure.DELTA}, UNTOLD, Doubt.NOT_RATED),
        ({"answers": ()}, UNTOLD, Doubt.NOT_RATED),
        ({"answers": (4, 5), "round_": {"scale": 5}}, UNTOLD, Doubt.OTHER_SCALE),
        ({"answers": (4, 5), "kind": SURVEY}, UNTOLD, Doubt.FEW_ANSWERS),
        ({"answers": (4, 5) * 10, "kind": SURVEY}, UNTOLD, Doubt.UNCERTAIN),
        ({"answers": (5, 6) * 10, "kind": SURVEY}, MET, None),
        ({"answers": (2, 3) * 10, "kind": SURVEY}, MISSED, None),
    ],
)
def test_targets_are_met_missed_or_cannot_be_told(
    told: dict[str, Any], state: TargetState, doubt: Doubt | None
) -> None:
    found = outcome(**told)
    assert (found.state, found.doubt) == (state, doubt)


def test_a_target_whose_touchpoint_was_removed_is_judged_at_no_other_one() -> None:
    """A measure for two touchpoints is left with one: what was wanted at the other says nothing about it."""
    store = Store(sample("control", "en").document)
    (target,) = (t for t in store.document.all(Target) if t.touchpoint == "t08" and t.figure is not TargetFigure.OWN)
    newest = rounds(store.document, store.document.get(Round, "round1").journey)[-1]
    with store.transaction("remove") as draft:
        draft.remove("t08")
    assert len(store.document.get(Measure, target.measure).touchpoints) == 1
    (found,) = (one for one in target_outcomes(store.document, newest.id) if one.target == target.id)
    assert (found.touchpoint, found.state, found.doubt) == (None, UNTOLD, Doubt.NO_TOUCHPOINT)


def test_the_interval_of_a_target_stays_on_the_scale() -> None:
    found = outcome((7,) * 10 + (6,), kind=SURVEY)
    assert found.interval is not None and found.interval[1] <= 7
    wide = outcome((4, 5) * 10, kind=SURVEY)
    assert wide.interval == mean_interval(((4, 10), (5, 10)), 1, 7)


def test_a_target_off_the_projects_scale_is_not_judged() -> None:
    document = sample("lindenfurt", "en").document
    changed = document.evolve([document.get(Project, "project").model_copy(update={"scale": 10})])
    assert {one.doubt for one in target_outcomes(changed, "round2")} == {Doubt.NOT_MEASURED, Doubt.OTHER_SCALE}


def test_views_of_the_sample() -> None:
    document = sample("lindenfurt", "en").document
    compared = views_compared(document, round_figures(document, "round1"))
    assert compared is not None
    assert (compared.our_worst, compared.their_worst, compared.too_few) == (("t08",), ("t12",), 0)
    told = {one.touchpoint: round(one.difference, 1) for one in compared.touchpoints}
    assert told == {"t02": -0.3, "t04": -0.6, "t08": -0.9, "t10": 0.2, "t12": 0.6, "t14": -0.2}
    assert [one.touchpoint for one in compared.touchpoints if one.seen_worse] == ["t12"]
    assert views_compared(document, round_figures(document, "round2")) is None


def test_views_need_one_scale_and_enough_customers() -> None:
    def compared(pairs: dict[str, int], **fields: Any) -> Any:
        more: list[Record] = [
            Round(**{"id": "r2", "journey": "j", "kind": SURVEY, "view": View.CUSTOMERS, "order": "b", **fields}),
            SurveyCounts(id="c", round="r2", touchpoint="t1", pairs=FrozenMap(pairs)),
        ]
        document = journey([{"expectation": (5, 5), "experience": (5, 5)}], more=more)
        return views_compared(document, round_figures(document, "r"), "r2")

    assert compared({"6|3": 8}, scale=5) is None
    assert compared({"-|3": 8}).touchpoints[0].delta is None, "by experience alone"
    assert compared({"6|3": 8}, view=View.EXPERTS) is None
    few = compared({"6|3": 4})
    assert few.touchpoints == () and few.too_few == 1 and few.our_worst == ()
    found = compared({"6|3": 8})
    (one,) = found.touchpoints
    assert (one.difference, one.delta, one.expectation, one.misjudged) == (2, 3, -1, True)
    (unsure,) = compared({"6|6": 3, "6|1": 2, "6|5": 3}).touchpoints
    assert unsure.difference > 0.5 and not unsure.misjudged, "ours lies within what the customers may think"
