"""Days as people type or paste them: with a year or without, in figures or with the month's name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from cxstudio.wording.texts import Texts

Yearless = Callable[[int, int], date]
"""Which day is meant by a month and a day of it. Raises ValueError where there is no such day."""

_DATE: Final = re.compile(r"(\d{1,4})\s*[./\-]\s*(\d{1,2})\s*(?:[./\-]\s*(\d{1,4})?)?", re.ASCII)
_WORDED: Final = re.compile(r"([0-9]{1,2})\.?\s*([^\W\d]+)\.?\s*([0-9]{2}|[0-9]{4})?")
_CELL: Final = re.compile(
    r"\s*(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<sep>[./])(?P<b>\d{1,2})(?P=sep)(?P<year>\d{4}|(?<=\.)\d\d)(?!\d))",
    re.ASCII,
)
_LEAP_YEARS: Final = 8
"""At least every eighth year has a 29 February."""


def next_from(start: date) -> Yearless:
    """The first such day that is not before `start`."""
    return lambda month, day: _first(found for found in _days(month, day, start.year) if found >= start)


def last_until(end: date) -> Yearless:
    """The last such day that is not after `end`."""
    return lambda month, day: _first(found for found in _days(month, day, end.year, -1) if found <= end)


def nearest_to(today: date) -> Yearless:
    """The one of these days that lies nearest; the later of two as near."""
    return lambda month, day: min(
        (next_from(today)(month, day), last_until(today)(month, day)), key=lambda found: abs(found - today)
    )


def parse_date(text: str, texts: Texts, yearless: Yearless) -> date | None:
    """The day a text means, None for an empty one. Raises ValueError.

    "30.9.26", "30/9/2026", "2026-09-30", "30 Sept 2026"; the day comes before the month. Of "30.9." and "30 September"
    `yearless` says the year.
    """
    plain = text.strip()
    if not plain:
        return None
    if found := _DATE.fullmatch(plain):
        first, second, third = found[1], int(found[2]), found[3]
        if len(first) == 4 and third:
            return date(int(first), second, int(third))
        if third:
            return date(_year(third), second, int(first))
        return yearless(second, int(first))
    if found := _WORDED.fullmatch(plain):
        month, day = _month(found[2], texts), int(found[1])
        return date(_year(found[3]), month, day) if found[3] else yearless(month, day)
    raise ValueError(text)


def day_in_cell(cell: str, *, month_first: bool) -> date | None:
    """The day a cell of a table begins with: 2026-03-12, 12.03.2026 10:15, 3/12/2026; None where it names none.

    With slashes the month comes first where `month_first` says so, unless that is no month.
    """
    found = _CELL.match(cell)
    if found is None:
        return None
    year, month, day = int(found["y"] or 0), int(found["m"] or 0), int(found["d"] or 0)
    if not found["y"]:
        day, month, year = int(found["a"]), int(found["b"]), _year(found["year"])
        if found["sep"] == "/" and month_first and day <= 12:
            day, month = month, day
    try:
        return date(year, month, day)
    except ValueError:
        return None


def says_day_first(cell: str) -> bool:
    """Whether a day with slashes can only be read with the day first."""
    found = _CELL.match(cell)
    return found is not None and found["sep"] == "/" and int(found["a"]) > 12


def _days(month: int, day: int, year: int, step: int = 1) -> Iterator[date]:
    """That day of `year` and of those beside it, in the direction of `step`. Raises ValueError where no year has it."""
    date(2000, month, day)
    for away in range(_LEAP_YEARS + 1):
        try:
            yield date(year + step * away, month, day)
        except ValueError:  # 29 February
            continue


def _first(days: Iterator[date]) -> date:
    found = next(days, None)
    if found is None:
        raise ValueError("no such day in the calendar")
    return found


def _year(text: str) -> int:
    return int(text) + 2000 if len(text) <= 2 else int(text)


def _month(name: str, texts: Texts) -> int:
    wanted = name.casefold().rstrip(".")
    for width in ("wide", "abbreviated"):
        for number, known in texts.locale.months["format"][width].items():
            if known.casefold().rstrip(".").startswith(wanted) and len(wanted) >= 3:
                return int(number)
    raise ValueError(name)
