"""Personas, and the departments and channels named along the way."""

from __future__ import annotations

from typing import Any

from cxstudio.edits.common import last_key
from cxstudio.model import Channel, Department, ExpectationSource, Id, Persona
from cxstudio.model.folding import folded
from cxstudio.model.kinds import ExpectationOrigin
from cxstudio.store import Draft


def add_persona(draft: Draft, name: str, **values: Any) -> Id:
    """A new persona with her five sources of expectation, still empty; returns her id."""
    order = last_key(draft.document.all(Persona))
    persona = draft.create(Persona(id=draft.new_id(), name=name, order=order, **values)).id
    for origin in ExpectationOrigin:
        add_source(draft, persona, origin)
    return persona


def add_source(draft: Draft, persona: Id, origin: ExpectationOrigin, **values: Any) -> Id:
    """One more source of a persona's expectation; returns its id."""
    order = last_key(draft.document.having(ExpectationSource, "persona", persona))
    return draft.create(ExpectationSource(id=draft.new_id(), persona=persona, origin=origin, order=order, **values)).id


def find_or_add_department(draft: Draft, name: str) -> Id:
    """The department of that name (as people compare names), made when there is none."""
    for department in draft.document.all(Department):
        if folded(department.name) == folded(name):
            return department.id
    order = last_key(draft.document.all(Department))
    return draft.create(Department(id=draft.new_id(), name=name.strip(), order=order)).id


def find_or_add_channel(draft: Draft, name: str, *others: str, **values: Any) -> Id:
    """The channel of that name, else of one of the `others` it may go by; made when there is none."""
    known = {folded(c.name): c.id for c in reversed(draft.document.all(Channel))}
    for wanted in map(folded, (name, *others)):
        if wanted in known:
            return known[wanted]
    order = last_key(draft.document.all(Channel))
    return draft.create(Channel(id=draft.new_id(), name=name.strip(), order=order, **values)).id
