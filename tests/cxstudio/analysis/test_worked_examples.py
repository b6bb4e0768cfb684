"""Figures against published worked examples and an independent implementation."""

from collections import Counter

import pytest

from cxstudio.analysis.flow.markov_chain import OUT, expected_visits
from cxstudio.analysis.statistics.answer_counts import Table
from cxstudio.analysis.statistics.descriptive import agreement, summary
from cxstudio.analysis.statistics.kano_figures import KanoKind, kano_figures, kano_kind
from cxstudio.analysis.statistics.krippendorff_alpha import alpha

CODERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)
"""Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), example C: four observers, a dot is missing."""


def test_alpha_with_missing_values_is_krippendorffs_own_example() -> None:
    columns = zip(*(row.split() for row in CODERS), strict=True)
    units = [tuple(sorted(Counter(int(v) for v in column if v != ".").items())) for column in columns]
    assert alpha(units) == pytest.approx(0.849, abs=0.0005)


def test_agreement_is_that_of_james_demaree_and_wolf() -> None:
    """On five points the even distribution has variance 2, so a variance of one half agrees by 0.75."""
    answers = Table()
    for value, times in ((3, 1), (4, 2), (5, 1)):
        answers.add(value, times, 1, 5)
    part = summary(answers)
    assert part is not None and part.deviation is not None
    assert agreement(part, 5) == pytest.approx(1 - part.deviation**2 / 2)
    assert agreement(part, 5) == pytest.approx(1 - (2 / 3) / 2)


def test_the_walk_between_home_and_bar_is_grinsteads_and_snells() -> None:
    """Introduction to Probability, example 11.13: from corner 2 of 1, 2, 3 the walk passes 1, 2 and 1 times."""
    half = 0.5
    rows = {"1": {OUT: half, "2": half}, "2": {"1": half, "3": half}, "3": {"2": half, OUT: half}}
    assert expected_visits("2", rows) == pytest.approx({"1": 1, "2": 2, "3": 1})
    assert expected_visits("1", rows) == pytest.approx({"1": 1.5, "2": 1, "3": 0.5})


def test_the_evaluation_table_is_that_of_berger_and_others() -> None:
    """Rows: like, must be, neutral, live with, dislike if it is there; columns the same if it is missing."""
    letters = {
        "A": KanoKind.ATTRACTIVE, "O": KanoKind.ONE_DIMENSIONAL, "M": KanoKind.MUST_BE,
        "I": KanoKind.INDIFFERENT, "R": KanoKind.REVERSE, "Q": KanoKind.QUESTIONABLE,
    }  # fmt: skip
    table = ("Q A A A O", "R I I I M", "R I I I M", "R I I I M", "R R R R Q")
    for there, row in enumerate(table, 1):
        for missing, letter in enumerate(row.split(), 1):
            assert kano_kind(there, missing) is letters[letter]


def test_better_and_worse_are_those_of_berger_and_others() -> None:
    """Ten attractive, twenty one-dimensional, five must-be and fifteen indifferent answers; others do not count."""
    found = kano_figures({"1|3": 10, "1|5": 20, "3|5": 5, "3|3": 15, "5|1": 7, "1|1": 3})
    assert found is not None and found.kind is KanoKind.ONE_DIMENSIONAL
    assert found.better == pytest.approx(30 / 50) and found.worse == pytest.approx(-25 / 50)
    assert found.n == 60
