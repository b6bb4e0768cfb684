"""What people type is read as they meant it: what the program writes, it reads back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cxstudio.wording import LANGUAGES, texts
from cxstudio.wording.number_parsing import parse_date, parse_number

TODAY = date(2026, 3, 12)


@given(some.integers(-(10**9), 10**9), some.integers(0, 2), some.sampled_from(LANGUAGES))
def test_numbers_come_back(number: int, decimals: int, language: str) -> None:
    value = number / 10**decimals
    written = texts(language).number(value, decimals)
    assert parse_number(written, texts(language)) == pytest.approx(value)


@given(some.dates(date(1900, 1, 1), date(2200, 12, 31)), some.sampled_from(LANGUAGES))
def test_days_come_back(day: date, language: str) -> None:
    words = texts(language)
    assert parse_date(words.date(day), words, TODAY) == day
    assert parse_date(words.long_date(day), words, TODAY) == day
    assert parse_date(day.isoformat(), words, TODAY) == day


@given(some.text(max_size=20), some.sampled_from(LANGUAGES))
def test_anything_else_is_refused_and_never_breaks(text: str, language: str) -> None:
    for read in (lambda: parse_number(text, texts(language)), lambda: parse_date(text, texts(language), TODAY)):
        try:
            read()
        except ValueError:
            continue


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        ("de", "1.500", 1500),
        ("de", "1.5", 1.5),
        ("de", "1,5 €", 1.5),
        ("de", "−3", -3),
        ("de", "12.345.678", 12345678),
        ("en", "1,500", 1500),
        ("en", "1,5", 1.5),
        ("en", "€73,000", 73000),
        ("en", " ", None),
        ("de", "38 %", 38),
    ],
)
def test_numbers_as_typed(language: str, text: str, value: float | None) -> None:
    assert parse_number(text, texts(language)) == value


@pytest.mark.parametrize("text", ["1,2,3", "1.2,3.4", "abc", "--1", "1e5"])
def test_no_numbers(text: str) -> None:
    with pytest.raises(ValueError):
        parse_number(text, texts("de"))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "30.9.", date(2026, 9, 30)),
        ("de", "3.2.27", date(2027, 2, 3)),
        ("de", "1. März", date(2026, 3, 1)),
        ("en", "30 Sept 2026", date(2026, 9, 30)),
        ("en", "30/9/2026", date(2026, 9, 30)),
        ("de", "", None),
    ],
)
def test_days_as_typed(language: str, text: str, day: date | None) -> None:
    assert parse_date(text, texts(language), TODAY) == day


@pytest.mark.parametrize("text", ["31.2.2026", "0.1.2026", "morgen", "12", "1. Foo"])
def test_no_days(text: str) -> None:
    with pytest.raises(ValueError):
        parse_date(text, texts("de"), TODAY)
