"""What those who rate are promised about single answers, against everything that is shown or handed on."""

from __future__ import annotations

from typing import Any

import pytest

from cxstudio.analysis import figures_json, round_figures
from cxstudio.catalogue.samples import sample
from cxstudio.documents.rating_sheet import rating_sheet_pdf
from cxstudio.documents.report.making import report_pdf
from cxstudio.exchange.questionnaires.questionnaire import as_limesurvey, as_text, questionnaire
from cxstudio.layout.charts.chart_request import read, source
from cxstudio.layout.charts.chart_source import Missing
from cxstudio.layout.charts.chart_table import CHARTS
from cxstudio.layout.charts.delta_bars import delta_rows
from cxstudio.model import Document, Journey, Round
from cxstudio.model.kinds import RoundKind
from cxstudio.wording import texts
from cxstudio.wording.figures.answer_promise import promise_words
from tests.cxstudio.documents.report_pages import pages_of

SHOWS_THEM = {"distribution", "answers"}
"""Charts of every answer."""


def announced(single: bool) -> Document:
    document = sample("lindenfurt", "en").document
    return document.evolve([document.get(Round, "round1").model_copy(update={"single_answers": single})])


def counts_in(told: Any) -> list[Any]:
    """Every "counts" anywhere in it but Kano's and those of questions about the whole journey."""
    if isinstance(told, dict):
        mine = [told["counts"]] if "counts" in told and "median" in told else []
        return mine + [c for key, value in told.items() if key not in ("kano", "figures") for c in counts_in(value)]
    return [c for one in told for c in counts_in(one)] if isinstance(told, list) else []


@pytest.mark.parametrize("single", [True, False])
def test_sheet_and_report_promise_the_same_and_every_output_keeps_it(single: bool) -> None:
    document, words = announced(single), texts("en")
    promise = promise_words(document.get(Round, "round1"), words)
    assert ("as a dot" in promise) is single and ("no single ones" in promise) is not single
    sheet = rating_sheet_pdf(document, "journey1", "round1", "en")
    report = " ".join(pages_of(report_pdf(document, {}, "en")))
    assert promise in " ".join(pages_of(sheet)) and promise in report
    assert ("dots: every single answer" in report) is single
    assert ("lowest to highest answer" in report) is not single
    figures = round_figures(document, "round1")
    assert {row.single for row in delta_rows(document, figures)} == {single}
    told = {
        row.id: row.data(source(document, words, figures, "journey1", wanted))
        for row in CHARTS
        if (wanted := read(row.id)) is not None
    }
    assert told.keys() >= SHOWS_THEM
    for chart in SHOWS_THEM:
        assert isinstance(told[chart], Missing) is not single
    (journey,) = figures_json(document)["journeys"]
    counts = counts_in(next(r for r in journey["rounds"] if r["id"] == "round1")["touchpoints"])
    assert counts and all((one is not None) is single for one in counts)


def test_a_questionnaire_promises_what_report_and_figures_of_a_survey_keep() -> None:
    document, words = sample("lindenfurt", "en").document, texts("en")
    survey = document.get(Round, "round2")
    assert survey.kind is RoundKind.SURVEY
    asked = questionnaire(document, "journey1", "en")
    for told in (as_text(asked, "en"), as_limesurvey(asked, "en")):
        assert promise_words(survey, words) in told
    journey = document.get(Journey, "journey1").model_copy(update={"shown_round": "round2"})
    report = " ".join(pages_of(report_pdf(document.evolve([journey]), {}, "en")))
    assert promise_words(survey, words) in report


def test_surveys_and_values_of_a_group_need_no_announcement() -> None:
    words = texts("en")
    survey = Round(id="s", journey="j", kind=RoundKind.SURVEY)
    assert "counted together" in promise_words(survey, words) and "under 5" in promise_words(survey, words)
    assert promise_words(None, words) == promise_words(Round(id="r", journey="j"), words)
