"""Ways, marks and lines of the flow in words, in both languages; guesses carry their word everywhere."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings

from cxstudio.analysis import round_figures
from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.flow_marks import FlowMark, flow_marks
from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, Touchpoint
from cxstudio.model.kinds import TransitionKind
from cxstudio.wording import LANGUAGES, texts
from cxstudio.wording.findings.flow_lines import arrival_lines, channel_lines, handover_lines, route_line, visit_lines
from cxstudio.wording.findings.transition_sentences import (
    mark_lines,
    share_words,
    spoken_touchpoint,
    total_line,
    way_line,
    ways_shown,
)
from tests.cxstudio.journeys import journey, journeys
from tests.cxstudio.wording.test_sentences import FORBIDDEN
from tests.examples import examples

NBSP = "\N{NO-BREAK SPACE}"
EN, DE = texts("en"), texts("de")


def test_a_way_on_one_line() -> None:
    document = journey([{}] * 2)
    other, leave, normal = TransitionKind.ALTERNATIVE, TransitionKind.DROP_OUT, TransitionKind.NORMAL
    said = way_line(document, "t1", "t2", other, 0.3, EN, assumed=True, drawn=True)
    assert said == "From “Point 1” to “Point 2” · alternative · 30% (assumption)"
    said = way_line(document, "t1", None, leave, 0.38, DE, assumed=False, drawn=True)
    assert said == f"Kundinnen und Kunden brechen bei „Point 1“ ab · 38{NBSP}%"
    said = way_line(document, "t1", "t2", normal, 1.0, EN, assumed=False, drawn=False)
    assert said.endswith("not drawn: the order of the map")
    assert "ends at “Point 2”" in way_line(document, "t2", None, normal, None, EN, assumed=False, drawn=True)


def test_marks_have_a_word_and_a_meaning() -> None:
    for language in LANGUAGES:
        lines = mark_lines(FlowMark, texts(language))
        assert len(set(lines)) == len(FlowMark) and all(": " in line for line in lines)


def test_too_much_is_told_and_rounding_is_not() -> None:
    assert total_line(1.0, EN) == total_line(1.02, EN) == total_line(0.4, EN) == ""
    assert "135%" in total_line(1.35, EN) and f"135{NBSP}%" in total_line(1.35, DE)


def test_what_is_left_out_is_counted() -> None:
    assert ways_shown(12, 12, EN) == "12 paths"
    assert ways_shown(40, 96, DE) == "die stärksten 40 von 96 Wegen, 56 weggelassen"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_of_the_sample(language: str) -> None:
    document = sample("lindenfurt", language).document
    flow, said = flow_figures(document, "journey1", round_figures(document, "round1")), texts(language)
    title, others = arrival_lines(document, flow, said)
    assert said.share(0.702) in title and ("(Annahme)" in title or "(assumption)" in title) and others
    lines = handover_lines(document, flow, said)
    assert lines[0].touchpoints == ("t07", "t08") and "(" in lines[0].text
    assert len(channel_lines(document, flow, said)) == 12 and visit_lines(document, flow, said) == []
    assert route_line(None, said, by_emotion=True) and said.signed(-0.3) in route_line(
        flow.worst, said, by_emotion=True
    )


def test_a_touchpoint_is_spoken_with_its_ways_and_marks() -> None:
    document = sample("lindenfurt", "en").document
    flow = flow_figures(document, "journey1")
    touchpoint = document.get(Touchpoint, "t07")
    said = spoken_touchpoint(document, touchpoint, flow.ways, flow_marks(flow)["t07"], EN)
    assert said == (
        "Meter reading by photo, Hand over, 2 paths onwards, 70% (assumption) to “Hotline”, "
        "30% (assumption) to “Meter exchange”, in a loop, every path passes through here"
    )


def test_an_unknown_share_is_silent() -> None:
    assert share_words(None, True, EN) == "" and share_words(0.5, False, EN) == "50%"


@settings(max_examples=examples(40), deadline=None)
@given(journeys())
def test_no_line_breaks_whatever_the_journey_is_like(document: Document) -> None:
    flow = flow_figures(document, "j", round_figures(document, "r"))
    for language in LANGUAGES:
        said = texts(language)
        lines = [*arrival_lines(document, flow, said)]
        for made in (handover_lines, channel_lines, visit_lines):
            lines += [finding.text for finding in made(document, flow, said)]
        for line in lines:
            assert "{" not in line and "nan" not in line.casefold().split()
            assert not re.search(FORBIDDEN[language], line, re.IGNORECASE), line
