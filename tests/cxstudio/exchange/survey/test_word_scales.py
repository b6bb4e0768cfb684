"""Words of scales: any length, both languages, never two words on one step."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange.survey.word_scales import (
    FAMILIES,
    completes_scale,
    folded,
    kano_scale,
    says_nothing,
    word_scale,
    word_scales,
)


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family.name)
def test_scales_of_a_family_name_levels_that_are_there_in_order(family: object) -> None:
    levels = len(family.levels)  # type: ignore[attr-defined]
    for scale in family.scales:  # type: ignore[attr-defined]
        assert list(scale) == sorted(set(scale)) and scale[0] >= 0 and scale[-1] < levels and len(scale) >= 3


@given(data=st.data())
def test_words_of_a_scale_are_read_in_their_order_whatever_they_are_called(data: st.DataObject) -> None:
    family = data.draw(st.sampled_from(FAMILIES))
    scale = data.draw(st.sampled_from(family.scales))
    of = data.draw(st.sampled_from((*family.of, ""))) if family.of else ""
    words = [data.draw(st.sampled_from(family.levels[at])).replace("{of}", of).strip() for at in scale]
    shown = [data.draw(st.sampled_from((word, word.upper(), f" {word}. ", word.replace(" ", "  ")))) for word in words]
    found = word_scales(shown)
    exact = [each for each in found if each.exact]
    assert exact, shown
    steps = [[each.steps[word] for word in shown] for each in exact]
    assert list(range(1, len(scale) + 1)) in steps


@given(data=st.data())
def test_no_two_words_stand_for_one_step(data: st.DataObject) -> None:
    family = data.draw(st.sampled_from(FAMILIES))
    pool = [word.replace("{of}", "") for names in family.levels for word in names]
    words = data.draw(st.lists(st.sampled_from(pool), min_size=2, max_size=8, unique_by=folded))
    for scale in word_scales(words):
        assert len(set(scale.steps.values())) == len(words) and set(scale.steps.values()) <= set(
            range(1, scale.points + 1)
        )


@pytest.mark.parametrize(
    ("words", "steps"),
    [
        (("Poor", "Fair", "Good", "Very good", "Excellent"), (1, 2, 3, 4, 5)),
        (("schlecht", "eher schlecht", "mittel", "eher gut", "gut"), (1, 2, 3, 4, 5)),
        (("unwichtig", "eher unwichtig", "eher wichtig", "wichtig", "sehr wichtig"), (1, 2, 3, 4, 5)),
        (("trifft nicht zu", "trifft eher nicht zu", "teils-teils", "trifft eher zu", "trifft zu"), (1, 2, 3, 4, 5)),
        (("mangelhaft", "ausreichend", "befriedigend", "gut", "sehr gut", "ungenügend"), (2, 3, 4, 5, 6, 1)),
        (("Etwas unzufrieden", "Weder noch", "Etwas zufrieden", "Sehr zufrieden", "Sehr unzufrieden"), (2, 3, 4, 5, 1)),
        (("nie", "selten", "manchmal", "oft", "immer"), (1, 2, 3, 4, 5)),
        (("매우 불만족", "불만족", "보통", "만족", "매우 만족"), (1, 2, 3, 4, 5)),
    ],
)
def test_usual_scales(words: tuple[str, ...], steps: tuple[int, ...]) -> None:
    assert tuple((word_scale(words) or {}).get(word) for word in words) == steps


def test_words_of_no_scale() -> None:
    assert word_scale(["good", "blue"]) is None and kano_scale(["like", "like it"]) is None
    assert not word_scales(["sehr gut", "sehr schlecht", "zufrieden", "immer"])


def test_applies_not_is_an_answer_only_where_it_completes_a_scale() -> None:
    assert says_nothing("trifft nicht zu") and says_nothing("Weiß nicht") and says_nothing("–")
    assert completes_scale("trifft nicht zu", ["trifft zu", "trifft eher zu", "trifft nicht zu"])
    assert not completes_scale("trifft nicht zu", ["sehr zufrieden", "zufrieden", "trifft nicht zu"])


def test_a_few_words_more_than_any_scale_have_no_reading() -> None:
    every = [word for family in FAMILIES if family.name == "agreement" for names in family.levels for word in names]
    for words in combinations(every[:6], 4):
        scales = word_scales(words)
        assert all(len(set(scale.steps.values())) == 4 for scale in scales)
