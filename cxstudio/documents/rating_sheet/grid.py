"""The part that is filled in: one row per touchpoint, one circle per possible answer."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from cxstudio.documents.paper import MARGIN, Paper
from cxstudio.documents.setting.sheet import Sheet, rule
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Meaning, Primitive, Rect, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.look.fonts import REGULAR, SEMIBOLD, FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.model import Touchpoint
from cxstudio.model.questions import PROMISED
from cxstudio.wording import Texts
from cxstudio.wording.figures.rating_questions import Question

_NAMES, _NAMES_OF_MANY = 0.3, 0.25
"""Share of the touchpoints' column; where one question more is asked."""
GAP: Final = 12.0
"""Between two questions."""
_LEAST_ANSWERS: Final = 4
"""Answers a question of fewer has room for, so that its words are read."""
_USUAL: Final = 4
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
_HEAD: Final = Type(SEMIBOLD, 8.5, 10.6)
"""Of a question without a name above it."""
_ASKED: Final = Type(REGULAR, 8.5, 10.6)
_ENDS: Final = Type(REGULAR, 7.5, 9.4)
_VALUE: Final = Type(REGULAR, 7.0, 9.0)
_PROMISE: Final = Type(REGULAR, 7.5, 9.0)
_MOST_LINES: Final = 8
"""Of a question; the head of a sheet is as high as its longest."""
_MOST_NAME: Final = 20
_NAME_AT, _INSET = 26.0, 6.0
"""Left of a touchpoint's name, and of a stage's."""


@dataclass(frozen=True, slots=True)
class Pitch:
    """How close everything stands: heights of a row and of a stage's heading."""

    row: float
    stage: float
    compact: bool = False
    """Whether the page begins without air."""


PITCHES: Final = (Pitch(27.0, 19.0), Pitch(23.4, 16.0), Pitch(20.6, 14.5, True), Pitch(18.6, 12.0, True))
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

    @property
    def narrow(self) -> bool:
        """Whether there is room for the question only, and not for its name as well."""
        return len(self.values) < _LEAST_ANSWERS

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
    names = _NAMES_OF_MANY if len(questions) > _USUAL else _NAMES
    room = paper.room - round(names * paper.room) - GAP * len(questions)
    wide = [max(high - low + 1, _LEAST_ANSWERS) for _, low, high in questions]
    answers = sum(wide)
    step = min(room / answers, _WIDEST)
    made, x = [], MARGIN + paper.room - answers * step - GAP * (len(questions) - 1)
    for (asked, low, high), places in zip(questions, wide, strict=True):
        width = step * places
        made.append(Block(asked, low, high, x, width))
        x += width + GAP
    return tuple(made)


def head(sheet: Sheet, made: tuple[Block, ...], y: float, texts: Texts) -> float:
    """The questions as they are asked, with the ends of their scales; returns where the rows begin."""
    bottom, cells = y, list[TextLine]()
    for block in made:
        lines, below = _asked(sheet.fonts, block, y)
        cells += lines
        bottom = max(bottom, below)
    if any(block.question.figure == "emotion" for block in made):
        bottom += 2 * _FACE + 5.0
        for block in made:
            if block.question.figure == "emotion":
                for value in block.values:
                    drawn = marks.face(value, block.middle(value), bottom - _FACE - 1.0, _FACE, Role.MUTED)
                    sheet.group("face", drawn)
    named = setting.block(sheet.fonts, texts.tr("Touchpoint"), _FIGURE, MARGIN, bottom - _FIGURE.leading, _names(made),
                          Role.INK, meaning=Meaning.HEADER_CELL, words=True)  # fmt: skip
    sheet.group("head", [*named, *cells])
    bottom += 4.0
    sheet.rule(MARGIN, bottom, sheet.paper.room)
    return bottom


def _asked(fonts: FontBook, block: Block, y: float) -> tuple[list[TextLine], float]:
    """One question with the ends of its scale, as one cell, and where it ends."""
    lines: list[TextLine] = []

    def put(words: str, style: Type, role: Role, most: int) -> None:
        nonlocal y
        meaning = Meaning.TEXT if lines else Meaning.HEADER_CELL
        lines.extend(setting.block(fonts, words, style, block.x, y, block.width, role, most, meaning=meaning,
                                   words=True))  # fmt: skip
        y = lines[-1].y + style.leading - style.rise if words else y

    if block.narrow:
        put(block.question.text, _HEAD, Role.INK, 4)
    else:
        put(block.question.name, _FIGURE, Role.INK, 2)
        put(block.question.text, _ASKED, Role.INK, _MOST_LINES)
    y += 1.0
    put(block.question.ends, _ENDS, Role.MUTED, 4)
    return lines, y + 1.0


def stage_height(fonts: FontBook, name: str, paper: Paper, pitch: Pitch) -> float:
    """Of the heading of a stage: what its name needs."""
    lines = setting.wrap(fonts, name, _STAGE.face, _STAGE.size, paper.room - 2 * _INSET)
    return pitch.stage + max(len(lines) - 1, 0) * _STAGE.leading


def stage_row(sheet: Sheet, name: str, y: float, pitch: Pitch) -> float:
    """The heading of a stage; returns where it ends."""
    high = stage_height(sheet.fonts, name, sheet.paper, pitch)
    ground = Rect(MARGIN, y, sheet.paper.room, high, fill=Role.LANE_GROUND)
    sheet.group("stage", [ground])
    top, wide = y + (pitch.stage - _STAGE.leading) / 2, sheet.paper.room - 2 * _INSET
    sheet.text(name, _STAGE, MARGIN + _INSET, top, wide, meaning=Meaning.HEADING)
    return y + high


class RowWords(NamedTuple):
    """What a row says about its touchpoint, with the top of the first line at nought, and how high the row is."""

    lines: tuple[TextLine, ...]
    tall: float
    """Of the words."""
    height: float


def row_words(fonts: FontBook, name: str, promise: str, made: tuple[Block, ...], pitch: Pitch) -> RowWords:
    """The touchpoint's name and what is promised there; smaller where rows stand close, higher where it needs more."""
    room = _names(made) - _NAME_AT
    style = _NAME
    below = len(setting.wrap(fonts, promise, _PROMISE.face, _PROMISE.size, room, _MOST_LINES)) * _PROMISE.leading
    if len(setting.wrap(fonts, name, style.face, style.size, room)) * style.leading + below > pitch.row:
        style = _SMALLER
    lines = setting.block(fonts, name, style, MARGIN + _NAME_AT, 0.0, room, Role.INK, _MOST_NAME,
                          words=True)  # fmt: skip
    tall = len(lines) * style.leading
    if promise:
        said = setting.block(fonts, promise, _PROMISE, MARGIN + _NAME_AT, tall, room, Role.MUTED, _MOST_LINES,
                             words=True)  # fmt: skip
        lines, tall = (*lines, *said), tall + len(said) * _PROMISE.leading
    return RowWords(lines, tall, max(pitch.row, tall + 0.6))


def row(sheet: Sheet, number: int, touchpoint: Touchpoint, made: tuple[Block, ...], y: float, words: RowWords) -> float:
    """One touchpoint with its circles; returns where it ends."""
    fonts, middle = sheet.fonts, y + words.height / 2
    count = setting.single(fonts, str(number), _NUMBER, MARGIN + 18.0, middle + 3.2, Role.MUTED, align=1.0,
                           meaning=Meaning.ROW_HEADER)  # fmt: skip
    top = middle - words.tall / 2
    circles: list[Primitive] = []
    for block in made:
        if block.question.figure != PROMISED or touchpoint.promise.strip():
            for value in block.values:
                circles += _circle(fonts, block, value, middle)
        else:
            circles.append(TextLine(block.x, middle, _VALUE.size, Role.FAINT, (), 0.0, meaning=Meaning.CELL))
    named = [replace(line, y=line.y + top) for line in words.lines]
    sheet.group("row", [count, *named, *circles, rule(MARGIN, y + words.height, sheet.paper.room, Role.FAINT_LINE)],
                record=touchpoint.id)  # fmt: skip
    return y + words.height


def _circle(fonts: FontBook, block: Block, value: int, middle: float) -> list[Primitive]:
    """The circle of one answer with its number inside, faint."""
    signed = block.lowest < 0
    said = f"{value:+d}".replace("-", "−") if signed and value else str(value)
    x = block.middle(value)
    circle = marks.circle(x, middle, block.radius, stroke=Role.MUTED, stroke_width=0.8)
    meaning = Meaning.CELL if value == block.values[0] else Meaning.TEXT
    text = setting.single(fonts, said, _VALUE, x, middle + 2.4, Role.FAINT, align=0.5, meaning=meaning)
    return [circle, text]
