"""The part that is filled in: one row per touchpoint, one circle per possible answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from cxstudio.documents.paper import MARGIN, Paper
from cxstudio.documents.setting.sheet import Sheet, rule
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Meaning, Primitive, Rect
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import REGULAR, SEMIBOLD, FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import Touchpoint
from cxstudio.wording import Texts
from cxstudio.wording.figures.rating_questions import Question

_NAMES: Final = 0.3
"""Share of the touchpoints' column."""
GAP: Final = 12.0
"""Between two questions."""
_WIDEST: Final = 34.0
"""From one answer to the next."""
_RADIUS: Final = 6.6
_FACE: Final = 6.2
_NAME: Final = Type(REGULAR, 9.5, 11.6)
_SMALLER: Final = Type(REGULAR, 8.0, 9.0)
"""Of names that would need two lines where rows stand close."""
_NUMBER: Final = Type(SEMIBOLD, 9.0, 11.6)
_STAGE: Final = Type(SEMIBOLD, 9.0, 12.0)
_FIGURE: Final = Type(SEMIBOLD, 9.5, 12.5)
_ASKED: Final = Type(REGULAR, 8.5, 10.6)
_ENDS: Final = Type(REGULAR, 7.5, 9.4)
_VALUE: Final = Type(REGULAR, 7.0, 9.0)
_MOST_LINES: Final = 3


@dataclass(frozen=True, slots=True)
class Pitch:
    """How close everything stands: heights of a row and of a stage's heading."""

    row: float
    stage: float
    compact: bool = False
    """Whether the page begins without air."""


PITCHES: Final = (Pitch(27.0, 19.0), Pitch(23.4, 16.0), Pitch(20.6, 14.5, True), Pitch(18.6, 13.0, True))
"""Roomiest first; in the closest a pen still finds its circle, and neighbours of two rows keep apart."""


@dataclass(frozen=True, slots=True)
class Block:
    """One question: its answers from lowest to highest, and where its circles stand on the page."""

    question: Question
    lowest: int
    highest: int
    x: float
    width: float

    @property
    def radius(self) -> float:
        """Of a circle: large enough for a pen; neighbours share no more than their outline."""
        return min(_RADIUS, self._step / 2 + 0.2)

    @property
    def values(self) -> range:
        """All possible answers."""
        return range(self.lowest, self.highest + 1)

    def middle(self, value: int) -> float:
        """x of the circle of one answer."""
        return self.x + (value - self.lowest + 0.5) * self._step

    @property
    def _step(self) -> float:
        return self.width / len(self.values)


def _names(made: tuple[Block, ...]) -> float:
    """Width of the touchpoints' column."""
    return made[0].x - GAP - MARGIN


def blocks(questions: list[tuple[Question, int, int]], paper: Paper) -> tuple[Block, ...]:
    """The questions side by side, each as wide as it has answers; what few questions leave is for the names."""
    room = paper.room - round(_NAMES * paper.room) - GAP * len(questions)
    answers = sum(high - low + 1 for _, low, high in questions)
    step = min(room / answers, _WIDEST)
    made, x = [], MARGIN + paper.room - answers * step - GAP * (len(questions) - 1)
    for asked, low, high in questions:
        width = step * (high - low + 1)
        made.append(Block(asked, low, high, x, width))
        x += width + GAP
    return tuple(made)


def head(sheet: Sheet, made: tuple[Block, ...], y: float, texts: Texts) -> float:
    """The questions as they are asked, with the ends of their scales; returns where the rows begin."""
    bottom = y
    for block in made:
        asked, x, wide = block.question, block.x, block.width
        below = y + sheet.text(asked.name, _FIGURE, x, y, wide, Role.INK, 1, meaning=Meaning.HEADER_CELL)
        below += sheet.text(asked.text, _ASKED, x, below, wide, Role.INK, _MOST_LINES)
        below += sheet.text(asked.ends, _ENDS, x, below + 1.0, wide, Role.MUTED, 2) + 1.0
        bottom = max(bottom, below)
    if any(block.question.figure == "emotion" for block in made):
        bottom += 2 * _FACE + 5.0
        for block in made:
            if block.question.figure == "emotion":
                for value in block.values:
                    drawn = marks.face(value, block.middle(value), bottom - _FACE - 1.0, _FACE, Role.MUTED)
                    sheet.group("face", drawn)
    sheet.text(texts.tr("Touchpoint"), _FIGURE, MARGIN, bottom - _FIGURE.leading, _names(made), Role.INK, 1)
    bottom += 4.0
    sheet.rule(MARGIN, bottom, sheet.paper.room)
    return bottom


def stage_row(sheet: Sheet, name: str, y: float, pitch: Pitch) -> float:
    """The heading of a stage; returns where it ends."""
    ground = Rect(MARGIN, y, sheet.paper.room, pitch.stage, fill=Role.LANE_GROUND)
    sheet.group("stage", [ground])
    top, wide = y + (pitch.stage - _STAGE.leading) / 2, sheet.paper.room / 2
    sheet.text(name, _STAGE, MARGIN + 6.0, top, wide, Role.INK, 1, meaning=Meaning.HEADING)
    return y + pitch.stage


def row(
    sheet: Sheet, number: int, touchpoint: Touchpoint, made: tuple[Block, ...], y: float, name: str, pitch: Pitch
) -> float:
    """One touchpoint with its circles; returns where it ends."""
    fonts, middle = sheet.fonts, y + pitch.row / 2
    count = setting.single(fonts, str(number), _NUMBER, MARGIN + 18.0, middle + 3.2, Role.MUTED, align=1.0)
    room = _names(made) - 26.0
    style = _NAME
    lines = len(setting.wrap(fonts, name, style.face, style.size, room, 2))
    if lines * style.leading > pitch.row:
        style = _SMALLER
        lines = len(setting.wrap(fonts, name, style.face, style.size, room, 2))
    top = middle - lines * style.leading / 2
    words = setting.block(fonts, name, style, MARGIN + 26.0, top, room, Role.INK, 2, meaning=Meaning.CELL)
    circles: list[Primitive] = []
    for block in made:
        for value in block.values:
            circles += _circle(fonts, block, value, middle)
    sheet.group("row", [count, *words, *circles, rule(MARGIN, y + pitch.row, sheet.paper.room, Role.FAINT_LINE)],
                record=touchpoint.id)  # fmt: skip
    return y + pitch.row


def _circle(fonts: FontBook, block: Block, value: int, middle: float) -> list[Primitive]:
    """The circle of one answer with its number inside, faint."""
    signed = block.lowest < 0
    said = f"{value:+d}".replace("-", "−") if signed and value else str(value)
    x = block.middle(value)
    circle = marks.circle(x, middle, block.radius, stroke=Role.MUTED, stroke_width=0.8)
    text = setting.single(fonts, said, _VALUE, x, middle + 2.4, Role.FAINT, align=0.5)
    return [circle, text]
