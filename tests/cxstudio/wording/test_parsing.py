"""What people type is read as they meant it: what the program writes, it reads back."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from cxstudio.wording import LANGUAGES, texts
from cxstudio.wording.date_parsing import last_until, nearest_to, next_from, parse_date
from cxstudio.wording.number_parsing import parse_amount, parse_number

TODAY = date(2026, 3, 12)
THIS_WAY = nearest_to(TODAY)
LANGUAGE = some.sampled_from(LANGUAGES)
GROUPS = some.sampled_from(["", ".", ",", " ", "\u202f", "\u00a0", "'", "’"])


@given(some.integers(-(10**9), 10**9), some.integers(0, 2), LANGUAGE)
def test_numbers_come_back(number: int, decimals: int, language: str) -> None:
    value = number / 10**decimals
    written = texts(language).number(value, decimals)
    assert parse_number(written, texts(language)) == pytest.approx(value)


@given(some.dates(date(1900, 1, 1), date(2200, 12, 31)), LANGUAGE)
def test_days_come_back(day: date, language: str) -> None:
    words = texts(language)
    assert parse_date(words.date(day), words, THIS_WAY) == day
    assert parse_date(words.long_date(day), words, THIS_WAY) == day
    assert parse_date(day.isoformat(), words, THIS_WAY) == day


@given(some.text(max_size=20), LANGUAGE)
def test_anything_else_is_refused_and_never_breaks(text: str, language: str) -> None:
    for read in (lambda: parse_number(text, texts(language)), lambda: parse_date(text, texts(language), THIS_WAY)):
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
        ("de", "4.000,50", 4000.5),
        ("en", "4.000,50", 4000.5),
        ("de", "4,000.50 €", 4000.5),
        ("en", "EUR 4.000,–", 4000),
        ("de", "0.500", 0.5),
        ("en", "12.345.678", 12345678),
    ],
)
def test_numbers_as_typed(language: str, text: str, value: float | None) -> None:
    assert parse_number(text, texts(language)) == value


@pytest.mark.parametrize("text", ["1,2,3", "1.2,3.4", "abc", "--1", "1e5", "1.234,567,8", "12,34,567", "9" * 400])
def test_no_numbers(text: str) -> None:
    with pytest.raises(ValueError):
        parse_number(text, texts("de"))


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [
        ("de", "30.5.", date(2026, 5, 30)),
        ("de", "30.11.", date(2025, 11, 30)),
        ("en", "29 Feb", date(2028, 2, 29)),
        ("de", "3.2.27", date(2027, 2, 3)),
        ("de", "1. März", date(2026, 3, 1)),
        ("en", "30 Sept 2026", date(2026, 9, 30)),
        ("en", "30/9/2026", date(2026, 9, 30)),
        ("de", "", None),
    ],
)
def test_days_as_typed(language: str, text: str, day: date | None) -> None:
    assert parse_date(text, texts(language), THIS_WAY) == day


@pytest.mark.parametrize("text", ["31.2.2026", "0.1.2026", "morgen", "12", "1. Foo"])
def test_no_days(text: str) -> None:
    with pytest.raises(ValueError):
        parse_date(text, texts("de"), THIS_WAY)


@given(some.integers(-(10**9), 10**9), GROUPS, some.sampled_from(".,"), some.booleans(), LANGUAGE)
def test_amounts_with_cents_are_the_same_however_they_are_written(
    cents: int, group: str, decimal: str, before: bool, language: str
) -> None:
    if group == decimal:
        return
    number = f"{abs(cents) // 100:,}".replace(",", group) + f"{decimal}{abs(cents) % 100:02}"
    number = f"−{number}" if cents < 0 else number
    written = f"€{number}" if before else f"{number} €"
    assert parse_number(written, texts(language)) == parse_amount(written) == pytest.approx(cents / 100)


@given(some.integers(1, 999), some.integers(0, 999), some.sampled_from(".,"))
def test_only_one_sign_before_three_digits_depends_on_the_language(thousands: int, rest: int, sign: str) -> None:
    written, grouped = f"{thousands}{sign}{rest:03}", thousands * 1000 + rest
    for language, group in (("de", "."), ("en", ",")):
        wanted = grouped if sign == group else thousands + rest / 1000
        assert parse_number(written, texts(language)) == pytest.approx(wanted)
    assert parse_amount(written) == grouped


@given(some.dates(date(1904, 1, 1), date(2196, 12, 31)), some.dates(date(1904, 1, 1), date(2196, 12, 31)), LANGUAGE)
def test_without_a_year_the_day_is_the_next_the_last_or_the_nearest(typed: date, start: date, language: str) -> None:
    words = texts(language)
    for text in (f"{typed.day}.{typed.month}.", f"{typed.day}/{typed.month}", words.long_date(typed, year=False)):
        ahead, back, near = (parse_date(text, words, way(start)) for way in (next_from, last_until, nearest_to))
        assert ahead is not None and back is not None
        assert {(d.day, d.month) for d in (ahead, back)} == {(typed.day, typed.month)}
        leap = (typed.day, typed.month) == (29, 2)
        assert 0 <= (ahead - start).days <= (366 * 8 if leap else 365)
        assert 0 <= (start - back).days <= (366 * 8 if leap else 365)
        assert near == (ahead if ahead - start <= start - back else back)


def test_a_year_end_is_no_trap() -> None:
    words = texts("de")
    assert parse_date("31.3.", words, next_from(date(2025, 12, 9))) == date(2026, 3, 31)
    assert parse_date("31.3.", words, next_from(date(2026, 3, 31))) == date(2026, 3, 31)
    assert parse_date("30.12.", words, last_until(date(2026, 1, 9))) == date(2025, 12, 30)
    with pytest.raises(ValueError):
        parse_date("1.1.", words, next_from(date(9999, 6, 1)))
