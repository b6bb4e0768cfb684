"""Items of cost, and what measures save of them."""

from __future__ import annotations

from typing import Any

from cxstudio.edits.common import last_key
from cxstudio.model import CostItem, Id, Measure, MeasureSaving, Touchpoint
from cxstudio.store import Draft

MONTHS_A_YEAR = 12


def add_cost_item(draft: Draft, about: Id, title: str, **values: Any) -> Id:
    """What something costs at a touchpoint or a journey; returns its id. Cases start from those of the touchpoint."""
    touchpoint = draft.document.find(about)
    if "cases" not in values and isinstance(touchpoint, Touchpoint) and touchpoint.cases_per_month is not None:
        values["cases"] = touchpoint.cases_per_month * MONTHS_A_YEAR
    order = last_key(draft.document.having(CostItem, "about", about))
    return draft.create(CostItem(id=draft.new_id(), about=about, title=title, order=order, **values)).id


def add_saving(draft: Draft, measure: Id, item: Id | None = None, **values: Any) -> Id | None:
    """What a measure saves of an item of cost; by default of the first one it can save something of.

    Items at its own touchpoints come first, then those of their journeys, then any. None where there is no item.
    """
    found = item or next((one for one in _near(draft, measure)), None)
    if found is None:
        return None
    order = last_key(draft.document.having(MeasureSaving, "measure", measure))
    return draft.create(MeasureSaving(id=draft.new_id(), measure=measure, item=found, order=order, **values)).id


def _near(draft: Draft, measure: Id) -> list[Id]:
    """Items it saves nothing of yet, the nearest first."""
    document, record = draft.document, draft.get(Measure, measure)
    touchpoints = [t for i in record.touchpoints if isinstance(t := document.find(i), Touchpoint)]
    places = [*(t.id for t in touchpoints), *(document.journey_of(t).id for t in touchpoints)]
    taken = {one.item for one in document.having(MeasureSaving, "measure", measure)}
    near = [item.id for place in dict.fromkeys(places) for item in document.having(CostItem, "about", place)]
    everything = dict.fromkeys((*near, *(item.id for item in document.all(CostItem))))
    return [item for item in everything if item not in taken]
