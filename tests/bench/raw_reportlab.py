"""Pages drawn by reportlab alone: the same runs in the same embedded fonts, boxes and paths, already laid out.

No structure for readers, links, outline or gradients; colours, widths and fonts are set only where they change. What
the program does besides, from the figures to where each line stands, is what the bench measures.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from cxstudio.layout.display.display_list import DisplayList, Path, Primitive, Rect, TextLine
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.render.pdf_fonts import pdf_font, prepare

Flat = list[tuple[float, float, Primitive]]
"""The primitives of a page with the origins of their groups."""


def flattened(pages: Sequence[Sequence[DisplayList]]) -> list[Flat]:
    """The primitives of each page; a page may be several lists above each other."""
    return [
        [(placed.x, placed.y, item) for picture in page for placed in picture.flat() for item in placed.group.items]
        for page in pages
    ]


class _Raw:
    """One file."""

    def __init__(self, size: tuple[float, float], palette: Palette, fonts: FontBook) -> None:
        self.out = io.BytesIO()
        named = prepare(fonts)
        self.canvas = Canvas(
            self.out,
            pagesize=size,
            invariant=1,
            pageCompression=1,
            initialFontName=named,  # type: ignore[arg-type]
        )
        self.height = size[1]
        self._colours = {role: HexColor(palette[role]) for role in Role}
        self._fonts = {name: pdf_font(fonts.face(name)) for name in ("regular", "semibold", "bold", "italic")}
        self._set: dict[str, object] = {}

    def page(self, items: Flat) -> None:
        self._set = {}
        for dx, dy, item in items:
            if isinstance(item, TextLine):
                self._text(item, dx, dy)
            elif isinstance(item, Rect):
                self._rect(item, dx, dy)
            elif isinstance(item, Path):
                self._path(item, dx, dy)
        self.canvas.showPage()

    def _changed(self, name: str, value: object) -> bool:
        if value is None or self._set.get(name) == value:
            return False
        self._set[name] = value
        return True

    def _ink(self, fill: Role | None, stroke: Role | None, width: float, dash: tuple[float, ...]) -> None:
        if fill is not None and self._changed("fill", fill):
            self.canvas.setFillColor(self._colours[fill])
        if stroke is None:
            return
        if self._changed("stroke", stroke):
            self.canvas.setStrokeColor(self._colours[stroke])
        if self._changed("width", width):
            self.canvas.setLineWidth(width)
        if self._changed("dash", dash):
            self.canvas.setDash(list(dash))

    def _text(self, line: TextLine, dx: float, dy: float) -> None:
        self._ink(line.role, None, 0.0, ())
        for run in line.runs:
            font = (self._fonts[run.font], line.size)
            if self._changed("font", font):
                self.canvas.setFont(*font)
            self.canvas.drawString(line.x + dx + run.x, self.height - line.y - dy, run.text)

    def _rect(self, r: Rect, dx: float, dy: float) -> None:
        self._ink(r.fill, r.stroke, r.stroke_width, r.dash)
        box = (r.x + dx, self.height - r.y - dy - r.height, r.width, r.height)
        shown = {"stroke": r.stroke is not None, "fill": r.fill is not None}
        if r.radius:
            self.canvas.roundRect(*box, r.radius, **shown)
        else:
            self.canvas.rect(*box, **shown)

    def _path(self, p: Path, dx: float, dy: float) -> None:
        self._ink(p.fill, p.stroke, p.stroke_width, p.dash)
        drawn, top = self.canvas.beginPath(), self.height - dy
        for segment in p.segments:
            match segment:
                case ("M", x, y):
                    drawn.moveTo(x + dx, top - y)
                case ("L", x, y):
                    drawn.lineTo(x + dx, top - y)
                case ("C", a, b, c, d, x, y):
                    drawn.curveTo(a + dx, top - b, c + dx, top - d, x + dx, top - y)
                case _:
                    drawn.close()
        self.canvas.drawPath(drawn, stroke=p.stroke is not None, fill=p.fill is not None)


def raw_pdf(pages: Sequence[Flat], size: tuple[float, float], palette: Palette, fonts: FontBook) -> bytes:
    """The pages as a file."""
    raw = _Raw(size, palette, fonts)
    for items in pages:
        raw.page(items)
    raw.canvas.save()
    return raw.out.getvalue()
