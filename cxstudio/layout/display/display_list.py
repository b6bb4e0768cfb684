"""The display list: what stands where, in points, with roles instead of colours.

A tree of frames with their own origins; at its leaves immutable groups in local coordinates. x grows to
the right, y downward. One point is one pixel at 100 % on screen and 1/72 inch on paper. Every medium draws
the same list: `render` for PDF and SVG, `ui.canvas` for the window.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntFlag, StrEnum
from typing import Union

from cxstudio.look.roles import Role
from cxstudio.model import Id


class Detail(IntFlag):
    """At which zoom a primitive is drawn."""

    FAR = 1
    MIDDLE = 2
    NEAR = 4
    ALL = 7


class Meaning(StrEnum):
    """What a reader of the page is told a primitive is."""

    DECORATION = "decoration"
    TEXT = "text"
    TITLE = "title"
    """What a page or a section is about; headings stand below it."""
    HEADING = "heading"
    HEADER_CELL = "header_cell"
    """Says what a column holds."""
    ROW_HEADER = "row_header"
    """Says what a row is about."""
    CELL = "cell"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, possibly rounded; fill and stroke are roles or None."""

    x: float
    y: float
    width: float
    height: float
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 1.0
    radius: float = 0.0
    dash: tuple[float, ...] = ()
    fill_opacity: float = 1.0
    detail: Detail = Detail.ALL
    meaning: Meaning = Meaning.DECORATION
    alternative: str = ""


Segment = Union[
    tuple[str, float, float],  # ("M"|"L", x, y)
    tuple[str, float, float, float, float, float, float],  # ("C", x1, y1, x2, y2, x, y)
    tuple[str],  # ("Z",)
]


@dataclass(frozen=True, slots=True)
class Gradient:
    """A vertical gradient between two heights of the path's frame; stops are (0…1, role)."""

    top: float
    bottom: float
    stops: tuple[tuple[float, Role], ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Lines and cubic curves; `gradient` replaces the stroke's role (or the fill's, when there is no stroke)."""

    segments: tuple[Segment, ...]
    fill: Role | None = None
    stroke: Role | None = None
    stroke_width: float = 1.0
    dash: tuple[float, ...] = ()
    gradient: Gradient | None = None
    fill_opacity: float = 1.0
    round_caps: bool = True
    detail: Detail = Detail.ALL
    meaning: Meaning = Meaning.DECORATION
    alternative: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line set in one font: `font` names a face of `look.fonts`, `x` is relative to the line."""

    font: str
    text: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of text; (x, y) is the left end of its baseline."""

    x: float
    y: float
    size: float
    role: Role
    runs: tuple[Run, ...]
    width: float
    detail: Detail = Detail.ALL
    meaning: Meaning = Meaning.TEXT
    link: Id | None = None
    """A record told of elsewhere in the document, to which the line leads."""
    broken: bool = False
    """Ends within a word, in a hyphen that belongs to the break and not to the text."""
    page: float | None = None
    """Room for the number of the page it leads to, which only the finished document knows: at its left end (0) or its
    right end (1)."""

    @property
    def text(self) -> str:
        """The line as plain text."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image from the asset store, as large as fits whole into the middle of the box."""

    x: float
    y: float
    width: float
    height: float
    asset: str
    alternative: str = ""
    detail: Detail = Detail.ALL
    meaning: Meaning = Meaning.FIGURE


Primitive = Rect | Path | TextLine | Picture


@dataclass(frozen=True, slots=True)
class Group:
    """The primitives of one record (or one header, one piece of a curve), in local coordinates.

    The same object stands in two display lists when nothing in it changed.
    """

    key: str
    """Unique in its display list, for example "card:<touchpoint id>"."""
    width: float
    height: float
    items: tuple[Primitive, ...]
    record: Id | None = None
    """The record a click here selects."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A group with its origin in the enclosing frame."""

    x: float
    y: float
    group: Group


@dataclass(frozen=True, slots=True)
class Frame:
    """A region with its own origin in the enclosing frame."""

    key: str
    x: float
    y: float
    width: float
    height: float
    frames: tuple[Frame, ...] = ()
    groups: Sequence[Placed] = ()

    def flat(self, dx: float = 0.0, dy: float = 0.0) -> Iterator[Placed]:
        """All groups below this frame with origins in the coordinates outside it, painting order first to last."""
        waiting = [(self, dx, dy)]
        while waiting:
            frame, dx, dy = waiting.pop()
            x, y = dx + frame.x, dy + frame.y
            for placed in frame.groups:
                yield Placed(x + placed.x, y + placed.y, placed.group)
            waiting.extend((inner, x, y) for inner in reversed(frame.frames))


@dataclass(frozen=True, slots=True)
class DisplayList:
    """A whole picture: its size and the frame at its root."""

    width: float
    height: float
    root: Frame
    title: str = ""

    def flat(self) -> Iterator[Placed]:
        """All groups with absolute origins."""
        return self.root.flat()
