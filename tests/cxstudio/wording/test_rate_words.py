"""Sentences about stability, Kano, journey figures, groups and rounds claim no more than the figures know."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cxstudio.analysis import Options, round_figures
from cxstudio.analysis.journey_figures.nps_csat_ces import figure_of_counts
from cxstudio.analysis.statistics.figure_values import RankStability
from cxstudio.analysis.statistics.kano_figures import kano_figures
from cxstudio.catalogue.samples import sample
from cxstudio.model import Document, Round
from cxstudio.model.kinds import FigureKind
from cxstudio.wording import Texts, texts
from cxstudio.wording.explanations.change_explanations import explain_journey_figure, explain_stability
from cxstudio.wording.explanations.group_explanations import explain_groups
from cxstudio.wording.explanations.kano_explanations import explain_kano, kano_counts, kano_sentence
from cxstudio.wording.explanations.round_explanations import ROUND_FIGURES, explain_round
from cxstudio.wording.explanations.touchpoint_explanations import FIGURES, define
from cxstudio.wording.figures.adjusted_options import adjusted_sentences, need_formula
from cxstudio.wording.figures.emotion_steps import EMOTIONS, emotion_words
from cxstudio.wording.figures.loyalty_sentences import figure_question, figure_value, figure_words
from cxstudio.wording.figures.rank_stability import standing_sentences, standing_words
from tests.cxstudio.journeys import journeys
from tests.cxstudio.wording.test_sentences import FORBIDDEN
from tests.examples import examples

COUNTS = st.dictionaries(st.integers(0, 10), st.integers(0, 40), min_size=1)
PAIRS = st.dictionaries(st.sampled_from([f"{a}|{b}" for a in range(1, 6) for b in range(1, 6)]), st.integers(0, 9))


def claims_nothing(sentence: str, language: str) -> None:
    assert not re.search(FORBIDDEN[language], sentence, re.IGNORECASE), sentence
    assert "{" not in sentence and "nan" not in sentence.split() and "inf" not in sentence.split(), sentence
    if language == "de":
        assert not re.search(r"\d\.\d(?!\d\d)", sentence), sentence


def rate_sentences(document: Document, options: Options, words: Texts) -> list[str]:
    figures = round_figures(document, "r", options)
    round_ = document.get(Round, "r")
    said = [need_formula(options, words), *adjusted_sentences(options, words)]
    for name in ROUND_FIGURES:
        part = explain_round(name, document, figures, words)
        said += [part.title, part.definition, part.numbers]
    for name in FIGURES:
        part = define(name, round_, words, options)
        said += [part.title, part.definition, part.source]
    for touchpoint in figures.criticality:
        said += [standing_words(figures, touchpoint, words), *standing_sentences(figures, touchpoint, words)]
        said.append(explain_stability(figures, touchpoint, words).numbers)
    groups = explain_groups(round_, {"a": None, "b": object()}, words)
    return [*said, groups.definition, groups.numbers]


@settings(max_examples=examples(40), deadline=None)
@given(journeys(), st.floats(0.5, 2), st.floats(0.5, 2), st.floats(0.05, 0.5))
def test_sentences_about_ranks_and_rounds(document: Document, a: float, b: float, threshold: float) -> None:
    options = Options(importance_exponent=a, gap_exponent=b, threshold=threshold)
    for language in FORBIDDEN:
        for sentence in rate_sentences(document, options, texts(language)):
            claims_nothing(sentence, language)


@given(PAIRS)
def test_sentences_about_kano(pairs: dict[str, int]) -> None:
    found = kano_figures(pairs)
    if found is not None:
        for language in FORBIDDEN:
            explained = explain_kano(found, texts(language))
            for sentence in (kano_sentence(found, texts(language)), kano_counts(found), explained.numbers):
                claims_nothing(sentence, language)


@given(st.sampled_from(FigureKind), COUNTS)
def test_sentences_about_the_journey(figure: FigureKind, counts: dict[int, int]) -> None:
    found = figure_of_counts(figure, 0, 10, counts)
    for language in FORBIDDEN:
        claims_nothing(figure_question(figure, texts(language)), language)
        if found is not None:
            claims_nothing(figure_words(found, texts(language)), language)
            claims_nothing(explain_journey_figure(found, texts(language)).numbers, language)
            shown = figure_value(found, texts(language))
            few = found.answers.n < 30 and figure is not FigureKind.CES
            assert ("%" not in shown) if few else shown


def test_the_runner_up_is_named_where_it_is_close() -> None:
    close = kano_figures({"2|5": 10, "1|5": 10, "3|3": 1})
    clear = kano_figures({"2|5": 20, "1|5": 3})
    assert close is not None and clear is not None
    assert kano_sentence(close, texts("en")) == (
        "Basic requirement (M): 10 of 21 answer like this. Close behind: performance requirement (10)."
    )
    assert kano_sentence(clear, texts("de")) == "Basisanforderung (M): 20 von 23 antworten so."


def test_both_stabilities_fit_into_one_short_line() -> None:
    document = sample("lindenfurt", "en").document
    figures = round_figures(document, document.all(Round)[0].id)
    said = [standing_words(figures, t, texts("en")) for t in figures.ranking[:5]]
    assert said[0] == "Rank 1–2 without any one person or under other weights"
    assert said[2] == "Rank stays the same without any one person, and under other weights"
    assert said[4] == "Rank 5–7 without any one person or under other weights"
    assert standing_words(figures, "nowhere", texts("en")) == ""
    object.__setattr__(figures, "stability", {figures.ranking[0]: RankStability(None, None, 1, 3)})
    assert standing_words(figures, figures.ranking[0], texts("de")) == "Rang 1–3 bei anderer Gewichtung"


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (RankStability(None, None, 1, 1), ""),
        (RankStability(1, 2, 1, 1), "Rank 1–2 if one is left out"),
        (RankStability(1, 1, 1, 3), "Rank 1–3 under other weights"),
        (RankStability(1, 2, 1, 3), "Rank 1–2 if one is left out, 1–3 under other weights"),
    ],
)
def test_other_weights_are_spoken_of_only_where_they_change_something(held: RankStability, said: str) -> None:
    document = sample("lindenfurt", "en").document
    figures = round_figures(document, document.all(Round)[0].id)
    first = figures.ranking[0]
    object.__setattr__(figures, "stability", {first: held})
    assert standing_words(figures, first, texts("en")) == said
    changes = held.lowest_rank_over_exponents != held.highest_rank_over_exponents
    sentences = " ".join(standing_sentences(figures, first, texts("en")))
    assert ("weights" in sentences) == (changes or held.lowest_rank_without_one is None)


def test_every_face_has_its_word() -> None:
    assert [emotion_words(step, texts("de")) for step in EMOTIONS][0] == "schrecklich (−3)"
    assert len({emotion_words(step, texts("en")) for step in EMOTIONS}) == 7


def test_the_nps_of_a_survey_stands_with_its_interval() -> None:
    found = figure_of_counts(FigureKind.NPS, 0, 10, {3: 9, 8: 12, 10: 39})
    assert found is not None and found.interval is not None
    plain, told = (figure_words(found, texts("en"), survey=survey) for survey in (False, True))
    assert told == plain + ", 95% interval +29 to +67"
    few = figure_of_counts(FigureKind.NPS, 0, 10, {3: 9, 10: 11})
    assert few is not None and "interval" not in figure_words(few, texts("en"), survey=True), "counts below 30"
