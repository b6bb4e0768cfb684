"""Where a decision stands: whether its condition is met, still open or late; and which one holds for a measure."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from cxstudio.model import Decision, Document, Id
from cxstudio.model.kinds import DecisionResult


class ConditionState(StrEnum):
    """How the condition of a decision stands on a day."""

    NONE = "none"
    OPEN = "open"
    LATE = "late"
    MET = "met"


def condition_state(decision: Decision, today: date) -> ConditionState:
    """None where nothing was attached; late once its day has passed without a note that it was met."""
    if decision.result is not DecisionResult.WITH_CONDITION:
        return ConditionState.NONE
    if decision.condition_met is not None:
        return ConditionState.MET
    late = decision.condition_by is not None and decision.condition_by < today
    return ConditionState.LATE if late else ConditionState.OPEN


def holding_decision(document: Document, measure: Id) -> Decision | None:
    """The newest decision about a measure; of those of one day the one entered last. None where nobody decided."""
    known = document.having(Decision, "measures", measure)
    return max(known, key=lambda d: (d.day or date.min, d.order, d.id), default=None)
