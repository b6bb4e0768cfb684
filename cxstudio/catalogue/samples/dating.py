"""The days of a sample, moved to the day it is made: what is just decided in the story is just decided now."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta
from typing import Final

from cxstudio.model import Document, Record

STORY_DAY: Final = date(2026, 4, 18)
"""The day the samples are told on: the survey is in, the decision still open."""
_WEEK: Final = 7
_MONTHS: Final = 12


def dated(document: Document, today: date) -> Document:
    """The sample as if it were told `today`: every day keeps its weekday and its distance to within a week, and the end
    of a month stays one. Nothing that lies ahead in the story is behind, nor the other way round.
    """
    weeks = (today - STORY_DAY).days // _WEEK
    if weeks == 0:
        return document
    return Document([_moved(record, timedelta(days=weeks * _WEEK)) for record in document])


def dated_by_months(document: Document, told_on: date, today: date) -> Document:
    """The same for a sample with values by the month: every day moves by whole months, the last of one stays the last.

    Whatever had happened when it was told has happened today; what is due at the end of the month told in still is.
    """
    soon = today + timedelta(days=1)
    months = (soon.year - told_on.year) * _MONTHS + soon.month - told_on.month
    return Document([_with_days(record, lambda day: _in_months(day, months)) for record in document])


def _moved(record: Record, by: timedelta) -> Record:
    return _with_days(record, lambda day: _day(day, by))


def _with_days(record: Record, moved: Callable[[date], date]) -> Record:
    days = {name: value for name in type(record).model_fields if isinstance(value := getattr(record, name), date)}
    return record.model_copy(update={name: moved(day) for name, day in days.items()}) if days else record


def _in_months(day: date, months: int) -> date:
    """The same day so many months later; of a month's last day the last one of the other."""
    year, month = divmod(day.year * _MONTHS + day.month - 1 + months, _MONTHS)
    last = monthrange(year, month + 1)[1]
    ends_month = day.day == monthrange(day.year, day.month)[1]
    return date(year, month + 1, last if ends_month else min(day.day, last))


def _day(day: date, by: timedelta) -> date:
    """The moved day; of the last one of a month the last one of the month it comes to lie in."""
    moved = day + by
    ends_month = (day + timedelta(days=1)).month != day.month
    return (moved.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1) if ends_month else moved
