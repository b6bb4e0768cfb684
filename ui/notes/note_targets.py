"""What a note can become, the key for it, and how it becomes that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.edits import note_to_idea, sort_note
from cxstudio.model import Id, Note
from cxstudio.model.kinds import NoteKind
from cxstudio.store import Draft
from cxstudio.wording import N_
from ui.context.context import Context

MIME: Final = "application/x-cxstudio-notes"
"""Ids of dragged notes, one a line."""


@dataclass(frozen=True, slots=True)
class Bucket:
    """One row: what a note becomes, its letter in each language, and how it looks."""

    text: str
    """Message id."""
    kind: NoteKind | None
    """None makes an idea of it."""
    letters: tuple[str, str]
    """German, English."""
    icon: str
    placed: bool = True
    """Whether it goes to a touchpoint where one is selected."""

    def letter(self, language: str) -> str:
        """Its key."""
        return self.letters[0] if language == "de" else self.letters[1]


BUCKETS: Final[tuple[Bucket, ...]] = (
    Bucket(N_("Customer quote"), NoteKind.QUOTE, ("K", "Q"), "note"),
    Bucket(N_("Hurdle"), NoteKind.HURDLE, ("H", "H"), "minus"),
    Bucket(N_("Opportunity"), NoteKind.OPPORTUNITY, ("C", "O"), "plus"),
    Bucket(N_("Idea"), None, ("I", "I"), "bulb"),
    Bucket(N_("Parking lot"), NoteKind.PARKING_LOT, ("T", "P"), "history", placed=False),
)


def put(draft: Draft, notes: Sequence[Id], bucket: Bucket, touchpoint: Id | None) -> None:
    """Make of some notes what a bucket says."""
    for note in notes:
        if bucket.kind is None:
            note_to_idea(draft, note, touchpoint)
        else:
            sort_note(draft, note, bucket.kind, touchpoint if bucket.placed else None)


def sort(context: Context, notes: Sequence[Id], bucket: Bucket, touchpoint: Id | None) -> None:
    """One step of the history; notes that are gone meanwhile are left out."""
    known = [n for n in notes if isinstance(context.document.find(n), Note)]
    if known and not context.session.read_only:
        with context.session.transaction(N_("Sort notes")) as draft:
            put(draft, known, bucket, touchpoint)
