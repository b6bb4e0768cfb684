"""Draws a display list on a PDF page. Decides nothing."""

from __future__ import annotations

from collections.abc import Callable

from reportlab.pdfgen.canvas import Canvas

from cxstudio.layout.display.display_list import DisplayList, Placed
from cxstudio.look.fonts import FontBook, font_book
from cxstudio.look.palette import Palette
from cxstudio.model import Id
from cxstudio.render.assets import Assets
from cxstudio.render.pdf_fonts import prepare
from cxstudio.render.pen import Pen
from cxstudio.render.reading import Part, Stretch, stretches
from cxstudio.render.tagging import Element, TaggedCanvas


def draw(
    canvas: Canvas,
    picture: DisplayList,
    palette: Palette,
    x: float,
    y: float,
    scale: float = 1.0,
    assets: Assets | None = None,
    fonts: FontBook | None = None,
    link: Callable[[Id], str | None] | None = None,
    decoration: bool = False,
) -> None:
    """Draw a list with its top left corner at (x, y) of the page, y counted upward from the page's bottom.

    `link` names the bookmark a record's primitives lead to. On a TaggedCanvas the list's meanings become
    structure; `decoration` says that nothing in it is to be read (page numbers, repeated headers).
    """
    prepare(fonts)
    pen = Pen(canvas, palette, fonts or font_book(), assets, link)
    tags = _Tags(canvas, decoration) if isinstance(canvas, TaggedCanvas) else None
    canvas.saveState()
    canvas.transform(scale, 0, 0, scale, x, y)
    for placed in picture.flat():
        if tags is None:
            for item in placed.group.items:
                pen.draw(item, placed.x, placed.y)
            pen.end_text()
        else:
            tags.draw(pen, placed)
    canvas.restoreState()


class _Tags:
    """Wraps what is drawn in the elements a reader meets."""

    def __init__(self, canvas: TaggedCanvas, decoration: bool) -> None:
        self._canvas = canvas
        self._decoration = decoration
        self._headings = 0

    def draw(self, pen: Pen, placed: Placed) -> None:
        """Draw a group, stretch by stretch."""
        row = None
        for stretch in stretches(placed.group.items):
            if self._decoration or stretch.part is Part.DECORATION:
                inside = self._canvas.decoration()
            else:
                if stretch.part in (Part.CELL, Part.HEADER_CELL):
                    row = row or self._canvas.row()
                inside = self._canvas.content(self._element(stretch, row))
            with inside:
                for item in stretch.items:
                    pen.draw(item, placed.x, placed.y)
                pen.end_text()

    def _element(self, stretch: Stretch, row: Element | None) -> Element:
        if row is not None and stretch.part in (Part.CELL, Part.HEADER_CELL):
            cell = Element("TH" if stretch.part is Part.HEADER_CELL else "TD")
            row.children.append(cell)
            return cell
        if stretch.part is Part.FIGURE:
            return self._canvas.element("Figure", stretch.alternative)
        if stretch.part is Part.HEADING:
            self._headings += 1
            return self._canvas.element("H1" if self._headings == 1 else "H2")
        return self._canvas.element("P")
