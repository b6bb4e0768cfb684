"""Draws a display list on a PDF page. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from reportlab.pdfgen.canvas import Canvas

from cxstudio.layout.display.display_list import DisplayList, Path, Picture, Placed, Primitive, Rect, TextLine
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.palette import Palette
from cxstudio.render.assets import Assets
from cxstudio.render.pdf_fonts import prepare
from cxstudio.render.pen import Pen
from cxstudio.render.reading import CELLS, Part, Stretch, part_of, stretches
from cxstudio.render.tagging import Box, Element, Leading, Link, TaggedCanvas


def draw(
    canvas: Canvas,
    picture: DisplayList,
    palette: Palette,
    x: float,
    y: float,
    scale: float = 1.0,
    assets: Assets | None = None,
    fonts: FontBook | None = None,
    link: Link | None = None,
    decoration: bool = False,
    tagged: bool = True,
    within: Box | None = None,
) -> None:
    """Draw a list with its top left corner at (x, y) of the page, y counted upward from the page's bottom.

    On a TaggedCanvas the list's meanings become structure, and lines that lead to a record can be clicked: `link` says
    where it is told of. `decoration` says that nothing in the list is to be read (page numbers, repeated headers), and
    without `tagged` it is drawn alone: in something that already is an element. What stands outside of `within`, a box
    of the list's own units with y downward, is left out.
    """
    prepare(fonts)
    pen = Pen(canvas, palette, fonts or font_book(), assets)
    tags = _Tags(canvas, decoration, link) if tagged and isinstance(canvas, TaggedCanvas) else None
    canvas.saveState()
    canvas.transform(scale, 0, 0, scale, x, y)
    for placed in picture.flat():
        if within is not None and not _meets(placed, within):
            continue
        if tags is None:
            for item in placed.group.items:
                pen.draw(item, placed.x, placed.y)
            pen.end_text()
        else:
            tags.draw(pen, placed)
    canvas.restoreState()


class _Tags:
    """Wraps what is drawn in the elements a reader meets."""

    def __init__(self, canvas: TaggedCanvas, decoration: bool, link: Link | None) -> None:
        self._canvas = canvas
        self._decoration = decoration
        self._link = link

    def draw(self, pen: Pen, placed: Placed) -> None:
        """Draw a group, stretch by stretch; one with cells is a row of a table."""
        items = placed.group.items
        if self._decoration:
            if items:
                self._said_nothing(pen, items, placed)
            return
        row = _Row(self._canvas) if any(part_of(item) in CELLS for item in items) else None
        for stretch in stretches(items):
            if stretch.part is Part.DECORATION:
                self._said_nothing(pen, stretch.items, placed)
                continue
            element = row.element(stretch) if row is not None else self._element(stretch)
            if element.tag == "Figure":
                element.box = self._canvas.on_page(_around(stretch.items, placed))
            for target, some in self._led(stretch.items):
                inside = element if target is None else _child(element, "Link")
                with self._canvas.content(inside):
                    self._items(pen, some, placed)
                if target is not None:
                    for item in some:
                        self._canvas.lead(inside, _around([item], placed), target)

    def _said_nothing(self, pen: Pen, items: Sequence[Primitive], placed: Placed) -> None:
        with self._canvas.decoration():
            self._items(pen, items, placed)

    def _items(self, pen: Pen, items: Sequence[Primitive], placed: Placed) -> None:
        for item in items:
            pen.draw(item, placed.x, placed.y)
        pen.end_text()

    def _led(self, items: Sequence[Primitive]) -> Iterator[tuple[Leading | None, list[Primitive]]]:
        """What is drawn one after the other and leads to the same place, or nowhere."""

        link = self._link
        if link is None or all(not isinstance(item, TextLine) or item.link is None for item in items):
            yield None, list(items)
            return

        def target(item: Primitive) -> Leading | None:
            return link(item.link) if isinstance(item, TextLine) and item.link is not None and item.runs else None

        for leading, some in groupby(items, target):
            yield leading, list(some)

    def _element(self, stretch: Stretch) -> Element:
        match stretch.part:
            case Part.FIGURE:
                return self._canvas.element("Figure", stretch.alternative)
            case Part.TITLE:
                return self._canvas.heading(1)
            case Part.HEADING:
                return self._canvas.heading(2)
            case _:
                return self._canvas.element("P")


class _Row:
    """The cells of one row; what is none itself belongs to the cell before it."""

    def __init__(self, canvas: TaggedCanvas) -> None:
        self._row = canvas.row()
        self._cell: Element | None = None

    def element(self, stretch: Stretch) -> Element:
        """The element a stretch of the row is drawn in."""
        if stretch.part is Part.FIGURE:
            figure = _child(_child(self._row, "TD"), "Figure")
            figure.alternative = stretch.alternative
            return figure
        if stretch.part in CELLS or self._cell is None:
            self._cell = _child(self._row, "TH" if stretch.part in _SCOPES else "TD")
            self._cell.scope = _SCOPES.get(stretch.part, "")
        return self._cell


_EDGE = 12.0

_SCOPES = {Part.HEADER_CELL: "Column", Part.ROW_HEADER: "Row"}


def _child(parent: Element, tag: str) -> Element:
    made = Element(tag)
    parent.parts.append(made)
    return made


def _around(items: Sequence[Primitive], placed: Placed) -> Box:
    """The least box, y upward, in which the primitives of a group stand."""
    boxes = [_box(item) for item in items]
    return (placed.x + min(b[0] for b in boxes), -placed.y - max(b[3] for b in boxes),
            placed.x + max(b[2] for b in boxes), -placed.y - min(b[1] for b in boxes))  # fmt: skip


def _meets(placed: Placed, box: Box) -> bool:
    """Whether a group has anything in a box, y downward; strokes are thinner than the edge it is given."""
    if not placed.group.items:
        return False
    left, bottom, right, top = _around(placed.group.items, placed)
    return left - _EDGE < box[2] and right + _EDGE > box[0] and -top - _EDGE < box[3] and -bottom + _EDGE > box[1]


def _box(item: Primitive) -> Box:
    """Left, top, right and bottom of a primitive in its group, y downward."""
    match item:
        case TextLine():
            return item.x, item.y - item.size, item.x + item.width, item.y + 0.3 * item.size
        case Rect() | Picture():
            return item.x, item.y, item.x + item.width, item.y + item.height
        case Path():
            at = [numbers for segment in item.segments if (numbers := segment[1:])]
            across = [x for numbers in at for x in numbers[::2]]
            down = [y for numbers in at for y in numbers[1::2]]
            return min(across), min(down), max(across), max(down)
