"""Departments as one row of coloured names; at each jump a handover and what travels along."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from typing import NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Placed, Primitive, Rect
from cxstudio.layout.lanes.lane_kind import Block, Lane, LaneSpec
from cxstudio.layout.lanes.touchpoint_cards import gap
from cxstudio.layout.map_scene.lane_scene import Scene
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Department, Id
from cxstudio.model.kinds import Travels
from cxstudio.model.lane_kinds import LaneKind
from cxstudio.wording.texts import N_

BAR, TALL_BAR, _INSET = 24.0, 34.0, 8.0
_TRAVELS = {Travels.NOTHING: N_("nothing passed on"), Travels.PART: N_("part passed on")}
_WORDS = 6
"""Lines for what travels along: it always stands to its end."""
_REPEAT = 8
"""A name is said again after so many columns."""


class SpanValue(NamedTuple):
    """A stretch of one department within a block."""

    key: str
    department: Id
    name: str
    role: Role
    external: bool
    width: float
    height: float
    opens: bool
    closes: bool


class JumpValue(NamedTuple):
    """A handover to the column it stands before."""

    key: str
    words: str
    loss: bool
    width: float


class DepartmentLane(Lane):
    """Spans and handovers."""

    kind = LaneKind.DEPARTMENTS
    least = 60.0
    title_lines = 1

    def height(self, scene: Scene, spec: LaneSpec) -> float | None:
        return scene.type(self.least_far) if scene.far else None

    def bleed(self, scene: Scene) -> float:
        return 0.0 if scene.far else scene.style.column_width / 2

    def edge(self, scene: Scene, start: int, stop: int) -> Hashable:
        departments = scene.departments
        before = departments[start - 1] if start else None
        after = departments[stop] if stop < len(departments) else None
        return (
            before,
            after,
            _said(scene, start) if departments[start] == before else 0,
            _goes_on(scene, stop),
            scene.columns[start - 1].touchpoint if start else None,
            _ways(scene, start),
        )

    def block(self, scene: Scene, spec: LaneSpec, start: int, stop: int) -> Block:
        unit = scene.type
        top = unit(5 if scene.far else 11)
        groups: list[Placed] = []
        tallest = 0.0
        i = start
        while i < stop:
            end = i + 1
            while end < stop and scene.departments[end] == scene.departments[i]:
                end += 1
            if scene.departments[i] is not None:
                groups.append(_span(scene, start, i, end, top))
                tallest = max(tallest, top + bar_height(scene) + top)
            i = end
        if not scene.far:
            for i in range(start, stop):
                jump = jump_value(scene, i)
                if jump is not None:
                    group = handover(jump, scene.fonts, unit)
                    y = top + bar_height(scene) + unit(3)
                    left = 0.0 if i == scene.window[0] else jump.width / 2
                    groups.append(Placed(scene.x(i, start) - left, y, group))
                    tallest = max(tallest, y + group.height + unit(6))
        return Block(tuple(groups), unit(self.least_far) if scene.far else tallest)

    def label(self, scene: Scene, height: float) -> tuple[Primitive, ...]:
        unit = scene.type
        size = unit(13)
        y = unit(11) + bar_height(scene) + unit(3)
        if scene.far or y + unit(1) + max(size, unit.small.leading) > height:
            return ()
        left = unit(14)
        words = text.single(
            scene.fonts,
            scene.texts.tr("Handover"),
            unit.small,
            left + size + unit(4),
            y + unit(1) + unit.small.rise,
            Role.MUTED,
            scene.style.label_width - left - size - unit(12),
        )
        return (*marks.sign("handover", left, y + unit(1), size, Role.MUTED), words)


def bar_height(scene: Scene) -> float:
    """Height of the coloured names: two lines where columns are narrow, or a name is too long for one."""
    if scene.far:
        return scene.type(14)
    if scene.whole:
        return scene.once("tallest department", lambda: _tallest(scene))
    one = scene.near and not scene.style.paper and scene.once("short departments", lambda: _all_fit(scene))
    return scene.type(BAR if one else TALL_BAR)


def _tallest(scene: Scene) -> float:
    """Height of a bar in which every department's name stands to its end over a single column."""
    small = scene.type.small
    wide = scene.style.column_width - 2 * scene.type(_INSET) + scene.type(2)
    rooms = [wide - ends * gap(scene) / 2 for ends in range(3)]  # a word may fall otherwise in a wider bar
    names = [d.name.strip()[:500] for d in scene.document.all(Department)]
    wrapped = (text.wrap(scene.fonts, name, small.face, small.size, room) for name in names for room in rooms)
    lines = max(map(len, wrapped), default=1)
    return max(scene.type(TALL_BAR), lines * small.leading + scene.type(6))


def _all_fit(scene: Scene) -> bool:
    """Whether every department's name has room on one line of one column."""
    return all(_fits(scene, d.name, scene.style.column_width) for d in scene.document.all(Department))


def _said(scene: Scene, start: int) -> int:
    """Columns since the name of the department at `start` was last written, counted from where its stretch began."""
    i = start
    while i and scene.departments[i - 1] == scene.departments[start] and start - i < _REPEAT:
        i -= 1
    return start - i


def _goes_on(scene: Scene, stop: int) -> int:
    """How many columns the stretch that ends a block goes on in the next block: none, one, or more (2)."""
    limit = min(stop + 2, scene.block_ends.get(stop, stop))
    end = stop
    while end < limit and scene.departments[end] == scene.departments[stop - 1]:
        end += 1
    return end - stop


def _named(scene: Scene, first: int, stop: int, opens: bool) -> bool:
    """Whether the name stands on this piece: where the stretch begins, unless it does not fit there and a longer
    piece follows; then again every few columns.
    """
    short = stop - first == 1
    if opens or first == scene.window[0]:
        return not short or stop == scene.window[1] or _goes_on(scene, stop) < 2 or _fits_one(scene, first)
    said = _said(scene, first)
    return said >= _REPEAT or (said == 1 and not short and not _fits_one(scene, first))


def _fits_one(scene: Scene, i: int) -> bool:
    """Whether the name of a column's department fits a single column."""
    department = scene.document.find(scene.departments[i])
    return not isinstance(department, Department) or _fits(scene, department.name, scene.columns[i].width)


def _fits(scene: Scene, name: str, wide: float) -> bool:
    small = scene.type.small
    room = wide - gap(scene) / 2 - scene.type(14)
    return text.width(scene.fonts, name.strip()[:500], small.face, small.size) <= room


def _ways(scene: Scene, start: int) -> Hashable:
    return scene.travels(start) if start else None


def _span(scene: Scene, start: int, first: int, stop: int, top: float) -> Placed:
    departments = scene.departments
    opens = first == 0 or departments[first - 1] != departments[first]
    closes = stop == len(departments) or departments[stop] != departments[first]
    inset = gap(scene) / 2
    left = scene.x(first, start) + (inset if opens else 0.0)
    last = scene.columns[stop - 1]
    right = scene.x(stop - 1, start) + last.width - (inset if closes else 0.0)
    department = scene.document.get(Department, departments[first] or "")
    named = _named(scene, first, stop, opens)
    value = SpanValue(
        f"department:{scene.keys[first]}",
        department.id,
        department.name.strip()[:500] if named else "",
        scene.department_roles.get(department.id, Role.OKAY_GROUND),
        department.external,
        right - left,
        bar_height(scene),
        opens,
        closes,
    )
    return Placed(left, top, span(value, scene.fonts, scene.type, scene.far))


@cached(4_000)
def span(value: SpanValue, fonts: FontBook, unit: TypeScale, far: bool) -> Group:
    """One stretch of a department, remembered by what it shows. Its ends are round only where it really ends."""
    high = value.height
    radius = min(unit(4 if far else 6), value.width / 2)
    items: list[Primitive] = [Rect(0, 0, value.width, high, fill=value.role, radius=radius)]
    half = value.width / 2
    if not value.opens:
        items.append(Rect(0, 0, half, high, fill=value.role))
    if not value.closes:
        items.append(Rect(half, 0, half, high, fill=value.role))
    style = unit.small
    if value.name and not (far and value.width < unit(30)):
        pad = unit(4 if far else _INSET)
        room = value.width - 2 * pad + unit(2)
        fits = not far or text.width(fonts, value.name, style.face, style.size) <= room
        if room > unit(16) and fits:
            lines = text.block(fonts, value.name, style, pad, 0.0, room, Role.INK, max(1, int(high // style.leading)))
            shift = (high - len(lines) * style.leading) / 2
            items.extend(replace(line, y=line.y + shift) for line in lines)
    return Group(value.key, value.width, high, tuple(items), value.department)


def jump_value(scene: Scene, i: int) -> JumpValue | None:
    """The handover before a column, None where the department stays."""
    departments = scene.departments
    if i == 0 or departments[i] is None or departments[i - 1] is None or departments[i] == departments[i - 1]:
        return None
    travels = scene.travels(i)
    words = scene.texts.tr(_TRAVELS[travels]) if travels in _TRAVELS else ""
    wide = min(scene.slot, scene.columns[i - 1].width, scene.columns[i].width) * (0.5 if i == scene.window[0] else 1.0)
    return JumpValue(f"handover:{scene.keys[i]}", words, travels is Travels.NOTHING, wide)


@cached(4_000)
def handover(value: JumpValue, fonts: FontBook, unit: TypeScale) -> Group:
    """The sign of a handover with what travels along below it."""
    size = unit(13)
    role = Role.DISAPPOINTING_TEXT if value.loss else Role.MUTED
    items: list[Primitive] = list(marks.sign("handover", value.width / 2 - size / 2, unit(1), size, role))
    high = size + unit(3)
    if value.words:
        style = unit.small_strong if value.loss else unit.small
        lines = text.block(fonts, value.words, style, unit(3), high, value.width - unit(6), role, _WORDS, align=0.5)
        items.extend(lines)
        high += len(lines) * style.leading
    return Group(value.key, value.width, high, tuple(items))
