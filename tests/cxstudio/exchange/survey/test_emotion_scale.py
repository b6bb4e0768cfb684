"""Emotion is rated from −3 to 3; what was rated otherwise is moved to its neutral step, or asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.exchange.readers import read, read_request
from cxstudio.exchange.survey.proposal.signed_scales import neutral, signed_scales
from cxstudio.model import GROUP_VOICE, SurveyCounts, TouchpointRatings
from tests.cxstudio.exchange.test_surveys import EN, of


def survey(values: list[int], heading: str = "Emotion Hotline") -> str:
    return "\n".join([f"ID;Hotline;{heading}", *(f"{n};{n % 5 + 1};{v}" for n, v in enumerate(values))])


def felt(plan: ImportPlan) -> set[int]:
    keys = [key for counts in of(plan, SurveyCounts) for key in counts.emotion]
    return {int(key.split("|")[0]) for key in keys}


def test_emotion_from_1_to_5_is_asked_about_and_3_is_neutral() -> None:
    plan = read(text=survey([n % 5 + 1 for n in range(40)]))
    doubt = next(doubt for doubt in plan.doubts if doubt.id == "emotion-scale")
    assert [choice.label.said(EN) for choice in doubt.choices] == ["1 to 5: 3 is neutral", "1 to 7: 4 is neutral"]
    assert felt(plan) == {-2, -1, 0, 1, 2}
    seven = read_request(replace(plan.request, mapping=doubt.choices[1].mapping))
    assert felt(seven) == {-3, -2, -1, 0, 1} and "emotion-scale" not in {d.id for d in seven.doubts}


@pytest.mark.parametrize(("heading", "highest"), [("Emotion Hotline (1-7)", 5), ("Emotion Hotline", 7)])
def test_a_legend_or_the_whole_scale_leaves_no_doubt(heading: str, highest: int) -> None:
    plan = read(text=survey([n % highest + 1 for n in range(42)], heading))
    assert "emotion-scale" not in {d.id for d in plan.doubts}
    assert min(felt(plan)) == -3 and max(felt(plan)) == highest - 4


def test_negative_numbers_leave_no_doubt() -> None:
    plan = read(text=survey([n % 7 - 3 for n in range(42)]))
    assert not [d for d in plan.doubts if d.id == "emotion-scale"] and felt(plan) == set(range(-3, 4))


def test_a_list_with_emotion_from_1_to_5_reads_no_bad_one_as_good() -> None:
    text = "Touchpoint\tEmotion\nWebsite\t4\nHotline\t2\n"
    plan = read(text=text)
    (doubt,) = plan.doubts
    assert [choice.option for choice in doubt.choices] == ["--accept emotion:1..5", "--accept emotion:1..7"]
    assert [dict(r.emotion) for r in of(plan, TouchpointRatings)] == [{GROUP_VOICE: 1}, {GROUP_VOICE: -1}]
    told = read(text=text.replace("Emotion", "Emotion (1-5)"))
    assert not told.doubts and "Emotion: 3 becomes 0." in [note.said(EN) for note in told.notes]


@given(st.lists(st.integers(-3, 12), min_size=1, max_size=30))
def test_every_scale_proposed_holds_the_numbers_and_has_a_middle(values: list[int]) -> None:
    for lowest, highest in signed_scales(dict.fromkeys(values, 1)):
        assert all(lowest <= value <= highest for value in values)
        assert neutral(lowest, highest) - lowest == highest - neutral(lowest, highest) <= 3
