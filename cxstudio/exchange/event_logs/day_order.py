"""Whether the day or the month comes first in a log's dates where no date tells: asked, the likelier one first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Final

from cxstudio.exchange.event_logs.event_times import SECOND, Clock
from cxstudio.exchange.event_logs.log_mapping import LogMapping
from cxstudio.exchange.plan.import_plan import Choice, Doubt, Figure, say
from cxstudio.exchange.tables.table import column_place
from cxstudio.wording.texts import N_

DAY_ORDER: Final = "day-order"
"""Id of the question."""
_BOTH: Final = (Clock(day_first=True), Clock(day_first=False))


def day_first_is_likelier(cells: Iterable[str], language: str) -> bool:
    """Whether the log is shorter with the day first; where both are as long, as the language usually writes."""
    given = set(cells)
    spans = []
    for clock in _BOTH:
        moments = [moment.at for cell in given if (moment := clock.read(cell)) is not None]
        spans.append(max(moments, default=0) - min(moments, default=0))
    day, month = spans
    return language == "de" if day == month else day < month


def day_order(mapping: LogMapping, heading: str, cells: Iterable[str], language: str) -> Doubt:
    """The question, shown by the first date that is another day when read the other way round."""
    given = list(cells)
    example = next(cell for cell in given if len({_day(clock, cell) for clock in _BOTH} - {None}) > 1)
    likely = day_first_is_likelier(given, language)
    choices = tuple(
        Choice(
            say(N_("{written} is {day}"), written=example.split()[0], day=Figure(day)),
            mapping.model_copy(update={"day_first": clock.day_first}),
            f"--accept {'day-first' if clock.day_first else 'month-first'}",
        )
        for clock in (_BOTH if likely else _BOTH[::-1])
        if (day := _day(clock, example)) is not None
    )
    question = say(N_("Does the day or the month come first in the dates?"))
    return Doubt(DAY_ORDER, column_place(heading), question, choices)


def _day(clock: Clock, cell: str) -> datetime | None:
    moment = clock.read(cell)
    return None if moment is None else datetime.fromtimestamp(moment.at / SECOND, tz=UTC)
