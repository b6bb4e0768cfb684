"""Series of measured values: one value for a target and a day, typed, pasted or read from a sheet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from cxstudio.model import Id, MeasuredValue, Target
from cxstudio.store import Draft


def add_measured_value(draft: Draft, target: Id, **values: Any) -> Id:
    """One more value of a target's figure; returns its id. Raises MissingRecord."""
    draft.get(Target, target)
    return draft.create(MeasuredValue(id=draft.new_id(), target=target, **values)).id


def enter_measured_values(draft: Draft, target: Id, series: Mapping[date, float], *, source: str = "") -> None:
    """Enter values by their days. A day that has a value takes the new one, others stay; so a sheet may come twice.

    An empty `source` leaves what is known of where a value comes from.
    """
    draft.get(Target, target)
    known = {one.day: one for one in draft.document.having(MeasuredValue, "target", target)}
    told = {"source": source} if source else {}
    for day, value in sorted(series.items()):
        before = known.get(day)
        if before is None:
            draft.create(MeasuredValue(id=draft.new_id(), target=target, day=day, value=value, source=source))
        else:
            draft.update(MeasuredValue, before.id, value=value, **told)
