"""Rating as a person or as the group."""

import pytest

from cxstudio.edits import clear_rating, group_round, rate, remove_records
from cxstudio.model import GROUP_VOICE, Round, TouchpointRatings


def answers(small, figure):
    return dict(getattr(small.store.document.all(TouchpointRatings)[0], figure))


def test_an_answer_a_skip_and_taking_back_are_three_things(small):
    touchpoint, (anna, ben) = small.touchpoints[0], small.voices
    with small.store.transaction("rate") as draft:
        rate(draft, small.round, touchpoint, anna, "experience", 3)
        rate(draft, small.round, touchpoint, ben, "experience", None)
    assert answers(small, "experience") == {anna: 3, ben: None}
    with small.store.transaction("clear") as draft:
        clear_rating(draft, small.round, touchpoint, ben, "experience")
    assert answers(small, "experience") == {anna: 3}


def test_two_people_rate_and_undo_takes_back_only_one_key(small):
    touchpoint, (anna, ben) = small.touchpoints[0], small.voices
    for voice, value in ((anna, 3), (ben, 5)):
        with small.store.transaction("rate") as draft:
            rate(draft, small.round, touchpoint, voice, "emotion", value - 4)
    small.store.undo()
    assert answers(small, "emotion") == {anna: -1}


@pytest.mark.parametrize(
    ("figure", "value"), [("experience", 0), ("experience", 8), ("emotion", -4), ("quick", 4), ("mood", 1)]
)
def test_off_the_scale_is_refused_and_nothing_is_kept(small, figure, value):
    before = small.store.document
    with pytest.raises(ValueError, match="runs from|cannot be rated"), small.store.transaction("rate") as draft:
        rate(draft, small.round, small.touchpoints[0], small.voices[0], figure, value)
    assert small.store.document is before


def test_a_removed_participant_leaves_no_answer_behind(small):
    with small.store.transaction("rate") as draft:
        rate(draft, small.round, small.touchpoints[0], small.voices[0], "importance", 7)
    with small.store.transaction("remove") as draft:
        remove_records(draft, [small.voices[0]])
    assert answers(small, "importance") == {}


def test_the_group_has_one_round_of_its_own(small):
    with small.store.transaction("group") as draft:
        first = group_round(draft, small.journey)
        assert group_round(draft, small.journey) == first
        rate(draft, first, small.touchpoints[0], GROUP_VOICE, "expectation", 6)
    assert answers(small, "expectation") == {GROUP_VOICE: 6}
    assert len(small.store.document.having(Round, "journey", small.journey)) == 2
