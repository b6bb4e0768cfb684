"""What the company promises: sentences with their source, linked to the touchpoints that keep or break them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from cxstudio.edits.common import last_key
from cxstudio.model import Id, Promise, Touchpoint
from cxstudio.store import Draft


def add_promises(draft: Draft, sentences: Iterable[str], source: str = "", said_on: date | None = None) -> list[Id]:
    """A promise for each sentence that says something; returns their ids."""
    made = []
    for sentence in sentences:
        if words := " ".join(sentence.split()):
            order = last_key(draft.document.all(Promise))
            record = Promise(id=draft.new_id(), text=words, source=source, said_on=said_on, order=order)
            made.append(draft.create(record).id)
    return made


def link_promise(draft: Draft, promise: Id, touchpoint: Id, *, on: bool) -> None:
    """Say that a promise is kept or broken at a touchpoint, or no longer.

    Where a touchpoint promises nothing yet, it promises this: only then can people be asked about it there.
    """
    record = draft.get(Promise, promise)
    rest = tuple(i for i in record.touchpoints if i != touchpoint)
    draft.update(Promise, promise, touchpoints=(*rest, touchpoint) if on else rest)
    if on and not draft.get(Touchpoint, touchpoint).promise.strip():
        draft.update(Touchpoint, touchpoint, promise=record.text)
