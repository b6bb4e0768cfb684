"""The shortlist: what is kept, and what rating it takes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.analysis.journeys.first_pass import minutes_needed, shortlist
from cxstudio.catalogue.samples import sample
from cxstudio.edits import mark_shortlist
from cxstudio.model import Journey
from cxstudio.model.kinds import ShortlistMark
from cxstudio.store import Store
from cxstudio.wording import texts
from cxstudio.wording.figures.first_pass_sentences import advice, time_words


@pytest.mark.parametrize(("touchpoints", "minutes"), [(214, 86), (12, 5), (1, 1), (0, 0), (25, 10), (400, 160)])
def test_time_is_what_the_method_says(touchpoints: int, minutes: int) -> None:
    assert minutes_needed(touchpoints) == minutes


@given(st.integers(0, 5000), st.integers(0, 5000), st.integers(1, 6))
def test_more_touchpoints_never_take_less_time(a: int, b: int, questions: int) -> None:
    few, many = sorted((a, b))
    assert minutes_needed(few, questions) <= minutes_needed(many, questions)


def test_what_burns_comes_first_and_everything_is_counted_once() -> None:
    document = sample("lindenfurt", "de").document
    store = Store(document)
    journey = document.all(Journey)[0].id
    ids = [t.id for t in document.journey_touchpoints(journey)]
    with store.transaction("") as draft:
        mark_shortlist(draft, ids[:3], ShortlistMark.CHECK)
        mark_shortlist(draft, ids[5:7], ShortlistMark.BURNING)
        mark_shortlist(draft, ids[8:9], ShortlistMark.SKIP)
        mark_shortlist(draft, ids[0:1], None)
    made = shortlist(store.document, journey)
    assert made.kept == (*ids[5:7], *ids[1:3])
    assert made.skipped == tuple(ids[8:9])
    assert made.total == len(ids)
    assert made.marked == 5


def test_words_in_both_languages() -> None:
    assert time_words(214, texts("de")) == "4 Fragen × 214 Kontaktpunkte = 86 Minuten"
    assert time_words(12, texts("en")) == "4 questions × 12 touchpoints = 5 minutes"


def test_advice_speaks_up_when_too_much_or_too_little_is_kept() -> None:
    document = sample("large", "en").document
    store = Store(document)
    journey = document.all(Journey)[0].id
    ids = [t.id for t in document.journey_touchpoints(journey)]
    said = []
    for kept in (0, 5, 20, 40):
        with store.transaction("") as draft:
            mark_shortlist(draft, ids, ShortlistMark.SKIP)
            mark_shortlist(draft, ids[:kept], ShortlistMark.CHECK)
        said.append(advice(shortlist(store.document, journey), texts("en")))
    assert said[0].startswith("Sort each touchpoint")
    assert "12" in said[1]
    assert said[2] == ""
    assert "25" in said[3]
