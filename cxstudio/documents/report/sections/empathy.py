"""What moves the personas of the journey: their empathy maps as the window shows them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from cxstudio.documents.content import Figure, Missing, Room, Section
from cxstudio.documents.report.material import Material
from cxstudio.layout.boards.empathy_items import Empathy, empathy_of
from cxstudio.layout.boards.empathy_map import EmpathyStyle, lay_out_empathy
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.look.type_scale import PAPER
from cxstudio.model import Id
from cxstudio.model.empathy_fields import empathy_notes
from cxstudio.model.kinds import Evidence

_HIGHEST = 0.62
"""Height of a map in widths, where it has room to spare."""
_ROUNDING = 0.01
"""A map that fills its room to the last point is a little higher once its parts are added up."""


def content(material: Material) -> Section | Missing:
    """A map for each persona with notes; nothing without any."""
    document, texts = material.document, material.texts
    found = [p for p in material.personas() if empathy_notes(document, p.id)]
    if not found:
        return Missing()
    names = texts.listed([p.name for p in found])
    notes = [note for persona in found for note in empathy_notes(document, persona.id)]
    assumed = sum(1 for note in notes if note.evidence is Evidence.ASSUMPTION)
    lead = texts.trn("{n} of {all} notes is an assumption.", "{n} of {all} notes are assumptions.", assumed,
                     all=texts.number(len(notes))) if assumed else ""  # fmt: skip
    figures = tuple(
        Figure(partial(_drawn, material, persona.id), title=persona.name if len(found) > 1 else "") for persona in found
    )
    return Section(texts.tr("What moves {names}", names=names), figures, lead, texts.tr("Empathy map"))


def _drawn(material: Material, persona: Id, room: Room) -> list[DisplayList]:
    """As many pages as the notes take: each goes on where the one before had no more room."""
    shown = empathy_of(material.document, persona, material.texts, room.fonts)
    least = min(room.height, room.most - _ROUNDING, room.width * _HIGHEST)
    pages = []
    while True:
        count = max(len(f.notes) for f in shown.fields)
        while (page := _page(shown, count, room, least)).height > room.most and count > 1:
            count -= max(1, count // 8)
        pages.append(page)
        shown = replace(shown, fields=tuple(f._replace(notes=f.notes[count:]) for f in shown.fields))
        if not any(f.notes for f in shown.fields):
            return pages


def _page(shown: Empathy, count: int, room: Room, least: float) -> DisplayList:
    """The first notes of each field."""
    only = replace(shown, fields=tuple(f._replace(notes=f.notes[:count]) for f in shown.fields))
    return lay_out_empathy(only, EmpathyStyle(room.width, least, PAPER, empty=False)).body
