"""Agendas to begin with: half a day, a day, two days, an hour with management; and blocks out of method cards."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from cxstudio.catalogue.methods import MethodCard, methods
from cxstudio.model.bilingual import Bilingual
from cxstudio.model.kinds import BlockKind, ThinkingPhase
from cxstudio.resources import resource_values

_NOTHING: Final = Bilingual("", "")
_PHASES: Final = {
    "understand": ThinkingPhase.OBSERVE, "sharpen": ThinkingPhase.DEFINE, "ideas": ThinkingPhase.IDEATE,
    "decide": ThinkingPhase.IDEATE, "test": ThinkingPhase.TEST,
}  # fmt: skip
"""Part of a workshop a card belongs to → its phase of Design Thinking."""
_PAPER_PROTOTYPE: Final = "paper-prototype"


@dataclass(frozen=True, slots=True)
class TemplateBlock:
    """One block of a template."""

    title: Bilingual
    minutes: int
    method: str = ""
    kind: BlockKind = BlockKind.WORK
    phase: ThinkingPhase | None = None
    goal: Bilingual = _NOTHING
    task: Bilingual = _NOTHING
    material: Bilingual = _NOTHING
    items: int = 0
    fixed: bool = False

    def fields(self, language: str) -> dict[str, Any]:
        """The fields of an agenda block, in a language."""
        return {
            "title": self.title.say(language), "minutes": self.minutes, "method": self.method, "kind": self.kind,
            "phase": self.phase, "goal": self.goal.say(language), "task": self.task.say(language),
            "material": self.material.say(language), "items": self.items, "fixed": self.fixed,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class TemplateDay:
    """One day of a template: a workshop of its own."""

    title: Bilingual
    starts: str
    ends: str
    blocks: tuple[TemplateBlock, ...]


@dataclass(frozen=True, slots=True)
class AgendaTemplate:
    """One way to plan a workshop."""

    id: str
    name: Bilingual
    about: Bilingual
    days: tuple[TemplateDay, ...]


@dataclass(frozen=True, slots=True)
class _Templates:
    templates: tuple[AgendaTemplate, ...]


@cache
def agenda_templates() -> tuple[AgendaTemplate, ...]:
    """Those that come with the program, the shortest first."""
    return resource_values(_Templates, "catalogue", "agendas.toml").templates


def shortest_minutes() -> dict[str, int]:
    """Id of a method card → the fewest minutes it takes."""
    return {card.id: card.minutes[0] for card in methods().cards}


def block_from_card(card: MethodCard, language: str) -> dict[str, Any]:
    """The fields of an agenda block for a method."""
    phase = ThinkingPhase.PROTOTYPE if card.id == _PAPER_PROTOTYPE else _PHASES.get(card.phase)
    return {
        "title": card.name.say(language), "minutes": card.minutes[0], "method": card.id, "phase": phase,
        "goal": "", "material": card.material.say(language),
    }  # fmt: skip
