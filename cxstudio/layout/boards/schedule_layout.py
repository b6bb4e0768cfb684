"""Lays out the plan along time: a row for each measure, its bar, what it waits for, and today."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.plan_items import Plan, PlanGroup, PlanItem
from cxstudio.layout.boards.schedule_bars import BAR, Shape, Span, bar, dependency, number_disc, span_of, value_of
from cxstudio.layout.boards.time_axis import TimeAxis, axis_for
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.map.deferred_groups import LateGroups
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Id

ROW, GROUP_ROW, HEADER = 50.0, 30.0, 60.0
"""Heights in units."""
FULL_DAY: Final = 2.2
"""Points per day at 100 %."""
LEAST_DAY: Final = 0.15
"""Points per day from farthest away: a year is as wide as a word."""
_BLOCK: Final = 16
_EDGE: Final = 6.0
"""So near (points) to a bar's end it is the end that is meant."""


class Part(StrEnum):
    """What of a bar is under the pointer."""

    BODY = "body"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class ScheduleStyle:
    """How a schedule is laid out; one per medium and zoom."""

    day: float = FULL_DAY
    """Points per day."""
    label_width: float = 340.0
    least: float = 0.0
    """Points the time shown takes at least."""
    type: TypeScale = SCREEN


class Row(NamedTuple):
    """One row: a measure in one of its groups, or (without an item) the title of a group."""

    y: float
    height: float
    group: str
    item: PlanItem | None
    title: str
    span: Span | None


@dataclass(frozen=True)
class ScheduleLayout:
    """A laid-out schedule. Body and labels share the y, body and header the x."""

    body: DisplayList
    header: DisplayList
    labels: DisplayList
    rows: tuple[Row, ...] = field(repr=False)
    axis: TimeAxis
    style: ScheduleStyle
    plan: Plan = field(repr=False, compare=False)

    @property
    def order(self) -> tuple[Id, ...]:
        """Measures from top to bottom, each once."""
        return tuple(dict.fromkeys(row.item.measure for row in self.rows if row.item is not None))

    def row_at(self, y: float) -> Row | None:
        """The row at a height."""
        place = bisect_right(self.rows, y, key=lambda row: row.y) - 1
        row = self.rows[place] if place >= 0 else None
        return row if row is not None and y < row.y + row.height else None

    def row_of(self, measure: Id | None) -> Row | None:
        """The first row of a measure."""
        return next((r for r in self.rows if r.item is not None and r.item.measure == measure), None)

    def part_at(self, x: float, y: float) -> tuple[Row, Part] | None:
        """The bar at a place and which part of it."""
        row = self.row_at(y)
        if row is None or row.span is None:
            return None
        box = bar_box(row, self.style.type)
        if box is None or not box[1] - 3 <= y <= box[1] + box[3] + 3:
            return None
        left, right = row.span.x, row.span.right
        if not left - _EDGE <= x <= right + _EDGE:
            return None
        reach = min(_EDGE, (right - left) / 3)
        if row.span.shape is Shape.POINT or x >= right - reach:
            return row, Part.BODY if row.span.shape is Shape.POINT else Part.END
        return row, Part.START if x <= left + reach else Part.BODY

    def boxes(self, measure: Id | None) -> list[tuple[float, float, float, float]]:
        """Where a measure's bars stand: x, y, width, height; its rows where it has no days."""
        found = []
        for row in self.rows:
            if row.item is not None and row.item.measure == measure:
                low, high = self.style.type(4), row.height - self.style.type(8)
                found.append(bar_box(row, self.style.type) or (self.axis.x(self.plan.today), row.y + low, 60.0, high))
        return found

    def whole(self, title: str = "") -> DisplayList:
        """Header, labels and body as one picture."""
        left, top = self.labels.width, self.header.height
        wide, high = left + self.body.width, top + self.body.height
        frames = (
            Frame("header", left, 0.0, self.header.width, top, groups=tuple(self.header.flat())),
            Frame("body", left, top, self.body.width, self.body.height, frames=self.body.root.frames),
            Frame("labels", 0.0, top, left, self.labels.height, frames=self.labels.root.frames),
        )
        return DisplayList(wide, high, Frame("whole", 0, 0, wide, high, frames=frames), title)


def bar_box(row: Row, unit: TypeScale) -> tuple[float, float, float, float] | None:
    """Where the bar of a row stands: x, y, width, height."""
    if row.span is None:
        return None
    return (row.span.x, row.y + (row.height - unit(BAR)) / 2, row.span.right - row.span.x, unit(BAR))


def lay_out_schedule(plan: Plan, style: ScheduleStyle = ScheduleStyle()) -> ScheduleLayout:
    """The schedule of a plan."""
    days = [day for item in plan.items for day in (item.start, item.due)]
    axis = axis_for(days, plan.today, style.day, style.least)
    rows = tuple(_rows(plan.groups, axis, style.type))
    unit = style.type
    high = rows[-1].y + rows[-1].height if rows else unit(ROW)
    blocks = [rows[i : i + _BLOCK] for i in range(0, len(rows), _BLOCK)]
    body = Frame("schedule", 0, 0, axis.width, high, (
        _months(plan, axis, high),
        Frame("rows", 0, 0, axis.width, high, tuple(_block(b, axis.width, partial(_bars, plan, axis, b, unit))
                                                    for b in blocks)),
        Frame("links", 0, 0, axis.width, high, (Frame("all", 0, 0, axis.width, high, groups=_links(rows, unit)),)),
        _today(plan, axis, high, unit),
    ))  # fmt: skip
    wide = style.label_width
    labels = Frame("labels", 0, 0, wide, high, tuple(
        _block(b, wide, partial(_labels, plan, b, wide, unit)) for b in blocks
    ))  # fmt: skip
    return ScheduleLayout(
        DisplayList(axis.width, high, body), _header(plan, axis, unit), DisplayList(wide, high, labels), rows, axis,
        style, plan,
    )  # fmt: skip


def _rows(groups: Sequence[PlanGroup], axis: TimeAxis, unit: TypeScale) -> Iterator[Row]:
    y = 0.0
    for group in groups:
        if group.title:
            yield Row(y, unit(GROUP_ROW), group.key, None, group.title, None)
            y += unit(GROUP_ROW)
        for item in group.items:
            yield Row(y, unit(ROW), group.key, item, item.title, span_of(item, axis))
            y += unit(ROW)


def _block(rows: Sequence[Row], wide: float, make: partial[tuple[Placed, ...]]) -> Frame:
    high = rows[-1].y + rows[-1].height - rows[0].y
    return Frame(f"from {rows[0].y:g}", 0.0, rows[0].y, wide, high, groups=LateGroups(make))


def _bars(plan: Plan, axis: TimeAxis, rows: Sequence[Row], unit: TypeScale) -> tuple[Placed, ...]:
    top, made = rows[0].y, []
    for row in rows:
        made.append(Placed(0.0, row.y - top, _ground(f"row:{row.y:g}", axis.width, row.height, row.item is None)))
        box = bar_box(row, unit)
        if row.item is not None and row.span is not None and box is not None:
            drawn = bar(value_of(row.item, row.group, row.span), plan.fonts, unit)
            made.append(Placed(box[0], box[1] - top, drawn))
        elif row.item is not None:
            words = text.single(plan.fonts, plan.texts.tr("no dates yet"), unit.small, 0.0, unit.small.rise, Role.FAINT)
            group = Group(f"bar:{row.group}:{row.item.measure}", words.width, unit.small.leading, (words,),
                          row.item.measure)  # fmt: skip
            made.append(Placed(axis.x(plan.today) + unit(8), row.y - top + (row.height - group.height) / 2, group))
    return tuple(made)


@cached(400)
def _ground(key: str, wide: float, high: float, title: bool) -> Group:
    items: list[Primitive] = [Rect(0, 0, wide, high, fill=Role.LANE_GROUND)] if title else []
    return Group(key, wide, high, (*items, marks.line(0, high - 0.5, wide, high - 0.5, Role.FAINT_LINE)))


def _labels(plan: Plan, rows: Sequence[Row], wide: float, unit: TypeScale) -> tuple[Placed, ...]:
    top, made = rows[0].y, []
    for row in rows:
        if row.item is None:
            made.append(Placed(0.0, row.y - top, _title(row.title, wide, row.height, plan.fonts, unit)))
        else:
            words = (row.item.number, row.item.title, row.item.line)
            drawn = _label(row.item.measure, row.group, words, wide, row.height, plan.fonts, unit)
            made.append(Placed(0.0, row.y - top, drawn))
    return tuple(made)


@cached(400)
def _title(title: str, wide: float, high: float, fonts: FontBook, unit: TypeScale) -> Group:
    words = text.single(
        fonts, title, unit.small_strong, unit(14), high / 2 + unit.small.rise - unit.small.leading / 2, Role.MUTED,
        wide - unit(24), meaning=Meaning.HEADING,
    )  # fmt: skip
    ground = Rect(0, 0, wide, high, fill=Role.LANE_GROUND)
    return Group(f"group:{title}", wide, high, (ground, words))


@cached(2_000)
def _label(
    measure: Id, group: str, words: tuple[int, str, str], wide: float, high: float, fonts: FontBook, unit: TypeScale
) -> Group:
    number, title, line = words
    left, room = unit(44), wide - unit(56)
    both = unit.title.leading + (unit.small.leading + unit(1) if line else 0.0)
    y = (high - both) / 2
    items: list[Primitive] = [*number_disc(number, unit(22), high / 2, unit(11), fonts, unit)]
    items.append(text.single(fonts, title, unit.title, left, y + unit.title.rise, Role.INK, room,
                             meaning=Meaning.HEADER_CELL))  # fmt: skip
    if line:
        under = y + unit.title.leading + unit(1) + unit.small.rise
        items.append(text.single(fonts, line, unit.small, left, under, Role.MUTED, room))
    items.append(marks.line(0, high - 0.5, wide, high - 0.5, Role.FAINT_LINE))
    return Group(f"label:{group}:{measure}", wide, high, tuple(items), measure)


def _months(plan: Plan, axis: TimeAxis, high: float) -> Frame:
    """Every second month on a ground of its own."""
    groups = tuple(
        Placed(tick.x, 0.0, Group(f"month:{n}", tick.width, high, (Rect(0, 0, tick.width, high, Role.LANE_GROUND),)))
        for n, tick in enumerate(axis.months(plan.texts))
        if n % 2
    )
    return Frame("months", 0, 0, axis.width, high, groups=groups)


def _header(plan: Plan, axis: TimeAxis, unit: TypeScale) -> DisplayList:
    high, groups = unit(HEADER), []
    for n, tick in enumerate(axis.months(plan.texts)):
        items: list[Primitive] = [Rect(0, 0, tick.width, high, Role.LANE_GROUND)] if n % 2 else []
        for words, style, y, role in ((tick.year, unit.small, unit(4), Role.FAINT),
                                      (tick.name, unit.small_strong, unit(18), Role.MUTED)):  # fmt: skip
            if words:
                items.append(text.single(plan.fonts, words, style, unit(6), y + style.rise, role,
                                         meaning=Meaning.HEADER_CELL))  # fmt: skip
        groups.append(Placed(tick.x, 0.0, Group(f"head:{n}", tick.width, high, tuple(items))))
    line = Group("line", axis.width, high, (marks.line(0, high - 0.5, axis.width, high - 0.5, Role.LINE),))
    words = plan.texts.tr("today")
    style = unit.small_strong
    wide = text.width(plan.fonts, words, style.face, style.size) + unit(12)
    pill = (
        Rect(0, 0, wide, style.leading + unit(3), fill=Role.DISAPPOINTING, radius=unit(8)),
        text.single(plan.fonts, words, style, wide / 2, unit(1.5) + style.rise, Role.SURFACE, align=0.5),
    )
    x = axis.x(plan.today) + axis.day / 2 - wide / 2
    today = Placed(max(0.0, x), high - style.leading - unit(4), Group("today", wide, unit(17), pill))
    frame = Frame("header", 0, 0, axis.width, high, groups=(*groups, Placed(0, 0, line), today))
    return DisplayList(axis.width, high, frame)


def _today(plan: Plan, axis: TimeAxis, high: float, unit: TypeScale) -> Frame:
    """A line over everything else: three frames deep, since deeper ones are painted above."""
    line = Group("today", 1.0, high, (marks.line(0, 0, 0, high, Role.DISAPPOINTING, unit(1.4)),))
    placed = Placed(axis.x(plan.today) + axis.day / 2, 0.0, line)
    inner = Frame("line", 0, 0, axis.width, high, groups=(placed,))
    return Frame("now", 0, 0, axis.width, high, (Frame("above", 0, 0, axis.width, high, (inner,)),))


def _links(rows: Sequence[Row], unit: TypeScale) -> tuple[Placed, ...]:
    """From the end of what comes first to the beginning of what waits for it."""
    first: dict[Id, Row] = {}
    for row in rows:
        if row.item is not None:
            first.setdefault(row.item.measure, row)
    made = []
    for row in first.values():
        assert row.item is not None
        for other in row.item.depends_on:
            before = first.get(other)
            if before is not None and before.span is not None and row.span is not None and before is not row:
                made.append(_link(before, row, unit))
    return tuple(made)


def _link(before: Row, after: Row, unit: TypeScale) -> Placed:
    """Down or up from below the end of one bar, and to the right into the other; around it where it begins earlier."""
    assert before.span is not None and after.span is not None and before.item is not None and after.item is not None
    down = after.y > before.y
    y1 = before.y + before.height / 2 + (unit(BAR) / 2 if down else -unit(BAR) / 2)
    y2, step = after.y + after.height / 2, unit(8)
    x1, x2 = before.span.right - min(unit(5), (before.span.right - before.span.x) / 2), after.span.x
    late = before.span.right > x2 + 1 or (before.item.in_cycle and after.item.in_cycle)
    if x2 >= x1 + step:
        points = [(x1, y1), (x1, y2), (x2, y2)]
    else:
        between = after.y if down else after.y + after.height
        points = [(x1, y1), (x1, between), (x2 - step, between), (x2 - step, y2), (x2, y2)]
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    items = dependency(tuple((x - left, y - top) for x, y in points), _link_role(late), unit)
    key = f"link:{before.item.measure}:{after.item.measure}"
    return Placed(left, top, Group(key, right - left, bottom - top, items))


def _link_role(late: bool) -> Role:
    return Role.DISAPPOINTING if late else Role.FAINT
