"""Stage headers of both journeys, with what becomes of each stage."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from cxstudio.analysis.comparison.as_is_to_be import Fate
from cxstudio.caches import cached
from cxstudio.layout.comparison.comparison_style import INKS, SIGNS, Board, Side
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Group, Meaning, Placed, Primitive, Rect
from cxstudio.layout.map.stage_headers import name_lines, needed_for
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import TypeScale
from cxstudio.model import Id, Stage
from cxstudio.wording.findings.comparison_findings import fate_words

HEIGHT, PLATE = 38.0, 28.0


class PlateValue(NamedTuple):
    """Everything a stage's plate shows."""

    stage: Id
    name: str
    fate: Fate
    word: str
    width: float
    height: float = PLATE
    """Of its ground, in screen points."""


def plates(board: Board, side: Side, height: float = PLATE) -> tuple[Placed, ...]:
    """One plate of that height per stage of a journey."""
    return tuple(
        Placed(x, 0.0, plate(value._replace(height=height), board.fonts, board.type))
        for x, value in _values(board, side)
    )


def _values(board: Board, side: Side) -> Iterator[tuple[float, PlateValue]]:
    """Where each stage of a journey begins, and what its plate shows."""
    for section, x, wide in board.spans:
        stage_id: Id | None = getattr(section, side.name)
        if stage_id is not None:
            stage = board.document.get(Stage, stage_id)
            name = " ".join(stage.name[:2000].split()) or board.texts.tr("Untitled stage")
            fate = board.comparison.by_stage[stage_id].fate
            if fate is Fate.CHANGED and side is board.today:
                fate = Fate.SAME
            word = "" if fate is Fate.SAME else fate_words(fate, board.texts)
            yield x, PlateValue(stage_id, name, fate, word, wide)


def plate_height(board: Board) -> float:
    """Height of the stages' plates in screen points: where nothing is shortened, all names stand there to their end."""
    if not board.style.whole:
        return PLATE
    values = [value for side in board.sides for _, value in _values(board, side)]
    return max((_needed(value, board) for value in values), default=PLATE)


def _needed(value: PlateValue, board: Board) -> float:
    room = _Room(value, board.fonts, board.type)
    wide = max(room.right - room.left, board.type(20))
    return needed_for(value.name, wide, board.fonts, board.type)


class _Room:
    """Where name, sign and word stand on a plate: the word gives way to a name, the sign does not."""

    def __init__(self, value: PlateValue, fonts: FontBook, unit: TypeScale) -> None:
        self.gap = min(unit(4), value.width * 0.25)
        self.wide = value.width - self.gap
        pad = unit(12) if self.wide > unit(72) else unit(6)
        self.left, right = self.gap / 2 + pad, self.gap / 2 + self.wide - pad
        self.word: float | None = None
        """Right end of the word, None where it has no room."""
        self.sign: float | None = None
        """Left edge of the sign."""
        self.size = size = unit(12)
        if value.word:
            small, strong = unit.small_strong, unit.strong
            wanted = text.width(fonts, value.word, small.face, small.size)
            name = text.width(fonts, value.name, strong.face, strong.size)
            if right - self.left >= min(name, unit(60)) + unit(10) + size + unit(4) + wanted:
                right -= wanted
                self.word = right
                right -= unit(4)
            if right - self.left >= size:
                right -= size
                self.sign = right
                right -= unit(6)
        self.right = right


@cached(2000)
def plate(value: PlateValue, fonts: FontBook, unit: TypeScale) -> Group:
    """A stage's name, and at its right end sign and word."""
    room = _Room(value, fonts, unit)
    top, tall = unit(HEIGHT - PLATE) / 2, unit(value.height)
    ink, ground = INKS.get(value.fate, (Role.ACCENT, Role.ACCENT_GROUND))
    stroke = Role.FAINT if value.fate is Fate.GONE else None
    dash = (unit(4), unit(4)) if stroke is not None else ()
    radius = min(unit(7), room.wide / 2)
    items: list[Primitive] = [
        Rect(room.gap / 2, top, room.wide, tall, fill=ground, stroke=stroke, radius=radius, dash=dash)
    ]
    base = top + (tall + 0.66 * unit.strong.size) / 2
    if room.word is not None:
        items.append(text.single(fonts, value.word, unit.small_strong, room.word, base, ink))
    if room.sign is not None:
        items.extend(marks.sign(SIGNS[value.fate], room.sign, top + (tall - room.size) / 2, room.size, ink))
    items.extend(name_lines(value.name, fonts, unit, room.left, room.right, top, tall, ink, Meaning.HEADING))
    return Group(f"stage:{value.stage}", value.width, unit(HEIGHT - PLATE) + tall, tuple(items), value.stage)
