"""Personas, and the departments and channels named along the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

from cxstudio.edits.common import last_key
from cxstudio.model import Channel, Department, ExpectationSource, Id, Persona, PersonaTrait
from cxstudio.model.kinds import Evidence, ExpectationOrigin
from cxstudio.model.known_channels import NameBook, usual_values
from cxstudio.store import Draft

OLDEST: Final = 130
_AGE: Final = re.compile(
    r"(?:(?:ca\.?|etwa|rund|um die|about|around|aged|age|alter)\s*)*(?P<years>\d{1,3})"
    r"(?:\s*-?\s*(?:j\.?|jahre?(?:\s+alt)?|jährig|years?(?:\s+old)?|yrs?\.?|y/?o))?",
    re.IGNORECASE,
)
_AGE_BEHIND: Final = re.compile(r"(?P<name>[^(,;]++)\((?P<age>[^()]{1,20})\)\s*+[,;:]?\s*+(?P<rest>.*)")
"""A name with its age in brackets behind it."""
_PARTS: Final = re.compile(r"[,;]\s+|[,;]$|(?<!\s)\s++[–—|·-]\s+")


def add_persona(draft: Draft, name: str, **values: Any) -> Id:
    """A new persona with her five sources of expectation, still empty; returns her id."""
    order = last_key(draft.document.all(Persona))
    persona = draft.create(Persona(id=draft.new_id(), name=name, order=order, **values)).id
    for origin in ExpectationOrigin:
        add_source(draft, persona, origin)
    return persona


def add_told_persona(draft: Draft, told: str) -> Id:
    """A new persona as somebody says it in one line, "Jana Brandt, 34, is moving": name, age, facts; returns her id."""
    return add_persona(draft, **told_persona(told))


def told_persona(told: str) -> dict[str, Any]:
    """Name, age and facts of a persona said in one line; all of it is the name where nothing parts it."""
    whole = " ".join(told.split())
    inside = _AGE_BEHIND.fullmatch(whole)
    parts = [inside["name"], inside["age"], inside["rest"] or ""] if inside else _PARTS.split(whole)
    name, *rest = [part.strip(" ,;") for part in parts if part.strip(" ,;")] or [""]
    ages = {part: int(found["years"]) for part in rest if (found := _AGE.fullmatch(part)) is not None}
    aged = next((part for part in rest if ages.get(part, OLDEST + 1) <= OLDEST), None)
    said: dict[str, Any] = {"name": name, "facts": ", ".join(part for part in rest if part != aged)}
    return said if aged is None else {**said, "age": ages[aged]}


def name_persona(draft: Draft, persona: Id, told: str) -> None:
    """Name a persona; age and facts said in the same line go to their fields, where these say nothing else yet."""
    record, said = draft.document.get(Persona, persona), told_persona(told)
    further = {name: value for name, value in said.items() if name != "name" and value}
    if all(getattr(record, name) in (None, "", value) for name, value in further.items()) and said["name"]:
        draft.update(Persona, persona, name=said["name"], **further)
    else:
        draft.update(Persona, persona, name=told)


def add_source(draft: Draft, persona: Id, origin: ExpectationOrigin, **values: Any) -> Id:
    """One more source of a persona's expectation; returns its id."""
    order = last_key(draft.document.having(ExpectationSource, "persona", persona))
    return draft.create(ExpectationSource(id=draft.new_id(), persona=persona, origin=origin, order=order, **values)).id


def add_trait(draft: Draft, persona: Id, low: str, high: str, **values: Any) -> Id:
    """A trait of a persona between two opposites; returns its id."""
    order = last_key(draft.document.having(PersonaTrait, "persona", persona))
    made = PersonaTrait(id=draft.new_id(), persona=persona, low=low, high=high, order=order, **values)
    return draft.create(made).id


def add_typical_persona(
    draft: Draft, values: Mapping[str, Any], traits: Iterable[tuple[str, str]], places: Iterable[int]
) -> Id:
    """A persona with traits from 0 to 10, each an assumption; returns the id."""
    persona = add_persona(draft, **values)
    for (low, high), place in zip(traits, places, strict=False):
        add_trait(draft, persona, low, high, value=place, evidence=Evidence.ASSUMPTION)
    return persona


def set_face(draft: Draft, persona: Id, across: float, down: float, zoom: float) -> None:
    """Which part of the picture is the face: its middle as shares from 0 to 1, and how near, 1 to 6."""
    x, y = (min(max(part, 0.0), 1.0) for part in (across, down))
    draft.update(Persona, persona, face_x=x, face_y=y, face_zoom=min(max(zoom, 1.0), 6.0))


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
