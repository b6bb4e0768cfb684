"""Photos of walls in the minutes, with what each lot belongs to."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.documents.content import Block, Paragraph, Section
from cxstudio.documents.photo_rows import photo_rows
from cxstudio.look.roles import Role
from cxstudio.model import AgendaBlock, Document, Id, Picture, Question, Workshop
from cxstudio.wording.fields.record_names import record_name
from cxstudio.wording.texts import Texts


def wall_photos(document: Document, workshop: Workshop | None) -> tuple[tuple[str, tuple[Picture, ...]], ...]:
    """Photos of the workshop, of its agenda blocks in their order, and of questions' walls: each lot below its id."""
    places: list[Id] = []
    if workshop is not None:
        places += [workshop.id, *(b.id for b in document.having(AgendaBlock, "workshop", workshop.id))]
    places += [question.id for question in document.all(Question)]
    found = ((place, document.having(Picture, "about", place)) for place in places)
    return tuple((place, photos) for place, photos in found if photos)


def photos_section(
    document: Document, workshop: Workshop | None, assets: Mapping[str, bytes], texts: Texts
) -> Section | None:  # fmt: skip
    """The photos below the names of what they belong to; None without one. Those missing from the file are told of."""
    lots = wall_photos(document, workshop)
    if not lots:
        return None
    blocks: list[Block] = []
    for place, photos in lots:
        record = document.find(place)
        name = record_name(record, texts) if record is not None else ""
        there = [photo for photo in photos if photo.asset in assets]
        blocks += photo_rows(there, name)
        gone = len(photos) - len(there)
        if gone:
            blocks.append(Paragraph(texts.trn("{n} photo is missing from the file.",
                                              "{n} photos are missing from the file.", gone), Role.MUTED))  # fmt: skip
    n = sum(len(photos) for _, photos in lots)
    return Section(texts.trn("{n} photo", "{n} photos", n), tuple(blocks), note=texts.tr("Minutes"))
