"""Targets set against today: whole numbers that are today's mean as a whole number say "as it is today"."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from cxstudio.analysis.statistics.figure_values import Summary, TouchpointFigures
from cxstudio.model import Document, Id, Journey, Round
from cxstudio.model.kinds import JourneyKind, RoundKind
from cxstudio.model.questions import FULL, limits, same_on_every_scale
from cxstudio.model.rounds import rounds, shown_round

S = TypeVar("S", bound=Summary)


def measured_round(document: Document, journey: Id) -> Round | None:
    """The round that says how a journey is today: the one shown, else the newest; never targets."""
    shown = shown_round(document, journey)
    if shown is None or shown.kind is RoundKind.TARGET:
        known = rounds(document, journey)
        shown = known[-1] if known else None
    return shown


def as_is_of(document: Document, journey: Id) -> Id:
    """The journey a to-be journey came from; any other one, and one of which that is not known, itself."""
    passed: set[Id] = set()
    while journey not in passed:
        passed.add(journey)
        about = document.find(journey)
        if not isinstance(about, Journey) or about.kind is not JourneyKind.TO_BE:
            break
        journey = (
            about.derived_from
            if isinstance(document.find(about.derived_from), Journey) and about.derived_from
            else journey
        )
    return journey


def todays_round(document: Document, about: Round) -> Round | None:
    """The round targets are set against: of their journey, or of the one it came from. None for other rounds."""
    if about.kind is not RoundKind.TARGET:
        return None
    origin = document.find(document.get(Journey, about.journey).derived_from)
    return measured_round(document, origin.id if isinstance(origin, Journey) else about.journey)


def set_against(
    figures: TouchpointFigures, about: Round, now: TouchpointFigures | None, scale: int
) -> TouchpointFigures:
    """Figures of a target as they stand against today's, which are on a scale of `scale` points.

    What is aimed at as it is today counts as today's mean; where expectation and experience are, so does today's
    delta, paired per person. A target has no verdict.
    """
    if now is None:
        return figures
    values: dict[str, Summary] = {}
    for figure in FULL:
        one, other = getattr(figures, figure), getattr(now, figure)
        same_axis = same_on_every_scale(figure) or about.scale == scale
        if one is not None and other is not None and same_axis and whole(other.mean, figure, about.scale) == one.mean:
            values[figure] = _at(one, other.mean)
    if not values:
        return figures
    found = replace(figures, **values)  # type: ignore[arg-type]
    return _with_delta(found, now, as_today={"expectation", "experience"} <= values.keys())


def _at(one: S, mean: float) -> S:
    """One single value: nothing spreads."""
    return replace(one, mean=mean, median=mean, lower_quartile=mean, upper_quartile=mean)


def _with_delta(found: TouchpointFigures, now: TouchpointFigures, *, as_today: bool) -> TouchpointFigures:
    delta, expectation, experience = found.delta, found.expectation, found.experience
    if delta is None or found.delta_from_quick or expectation is None or experience is None:
        return found
    if as_today and now.delta is not None and not now.delta_from_quick:
        return replace(found, delta=_at(delta, now.delta.mean))
    return replace(found, delta=_at(delta, experience.mean - expectation.mean))


def as_aimed(about: Round, value: float, today: float | None, figure: str) -> float:
    """The same, once both values are known."""
    if about.kind is RoundKind.TARGET and today is not None and whole(today, figure, about.scale) == value:
        return today
    return value


def whole(value: float, figure: str, scale: int) -> int:
    """A value as one answer: the nearest whole number of the scale, a half counting as the next better one."""
    low, high = limits(figure, scale)
    return max(low, min(high, int((value + 0.5) // 1)))
