"""The sample's figures as its story tells them, worked out elsewhere."""

from __future__ import annotations

import pytest

from cxstudio.analysis import round_figures
from cxstudio.analysis.statistics.figure_values import Reason, RoundFigures, Verdict
from cxstudio.analysis.statistics.method_options import Options
from cxstudio.catalogue.samples import sample
from cxstudio.model import Document
from cxstudio.model.kinds import RequirementKind
from cxstudio.model.rounds import rounds, shown_round
from cxstudio.wording.texts import rounded

DELTAS = ["-0.9", "-1.9", "-0.1", "-2.8", "-0.4", "1.2", "0.9", "-3.6", "-1.4", "1.4", "-1.2", "-3.1", "-1.0", "2.0"]
NEEDS = ["10", "26", "1", "41", "5", "0", "0", "54", "15", "0", "14", "49", "12", "0"]
AGREEMENT = [".68", ".66", ".76", ".69", ".83", ".88", ".85", ".81", ".28", ".89", ".64", ".83", ".06", ".81"]


@pytest.fixture(scope="module", params=["de", "en"])
def document(request: pytest.FixtureRequest) -> Document:
    return sample("lindenfurt", request.param).document


@pytest.fixture(scope="module")
def workshop(document: Document) -> RoundFigures:
    return round_figures(document, "round1")


@pytest.fixture(scope="module")
def survey(document: Document) -> RoundFigures:
    return round_figures(document, "round2")


def test_deltas(workshop: RoundFigures) -> None:
    assert [str(rounded(f.delta.mean, 1)) for f in workshop.touchpoints if f.delta] == DELTAS


def test_needs(workshop: RoundFigures) -> None:
    assert [str(rounded(f.need or 0.0)) for f in workshop.touchpoints] == NEEDS


def test_agreement(workshop: RoundFigures) -> None:
    assert [str(rounded(f.agreement or 0.0, 2)).lstrip("0") for f in workshop.touchpoints] == AGREEMENT
    assert [f.touchpoint for f in workshop.touchpoints if f.disagreeing] == ["t09", "t13"]


def test_critical_are_hotline_bill_and_form_most_urgent_first(workshop: RoundFigures) -> None:
    assert [t for t in workshop.ranking if workshop.criticality[t].critical] == ["t08", "t12", "t04"]
    assert workshop.ranking[:5] == ("t08", "t12", "t04", "t02", "t09")


def test_why_they_are_critical(workshop: RoundFigures) -> None:
    reasons = {t: [r.reason for r in workshop.criticality[t].reasons] for t in ("t08", "t12", "t04")}
    assert reasons == {
        "t08": [Reason.UNMET_BASIC, Reason.LARGEST_NEED, Reason.LOWEST_LOW],
        "t12": [Reason.UNMET_BASIC, Reason.LARGEST_NEED, Reason.LOWEST_LOW, Reason.CUSTOMERS_SEE_WORSE],
        "t04": [Reason.UNMET_BASIC, Reason.LARGEST_NEED, Reason.DROP_OUT],
    }


def test_whoever_is_left_out_two_share_the_first_ranks_and_the_form_stays_third(workshop: RoundFigures) -> None:
    held = {t: workshop.stability[t] for t in ("t08", "t12", "t04")}
    ranks = {t: (s.lowest_rank_without_one, s.highest_rank_without_one) for t, s in held.items()}
    assert ranks == {"t08": (1, 2), "t12": (1, 2), "t04": (3, 3)}
    over = {t: (s.lowest_rank_over_exponents, s.highest_rank_over_exponents) for t, s in held.items()}
    assert over == {"t08": (1, 2), "t12": (1, 2), "t04": (3, 3)}


def test_the_curve(workshop: RoundFigures) -> None:
    assert workshop.lowest_low == ("t08", "t12")
    assert workshop.highest_high == ("t06", "t10", "t14")
    assert workshop.peak_end is not None
    assert (workshop.peak_end.n, workshop.peak_end.end, workshop.peak_end.peaks) == (9, "t14", ("t08", "t10", "t12"))


def test_survey_means_and_who_is_worst_there(survey: RoundFigures) -> None:
    means = {f.touchpoint: (f.expectation, f.experience) for f in survey.touchpoints}
    told = {"t02": ("5.6", "4.4"), "t04": ("5.9", "3.9"), "t08": ("6.0", "3.6")}
    told |= {"t10": ("4.6", "6.0"), "t12": ("6.4", "2.6"), "t14": ("3.2", "5.6")}
    assert {t: tuple(str(rounded(p.mean, 1)) for p in pair if p) for t, pair in means.items()} == told
    assert survey.ranking[0] == "t12"
    assert survey.n == 46


def test_a_survey_has_intervals_and_gaps_a_discussion_has_needs(workshop: RoundFigures, survey: RoundFigures) -> None:
    assert all(f.delta and f.delta.interval for f in survey.touchpoints)
    assert all(f.delta and f.delta.interval is None for f in workshop.touchpoints)
    assert survey.ranked_by_gap and not workshop.ranked_by_gap
    assert all(f.need is None for f in survey.touchpoints)


def test_what_disappoints_surely_and_possibly_in_the_survey(survey: RoundFigures) -> None:
    assert [f.touchpoint for f in survey.touchpoints if f.disappoints] == ["t04", "t08", "t12"]
    possible = (Verdict.DISAPPOINTING, Verdict.OKAY)
    assert [f.touchpoint for f in survey.touchpoints if f.possible == possible] == ["t02"]


def test_four_basics_disappoint_and_three_are_not_met(document: Document, workshop: RoundFigures) -> None:
    basic = [t.id for t in document.journey_touchpoints("journey1") if t.requirement is RequirementKind.BASIC]
    bad = {f.touchpoint: f.unmet_basic for f in workshop.touchpoints if f.disappoints and f.touchpoint in basic}
    assert bad == {"t04": True, "t08": True, "t11": False, "t12": True}


def test_views_are_kept_apart(document: Document, workshop: RoundFigures, survey: RoundFigures) -> None:
    assert workshop.of("t08") != survey.of("t08")
    assert survey.of("t01") is None
    assert [r.id for r in rounds(document, "journey1")] == ["round1", "round2"]
    shown = shown_round(document, "journey1")
    assert shown is not None and shown.id == "round1"


def test_the_threshold_is_adjustable(document: Document) -> None:
    wide = round_figures(document, "round1", Options(threshold=1 / 3))
    verdicts = {f.touchpoint: f.verdict for f in wide.touchpoints}
    assert [t for t, v in verdicts.items() if v is Verdict.DISAPPOINTING] == ["t04", "t08", "t12"]
    assert [t for t, v in verdicts.items() if v is Verdict.DELIGHTING] == ["t14"]


def test_the_exponents_are_adjustable(document: Document) -> None:
    steep = round_figures(document, "round1", Options(gap_exponent=2))
    hotline = steep.of("t08")
    assert hotline is not None and hotline.need == pytest.approx(100 * (49 / 54) * (32 / 54) ** 2)
