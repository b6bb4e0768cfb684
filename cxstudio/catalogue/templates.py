"""Templates for new projects: the ones that come with the program, and any project without what was said in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from cxstudio.catalogue.touchpoints import Entry, built_in
from cxstudio.catalogue.vocabulary import CHANNEL_BY_ID
from cxstudio.model import (
    PROJECT_ID,
    Channel,
    Department,
    Document,
    ExpectationSource,
    Id,
    Journey,
    LaneSetting,
    Persona,
    Project,
    Record,
    Stage,
    Touchpoint,
    new_id,
)
from cxstudio.model.bilingual import Bilingual
from cxstudio.model.kinds import ExpectationOrigin, JourneyKind, Language
from cxstudio.resources import resource_values
from cxstudio.store import keys_between

EMPTY: Final = "empty"
"""Id of the template with nothing but proposed stages."""
UNSAID: Final = Bilingual("", "")


@dataclass(frozen=True, slots=True)
class TemplateStage:
    """A stage with the ids of its touchpoints in the catalogue."""

    name: Bilingual
    goal: Bilingual = UNSAID
    touchpoints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplatePersona:
    """Somebody to begin with, told in a few words."""

    name: Bilingual
    facts: Bilingual = UNSAID
    goals: Bilingual = UNSAID


@dataclass(frozen=True, slots=True)
class TemplateDepartment:
    """A department there usually is."""

    name: Bilingual
    external: bool = False
    touchpoints: tuple[str, ...] = ()
    """Those of the template it works on, by their ids in the catalogue; the first department named for one answers."""


@dataclass(frozen=True, slots=True)
class Template:
    """One way to begin a project."""

    id: str
    name: Bilingual
    about: Bilingual
    stages: tuple[TemplateStage, ...]
    personas: tuple[TemplatePersona, ...] = ()
    departments: tuple[TemplateDepartment, ...] = ()
    industry: str = ""
    """The part of the catalogue to ask further with; "" is all of it."""

    @property
    def touchpoints(self) -> int:
        """How many touchpoints it brings along."""
        return sum(len(stage.touchpoints) for stage in self.stages)


@dataclass(frozen=True, slots=True)
class _Templates:
    templates: tuple[Template, ...]


@cache
def templates() -> tuple[Template, ...]:
    """The templates that come with the program, the empty one first."""
    return resource_values(_Templates, "catalogue", "templates.toml").templates


def template_named(template_id: str) -> Template | None:
    """The template of that id."""
    return next((t for t in templates() if t.id == template_id), None)


def template_document(template: Template, language: str) -> Document:
    """A project made from a template, in "de" or "en", with fresh ids and without a title."""
    records: list[Record] = [Project(id=PROJECT_ID, language=Language(language))]
    personas = list(_personas(template, language))
    journey = Journey(id=new_id(), title="", personas=tuple(r.id for r in personas if isinstance(r, Persona))[:1])
    records += [*personas, journey]
    departments = _departments(template, language)
    records += departments.values()
    behind = {
        entry: tuple(made.id for known, made in departments.items() if entry in known.touchpoints)
        for stage in template.stages
        for entry in stage.touchpoints
    }
    entries = {entry.id: entry for entry in built_in()}
    wanted = [entries[i] for stage in template.stages for i in stage.touchpoints]
    channels = _channels(wanted, language)
    records += channels.values()
    for stage, order in zip(template.stages, keys_between(None, None, len(template.stages)), strict=True):
        name, goal = stage.name.say(language), stage.goal.say(language)
        made = Stage(id=new_id(), journey=journey.id, name=name, goal=goal, order=order)
        records.append(made)
        keys = keys_between(None, None, len(stage.touchpoints))
        for entry_id, key in zip(stage.touchpoints, keys, strict=True):
            touchpoint = _touchpoint(entries[entry_id], made.id, key, channels, language)
            records.append(touchpoint.model_copy(update={"departments": behind[entry_id]}))
    return Document(records)


def _personas(template: Template, language: str) -> Iterator[Record]:
    for persona, order in zip(template.personas, keys_between(None, None, len(template.personas)), strict=True):
        goal = persona.goals.say(language)
        made = Persona(
            id=new_id(),
            name=persona.name.say(language),
            facts=persona.facts.say(language),
            goals=(goal,) if goal else (),
            order=order,
        )
        yield made
        for origin, key in zip(ExpectationOrigin, keys_between(None, None, len(ExpectationOrigin)), strict=True):
            yield ExpectationSource(id=new_id(), persona=made.id, origin=origin, order=key)


def _departments(template: Template, language: str) -> dict[TemplateDepartment, Department]:
    keys = keys_between(None, None, len(template.departments))
    return {
        known: Department(id=new_id(), name=known.name.say(language), external=known.external, order=key)
        for known, key in zip(template.departments, keys, strict=True)
    }


def _channels(wanted: list[Entry], language: str) -> dict[str, Channel]:
    used = [known for known in CHANNEL_BY_ID.values() if known.id in {e.channel for e in wanted}]
    keys = keys_between(None, None, len(used))
    return {
        known.id: Channel(id=new_id(), name=known.name.say(language), icon=known.icon, place=known.place, order=key)
        for known, key in zip(used, keys, strict=True)
    }


def _touchpoint(entry: Entry, stage: str, order: str, channels: dict[str, Channel], language: str) -> Touchpoint:
    return Touchpoint(
        id=new_id(),
        stage=stage,
        name=entry.name.say(language),
        channels=(channels[entry.channel].id,) if entry.channel in channels else (),
        contact=entry.contact,
        requirement=entry.requirement,
        catalogue_entry=entry.id,
        order=order,
    )


KEPT: Final[dict[type[Record], tuple[str, ...]]] = {
    Project: ("language", "scale"),
    Journey: ("title", "kind", "personas", "order"),
    LaneSetting: ("journey", "kind", "height", "shown", "collapsed", "title", "order"),
    Stage: ("journey", "name", "goal", "order"),
    Touchpoint: (
        "stage", "name", "channels", "contact", "departments", "accountable", "experience_kinds", "requirement",
        "catalogue_entry", "order",
    ),
    Channel: ("name", "icon", "place", "order"),
    Department: ("name", "external", "merged_into", "order"),
    Persona: ("name", "age", "occupation", "facts", "goals", "frustrations", "channels", "order"),
    ExpectationSource: ("persona", "origin", "order"),
}  # fmt: skip
"""What stays of a project that becomes a template: its structure, nothing anybody said, rated, counted or planned."""


def template_of(document: Document) -> Document:
    """The structure of a project: no ratings, voices, quotes, measures, dates, figures, or name of the client.

    To-be journeys are plans of this client's and stay behind, unless there is nothing else.
    """
    journeys = document.all(Journey)
    kept = {j.id for j in journeys if j.kind is JourneyKind.AS_IS} or {j.id for j in journeys}
    kept |= {s.id for j in kept for s in document.stages(j)}
    return Document(
        type(record)(id=record.id, **{name: getattr(record, name) for name in KEPT[type(record)]})
        for record in document
        if type(record) in KEPT and _within(record, kept)
    )


def _within(record: Record, kept: set[Id]) -> bool:
    """Whether a record belongs to a journey that stays, or to none."""
    if isinstance(record, Journey):
        return record.id in kept
    if isinstance(record, Stage | LaneSetting):
        return record.journey in kept
    return not isinstance(record, Touchpoint) or record.stage in kept
