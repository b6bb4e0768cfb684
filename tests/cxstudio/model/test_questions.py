"""One row per question: what all that read the rows rely on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.edits.rating.rating_edits import check_value
from cxstudio.exchange.survey.answer_reading import target_range
from cxstudio.exchange.survey.survey_mapping import ROLE_LABELS, TOUCHPOINT_ROLES, Role
from cxstudio.model import Round, SurveyCounts, TouchpointRatings
from cxstudio.model.questions import (
    BY_NAME,
    DELTA,
    FIGURES,
    FULL,
    QUESTIONS,
    SHORT,
    SINGLE,
    TouchpointQuestion,
    counted,
    digit_answer,
    is_signed,
    limits,
    same_on_every_scale,
)
from cxstudio.wording import texts
from cxstudio.wording.explanations.touchpoint_explanations import define
from cxstudio.wording.figures.figure_sentences import ends_words, written_value

SCALES = st.integers(2, 10)


def test_every_row_fills_fields_of_the_records() -> None:
    fields = set(TouchpointRatings.model_fields) - {"id", "round", "touchpoint"}
    assert fields == {*FIGURES, *(question.word for question in SINGLE if question.word)}
    assert {question.counts for question in QUESTIONS} == set(SurveyCounts.model_fields) - {
        "id", "round", "touchpoint", "segment",
    }  # fmt: skip


def test_questions_counted_jointly_are_the_two_of_a_pair() -> None:
    assert [question.name for question in counted("pairs")] == ["expectation", "experience"]
    assert [question.name for question in counted("kano")] == ["kano_functional", "kano_dysfunctional"]


@pytest.mark.parametrize("asked", [FULL, SHORT])
def test_what_is_asked_together_leaves_out_what_another_question_stands_in_for(asked: tuple[str, ...]) -> None:
    assert set(asked) <= set(FIGURES)
    replaced = {name for figure in asked for name in BY_NAME[figure].instead_of}
    assert not replaced & set(asked)
    assert set(BY_NAME["quick"].instead_of) <= set(FULL) - set(SHORT)


@given(SCALES, st.sampled_from(FIGURES), st.integers(-12, 12))
def test_edits_and_the_import_keep_to_the_rows(scale: int, figure: str, value: int) -> None:
    low, high = limits(figure, scale)
    assert target_range(Role(figure), scale) == (low, high)
    about = Round(id="r", journey="j", scale=scale)
    if low <= value <= high:
        check_value(about, figure, value)
    else:
        with pytest.raises(ValueError, match="runs from"):
            check_value(about, figure, value)


@given(SCALES)
def test_the_delta_reaches_as_far_as_its_two_questions_lie_apart(scale: int) -> None:
    low, high = limits("experience", scale)
    assert limits(DELTA, scale) == (low - high, high - low)


@given(SCALES, SCALES, st.sampled_from(QUESTIONS))
def test_fixed_ends_are_the_same_on_every_scale(one: int, other: int, question: TouchpointQuestion) -> None:
    if same_on_every_scale(question.name):
        assert question.limits(one) == question.limits(other)
    else:
        assert question.limits(one) == (1, one)


@given(SCALES, st.sampled_from(QUESTIONS), st.integers(0, 9), st.booleans())
def test_a_digit_gives_an_answer_of_the_question_or_none(
    scale: int, question: TouchpointQuestion, digit: int, minus: bool
) -> None:
    low, high = ends = question.limits(scale)
    value = digit_answer(digit, ends, minus=minus)
    assert value is None or low <= value <= high
    typed = {digit_answer(d, ends, minus=m) for d in range(10) for m in (False, True)}
    assert typed - {None} == set(range(low, high + 1)), "every answer can be typed"


def test_a_question_with_named_choices_is_a_row_with_fixed_ends() -> None:
    promise = TouchpointQuestion("promise", "promise", (1, 3))
    assert promise.limits(7) == promise.limits(5) == (1, 3)
    assert not promise.signed
    assert [digit_answer(digit, promise.limits(10)) for digit in (0, 1, 3, 4)] == [None, 1, 3, None]


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_question_has_its_words(language: str) -> None:
    said = texts(language)
    about = Round(id="r", journey="j", scale=5)
    for figure in FIGURES:
        ends = ends_words(figure, said, about.scale)
        assert ends["high"].startswith("+") is is_signed(figure)
        told = define(figure, about, said).definition
        assert all(end in told for end in ends.values()), figure
        assert written_value(figure, 2, said, 0) == ("+2" if is_signed(figure) else "2")
    assert set(ROLE_LABELS) >= TOUCHPOINT_ROLES
