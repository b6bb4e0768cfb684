"""What must hold for every journey: no figure is invented, and it does not matter how answers were kept."""

from __future__ import annotations

import dataclasses
import json
import math
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import figures_json, round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures, Verdict
from cxstudio.model import Document, FrozenMap, Journey, Round, TouchpointRatings
from cxstudio.model.kinds import RequirementKind, RoundKind
from tests.cxstudio.journeys import as_counts, journeys
from tests.examples import examples

MAPS = ("expectation", "experience", "emotion", "importance", "quick")


def numbers(value: object) -> list[float]:
    """Every number anywhere inside a figure."""
    if isinstance(value, float):
        return [value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [n for f in dataclasses.fields(value) for n in numbers(getattr(value, f.name))]
    if isinstance(value, dict):
        return [n for v in value.values() for n in numbers(v)]
    if isinstance(value, (tuple, list)):
        return [n for v in value for n in numbers(v)]
    return []


@settings(max_examples=examples(150), deadline=None)
@given(journeys())
def test_figures_of_any_journey_are_finite_and_in_their_ranges(document: Document) -> None:
    figures = round_figures(document, "r")
    scale = document.get(Round, "r").scale
    assert all(math.isfinite(n) for n in numbers(figures))
    for one in figures.touchpoints:
        assert one.need is None or 0 <= one.need <= 100
        assert one.agreement is None or 0 <= one.agreement <= 1
        assert one.experience is None or 1 <= one.experience.mean <= scale
        assert one.emotion is None or -3 <= one.emotion.mean <= 3
        few = document.get(Round, "r").kind is RoundKind.SURVEY and one.delta is not None and one.delta.n < 5
        assert (one.verdict is Verdict.UNKNOWN) == (one.delta is None or few or one.target) == (not one.possible)
        if one.delta is not None and one.delta.interval is not None:
            low, high = one.delta.interval
            assert 1 - scale <= low <= one.delta.mean + 1e-9 and one.delta.mean - 1e-9 <= high <= scale - 1
    json.dumps(figures_json(document), allow_nan=False)


@settings(max_examples=examples(80), deadline=None)
@given(journeys())
def test_the_ranking_puts_unmet_basics_on_top_and_stability_holds_the_rank(document: Document) -> None:
    figures = round_figures(document, "r")
    unmet = [figures.by_id[t].unmet_basic for t in figures.ranking]
    assert unmet == sorted(unmet, reverse=True)
    assert len(set(figures.ranking)) == len(figures.ranking)
    for touchpoint in figures.ranking:
        rank, held = figures.rank(touchpoint), figures.stability[touchpoint]
        assert rank is not None
        assert held.lowest_rank_over_exponents <= rank <= held.highest_rank_over_exponents


def plain(figures: RoundFigures) -> Any:
    """What does not depend on telling persons apart."""
    return (figures.touchpoints, figures.ranking, figures.ranks, figures.profile)


@settings(max_examples=examples(80), deadline=None)
@given(journeys(wild=False))
def test_counts_and_single_ratings_of_the_same_answers_give_the_same_figures(document: Document) -> None:
    assert plain(round_figures(as_counts(document), "r")) == plain(round_figures(document, "r"))


@settings(max_examples=examples(60), deadline=None)
@given(journeys(), st.randoms(use_true_random=False))
def test_the_order_of_participants_does_not_matter(document: Document, chance: Any) -> None:
    shuffled = []
    for record in document.all(TouchpointRatings):
        maps = {}
        for name in MAPS:
            items = list(getattr(record, name).items())
            chance.shuffle(items)
            maps[name] = FrozenMap(items)
        shuffled.append(record.model_copy(update=maps))
    again = round_figures(document.evolve(shuffled), "r")
    assert again == round_figures(document, "r")


@settings(max_examples=examples(60), deadline=None)
@given(journeys())
def test_a_further_skip_changes_no_mean(document: Document) -> None:
    skipped = [
        record.model_copy(update={name: FrozenMap({**getattr(record, name), "late": None}) for name in MAPS})
        for record in document.all(TouchpointRatings)
    ]
    before, after = round_figures(document, "r"), round_figures(document.evolve(skipped), "r")
    for one in before.touchpoints:
        other = after.by_id[one.touchpoint]
        for name in (*MAPS, "delta"):
            first, second = getattr(one, name), getattr(other, name)
            assert (first and first.mean) == (second and second.mean)
            assert first is None or second.skipped == first.skipped + 1
        assert (one.need, one.verdict, one.agreement) == (other.need, other.verdict, other.agreement)
    assert before.ranking == after.ranking


@settings(max_examples=examples(40), deadline=None)
@given(journeys())
def test_a_target_curve_is_never_shown_as_a_round(document: Document) -> None:
    from cxstudio.model.rounds import shown_round

    targets = [r.model_copy(update={"kind": RoundKind.TARGET}) for r in document.all(Round)]
    assert shown_round(document.evolve(targets), document.all(Journey)[0].id) is None


@settings(max_examples=examples(60), deadline=None)
@given(journeys(), st.data())
def test_figures_taken_over_from_an_earlier_document_are_those_computed_afresh(document: Document, data: Any) -> None:
    before = round_figures(document, "r")
    dict(before.stability)
    later = document
    ratings = document.all(TouchpointRatings)
    if ratings:
        record = data.draw(st.sampled_from(ratings))
        later = later.evolve([record.model_copy(update={"experience": FrozenMap({"v1": 1, "new": None})})])
    points = document.journey_touchpoints("j")
    if points and data.draw(st.booleans()):
        point = data.draw(st.sampled_from(points))
        later = later.evolve([point.model_copy(update={"requirement": RequirementKind.BASIC, "order": "zz"})])
    if data.draw(st.booleans()):
        later = later.evolve([later.get(Round, "r").model_copy(update={"kind": RoundKind.SURVEY, "respondents": 77})])
    again = round_figures(later, "r", before=before)
    assert again == round_figures(later, "r")
