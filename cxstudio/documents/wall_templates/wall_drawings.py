"""What stands on each template: lines and headings to stick notes below, drawn for a sheet of A4 and enlarged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from cxstudio.errors import N_
from cxstudio.layout.display import drawn_signs as marks
from cxstudio.layout.display.display_list import Meaning, Primitive, Rect
from cxstudio.layout.text import text_measuring as text
from cxstudio.look.fonts import REGULAR, SEMIBOLD, FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.wording.texts import Texts

WIDE: Final = 841.89
HIGH: Final = 595.28
"""The sheet all templates are drawn on, in points."""
EDGE: Final = 24.0
_TITLE: Final = Type(SEMIBOLD, 15.0, 19.0)
_HEAD: Final = Type(SEMIBOLD, 10.0, 13.0)
_SMALL: Final = Type(REGULAR, 7.5, 10.0)
_DASH: Final = (3.0, 2.5)
_TOP: Final = EDGE + 30.0
_COLUMNS: Final = 8
_LABELS: Final = 82.0
_ROWS: Final = (
    (N_("Stage"), 0.09, ""),
    (N_("Touchpoint"), 0.19, N_("Where they meet us")),
    (N_("Expectation"), 0.17, N_("What they hope for")),
    (N_("Experience"), 0.17, N_("What really happens")),
    (N_("Emotion"), 0.21, N_("Draw the curve")),
    (N_("Ideas"), 0.17, N_("What would be better")),
)
"""Heading of a row of the journey, its share of the height, and what is to be stuck there."""


class Item(NamedTuple):
    """Something drawn, and the box it lies in: a sheet leaves out what it does not reach."""

    left: float
    top: float
    right: float
    bottom: float
    drawn: Primitive


Draw = Callable[[FontBook, Texts], Iterator[Item]]


def journey_wall(fonts: FontBook, texts: Texts) -> Iterator[Item]:
    """Stages across; touchpoint, expectation, experience, emotion and ideas below each other."""
    tr, high = texts.tr, HIGH - EDGE - _TOP
    yield from _blank(fonts, tr("Journey"), EDGE, WIDE * 0.55)
    yield from _blank(fonts, tr("Persona"), EDGE + WIDE * 0.57, WIDE - EDGE)
    y, step = _TOP, (WIDE - 2 * EDGE - _LABELS) / _COLUMNS
    for heading, share, hint in _ROWS:
        tall = share * high
        first = y == _TOP
        yield _box(EDGE, y, WIDE - 2 * EDGE, tall, Role.LANE_GROUND if first else Role.SURFACE)
        yield _words(fonts, tr(heading), _HEAD, EDGE + 8, y + 8)
        if hint:
            yield from _lines(fonts, tr(hint), _SMALL, EDGE + 8, y + 23, _LABELS - 16)
        if heading == "Emotion":
            yield _line(EDGE + _LABELS, y + tall / 2, WIDE - EDGE, y + tall / 2, dash=_DASH)
            for share_of, mean in ((0.2, 3.0), (0.8, -3.0)):
                for part in marks.face(mean, EDGE + _LABELS - 16, y + tall * share_of, 8, Role.MUTED):
                    yield Item(EDGE, y, EDGE + _LABELS, y + tall, part)
        y += tall
    for n in range(_COLUMNS):
        x = EDGE + _LABELS + n * step
        yield _line(x, _TOP, x, HIGH - EDGE, dash=() if n == 0 else _DASH)


def empathy_wall(fonts: FontBook, texts: Texts) -> Iterator[Item]:
    """What somebody thinks, sees, hears, says and does, around a head; pains and gains below."""
    tr = texts.tr
    yield from _blank(fonts, tr("Persona"), EDGE, WIDE - EDGE)
    left, right, low = EDGE, WIDE - EDGE, _TOP + (HIGH - EDGE - _TOP) * 0.74
    middle, centre, radius = (left + right) / 2, (_TOP + low) / 2, 46.0
    yield _box(left, _TOP, right - left, low - _TOP, Role.SURFACE)
    for x, y in ((left, _TOP), (right, _TOP), (left, low), (right, low)):
        far = ((x - middle) ** 2 + (y - centre) ** 2) ** 0.5
        share = radius / far
        yield _line(x, y, middle + (x - middle) * share, centre + (y - centre) * share)
    head = marks.circle(middle, centre, radius, fill=Role.LANE_GROUND, stroke=Role.MUTED, stroke_width=1.2)
    yield Item(middle - radius, centre - radius, middle + radius, centre + radius, head)
    for part in marks.face(3.0, middle, centre, radius * 0.6, Role.MUTED):
        yield Item(middle - radius, centre - radius, middle + radius, centre + radius, part)
    for heading, x, y, align in (
        (tr("Thinks and feels"), middle, _TOP + 10, 0.5),
        (tr("Hears"), left + 10, centre - 8, 0.0),
        (tr("Sees"), right - 10, centre - 8, 1.0),
        (tr("Says and does"), middle, low - 24, 0.5),
    ):
        yield _words(fonts, heading, _TITLE, x, y, align)
    half = (right - left - 12) / 2
    for n, (heading, hint) in enumerate(((tr("Pains"), tr("Fears, hurdles, what annoys")),
                                         (tr("Gains"), tr("Wishes, needs, what would help")))):  # fmt: skip
        x = left + n * (half + 12)
        yield _box(x, low + 10, half, HIGH - EDGE - low - 10, Role.LANE_GROUND)
        yield _words(fonts, heading, _TITLE, x + 10, low + 18)
        yield _words(fonts, hint, _SMALL, x + 10, low + 38)


def idea_wall(fonts: FontBook, texts: Texts) -> Iterator[Item]:
    """The question on top, four fields for clusters that get a name, and a column for what is parked."""
    tr = texts.tr
    yield from _blank(fonts, tr("How might we …?"), EDGE, WIDE - EDGE)
    side, gap = 132.0, 12.0
    wide, tall = (WIDE - 2 * EDGE - side - 2 * gap) / 2, (HIGH - EDGE - _TOP - gap) / 2
    for n in range(4):
        x, y = EDGE + n % 2 * (wide + gap), _TOP + n // 2 * (tall + gap)
        frame = Rect(x, y, wide, tall, fill=Role.SURFACE, stroke=Role.MUTED, dash=_DASH, radius=10.0)
        yield Item(x, y, x + wide, y + tall, frame)
        yield _words(fonts, tr("Name of the cluster"), _SMALL, x + 12, y + 10)
        yield _line(x + 12, y + 36, x + wide * 0.6, y + 36)
    x = WIDE - EDGE - side
    yield _box(x, _TOP, side, HIGH - EDGE - _TOP, Role.LANE_GROUND)
    yield _words(fonts, tr("Parking lot"), _TITLE, x + 10, _TOP + 8)
    yield from _lines(fonts, tr("What belongs elsewhere, and is not lost"), _SMALL, x + 10, _TOP + 30, side - 20)


WALLS: Final[dict[str, tuple[str, Draw]]] = {
    "journey": (N_("Wall template: journey"), journey_wall),
    "empathy": (N_("Wall template: empathy map"), empathy_wall),
    "ideas": (N_("Wall template: idea wall"), idea_wall),
}
"""Each template by its name: its title, and what draws it."""


def _blank(fonts: FontBook, asked: str, x: float, right: float) -> Iterator[Item]:
    """A word, and a line to write on; what stands at the left edge is the sheet's title."""
    words = _words(fonts, asked, _TITLE, x, EDGE, meaning=Meaning.TITLE if x == EDGE else Meaning.HEADING)
    yield words
    yield _line(words.right + 8, EDGE + 17, right, EDGE + 17)


def _words(fonts: FontBook, said: str, style: Type, x: float, y: float, align: float = 0.0,
           meaning: Meaning | None = None) -> Item:  # fmt: skip
    """One line; in a large type it is a heading."""
    line = text.single(fonts, said, style, x, y + style.rise, Role.INK, align=align)
    line = replace(line, meaning=meaning or (Meaning.TEXT if style is _SMALL else Meaning.HEADING))
    return Item(line.x, y, line.x + line.width, y + style.leading, line)


def _lines(fonts: FontBook, said: str, style: Type, x: float, y: float, wide: float) -> Iterator[Item]:
    for line in text.block(fonts, said, style, x, y, wide, Role.MUTED):
        yield Item(line.x, line.y - style.rise, line.x + line.width, line.y + style.leading - style.rise, line)


def _box(x: float, y: float, wide: float, tall: float, fill: Role) -> Item:
    return Item(x, y, x + wide, y + tall, Rect(x, y, wide, tall, fill=fill, stroke=Role.MUTED, stroke_width=0.8))


def _line(x1: float, y1: float, x2: float, y2: float, dash: tuple[float, ...] = ()) -> Item:
    drawn = marks.line(x1, y1, x2, y2, Role.MUTED, 0.8, dash)
    return Item(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2), drawn)
