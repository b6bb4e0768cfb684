"""A way through the journey laid over the flow: its line, and numbers on its cards. Not part of the display list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from cxstudio.layout import text
from cxstudio.layout.display import Group, Path, Placed, Rect, Segment
from cxstudio.layout.flow.layout import FlowLayout
from cxstudio.layout.flow.values import Card
from cxstudio.layout.map_values import Density
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Id
from cxstudio.wording.texts import Texts

_NUMBER: Final = 20.0


def route_groups(layout: FlowLayout, way: Sequence[Id], fonts: FontBook, texts: Texts) -> tuple[Placed, ...]:
    """Everything that lies over the flow, from left to right."""
    made = [*_lines(layout, way), *_cards(layout, way, fonts, texts)]
    return tuple(sorted(made, key=lambda placed: placed.x))


def _lines(layout: FlowLayout, way: Sequence[Id]) -> Iterator[Placed]:
    known = {(line.source, line.target): line for line in layout.ways}
    homes = [layout.card_of(touchpoint) for touchpoint in way]
    for source, target in pairwise(homes):
        line = known.get((source.key, target.key)) if source is not None and target is not None else None
        if line is None:
            continue
        x, y = min(p[0] for p in line.points), min(p[1] for p in line.points)
        wide, high = max(p[0] for p in line.points) - x, max(p[1] for p in line.points) - y
        segments: tuple[Segment, ...] = tuple(
            ("L" if number else "M", px - x, py - y) for number, (px, py) in enumerate(line.points)
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
        grown = 1.0
        box = Rect(0, 0, card.width + 2 * grown, card.height + 2 * grown, stroke=Role.ACCENT, stroke_width=1.5,
                   radius=min(11.0, card.width / 3))  # fmt: skip
        group = Group(f"route:{key}", card.width + 2 * grown, card.height + 2 * grown, (box,))
        yield Placed(card.x - grown, card.y - grown, group)
        if layout.style.density is not Density.FAR:
            yield _number(card, _said(numbers, texts), fonts)


def _said(numbers: Sequence[int], texts: Texts) -> str:
    """The steps; many in a pile from the first to the last."""
    if len(numbers) > 2:
        return f"{texts.number(numbers[0])}–{texts.number(numbers[-1])}"
    return ", ".join(texts.number(number) for number in numbers)


def _number(card: Card, said: str, fonts: FontBook) -> Placed:
    style = SCREEN.small_strong
    wide = max(_NUMBER, text.width(fonts, said, style.face, style.size) + 12)
    plate = Rect(0, 0, wide, _NUMBER, fill=Role.ACCENT, stroke=Role.SURFACE, stroke_width=1.5, radius=_NUMBER / 2)
    number = text.single(fonts, said, style, wide / 2, _NUMBER / 2 + style.size * 0.34, Role.ON_ACCENT, align=0.5)
    return Placed(card.x - 6, card.y - _NUMBER / 2, Group(f"step:{card.key}", wide, _NUMBER, (plate, number)))
