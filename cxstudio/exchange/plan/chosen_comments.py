"""Comments of an import: they go to the unsorted notes, and those somebody chose become quotes at once."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from cxstudio.exchange.plan.import_plan import ImportPlan
from cxstudio.model import Note
from cxstudio.model.kinds import NoteKind


def comments_of(plan: ImportPlan) -> tuple[Note, ...]:
    """The notes of a plan that are about something and nobody sorted yet, each text once."""
    found: dict[str, Note] = {}
    for record in plan.records:
        if isinstance(record, Note) and record.kind is NoteKind.UNSORTED and record.about is not None:
            found.setdefault(record.text, record)
    return tuple(found.values())


def with_quotes(plan: ImportPlan, texts: Collection[str]) -> ImportPlan:
    """The plan with the comments of these texts as quotes of what they are about."""
    chosen = {note.text for note in comments_of(plan)} & set(texts)
    if not chosen:
        return plan
    records = tuple(
        record.model_copy(update={"kind": NoteKind.QUOTE})
        if isinstance(record, Note)
        and record.kind is NoteKind.UNSORTED
        and record.about is not None
        and record.text in chosen
        else record
        for record in plan.records
    )
    return replace(plan, records=records)
