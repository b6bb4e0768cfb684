"""Lines from where something stands today to where it shall stand."""

from __future__ import annotations

from cxstudio.analysis.comparison.as_is_to_be import Fate
from cxstudio.layout.comparison.comparison_style import Board
from cxstudio.layout.display.display_list import Group, Path, Placed, Primitive, Segment
from cxstudio.look.roles import Role

ROOM, TIGHT_ROOM, CALM = 46.0, 34.0, 12.0
_HEAD = 5.0
"""Half the width of an arrow's head."""


def height(board: Board) -> float:
    """Room between the two journeys: enough for lines where there are any."""
    moved = board.comparison.count(Fate.MOVED) + board.comparison.count_stages(Fate.MOVED)
    return board.type((TIGHT_ROOM if board.style.tight else ROOM) if moved else CALM)


def links(board: Board) -> tuple[Placed, ...]:
    """One line per touchpoint or stage that moved and stands on this sheet twice; stages have thicker ones."""
    high = height(board)
    placed = []
    for match in board.comparison.touchpoints:
        if match.fate is Fate.MOVED and match.today is not None and match.later is not None:
            if match.today not in board.index or match.later not in board.index:
                continue
            x1, x2 = (board.columns[board.index[t]].x + board.wide / 2 for t in (match.today, match.later))
            placed.append(_link(board, f"link:{match.later}", match.later, x1, x2, high, 1.6))
    tops = {section.today: x + wide / 2 for section, x, wide in board.spans}
    bottoms = {section.later: x + wide / 2 for section, x, wide in board.spans}
    for match in board.comparison.stages:
        if match.fate is Fate.MOVED and match.today is not None and match.later is not None:
            if match.today not in tops or match.later not in bottoms:
                continue
            ends = tops[match.today], bottoms[match.later]
            placed.append(_link(board, f"link:{match.later}", match.later, *ends, high, 3.0))
    return tuple(placed)


def _link(board: Board, key: str, record: str, x1: float, x2: float, high: float, thick: float) -> Placed:
    unit = board.type
    left = min(x1, x2) - unit(_HEAD + 2)
    wide = abs(x2 - x1) + 2 * unit(_HEAD + 2)
    a, b = x1 - left, x2 - left
    end = high - unit(_HEAD + 1)
    bend = high * 0.5
    line: tuple[Segment, ...] = (("M", a, unit(2)), ("C", a, unit(2) + bend, b, end - bend, b, end))
    head: tuple[Segment, ...] = (
        ("M", b - unit(_HEAD), end),
        ("L", b + unit(_HEAD), end),
        ("L", b, high),
        ("Z",),
    )
    items: tuple[Primitive, ...] = (
        Path(line, stroke=Role.ACCENT, stroke_width=unit(thick), round_caps=True),
        Path(head, fill=Role.ACCENT),
    )
    return Placed(left, 0.0, Group(key, wide, high, items, record))
