"""Verdicts, ranks and marks move only when ratings or a decision move."""

from __future__ import annotations

from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import Reason, RoundFigures
from cxstudio.analysis.statistics.shown_value import shown
from cxstudio.model import (
    Document,
    FrozenMap,
    Id,
    LaneSetting,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.kinds import RoundKind, ShortlistMark
from cxstudio.model.lane_kinds import LaneKind
from tests.cxstudio.journeys import as_counts, journeys
from tests.examples import examples

FIGURES = ("expectation", "experience", "emotion", "importance", "quick")
DECIDES = {Reason.UNMET_BASIC, Reason.LARGEST_NEED, Reason.LARGEST_GAP, Reason.LOWEST_LOW}


def told(figures: RoundFigures) -> dict[Id, Any]:
    """Verdict, rank and mark of every rated touchpoint."""
    marks = figures.criticality
    return {
        f.touchpoint: (
            f.possible,
            figures.rank(f.touchpoint),
            f.touchpoint in marks and (marks[f.touchpoint].proposed, marks[f.touchpoint].critical),
        )
        for f in figures.touchpoints
    }


def unmet(figures: RoundFigures) -> set[Id]:
    return {f.touchpoint for f in figures.touchpoints if f.unmet_basic}


def unanswered(document: Document) -> list[Touchpoint]:
    rated = {f.touchpoint for f in round_figures(document, "r").touchpoints}
    return [t for t in document.journey_touchpoints("j") if t.id not in rated]


def without(document: Document, touchpoint: Touchpoint) -> Document:
    """The document without a touchpoint and what hangs on it."""
    ways = [w.id for w in document.all(Transition) if touchpoint.id in (w.source, w.target)]
    answers = [r.id for k in (TouchpointRatings, SurveyCounts) for r in document.having(k, "touchpoint", touchpoint.id)]
    return document.evolve([], [touchpoint.id, *ways, *answers])


@settings(max_examples=examples(120), deadline=None)
@given(journeys(), st.data())
def test_touchpoints_without_an_answer_change_nothing_about_others(document: Document, data: Any) -> None:
    before = told(round_figures(document, "r"))
    new_stage = Stage(id="later", journey="j", name="New", order="zz")
    added = [
        Touchpoint(id=f"new{at}", stage="later", name="New", order=f"b{at}")
        for at in range(data.draw(st.integers(1, 9)))
    ]
    assert told(round_figures(document.evolve([new_stage, *added]), "r")) == before
    spare = unanswered(document)
    assume(spare)
    one = data.draw(st.sampled_from(spare))
    moved = one.model_copy(update={"name": "Else", "order": data.draw(st.sampled_from(("a", "a0025", "zz")))})
    assert told(round_figures(document.evolve([moved]), "r")) == before
    assert told(round_figures(without(document, one), "r")) == before


@settings(max_examples=examples(80), deadline=None)
@given(journeys(), st.randoms(use_true_random=False))
def test_the_order_of_the_map_changes_nothing(document: Document, chance: Any) -> None:
    points = list(document.journey_touchpoints("j"))
    orders = [t.order for t in points]
    chance.shuffle(orders)
    moved = [t.model_copy(update={"order": order, "name": order}) for t, order in zip(points, orders, strict=True)]
    assert told(round_figures(document.evolve(moved), "r")) == told(round_figures(document, "r"))


@settings(max_examples=examples(80), deadline=None)
@given(journeys())
def test_paths_and_other_rounds_never_decide(document: Document) -> None:
    figures = round_figures(document, "r")
    for found in figures.criticality.values():
        assert found.proposed == any(one.reason in DECIDES for one in found.reasons)
    others = [r.id for k in (Transition, SurveyCounts) for r in document.all(k)]
    others += [r.id for r in document.all(Round) if r.id != "r"]
    assert told(round_figures(document.evolve([], others), "r")) == told(figures)


@settings(max_examples=examples(120), deadline=None)
@given(journeys(), st.data())
def test_lower_ratings_never_shorten_the_list_of_basics_not_met(document: Document, data: Any) -> None:
    round_ = document.get(Round, "r")
    assume(round_.kind not in (RoundKind.SURVEY, RoundKind.TARGET))
    lowered = []
    for record in document.all(TouchpointRatings):
        values: dict[str, Any] = {}
        for figure, least in (("experience", 1), ("quick", -3)):
            given_ = getattr(record, figure)
            low = data.draw(st.integers(0, 3))
            values[figure] = FrozenMap(
                {v: a if a is None or a <= least else max(least, a - low) for v, a in given_.items()}
            )
        lowered.append(record.model_copy(update=values))
    off_scale = any(
        a is not None and not 1 <= a <= round_.scale
        for record in document.all(TouchpointRatings)
        for a in (*record.experience.values(), *record.expectation.values())
    )
    off_scale = off_scale or any(
        a is not None and not -3 <= a <= 3 for record in document.all(TouchpointRatings) for a in record.quick.values()
    )
    assume(not off_scale)
    assert unmet(round_figures(document.evolve(lowered), "r")) >= unmet(round_figures(document, "r"))


@settings(max_examples=examples(80), deadline=None)
@given(journeys(), st.booleans())
def test_another_rated_touchpoint_never_changes_which_basics_are_not_met(document: Document, counted: bool) -> None:
    document = as_counts(document) if counted else document
    before = round_figures(document, "r")
    worst = Touchpoint(id="new", stage="s", name="New", order="zz")
    answers = {figure: FrozenMap({f"v{at}": value for at in range(9)}) for figure, value in WORST.items()}
    rated = TouchpointRatings(id="rate-new", round="r", touchpoint="new", **answers)
    after = round_figures(document.evolve([worst, rated]), "r")
    assert unmet(after) == unmet(before)
    for touchpoint in unmet(before):
        assert after.criticality[touchpoint].proposed and before.criticality[touchpoint].proposed


WORST = {"expectation": 2, "experience": 1, "emotion": -3, "importance": 2}


@settings(max_examples=examples(120), deadline=None)
@given(journeys())
def test_what_reads_alike_is_judged_alike(document: Document) -> None:
    figures = round_figures(document, "r")
    threshold = figures.options.verdict_threshold(document.get(Round, "r").scale - 1)
    read: dict[Any, Any] = {}
    for f in figures.touchpoints:
        if f.delta is None or f.delta_from_quick or not f.possible:
            continue
        assert f.verdict is read.setdefault(f.delta.shown, f.verdict)
        assert (f.verdict.value == "disappointing") == (shown(f.delta.mean) <= -threshold)
        rank = figures.rank(f.touchpoint)
        urgency = f.shown_gap if figures.ranked_by_gap else f.shown_need
        if rank is not None:
            assert read.setdefault((f.unmet_basic, urgency), rank) == rank


@settings(max_examples=examples(60), deadline=None)
@given(journeys(), st.data())
def test_what_is_hidden_or_left_out_of_the_shortlist_changes_no_figure(document: Document, data: Any) -> None:
    """Figures are of what was rated, whatever of it is in view or was to be rated further."""
    before = round_figures(document, "r")
    hidden = [LaneSetting(id=f"l{kind}", journey="j", kind=kind, shown=False, order=kind) for kind in LaneKind]
    marked = [
        t.model_copy(update={"shortlist": data.draw(st.none() | st.sampled_from(ShortlistMark))})
        for t in document.journey_touchpoints("j")
    ]
    found = round_figures(document.evolve([*hidden, *marked]), "r")
    assert found.touchpoints == before.touchpoints and told(found) == told(before)
    assert found.overall_experience == before.overall_experience and found.lowest_low == before.lowest_low
