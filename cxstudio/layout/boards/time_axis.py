"""Days along a line: where a day stands, which day stands at a place, and where months and years begin."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final, NamedTuple

from cxstudio.wording.texts import Texts

EARLIEST: Final = 3 * 366
"""Days before today at which the axis begins at the earliest; what lies before is drawn at its beginning."""
LATEST: Final = 10 * 366
"""Days after today at which it ends at the latest."""
_MARGIN: Final = 20
_NAMED_MONTH: Final = 34.0
"""Points a month needs so that its name has room."""
_NAMED_QUARTER: Final = 11.0


class Tick(NamedTuple):
    """Where a month begins."""

    x: float
    width: float
    name: str
    """Its name or its quarter's; empty where there is no room."""
    year: str
    """Where a year begins, and at the beginning of the axis."""


class TimeAxis(NamedTuple):
    """From the first of a month, so many days, so many points each."""

    first: date
    days: int
    day: float
    """Points per day."""

    @property
    def width(self) -> float:
        """Points from end to end."""
        return self.days * self.day

    def x(self, when: date) -> float:
        """Where a day begins; days beyond the axis stand at its ends."""
        return min(max((when - self.first).days, 0), self.days) * self.day

    def after(self, when: date) -> float:
        """Where a day is over."""
        return min(max((when - self.first).days + 1, 0), self.days) * self.day

    def day_at(self, x: float) -> date:
        """The day at a place, within the axis."""
        return self.first + timedelta(min(max(int(x // self.day), 0), self.days - 1))

    def months(self, texts: Texts) -> tuple[Tick, ...]:
        """Every month, from left to right."""
        names = texts.locale.months["stand-alone"]["abbreviated"]
        wide = 30.4 * self.day
        ticks: list[Tick] = []
        start = self.first
        while (start - self.first).days < self.days:
            following = next_month(start)
            name = names[start.month] if wide >= _NAMED_MONTH else ""
            if not name and wide >= _NAMED_QUARTER and start.month % 3 == 1:
                name = f"Q{start.month // 3 + 1}"
            year = str(start.year) if start.month == 1 or not ticks else ""
            x = self.x(start)
            ticks.append(Tick(x, self.x(following) - x, name, year))
            start = following
        return tuple(ticks)


def axis_for(days: Iterable[date | None], today: date, day: float, least: float) -> TimeAxis:
    """An axis that holds these days and today with some room around, at least `least` points long."""
    known = [d for d in days if d is not None]
    low, high = today - timedelta(EARLIEST), today + timedelta(LATEST)
    first = max(min([*known, today]), low) - timedelta(_MARGIN)
    last = min(max([*known, today + timedelta(60)]), high) + timedelta(3 * _MARGIN)
    first = first.replace(day=1)
    end = next_month(last)
    while (end - first).days * day < least and (end - today).days < 4 * LATEST:
        end = next_month(end)
    return TimeAxis(first, (end - first).days, day)


def next_month(when: date) -> date:
    """The first of the month after a day."""
    return date(when.year + when.month // 12, when.month % 12 + 1, 1)
