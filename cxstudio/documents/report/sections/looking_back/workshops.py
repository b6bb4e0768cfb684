"""The record of the workshops: when, where, who by role, the agenda with how long everything took, and its photos."""

from __future__ import annotations

from collections.abc import Iterator

from cxstudio.analysis.workshops.planned_times import agenda_of
from cxstudio.documents.content import Block, Heading, Missing, Paragraph, Section
from cxstudio.documents.photo_rows import photo_rows
from cxstudio.documents.report.material import Material
from cxstudio.documents.report.workshop_record import RecordDetails, agenda_blocks, held_on, present
from cxstudio.look.roles import Role
from cxstudio.model import Picture, Workshop

_TOLD = RecordDetails(by_clock=False)


def content(material: Material) -> Section | Missing:
    """Every workshop that has been, in its order; nothing where none has."""
    texts = material.texts
    been = [w for w in material.document.all(Workshop) if _has_been(material, w)]
    if not been:
        return Missing()
    blocks = [block for workshop in been for block in _workshop(material, workshop, alone=len(been) == 1)]
    headline = texts.trn("{n} workshop stands behind this report", "{n} workshops stand behind this report", len(been))
    if len(been) == 1:
        headline = _when(material, been[0])
    return Section(headline, tuple(blocks), note=texts.tr("Workshop record"))


def _has_been(material: Material, workshop: Workshop) -> bool:
    """Whether it ran, or its day is over and its agenda says what was done."""
    planned = bool(agenda_of(material.document, workshop.id))
    return bool(workshop.began) or (planned and workshop.day is not None and workshop.day <= material.day)


def _when(material: Material, workshop: Workshop) -> str:
    """What it was called, and when it was."""
    texts, day = material.texts, held_on(workshop, None)
    name = workshop.title.strip() or texts.tr("Workshop")
    return texts.tr("{title}, {day}", title=name, day=texts.long_date(day)) if day is not None else name


def _workshop(material: Material, workshop: Workshop, *, alone: bool) -> Iterator[Block]:
    document, texts = material.document, material.texts
    if not alone:
        yield Heading(_when(material, workshop))
    said = " · ".join(part for part in (workshop.place.strip(), present(document, workshop, _TOLD, texts)) if part)
    if said:
        yield Paragraph(said, Role.MUTED)
    yield from agenda_blocks(document, workshop, _TOLD, texts)
    places = (workshop.id, *(block.id for block in agenda_of(document, workshop.id)))
    yield from photo_rows([photo for place in places for photo in document.having(Picture, "about", place)])
