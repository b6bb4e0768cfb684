"""Whether the day or the month comes first in dates with slashes: told by all of them, else asked.

No date is turned round on its own: one column, one order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from cxstudio.exchange.plan.import_plan import Choice, Doubt, Figure, say
from cxstudio.exchange.tables.table import column_place
from cxstudio.wording.date_parsing import day_in_cell, says_day_first
from cxstudio.wording.texts import N_

if TYPE_CHECKING:
    from cxstudio.exchange.plan.column_mapping import Mapping

DAY_ORDER: Final = "day-order"
"""Id of the question."""

ReadDay = Callable[[str, bool], date | None]
"""The day a cell names, with the day first or the month; None where it names none that way."""


class DayOrder(NamedTuple):
    """How the dates of a column are read."""

    day_first: bool
    example: str = ""
    """The first cell that is another day when read the other way round, where no date tells which; else empty."""


def cell_day(cell: str, day_first: bool) -> date | None:
    """The day a cell of a table begins with."""
    return None if not day_first and says_day_first(cell) else day_in_cell(cell, month_first=not day_first)


def day_order(cells: Iterable[str], language: str, chosen: bool | None = None, read: ReadDay = cell_day) -> DayOrder:
    """The order somebody chose, or one the dates tell, or the likelier one.

    Likelier is the order in which the dates lie closer together; where it makes no difference, as the language of
    names usually writes.
    """
    given = list(dict.fromkeys(cells))
    if chosen is not None:
        return DayOrder(chosen)
    pairs = []
    for cell in given:
        day, month = read(cell, True), read(cell, False)
        if (day is None) != (month is None):
            return DayOrder(day is not None)
        pairs.append((cell, day, month))
    example = next((cell for cell, day, month in pairs if day != month), "")
    spans = [_span(day for _, day, _ in pairs), _span(month for _, _, month in pairs)]
    return DayOrder(language == "de" if spans[0] == spans[1] else spans[0] < spans[1], example)


def day_order_asked(
    order: DayOrder, heading: str, answered: Callable[[bool], Mapping], read: ReadDay = cell_day
) -> tuple[Doubt, ...]:
    """The question, where no date tells; `answered` gives the mapping with one of the orders chosen."""
    if not order.example:
        return ()
    choices = tuple(
        Choice(
            say(N_("{written} is {day}"), written=order.example.split()[0], day=Figure(day)),
            answered(day_first),
            f"--accept {'day-first' if day_first else 'month-first'}",
        )
        for day_first in (order.day_first, not order.day_first)
        if (day := read(order.example, day_first)) is not None
    )
    question = say(N_("Does the day or the month come first in the dates?"))
    return (Doubt(DAY_ORDER, column_place(heading), question, choices),)


def _span(days: Iterable[date | None]) -> int:
    """Days between the first and the last."""
    known = [day.toordinal() for day in days if day is not None]
    return max(known, default=0) - min(known, default=0)
