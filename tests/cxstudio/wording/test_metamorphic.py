"""What is said about a journey holds whatever its touchpoints are called and in which order equal ones stand."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from cxstudio.analysis import round_figures
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.model import Document, Stage, SurveyCounts, Touchpoint, TouchpointRatings
from cxstudio.wording import texts
from cxstudio.wording.findings.page_one_finding import finding
from cxstudio.wording.findings.report_headlines import (
    counts_headline,
    critical_headline,
    deltas_headline,
    map_headline,
    need_headline,
)
from tests.cxstudio.journeys import as_counts, journeys
from tests.examples import examples

UNRATED = re.compile(r"; [\d,.]+ of [\d,.]+ touchpoints? (is|are) not rated yet")


def claims(document: Document) -> list[str]:
    """Every sentence the report puts on top of a page, without how much is not rated."""
    figures, words = round_figures(document, "r"), texts("en")
    return [
        UNRATED.sub("", finding(document, figures, words)),
        map_headline(document, figures, words, "Nothing"),
        deltas_headline(document, figures, words),
        counts_headline(figures, words),
        need_headline(document, figures, words),
        critical_headline(sum(is_critical(figures, t) for t in document.journey_touchpoints("j")), words),
    ]


def named(document: Document, names: dict[str, str]) -> Document:
    return document.evolve([t.model_copy(update={"name": names[t.id]}) for t in document.all(Touchpoint)])


def plainly(document: Document) -> Document:
    """With names no sentence could contain by itself."""
    return named(document, {t.id: f"Name{at:03}x" for at, t in enumerate(document.all(Touchpoint))})


@settings(max_examples=examples(60), deadline=None)
@given(journeys(), st.booleans())
def test_renaming_changes_the_names_and_nothing_else(document: Document, survey: bool) -> None:
    first = plainly(as_counts(document) if survey else document)
    other = named(first, {t.id: t.name.replace("Name", "Other") for t in first.all(Touchpoint)})
    assert [said.replace("Name", "Other") for said in claims(first)] == claims(other)


@settings(max_examples=examples(60), deadline=None)
@given(journeys(), st.integers(1, 4), st.booleans())
def test_touchpoints_nobody_rated_change_no_claim(document: Document, more: int, survey: bool) -> None:
    first = plainly(as_counts(document) if survey else document)
    stage = Stage(id="later", journey="j", name="Later", order="zz")
    added = [Touchpoint(id=f"new{at}", stage="later", name=f"New {at}", order=f"b{at}") for at in range(more)]
    assert claims(first.evolve([stage, *added])) == claims(first)


@settings(max_examples=examples(60), deadline=None)
@given(journeys(), st.data(), st.booleans())
def test_equal_touchpoints_can_change_places(document: Document, data: st.DataObject, survey: bool) -> None:
    """Both are named or neither; only the order of their names follows the map."""
    rated = [r for r in document.all(TouchpointRatings) if r.round == "r"]
    assume(rated and len(document.all(Touchpoint)) > 1)
    one = data.draw(st.sampled_from(rated))
    twin = data.draw(st.sampled_from([t for t in document.all(Touchpoint) if t.id != one.touchpoint]))
    mine = document.get(Touchpoint, one.touchpoint)
    old = [r.id for k in (TouchpointRatings, SurveyCounts) for r in document.having(k, "touchpoint", twin.id)]
    alike = twin.model_copy(update={"requirement": mine.requirement, "critical": mine.critical})
    equal = document.evolve(
        [alike, one.model_copy(update={"id": "twin", "touchpoint": twin.id})], [i for i in old if i != one.id]
    )
    first = plainly(as_counts(equal) if survey else equal)
    a, b = first.get(Touchpoint, mine.id), first.get(Touchpoint, twin.id)
    swapped = first.evolve(
        [
            a.model_copy(update={"order": b.order, "stage": b.stage}),
            b.model_copy(update={"order": a.order, "stage": a.stage}),
        ]
    )
    assert [sorted(re.findall(r"\w+", said)) for said in claims(swapped)] == [
        sorted(re.findall(r"\w+", said)) for said in claims(first)
    ]
