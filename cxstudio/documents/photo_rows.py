"""Photos in documents: two side by side, each above its caption."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Final

from cxstudio.documents.content import Figure, Room
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Picture, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import PAPER
from cxstudio.model import Picture as PictureRecord

_GAP: Final = 6.0
_CAPTION_LINES: Final = 3
_SHARE: Final = 0.45
"""Of a page a row of photos may take."""
_BESIDE: Final = 2
_BETWEEN: Final = 14.0
_LOWEST: Final = 40.0


def photo_rows(photos: Sequence[PictureRecord], name: str = "") -> list[Figure]:
    """A figure for every two photos; the first says what they belong to."""
    lots = [tuple(photos[n : n + _BESIDE]) for n in range(0, len(photos), _BESIDE)]
    return [Figure(partial(_row, lot, "" if n else name), 1.0, _SHARE) for n, lot in enumerate(lots)]


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
