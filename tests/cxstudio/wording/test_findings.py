"""Findings about ways, change, targets, views and figures of the journey: what they say, and never say."""

from __future__ import annotations

import dataclasses
import re

import pytest
from hypothesis import given, settings

from cxstudio.analysis import round_figures
from cxstudio.analysis.change.change_values import CHANGING, Doubt, Obstacle, TargetState
from cxstudio.analysis.change.loyalty_change import journey_figure_changes
from cxstudio.analysis.change.round_change import round_changes
from cxstudio.analysis.change.target_results import target_outcomes
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.journey_figures.benchmark_values import benchmarks
from cxstudio.analysis.journey_figures.nps_csat_ces import journey_figures
from cxstudio.analysis.round.employees_against_customers import views_compared
from cxstudio.catalogue.samples import sample
from cxstudio.model import (
    Benchmark,
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
from cxstudio.model.kinds import FigureKind, MeasureStatus, RoundKind, TransitionKind, View
from cxstudio.wording import Texts, texts
from cxstudio.wording.explanations.change_explanations import (
    explain_benchmark,
    explain_change,
    explain_drift,
    explain_journey_figure,
    explain_opportunity,
    explain_seen,
    explain_target,
)
from cxstudio.wording.explanations.flow_explanations import FLOW_FIGURES, explain_flow
from cxstudio.wording.explanations.touchpoint_explanations import Explained
from cxstudio.wording.figures.loyalty_sentences import benchmark_words, figure_change_words, figure_words
from cxstudio.wording.findings.change_findings import (
    DOUBTS,
    OBSTACLES,
    STATES,
    change_findings,
    obstacle_sentence,
    target_sentence,
    target_words,
)
from cxstudio.wording.findings.flow_findings import flow_findings
from cxstudio.wording.findings.view_findings import views_findings
from tests.cxstudio.journeys import journey, journeys
from tests.cxstudio.wording.test_sentences import FORBIDDEN
from tests.examples import examples

DRIFT = (
    "Extreme values drift back towards the middle by themselves; "
    "what a measure added cannot be read from the change alone."
)
NBSP = "\N{NO-BREAK SPACE}"


def flow_said(document: Document, language: str) -> list[str]:
    flow = flow_figures(document, "j", round_figures(document, "r"))
    return [finding.text for finding in flow_findings(document, flow, texts(language))]


def test_the_ways_of_the_sample() -> None:
    document = sample("lindenfurt", "de").document
    flow = flow_figures(document, "journey1", round_figures(document, "round1"))
    said = flow_findings(document, flow, texts("de"))
    assert [finding.text for finding in said] == [
        f"70{NBSP}% kommen bis „Karte ‚Gut angekommen?‘“ (Annahme).",
        f"30{NBSP}% brechen bei „Umzugsformular“ ab (Annahme).",
        f"15{NBSP}% gehen von „Hotline“ zurück zu „Zählerstand per Foto“ (Annahme).",
        (
            "Jeder Weg führt über „Zählerstand per Foto“, „Zählerwechsel“, „Begrüßungsschreiben mit Abschlag“ "
            "und 2 weitere."
        ),
        f"Der wahrscheinlichste Weg führt über 12 Kontaktpunkte; 14{NBSP}% nehmen genau diesen Weg (Annahme).",
        "Der angenehmste Weg (mittlere Emotion +0,4) führt über „Ummeldung im Kundenzentrum“.",
        (
            "Der schlechteste Weg (mittlere Emotion −0,3) führt über „Tarifrechner“, „Umzugsformular“, „Bestätigung“ "
            "und 2 weitere."
        ),
        "12 Wege mit Übergabe zwischen Abteilungen.",
        "Bei der Übergabe an „Hotline“ wird nicht alles weitergegeben.",
        "Am häufigsten von Kundenservice an Netz: auf 3 Wegen.",
        "13 Kanalwechsel, 7 davon zwischen online und offline.",
    ]
    assert said[1].touchpoints == ("t04",) and said[8].touchpoints == ("t08",)


def test_the_views_of_the_sample_tell_its_story() -> None:
    document = sample("lindenfurt", "en").document
    said = views_findings(document, views_compared(document, round_figures(document, "round1")), texts("en"))
    assert said[0].text == (
        "Where both views rated, the experience is lowest at “Hotline” (employees’ view) and "
        "“Final bill for the old flat” (customers’ view)."
    )
    assert said[0].touchpoints == ("t08", "t12") and len(said) == 4


def way(source: str, target: str | None, kind: TransitionKind, share: float | None = None) -> Transition:
    return Transition(id=f"{source}{target}", source=source, target=target, kind=kind, share=share, assumed=True)


def test_branches_loops_and_guesses_are_said() -> None:
    other, back, leave = TransitionKind.ALTERNATIVE, TransitionKind.RETURN, TransitionKind.DROP_OUT
    ways: list[Record] = [
        way("t1", "t3", other, 0.25),
        way("t4", "t2", back, 0.5),
        way("t5", None, leave, 0.2),
        way("t6", "t6", back, 0.5),
    ]
    felt = [{"emotion": (value,)} for value in (0, 2, -2, 0, 0, 0, 0)]
    assert flow_said(journey(felt, more=ways), "en") == [
        "80% get as far as “Point 7” (assumption).",
        "20% drop out at “Point 5” (assumption).",
        "50% go back from “Point 4” to “Point 2” (assumption).",
        "50% come to “Point 6” once more (assumption).",
        "“Point 3” is passed 2.0 times on average (assumption).",
        "The happiest path (mean emotion 0.0) goes via “Point 2”.",
        "The worst path (mean emotion −0.3) goes without “Point 2”.",
    ]


def test_what_is_wrong_with_a_drawing_is_said() -> None:
    normal, leave = TransitionKind.NORMAL, TransitionKind.DROP_OUT
    stuck: list[Record] = [way("t1", "t2", normal), way("t2", "t1", normal)]
    assert flow_said(journey([{}] * 6, more=stuck), "en") == [
        "How many reach “Point 6” cannot be calculated.",
        "No path leads to “Point 3”, “Point 4”, “Point 5” and 1 more.",
        "Nobody gets out of the loop of “Point 1” and “Point 2”.",
    ]
    gone: list[Record] = [way("t1", None, leave, 1.0)]
    assert flow_said(journey([{}] * 2, more=gone), "en")[:2] == [
        "Nobody reaches “Point 2” (assumption).",
        "100% drop out at “Point 1” (assumption).",
    ]
    assert flow_said(journey([{}] * 3), "de") == []
    assert flow_said(journey(), "de") == []


def survey(round_id: str, order: str, counts: dict[str, int], view: View = View.CUSTOMERS) -> list[Record]:
    return [
        Round(id=round_id, journey="j", kind=RoundKind.SURVEY, view=view, order=order),
        SurveyCounts(id=f"c{round_id}", round=round_id, touchpoint="t1", pairs=FrozenMap(counts)),
    ]


def test_a_change_stands_beside_the_change_elsewhere() -> None:
    ratings = [{"experience": (2, 3, 2)}, {"experience": (5, 5, 5)}]
    later: list[Record] = [
        Round(id="r2", journey="j", order="b", raters_knew_measures=True),
        TouchpointRatings(id="x1", round="r2", touchpoint="t1", experience=FrozenMap({"v1": 4, "v2": 5, "v3": 4})),
        TouchpointRatings(id="x2", round="r2", touchpoint="t2", experience=FrozenMap({"v1": 5, "v2": 5, "v3": 4})),
        Measure(id="m", title="M", touchpoints=("t1",), status=MeasureStatus.DONE),
    ]
    document = journey(ratings, more=later)
    changes = round_changes(document, "r", "r2")
    assert [finding.text for finding in change_findings(document, changes, texts("en"))] == [
        "Largest rise at “Point 1”: Experience 2.3 → 4.3, change +2.0, n = 3 and 3.",
        "Largest fall at “Point 2”: Experience 5.0 → 4.7, change −0.3, n = 3 and 3.",
        "Experience: mean change +2.0 at 1 touchpoint with a measure and −0.3 at 1 touchpoint without one.",
        DRIFT,
        "The raters knew the measures.",
    ]
    alike = [{"experience": (2, 2)}, {"experience": (3, 3)}]
    both = [r.model_copy(update={"id": f"n{r.id}", "round": "r2", "experience": FrozenMap({"v1": 4, "v2": 4})})
            for r in journey(alike).all(TouchpointRatings)]  # fmt: skip
    same = journey(alike, more=[Round(id="r2", journey="j", order="b"), both[0].model_copy(update={
        "experience": FrozenMap({"v1": 3, "v2": 3})}), both[1]])  # fmt: skip
    told = [finding.text for finding in change_findings(same, round_changes(same, "r", "r2"), texts("en"))]
    assert told[0] == "Largest rise at “Point 1” and “Point 2”: Experience +1.0."
    assert told[1] == "Experience: mean change +1.0 at 2 touchpoints; no measure was running yet."
    assert told[-1] == "Whether those who rated knew the measures was not noted."


def test_two_surveys_show_their_interval() -> None:
    more = [*survey("r2", "b", {"6|2": 20, "6|3": 20}), *survey("r3", "c", {"6|4": 20, "6|5": 20})]
    document = journey(touchpoints=[{}], more=more)
    changes = round_changes(document, "r2", "r3")
    told = change_findings(document, changes, texts("de"))[0].text
    assert told == (
        "Größter Anstieg bei „Point 1“: Erlebnis 2,5 → 4,5, Veränderung +2,0, 95-%-Intervall +1,7 bis +2,3, "
        "n = 40 und 40."
    )
    change = changes.touchpoints[0].experience
    assert change is not None
    assert "Welch" in explain_change("experience", change, texts("de")).source
    steady = journey(touchpoints=[{}], more=[*more[:2], *survey("r4", "d", {"6|2": 20, "6|3": 20})])
    told = change_findings(steady, round_changes(steady, "r2", "r4"), texts("en"))[0].text
    assert told == "No touchpoint changed clearly."


def test_rounds_that_do_not_compare_say_why() -> None:
    document = journey(more=[Round(id="r2", journey="j", scale=5)])
    (only,) = change_findings(document, round_changes(document, "r", "r2"), texts("de"))
    assert only.text == "Die Runden haben verschiedene Skalen, ihre Werte sind nicht vergleichbar."
    assert set(OBSTACLES) == set(Obstacle) and set(DOUBTS) == set(Doubt) and set(STATES) == set(TargetState)
    assert all(obstacle_sentence(one, texts("de")) != OBSTACLES[one] for one in Obstacle)


def test_a_target_missed_by_little_shows_why_it_is_missed() -> None:
    def said(goal: float, language: str = "en") -> tuple[str, str]:
        more: list[Record] = [
            Measure(id="m", title="M", touchpoints=("t1",), status=MeasureStatus.DONE),
            Target(id="g", measure="m", touchpoint="t1", from_value=3.0, to_value=goal),
        ]
        document = journey([{"experience": (4, 5, 4, 5, 4, 5, 4, 5, 4)}], more=more)
        (one,) = target_outcomes(document, "r")
        return target_sentence(document, one, texts(language)), target_words(one, texts(language))

    assert said(4.4) == ("Experience 4.4, wanted 4.4, n = 9: target met.", "target met")
    assert said(4.45)[0] == "Experience 4.44, wanted 4.45, n = 9: target missed."
    assert said(6.0, "de")[0] == "Erlebnis 4,4, gewünscht 6,0, n = 9: Ziel verfehlt."


@pytest.mark.parametrize(
    ("figure", "scale", "counts", "told"),
    [
        (FigureKind.NPS, (0, 10), {"10": 7, "8": 2, "3": 3}, "7 of 12 promoters, 3 of 12 detractors"),
        (FigureKind.NPS, (0, 10), {"9": 20, "8": 10, "6": 10}, "NPS +25: 50% promoters, 25% detractors, n = 40"),
        (FigureKind.NPS, (1, 7), {"7": 3, "1": 1}, "3 of 4 would recommend it (top two points)"),
        (FigureKind.CSAT, (1, 5), {"5": 30, "2": 10}, "75% satisfied (top two points), n = 40"),
        (FigureKind.CES, (1, 7), {"3": 2, "4": 2}, "mean 3.5 from 1 to 7, n = 4"),
        (FigureKind.WANT, (1, 7), {"7": 1, "6": 1, "2": 1}, "2 of 3 would want it again (top two points)"),
        (FigureKind.RETURN, (1, 7), {"1": 1}, "0 of 1 would come back (top two points)"),
        (FigureKind.RECOMMEND, (1, 7), {"6": 40}, "100% would tell others (top two points), n = 40"),
    ],
)
def test_figures_of_the_journey(figure: FigureKind, scale: tuple[int, int], counts: dict[str, int], told: str) -> None:
    record = JourneyFigures(
        id="n", round="r", figure=figure, lowest=scale[0], highest=scale[1], counts=FrozenMap(counts)
    )
    (found,) = journey_figures(journey(more=[record]), "r")
    assert figure_words(found, texts("en")) == told


def test_figures_of_the_journey_change_too() -> None:
    def told(then: dict[str, int], now: dict[str, int], figure: FigureKind, low: int, high: int) -> list[str]:
        more: list[Record] = [Round(id="r2", journey="j", order="b", scale=5)]
        for name, counts in (("r", then), ("r2", now)):
            record = {"id": f"n{name}", "round": name, "figure": figure, "lowest": low, "highest": high}
            more.append(JourneyFigures.model_validate({**record, "counts": counts}))
        changes = journey_figure_changes(journey(more=more), "r", "r2")
        return [figure_change_words(one, texts("en")) for one in changes]

    assert told({"9": 20, "1": 20}, {"9": 30, "1": 10}, FigureKind.NPS, 0, 10) == [
        "Recommendation (NPS) 0 → +50, change +50, n = 40 and 40"
    ]
    assert told({"9": 2, "1": 2}, {"9": 30, "1": 10}, FigureKind.NPS, 0, 10) == [
        "Recommendation (NPS): 2 of 4 → 30 of 40 promoters"
    ]
    assert told({"5": 20, "1": 20}, {"5": 30, "1": 10}, FigureKind.CSAT, 1, 5) == [
        "Satisfaction (CSAT) 50% → 75%, change +25 percentage points, n = 40 and 40"
    ]
    assert told({"5": 1}, {"3": 1}, FigureKind.CES, 1, 7) == [
        "Customer effort (CES) 5.0 → 3.0, change −2.0, n = 1 and 1"
    ]
    assert told({"5": 1}, {"2": 1}, FigureKind.WANT, 1, 7) == ["Would want it: 0 of 1 → 0 of 1"]
    assert journey_figure_changes(journey(), "r", "r") == ()


def test_benchmarks_stand_beside_ours_with_source_and_year() -> None:
    more: list[Record] = [
        Benchmark(id="b1", about="j", figure="CSAT", value=80, source="Kundenmonitor", year=2025),
        Benchmark(id="b2", about="t1", figure="experience", value=5.25),
        Benchmark(id="b3", about="j", figure="nps", value=12, source="x", year=2024),
        JourneyFigures(
            id="n", round="r", figure=FigureKind.CSAT, lowest=1, highest=5, counts=FrozenMap({"5": 3, "1": 1})
        ),
    ]
    document = journey([{"experience": (4, 5)}], more=more)
    found = benchmarks(document, round_figures(document, "r"), journey_figures(document, "r"))
    assert [benchmark_words(one, texts("en")) for one in found] == [
        "Satisfaction (CSAT) 80% (Kundenmonitor, 2025); here 75%",
        "Recommendation (NPS) +12 (x, 2024)",
        "Experience 5.3 (source or year missing); here 4.5",
    ]
    assert benchmark_words(found[0], texts("en"), as_counts=True).endswith("2025)")


def later_said(document: Document, words: Texts) -> list[str | Explained]:
    """Everything the later figures of a journey can say."""
    figures = round_figures(document, "r")
    flow = flow_figures(document, "j", figures)
    compared = views_compared(document, figures)
    said: list[str | Explained] = [finding.text for finding in flow_findings(document, flow, words)]
    said += [explain_flow(figure, document, flow, words) for figure in FLOW_FIGURES]
    said += [finding.text for finding in views_findings(document, compared, words)]
    if compared is not None:
        said += [explain_seen(document, one, compared, words) for one in compared.touchpoints]
    said += [explain_opportunity(one, document.get(Round, "r"), words) for one in figures.touchpoints]
    changes = round_changes(document, "r", "again")
    said += [finding.text for finding in change_findings(document, changes, words)]
    for one in changes.touchpoints:
        told = [(figure, getattr(one, figure)) for figure in CHANGING]
        said += [explain_change(figure, change, words) for figure, change in told if change is not None]
    said += [explain_drift(drift, words) for drift in changes.drifts]
    said += [explain_target(document, one, words) for one in target_outcomes(document, "again")]
    asked = journey_figures(document, "again")
    said += [explain_journey_figure(one, words) for one in asked]
    said += [figure_change_words(one, words) for one in journey_figure_changes(document, "r", "again")]
    said += [explain_benchmark(one, words) for one in benchmarks(document, round_figures(document, "again"), asked)]
    return said


def with_later_round(document: Document) -> Document:
    """The same journey rated once more, with a measure, targets, a figure of the journey and a benchmark."""
    again = document.get(Round, "r").model_copy(update={"id": "again", "order": "c"})
    ratings = []
    for record in document.all(TouchpointRatings):
        shifted = {voice: None if value is None else value + 1 for voice, value in record.experience.items()}
        change = {"id": f"again{record.id}", "round": "again", "experience": FrozenMap(shifted)}
        ratings.append(record.model_copy(update=change))
    places = tuple(t.id for t in document.journey_touchpoints("j")[:1])
    return document.evolve([
        again,
        *ratings,
        Measure(id="m", title="M", touchpoints=places, status=MeasureStatus.RUNNING),
        Target(id="g1", measure="m", touchpoint=(*places, None)[0], from_value=1.0, to_value=4.0),
        Target(id="g2", measure="m", touchpoint=(*places, None)[0], to_value=4.0, at_least=True),
        JourneyFigures(id="je", round="r", figure=FigureKind.NPS, counts=FrozenMap({"9": 30, "2": 20})),
        JourneyFigures(id="jf", round="again", figure=FigureKind.NPS, counts=FrozenMap({"9": 20, "2": 20})),
        Benchmark(id="b", about="j", figure="nps", value=3, source="S", year=2020),
    ])  # fmt: skip


@settings(max_examples=examples(60), deadline=None)
@given(journeys())
def test_no_finding_ever_claims_what_figures_cannot_know(document: Document) -> None:
    later = with_later_round(document)
    for language, pattern in FORBIDDEN.items():
        for one in later_said(later, texts(language)):
            parts = [one] if isinstance(one, str) else [str(v) for v in dataclasses.astuple(one)]
            for sentence in parts:
                assert not re.search(pattern, sentence, re.IGNORECASE), sentence
                assert "{" not in sentence and not {"nan", "inf", "None"} & set(sentence.split())
                assert "Annahme) (" not in sentence and ".." not in sentence
