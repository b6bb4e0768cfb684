"""The cards of both journeys, above each what becomes of it."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import NamedTuple

from cxstudio.analysis.comparison.as_is_to_be import Fate
from cxstudio.caches import cached
from cxstudio.layout.comparison.comparison_style import INKS, SIGNS, Board, Piece, Side
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Placed, Primitive, Rect, TextLine
from cxstudio.layout.lanes.touchpoint_cards import CardStyle, CardValue, card, grown, sign_words
from cxstudio.layout.map.deferred_groups import LateGroups
from cxstudio.layout.map.name_row import HEIGHT, name_cell
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Channel, Id
from cxstudio.model.known_channels import icon_of
from cxstudio.wording.findings.comparison_findings import fate_words

BAND, CARD, MIDDLE_CARD, TIGHT_CARD, PAD = 22.0, 100.0, 88.0, 84.0, 8.0
FAR_BAR, FAR_BAND = 16.0, 16.0


class BadgeValue(NamedTuple):
    """Everything a badge shows."""

    touchpoint: Id
    fate: Fate
    word: str
    width: float
    far: bool


def height(board: Board) -> float:
    """Height of a row of cards with its badges."""
    unit = board.type
    if board.far:
        return unit(FAR_BAND + FAR_BAR + 6)
    usual = unit(CARD if board.style.density is Density.NEAR else MIDDLE_CARD)
    if board.style.whole:
        style = CardStyle(board.fonts, unit, board.style.density, board.wide - gap(board), usual)
        names = (board.touchpoint(t).name for t in board.index)
        usual = max((grown(" ".join(name[:4000].split()), style, whole=True) for name in names), default=usual)
    return unit(BAND + PAD) + (unit(TIGHT_CARD) if board.style.tight else usual)


def gap(board: Board) -> float:
    """Room between two cards."""
    return min(2.0, board.wide * 0.25) if board.far else min(board.type(10), board.wide * 0.08)


def cards(board: Board, side: Side, piece: Piece) -> tuple[Placed, ...]:
    """Cards of a piece of one journey."""
    unit = board.type
    high = unit(FAR_BAR) if board.far else height(board) - unit(BAND + PAD)
    top = unit(FAR_BAND) if board.far else unit(BAND)
    wide = board.wide - gap(board)
    style = CardStyle(board.fonts, unit, board.style.density, wide, high)
    placed = []
    for i in range(piece.start, piece.stop):
        touchpoint: Id | None = getattr(board.columns[i].slot, side.name)
        if touchpoint is not None:
            fate = board.match(touchpoint).fate
            made = _bar(touchpoint, fate, wide, high) if board.far else _card(board, side, touchpoint, fate, style)
            placed.append(Placed((i - piece.start) * board.wide + gap(board) / 2, top, made))
    return tuple(placed)


def names(board: Board) -> DisplayList:
    """A slim row with the name of each column: of the touchpoint to be, today's where it will be gone."""
    high = board.type(HEIGHT)
    frames = tuple(
        Frame(f"names/{piece.start}", piece.x, 0.0, piece.width, high, (), LateGroups(partial(_names, board, piece)))
        for piece in board.pieces
    )
    return DisplayList(board.width, high, Frame("names", 0.0, 0.0, board.width, high, frames))


def _names(board: Board, piece: Piece) -> tuple[Placed, ...]:
    style = CardStyle(board.fonts, board.type, board.style.density, board.wide - gap(board), board.type(HEIGHT))
    placed = []
    for i in range(piece.start, piece.stop):
        slot = board.columns[i].slot
        side, touchpoint = (board.later, slot.later) if slot.later is not None else (board.today, slot.today)
        if touchpoint is not None:
            made = name_cell(_value(board, side, touchpoint), style)
            made = faded(made) if board.match(touchpoint).fate is Fate.GONE else made
            placed.append(Placed((i - piece.start) * board.wide + gap(board) / 2, 0.0, made))
    return tuple(placed)


def badges(board: Board, side: Side, piece: Piece) -> tuple[Placed, ...]:
    """Sign and word above the cards that are new, gone, moved or changed; a change stands only where it shall be."""
    placed = []
    for i in range(piece.start, piece.stop):
        touchpoint: Id | None = getattr(board.columns[i].slot, side.name)
        fate = board.match(touchpoint).fate if touchpoint is not None else Fate.SAME
        if touchpoint is None or fate is Fate.SAME or (fate is Fate.CHANGED and side is board.today):
            continue
        value = BadgeValue(touchpoint, fate, fate_words(fate, board.texts), board.wide - gap(board), board.far)
        x = (i - piece.start) * board.wide + gap(board) / 2
        placed.append(Placed(x, 0.0, badge(value, board.fonts, board.type)))
    return tuple(placed)


def _card(board: Board, side: Side, touchpoint: Id, fate: Fate, style: CardStyle) -> Group:
    value = _value(board, side, touchpoint)
    made = card(value, style)
    return faded(made) if fate is Fate.GONE else made


def _value(board: Board, side: Side, touchpoint: Id) -> CardValue:
    record = board.touchpoint(touchpoint)
    _, verdict, uncertain = board.delta(side, touchpoint)
    channels = (board.document.find(c) for c in record.channels[:2])
    name = " ".join(record.name[:4000].split())
    return CardValue(
        touchpoint,
        name or board.texts.tr("Untitled touchpoint"),
        not name,
        tuple(icon_of(c) for c in channels if isinstance(c, Channel)),
        board.delta_words(side, touchpoint),
        verdict,
        False,
        record.stardust,
        False,
        uncertain,
        words=sign_words(board.texts),
    )


def faded(made: Group) -> Group:
    """A card that will be no more: dashed outline, grey text."""
    items: list[Primitive] = []
    for item in made.items:
        if isinstance(item, TextLine):
            items.append(replace(item, role=Role.MUTED))
        elif isinstance(item, Rect) and item.stroke is not None:
            items.append(replace(item, dash=(4.0, 4.0), stroke=Role.FAINT))
        else:
            items.append(item)
    return replace(made, items=tuple(items))


def _bar(touchpoint: Id, fate: Fate, wide: float, high: float) -> Group:
    """From far: coloured where something differs, hollow where it will be gone."""
    ink = INKS[fate][0] if fate in INKS else Role.LINE
    if fate is Fate.GONE:
        bar = Rect(0.5, 0.5, max(wide - 1, 1), high - 1, stroke=Role.FAINT, radius=min(3.0, wide / 4), dash=(2.0, 2.0))
    else:
        bar = Rect(0, 0, wide, high, fill=Role.LINE if fate is Fate.CHANGED else ink, radius=min(3.0, wide / 4))
    return Group(f"card:{touchpoint}", wide, high, (bar,), touchpoint)


@cached(4000)
def badge(value: BadgeValue, fonts: FontBook, unit: TypeScale) -> Group:
    """Sign and word on a small ground; the sign alone where the word does not fit."""
    ink, ground = INKS[value.fate]
    size = unit(11)
    if value.far:
        size = unit(10)
        if value.width < size:
            return Group(f"badge:{value.touchpoint}", value.width, unit(FAR_BAND), (), value.touchpoint)
        items = marks.sign(SIGNS[value.fate], value.width / 2 - size / 2, unit(3), size, ink)
        return Group(f"badge:{value.touchpoint}", value.width, unit(FAR_BAND), items, value.touchpoint)
    strong = unit.small_strong
    left, high = unit(6), unit(18)
    wanted = text.width(fonts, value.word, strong.face, strong.size)
    worded = left + size + unit(4) + wanted + unit(7) <= value.width
    wide = left + size + (unit(4) + wanted + unit(7) if worded else unit(5))
    drawn: list[Primitive] = [Rect(0, 0, wide, high, fill=ground, radius=high / 2)]
    drawn.extend(marks.sign(SIGNS[value.fate], left, (high - size) / 2, size, ink))
    if worded:
        drawn.append(
            text.single(fonts, value.word, strong, left + size + unit(4), (high + 0.66 * strong.size) / 2, ink)
        )
    return Group(f"badge:{value.touchpoint}", value.width, unit(BAND), tuple(drawn), value.touchpoint)
