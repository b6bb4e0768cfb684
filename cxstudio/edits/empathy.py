"""The empathy map of a persona: notes in six fields, and what they become at touchpoints."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cxstudio.edits.common import keys_after
from cxstudio.edits.notes import add_note
from cxstudio.model import Id, Note, Persona, Touchpoint
from cxstudio.model.empathy_fields import LINKED
from cxstudio.model.kinds import NoteKind
from cxstudio.store import Draft


def add_empathy_notes(draft: Draft, persona: Id, field: NoteKind, texts: Iterable[str]) -> list[Id]:
    """A note for each text that says something, behind those of the field; returns their ids."""
    draft.get(Persona, persona)
    said = [words for text in texts if (words := " ".join(text.split()))]
    return [add_note(draft, words, field, persona) for words in said]


def move_empathy_notes(draft: Draft, notes: Sequence[Id], field: NoteKind, after: Id | None = None) -> None:
    """Put notes into a field of their map: behind `after`, or (None) ahead of all others there."""
    about = draft.get(Note, notes[0]).about or "" if notes else ""
    rest = [n for n in draft.document.having(Note, "about", about) if n.id not in notes]
    behind = after if after in {n.id for n in rest} else _last_before(rest, field)
    for note, order in zip(notes, keys_after(rest, behind, len(notes)), strict=True):
        draft.update(Note, note, kind=field, order=order)


def _last_before(rest: Sequence[Note], field: NoteKind) -> Id | None:
    """The note right ahead of the first one of a field; the last one of all where the field is empty."""
    for before, note in zip((None, *rest), rest, strict=False):
        if note.kind is field:
            return before.id if before is not None else None
    return rest[-1].id if rest else None


def pin_notes(draft: Draft, notes: Iterable[Id], kind: NoteKind, touchpoint: Id) -> list[Id]:
    """Make hurdles, opportunities or quotes of a touchpoint of notes, linked with them; returns their ids.

    A note that is there already in the same kind is not made again. What is changed in one of them later is changed
    in the other (`keep_linked`).
    """
    draft.get(Touchpoint, touchpoint)
    made = []
    for each in notes:
        note = draft.get(Note, each)
        known = [n for n in draft.document.having(Note, "came_from", each) if (n.about, n.kind) == (touchpoint, kind)]
        made.append(
            known[0].id
            if known
            else add_note(
                draft, note.text, kind, touchpoint, evidence=note.evidence, source=note.source, said_on=note.said_on,
                theme=note.theme, came_from=each,
            )
        )  # fmt: skip
    return made


def keep_linked(draft: Draft) -> None:
    """What the draft changed of a note it also changes in those linked with it, where both said the same before."""
    for was, now in draft.changed(Note):
        for name in LINKED:
            before, after = getattr(was, name), getattr(now, name)
            if before != after:
                _spread(draft, now.id, name, before, after)


def _spread(draft: Draft, start: Id, name: str, before: object, after: object) -> None:
    seen, waiting = {start}, [start]
    while waiting:
        note = draft.get(Note, waiting.pop())
        linked = [n.id for n in draft.document.having(Note, "came_from", note.id)]
        for other in [*linked, *([note.came_from] if note.came_from is not None else [])]:
            if other not in seen and getattr(draft.get(Note, other), name) == before:
                seen.add(other)
                waiting.append(other)
                draft.update(Note, other, **{name: after})
