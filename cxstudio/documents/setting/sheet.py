"""One page: texts, rules and drawings are put on it one after the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from cxstudio.documents.paper import MARGIN, Paper
from cxstudio.documents.setting.boxed_marks import with_boxes
from cxstudio.layout.display.display_list import DisplayList, Frame, Group, Meaning, Path, Placed, Primitive, TextLine
from cxstudio.layout.text import text_measuring as setting
from cxstudio.layout.text.line_breaking import words_of
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role
from cxstudio.look.type_scale import Type
from cxstudio.plain_text import LEFT_OUT

WIDTH_OF_A_LINE = 0.6


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of running text in one style."""

    text: str
    style: Type
    role: Role = Role.INK


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a text stands that can be written anew: which one, its words, its box on the page and its type's size."""

    what: str
    text: str
    x: float
    y: float
    width: float
    height: float
    size: float


class Said(NamedTuple):
    """A line of text on a page: its group with the origin on the page, and its words."""

    placed: Placed
    line: TextLine
    text: str


class Sheet:
    """One page without its footer. Coordinates are the page's, y downward.

    `title` is its entry in the outline, where it has one; `note` is what the footer says beside the page number.
    """

    def __init__(self, fonts: FontBook, paper: Paper, title: str = "", note: str = "") -> None:
        self.fonts, self.paper, self.title, self.note = fonts, paper, title, note
        self._frames: list[Frame] = []
        self._groups: list[Placed] = []
        self._said: tuple[Said, ...] | None = None
        self.marks: list[Mark] = []
        """Texts that can be written anew, from top to bottom."""
        self.homes: set[str] = set()
        """Records that names of them lead to, here rather than to another page that tells of them."""
        self.end: float | None = None
        """Where a section ends that leaves room for another one; None: nothing else belongs on this page."""
        self.also: list[tuple[str, float]] = []
        """Further entries in the outline, for sections that begin lower on the page, and where they do."""

    def group(self, key: str, items: Sequence[Primitive], x: float = 0.0, y: float = 0.0,
              record: str | None = None) -> None:  # fmt: skip
        """Put primitives on the page; their origin is (x, y)."""
        if items:
            name, shown = f"{len(self._groups)}:{key}", tuple(with_boxes(self.fonts, items))
            self._said = None
            self._groups.append(Placed(x, y, Group(name, self.paper.width, self.paper.height, shown, record)))

    def drawing(self, list_: DisplayList, x: float, y: float) -> None:
        """Put a whole display list on the page with its origin at (x, y)."""
        root, self._said = list_.root, None
        self._frames.append(Frame(f"{len(self._frames)}:{root.key}", x + root.x, y + root.y, list_.width, list_.height,
                                  root.frames, root.groups))  # fmt: skip

    def text(self, text: str, style: Type, x: float, y: float, wide: float, role: Role = Role.INK,
             most: int = setting.UNBOUNDED, align: float = 0.0, meaning: Meaning = Meaning.TEXT) -> float:  # fmt: skip
        """Set a wrapped text with its top at y; returns its height."""
        lines = setting.block(self.fonts, text, style, x, y, wide, role, most, align, meaning=meaning, words=True)
        self.group("text", lines)
        return len(lines) * style.leading

    def rich(self, pieces: Sequence[Piece], x: float, y: float, wide: float, most: int) -> float:
        """Set running text of several styles over at most `most` lines; returns its height."""
        lines = rich_lines(self.fonts, pieces, wide, most)
        leading = pieces[0].style.leading
        for place, line in enumerate(lines):
            baseline = y + place * leading + pieces[0].style.rise
            self.group("rich", [replace(part, x=part.x + x, y=baseline) for part in line])
        return len(lines) * leading

    def changed(self, change: Callable[[Primitive], Primitive]) -> Sheet:
        """The same page with each primitive of its texts and tables changed."""
        made = Sheet(self.fonts, self.paper, self.title, self.note)
        made.marks, made.homes, made._frames = list(self.marks), set(self.homes), list(self._frames)
        made.end, made.also = self.end, list(self.also)
        made._groups = [
            replace(placed, group=replace(placed.group, items=tuple(map(change, placed.group.items))))
            for placed in self._groups
        ]
        return made

    def followed(self, other: Sheet, down: float, note: str) -> Sheet:
        """This page with another one on it, so much further down than it stood, and a note for both."""
        made = self.changed(lambda item: item)
        made.note, made.end = note, None if other.end is None else other.end + down
        made.also += [(other.title, MARGIN + down), *((title, y + down) for title, y in other.also)]
        made.marks += [replace(mark, y=mark.y + down) for mark in other.marks]
        made.homes |= other.homes
        made._frames += [replace(frame, key=f"{len(self._frames)}:{frame.key}", y=frame.y + down)
                         for frame in other._frames]  # fmt: skip
        made._groups += [
            replace(
                placed, y=placed.y + down, group=replace(placed.group, key=f"{len(self._groups)}:{placed.group.key}")
            )
            for placed in other._groups
        ]
        return made

    def rule(self, x: float, y: float, wide: float) -> None:
        """A thin line across."""
        self.group("rule", [rule(x, y, wide)])

    @property
    def shortened(self) -> bool:
        """Whether there was not room for every text."""
        return any(LEFT_OUT in said.text for said in self.said())

    def said(self) -> tuple[Said, ...]:
        """Every line of text that stands on it now, drawings first."""
        if self._said is None:
            self._said = tuple(
                Said(placed, item, item.text)
                for placed in self.drawn().flat()
                for item in placed.group.items
                if isinstance(item, TextLine)
            )
        return self._said

    def drawings(self) -> Iterator[Placed]:
        """The groups of the drawings put on it, in the page's coordinates."""
        for frame in self._frames:
            yield from frame.flat()

    def drawn(self) -> DisplayList:
        """The page as it is now."""
        wide, high = self.paper.width, self.paper.height
        root = Frame("page", 0.0, 0.0, wide, high, tuple(self._frames), tuple(self._groups))
        return DisplayList(wide, high, root, self.title)


def balanced(fonts: FontBook, text: str, style: Type, wide: float, most: int) -> float:
    """The narrowest width in which a headline takes no more lines than in `wide`: no last line of one word."""
    count = len(setting.wrap(fonts, text, style.face, style.size, wide, most))
    low, high = wide / 2, wide
    while high - low > 4.0:
        middle = (low + high) / 2
        if len(setting.wrap(fonts, text, style.face, style.size, middle, most + 1)) <= count:
            high = middle
        else:
            low = middle
    return high


def rule(x: float, y: float, wide: float, role: Role = Role.LINE) -> Path:
    """A thin line across."""
    ends = (("M", x, y), ("L", x + wide, y))
    return Path(ends, stroke=role, stroke_width=WIDTH_OF_A_LINE, round_caps=False)


class _Chunk(NamedTuple):
    """A word, or as much of it as fits a line."""

    text: str
    piece: Piece
    broken: bool = False


def rich_lines(fonts: FontBook, pieces: Sequence[Piece], wide: float, most: int) -> list[list[TextLine]]:
    """Running text of several styles, wrapped; x is relative to the line, y nought."""
    lines: list[list[_Chunk]] = [[]]
    x = 0.0
    for piece in pieces:
        space = setting.width(fonts, " ", piece.style.face, piece.style.size)
        for word in words_of(piece.text):
            for chunk in _chunks(fonts, word.text, piece, wide):
                width = _width(fonts, chunk)
                gap = 0.0 if word.glued or not lines[-1] else space
                if lines[-1] and x + gap + width > wide:
                    lines.append([])
                    x = gap = 0.0
                lines[-1].append(chunk._replace(text=" " + chunk.text) if gap else chunk)
                x += gap + width
    if len(lines) > most:
        lines = lines[:most]
        lines[-1] = _left_out(fonts, lines[-1], wide)
    return [_set(fonts, line, wide) for line in lines if line]


def _left_out(fonts: FontBook, words: Sequence[_Chunk], wide: float) -> list[_Chunk]:
    """A last line with the sign for the words that follow it."""
    kept = [*words[: -1 if words[-1].broken else None], _Chunk(f" {LEFT_OUT}", words[-1].piece)]
    while len(kept) > 1 and sum(_width(fonts, chunk) for chunk in kept) > wide:
        del kept[-2]
    return kept


def _width(fonts: FontBook, chunk: _Chunk) -> float:
    return setting.width(fonts, chunk.text, chunk.piece.style.face, chunk.piece.style.size)


def _chunks(fonts: FontBook, word: str, piece: Piece, wide: float) -> list[_Chunk]:
    face, size = piece.style.face, piece.style.size
    if setting.width(fonts, word, face, size) <= wide:
        return [_Chunk(word, piece)]
    lines = setting.wrap(fonts, word, face, size, wide)
    return [_Chunk("".join(run.text for run in line.runs), piece, line.broken) for line in lines]


def _set(fonts: FontBook, words: Sequence[_Chunk], wide: float) -> list[TextLine]:
    made: list[TextLine] = []
    joined: list[_Chunk] = []
    for word in words:
        if joined and joined[-1].piece is word.piece:
            joined[-1] = word._replace(text=joined[-1].text + word.text)
        else:
            joined.append(word)
    x = 0.0
    for text, piece, broken in joined:
        laid = setting.line(fonts, text, piece.style.face, piece.style.size)
        too_wide = x + laid.width > wide + 0.5
        if too_wide:
            laid = setting.fitted(fonts, text, piece.style.face, piece.style.size, wide - x)
        made.append(TextLine(x, 0.0, piece.style.size, piece.role, laid.runs, laid.width,
                             broken=broken and not too_wide))  # fmt: skip
        x += laid.width
    return made
