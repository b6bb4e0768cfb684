"""Lays out the plan along time: a row for each measure, its bar, what it waits for, and today."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from cxstudio.caches import cached
from cxstudio.layout.boards.plan_items import Plan
from cxstudio.layout.boards.schedule_bars import Shape
from cxstudio.layout.boards.schedule_rows import ROW, Row, bar_box, bars, labels, links, rows_of, words
from cxstudio.layout.boards.time_axis import TimeAxis, axis_for
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import SCREEN, TypeScale
from cxstudio.model import Id
from cxstudio.wording.texts import Texts

HEADER: Final = 60.0
"""Height of years, months and today, in units."""
FULL_DAY: Final = 2.2
"""Points per day at 100 %."""
LEAST_DAY: Final = 0.15
"""Points per day from farthest away: a year is as wide as a word."""
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


USUAL: Final = ScheduleStyle()


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


def lay_out_schedule(plan: Plan, style: ScheduleStyle = USUAL, held: TimeAxis | None = None) -> ScheduleLayout:
    """The schedule of a plan; an axis that is held stays, whatever days there are."""
    days = [day for item in plan.items for day in (item.start, item.due)]
    axis = held or axis_for(days, plan.today, style.day, style.least)
    rows = tuple(rows_of(plan, axis, style.label_width, style.type))
    unit, wide = style.type, axis.width
    high = rows[-1].y + rows[-1].height if rows else unit(ROW)
    said = Frame("upper", 0, 0, wide, high, words(rows, plan, axis, unit))
    frames = (
        _months(plan.texts, axis, high),
        Frame("rows", 0, 0, wide, high, bars(rows, axis, unit)),
        Frame("links", 0, 0, wide, high, (links(rows, wide, high, unit),)),
        _today(axis, axis.x(plan.today), high, unit),
        Frame("words", 0, 0, wide, high, (Frame("top", 0, 0, wide, high, (said,)),)),
    )
    left = style.label_width
    titles = Frame("labels", 0, 0, left, high, labels(rows, plan, left, unit))
    return ScheduleLayout(
        DisplayList(wide, high, Frame("schedule", 0, 0, wide, high, frames)),
        _header(plan.texts, plan.fonts, plan.today, axis, unit),
        DisplayList(left, high, titles),
        rows,
        axis,
        style,
        plan,
    )


@cached(20)
def _months(texts: Texts, axis: TimeAxis, high: float) -> Frame:
    """Every second month on a ground of its own."""
    groups = tuple(
        Placed(tick.x, 0.0, Group(f"month:{n}", tick.width, high, (Rect(0, 0, tick.width, high, Role.LANE_GROUND),)))
        for n, tick in enumerate(axis.months(texts))
        if n % 2
    )
    return Frame("months", 0, 0, axis.width, high, groups=groups)


@cached(20)
def _header(texts: Texts, fonts: FontBook, today: date, axis: TimeAxis, unit: TypeScale) -> DisplayList:
    high, groups = unit(HEADER), []
    for n, tick in enumerate(axis.months(texts)):
        items: list[Primitive] = [Rect(0, 0, tick.width, high, Role.LANE_GROUND)] if n % 2 else []
        for said, style, y, role in ((tick.year, unit.small, unit(4), Role.FAINT),
                                      (tick.name, unit.small_strong, unit(18), Role.MUTED)):  # fmt: skip
            if said:
                items.append(text.single(fonts, said, style, unit(6), y + style.rise, role))
        groups.append(Placed(tick.x, 0.0, Group(f"head:{n}", tick.width, high, tuple(items))))
    line = Group("line", axis.width, high, (marks.line(0, high - 0.5, axis.width, high - 0.5, Role.LINE),))
    word = texts.tr("today")
    style = unit.small_strong
    wide = text.width(fonts, word, style.face, style.size) + unit(12)
    pill = (
        Rect(0, 0, wide, style.leading + unit(3), fill=Role.DISAPPOINTING, radius=unit(8)),
        text.single(fonts, word, style, wide / 2, unit(1.5) + style.rise, Role.SURFACE, align=0.5),
    )
    x = axis.x(today) + axis.day / 2 - wide / 2
    placed = Placed(max(0.0, x), high - style.leading - unit(4), Group("today", wide, unit(17), pill))
    frame = Frame("header", 0, 0, axis.width, high, groups=(*groups, Placed(0, 0, line), placed))
    return DisplayList(axis.width, high, frame)


@cached(20)
def _today(axis: TimeAxis, x: float, high: float, unit: TypeScale) -> Frame:
    """A line over everything else: three frames deep, since deeper ones are painted above."""
    line = Group("today", 1.0, high, (marks.line(0, 0, 0, high, Role.DISAPPOINTING, unit(1.4)),))
    placed = Placed(x + axis.day / 2, 0.0, line)
    inner = Frame("line", 0, 0, axis.width, high, groups=(placed,))
    return Frame("now", 0, 0, axis.width, high, (Frame("above", 0, 0, axis.width, high, (inner,)),))
