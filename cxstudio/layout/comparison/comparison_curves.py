"""Today's curve and the target's over it, on one axis."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import Final

from cxstudio.layout.comparison.comparison_style import Board, Piece, Side
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Path, Placed, Primitive, Rect
from cxstudio.layout.map_scene import overlaid_curves as traces
from cxstudio.layout.map_scene.map_style import Axis
from cxstudio.layout.map_scene.overlaid_curves import TARGET, TODAY, Stroke
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.model.questions import limits
from cxstudio.wording.fields.field_table import figure_label
from cxstudio.wording.figures.critical_reasons import capital
from cxstudio.wording.figures.figure_sentences import written_value

TOLD: Final = 0.45
"""From this difference on it stands in numbers beside the target."""
CLOSE: Final = 14.0
"""In narrower columns curves are thin and have no marks."""
Value = tuple[int, Id, float]


def axis(board: Board) -> Axis:
    """The scale both curves stand on."""
    low, high = limits(board.style.figure, board.scale)
    margin = board.type(22)
    return Axis(low, high, margin, board.type(board.style.curve_height) - margin)


def grid(board: Board, wide: float) -> tuple[Primitive, ...]:
    """Lines of the axis."""
    here, unit = axis(board), board.type
    lines = [marks.line(0, here.y(v), wide, here.y(v), Role.FAINT_LINE, unit(1)) for v in (here.low, here.high)]
    middle = (here.low + here.high) / 2
    dash = (unit(4), unit(4))
    return (*lines, marks.line(0, here.y(middle), wide, here.y(middle), Role.LINE, unit(1.2), dash))


def curves(board: Board, piece: Piece, values: dict[str, list[Value]]) -> tuple[Placed, ...]:
    """Both curves above the columns of a piece, with a mark at each value and the name at their end."""
    high = board.type(board.style.curve_height)
    groups = [
        Placed(0.0, 0.0, Group(f"curve:{side.name}:{piece.start}", piece.width, high, drawn))
        for side, stroke in ((board.today, TODAY), (board.later, TARGET))
        if (drawn := _line(board, piece, values[side.name], stroke))
    ]
    for i in range(piece.start, piece.stop):
        made = _column(board, i, values)
        if made is not None:
            groups.append(Placed((i - piece.start) * board.wide, 0.0, made))
    return tuple(groups)


def _line(board: Board, piece: Piece, values: list[Value], stroke: Stroke) -> tuple[Path, ...]:
    numbers = [i for i, _, _ in values]
    at, end = bisect_left(numbers, piece.start), bisect_left(numbers, piece.stop)
    near = values[max(at - 2, 0) : end + 2]
    here = axis(board)
    points = [((i + 0.5) * board.wide - piece.x, here.y(v)) for i, _, v in near]
    drawn = traces.line(points, 0.0, piece.width, stroke, board.type, thin=board.wide < CLOSE)
    if not drawn:
        return ()
    spoken = "; ".join(f"{_name(board, t)} {_said(board, v)}" for _, t, v in values[at:end])
    return (replace(drawn[0], meaning=Meaning.FIGURE, alternative=spoken), *drawn[1:]) if spoken else drawn


def _column(board: Board, i: int, values: dict[str, list[Value]]) -> Group | None:
    """Marks of one column, and what the target adds to today."""
    unit, here = board.type, axis(board)
    found = {side: _at(values[side], i) for side in ("today", "later")}
    today, later = found["today"], found["later"]
    if today is None and later is None:
        return None
    middle = board.wide / 2
    items: list[Primitive] = []
    if today is not None and later is not None and today[2] != later[2]:
        y1, y2 = here.y(today[2]), here.y(later[2])
        role = Role.DELIGHTING if later[2] > today[2] else Role.DISAPPOINTING
        thick = min(unit(6), board.wide * 0.5)
        items.append(Rect(middle - thick / 2, min(y1, y2), thick, abs(y2 - y1), fill=role, fill_opacity=0.25))
    r = min(unit(4.2), board.wide * 0.3)
    for one, stroke in ((today, TODAY), (later, TARGET)):
        if one is not None and board.wide >= CLOSE:
            items.append(traces.mark(stroke.mark, middle, here.y(one[2]), r, stroke.role, min(unit(1.6), r * 0.5)))
    items.extend(_told(board, today, later))
    items.extend(_names(board, i, values, today, later))
    touchpoint = (later or today or (0, "", 0.0))[1]
    return Group(f"values:{i}", board.wide, unit(board.style.curve_height), tuple(items), touchpoint)


def _told(board: Board, today: Value | None, later: Value | None) -> list[Primitive]:
    """The target's difference to today in numbers."""
    if board.far or today is None or later is None or abs(later[2] - today[2]) < TOLD:
        return []
    strong = board.type.small_strong
    up = later[2] > today[2]
    y = axis(board).y(later[2])
    base = y - board.type(11) if up else y + board.type(11) + strong.size * 0.7
    role = Role.DELIGHTING if up else Role.DISAPPOINTING_TEXT
    said = board.texts.signed(later[2] - today[2])
    return [text.single(board.fonts, said, strong, board.wide / 2, base, role, align=0.5)]


def _names(
    board: Board, i: int, values: dict[str, list[Value]], today: Value | None, later: Value | None
) -> list[Primitive]:
    """Names of the curves that end in this column."""
    if board.far:
        return []
    ending = []
    for side, one, stroke in ((board.today, today, TODAY), (board.later, later, TARGET)):
        if one is not None and values[side.name][-1][0] == i:
            ending.append((side_name(board, side), axis(board).y(one[2]), stroke))
    leading = board.type.small_strong.leading
    heights = traces.apart([y for _, y, _ in ending], leading, leading, board.type(board.style.curve_height) - leading)
    items: list[Primitive] = []
    for (name, _, stroke), y in zip(ending, heights, strict=True):
        items += traces.name_at_end(name, (board.wide / 2, y), board.wide, stroke, board.fonts, board.type)
    return items


def side_name(board: Board, side: Side) -> str:
    """What a curve is called."""
    return board.texts.tr("Today") if side is board.today else board.texts.tr("Target")


def _at(values: list[Value], i: int) -> Value | None:
    at = bisect_left(values, i, key=lambda v: v[0])
    return values[at] if at < len(values) and values[at][0] == i else None


def _name(board: Board, touchpoint: Id) -> str:
    return " ".join(board.touchpoint(touchpoint).name[:200].split())


def _said(board: Board, value: float) -> str:
    return written_value(board.style.figure, value, board.texts)


def figure_name(board: Board) -> str:
    """The figure drawn, with a capital."""
    return capital(board.texts.tr(figure_label(board.style.figure)))
