"""Rows of the schedule: titles, bars with their words, and what waits for what."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.plan_items import Plan, PlanGroup, PlanItem
from cxstudio.layout.boards.schedule_bars import (
    BAR,
    Shape,
    Span,
    bar,
    bar_words,
    dependency,
    number_disc,
    span_of,
    value_of,
)
from cxstudio.layout.boards.time_axis import TimeAxis
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Frame, Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.map.deferred_groups import LateGroups
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id

ROW, GROUP_ROW = 54.0, 30.0
"""Heights in units."""
_BLOCK: Final = 16


class Row(NamedTuple):
    """One row: a measure in one of its groups, or (without an item) the title of a group."""

    y: float
    height: float
    group: str
    item: PlanItem | None
    title: str
    span: Span | None


def bar_box(row: Row, unit: TypeScale) -> tuple[float, float, float, float] | None:
    """Where the bar of a row stands: x, y, width, height."""
    if row.span is None:
        return None
    return (row.span.x, row.y + (row.height - unit(BAR)) / 2, row.span.right - row.span.x, unit(BAR))


def rows_of(groups: Sequence[PlanGroup], axis: TimeAxis, unit: TypeScale) -> Iterator[Row]:
    y = 0.0
    for group in groups:
        if group.title:
            yield Row(y, unit(GROUP_ROW), group.key, None, group.title, None)
            y += unit(GROUP_ROW)
        for item in group.items:
            yield Row(y, unit(ROW), group.key, item, item.title, span_of(item, axis))
            y += unit(ROW)


def in_blocks(
    rows: Sequence[Row], wide: float, make: Callable[[Sequence[Row]], tuple[Placed, ...]]
) -> tuple[Frame, ...]:
    """Rows in blocks of which those nobody looks at are not laid out."""
    frames = []
    for start in range(0, len(rows), _BLOCK):
        part = rows[start : start + _BLOCK]
        high = part[-1].y + part[-1].height - part[0].y
        frames.append(Frame(f"from {start}", 0.0, part[0].y, wide, high, groups=LateGroups(partial(make, part))))
    return tuple(frames)


def bars(axis: TimeAxis, unit: TypeScale, rows: Sequence[Row]) -> tuple[Placed, ...]:
    """The ground of each row, and the bar on it."""
    top, made = rows[0].y, []
    for row in rows:
        made.append(Placed(0.0, row.y - top, _ground(f"row:{row.y:g}", axis.width, row.height, row.item is None)))
        box = bar_box(row, unit)
        if row.item is not None and row.span is not None and box is not None:
            made.append(Placed(box[0], box[1] - top, bar(value_of(row.item, row.group, row.span), unit)))
    return tuple(made)


def words(plan: Plan, axis: TimeAxis, unit: TypeScale, rows: Sequence[Row]) -> tuple[Placed, ...]:
    """Beside each bar how its measure stands; where a measure has no days, that it has none."""
    top, made = rows[0].y, []
    for row in rows:
        item = row.item
        if item is None:
            continue
        said, role, x = plan.texts.tr("no dates yet"), Role.FAINT, axis.x(plan.today)
        if row.span is not None:
            said, role = (f"! {item.words}", Role.DISAPPOINTING_TEXT) if item.late else (item.words, Role.MUTED)
            x = row.span.right + (unit(BAR) / 3 if row.span.shape is Shape.POINT else 0.0)
        group = bar_words(item.measure, row.group, said, role, plan.fonts, unit)
        made.append(Placed(x + unit(4), row.y - top + (row.height - group.height) / 2, group))
    return tuple(made)


@cached(400)
def _ground(key: str, wide: float, high: float, title: bool) -> Group:
    items: list[Primitive] = [Rect(0, 0, wide, high, fill=Role.LANE_GROUND)] if title else []
    return Group(key, wide, high, (*items, marks.line(0, high - 0.5, wide, high - 0.5, Role.FAINT_LINE)))


def labels(plan: Plan, wide: float, unit: TypeScale, rows: Sequence[Row]) -> tuple[Placed, ...]:
    """Number, title and line of each row."""
    top, made = rows[0].y, []
    for row in rows:
        if row.item is None:
            made.append(Placed(0.0, row.y - top, _title(row.title, wide, row.height, plan.fonts, unit)))
        else:
            said = (row.item.number, row.item.title, row.item.line)
            drawn = _label(row.item.measure, row.group, said, wide, row.height, plan.fonts, unit)
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
    measure: Id, group: str, said: tuple[int, str, str], wide: float, high: float, fonts: FontBook, unit: TypeScale
) -> Group:
    """A title on two lines where it needs them, and below it who does it and where."""
    number, title, line = said
    left, room = unit(44), wide - unit(56)
    style = unit.strong
    name = text.block(fonts, title, style, left, 0.0, room, Role.INK, 2, meaning=Meaning.HEADER_CELL)
    tall = len(name) * style.leading
    y = (high - tall - (unit.small.leading + unit(1) if line else 0.0)) / 2
    items: list[Primitive] = [*number_disc(number, unit(22), high / 2, unit(11), fonts, unit)]
    items += text.block(fonts, title, style, left, y, room, Role.INK, 2, meaning=Meaning.HEADER_CELL)
    if line:
        under = y + tall + unit(1) + unit.small.rise
        items.append(text.single(fonts, line, unit.small, left, under, Role.MUTED, room))
    items.append(marks.line(0, high - 0.5, wide, high - 0.5, Role.FAINT_LINE))
    return Group(f"label:{group}:{measure}", wide, high, tuple(items), measure)


def links(rows: Sequence[Row], unit: TypeScale) -> tuple[Placed, ...]:
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
