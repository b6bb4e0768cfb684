"""Personas, and the departments and channels named along the way."""

from __future__ import annotations

from typing import Any

from cxstudio.edits.common import last_key
from cxstudio.model import Channel, Department, ExpectationSource, Id, Persona
from cxstudio.model.kinds import ExpectationOrigin
from cxstudio.model.known_channels import NameBook, usual_values
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
    known = draft.document.all(Department)
    found = NameBook(Department, known).find(name)
    return found or draft.create(Department(id=draft.new_id(), name=name.strip(), order=last_key(known))).id


def find_or_add_channel(draft: Draft, name: str) -> Id:
    """The channel of that name, else one known by another name for it ("Mail", "E-Mail"); made when there is none.

    Icon and place of a new one come from the known channel its name speaks of.
    """
    known = draft.document.all(Channel)
    found = NameBook(Channel, known).find(name)
    if found is not None:
        return found
    made = Channel(id=draft.new_id(), name=name.strip(), order=last_key(known), **usual_values(name))
    return draft.create(made).id
