"""How a measure stands in the plan: its number, whether it is overdue, at risk, or waits for itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cxstudio.model import Document, Id, Measure, Touchpoint
from cxstudio.model.kinds import MeasureStatus, RequirementKind

SOON: Final = 14
"""Days ahead of today in which a measure that is behind is at risk."""
BEHIND: Final = 20
"""Points (per cent) by which its progress is then short of the time elapsed."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How one measure stands on a day. A measure that is done or dropped is none of the three."""

    number: int
    """Its place in the plan, from 1."""
    overdue: bool
    """Due before the day."""
    at_risk: bool
    """Not overdue itself, but due soon and behind, or waiting for one that is overdue."""
    in_cycle: bool
    """It depends, by way of others, on itself."""
    behind: bool = False
    """At risk because it is due soon and its progress is short of the time elapsed."""
    held_up_by: tuple[Id, ...] = ()
    """At risk because it waits, directly or by way of others, for these, which are overdue; in the plan's order."""


def standings(document: Document, today: date) -> dict[Id, Standing]:
    """How every measure of the plan stands today, in the plan's order."""
    active = [m for m in document.all(Measure) if is_open(m)]
    overdue = {m.id for m in active if is_overdue(m, today)}
    known = {m.id for m in active}
    waits = {m.id: [i for i in m.depends_on if i in known] for m in active}
    held_up, circular = _dependent(waits, overdue)
    behind = {m.id for m in active if _soon_and_behind(m, today)} - overdue
    numbers = plan_numbers(document)

    def standing(measure: Id, number: int) -> Standing:
        late = _reached(waits, [measure]) & overdue if measure in held_up else ()
        return Standing(
            number,
            measure in overdue,
            measure in held_up or measure in behind,
            measure in circular,
            measure in behind,
            tuple(sorted(late, key=numbers.__getitem__)),
        )

    return {measure: standing(measure, number) for measure, number in numbers.items()}


class LastStandings:
    """The standings last asked for: those of the same measures on the same day are not worked out again."""

    def __init__(self) -> None:
        self._of: tuple[tuple[Measure, ...], date] | None = None
        self._found: Mapping[Id, Standing] = {}

    def of(self, document: Document, today: date) -> Mapping[Id, Standing]:
        """As `standings`."""
        measures = document.all(Measure)  # the very same as long as none of them changes
        if self._of is None or self._of[0] is not measures or self._of[1] != today:
            self._of, self._found = (measures, today), standings(document, today)
        return self._found


def plan_numbers(document: Document) -> dict[Id, int]:
    """Measure → its number in lists, tables and sentences, from 1, in the plan's order."""
    return {measure.id: number for number, measure in enumerate(document.all(Measure), 1)}


def is_open(measure: Measure) -> bool:
    """Whether there is still something to come: neither done nor dropped."""
    return measure.status not in (MeasureStatus.DONE, MeasureStatus.DROPPED)


def is_overdue(measure: Measure, today: date) -> bool:
    """Due before today and still open."""
    return measure.due is not None and measure.due < today and is_open(measure)


def only_delights(document: Document, measure: Measure) -> bool:
    """Whether all its touchpoints are of the kind that delights; not one that has none."""
    found = [document.find(touchpoint) for touchpoint in measure.touchpoints]
    kinds = [one.requirement for one in found if isinstance(one, Touchpoint)]
    return bool(kinds) and all(kind is RequirementKind.DELIGHT for kind in kinds)


def _soon_and_behind(measure: Measure, today: date) -> bool:
    """In whole numbers: a share of days against points. Without a start nobody can say how much time has passed."""
    start, due = measure.start, measure.due
    if start is None or due is None or not 0 <= (due - today).days <= SOON:
        return False
    whole = (due - start).days
    passed = min(max((today - start).days, 0), whole)
    return whole > 0 and 100 * passed - measure.progress * whole >= BEHIND * whole


def _dependent(waits: Mapping[Id, Sequence[Id]], overdue: set[Id]) -> tuple[set[Id], set[Id]]:
    """Who waits, directly or by way of others, for one that is overdue; and who waits for itself."""
    waiting: dict[Id, list[Id]] = {}
    for one, others in waits.items():
        for other in others:
            waiting.setdefault(other, []).append(one)
    held_up = _reached(waiting, overdue) - overdue
    circular = {measure for measure in waits if measure in _reached(waits, [measure])}
    return held_up, circular


def _reached(onward: Mapping[Id, Sequence[Id]], starts: Iterable[Id]) -> set[Id]:
    """Everything that is one step or more away from where it begins."""
    found: set[Id] = set()
    left = list(starts)
    while left:
        new = set(onward.get(left.pop(), ())) - found
        found |= new
        left.extend(new)
    return found
