"""Measured values of a figure of one's own: in order of time, against usual variation and against the target.

A target is judged by the last value up to its date; later values stand beside it. "At least" is judged from then on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cxstudio.analysis.change.change_values import Doubt, TargetOutcome, TargetState
from cxstudio.analysis.statistics.touchpoint_figures import CLOSE
from cxstudio.analysis.statistics.usual_variation import NewestValue, newest_value
from cxstudio.model import Document, Id, Measure, MeasuredValue, Target
from cxstudio.model.kinds import MeasureStatus, TargetFigure


@dataclass(frozen=True, slots=True)
class Measured:
    """One value and its day."""

    day: date
    value: float
    cases: int | None = None
    record: Id = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """Every value of a series as it stood against the values before it when it was the newest."""

    values: tuple[Measured, ...]
    newest: NewestValue | None
    """The newest value against the earlier ones alone."""
    signals: tuple[int, ...]
    """Places of values that lay outside what was usual until then."""


def series_of(document: Document, target: Id) -> tuple[Measured, ...]:
    """The values of a target by their days; of two on one day the one entered first, those without day or value not."""
    found: dict[date, Measured] = {}
    for one in sorted(document.having(MeasuredValue, "target", target), key=lambda v: v.id):
        if one.day is not None and one.value is not None:
            found.setdefault(one.day, Measured(one.day, one.value, one.cases, one.id))
    return tuple(found[day] for day in sorted(found))


def judged_series(values: tuple[Measured, ...]) -> Judged:
    """A series with its signals: each value from the ninth on against those before it, never against later ones."""
    sizes = [one.cases for one in values]
    told = [newest_value([v.value for v in values[: n + 1]], sizes[: n + 1]) for n in range(len(values))]
    signals = tuple(n for n, one in enumerate(told) if one is not None and one.signal)
    return Judged(values, told[-1] if told else None, signals)


def falls(target: Target, first: float | None) -> bool | None:
    """Whether less is wanted: the goal lies below where it starts, else below the first value; None: cannot be told."""
    if target.at_least:
        return False
    start = target.from_value if target.from_value is not None else first
    if start is None or target.to_value is None or start == target.to_value:
        return None if target.to_value is None or target.to_value >= 0 else True
    return target.to_value < start


def measured_outcome(document: Document, measure: Measure, target: Target) -> TargetOutcome:
    """Whether a target on a figure of one's own is met, by its measured values."""
    values = series_of(document, target.id)
    none = TargetOutcome(
        target.id, measure.id, target.touchpoint, None, TargetState.CANNOT_BE_TOLD, None, target.to_value, None, 0, None
    )
    if measure.status is MeasureStatus.DROPPED:
        return _because(none, Doubt.DROPPED)
    if not values:
        return _because(none, Doubt.NOT_MEASURED)
    judged, due = _at_its_date(values, target.by)
    told = TargetOutcome(
        target.id, measure.id, target.touchpoint, None, TargetState.CANNOT_BE_TOLD, None, target.to_value, judged.value,
        0, None, day=judged.day, newest=(values[-1].day, values[-1].value),
    )  # fmt: skip
    if target.to_value is None:
        return _because(told, Doubt.NO_GOAL)
    less = falls(target, values[0].value if len(values) > 1 else None)
    if less is None and abs(judged.value - target.to_value) > CLOSE:
        return _because(told, Doubt.NO_START)
    reached = (judged.value - target.to_value) * (-1 if less else 1) >= -CLOSE
    if target.at_least and not due:
        return _because(told, Doubt.NOT_DUE)
    if reached:
        return _with(told, TargetState.MET)
    return _with(told, TargetState.MISSED) if due else _because(told, Doubt.TOO_EARLY)


def is_own(target: Target) -> bool:
    """Whether a target is on a figure of one's own: nobody is asked for it in a round."""
    return target.figure is TargetFigure.OWN


def _at_its_date(values: tuple[Measured, ...], by: date | None) -> tuple[Measured, bool]:
    """The value a target is judged by, and whether its date had come then."""
    if by is None:
        return values[-1], True
    until = [one for one in values if one.day <= by]
    if not until:
        return values[0], True
    return until[-1], values[-1].day >= by


def _because(outcome: TargetOutcome, doubt: Doubt) -> TargetOutcome:
    return replace(outcome, doubt=doubt)


def _with(outcome: TargetOutcome, state: TargetState) -> TargetOutcome:
    return replace(outcome, state=state)
