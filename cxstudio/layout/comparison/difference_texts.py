"""What is different, in words below each column."""

from __future__ import annotations

from cxstudio.layout.comparison.comparison_style import Board, Piece
from cxstudio.layout.display.display_list import Group, Placed, Primitive
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.wording.findings.comparison_findings import change_lines

MOST_LINES, TIGHT_LINES = 7, 4
"""Lines of words in a column; the rest is told by the inspector and on pointing at it."""
PAD = 6.0


def differences(board: Board, piece: Piece) -> tuple[tuple[Placed, ...], float]:
    """Words of a piece, and the height they need."""
    if board.far:
        return (), 0.0
    placed, tallest = [], 0.0
    for i in range(piece.start, piece.stop):
        touchpoint = board.columns[i].slot.later
        lines = change_lines(board.document, board.match(touchpoint), board.texts) if touchpoint is not None else []
        if touchpoint is not None and lines:
            made = _words(board, touchpoint, lines)
            placed.append(Placed((i - piece.start) * board.wide, 0.0, made))
            tallest = max(tallest, made.height)
    return tuple(placed), tallest


def _words(board: Board, touchpoint: Id, lines: list[str]) -> Group:
    unit, small = board.type, board.type.small
    inset = min(unit(13), board.wide * 0.115)  # where the names on the cards begin
    room = board.wide - inset - unit(6)
    items: list[Primitive] = []
    each, left = 4, TIGHT_LINES if board.style.tight else MOST_LINES
    if board.style.whole:
        each = left = text.UNBOUNDED
    y = unit(PAD)
    for line in lines:
        if left < 1:
            break
        laid = text.block(board.fonts, line, small, inset, y, room, Role.INK, min(left, each))
        items.extend(laid)
        left -= len(laid)
        y += len(laid) * small.leading + unit(3)
    return Group(f"difference:{touchpoint}", board.wide, y + unit(PAD), tuple(items), touchpoint)
