"""The six fields of an empathy map, and what a note of each usually is at a touchpoint."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cxstudio.model.base import Id
from cxstudio.model.document import Document
from cxstudio.model.journey import Note
from cxstudio.model.kinds import NoteKind

EMPATHY_FIELDS: Final = (
    NoteKind.THINKS_FEELS,
    NoteKind.SEES,
    NoteKind.HEARS,
    NoteKind.SAYS_DOES,
    NoteKind.PAIN,
    NoteKind.GAIN,
)
PINNED_KINDS: Final = (NoteKind.HURDLE, NoteKind.OPPORTUNITY, NoteKind.QUOTE)
"""What a note of an empathy map can become at a touchpoint."""
USUALLY: Final[Mapping[NoteKind, NoteKind]] = {
    NoteKind.PAIN: NoteKind.HURDLE,
    NoteKind.GAIN: NoteKind.OPPORTUNITY,
}
"""Field → what its notes are proposed to become; a quote where no row says."""
LINKED: Final = ("text", "evidence", "source", "said_on", "theme")
"""What a note and what was made of it at a touchpoint have in common, for as long as both do."""


def empathy_notes(document: Document, persona: Id) -> tuple[Note, ...]:
    """All notes of a persona's empathy map, field by field, each in its order."""
    notes = document.having(Note, "about", persona)
    return tuple(note for field in EMPATHY_FIELDS for note in notes if note.kind is field)
