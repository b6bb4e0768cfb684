"""The ground of every slide: its size, its type, and texts that are made to fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from cxstudio.layout.display.display_list import (
    DisplayList,
    Frame,
    Group,
    Meaning,
    Picture,
    Placed,
    Primitive,
    Rect,
    TextLine,
)
from cxstudio.layout.slides.slide_order import MOST_CARDS
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, Type, TypeScale
from cxstudio.model import Id

DRAWN_FOR = 1080.0
"""Height in points the measures below are written for."""
NARROW = 1240.0
"""Narrower than this (at that height) everything gets smaller …"""
LEAST = 0.019
"""… but no text lower than this part of the screen's height."""
_SMALL = 26.0
_MARGIN = 72.0
_FOOT = 74.0
_STRONGER = {Role.FAINT: Role.INK, Role.MUTED: Role.INK, Role.FAINT_LINE: Role.LINE}
"""Greys that do not reach the last row."""


class Sheet:
    """One screen's size in points (pixels), and the type that goes with it."""

    def __init__(self, width: float, height: float, fonts: FontBook) -> None:
        self.width, self.height, self.fonts = max(width, 320.0), max(height, 240.0), fonts
        self.k = max(min(self.height / DRAWN_FOR, self.width / NARROW), LEAST * self.height / _SMALL)
        """What one point of the measures is here."""
        self.margin = min(self(_MARGIN), self.width * 0.05)

    def __call__(self, points: float) -> float:
        """A measure at this size."""
        return points * self.k

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def bottom(self) -> float:
        """Where the line at the foot begins."""
        return self.height - self(_FOOT)

    def type(self, size: float, face: str = "regular", leading: float = 1.25) -> Type:
        """A type of a size written for the drawn height."""
        return Type(face, self(size), self(size * leading))

    @property
    def small(self) -> Type:
        """The smallest type there is."""
        return self.type(_SMALL)

    def fitted(self, said: str, sizes: Sequence[float], face: str, wide: float, most: int) -> Type:
        """The largest of some sizes at which a text takes no more than so many lines; else the smallest."""
        for size in sizes:
            style = self.type(size, face, 1.18)
            if len(text.wrap(self.fonts, said, style.face, style.size, wide, most + 1)) <= most:
                return style
        return self.type(sizes[-1], face, 1.18)

    def block(
        self,
        said: str,
        style: Type,
        x: float,
        y: float,
        wide: float,
        most: int,
        role: Role = Role.INK,
        meaning: Meaning = Meaning.TEXT,
    ) -> tuple[TextLine, ...]:
        """A text over several lines with its top at y."""
        return text.block(self.fonts, said, style, x, y, wide, role, max(1, most), meaning=meaning)

    def one(
        self, said: str, style: Type, x: float, baseline: float, wide: float, role: Role = Role.INK, align: float = 0.0
    ) -> TextLine:
        """One line, shortened where it is too long."""
        return text.single(self.fonts, said, style, x, baseline, role, wide, align)

    def wide(self, said: str, style: Type) -> float:
        """How wide a text is on one line."""
        return text.width(self.fonts, said, style.face, style.size)

    def group(self, key: str, items: Sequence[Primitive], record: Id | None = None) -> Placed:
        """Primitives in coordinates of the whole slide as one group."""
        return Placed(0.0, 0.0, strong(Group(key, self.width, self.height, tuple(items), record)))

    def slide(self, groups: Sequence[Placed], title: str) -> DisplayList:
        """The whole slide."""
        ground = Rect(0, 0, self.width, self.height, fill=Role.SURFACE)
        whole = (Placed(0.0, 0.0, Group("ground", self.width, self.height, (ground,))), *groups)
        frame = Frame("slide", 0, 0, self.width, self.height, groups=whole)
        return DisplayList(self.width, self.height, frame, title)

    def foot(self, left: str, right: str) -> Placed:
        """The line at the foot: where one is."""
        style = self.small
        base = self.height - self(28)
        half = self.inner / 2 - self(20)
        items = (
            self.one(left, style, self.margin, base, half),
            self.one(right, style, self.width - self.margin, base, half, align=1.0),
        )
        return self.group("foot", items)


def strong(group: Group) -> Group:
    """The group without the greys that do not reach the last row."""
    return replace(group, items=tuple(_stronger(item) for item in group.items))


def _stronger(item: Primitive) -> Primitive:
    if isinstance(item, TextLine):
        return replace(item, role=_seen(item.role))
    if isinstance(item, Picture):
        return item
    fill = _seen(item.fill) if item.fill is not None else None
    stroke = _seen(item.stroke) if item.stroke is not None else None
    if (fill, stroke) == (item.fill, item.stroke):
        return item
    return replace(item, fill=fill, stroke=stroke)


def _seen(role: Role) -> Role:
    return _STRONGER.get(role, role)


@lru_cache(maxsize=32)
def scale_of(unit: float, roomier: float) -> TypeScale:
    """The map's type, so many times as large; names the more, the roomier the cards are."""

    def times(style: Type, more: float = 1.0) -> Type:
        return Type(style.face, style.size * unit * more, style.leading * unit * more)

    some = min(roomier, 1.2)
    return TypeScale(
        unit,
        times(SCREEN.name, roomier),
        times(SCREEN.title, roomier),
        times(SCREEN.title_small, roomier),
        times(SCREEN.body, some),
        times(SCREEN.quote, some),
        times(SCREEN.strong, some),
        times(SCREEN.small, some),
        times(SCREEN.small_strong, some),
    )


def cards_on(width: float, height: float) -> int:
    """How many cards stand side by side on a screen: seven, on a narrow one fewer."""
    least = 0.205 * max(height, 240.0)
    return max(1, min(MOST_CARDS, int(max(width, 320.0) * 0.8 / least)))
