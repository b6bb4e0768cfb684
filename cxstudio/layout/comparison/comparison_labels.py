"""The label column of a comparison: which journey, which figure, and the legend of the curves."""

from __future__ import annotations

from collections.abc import Mapping

from cxstudio.layout.comparison import comparison_curves as curves
from cxstudio.layout.comparison.comparison_style import LABEL_WIDTH, Board, Side
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive, Rect
from cxstudio.layout.map_scene import overlaid_curves as traces
from cxstudio.layout.map_scene.overlaid_curves import TARGET, TODAY
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Journey, Round
from cxstudio.wording.fields.record_names import round_name
from cxstudio.wording.figures.figure_sentences import written_value

LEFT = 14.0


def labels(board: Board, rows: Mapping[str, tuple[float, float]]) -> DisplayList:
    """One group per row; `rows` are y and height."""
    wide = board.type(LABEL_WIDTH)
    high = max((y + tall for y, tall in rows.values()), default=0.0)
    groups = []
    for name, (y, tall) in rows.items():
        role = Role.LANE_GROUND if name in ("later", "differences") else Role.SURFACE
        items: list[Primitive] = [Rect(0, 0, wide, tall, fill=role)]
        if y and name != "links":
            items.append(marks.line(0, 0, wide, 0, Role.FAINT_LINE, board.type(1)))
        if name in ("today", "later"):
            items += _journey(board, board.today if name == "today" else board.later, tall)
        elif name == "differences" and tall:
            items += _heading(board, board.texts.tr("What is different"), board.type(6), tall)
        elif name == "curve":
            items += _curve(board, tall)
        groups.append(Placed(0.0, y, Group(f"label:{name}", wide, tall, tuple(items))))
    return DisplayList(wide, high, Frame("labels", 0, 0, wide, high, groups=tuple(groups)))


def _journey(board: Board, side: Side, tall: float) -> list[Primitive]:
    unit = board.type
    today = side is board.today
    items = _heading(
        board, board.texts.tr("As-is journey") if today else board.texts.tr("To-be journey"), unit(11), tall
    )
    record = board.document.get(Journey, side.journey)
    small = unit.small
    room = unit(LABEL_WIDTH - LEFT - 8)
    lines = text.UNBOUNDED if board.style.whole else 1 if board.far else 3
    items += text.block(board.fonts, record.title, small, unit(LEFT), unit(29), room, Role.MUTED, lines)
    return items


def title_height(board: Board) -> float:
    """Height a journey's row needs for its title to stand there to its end."""
    small, room = board.type.small, board.type(LABEL_WIDTH - LEFT - 8)
    titles = (board.document.get(Journey, side.journey).title for side in board.sides)
    lines = max(len(text.wrap(board.fonts, title, small.face, small.size, room)) for title in titles)
    return board.type(37) + lines * small.leading


def _heading(board: Board, words: str, y: float, tall: float) -> list[Primitive]:
    strong = board.type.strong
    room = board.type(LABEL_WIDTH - LEFT - 8)
    most = max(1, int(tall // strong.leading))
    return list(text.block(board.fonts, words, strong, board.type(LEFT), y, room, Role.INK, most))


def _curve(board: Board, tall: float) -> list[Primitive]:
    unit, small = board.type, board.type.small
    items = _heading(board, curves.figure_name(board), unit(10), unit.strong.leading)
    here = curves.axis(board)
    middle = (here.low + here.high) / 2
    right = unit(LABEL_WIDTH - 10)
    for value in (here.low, middle, here.high):
        if value == int(value):
            said = written_value(board.style.figure, value, board.texts, 0)
            base = here.y(value) + small.size * 0.33
            items.append(text.single(board.fonts, said, small, right, base, Role.MUTED, align=1.0))
    y, left = unit(36), unit(LEFT + 30)
    for side, stroke in ((board.today, TODAY), (board.later, TARGET)):
        strong = unit.small_strong
        items += traces.sample(unit(LEFT), y + small.leading / 2, unit(22), stroke, unit)
        name = curves.side_name(board, side)
        items.append(text.single(board.fonts, name, strong, left, y + strong.rise, Role.INK))
        room = right - unit(22) - left
        most = text.UNBOUNDED if board.style.whole else 2
        rounds = text.block(board.fonts, _round(board, side), small, left, y + small.leading, room, Role.MUTED, most)
        items += rounds
        y += (1 + len(rounds)) * small.leading + unit(6)
    return items


def _round(board: Board, side: Side) -> str:
    """The round behind a curve, or that there is none."""
    record = board.document.find(side.figures.round) if side.figures is not None else None
    if not isinstance(record, Round):
        return board.texts.tr("no round")
    if side is board.later and not board.comparable:
        return board.texts.tr("another scale")
    return round_name(record, board.texts)
