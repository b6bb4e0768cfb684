"""What an empathy map is laid out from: everything it shows of a persona and its notes, as frozen values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id, Note, Persona, Picture, Touchpoint
from cxstudio.model.empathy_fields import EMPATHY_FIELDS, empathy_notes
from cxstudio.model.kinds import Evidence, NoteKind
from cxstudio.wording.fields.field_table import choice_label
from cxstudio.wording.fields.record_names import initials, short_name
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.texts import N_, Texts

FIELD_NAMES: Final = {
    NoteKind.THINKS_FEELS: N_("Thinks and feels"),
    NoteKind.SEES: N_("Sees"),
    NoteKind.HEARS: N_("Hears"),
    NoteKind.SAYS_DOES: N_("Says and does"),
    NoteKind.PAIN: N_("Pains"),
    NoteKind.GAIN: N_("Gains"),
}
"""Field → message id of its heading."""
HINTS: Final = {
    NoteKind.THINKS_FEELS: N_("What worries them? What do they hope for?"),
    NoteKind.SEES: N_("What do they come across: offers, screens, people?"),
    NoteKind.HEARS: N_("What do family, colleagues and others say?"),
    NoteKind.SAYS_DOES: N_("What can be observed?"),
    NoteKind.PAIN: N_("What annoys or holds them up?"),
    NoteKind.GAIN: N_("What would help or please them?"),
}
"""Field → message id of what is asked where it is still empty."""
FACE_COLOURS: Final = (Role.ACCENT, Role.DELIGHTING, Role.STARDUST, Role.DISAPPOINTING_TEXT, Role.OKAY)
"""Handed out to personas in their order, again from the start after the last."""


class MapNote(NamedTuple):
    """One note as the map shows it."""

    note: Id
    text: str
    foot: str
    """What it rests on where that is an assumption, and what it became at which touchpoint."""
    spoken: str


class MapField(NamedTuple):
    """One of the six fields with its notes in order."""

    kind: NoteKind
    title: str
    notes: tuple[MapNote, ...]


@dataclass(frozen=True, eq=False)
class Empathy:
    """The empathy map of a persona, in one language."""

    persona: Id | None
    name: str
    situation: str
    initials: str
    face: Role
    picture: str
    """Asset of the persona's picture; empty without one."""
    fields: tuple[MapField, ...]
    texts: Texts
    fonts: FontBook = field(repr=False)
    made_of: Mapping[Id, tuple[Note, MapNote]] = field(default_factory=dict, repr=False)
    """Notes that became nothing elsewhere, as records and as they are shown: again so where they are as before."""

    def note(self, note: Id | None) -> MapNote | None:
        """A note of the map."""
        return next((n for f in self.fields for n in f.notes if n.note == note), None)

    def field_of(self, note: Id | None) -> NoteKind | None:
        """The field a note stands in."""
        return next((f.kind for f in self.fields for n in f.notes if n.note == note), None)


def face_of(document: Document, persona: Id) -> Role:
    """The colour of a persona's initials."""
    place = next((n for n, p in enumerate(document.all(Persona)) if p.id == persona), 0)
    return FACE_COLOURS[place % len(FACE_COLOURS)]


def empathy_of(
    document: Document, persona: Id | None, texts: Texts, fonts: FontBook | None = None, before: Empathy | None = None
) -> Empathy:
    """What the empathy map of a persona shows; an empty one where there is no persona. `before` saves work."""
    who = document.find(persona)
    book = fonts or font_book()
    if not isinstance(who, Persona):
        empty = tuple(MapField(kind, texts.tr(FIELD_NAMES[kind]), ()) for kind in EMPATHY_FIELDS)
        return Empathy(None, "", "", "", Role.ACCENT, "", empty, texts, book)
    known = before.made_of if before is not None and before.texts is texts else {}
    made_of: dict[Id, tuple[Note, MapNote]] = {}
    shown: dict[NoteKind, list[MapNote]] = {kind: [] for kind in EMPATHY_FIELDS}
    for note in empathy_notes(document, who.id):
        free = not document.ids_having(Note, "came_from", note.id)
        was = known.get(note.id) if free else None
        drawn = was[1] if was is not None and was[0] is note else _shown(document, note, texts)
        shown[note.kind].append(drawn)
        if free:
            made_of[note.id] = (note, drawn)
    fields = tuple(MapField(kind, texts.tr(FIELD_NAMES[kind]), tuple(shown[kind])) for kind in EMPATHY_FIELDS)
    pictures = document.having(Picture, "about", who.id)
    return Empathy(who.id, who.name, who.situation, initials(who.name), face_of(document, who.id),
                   pictures[0].asset if pictures else "", fields, texts, book, made_of)  # fmt: skip


def _shown(document: Document, note: Note, texts: Texts) -> MapNote:
    parts = [capital(texts.tr(choice_label(note.evidence)))] if note.evidence is Evidence.ASSUMPTION else []
    parts += [became(document, made, texts) for made in document.having(Note, "came_from", note.id)]
    foot = " · ".join(part for part in parts if part)
    spoken = ". ".join(part for part in (texts.tr(FIELD_NAMES[note.kind]), note.text, foot) if part)
    return MapNote(note.id, note.text, foot, spoken)


def became(document: Document, note: Note, texts: Texts) -> str:
    """What a note is at a touchpoint: "→ Hurdle · Hotline"; empty where it stands at none."""
    touchpoint = document.find(note.about)
    if not isinstance(touchpoint, Touchpoint):
        return ""
    kind = capital(texts.tr(choice_label(note.kind)))
    return f"→ {kind} · {short_name(document, touchpoint.id)}"
