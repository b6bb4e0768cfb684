"""Draws a display list as a standalone SVG. Text stays text, held to its measured width."""

from __future__ import annotations

import base64
from collections.abc import Iterable
from typing import Final

from cxstudio.files.pictures import inside_picture, kind_of
from cxstudio.layout.display.display_list import (
    DisplayList,
    Gradient,
    Path,
    Picture,
    Placed,
    Primitive,
    Rect,
    Segment,
    TextLine,
)
from cxstudio.look.fonts import FAMILY, OWN_FACES, FontBook, font_book
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.plain_text import xml_text
from cxstudio.render.assets import Assets
from cxstudio.render.svg_fonts import WEIGHTS, font_faces, used_characters

_FALLBACK = (
    "'Source Sans 3','Segoe UI','Helvetica Neue',Arial,'Noto Sans','Noto Sans CJK KR','Malgun Gothic',sans-serif"
)
_ESCAPED: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_ESCAPED_IN_QUOTES: Final = _ESCAPED | str.maketrans({'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
_MEDIA_TYPES = {"PNG": "image/png", "JPEG": "image/jpeg"}


def svg(
    picture: DisplayList,
    palette: Palette,
    assets: Assets | None = None,
    margin: float = 0.0,
    fonts: FontBook | None = None,
) -> str:
    """The list as an SVG document on the palette's surface, with the parts of the fonts it uses."""
    writer = _Writer(palette, assets)
    body = "".join(writer.group(p) for p in picture.flat())
    w, h = picture.width + 2 * margin, picture.height + 2 * margin
    faces = font_faces(fonts or font_book(), used_characters(picture))
    title = f"<title>{escape(xml_text(picture.title))}</title>" if picture.title else ""
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
        f'width="{_n(w)}" height="{_n(h)}" '
        f'viewBox="{_n(-margin)} {_n(-margin)} {_n(w)} {_n(h)}" role="img">{title}'
        f"<defs><style>{faces}</style>{writer.definitions()}</defs>"
        f'<rect x="{_n(-margin)}" y="{_n(-margin)}" width="{_n(w)}" height="{_n(h)}" fill="{palette[Role.SURFACE]}"/>'
        f'<g font-family={_families(FAMILY)} style="font-kerning:none;font-variant-ligatures:none" '
        f'xml:space="preserve">\n{body}</g></svg>\n'
    )


def inline_svg(picture: DisplayList, palette: Palette, assets: Assets | None, prefix: str, alternative: str) -> str:
    """The list as an element of an HTML page that carries the fonts; `prefix` keeps its ids apart from others'."""
    writer = _Writer(palette, assets, prefix)
    body = "".join(writer.group(placed) for placed in picture.flat())
    wide, high = _n(picture.width), _n(picture.height)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{wide}" '
        f'height="{high}" viewBox="0 0 {wide} {high}" role="img" aria-label={quoteattr(xml_text(alternative))}>'
        f"<defs>{writer.definitions()}</defs>"
        f'<g font-family={_families(FAMILY)} style="font-kerning:none;font-variant-ligatures:none" '
        f'xml:space="preserve">\n{body}</g></svg>\n'
    )


def escape(text: str) -> str:
    """Text as it stands between two tags. (`xml.sax.saxutils` would load a web client along with it.)"""
    return text.translate(_ESCAPED)


def quoteattr(text: str) -> str:
    """Text as the value of an attribute, in quotation marks."""
    return '"' + text.translate(_ESCAPED_IN_QUOTES) + '"'


class _Writer:
    """Writes primitives; gathers the gradients they use."""

    def __init__(self, palette: Palette, assets: Assets | None, prefix: str = "") -> None:
        self._palette = palette
        self._assets = assets
        self._prefix = prefix
        self._gradients: dict[Gradient, str] = {}

    def group(self, placed: Placed) -> str:
        items = "".join(self._item(item) for item in placed.group.items)
        if not items:
            return ""
        key = quoteattr(self._prefix + placed.group.key)
        return f'<g id={key} transform="translate({_n(placed.x)} {_n(placed.y)})">{items}</g>\n'

    def definitions(self) -> str:
        made = []
        for gradient, name in self._gradients.items():
            stops = "".join(
                f'<stop offset="{_n(at)}" stop-color="{self._palette[role]}"/>' for at, role in gradient.stops
            )
            made.append(
                f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="0" x2="0" '
                f'y1="{_n(gradient.top)}" y2="{_n(gradient.bottom)}">{stops}</linearGradient>'
            )
        return "".join(made)

    def _item(self, item: Primitive) -> str:
        if isinstance(item, TextLine):
            return self._text(item)
        if isinstance(item, Rect):
            return self._rect(item)
        if isinstance(item, Path):
            return self._path(item)
        return self._picture(item)

    def _text(self, t: TextLine) -> str:
        return "".join(
            f'<text x="{_n(t.x + run.x)}" y="{_n(t.y)}" font-size="{_n(t.size)}"{_face(run.font)} '
            f'fill="{self._palette[t.role]}" textLength="{_n(run.width)}" lengthAdjust="spacingAndGlyphs">'
            f"{escape(xml_text(run.text))}</text>"
            for run in t.runs
            if run.text.strip()
        )

    def _rect(self, r: Rect) -> str:
        rounded = f' rx="{_n(min(r.radius, r.width / 2, r.height / 2))}"' if r.radius else ""
        return (
            f'<rect x="{_n(r.x)}" y="{_n(r.y)}" width="{_n(r.width)}" height="{_n(r.height)}"{rounded}'
            f"{self._ink(r.fill, r.stroke, r.stroke_width, r.dash, r.fill_opacity)}{_ended('rect', r.alternative)}"
        )

    def _path(self, p: Path) -> str:
        ink = self._ink(p.fill, p.stroke, p.stroke_width, p.dash, p.fill_opacity)
        if p.gradient is not None:
            name = self._gradients.setdefault(p.gradient, f"{self._prefix}gradient{len(self._gradients)}")
            role = p.stroke if p.stroke is not None else p.fill
            if role is not None:
                part = "stroke" if p.stroke is not None else "fill"
                ink = ink.replace(f'{part}="{self._palette[role]}"', f'{part}="url(#{name})"', 1)
        caps = ' stroke-linecap="round" stroke-linejoin="round"' if p.round_caps and p.stroke is not None else ""
        return f'<path d="{_data(p.segments)}"{caps}{ink}{_ended("path", p.alternative)}'

    def _picture(self, p: Picture) -> str:
        data = self._assets.get(p.asset) if self._assets is not None else None
        if data is None or inside_picture(data) is None:
            return self._rect(Rect(p.x, p.y, p.width, p.height, fill=Role.OKAY_GROUND))
        encoded = base64.b64encode(data).decode("ascii")
        return (
            f'<image x="{_n(p.x)}" y="{_n(p.y)}" width="{_n(p.width)}" height="{_n(p.height)}" '
            f'xlink:href="data:{_MEDIA_TYPES[kind_of(data)]};base64,{encoded}"{_ended("image", p.alternative)}'
        )

    def _ink(
        self, fill: Role | None, stroke: Role | None, width: float, dash: tuple[float, ...], opacity: float
    ) -> str:
        words = [f' fill="{self._palette[fill]}"' if fill is not None else ' fill="none"']
        if fill is not None and opacity < 1:
            words.append(f' fill-opacity="{_n(opacity)}"')
        if stroke is not None:
            words.append(f' stroke="{self._palette[stroke]}" stroke-width="{_n(width)}"')
            if dash:
                words.append(f' stroke-dasharray="{" ".join(_n(d) for d in dash)}"')
        return "".join(words)


def _families(first: str) -> str:
    return quoteattr(f"'{first}'," + _FALLBACK)


def _face(font: str) -> str:
    if font not in OWN_FACES:
        return f" font-family={_families(font)}"
    slant = ' font-style="italic"' if font == "italic" else ""
    return f' font-weight="{WEIGHTS[font]}"{slant}' if font != "regular" else ""


def _ended(element: str, alternative: str) -> str:
    return f"><title>{escape(xml_text(alternative))}</title></{element}>" if alternative else "/>"


def _data(segments: Iterable[Segment]) -> str:
    return " ".join(s[0] + ("" if s[0] == "Z" else ",".join(_n(float(v)) for v in s[1:])) for s in segments)


def _n(value: float) -> str:
    """A number as short as two decimals allow."""
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"
