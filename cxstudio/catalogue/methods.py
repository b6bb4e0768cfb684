"""Method cards for a workshop: when a method helps, how it goes, what it takes, where it fails, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Final

from cxstudio.model.bilingual import Bilingual
from cxstudio.model.folding import sought
from cxstudio.resources import resource_values

LANGUAGES: Final = ("de", "en")


@dataclass(frozen=True, slots=True)
class MethodPhase:
    """Part of a workshop its cards belong to."""

    id: str
    name: Bilingual
    about: Bilingual


@dataclass(frozen=True, slots=True)
class MethodCard:
    """One method, on one page."""

    id: str
    phase: str
    """Id of a `MethodPhase`."""
    icon: str
    name: Bilingual
    about: Bilingual
    words: Bilingual
    """More words it is found by."""
    when: Bilingual
    steps: tuple[Bilingual, ...]
    minutes: tuple[int, int]
    """At least and at most."""
    people: tuple[int, int]
    """At least and at most, in the room."""
    material: Bilingual
    pitfalls: Bilingual
    next: tuple[str, ...]
    """Ids of the cards that usually follow."""
    command: str = ""
    """Id of the window's command that opens its tool; "" where the program has none."""

    def found_by(self, text: str) -> bool:
        """Whether every word of the text is found in its names or what it is for, in either language."""
        said = f"{self.names()} {_folded(self.about, self.when)}"
        return all(word in said for word in sought(text).split())

    def names(self) -> str:
        """Its name and the other words for it, in both languages, folded for searching."""
        return _folded(self.name, self.words)


def _folded(*parts: Bilingual) -> str:
    return sought(" ".join(part.say(language) for language in LANGUAGES for part in parts))


@dataclass(frozen=True, slots=True)
class Methods:
    """All cards in the order a workshop uses them."""

    phases: tuple[MethodPhase, ...]
    cards: tuple[MethodCard, ...]

    def of(self, phase: str) -> tuple[MethodCard, ...]:
        """The cards of a phase."""
        return tuple(card for card in self.cards if card.phase == phase)

    def phase_of(self, card: MethodCard) -> MethodPhase:
        """The phase of a card."""
        return next(phase for phase in self.phases if phase.id == card.phase)

    def find(self, card_id: str) -> MethodCard | None:
        """The card of that id."""
        return next((card for card in self.cards if card.id == card_id), None)


@cache
def methods() -> Methods:
    """The cards that come with the program."""
    return resource_values(Methods, "catalogue", "methods.toml")
