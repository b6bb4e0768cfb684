"""Measures under the touchpoints they belong to, with how they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from cxstudio.analysis.measures.measure_standing import is_open
from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Rect
from cxstudio.layout.lanes.lane_kind import LaneSpec
from cxstudio.layout.lanes.note_stack import PiledLane, lines_in, renamed, speck
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.layout.text.folded_text import folded
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Measure
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.model.placement import placed_at
from cxstudio.wording.fields.field_table import choice_label

_DOT = 3.4
"""Radius of the dot before the status, in screen points."""


class MeasureValue(NamedTuple):
    """Everything a measure's card shows."""

    measure: Id
    touchpoint: Id
    title: str
    status: str
    open: bool
    """Still something to come: drawn in the accent."""
    width: float
    most: int
    """Lines its title may take."""
    more: str = ""


class MeasureLane(PiledLane[Measure]):
    """Cards with title and status."""

    kind = LaneKind.MEASURES
    least = 56.0
    lowest = 100.0
    """The status of a measure may take two lines."""

    def things(self, scene: Scene, spec: LaneSpec, touchpoint: Id) -> Sequence[Measure]:
        return placed_at(scene.document, Measure, touchpoint)

    def specks(self, scene: Scene, touchpoint: Id, things: Sequence[Measure]) -> Sequence[Group]:
        first = things[0].id
        return (renamed(speck(scene, first, touchpoint, Role.ACCENT), f"measure:{first}:{touchpoint}"),)

    def drawing(self, scene: Scene, touchpoint: Id, wide: float, limit: float) -> Callable[[Measure], Group]:
        return partial(_drawn, scene, wide, limit, touchpoint)


def _drawn(scene: Scene, wide: float, limit: float, touchpoint: Id, measure: Measure) -> Group:
    status, small = scene.texts.tr(choice_label(measure.status)), scene.type.small
    inside, shift = _room(status, wide, scene.fonts, scene.type)
    below = len(text.wrap(scene.fonts, status, small.face, small.size, inside - shift)) * small.leading
    most = lines_in(scene, limit, scene.type(16) + below, scene.type.strong.leading)
    title = measure.title.strip()[:4000] or scene.texts.tr("Untitled measure")
    value = MeasureValue(measure.id, touchpoint, title, status, is_open(measure), wide, most, scene.texts.tr("more"))
    return card(value, scene.fonts, scene.type)


def _room(status: str, wide: float, fonts: FontBook, unit: TypeScale) -> tuple[float, float]:
    """Width of the lines of a card, and how much of it the dot beside the status takes: none where it needs all."""
    inside = wide - 2 * unit(6 if wide < unit(84) else 9) + unit(2)
    shift = unit(2 * _DOT + 5)
    fits = text.width(fonts, status, unit.small.face, unit.small.size) <= inside - shift
    return inside, shift if fits else 0.0


@cached(4_000)
def card(value: MeasureValue, fonts: FontBook, unit: TypeScale) -> Group:
    """One measure, remembered by what it shows; the dot gives way where the status needs its room."""
    narrow = value.width < unit(84)
    inset, top = unit(6 if narrow else 9), unit(7)
    title = unit.small_strong if narrow else unit.strong
    inside, shift = _room(value.status, value.width, fonts, unit)
    lines = folded(fonts, value.title, title, inset, top, inside, Role.INK, value.most, value.more)
    y = top + len(lines) * title.leading + unit(2)
    role = Role.ACCENT if value.open else Role.MUTED
    dot = unit(_DOT)
    status = text.block(fonts, value.status, unit.small, inset + shift, y, inside - shift, role)
    mark = marks.circle(inset + dot, y + unit.small.leading / 2, dot, fill=role)
    high = y + len(status) * unit.small.leading + top
    frame = Rect(
        0.5,
        0.5,
        value.width - 1,
        high - 1,
        fill=Role.SURFACE,
        stroke=Role.ACCENT_LINE if value.open else Role.LINE,
        stroke_width=unit(1),
        radius=unit(9),
    )
    return Group(
        f"measure:{value.measure}:{value.touchpoint}",
        value.width,
        high,
        (frame, *lines, *((mark,) if shift else ()), *status),
        value.measure,
    )
