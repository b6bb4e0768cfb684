"""How a measure and its targets came to stand as they do: what changed and when, never who changed it."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from cxstudio.model.base import Id, Ordered, Ref


class MeasureChange(Ordered):
    """One field of a measure, or of one of its targets, that was changed on one day.

    What was typed freely is not kept, so that no name outlives its removal; records are named by id.
    """

    measure: Annotated[Id, Ref("Measure", owner=True)]
    day: date
    field: str
    """Name of the measure's field; of a target's field after "target."; "targets" for their number."""
    target: Annotated[Id | None, Ref("Target")] = None
    """The target that was changed, while it is there."""
    before: str = ""
    """As it stood when the day began; ids of records are separated by spaces. Empty where nothing was given."""
    after: str = ""
    """As it stood when the day ended."""
