"""Measured values out of a sheet: a month per column with a figure per row, or a row per day or month.

A month without a year is the latest one that makes the series end by today; its value stands for its last day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from cxstudio.exchange.plan.import_plan import ImportRequest
from cxstudio.exchange.tables.day_order import cell_day
from cxstudio.exchange.tables.month_names import month_number
from cxstudio.exchange.tables.table_reading import read_table
from cxstudio.progress import Progress, silent
from cxstudio.wording.number_parsing import parse_number
from cxstudio.wording.texts import Texts, texts

Cells = Sequence[Sequence[str]]
_WORD: Final = re.compile(r"(?P<month>[a-zä]{3,9})\.?(?:[\s\-./’']*(?P<year>\d{4}|\d\d))?", re.IGNORECASE)
_FIGURES: Final = re.compile(
    r"(?P<y>(?:19|20)\d\d)\s*[-/.]\s*(?P<m>\d{1,2})|(?P<m2>\d{1,2})\s*[-/.]\s*(?P<y2>(?:19|20)\d\d)"
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_NOTHING: Final = frozenset({"", "-", "–", "—", ".", "…", "k. a.", "k.a.", "n/a", "na", "#n/a", "#nv"})
_LEAST_MONTHS: Final = 2


@dataclass(frozen=True, slots=True)
class When:
    """What a heading says: a day, or a month with or without its year."""

    day: date | None = None
    month: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True)
class ReadSeries:
    """One figure of a sheet: what stands in front of it, its values by day, and cells that hold no number."""

    label: str
    values: Mapping[date, float] = field(default_factory=dict)
    left_out: tuple[str, ...] = ()


def read_series(cells: Cells, words: Texts, today: date) -> tuple[ReadSeries, ...]:
    """Every series a sheet holds; none where no row and no column names months or days."""
    rows = [[" ".join(cell.split()) for cell in row] for row in cells]
    wide = max(map(len, rows), default=0)
    rows = [row + [""] * (wide - len(row)) for row in rows]
    day_first = _day_first(rows)
    headed = _heading(rows, day_first)
    if headed is None:
        turned = [list(column) for column in zip(*rows, strict=True)]
        headed = _heading(turned, day_first)
        if headed is None:
            return ()
        rows = turned
    at, heads = headed
    days = _dated(heads, _years_above(rows[:at], wide), today)
    found = (_series(row, days, words) for row in rows[at + 1 :] if any(row))
    return tuple(one for one in found if one.values or one.left_out)


def series_in(path: Path, language: str, today: date, *, progress: Progress = silent) -> tuple[ReadSeries, ...]:
    """The same of a file's table, its headings first. Raises UserError."""
    progress(0.1, "")
    table = read_table(ImportRequest(path=path))
    cells = [table.header, *table.rows] if table.has_header else list(table.rows)
    return read_series(cells, texts(language), today)


def _day_first(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the day comes first in dates with slashes, as it does unless one cannot be read so.

    Series go by the month as a rule: where one order makes every date the first or the last of a month, it is meant.
    """
    cells = [cell for row in rows for cell in row if "/" in cell]
    readings = {first: [day for cell in cells if (day := cell_day(cell, first)) is not None] for first in (True, False)}
    if len(readings[True]) != len(readings[False]):
        return len(readings[True]) > len(readings[False])
    monthly = {first: bool(days) and all(map(_at_an_end, days)) for first, days in readings.items()}
    return monthly[True] or not monthly[False]


def _at_an_end(day: date) -> bool:
    """Whether a day is the first or the last of its month."""
    return day.day == 1 or day == month_end(day.year, day.month)


def _heading(rows: Sequence[Sequence[str]], day_first: bool) -> tuple[int, dict[int, When]] | None:
    """The first row in which two cells or more say when, and what they say by column."""
    for at, row in enumerate(rows):
        heads = {n: when for n, cell in enumerate(row) if (when := read_when(cell, day_first=day_first)) is not None}
        if len(heads) >= _LEAST_MONTHS and at + 1 < len(rows):
            return at, heads
    return None


def read_when(cell: str, *, day_first: bool = True) -> When | None:
    """The day or month a cell names: "31.01.2026", "2026-01", "Jan", "Sept. 26"; None where it names none."""
    text = cell.strip()
    day = cell_day(text, day_first)
    if day is not None:
        return When(day=day)
    if found := _FIGURES.fullmatch(text):
        month = int(found["m"] or found["m2"])
        return When(month=month, year=int(found["y"] or found["y2"])) if 1 <= month <= 12 else None
    if found := _WORD.fullmatch(text):
        named = month_number(found["month"])
        year = found["year"]
        return None if named is None else When(month=named, year=None if year is None else _year(year))
    return None


def _year(text: str) -> int:
    return int(text) + (2000 if len(text) == 2 else 0)


def _years_above(rows: Sequence[Sequence[str]], wide: int) -> list[int | None]:
    """The year that stands above each column, or the last one to its left."""
    found: list[int | None] = [None] * wide
    for row in rows:
        last = None
        for n, cell in enumerate(row):
            last = int(cell) if _YEAR.fullmatch(cell) else last
            found[n] = last or found[n]
    return found


def _dated(heads: Mapping[int, When], above: Sequence[int | None], today: date) -> dict[int, date]:
    """Column → day. Months follow each other: a smaller one than the last is of the next year.

    Where all are first days of a month, as a spreadsheet writes months, the months are meant.
    """
    first_days = len(heads) > 1 and all(when.day is not None and when.day.day == 1 for when in heads.values())
    found: dict[int, date] = {}
    loose: list[tuple[int, int, int]] = []
    turn, last = 0, 0
    for column, when in heads.items():
        year = when.year or above[column]
        if when.day is not None:
            found[column] = month_end(when.day.year, when.day.month) if first_days else when.day
        elif year is not None:
            found[column] = month_end(year, when.month)
        else:
            turn += when.month <= last
            last = when.month
            loose.append((column, turn, when.month))
    if loose:
        ends = month_end(today.year, loose[-1][2])
        base = today.year - loose[-1][1] - (ends > month_end(today.year, today.month))
        found |= {column: month_end(base + later, month) for column, later, month in loose}
    return found


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def _series(row: Sequence[str], days: Mapping[int, date], texts: Texts) -> ReadSeries:
    label = next((cell for n, cell in enumerate(row) if n not in days and cell and _number(cell, texts) is None), "")
    values: dict[date, float] = {}
    left_out = []
    for column, day in days.items():
        cell = row[column]
        if cell.casefold() in _NOTHING:
            continue
        value = _number(cell, texts)
        if value is None:
            left_out.append(cell)
        else:
            values[day] = value
    return ReadSeries(label, values, tuple(left_out))


def _number(cell: str, texts: Texts) -> float | None:
    try:
        return parse_number(cell, texts)
    except ValueError:
        return None
