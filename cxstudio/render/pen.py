"""Writes primitives as PDF operators."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import getFont
from reportlab.pdfbase.ttfonts import shapeStr
from reportlab.pdfgen.canvas import Canvas

from cxstudio.caches import cached
from cxstudio.layout.display.display_list import Gradient, Path, Picture, Primitive, Rect, Run, Segment, TextLine
from cxstudio.layout.text import complex_scripts as shaping
from cxstudio.layout.text.text_measuring import width
from cxstudio.look.fonts import FontBook
from cxstudio.look.palette import Palette, rgb
from cxstudio.look.roles import Role
from cxstudio.render.assets import Assets
from cxstudio.render.broken_words import BrokenWords
from cxstudio.render.colour import at_height
from cxstudio.render.pdf_fonts import pdf_font
from cxstudio.render.pdf_pictures import pdf_picture

_ELSEWHERE = "\0"
_PIECES = 6
"""A stroke with a gradient is drawn in so many pieces per curve."""


class Pen:
    """Draws primitives; remembers what colour and width are set, so that pages stay small."""

    def __init__(
        self,
        canvas: Canvas,
        palette: Palette,
        fonts: FontBook,
        assets: Assets | None,
    ) -> None:
        untyped: Any = canvas
        self._canvas = untyped
        self._code: list[str] = untyped._code
        self._palette = palette
        self._fonts = fonts
        self._assets = assets
        self._state: dict[str, object] = {}
        self._words = BrokenWords(self._code)

    def draw(self, item: Primitive, dx: float, dy: float) -> None:
        """Draw one primitive whose group stands at (dx, dy)."""
        if isinstance(item, TextLine):
            self._text(item, dx, dy)
        elif isinstance(item, Rect):
            self._rect(item, dx, dy)
        elif isinstance(item, Path):
            self._path(item, dx, dy)
        else:
            self._picture(item, dx, dy)

    def end_text(self) -> None:
        """What is drawn next is read apart from what was drawn before."""
        self._words.close()

    def _set(self, name: str, value: object, operator: str) -> None:
        if self._state.get(name) != value:
            self._state[name] = value
            self._code.append(operator)

    def _fill(self, colour: str) -> None:
        if self._state.get("fill") != colour:
            self._state["fill"] = colour
            self._code.append(_colour(colour) + " rg")

    def _stroke(self, colour: str, width: float, dash: tuple[float, ...], caps: bool) -> None:
        stroke = (colour, width, dash, caps)
        if self._state.get("pen") == stroke:
            return
        self._state["pen"] = stroke
        self._set("stroke", colour, _colour(colour) + " RG")
        self._set("width", width, f"{width:.5g} w")
        self._set("dash", dash, "[" + " ".join(f"{d:.5g}" for d in dash) + "] 0 d")
        self._set("caps", caps, "1 J 1 j" if caps else "0 J 0 j")

    def _opacity(self, value: float) -> None:
        if self._state.get("opacity", 1.0) != value:
            self._state["opacity"] = value
            self._canvas.setFillAlpha(value)

    def _rect(self, r: Rect, dx: float, dy: float) -> None:
        if r.fill is None and r.stroke is None:
            return
        self._opacity(r.fill_opacity)
        if r.fill is not None:
            self._fill(self._palette[r.fill])
        if r.stroke is not None:
            self._stroke(self._palette[r.stroke], r.stroke_width, r.dash, False)
        x, y = r.x + dx, -(r.y + dy) - r.height
        if r.radius <= 0:
            self._code.append(
                f"{x:.5g} {y:.5g} {r.width:.5g} {r.height:.5g} re"
                if max(abs(x), abs(y)) < 9999
                else f"{x:.2f} {y:.2f} {r.width:.2f} {r.height:.2f} re"
            )
        else:
            self._round(x, y, r.width, r.height, min(r.radius, r.width / 2, r.height / 2))
        self._code.append(_paint(r.fill is not None, r.stroke is not None))

    def _round(self, x: float, y: float, w: float, h: float, r: float) -> None:
        k = r * 0.4477
        right, top = x + w, y + h
        self._code.append(
            f"{x + r:.2f} {y:.2f} m {right - r:.2f} {y:.2f} l "
            f"{right - k:.2f} {y:.2f} {right:.2f} {y + k:.2f} {right:.2f} {y + r:.2f} c {right:.2f} {top - r:.2f} l "
            f"{right:.2f} {top - k:.2f} {right - k:.2f} {top:.2f} {right - r:.2f} {top:.2f} c {x + r:.2f} {top:.2f} l "
            f"{x + k:.2f} {top:.2f} {x:.2f} {top - k:.2f} {x:.2f} {top - r:.2f} c {x:.2f} {y + r:.2f} l "
            f"{x:.2f} {y + k:.2f} {x + k:.2f} {y:.2f} {x + r:.2f} {y:.2f} c h"
        )

    def _path(self, p: Path, dx: float, dy: float) -> None:
        if p.gradient is not None and p.stroke is not None:
            self._stroke_gradient(p, p.gradient, dx, dy)
            return
        if p.gradient is not None:
            self._fill_gradient(p, p.gradient, dx, dy)
            return
        if p.fill is None and p.stroke is None:
            return
        self._opacity(p.fill_opacity)
        if p.fill is not None:
            self._fill(self._palette[p.fill])
        if p.stroke is not None:
            self._stroke(self._palette[p.stroke], p.stroke_width, p.dash, p.round_caps)
        self._code.append(_written(p.segments, dx, dy))
        self._code.append(_paint(p.fill is not None, p.stroke is not None))

    def _fill_gradient(self, p: Path, gradient: Gradient, dx: float, dy: float) -> None:
        self._opacity(p.fill_opacity)
        self._code.append("q")
        self._code.append(_written(p.segments, dx, dy) + " W n")
        colours = [HexColor(self._palette[role]) for _, role in gradient.stops]
        self._canvas.linearGradient(
            0, -(gradient.top + dy), 0, -(gradient.bottom + dy), colours, [s for s, _ in gradient.stops]
        )
        self._code.append("Q")

    def _stroke_gradient(self, p: Path, gradient: Gradient, dx: float, dy: float) -> None:
        at: _Point = (0.0, 0.0)
        for segment in p.segments:
            if segment[0] == "C":
                numbers = segment[1:]
                for part in _quartered(at, numbers):
                    colour = at_height(gradient, (part[0][1] + part[3][1]) / 2, self._palette)
                    self._stroke(colour, p.stroke_width, p.dash, p.round_caps)
                    cubic: tuple[Segment, ...] = (("M", *part[0]), ("C", *part[1], *part[2], *part[3]))
                    self._code.append(_written(cubic, dx, dy) + " S")
            elif segment[0] == "L":
                colour = at_height(gradient, (at[1] + _end(segment)[1]) / 2, self._palette)
                self._stroke(colour, p.stroke_width, p.dash, p.round_caps)
                self._code.append(_written((("M", *at), segment), dx, dy) + " S")
            if segment[0] != "Z":
                at = _end(segment)

    def _text(self, t: TextLine, dx: float, dy: float) -> None:
        self._opacity(1.0)
        self._fill(self._palette[t.role])
        if not t.broken and not self._words.open:
            for run in t.runs:
                self._run(run, t.size, t.x + dx + run.x, -(t.y + dy))
            return
        for piece in self._words.pieces(t, lambda run, text: width(self._fonts, text, run.font, t.size)):
            with self._words.around(piece):
                self._run(piece.run, t.size, t.x + dx + piece.run.x, -(t.y + dy))

    def _run(self, run: Run, size: float, x: float, y: float) -> None:
        name = pdf_font(self._fonts.face(run.font))
        if shaping.needed(run.text):
            laid = self._canvas.beginText(x, y)
            laid.setFont(name, size)
            laid.textOut(shapeStr(run.text.replace("\u00a0", " "), name, size))
            self._canvas.drawText(laid)
        else:
            self._code.append(f"BT 1 0 0 1 {x:.2f} {y:.2f} Tm {self._shown(run.text, name, size)} ET")

    def _shown(self, text: str, name: str, size: float) -> str:
        """The operators that show a text in an embedded font, which may be cut into several subsets."""
        document = self._canvas._doc
        codes = _codes(document, name)
        one = text.translate(codes)
        if _ELSEWHERE not in one:
            return f"{codes.called} {size:.4g} Tf <{one}> Tj"
        font: Any = getFont(name)
        return " ".join(
            f"{font.getSubsetInternalName(subset, document)} {size:.4g} Tf <{codes.hex()}> Tj"
            for subset, codes in font.splitString(text, document)
        )

    def _picture(self, p: Picture, dx: float, dy: float) -> None:
        self._opacity(1.0)
        shown = pdf_picture(self._assets.get(p.asset)) if self._assets is not None else None
        if shown is None:
            self._rect(Rect(p.x, p.y, p.width, p.height, fill=Role.OKAY_GROUND), dx, dy)
            return
        place = (p.x + dx, -(p.y + dy) - p.height, p.width, p.height)
        self._canvas.drawImage(shown, *place, mask="auto", preserveAspectRatio=True)


class _Codes(dict[int, str]):
    """Character → its code in the first subset of a font in one file, as hexadecimal digits; or a sign that it is not.

    Asked for one by one, in the order in which they are drawn: the font gives codes in that order.
    """

    def __init__(self, document: Any, name: str) -> None:
        super().__init__()
        self._document, self._font = document, cast("Any", getFont(name))
        self.called: str = self._font.getSubsetInternalName(0, document)

    def __missing__(self, code: int) -> str:
        ((subset, byte),) = self._font.splitString(chr(code), self._document)
        self[code] = _ELSEWHERE if subset else byte.hex()
        return self[code]


def _codes(document: Any, name: str) -> _Codes:
    """Those of a file, kept with it: asking the font for each run takes as long as all else about a text."""
    known: dict[str, _Codes] = vars(document).setdefault("_codes_of_fonts", {})
    if name not in known:
        known[name] = _Codes(document, name)
    return known[name]


def _end(segment: Any) -> tuple[float, float]:
    return (segment[-2], segment[-1])


def _paint(fill: bool, stroke: bool) -> str:
    return "B" if fill and stroke else "f" if fill else "S"


def _written(segments: Sequence[Segment], dx: float, dy: float) -> str:
    numbers: list[float] = []
    for segment in segments:
        if len(segment) == 3:
            _, x, y = segment
            numbers += (x + dx, -(y + dy))
        elif len(segment) == 7:
            _, a, b, c, d, x, y = segment
            numbers += (a + dx, -(b + dy), c + dx, -(d + dy), x + dx, -(y + dy))
    return _form(tuple(segment[0] for segment in segments)) % tuple(numbers)


@cached(1024)
def _form(letters: tuple[str, ...]) -> str:
    """The operators of a path, with places for its numbers."""
    return " ".join(_OPERATORS[letter] for letter in letters)


_OPERATORS = {"M": "%.2f %.2f m", "L": "%.2f %.2f l", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c", "Z": "h"}


@cached(256)
def _colour(colour: str) -> str:
    return "{:.4g} {:.4g} {:.4g}".format(*rgb(colour))


_Point = tuple[float, float]


def _quartered(start: _Point, numbers: Any) -> list[tuple[_Point, _Point, _Point, _Point]]:
    """A cubic curve in short pieces."""
    a, b, c = (numbers[0], numbers[1]), (numbers[2], numbers[3]), (numbers[4], numbers[5])
    rest = (start, a, b, c)
    pieces = []
    for k in range(_PIECES, 1, -1):
        head, rest = _split(rest, 1 / k)
        pieces.append(head)
    return [*pieces, rest]


def _split(q: tuple[_Point, _Point, _Point, _Point], t: float) -> tuple[Any, Any]:
    def mid(a: _Point, b: _Point) -> _Point:
        return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)

    ab, bc, cd = mid(q[0], q[1]), mid(q[1], q[2]), mid(q[2], q[3])
    abc, bcd = mid(ab, bc), mid(bc, cd)
    at = mid(abc, bcd)
    return (q[0], ab, abc, at), (at, bcd, cd, q[3])
