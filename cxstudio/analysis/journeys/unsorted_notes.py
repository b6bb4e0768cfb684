"""Notes from the room that wait for a kind or a place."""

from __future__ import annotations

from cxstudio.model import Document, Note
from cxstudio.model.kinds import NoteKind


def unsorted_notes(document: Document) -> tuple[Note, ...]:
    """Notes nobody has given a kind yet, in the order they were taken."""
    return tuple(n for n in document.all(Note) if n.kind is NoteKind.UNSORTED)


def notes_without_place(document: Document) -> tuple[Note, ...]:
    """Notes that have a kind but hang nowhere, those of the parking lot left out."""
    apart = (NoteKind.UNSORTED, NoteKind.PARKING_LOT)
    return tuple(n for n in document.all(Note) if n.about is None and n.kind not in apart)


def parked_notes(document: Document) -> tuple[Note, ...]:
    """The parking lot."""
    return tuple(n for n in document.all(Note) if n.kind is NoteKind.PARKING_LOT)
