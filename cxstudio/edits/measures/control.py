"""What follows from a look back: decisions, corrective measures, and a to-be journey that has become how things are."""

from __future__ import annotations

from datetime import date
from typing import Any

from cxstudio.edits.common import key_after, last_key
from cxstudio.errors import N_, UserError
from cxstudio.model import Decision, Id, Journey, Measure, Target
from cxstudio.model.kinds import DecisionResult, JourneyKind, MeasureStatus
from cxstudio.store import Draft


def add_decision(draft: Draft, **values: Any) -> Id:
    """Keep what was decided; returns its id."""
    order = last_key(draft.document.all(Decision))
    return draft.create(Decision(id=draft.new_id(), order=order, **values)).id


def meet_condition(draft: Draft, decision: Id, day: date | None) -> None:
    """Note when a condition was met; None: not yet. Raises UserError where the decision has no condition."""
    if draft.get(Decision, decision).result is not DecisionResult.WITH_CONDITION:
        raise UserError(
            N_("This decision has no condition."),
            N_("Nothing was changed."),
            N_("Choose “approved with a condition” as its result first."),
        )
    draft.update(Decision, decision, condition_met=day)


def add_corrective_measure(draft: Draft, target: Id, title: str) -> Id:
    """A measure that follows up one whose target was missed, right behind it, for the same target; returns its id.

    It starts where the last one ended: touchpoints, owner and departments come along; dates, costs and progress do not.
    """
    missed = draft.get(Target, target)
    about = draft.get(Measure, missed.measure)
    points = (missed.touchpoint,) if missed.touchpoint else about.touchpoints
    made = draft.create(
        Measure(
            id=draft.new_id(),
            title=title,
            touchpoints=points,
            owner_role=about.owner_role,
            owner_name=about.owner_name,
            department=about.department,
            contributing=about.contributing,
            kind=about.kind,
            status=MeasureStatus.IDEA,
            corrects=about.id,
            order=key_after(draft.document.all(Measure), about.id),
        )
    )
    again = {"id": draft.new_id(), "measure": made.id, "from_value": None, "by": None, "order": last_key(())}
    draft.create(missed.model_copy(update=again))
    return made.id


def make_reality(draft: Draft, journey: Id, day: date) -> None:
    """A to-be journey is how things are from this day on; the one it came from stays, dated. Raises UserError."""
    about = draft.get(Journey, journey)
    if about.kind is not JourneyKind.TO_BE:
        raise UserError(
            N_("This journey already is an as-is journey."),
            N_("Nothing was changed."),
            N_("Show the to-be journey that has become reality."),
        )
    before = draft.document.find(about.derived_from)
    if isinstance(before, Journey) and before.until is None:
        draft.update(Journey, before.id, until=day)
    draft.update(Journey, journey, kind=JourneyKind.AS_IS, since=day)
