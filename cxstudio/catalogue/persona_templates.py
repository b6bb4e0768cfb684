"""Personas to begin with: typical people, every statement an assumption until somebody has asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from cxstudio.model.bilingual import Bilingual
from cxstudio.model.kinds import Evidence
from cxstudio.resources import resource_values

_LISTS: Final = ("goals", "frustrations", "needs", "jobs")


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


def values_of(template: PersonaTemplate, language: str) -> dict[str, Any]:
    """The fields of a persona as a template has them, in a language."""
    lists = {n: tuple(t.say(language) for t in getattr(template, n)) for n in _LISTS}
    texts = {n: getattr(template, n).say(language) for n in ("name", "occupation", "facts", "quote")}
    return {**texts, **lists, "evidence": Evidence.ASSUMPTION}


def usual_traits(language: str) -> tuple[tuple[str, str], ...]:
    """Opposites people are often told apart by: one end and the other."""
    return tuple((trait.low.say(language), trait.high.say(language)) for trait in persona_templates().traits)
