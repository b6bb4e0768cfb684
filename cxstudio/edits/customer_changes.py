"""What customers are told that was changed: lines in the group's words, begun from measures."""

from __future__ import annotations

from cxstudio.edits.common import last_key
from cxstudio.model import CustomerChange, Id, Measure, Note
from cxstudio.model.kinds import MeasureStatus, NoteKind
from cxstudio.model.placement import placed_at
from cxstudio.store import Draft

TOLD = (MeasureStatus.DONE, MeasureStatus.RUNNING)
"""What customers can be told about: it was done, or it is being done."""


def add_change(draft: Draft, said: str = "", done: str = "", still_open: str = "", measure: Id | None = None) -> Id:
    """A line behind the others; returns its id."""
    order = last_key(draft.document.all(CustomerChange))
    made = CustomerChange(id=draft.new_id(), said=said, done=done, still_open=still_open, measure=measure, order=order)
    return draft.create(made).id


def changes_from_measures(draft: Draft) -> list[Id]:
    """A line for each measure that is done or running and has none yet, to be put into words; returns their ids.

    What was said is the first customer quote at its touchpoints; what still runs is open.
    """
    known = {change.measure for change in draft.document.all(CustomerChange)}
    made = []
    for measure in draft.document.all(Measure):
        if measure.status not in TOLD or measure.id in known:
            continue
        running = measure.status is MeasureStatus.RUNNING
        title = "" if running else measure.title
        made.append(add_change(draft, _quote(draft, measure), title, measure.title if running else "", measure.id))
    return made


def _quote(draft: Draft, measure: Measure) -> str:
    notes = (n for t in measure.touchpoints for n in placed_at(draft.document, Note, t))
    return next((n.text for n in notes if n.kind is NoteKind.QUOTE), "")
