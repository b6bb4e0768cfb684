"""People deleted for good: their records, all that belongs to them, and their names in any text."""

from __future__ import annotations

from collections.abc import Iterable

from cxstudio.model import Document, Id, Record
from cxstudio.model.personal_data.blacking_out import BLACKED_OUT, blacked_out, pattern_of
from cxstudio.model.personal_data.naming import NAMING, names_of
from cxstudio.store.draft import Draft


def without_persons(document: Document, people: Iterable[Id], also: Iterable[str] = ()) -> Document:
    """A document without these people; the very same where nothing of them was in it."""
    draft = Draft(document)
    erase_people(draft, people, also)
    return draft.document if draft.changes else document


def erase_people(draft: Draft, people: Iterable[Id], also: Iterable[str] = ()) -> tuple[str, ...]:
    """Remove people and black out their names, and `also` these; returns all that was looked for."""
    there = [i for i in dict.fromkeys(people) if i in draft.document]
    names, spared = names_of(draft.document, there)
    names = tuple(sorted({*names, *also}, key=lambda n: (-len(n), n)))
    draft.remove_many(there)
    pattern = pattern_of(sorted({*names, *spared}, key=lambda n: (-len(n), n)))
    if pattern is not None:
        for record in draft.document:
            clean = _emptied(blacked_out(record, pattern, spared))
            if clean != record:
                changed = {
                    f: getattr(clean, f) for f in type(record).model_fields if getattr(clean, f) != getattr(record, f)
                }
                draft.update(type(record), record.id, **changed)
    return names


def _emptied(record: Record) -> Record:
    """Fields that are there for a name say nothing where only one that is gone stood in them."""
    fields = NAMING.get(type(record), ())
    return record.model_copy(update={name: "" for name in fields if getattr(record, name) == BLACKED_OUT})
