"""The days of a sample, moved to the day it is made: what is just decided in the story is just decided now."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from cxstudio.model import Document, Record

STORY_DAY: Final = date(2026, 4, 18)
"""The day the samples are told on: the survey is in, the decision still open."""
_WEEK: Final = 7


def dated(document: Document, today: date) -> Document:
    """The sample as if it were told `today`: every day keeps its weekday and its distance to within a week, and the end
    of a month stays one. Nothing that lies ahead in the story is behind, nor the other way round.
    """
    weeks = (today - STORY_DAY).days // _WEEK
    if weeks == 0:
        return document
    return Document([_moved(record, timedelta(days=weeks * _WEEK)) for record in document])


def _moved(record: Record, by: timedelta) -> Record:
    days = {name: value for name in type(record).model_fields if isinstance(value := getattr(record, name), date)}
    return record.model_copy(update={name: _day(day, by) for name, day in days.items()}) if days else record


def _day(day: date, by: timedelta) -> date:
    """The moved day; of the last one of a month the last one of the month it comes to lie in."""
    moved = day + by
    ends_month = (day + timedelta(days=1)).month != day.month
    return (moved.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1) if ends_month else moved
