"""Notes from the room, steps behind touchpoints, and pictures."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cxstudio.edits.common import last_key
from cxstudio.model import BackstageStep, Id, Idea, Note, Picture, Touchpoint
from cxstudio.model.kinds import BackstageKind, NoteKind
from cxstudio.store import Draft


def add_note(draft: Draft, text: str, kind: NoteKind = NoteKind.UNSORTED, about: Id | None = None, **values: Any) -> Id:
    """A new note behind the others of its place; returns its id."""
    family = [n for n in draft.document.all(Note) if n.about == about]
    return draft.create(Note(id=draft.new_id(), text=text, kind=kind, about=about, order=last_key(family), **values)).id


def add_step(draft: Draft, touchpoint: Id, text: str, kind: BackstageKind = BackstageKind.BACK) -> Id:
    """A new step behind a touchpoint, after the others; returns its id."""
    draft.get(Touchpoint, touchpoint)
    family = draft.document.having(BackstageStep, "touchpoint", touchpoint)
    made = BackstageStep(id=draft.new_id(), touchpoint=touchpoint, text=text, kind=kind, order=last_key(family))
    return draft.create(made).id


def sort_note(draft: Draft, note: Id, kind: NoteKind, about: Id | None, lane: Id | None = None) -> None:
    """Give a note its kind and place; the parking lot has no place. `lane` is one of one's own, for that kind.

    Where no place is named, a note that came from somewhere goes there: a comment to the touchpoint it is about.
    """
    here = about or draft.get(Note, note).about
    place = None if kind in (NoteKind.PARKING_LOT, NoteKind.UNSORTED) else here
    family = [n for n in draft.document.all(Note) if n.about == place and n.id != note]
    draft.update(Note, note, kind=kind, about=place, lane=lane, order=last_key(family))


def set_topic(draft: Draft, notes: Iterable[Id], topic: str) -> None:
    """Say what notes are about; an empty topic takes it away."""
    for note in notes:
        draft.update(Note, note, theme=" ".join(topic.split()))


def note_to_idea(draft: Draft, note: Id, touchpoint: Id | None = None) -> Id:
    """An idea in place of a note, for a touchpoint where one is meant; returns its id."""
    text = draft.get(Note, note).text
    order = last_key(draft.document.all(Idea))
    about = () if touchpoint is None else (touchpoint,)
    made = draft.create(Idea(id=draft.new_id(), text=text, touchpoints=about, order=order)).id
    draft.remove(note)
    return made


def add_picture(draft: Draft, about: Id, asset: str, alternative_text: str = "") -> Id:
    """Pin a picture (already in the asset store) to a record; returns the picture's id."""
    family = draft.document.having(Picture, "about", about)
    return draft.create(
        Picture(id=draft.new_id(), about=about, asset=asset, alternative_text=alternative_text, order=last_key(family))
    ).id
