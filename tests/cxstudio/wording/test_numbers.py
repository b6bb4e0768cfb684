"""Numbers as people round and write them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from cxstudio.wording import texts
from cxstudio.wording.texts import rounded


@pytest.mark.parametrize(
    ("value", "decimals", "told"),
    [
        (2.25, 1, "2.3"),
        (-2.25, 1, "-2.3"),
        (2.675, 2, "2.68"),
        (0.285 * 100, 0, "29"),
        (-0.04, 1, "0.0"),
        (0.5, 0, "1"),
    ],
)
def test_a_half_goes_away_from_zero(value: float, decimals: int, told: str) -> None:
    assert str(rounded(value, decimals)) == told


@given(st.integers(-700, 700), st.integers(1, 200))
def test_means_are_rounded_as_by_hand(total: int, n: int) -> None:
    by_hand = (Decimal(total) / Decimal(n)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    assert rounded(total / n, 1) == by_hand


@given(st.integers(-(10**12), 10**12))
def test_thousands_are_grouped_as_the_language_does(value: int) -> None:
    for language in ("de", "en"):
        told = format_decimal(value, format="#,##0", locale=language).replace("-", "−")
        assert texts(language).number(value) == told


def test_signs() -> None:
    german, english = texts("de"), texts("en")
    assert (german.signed(1.24), german.signed(-3.56), german.signed(0.04)) == ("+1,2", "−3,6", "0,0")
    assert english.signed(-0.04) == "0.0"
    assert german.share(0.38) == "38\N{NO-BREAK SPACE}%"


def test_quotations_inside_quotations_get_single_marks() -> None:
    assert texts("de").quoted("Karte „Gut angekommen?“") == "„Karte ‚Gut angekommen?‘“"
    assert texts("en").quoted("Card “Settled in well?”") == "“Card ‘Settled in well?’”"


@pytest.mark.parametrize("value", [1e20, -1e25, 1e300])
def test_numbers_of_any_size_are_written(value: float) -> None:
    assert rounded(value, 2) == Decimal(repr(value))
