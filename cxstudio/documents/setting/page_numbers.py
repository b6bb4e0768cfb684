"""Numbers of pages beside what leads there: room is left for them, and they are said when all pages are known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from cxstudio.documents.setting.sheet import Sheet
from cxstudio.layout.display.display_list import Primitive, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import REGULAR, FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import Id
from cxstudio.wording import Texts

_WIDEST: Final = "S.\N{NO-BREAK SPACE}88"
"""Room is left for this much, so that no number moves what stands beside or below it; a third digit has room yet."""
_GAP: Final = 0.55
"""Of the type's size: between a text and the number."""


def page_reference(page: int, texts: Texts) -> str:
    """A page from 1, as it stands beside what leads there: "p. 12"."""
    return texts.tr("p.\N{NO-BREAK SPACE}{page}", page=page)


def page_room(fonts: FontBook, style: Type) -> float:
    """Width a page's number and the gap ahead of it take."""
    return setting.width(fonts, _WIDEST, REGULAR, style.size) + _GAP * style.size


def with_page(fonts: FontBook, lines: Sequence[TextLine], style: Type, x: float, wide: float,
              align: float = 0.0) -> list[TextLine]:  # fmt: skip
    """The lines of a text that leads elsewhere, and room for the number: behind the last one, else on a line below.

    A text without words is nothing but that number, at the left or right end of its column.
    """
    last = lines[-1]
    room = page_room(fonts, style) - _GAP * style.size
    at, y, share = last.x + last.width + _GAP * style.size, last.y, 0.0
    if not last.runs:
        at, room, share = x, wide, align
    elif at + room > x + wide:
        at, y = x, last.y + style.leading
    number = TextLine(at, y, style.size, Role.MUTED, (), room, meaning=last.meaning, link=last.link, page=share)
    return [*lines, number]


def with_numbers(page: Sheet, words: Callable[[Id], str]) -> Sheet:
    """The page with its numbers: `words` says one for the record a line leads to, or nothing where it leads nowhere."""

    def said(item: Primitive) -> Primitive:
        if not isinstance(item, TextLine) or item.page is None or item.link is None:
            return item
        laid = setting.line(page.fonts, words(item.link), REGULAR, item.size)
        return replace(item, x=item.x + (item.width - laid.width) * item.page, runs=laid.runs, width=laid.width)

    return page.changed(said)
