"""Short sections share a page: one that fits whole below the one before needs no page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cxstudio.documents.paper import MARGIN
from cxstudio.documents.setting.sheet import Sheet
from cxstudio.documents.setting.type import FOOT
from cxstudio.layout.text import text_measuring as setting

_BETWEEN: Final = 34.0
"""From the end of a section to the headline of the next, with a line between them."""
_BETWEEN_NOTES: Final = " · "
_FOOT_SHARE: Final = 0.7
"""Of a footer's width: what notes of several sections may take, beside the page's number."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Pages, and for each that was given the number of the one it stands on from 0 and how much further down.

    That is a share of the page's height.
    """

    pages: tuple[Sheet, ...]
    places: tuple[tuple[int, float], ...]


def joined(pages: Sequence[Sheet]) -> Joined:
    """The pages of all sections, those put together that share one; sections stay whole and in their order."""
    made: list[Sheet] = []
    places: list[tuple[int, float]] = []
    for number, page in enumerate(pages):
        whole = bool(page.title) and (number + 1 == len(pages) or bool(pages[number + 1].title))
        down = _room_below(made[-1], page) if whole and made else None
        if down is None:
            made.append(page)
        else:
            made[-1] = made[-1].followed(page, down, _notes(made[-1], page))
            made[-1].rule(MARGIN, MARGIN + down - _BETWEEN / 2, page.paper.room)
        places.append((len(made) - 1, (down or 0.0) / page.paper.height))
    return Joined(tuple(made), tuple(places))


def _room_below(before: Sheet, page: Sheet) -> float | None:
    """How much further down a page's content stands below another's; None where it does not fit there."""
    if before.end is None or page.end is None or before.paper != page.paper:
        return None
    down = before.end + _BETWEEN - MARGIN
    notes = _notes(before, page)
    fits = setting.width(page.fonts, notes, FOOT.face, FOOT.size) <= _FOOT_SHARE * page.paper.room
    return down if page.end + down <= page.paper.bottom and fits else None


def _notes(before: Sheet, page: Sheet) -> str:
    """What the foot of the page says for both, each part once."""
    parts = (part for note in (before.note, page.note) for part in note.split(_BETWEEN_NOTES) if part)
    return _BETWEEN_NOTES.join(dict.fromkeys(parts))
