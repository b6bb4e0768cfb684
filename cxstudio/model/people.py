"""For whom: personas with the sources of their expectation, and the stakeholders around them."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from cxstudio.model.base import Id, Ordered, Record, Ref
from cxstudio.model.kinds import Evidence, ExpectationOrigin, StakeholderKind

Part = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Persona(Ordered):
    """A typical customer the journey is told for."""

    name: str
    age: Annotated[int | None, Field(ge=0, le=130)] = None
    occupation: str = ""
    facts: str = ""
    quote: str = ""
    goals: tuple[str, ...] = ()
    frustrations: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    jobs: tuple[str, ...] = ()
    """What they want to get done, whoever helps them with it."""
    channels: Annotated[tuple[Id, ...], Ref("Channel")] = ()
    best_experience: str = ""
    worst_experience: str = ""
    evidence: Evidence | None = None
    source: str = ""
    situation: str = ""
    """In which situation the empathy map shows them."""
    face_x: Part = 0.5
    face_y: Part = 0.5
    """Middle of the part of the first picture that is shown as the face, as shares of its width and height."""
    face_zoom: Annotated[float, Field(ge=1, le=6, allow_inf_nan=False)] = 1.0
    """1 shows the largest square of it, more an ever smaller one."""


class ExpectationSource(Ordered):
    """One of the five places a persona's expectation comes from."""

    persona: Annotated[Id, Ref("Persona", owner=True)]
    origin: ExpectationOrigin
    text: str = ""
    weight: Annotated[int | None, Field(ge=0, le=10)] = None
    """How strongly it shapes the expectation, 0 to 10."""
    evidence: Evidence | None = None


class PersonaTrait(Ordered):
    """Where a persona stands between two opposites."""

    persona: Annotated[Id, Ref("Persona", owner=True)]
    low: str
    high: str
    value: Annotated[int | None, Field(ge=0, le=10)] = None
    """0 at `low` to 10 at `high`."""
    evidence: Evidence | None = None


class Promise(Ordered):
    """What the company promises, as a sentence, and where it says so."""

    text: str
    source: str = ""
    """Brochure, website, conversation …"""
    said_on: date | None = None
    touchpoints: Annotated[tuple[Id, ...], Ref("Touchpoint")] = ()
    """Where it is kept or broken."""


class CustomerChange(Ordered):
    """What customers are told that was changed for them: in the group's words."""

    said: str = ""
    """What they said."""
    done: str = ""
    """What was done about it."""
    still_open: str = ""
    """What is not done yet."""
    measure: Annotated[Id | None, Ref("Measure")] = None
    """The measure it was written from."""


class Stakeholder(Ordered):
    """Somebody with a stake in the journey."""

    name: str
    kind: StakeholderKind = StakeholderKind.OTHER
    closeness: Annotated[int, Field(ge=1, le=3)] = 2
    """1 is closest to the customer, 3 farthest."""
    angle: Annotated[float | None, Field(ge=0, lt=360, allow_inf_nan=False)] = None
    """Where in its ring it was put by hand: degrees clockwise from the right; None: laid out automatically."""
    note: str = ""


class StakeholderRelation(Record):
    """What flows from one stakeholder to another."""

    source: Annotated[Id, Ref("Stakeholder", "Persona", owner=True)]
    target: Annotated[Id, Ref("Stakeholder", "Persona", owner=True)]
    flows: str = ""
