"""On what a persona rests: how many of its statements are assumptions, and of how many nobody said how we know."""

from __future__ import annotations

from typing import Final, NamedTuple

from cxstudio.model import Document, ExpectationSource, Id, Note, Persona, PersonaTrait
from cxstudio.model.empathy_fields import EMPATHY_FIELDS
from cxstudio.model.kinds import Evidence

_TEXTS: Final = ("facts", "quote", "best_experience", "worst_experience")
_LISTS: Final = ("goals", "frustrations", "needs", "jobs")


class PersonaEvidence(NamedTuple):
    """Counts of statements."""

    statements: int
    assumed: int
    unsaid: int
    """Nobody said how we know."""


def persona_evidence(document: Document, persona: Id) -> PersonaEvidence:
    """What is written on the persona's card counts by its evidence; sources, traits and notes by their own."""
    who = document.get(Persona, persona)
    written = sum(bool(getattr(who, name).strip()) for name in _TEXTS) + sum(len(getattr(who, n)) for n in _LISTS)
    found: list[Evidence | None] = [who.evidence] * written
    found += [s.evidence for s in document.having(ExpectationSource, "persona", persona) if s.text.strip()]
    found += [t.evidence for t in document.having(PersonaTrait, "persona", persona) if t.value is not None]
    found += [n.evidence for n in document.having(Note, "about", persona) if n.kind in EMPATHY_FIELDS]
    return PersonaEvidence(len(found), found.count(Evidence.ASSUMPTION), found.count(None))
