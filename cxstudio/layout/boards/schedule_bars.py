"""Bars of the schedule: how long, how far along, and how late."""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.plan_items import PlanItem
from cxstudio.layout.boards.time_axis import TimeAxis
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Path, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.status_roles import STATUS_ROLES
from cxstudio.look.type_scale import TypeScale
from cxstudio.model.kinds import MeasureStatus

BAR: Final = 24.0
"""Height of a bar, in units."""
OPEN_DAYS: Final = 21
"""How long a bar without an end is drawn."""
_LEAST: Final = 6.0


class Shape(StrEnum):
    """What is known of a measure's days."""

    BAR = "bar"
    OPEN = "open"
    """It starts, and nobody knows when it is due."""
    POINT = "point"
    """It is due, and nobody knows when it starts."""
    REVERSED = "reversed"
    """Due before it starts."""


class Span(NamedTuple):
    """From where to where a measure is drawn."""

    x: float
    right: float
    shape: Shape


class BarValue(NamedTuple):
    """Everything a bar shows."""

    measure: str
    group: str
    wide: float
    shape: Shape
    status: MeasureStatus
    late: bool
    progress: int


GROUNDS: Final = {**STATUS_ROLES, MeasureStatus.DROPPED: (Role.SURFACE, Role.FAINT)}
"""Status → its ground and what stands on it. The words beside it say the same."""


EDGES: Final = {
    MeasureStatus.IDEA: Role.LINE,
    MeasureStatus.PROPOSED: Role.STARDUST,
    MeasureStatus.PLANNED: Role.ACCENT_LINE,
    MeasureStatus.RUNNING: Role.ACCENT_LINE,
    MeasureStatus.DONE: Role.DELIGHTING,
    MeasureStatus.DROPPED: Role.FAINT,
}
"""Status → the thin line around its bar."""


def span_of(item: PlanItem, axis: TimeAxis) -> Span | None:
    """Where a measure's bar stands; None for one without days."""
    if item.start is None and item.due is None:
        return None
    if item.start is None or item.due is None:
        x = axis.x(item.start or item.due or axis.first)
        if item.start is None:
            return Span(x, max(axis.after(item.due or axis.first), x + _LEAST), Shape.POINT)
        return Span(x, x + OPEN_DAYS * axis.day, Shape.OPEN)
    if item.due < item.start:
        return Span(axis.x(item.due), max(axis.after(item.start), axis.x(item.due) + _LEAST), Shape.REVERSED)
    x = axis.x(item.start)
    return Span(x, max(axis.after(item.due), x + _LEAST), Shape.BAR)


def value_of(item: PlanItem, group: str, span: Span) -> BarValue:
    """What the bar of a measure shows in one of the groups it stands in."""
    progress = 100 if item.status is MeasureStatus.DONE else item.progress
    return BarValue(item.measure, group, span.right - span.x, span.shape, item.status, item.late, progress)


@cached(2_000)
def bar(value: BarValue, unit: TypeScale) -> Group:
    """A bar, remembered by what it shows."""
    parts = _point(value, unit) if value.shape is Shape.POINT else _parts(value, unit)
    return Group(f"bar:{value.group}:{value.measure}", value.wide, unit(BAR), parts, value.measure)


@cached(2_000)
def bar_words(measure: str, group: str, words: str, role: Role, fonts: FontBook, unit: TypeScale) -> Group:
    """What is said beside a bar, on a ground of its own: the line of today does not cross it."""
    pad, high = unit(4), unit.small.leading
    line = text.single(fonts, words, unit.small, pad, unit.small.rise, role)
    ground = Rect(0, 0, line.width + 2 * pad, high, fill=Role.SURFACE, radius=unit(4), fill_opacity=0.85)
    return Group(f"words:{group}:{measure}", line.width + 2 * pad, high, (ground, line), measure)


def _roles(value: BarValue) -> tuple[Role, Role]:
    if value.late or value.shape is Shape.REVERSED:
        return Role.DISAPPOINTING_GROUND, Role.DISAPPOINTING
    return GROUNDS[value.status]


def _parts(value: BarValue, unit: TypeScale) -> tuple[Primitive, ...]:
    ground, ink = _roles(value)
    high, wide, radius = unit(BAR), value.wide, min(unit(6), value.wide / 2)
    loose = value.shape is not Shape.BAR or value.status is MeasureStatus.DROPPED
    dash = (unit(4), unit(3)) if loose else ()
    line = unit(0.8)
    edge = ink if ink is Role.DISAPPOINTING else EDGES[value.status]
    frame = Rect(
        line / 2, line / 2, wide - line, high - line, fill=ground, stroke=edge, stroke_width=line, radius=radius,
        dash=dash,
    )  # fmt: skip
    done = wide * value.progress / 100
    if done < unit(1) or value.status is MeasureStatus.DROPPED or value.shape is Shape.REVERSED:
        return (frame,)
    full = Rect(0.0, 0.0, max(done, min(2 * radius, wide)), high, fill=ink, radius=radius)
    return (frame, full)


def _point(value: BarValue, unit: TypeScale) -> tuple[Primitive, ...]:
    """A diamond on the day it is due."""
    ground, ink = _roles(value)
    x, y, r = value.wide / 2, unit(BAR) / 2, unit(BAR) / 3
    corners = (("M", x, y - r), ("L", x + r, y), ("L", x, y + r), ("L", x - r, y), ("Z",))
    return (Path(corners, fill=ground, stroke=ink, stroke_width=unit(1.4)),)


def dependency(points: tuple[tuple[float, float], ...], role: Role, unit: TypeScale) -> tuple[Primitive, ...]:
    """A line through these points that ends in an arrow to the right."""
    (x, y), size = points[-1], unit(4)
    way = (("M", *points[0]), *(("L", *p) for p in points[1:-1]), ("L", x - size, y))
    head = (("M", x, y), ("L", x - size * 1.4, y - size), ("L", x - size * 1.4, y + size), ("Z",))
    return (Path(way, stroke=role, stroke_width=unit(1.2), round_caps=False), Path(head, fill=role))


def number_disc(number: int, x: float, y: float, r: float, fonts: FontBook, unit: TypeScale) -> tuple[Primitive, ...]:
    """The number of a measure in its circle, around (x, y)."""
    style = unit.small_strong
    words = text.single(fonts, str(number), style, x, y + style.rise - style.leading / 2, Role.MUTED, align=0.5)
    return (marks.circle(x, y, r, fill=Role.OKAY_GROUND), words)
