"""A way through the journey laid over the flow: its line, and numbers on its cards. Not part of the display list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cxstudio.layout.display.display_list import Group, Path, Placed, Primitive, Rect, Segment
from cxstudio.layout.flow.flow_layout import FlowLayout
from cxstudio.layout.flow.flow_style import Card
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Id
from cxstudio.wording.texts import Texts

_NUMBER: Final = 20.0
_ASIDE: Final = 6.0


def route_groups(
    layout: FlowLayout, way: Sequence[Id], fonts: FontBook, texts: Texts, found: Sequence[Id] = ()
) -> tuple[Placed, ...]:
    """Everything that lies over the flow, from left to right; `found` are touchpoints a text was found at."""
    made = [*_found(layout, found), *_lines(layout, way), *_cards(layout, way, fonts, texts)]
    return tuple(sorted(made, key=lambda placed: placed.x))


def _found(layout: FlowLayout, found: Sequence[Id]) -> Iterator[Placed]:
    cards = dict.fromkeys(card for touchpoint in found if (card := layout.card_of(touchpoint)) is not None)
    for card in cards:
        wide, high = card.width + 6, card.height + 6
        box = Rect(0, 0, wide, high, fill=Role.ACCENT, fill_opacity=0.1, stroke=Role.ACCENT, stroke_width=1.5,
                   radius=min(12.0, wide / 3))  # fmt: skip
        yield Placed(card.x - 3, card.y - 3, Group(f"found:{card.key}", wide, high, (box,)))


def _lines(layout: FlowLayout, way: Sequence[Id]) -> Iterator[Placed]:
    known = {(line.source, line.target): line for line in layout.ways}
    homes = [layout.card_of(touchpoint) for touchpoint in way]
    for source, target in pairwise(homes):
        line = known.get((source.key, target.key)) if source is not None and target is not None else None
        if line is None:
            continue
        points = line.points if line.label is None else line.points[1:]  # its share stays to be read
        x, y = min(p[0] for p in points), min(p[1] for p in points)
        wide, high = max(p[0] for p in points) - x, max(p[1] for p in points) - y
        segments: tuple[Segment, ...] = tuple(
            ("L" if number else "M", px - x, py - y) for number, (px, py) in enumerate(points)
        )
        path = Path(segments, stroke=Role.ACCENT, stroke_width=2.5)
        yield Placed(x, y, Group(f"route:{line.key}", max(1.0, wide), max(1.0, high), (path,)))


def _cards(layout: FlowLayout, way: Sequence[Id], fonts: FontBook, texts: Texts) -> Iterator[Placed]:
    steps: dict[str, list[int]] = {}
    for number, touchpoint in enumerate(way, 1):
        card = layout.card_of(touchpoint)
        if card is not None:
            steps.setdefault(card.key, []).append(number)
    for key, numbers in steps.items():
        card = layout.cards[key]
        said = "" if layout.style.density is Density.FAR else _said(numbers, texts)
        yield Placed(card.x - _ASIDE, card.y - _NUMBER / 2, _card(card, said, fonts))


def _said(numbers: Sequence[int], texts: Texts) -> str:
    """The steps; many in a pile from the first to the last."""
    if len(numbers) > 2:
        return f"{texts.number(numbers[0])}–{texts.number(numbers[-1])}"
    return ", ".join(texts.number(number) for number in numbers)


def _card(card: Card, said: str, fonts: FontBook) -> Group:
    """A line around a card, and its steps at the upper left corner."""
    top, wide, high = _NUMBER / 2 - 1, card.width + 2, card.height + 2
    items: list[Primitive] = [
        Rect(_ASIDE - 1, top, wide, high, stroke=Role.ACCENT, stroke_width=1.5, radius=min(11.0, card.width / 3))
    ]
    if said:
        style = SCREEN.small_strong
        long = max(_NUMBER, text.width(fonts, said, style.face, style.size) + 12)
        base = _NUMBER / 2 + style.size * 0.34
        items.append(
            Rect(0, 0, long, _NUMBER, fill=Role.ACCENT, stroke=Role.SURFACE, stroke_width=1.5, radius=_NUMBER / 2)
        )
        items.append(text.single(fonts, said, style, long / 2, base, Role.ON_ACCENT, align=0.5))
    return Group(f"route:{card.key}", _ASIDE + wide, top + high, tuple(items))
