"""What we do about it: measures, what they shall reach, and how they stand."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from cxstudio.model.base import Id, Ordered, Record, Ref
from cxstudio.model.journey import Amount
from cxstudio.model.kinds import (
    CostState,
    DecisionResult,
    Evidence,
    MeasureKind,
    MeasureStatus,
    TargetFigure,
    View,
)

Points = Annotated[int, Field(ge=1, le=7)]
Money = Annotated[float, Field(ge=-(10**12), le=10**12, allow_inf_nan=False)]


class Measure(Ordered):
    """Something the organisation does at touchpoints, with an owner and a date."""

    title: str
    description: str = ""
    touchpoints: Annotated[tuple[Id, ...], Ref("Touchpoint")] = ()
    ideas: Annotated[tuple[Id, ...], Ref("Idea")] = ()
    owner_role: str = ""
    owner_name: str = ""
    department: Annotated[Id | None, Ref("Department")] = None
    contributing: Annotated[tuple[Id, ...], Ref("Department")] = ()
    start: date | None = None
    due: date | None = None
    status: MeasureStatus = MeasureStatus.IDEA
    progress: Annotated[int, Field(ge=0, le=100)] = 0
    """Per cent done."""
    effort: Points | None = None
    impact: Points | None = None
    quick_win: bool = False
    cost_once: Amount | None = None
    cost_once_to: Amount | None = None
    """The other end, where it is a range."""
    cost_per_year: Amount | None = None
    cost_per_year_to: Amount | None = None
    cost_evidence: Evidence | None = None
    cost_state: CostState = CostState.PLANNED
    benefit_per_year: Money | None = None
    """Counts where no saving is calculated from cost items."""
    benefit_per_year_to: Money | None = None
    basis: str = ""
    """How cost and benefit were worked out."""
    basis_evidence: Evidence | None = None
    kind: MeasureKind = MeasureKind.CHANGE
    depends_on: Annotated[tuple[Id, ...], Ref("Measure")] = ()
    corrects: Annotated[Id | None, Ref("Measure")] = None
    """The measure this one corrects or follows up."""
    notes: str = ""
    ahead_of_basics: str = ""
    """Why the group goes on with it although a basic requirement is not met and nothing is planned there."""


class Target(Ordered):
    """What a measure is to change, from where to where, by when."""

    measure: Annotated[Id, Ref("Measure", owner=True)]
    figure: TargetFigure = TargetFigure.EXPERIENCE
    touchpoint: Annotated[Id | None, Ref("Touchpoint")] = None
    label: str = ""
    """What is counted, for a figure of one's own."""
    unit: str = ""
    from_value: Money | None = None
    to_value: Money | None = None
    at_least: bool = False
    """True when a level is to be held ("≥ 5.4") rather than moved to."""
    by: date | None = None
    view: View | None = None
    """Whose view it was set in: rounds of another one do not judge it; None is judged in any."""
    note: str = ""


class MeasuredValue(Record):
    """What was counted for a figure of one's own, for one day or for the month that ends on it."""

    target: Annotated[Id, Ref("Target", owner=True)]
    day: date | None = None
    value: Money | None = None
    cases: Annotated[int | None, Field(ge=0)] = None
    """How many cases are behind the value, where that is known."""
    source: str = ""
    evidence: Evidence | None = None


class CheckIn(Ordered):
    """How a measure stood on one day."""

    measure: Annotated[Id, Ref("Measure", owner=True)]
    day: date | None = None
    text: str = ""
    progress: Annotated[int | None, Field(ge=0, le=100)] = None


class Decision(Ordered):
    """What somebody decided about measures, on one day."""

    body: str = ""
    """Who decided, as a role or a board."""
    day: date | None = None
    result: DecisionResult = DecisionResult.APPROVED
    measures: Annotated[tuple[Id, ...], Ref("Measure")] = ()
    condition: str = ""
    condition_by: date | None = None
    """By when the condition is to be met."""
    condition_met: date | None = None
    """When it was met."""
    note: str = ""
