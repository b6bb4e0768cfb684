"""Rows of the schedule: titles, bars with their words, and what waits for what."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Any, Final, NamedTuple

from cxstudio.caches import cached
from cxstudio.layout.boards.plan_items import Plan, PlanItem
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
_LABEL_LEFT, _LABEL_RIGHT, _LABEL_PAD = 44.0, 12.0, 12.0
"""Beside the words of a label, and above and below them together, in units."""
Key = tuple[Hashable, ...]
"""Everything a row shows in one of the frames it stands in."""
Draw = Callable[..., tuple[Placed, ...]]


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


def rows_of(plan: Plan, axis: TimeAxis, wide: float, unit: TypeScale) -> Iterator[Row]:
    """The rows from top to bottom, each as high as its words need in labels of this width."""
    y = 0.0
    for group in plan.groups:
        if group.title:
            yield Row(y, unit(GROUP_ROW), group.key, None, group.title, None)
            y += unit(GROUP_ROW)
        for item in group.items:
            high = _height(item.title, item.line, wide, plan.fonts, unit)
            yield Row(y, high, group.key, item, item.title, span_of(item, axis))
            y += high


def in_blocks(
    rows: Sequence[Row], wide: float, key_of: Callable[[Row], Key], draw: Draw, *given: Hashable
) -> tuple[Frame, ...]:
    """Rows in blocks, remembered by what they show: those nobody looks at are not laid out, the others not anew."""
    frames = []
    for start in range(0, len(rows), _BLOCK):
        part = rows[start : start + _BLOCK]
        top, high = part[0].y, part[-1].y + part[-1].height - part[0].y
        frames.append(_block(draw, start, top, high, wide, tuple(map(key_of, part)), given))
    return tuple(frames)


@cached(600)
def _block(
    draw: Draw, start: int, top: float, high: float, wide: float, keys: tuple[Key, ...], given: tuple[Hashable, ...]
) -> Frame:
    return Frame(f"from {start}", 0.0, top, wide, high, groups=LateGroups(partial(draw, top, wide, keys, *given)))


def bars(rows: Sequence[Row], axis: TimeAxis, unit: TypeScale) -> tuple[Frame, ...]:
    """The ground of each row, and the bar on it."""

    def key_of(row: Row) -> Key:
        drawn = value_of(row.item, row.group, row.span) if row.item is not None and row.span is not None else None
        return row.y, row.height, row.item is None, drawn, bar_box(row, unit)

    return in_blocks(rows, axis.width, key_of, _draw_bars, unit)


def _draw_bars(top: float, wide: float, keys: tuple[Any, ...], unit: TypeScale) -> tuple[Placed, ...]:
    made = []
    for y, high, title, value, box in keys:
        made.append(Placed(0.0, y - top, _ground(f"row:{y:g}", wide, high, title)))
        if value is not None:
            made.append(Placed(box[0], box[1] - top, bar(value, unit)))
    return tuple(made)


def words(rows: Sequence[Row], plan: Plan, axis: TimeAxis, unit: TypeScale) -> tuple[Frame, ...]:
    """Beside each bar how its measure stands; where a measure has no days, that it has none."""
    none, today, lines = plan.texts.tr("no dates yet"), axis.x(plan.today), _crossing(rows, unit)
    small = unit.small

    def beside(said: str, x: float, row: Row) -> float:
        wide = text.width(plan.fonts, said, small.face, small.size) + unit(8)
        return _beside_lines(lines[row.y], x, wide, unit) if row.y in lines else x

    def key_of(row: Row) -> Key:
        item, span = row.item, row.span
        if item is None:
            return ()
        if span is None:
            return item.measure, row.group, none, Role.FAINT, beside(none, today, row), row.y, row.height
        said, role = (f"! {item.words}", Role.DISAPPOINTING_TEXT) if item.late else (item.words, Role.MUTED)
        x = span.right + (unit(BAR) / 3 if span.shape is Shape.POINT else 0.0)
        return item.measure, row.group, said, role, beside(said, x, row), row.y, row.height

    return in_blocks(rows, axis.width, key_of, _draw_words, plan.fonts, unit)


def _draw_words(top: float, _: float, keys: tuple[Any, ...], fonts: FontBook, unit: TypeScale) -> tuple[Placed, ...]:
    made = []
    for measure, group, said, role, x, y, high in filter(None, keys):
        drawn = bar_words(measure, group, said, role, fonts, unit)
        made.append(Placed(x + unit(4), y - top + (high - drawn.height) / 2, drawn))
    return tuple(made)


def labels(rows: Sequence[Row], plan: Plan, wide: float, unit: TypeScale) -> tuple[Frame, ...]:
    """Number, title and line of each row; the title of each group."""

    def key_of(row: Row) -> Key:
        said = () if row.item is None else (row.item.measure, row.item.number, row.item.title, row.item.line)
        return row.y, row.height, row.group, row.title, said

    return in_blocks(rows, wide, key_of, _draw_labels, plan.fonts, unit)


def _draw_labels(
    top: float, wide: float, keys: tuple[Any, ...], fonts: FontBook, unit: TypeScale
) -> tuple[Placed, ...]:  # fmt: skip
    made = []
    for y, high, group, title, said in keys:
        if said:
            made.append(Placed(0.0, y - top, _label(said[0], group, said[1:], wide, high, fonts, unit)))
        else:
            made.append(Placed(0.0, y - top, _title(title, wide, high, fonts, unit)))
    return tuple(made)


@cached(400)
def _ground(key: str, wide: float, high: float, title: bool) -> Group:
    items: list[Primitive] = [Rect(0, 0, wide, high, fill=Role.LANE_GROUND)] if title else []
    return Group(key, wide, high, (*items, marks.line(0, high - 0.5, wide, high - 0.5, Role.FAINT_LINE)))


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
    """A title over as many lines as it needs, and below it who does it and where."""
    number, title, line = said
    y = (high - _words_height(title, line, wide, fonts, unit)) / 2
    left, room = unit(_LABEL_LEFT), wide - unit(_LABEL_LEFT + _LABEL_RIGHT)
    items: list[Primitive] = [*number_disc(number, unit(22), high / 2, unit(11), fonts, unit)]
    name = text.block(fonts, title, unit.strong, left, y, room, Role.INK)
    below = y + len(name) * unit.strong.leading + unit(1)
    items += (*name, *text.block(fonts, line, unit.small, left, below, room, Role.MUTED))
    items.append(marks.line(0, high - 0.5, wide, high - 0.5, Role.FAINT_LINE))
    return Group(f"label:{group}:{measure}", wide, high, tuple(items), measure)


def _words_height(title: str, line: str, wide: float, fonts: FontBook, unit: TypeScale) -> float:
    room, strong, small = wide - unit(_LABEL_LEFT + _LABEL_RIGHT), unit.strong, unit.small
    tall = len(text.wrap(fonts, title, strong.face, strong.size, room)) * strong.leading
    return tall + (len(text.wrap(fonts, line, small.face, small.size, room)) * small.leading + unit(1) if line else 0.0)


def _height(title: str, line: str, wide: float, fonts: FontBook, unit: TypeScale) -> float:
    """Of a row: usually the same, more where its words need it."""
    return max(unit(ROW), _words_height(title, line, wide, fonts, unit) + unit(_LABEL_PAD))


def links(rows: Sequence[Row], wide: float, high: float, unit: TypeScale) -> Frame:
    """From the end of what comes first to the beginning of what waits for it."""
    return _link_frame(tuple(_ends(rows)), wide, high, unit)


def _ends(rows: Sequence[Row]) -> Iterator[tuple[_End, _End]]:
    first: dict[Id, Row] = {}
    for row in rows:
        if row.item is not None:
            first.setdefault(row.item.measure, row)
    for row in first.values():
        assert row.item is not None
        for other in row.item.depends_on:
            before = first.get(other)
            if before is not None and before.span is not None and row.span is not None and before is not row:
                yield _end(before), _end(row)


class _End(NamedTuple):
    """What of a row a line begins or ends at."""

    measure: Id
    y: float
    height: float
    x: float
    right: float
    in_cycle: bool


def _end(row: Row) -> _End:
    assert row.item is not None and row.span is not None
    return _End(row.item.measure, row.y, row.height, row.span.x, row.span.right, row.item.in_cycle)


@cached(40)
def _link_frame(ends: tuple[tuple[_End, _End], ...], wide: float, high: float, unit: TypeScale) -> Frame:
    return Frame("all", 0.0, 0.0, wide, high, groups=tuple(_link(before, after, unit) for before, after in ends))


def _link(before: _End, after: _End, unit: TypeScale) -> Placed:
    points = _points(before, after, unit)
    late = before.right > after.x + 1 or (before.in_cycle and after.in_cycle)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    right, bottom = max(x for x, _ in points), max(y for _, y in points)
    role = Role.DISAPPOINTING if late else Role.FAINT
    items = dependency(tuple((x - left, y - top) for x, y in points), role, unit)
    return Placed(left, top, Group(f"link:{before.measure}:{after.measure}", right - left, bottom - top, items))


def _points(before: _End, after: _End, unit: TypeScale) -> list[tuple[float, float]]:
    """Down or up from below the end of one bar, and to the right into the other; around it where it begins earlier."""
    down = after.y > before.y
    y1 = before.y + before.height / 2 + (unit(BAR) / 2 if down else -unit(BAR) / 2)
    y2, step = after.y + after.height / 2, unit(8)
    x1, x2 = before.right - min(unit(5), (before.right - before.x) / 2), after.x
    if x2 >= x1 + step:
        return [(x1, y1), (x1, y2), (x2, y2)]
    between = after.y if down else after.y + after.height
    return [(x1, y1), (x1, between), (x2 - step, between), (x2 - step, y2), (x2, y2)]


class _Upright(NamedTuple):
    """A part of a line that goes up or down."""

    x: float
    top: float
    bottom: float


def _uprights(rows: Sequence[Row], unit: TypeScale) -> list[_Upright]:
    """Those of all lines, from left to right."""
    found = []
    for before, after in _ends(rows):
        points = _points(before, after, unit)
        for (x1, y1), (x2, y2) in pairwise(points):
            if x1 == x2:
                found.append(_Upright(x1, min(y1, y2), max(y1, y2)))
    return sorted(found)


def _crossing(rows: Sequence[Row], unit: TypeScale) -> dict[float, list[_Upright]]:
    """The y of a row → those that cross the line its words stand on, from left to right; of rows that have any."""
    middles, half = [row.y + row.height / 2 for row in rows], unit.small.leading / 2
    found: dict[float, list[_Upright]] = {}
    for line in _uprights(rows, unit):
        first, after = bisect_right(middles, line.top - half), bisect_left(middles, line.bottom + half)
        for row in rows[first:after]:
            found.setdefault(row.y, []).append(line)
    return found


def _beside_lines(lines: Sequence[_Upright], x: float, wide: float, unit: TypeScale) -> float:
    """Where words begin so that none of these lines goes through them: there, or to the right of those that would."""
    for line in lines:
        if x - unit(2) < line.x < x + wide + unit(2):
            x = line.x + unit(4)
    return x
