"""Little, odd or no data: figures are absent then, never wrong and never a crash."""

from __future__ import annotations

import pytest

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import TouchpointFigures, Verdict
from cxstudio.model import Document, Journey, MissingRecord, Round, SurveyCounts
from cxstudio.model.base import FrozenMap
from cxstudio.model.kinds import RequirementKind, RoundKind, View
from cxstudio.model.rounds import shown_round
from tests.cxstudio.journeys import journey


def only(document: Document) -> TouchpointFigures:
    (found,) = round_figures(document, "r").touchpoints
    return found


def test_a_journey_without_touchpoints_has_empty_figures() -> None:
    figures = round_figures(journey(), "r")
    assert (figures.touchpoints, figures.ranking, figures.n) == ((), (), 0)
    assert figures.overall_experience is None and figures.peak_end is None


def test_a_journey_without_rounds_shows_none() -> None:
    assert shown_round(Document([Journey(id="j", title="J")]), "j") is None


def test_a_missing_round_is_said() -> None:
    with pytest.raises(MissingRecord):
        round_figures(journey(), "nothing")


def test_touchpoints_nobody_rated_have_no_figures() -> None:
    figures = round_figures(journey([{}, {"experience": (4,)}]), "r")
    assert [f.touchpoint for f in figures.touchpoints] == ["t2"]
    assert figures.criticality["t1"].reasons == ()


def test_one_participant_has_a_verdict_but_no_spread_agreement_or_stability() -> None:
    document = journey([{"expectation": (6,), "experience": (3,), "importance": (5,)}])
    found = only(document)
    assert found.verdict is Verdict.DISAPPOINTING
    assert found.delta is not None and found.delta.deviation is None
    assert found.agreement is None and found.delta_agreement is None
    held = round_figures(document, "r").stability["t1"]
    assert held.lowest_rank_without_one is None


def test_everybody_alike_agrees_fully() -> None:
    alike = {"expectation": (4,) * 12, "experience": (4,) * 12}
    assert only(journey([alike])).agreement == 1
    found = only(journey([alike], kind=RoundKind.SURVEY))
    assert found.agreement is None and not found.disagreeing
    assert found.delta is not None and found.delta.interval is not None
    assert found.delta.interval[0] < 0 < found.delta.interval[1]


def test_a_survey_of_few_tells_nothing_but_their_number() -> None:
    few = {"expectation": (6,) * 4, "experience": (2,) * 4, "importance": (7,) * 4}
    figures = round_figures(journey([few], touchpoints=[{"requirement": "basic"}], kind=RoundKind.SURVEY), "r")
    (found,) = figures.touchpoints
    assert (found.n, found.verdict, found.possible, found.need) == (4, Verdict.UNKNOWN, (), None)
    assert not found.unmet_basic and figures.ranking == () and not figures.criticality["t1"].proposed


def test_everybody_skipping_is_counted_and_gives_no_mean() -> None:
    found = only(journey([{"expectation": (None, None), "experience": (None, 5)}]))
    assert found.expectation is None and found.delta is None
    assert found.verdict is Verdict.UNKNOWN
    assert found.experience is not None and (found.experience.n, found.experience.skipped) == (1, 1)


def test_values_off_the_scale_count_as_skipped() -> None:
    found = only(journey([{"expectation": (0, 6, 6), "experience": (5, 99, 4), "emotion": (-9, 2, None)}]))
    assert found.delta is not None
    assert (found.delta.counts, found.delta.skipped) == (((-2, 1),), 2)
    assert found.emotion is not None and (found.emotion.n, found.emotion.skipped) == (1, 2)


def test_counts_nobody_can_read_count_as_skipped() -> None:
    counts = SurveyCounts(
        id="c", round="r", touchpoint="t1", pairs=FrozenMap({"6|3": 5, "6|-": 1, "x|y": 2, "6": 1, "5|5": -3})
    )
    found = only(journey(touchpoints=[{}], more=[counts], kind=RoundKind.SURVEY))
    assert found.delta is not None and (found.delta.n, found.delta.skipped) == (5, 4)
    assert found.expectation is not None and (found.expectation.n, found.expectation.skipped) == (7, 2)


def test_of_a_few_answers_of_a_survey_only_the_number_is_told() -> None:
    """Whatever stands on screen or paper comes from these figures: what they do not hold nobody can show."""
    counts = SurveyCounts(
        id="c", round="r", touchpoint="t1", pairs=FrozenMap({"6|3": 4, "-|2": 1}), emotion=FrozenMap({"-2": 3})
    )
    found = only(journey(touchpoints=[{}], more=[counts], kind=RoundKind.SURVEY))
    assert (found.expectation, found.delta, found.emotion, found.withheld) == (None, None, None, 4)
    assert found.experience is not None and found.experience.n == 5
    document = journey(touchpoints=[{}], more=[counts], kind=RoundKind.DISCUSSION)
    assert only(document).delta is not None and only(document).withheld == 0


def test_quick_ratings_fill_the_delta_only_where_there_are_no_pairs() -> None:
    quick = only(journey([{"quick": (-3, -1, -2), "importance": (7, 7, 7)}], scale=5))
    assert quick.delta_from_quick and quick.delta is not None and quick.delta.mean == -2
    assert quick.expectation is None and quick.experience is None
    assert quick.verdict is Verdict.DISAPPOINTING
    pairs = only(journey([{"quick": (-3,), "expectation": (4,), "experience": (4,)}]))
    assert not pairs.delta_from_quick and pairs.delta is not None and pairs.delta.mean == 0


def test_a_survey_whose_interval_holds_the_threshold_is_uncertain() -> None:
    wide = only(
        journey([{"expectation": (5,) * 10, "experience": (1, 2, 3, 4, 5, 6, 7, 1, 7, 3)}], kind=RoundKind.SURVEY)
    )
    assert wide.uncertain
    sure = only(journey([{"expectation": (6,) * 10, "experience": (2, 3) * 5}], kind=RoundKind.SURVEY))
    assert not sure.uncertain and sure.verdict is Verdict.DISAPPOINTING


@pytest.mark.parametrize(("scale", "edge"), [(7, 1), (10, 1.5), (5, 2 / 3)])
def test_the_threshold_is_the_same_share_of_every_scale(scale: int, edge: float) -> None:
    fields = [{"expectation": (scale, scale), "experience": (scale - 1, scale - (2 if edge > 1 else 1))}]
    found = only(journey(fields, scale=scale))
    assert found.verdict is Verdict.DISAPPOINTING
    assert found.delta is not None and found.delta.mean <= -edge + 1e-9


def test_ceiling_is_within_half_a_point_of_the_top() -> None:
    assert only(journey([{"expectation": (7, 6)}])).ceiling
    assert not only(journey([{"expectation": (7, 6, 6)}])).ceiling


def test_the_group_has_one_voice() -> None:
    from cxstudio.model import GROUP_VOICE, TouchpointRatings

    ratings = TouchpointRatings(
        id="x",
        round="r",
        touchpoint="t1",
        expectation=FrozenMap({GROUP_VOICE: 6}),
        experience=FrozenMap({GROUP_VOICE: 2}),
    )
    document = journey(touchpoints=[{"requirement": RequirementKind.BASIC}], more=[ratings], kind=RoundKind.GROUP)
    figures = round_figures(document, "r")
    assert figures.n == 1 and figures.touchpoints[0].unmet_basic


def test_the_newest_round_is_shown_unless_one_is_chosen() -> None:
    document = journey(more=[Round(id="r2", journey="j", order="b", view=View.CUSTOMERS)])
    newest = shown_round(document, "j")
    assert newest is not None and newest.id == "r2"
    chosen = shown_round(document.evolve([Journey(id="j", title="J", shown_round="r")]), "j")
    assert chosen is not None and chosen.id == "r"
