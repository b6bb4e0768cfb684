"""A text that takes no more than so many lines, and says that there is more of it."""

from __future__ import annotations

from typing import Final

from cxstudio.layout.display.display_list import TextLine
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type

_LEAST: Final = 3
"""With fewer lines than this, the sign of the cut is enough: the word would take too much of them."""


def folded(
    fonts: FontBook,
    words: str,
    style: Type,
    x: float,
    y: float,
    wide: float,
    role: Role,
    most: int,
    more: str,
) -> tuple[TextLine, ...]:
    """The text with its top at y; where it needs more than `most` lines, the last of them says `more`."""
    lines = text.block(fonts, words, style, x, y, wide, role, most)
    if most < _LEAST or not more or len(lines) < most:
        return lines
    if len(text.wrap(fonts, words, style.face, style.size, wide, most + 1)) <= most:
        return lines
    shown = text.block(fonts, words, style, x, y, wide, role, most - 1)
    said = text.single(fonts, more, style, x, y + (most - 1) * style.leading + style.rise, Role.MUTED, wide)
    return (*shown, said)
