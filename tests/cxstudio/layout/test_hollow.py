"""What a survey does not tell for sure is drawn hollow wherever a verdict stands; a discussion is never hollow."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.catalogue.samples import sample
from cxstudio.layout.display.display_list import Group, Path, Primitive, Rect
from cxstudio.layout.display.drawn_signs import face_step, hollow
from cxstudio.layout.lanes.emotion_lane import emotion_role
from cxstudio.layout.lanes.expectation_lane import PairValue
from cxstudio.layout.lanes.touchpoint_cards import CardStyle, CardValue, card
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.layout.text.text_measuring import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Document, FrozenMap, Round, SurveyCounts
from cxstudio.model.kinds import RoundKind, View
from cxstudio.wording.figures.figure_sentences import delta_words, judged_words
from cxstudio.wording.findings.page_one_finding import finding
from cxstudio.wording.texts import texts
from tests.cxstudio.journeys import journey


@pytest.fixture(scope="module")
def document() -> Document:
    return sample("lindenfurt", "en").document


@pytest.fixture(scope="module")
def survey(document: Document) -> RoundFigures:
    return round_figures(document, "round2")


def outlined(items: Iterable[Primitive], role: Role) -> bool:
    shapes = [i for i in items if isinstance(i, Rect | Path)]
    return any(i.stroke is role and i.fill is Role.SURFACE for i in shapes)


def test_words_tell_sure_from_possible(survey: RoundFigures) -> None:
    told = {f.touchpoint: delta_words(f, texts("en")) for f in survey.touchpoints}
    assert told["t02"] == "▽ −1.2 possibly disappointing"
    assert told["t12"] == "▼ −3.8 clearly disappointing"
    assert told["t10"] == "△ +1.4 possibly delighting"
    assert told["t14"] == "▲ +2.4 clearly delighting"


def test_the_headline_counts_both(document: Document, survey: RoundFigures) -> None:
    said = finding(document, survey, texts("en"))
    assert "; 1 possibly disappoints" in said


def test_both_thresholds_inside_cannot_be_told_and_few_answers_say_so() -> None:
    wide: dict[str, int] = {"4|1": 3, "4|7": 3, "4|4": 1}
    few = {"6|2": 4}
    more = [
        SurveyCounts(id="a", round="r", touchpoint="t1", pairs=FrozenMap(wide)),
        SurveyCounts(id="b", round="r", touchpoint="t2", pairs=FrozenMap(few)),
    ]
    figures = round_figures(journey(touchpoints=[{}, {}], more=more, kind=RoundKind.SURVEY, view=View.CUSTOMERS), "r")
    first, second = (judged_words(f, texts("de")) for f in figures.touchpoints)
    assert (first, second) == ("nicht zu sagen", "zu wenige Antworten")
    assert figures.touchpoints[0].cannot_be_told and not figures.touchpoints[1].possible


def test_cards_are_hollow_only_where_uncertain(survey: RoundFigures) -> None:
    style = CardStyle(FontBook(), SCREEN, Density.NEAR, 130.0, 108.0)
    for far in (style, style._replace(density=Density.FAR)):
        drawn: dict[bool, Group] = {}
        for f in survey.touchpoints:
            if f.touchpoint in ("t02", "t12"):
                value = CardValue(f.touchpoint, "N", False, (), "−1.2", f.verdict, False, False, False, f.uncertain)
                drawn[f.uncertain] = card(value, far)
        assert outlined(drawn[True].items, Role.DISAPPOINTING)
        assert not outlined(drawn[False].items, Role.DISAPPOINTING)


def test_a_hollow_shape_stays_inside_its_own() -> None:
    made = hollow(Rect(0, 0, 10, 4, fill=Role.DELIGHTING), True, 1.0)
    assert (made.x, made.y, made.width, made.height) == (0.5, 0.5, 9, 3)
    assert hollow(made, False, 1.0) is made
    assert not PairValue._field_defaults["uncertain"]


@pytest.mark.parametrize("mean", [-1.0, -0.96, -1.04, -19 / 20])
def test_what_reads_alike_has_one_colour_and_one_face(mean: float) -> None:
    assert emotion_role(mean) is Role.DISAPPOINTING and face_step(mean) == -1
    assert emotion_role(-0.94) is Role.OKAY


def test_a_survey_has_no_sign_of_disagreement(document: Document) -> None:
    split = SurveyCounts(id="x", round="round2", touchpoint="t05", pairs=FrozenMap({"5|1": 20, "5|7": 20}))
    found = round_figures(document.evolve([split]), "round2").of("t05")
    assert document.get(Round, "round2").kind is RoundKind.SURVEY
    assert found is not None and not found.disagreeing and found.agreement_steps is None and found.camps is not None
