"""Findings in cases the sample has not: other views, many loops, channels, deltas as targets."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cxstudio.analysis import round_figures
from cxstudio.analysis.change.round_change import round_changes
from cxstudio.analysis.change.target_results import target_outcomes
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.round.employees_against_customers import views_compared
from cxstudio.analysis.statistics.figure_values import RankStability
from cxstudio.catalogue.samples import sample
from cxstudio.model import (
    Channel,
    Department,
    Document,
    JourneyFigures,
    Measure,
    Record,
    Round,
    SurveyCounts,
    Target,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.base import FrozenMap
from cxstudio.model.kinds import (
    ChannelPlace,
    FigureKind,
    MeasureStatus,
    RoundKind,
    TargetFigure,
    TransitionKind,
    Travels,
    View,
)
from cxstudio.wording import texts
from cxstudio.wording.explanations.change_explanations import (
    explain_journey_figure,
    explain_opportunity,
    explain_seen,
    explain_stability,
)
from cxstudio.wording.explanations.flow_explanations import explain_flow
from cxstudio.wording.findings.change_findings import change_findings, target_sentence
from cxstudio.wording.findings.flow_findings import flow_findings
from cxstudio.wording.findings.view_findings import views_findings
from tests.cxstudio.journeys import journey

CUSTOMERS = "the customers’ view"


def compared(
    pairs: dict[str, dict[str, int]], ours: list[tuple[int, int]], language: str = "en", **r: Any
) -> list[str]:
    """What is said where our single voice gave (expectation, experience) and customers these pairs."""
    more: list[Record] = [Round(id="r2", journey="j", kind=RoundKind.SURVEY, view=View.CUSTOMERS, order="b")]
    more += [SurveyCounts(id=f"c{t}", round="r2", touchpoint=t, pairs=FrozenMap(p)) for t, p in pairs.items()]
    document = journey([{"expectation": (a,), "experience": (b,)} for a, b in ours], more=more, **r)
    found = views_compared(document, round_figures(document, "r"))
    if found is not None and found.touchpoints:
        told = explain_seen(document, found.touchpoints[0], found, texts(language))
        assert "0.5" in told.definition or "0,5" in told.definition
    return [finding.text for finding in views_findings(document, found, texts(language))]


def test_views_alike_and_views_of_experts() -> None:
    assert compared({"t1": {"6|3": 5}, "t2": {"5|5": 5}}, [(6, 3), (5, 5)]) == [
        "Where both views rated, the experience is lowest at “Point 1” in both.",
        "There is no clear difference at the 2 touchpoints rated in both views.",
    ]
    assert compared({"t1": {"6|3": 5}, "t2": {"5|5": 5, "5|4": 1}}, [(5, 5), (7, 5)], view=View.EXPERTS) == [
        (
            "Where both views rated, the experience is lowest at “Point 1” (customers’ view); "
            "experts’ view: none is clearly lowest."
        ),
        f"“Point 1”: experience 2.0 points worse in {CUSTOMERS} (3.0, n = 5) than in the experts’ view (5.0, n = 1).",
    ]


def test_views_without_enough_answers_or_without_a_second_view() -> None:
    few = compared({"t1": {"6|3": 4}, "t2": {"5|5": 5}}, [(6, 3), (5, 5)])
    assert few[-1] == "1 touchpoint has too few answers in the customers’ view."
    assert compared({}, [(6, 3)])[0].endswith("no touchpoint was rated in both.")
    assert compared({"t1": {"6|3": 9}}, [(6, 3)], view=View.CUSTOMERS)[0].startswith("Views cannot be compared")
    many = compared({f"t{at}": {"6|2": 5} for at in range(1, 8)}, [(5, 5)] * 7, "de")
    assert len(many) == 6 and many[-1] == "An 2 weiteren Kontaktpunkten unterscheiden sie sich auch."


def said(document: Document, language: str = "en") -> list[str]:
    return [finding.text for finding in flow_findings(document, flow_figures(document, "j"), texts(language))]


def test_many_loops_and_ways_back() -> None:
    back = TransitionKind.RETURN
    ways = [Transition(id=f"w{at}", source=f"t{at}", target=f"t{at}", kind=back, share=0.01) for at in range(1, 6)]
    ways += [Transition(id="v", source="t2", target="t1", kind=back, share=0.01)]
    told = said(journey([{}] * 6, more=ways))
    assert told[0] == "1% come to “Point 1” once more (assumption). 2 more paths lead back in this loop."
    assert told[-1] == "1 more loop."


def test_most_leave_in_one_place() -> None:
    leave = TransitionKind.DROP_OUT
    ways = [
        Transition(id=f"w{at}", source=f"t{at}", kind=leave, share=share, assumed=False)
        for at, share in ((1, 0.1), (2, 0.5))
    ]
    assert said(journey([{}] * 3, more=ways))[:2] == [
        "45% get as far as “Point 3”.",
        "Most drop out at “Point 2”: 45% of all cases.",
    ]


def test_breaks_and_handovers() -> None:
    more: list[Record] = [
        Channel(id="web", name="Web", place=ChannelPlace.ONLINE),
        Channel(id="desk", name="Desk", place=ChannelPlace.OFFLINE),
        Department(id="d1", name="Sales"),
        Department(id="d2", name="IT"),
        Transition(id="w", source="t1", target="t2", travels=Travels.NOTHING),
    ]
    fields = [{"channels": ("web",), "departments": ("d1",)}, {"channels": ("desk",), "departments": ("d2",)}]
    document = journey(touchpoints=fields, more=more)
    assert said(document) == [
        "1 path with a handover between departments.",
        "Not everything is passed on at the handover to “Point 2”.",
        "1 channel change between online and offline.",
    ]
    flow = flow_figures(document, "j")
    assert explain_flow("handovers", document, flow, texts("en")).numbers == "1 drawn; 1.0 per case on average"
    assert explain_flow("arrival", document, flow, texts("de")).numbers.startswith("100")


def test_ways_that_fork_and_meet_again() -> None:
    other = TransitionKind.ALTERNATIVE
    ways = [
        Transition(id="w", source="t1", target="t3", kind=other),
        Transition(id="v", source="t4", target="t6", kind=other),
    ]
    assert not any(one.startswith("Every path") for one in said(journey([{}] * 8, more=ways)))
    far = said(journey([{}] * 8, more=[Transition(id="w", source="t1", target="t7", kind=other)]))
    assert far == [
        "Every path goes through “Point 7”.",
        "The most likely path has 3 touchpoints; 50% take exactly this path (assumption).",
    ]


@pytest.mark.parametrize(
    ("figure", "goal", "told"),
    [
        (TargetFigure.DELTA, -1.0, "Delta −2.0, wanted −1.0, 95% interval −2.6 to −1.2, n = 12: target missed."),
        (TargetFigure.EMOTION, 1.0, "Emotion +2.0, wanted +1.0, 95% interval +1.2 to +2.2, n = 12: target met."),
        (TargetFigure.EXPERIENCE, 2.0, "Experience 3.0, wanted 2.0, 95% interval 2.7 to 3.4, n = 12: target met."),
    ],
)
def test_targets_of_every_figure(figure: TargetFigure, goal: float, told: str) -> None:
    more: list[Record] = [
        Measure(id="m", title="M", touchpoints=("t1",), status=MeasureStatus.RUNNING),
        Target(id="g", measure="m", touchpoint="t1", figure=figure, to_value=goal),
    ]
    answers = {"expectation": (5,) * 12, "experience": (3,) * 12, "emotion": (2,) * 12}
    document = journey([answers], more=more, kind=RoundKind.SURVEY)
    (one,) = target_outcomes(document, "r")
    assert target_sentence(document, one, texts("en")) == told


def test_no_change_at_all_and_nothing_in_common() -> None:
    def told(touchpoint: str) -> list[str]:
        again = TouchpointRatings(id="x", round="r2", touchpoint=touchpoint, experience=FrozenMap({"v1": 3}))
        document = journey([{"experience": (3,)}, {}], more=[Round(id="r2", journey="j", order="b"), again])
        return [finding.text for finding in change_findings(document, round_changes(document, "r", "r2"), texts("en"))]

    assert told("t1")[0] == "No touchpoint changed clearly."
    assert told("t2") == ["No change to report: no touchpoint was rated in both rounds."]


def test_opportunity_and_figures_of_the_journey_are_explained() -> None:
    def score(importance: tuple[int, ...], experience: tuple[int, ...]) -> str:
        document = journey([{"importance": importance, "experience": experience}])
        found = round_figures(document, "r").by_id["t1"]
        return explain_opportunity(found, document.get(Round, "r"), texts("de")).numbers

    assert score((7, 7), (7, 1)) == "10,0 + (10,0 − 5,0) = 15,0, n = 2"
    assert score((1, 1), (7, 1)) == "0,0 + 0 = 0,0, n = 2"
    from cxstudio.analysis.journey_figures.nps_csat_ces import journey_figures

    record = JourneyFigures(id="n", round="r", figure=FigureKind.NPS, lowest=1, highest=7, counts=FrozenMap({"7": 3}))
    (found,) = journey_figures(journey(more=[record]), "r")
    told = explain_journey_figure(found, texts("en"))
    assert told.definition.endswith("counts are shown instead of per cent.") and told.source == ""


def test_both_stabilities_are_explained() -> None:
    document = sample("lindenfurt", "en").document
    figures = round_figures(document, "round1")
    hotline = explain_stability(figures, "t08", texts("en"))
    assert hotline.numbers == "Rank 1 or 2, whichever person is left out. Rank 1 or 2, depending on the weights."
    assert "0.5" in hotline.definition
    assert explain_stability(figures, "t10", texts("de")).numbers == ""
    middle = replace(figures, stability={"t08": RankStability(1, 3, 1, 3)}, ranks={"t08": 2})
    assert explain_stability(middle, "t08", texts("en")).numbers.endswith("importance and shortfall: rank 1 to 3.")
    firm = replace(figures, stability={"t08": RankStability(None, None, 1, 1)}, ranks={"t08": 1})
    assert explain_stability(firm, "t08", texts("en")).numbers == "Rank 1, whatever the weights."
