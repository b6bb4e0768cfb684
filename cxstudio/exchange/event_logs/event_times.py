"""When an event happened: times as logs write them, with or without a zone, or running numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Final, NamedTuple

from cxstudio.exchange.survey.word_scales import is_empty
from cxstudio.exchange.tables.month_names import with_month_numbers

SECOND: Final = 1_000_000
MINUTE: Final = 60 * SECOND
DAY: Final = 24 * 60 * MINUTE
EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_YEARS: Final = range(1900, 2101)
"""Other years stand for “never” in logs (0001, 9999)."""
_LONGEST = 40
_UNITS: Final = ((10**8, 4_200_000_000, SECOND), (10**11, 4_200_000_000_000, 1_000), (10**14, 42 * 10**14, 1))
"""Counting since 1970: lowest and highest number, and how many microseconds one is."""
_NUMBER: Final = re.compile(r"\d{1,18}(?:[.,]\d{1,9})?", re.ASCII)
_SHEET_DAYS: Final = range(20_000, 80_000)
"""Days since 1899-12-30, as spreadsheets count them: 1954 to 2119."""
_SHEET_EPOCH: Final = 25_569
_COMPACT: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d)?)?", re.ASCII)
_WRITTEN: Final = re.compile(
    r"(?:(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})|(?P<a>\d{1,2})(?P<sep>[-/.])(?P<b>\d{1,2})[-/.](?P<yy>\d{4}|\d\d))"
    r"(?:(?:\s*[T,:]\s*|\s+)(?P<H>\d{1,2})[:.](?P<M>\d\d)(?:[:.](?P<S>\d\d)(?:[.,](?P<f>\d{1,9}))?)?(?:\s*(?P<half>[ap])\.?m\.?)?)?"
    r"(?:\s*Uhr)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?",
    re.ASCII | re.IGNORECASE,
)


class Moment(NamedTuple):
    """A point in time in microseconds since 1970, or a running number; ordered by `at`."""

    at: int
    offset: int | None = None
    """Minutes ahead of UTC; None where the time names no zone (and `at` is as written)."""


@dataclass(frozen=True, slots=True)
class Clock:
    """How the times of one log are read."""

    day_first: bool = False
    unit: int | None = None
    """Microseconds one number stands for; 0 where numbers only give the order; None where times are written out."""
    sheet_days: bool = False
    """Whether numbers are days as spreadsheets count them, with the time of day behind the point."""
    unclear: bool = False
    """No date of the log tells whether 03/04 is in March or in April."""

    @property
    def timed(self) -> bool:
        """Whether the distance between two moments is known, not only their order."""
        return self.unit != 0

    def read(self, cell: str) -> Moment | None:
        """The moment a cell names; None where it names none."""
        text = cell.strip()
        if not text or len(text) > _LONGEST:
            return None
        if self.unit is not None:
            return self._counted(text) if _NUMBER.fullmatch(text) else None
        if text[:4].isdecimal() and text[4:5] == "-":
            try:
                return _moment(datetime.fromisoformat(text))
            except ValueError:
                pass
        return self._written(with_month_numbers(text))

    def _counted(self, text: str) -> Moment:
        number = Decimal(text.replace(",", "."))
        if self.sheet_days:
            return Moment(round((number - _SHEET_EPOCH) * DAY / SECOND) * SECOND)
        return Moment(int(number * (self.unit or 1_000)))

    def _written(self, text: str) -> Moment | None:
        compact = _COMPACT.fullmatch(text)
        if compact:
            return _made([int(part or 0) for part in compact.groups()], 0, None)
        match = _WRITTEN.fullmatch(text)
        if match is None:
            return None
        year = int(match["y"] or match["yy"])
        if match["y"]:
            month, day = int(match["m"]), int(match["d"])
        else:
            first, second = int(match["a"]), int(match["b"])
            day, month = (first, second) if match["sep"] == "." or self.day_first else (second, first)
            year += 0 if len(match["yy"]) == 4 else 2000
        hour = int(match["H"] or 0)
        if match["half"]:
            if not 1 <= hour <= 12:
                return None
            hour = hour % 12 + (12 if match["half"].casefold() == "p" else 0)
        parts = [year, month, day, hour, int(match["M"] or 0), int(match["S"] or 0)]
        return _made(parts, int((match["f"] or "0").ljust(6, "0")[:6]), match["zone"])


def clock_of(cells: Iterable[str], day_first: bool | None = None) -> Clock:
    """How a column of times is read, told from all of it."""
    given = [cell for cell in set(map(str.strip, cells)) if not is_empty(cell)]
    if given and all(_NUMBER.fullmatch(cell) for cell in given):
        written = Clock()
        if all(written.read(cell) is not None for cell in given):
            return written
        numbers = [Decimal(cell.replace(",", ".")) for cell in given]
        low, high = min(numbers), max(numbers)
        if low >= _SHEET_DAYS.start and high < _SHEET_DAYS.stop and any(number % 1 for number in numbers):
            return Clock(unit=DAY, sheet_days=True)
        return Clock(unit=next((unit for least, most, unit in _UNITS if least <= low and high <= most), 0))
    first, second, differ = 0, 0, False
    for cell in given:
        match = _WRITTEN.fullmatch(with_month_numbers(cell)) if len(cell) <= _LONGEST else None
        if match is not None and match["sep"] in {"/", "-"}:
            differ = differ or int(match["a"]) != int(match["b"])
            first, second = max(first, int(match["a"])), max(second, int(match["b"]))
    unclear = differ and first <= 12 and second <= 12
    return Clock(day_first=first > 12 if day_first is None else day_first, unclear=unclear)


def moment_to_datetime(at: int, zoned: bool) -> datetime:
    """The moment as a datetime: in UTC where the log names zones, else as written."""
    found = EPOCH + timedelta(microseconds=at)
    return found if zoned else found.replace(tzinfo=None)


def _made(parts: list[int], fraction: int, zone: str | None) -> Moment | None:
    offset = "" if not zone else "+00:00" if zone[0] not in "+-" else zone
    year, month, day, hour, minute, second = parts
    try:
        made = datetime(year, month, day, hour, minute, second, fraction)
    except ValueError:
        return None
    found = _moment(made)
    if found is None or not offset:
        return found
    digits = offset[1:].replace(":", "").ljust(4, "0")
    minutes = (int(digits[:2]) * 60 + int(digits[2:])) * (-1 if offset[0] == "-" else 1)
    return Moment(found.at - minutes * MINUTE, minutes)


def _moment(found: datetime) -> Moment | None:
    if found.year not in _YEARS:
        return None
    offset = found.utcoffset()
    if offset is None:
        return Moment((found.replace(tzinfo=UTC) - EPOCH) // timedelta(microseconds=1))
    return Moment((found - EPOCH) // timedelta(microseconds=1), int(offset.total_seconds() // 60))
