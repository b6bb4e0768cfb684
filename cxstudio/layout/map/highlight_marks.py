"""What lies over a laid-out map while people look for something: which columns step back, found cards, a way's numbers.

View state, laid out apart from the map, so that a filter costs no layout.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Placed, Primitive, Rect
from cxstudio.layout.map.map_layout import MapLayout
from cxstudio.layout.map_scene.map_style import Column, Density
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN
from cxstudio.model import Document, Id
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.texts import Texts

_NUMBER = 20.0
"""Width of the disc with a number on a way."""


class Strip(NamedTuple):
    """A part of the map from top to bottom."""

    x: float
    width: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class Sought:
    """What people look for on a map."""

    matches: Collection[Id] | None = None
    """Touchpoints that stay as they are; None while none step back."""
    found: Collection[Id] = ()
    """Touchpoints a text was found at."""
    way: Sequence[Id] = ()
    """Touchpoints to be numbered, first to last; one may come more than once."""


def stepping_back(layout: MapLayout, matches: Collection[Id] | None) -> tuple[Strip, ...]:
    """The parts of the map that step back, neighbours joined; a pile stays while anything in it is meant."""
    if matches is None:
        return ()
    piles = hidden_of(layout, matches)
    strips: list[Strip] = []
    for column in layout.columns:
        kept = column.touchpoint in matches if column.touchpoint is not None else bool(piles.get(column.stage))
        if kept:
            continue
        if strips and strips[-1].right >= column.x - 0.01:
            strips[-1] = Strip(strips[-1].x, column.x + column.width - strips[-1].x)
        else:
            strips.append(Strip(column.x, column.width))
    return tuple(strips)


def stages_stepping_back(layout: MapLayout, document: Document, matches: Collection[Id] | None) -> tuple[Strip, ...]:
    """The stages of which nothing is meant, folded away or not."""
    if matches is None:
        return ()
    return tuple(
        Strip(span.x, span.width)
        for span in layout.stages
        if not any(t.id in matches for t in document.touchpoints(span.stage))
    )


def hidden_of(layout: MapLayout, touchpoints: Collection[Id]) -> dict[Id, int]:
    """Folded stage → how many of these touchpoints its pile hides."""
    document, index = layout.scene.document, layout.scene.index
    piles = [c.stage for c in layout.columns if c.hidden]
    return {
        stage: sum(t.id in touchpoints and t.id not in index for t in document.touchpoints(stage)) for stage in piles
    }


def lay_out_marks(layout: MapLayout, sought: Sought, texts: Texts) -> tuple[Placed, ...]:
    """Everything that lies over the map, from left to right."""
    made = [*_found(layout, sought.found), *_piles(layout, sought, texts), *_numbers(layout, sought.way, texts)]
    return tuple(sorted(made, key=lambda placed: placed.x))


def _card_lane(layout: MapLayout) -> tuple[float, float]:
    row = layout.lane(LaneKind.TOUCHPOINTS)
    return (row.y, row.height) if row is not None else (0.0, 40.0)


def _found(layout: MapLayout, found: Collection[Id]) -> Iterator[Placed]:
    """A line around each card that was found."""
    top, high = _card_lane(layout)
    far = layout.style.density is Density.FAR
    pad = 3.0 if far else 7.0
    for touchpoint in found:
        column = layout.column_of(touchpoint)
        if column is None:
            continue
        inset = min(1.0, column.width * 0.1)
        wide = column.width - 2 * inset
        box = Rect(0, 0, wide, high - 2 * pad, stroke=Role.ACCENT, stroke_width=1.5, radius=min(12.0, wide / 3),
                   fill=Role.ACCENT, fill_opacity=0.10)  # fmt: skip
        yield Placed(column.x + inset, top + pad, Group(f"found:{touchpoint}", wide, high - 2 * pad, (box,)))


def _piles(layout: MapLayout, sought: Sought, texts: Texts) -> Iterator[Placed]:
    """How many of those meant each pile of a folded stage hides."""
    wanted = sought.found or (() if sought.matches is None else sought.matches)
    if not wanted:
        return
    top, high = _card_lane(layout)
    fonts = layout.scene.fonts
    counts = hidden_of(layout, wanted)
    for column in layout.columns:
        count = counts.get(column.stage, 0) if column.hidden else 0
        if count:
            group = _count(fonts, f"inside:{column.stage}", texts.number(count), column)
            far = layout.style.density is Density.FAR
            y = top + high - group.height - 4 if far else top + high / 2 + 14
            yield Placed(column.x + (column.width - group.width) / 2, y, group)


def _count(fonts: FontBook, key: str, said: str, column: Column) -> Group:
    style = SCREEN.small_strong
    wide = max(22.0, text.width(fonts, said, style.face, style.size) + 12)
    if wide > column.width:
        side = min(6.0, column.width)
        return Group(key, side, 16.0, dot(side))
    plate = Rect(0, 0, wide, 18.0, fill=Role.ACCENT, radius=9.0)
    number = text.single(fonts, said, style, wide / 2, 9 + style.size * 0.34, Role.ON_ACCENT, align=0.5)
    return Group(key, wide, 18.0, (plate, number))


def dot(side: float) -> tuple[Primitive, ...]:
    """What stands where there is no room for a number."""
    return (marks.circle(side / 2, 8.0, side / 2, fill=Role.ACCENT),)


def _numbers(layout: MapLayout, way: Sequence[Id], texts: Texts) -> Iterator[Placed]:
    """The steps of a way at the upper left corner of their cards; what comes again shows all its numbers."""
    top, _ = _card_lane(layout)
    fonts, style = layout.scene.fonts, SCREEN.small_strong
    for touchpoint, steps in _steps(way).items():
        column = layout.column_of(touchpoint)
        if column is None:
            continue
        said = ", ".join(texts.number(step) for step in steps)
        room = max(_NUMBER, column.width - 6)
        shown = text.fitted(fonts, said, style.face, style.size, room - 8)
        if shown.width > column.width or (len(steps) == 1 and shown.runs[0].text != said):
            side = min(8.0, column.width)
            yield Placed(column.x + (column.width - side) / 2, top, Group(f"way:{touchpoint}", side, 16.0, dot(side)))
            continue
        wide = max(_NUMBER, shown.width + 10)
        plate = Rect(0, 0, wide, _NUMBER, fill=Role.ACCENT, stroke=Role.SURFACE, stroke_width=1.5, radius=_NUMBER / 2)
        number = text.single(
            fonts, said, style, wide / 2, _NUMBER / 2 + style.size * 0.34, Role.ON_ACCENT, room - 8, align=0.5
        )
        x = column.x + (column.width - wide) / 2 if column.width < 40 else column.x + 1
        yield Placed(max(0.0, x), top, Group(f"way:{touchpoint}", wide, _NUMBER, (plate, number)))


def _steps(way: Sequence[Id]) -> Mapping[Id, list[int]]:
    steps: dict[Id, list[int]] = {}
    for number, touchpoint in enumerate(way, 1):
        steps.setdefault(touchpoint, []).append(number)
    return steps
