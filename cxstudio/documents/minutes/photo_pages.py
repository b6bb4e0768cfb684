"""Photos of walls in the minutes: upright, two side by side, each above its caption."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from cxstudio.documents.content import Block, Figure, Paragraph, Room, Section
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Picture, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER
from cxstudio.model import AgendaBlock, Document, Id, Question, Workshop
from cxstudio.model import Picture as PictureRecord
from cxstudio.wording.fields.record_names import record_name
from cxstudio.wording.texts import Texts

_GAP: Final = 6.0
_CAPTION_LINES: Final = 3
_SHARE: Final = 0.45
"""Of a page a row of photos may take."""
_BESIDE: Final = 2
_BETWEEN: Final = 14.0
_LOWEST: Final = 40.0


def wall_photos(document: Document, workshop: Workshop | None) -> tuple[tuple[str, tuple[PictureRecord, ...]], ...]:
    """Photos of the workshop, of its agenda blocks in their order, and of questions' walls: each lot below its id."""
    places: list[Id] = []
    if workshop is not None:
        places += [workshop.id, *(b.id for b in document.having(AgendaBlock, "workshop", workshop.id))]
    places += [question.id for question in document.all(Question)]
    found = ((place, document.having(PictureRecord, "about", place)) for place in places)
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
        for n in range(0, len(there), _BESIDE):
            row = tuple(there[n : n + _BESIDE])
            blocks.append(Figure(partial(_row, row, name if n == 0 else ""), 1.0, _SHARE))
        gone = len(photos) - len(there)
        if gone:
            blocks.append(Paragraph(texts.trn("{n} photo is missing from the file.",
                                              "{n} photos are missing from the file.", gone), Role.MUTED))  # fmt: skip
    n = sum(len(photos) for _, photos in lots)
    return Section(texts.trn("{n} photo", "{n} photos", n), tuple(blocks), note=texts.tr("Minutes"))


def caption_of(photo: PictureRecord) -> str:
    """What is written below a photo: its caption, else what is told those who cannot see it."""
    return " ".join((photo.caption or photo.alternative_text).split())


def _row(photos: Sequence[PictureRecord], name: str, room: Room) -> list[DisplayList]:
    """Up to two photos side by side; above them what they belong to."""
    style, small = PAPER.strong, PAPER.small
    top = style.leading + _GAP if name else 0.0
    wide = (room.width - _BETWEEN * (_BESIDE - 1)) / _BESIDE
    words = [caption_of(photo) for photo in photos]
    captions = [
        text.block(room.fonts, said, small, 0.0, 0.0, wide, Role.MUTED, _CAPTION_LINES) if said else ()
        for said in words
    ]  # fmt: skip
    below = max(len(lines) for lines in captions) * small.leading + _GAP
    high = max(min(room.height, room.most, wide) - top - below, _LOWEST)
    groups = []
    if name:
        title = text.single(room.fonts, name, style, 0.0, style.rise, Role.INK, room.width)
        groups.append(Placed(0, 0, Group("place", room.width, top, (title,))))
    for n, (photo, said) in enumerate(zip(photos, words, strict=True)):
        items: list[Primitive] = [
            Rect(0, 0, wide, high, fill=Role.LANE_GROUND, radius=3.0),
            Picture(3.0, 3.0, wide - 6.0, high - 6.0, photo.asset, photo.alternative_text or said),
        ]
        if said:
            items += text.block(room.fonts, said, small, 0.0, high + _GAP, wide, Role.MUTED, _CAPTION_LINES)
        group = Group(f"photo:{photo.id}", wide, high + below, tuple(items), photo.id)
        groups.append(Placed(n * (wide + _BETWEEN), top, group))
    whole = top + high + below
    return [DisplayList(room.width, whole, Frame("photos", 0, 0, room.width, whole, groups=tuple(groups)), name)]
