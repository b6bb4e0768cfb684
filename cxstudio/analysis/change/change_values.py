"""What a later round tells against an earlier one: plain frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cxstudio.model import Id


class Obstacle(StrEnum):
    """Why two rounds are not compared."""

    SAME_ROUND = "same_round"
    OTHER_JOURNEY = "other_journey"
    OTHER_SCALE = "other_scale"
    OTHER_VIEW = "other_view"
    OTHER_PERSONA = "other_persona"
    TARGET_CURVE = "target_curve"


CHANGING = ("expectation", "experience", "delta", "emotion", "importance")
"""Figures of a touchpoint whose change is told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One figure of one touchpoint, after − before. The means are those of the answers compared."""

    before: float
    after: float
    difference: float
    n_before: int
    n_after: int
    paired: bool
    """The same people in both rounds by their own codes, compared person by person."""
    interval: tuple[float, float] | None
    """Two-sided 95 % interval of the difference between surveys; of the same people, else Welch's. Else None."""

    drift: float | None = None
    """Of surveys: what to expect with nothing done, because extreme values come back towards the middle."""

    @property
    def uncertain(self) -> bool:
        """Two surveys whose interval includes no change."""
        return self.interval is not None and self.interval[0] < 0 < self.interval[1]


@dataclass(frozen=True, slots=True)
class TouchpointChange:
    """What changed at one touchpoint; a figure is None where one of the rounds does not tell it."""

    touchpoint: Id
    """As it is called in the later round's journey."""
    measures: tuple[Id, ...]
    """Measures running or done here when the later round was held."""
    expectation: Change | None
    experience: Change | None
    delta: Change | None
    emotion: Change | None
    importance: Change | None
    earlier: Id | None = None
    """The same one in the earlier round's journey, where that is another one."""

    @property
    def before(self) -> Id:
        """What it is called in the earlier round's journey."""
        return self.earlier or self.touchpoint


@dataclass(frozen=True, slots=True)
class Drift:
    """Mean change of one figure at touchpoints with and without a measure, each touchpoint counting once.

    Those without one are no control group: measures go where figures are worst, and these drift the other way.
    """

    figure: str
    with_measure: float | None
    touchpoints_with: int
    without_measure: float | None
    touchpoints_without: int


@dataclass(frozen=True, slots=True)
class RoundChanges:
    """Everything that changed between two rounds, touchpoints in the order of the map."""

    before: Id
    after: Id
    obstacle: Obstacle | None
    """Why nothing is compared; else None."""
    touchpoints: tuple[TouchpointChange, ...] = ()
    drifts: tuple[Drift, ...] = ()
    """One per figure of CHANGING that changed anywhere."""
    raters_knew_measures: bool | None = None
    new: tuple[Id, ...] = ()
    """Touchpoints of the later journey that were not in the earlier one."""
    dropped: tuple[Id, ...] = ()
    """Touchpoints of the earlier journey that nothing came from."""
    split: tuple[tuple[Id, tuple[Id, ...]], ...] = ()
    """Touchpoints of the earlier journey that became several; these are listed, never averaged."""

    def of(self, touchpoint: Id) -> TouchpointChange | None:
        """What changed at one touchpoint."""
        return next((one for one in self.touchpoints if one.touchpoint == touchpoint), None)


class TargetState(StrEnum):
    """Three real states."""

    MET = "met"
    MISSED = "missed"
    CANNOT_BE_TOLD = "cannot_be_told"


class Doubt(StrEnum):
    """Why it cannot be told (yet) whether a target is met."""

    NOT_MEASURED = "not_measured"
    """A figure of one's own without a measured value."""
    NO_START = "no_start"
    """Nothing says whether more or less is wanted."""
    OTHER_VIEW = "other_view"
    """The target was set in another view than the round's."""
    DROPPED = "dropped"
    """The measure was given up."""
    NO_GOAL = "no_goal"
    NO_TOUCHPOINT = "no_touchpoint"
    OTHER_SCALE = "other_scale"
    NOT_STARTED = "not_started"
    """The measure was not running when the round was held."""
    NOT_RATED = "not_rated"
    FEW_ANSWERS = "few_answers"
    UNCERTAIN = "uncertain"
    """The survey's interval includes the goal."""
    TOO_EARLY = "too_early"
    """Not reached, but there is still time."""
    NOT_DUE = "not_due"
    """A level to be held until a day that has not come."""


@dataclass(frozen=True, slots=True)
class TargetOutcome:
    """Whether one target was met: in one round, or by measured values."""

    target: Id
    measure: Id
    touchpoint: Id | None
    round: Id | None
    """None for a figure of one's own, which its measured values judge."""
    state: TargetState
    doubt: Doubt | None
    goal: float | None
    value: float | None
    """What the round or the measured values say; None where they say nothing."""
    n: int
    interval: tuple[float, float] | None
    day: date | None = None
    """The day of the measured value it is judged by."""
    newest: tuple[date, float] | None = None
    """The newest measured value."""
