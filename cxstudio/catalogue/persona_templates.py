"""Personas to begin with: typical people, every statement an assumption until somebody has asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from cxstudio.edits import add_persona, add_trait
from cxstudio.model import Id
from cxstudio.model.bilingual import Bilingual
from cxstudio.model.kinds import Evidence
from cxstudio.resources import resource_values
from cxstudio.store import Draft


@dataclass(frozen=True, slots=True)
class PersonaTemplate:
    """One typical person; `traits` are 0 to 10, in the order of the usual traits."""

    id: str
    name: Bilingual
    occupation: Bilingual
    facts: Bilingual
    quote: Bilingual
    goals: tuple[Bilingual, ...]
    frustrations: tuple[Bilingual, ...]
    needs: tuple[Bilingual, ...]
    jobs: tuple[Bilingual, ...]
    traits: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class UsualTrait:
    """Two opposites people are often told apart by."""

    low: Bilingual
    high: Bilingual


@dataclass(frozen=True, slots=True)
class PersonaTemplates:
    """What comes with the program."""

    personas: tuple[PersonaTemplate, ...]
    traits: tuple[UsualTrait, ...]

    def find(self, template: str) -> PersonaTemplate:
        """The template of that id. Raises StopIteration for an id there is not."""
        return next(each for each in self.personas if each.id == template)


@cache
def persona_templates() -> PersonaTemplates:
    """Templates and usual traits."""
    return resource_values(PersonaTemplates, "catalogue", "personas.toml")


def add_from_template(draft: Draft, template: str, language: str) -> Id:
    """A persona as a template has it, marked as an assumption; returns the id."""
    known = persona_templates()
    found = known.find(template)
    lists = {n: tuple(t.say(language) for t in getattr(found, n)) for n in ("goals", "frustrations", "needs", "jobs")}
    texts = {n: getattr(found, n).say(language) for n in ("occupation", "facts", "quote")}
    persona = add_persona(draft, found.name.say(language), evidence=Evidence.ASSUMPTION, **texts, **lists)
    for trait, value in zip(known.traits, found.traits, strict=True):
        add_trait(draft, persona, trait.low.say(language), trait.high.say(language), value=value,
                  evidence=Evidence.ASSUMPTION)  # fmt: skip
    return persona


def add_usual_traits(draft: Draft, persona: Id, language: str) -> None:
    """The usual traits, without a value yet."""
    for trait in persona_templates().traits:
        add_trait(draft, persona, trait.low.say(language), trait.high.say(language))
