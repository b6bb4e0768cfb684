"""What a document says: values that any medium can set, on pages, slides or a screen.

Nothing here knows how large anything stands: widths are shares, texts have a style, colours a role. A drawing alone
is made for the room it gets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from cxstudio.layout.charts.chart_values import ChartValues
from cxstudio.layout.display.display_list import DisplayList
from cxstudio.layout.text.text_measuring import UNBOUNDED
from cxstudio.look.fonts import FontBook
from cxstudio.look.roles import Role


class Style(Enum):
    """How a text in a cell is set off from others."""

    PLAIN = "plain"
    STRONG = "strong"
    FIGURE = "figure"
    SMALL = "small"
    LABEL = "label"
    RUNNING = "running"
    """As large as a paragraph."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text of its own: a paragraph of a cell, a figure."""

    text: str
    style: Style = Style.PLAIN
    role: Role = Role.INK
    most: int = UNBOUNDED
    """Lines it may take: only on a page that has to hold everything; tables grow over as many pages as they need."""
    number: str = ""
    """Stands ahead of the text, which hangs behind it."""
    about: str | None = None
    """A record it names, to whose row it leads; on paper the number of that page stands behind it."""


Cell = tuple[Text, ...]


def cell(text: str, style: Style = Style.PLAIN, role: Role = Role.INK, most: int = UNBOUNDED) -> Cell:
    """A cell of one text; empty without text."""
    return (Text(text, style, role, most),) if text else ()


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a part of a section; `record` is what that part is about."""

    text: str
    record: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; `about` is a record it names, to whose row it leads, with the number of that page behind it."""

    text: str
    role: Role = Role.INK
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table."""

    title: str
    share: float = 0.0
    """Of the table's width; columns without one divide what the others leave."""
    align: float = 0.0
    """0 left, 0.5 middle, 1 right."""
    under: int | None = None
    """Place of the column whose cells take up this one's, below its title, where there is little room."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row; `record` is what a click on it would select."""

    cells: tuple[Cell, ...]
    record: str | None = None


class Spacing(Enum):
    """How much room a table gives its rows."""

    LIST = "list"
    """Names with a figure."""
    CLOSE = "close"
    USUAL = "usual"
    ROOMY = "roomy"
    STRIPED = "striped"
    """Many columns; a ground on every second row."""
    LARGE = "large"
    """Large type too."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows below headings."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    title: str = ""
    spacing: Spacing = Spacing.USUAL
    empty: str = ""
    """Said instead where there are no rows."""
    onward: bool = False
    """Whether its rows say on which page more is told of what they are about."""
    home: bool = False
    """Whether what names a record leads to its row here, wherever else is told of it."""


class Room(NamedTuple):
    """What a drawing is made for: points, and fonts to measure its words with."""

    width: float
    height: float
    """To fill."""
    most: float
    """Height it must not exceed."""
    fonts: FontBook


Draw = Callable[[Room], Sequence[DisplayList]]
"""Gives a picture for every page it takes."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing, or why there is none."""

    draw: Draw | None
    width: float = 1.0
    """Share of a page; two halves stand side by side where there is room."""
    height: float | None = None
    """Share of a page; None: as many pages as it takes."""
    title: str = ""
    missing: str = ""
    """Said below the title where nothing can be drawn."""
    values: ChartValues | None = None
    """The same figures for a medium that has charts of its own."""
    brief: Draw | None = None
    """The same with less in it, for a medium with little room."""


@dataclass(frozen=True, slots=True)
class Fact:
    """A label, a figure or sentence, and what stands below it."""

    label: str
    figure: str = ""
    note: str = ""
    sentence: str = ""
    unknown: str = ""
    """Said instead where nobody entered one."""
    share: float = 0.0
    """Of the width, where facts stand side by side."""
    field: str = ""
    """Field of the report's settings somebody writes it in; empty where it is worked out."""
    written: str = ""
    """What stands in that field."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What is asked for, of whom and until when, and the facts it rests on; without facts nothing is asked for yet."""

    label: str
    request: str
    whom: str = ""
    facts: tuple[Fact, ...] = ()
    asked: str = ""
    """The part of the request that can be written anew."""


@dataclass(frozen=True, slots=True)
class Strengths:
    """What is to be kept, each with its figure."""

    title: str
    points: tuple[tuple[str, Text], ...] = ()


Block = Heading | Paragraph | Table | Figure


@dataclass(frozen=True, slots=True)
class Section:
    """A headline and what it stands above, over as many pages as that takes."""

    headline: str
    blocks: tuple[Block, ...] = ()
    lead: str = ""
    """One or two sentences below the headline."""
    note: str = ""
    """What the foot of its pages says beside the words of the whole document."""
    again: str = ""
    """The headline on the pages it goes on on; without one it is repeated."""
    place: str = ""
    """What leads to its first page."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A finding and what to decide, on one page: texts are shortened where there is little room."""

    title: str
    about: str
    headline: str
    decision: Decision
    table: Table
    strengths: Strengths
    facts: tuple[Fact, ...]
    basis: Fact
    question: str = ""
    """What the project asks."""
    views: str = ""
    """What each view holds for the worst, where both were asked."""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Missing:
    """Why a section has nothing to show; without a reason nobody would miss it."""

    reason: str = ""
