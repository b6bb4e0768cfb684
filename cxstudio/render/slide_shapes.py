"""A display list as one group of native, editable shapes of a slide (DrawingML)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, NamedTuple

from cxstudio.layout.display.display_list import (
    DisplayList,
    Path,
    Picture,
    Placed,
    Primitive,
    Rect,
    TextLine,
)
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.plain_text import first_words, xml_text
from cxstudio.render.svg import escape, quoteattr

EMU: Final = 12700
"""English metric units to the point."""
_UNIT: Final = 100
"""Units of the group's own coordinates to the point of the drawing."""
THEME: Final = {
    Role.INK: "tx1",
    Role.MUTED: "tx1",
    Role.SURFACE: "bg1",
    Role.GROUND: "bg1",
    Role.ACCENT: "accent1",
    Role.ON_ACCENT: "bg1",
}
"""Roles that have the template's own colour; a verdict keeps its own."""
_TYPE: Final = 0.94
"""Part of the measured size at which text is set: the template's font may be wider than ours."""
_NAMESPACES: Final = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)


class Box(NamedTuple):
    """A place on a slide, in points."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class GroupNames:
    """What a group of shapes is called, and what a screen reader says of it."""

    name: str
    description: str


def spoken(picture: DisplayList, most: int = 1200) -> str:
    """The title of a picture and what its marks are said to be, as far as there is room."""
    said = [picture.title]
    for placed in picture.flat():
        said += [item.alternative for item in placed.group.items if not isinstance(item, TextLine) and item.alternative]
    text = ". ".join(dict.fromkeys(part.strip().rstrip(".") for part in said if part.strip()))
    return first_words(text, most)


def fitted_box(picture: DisplayList, room: Box) -> Box:
    """The largest place in a room with the picture's proportions, at its top and in its middle."""
    scale = min(room.width / max(picture.width, 1.0), room.height / max(picture.height, 1.0))
    wide, high = picture.width * scale, picture.height * scale
    return Box(room.x + (room.width - wide) / 2, room.y, wide, high)


class Photo(NamedTuple):
    """A photo that belongs to a slide: the name of its relationship, and its width in heights."""

    relation: str
    proportion: float


def group_xml(picture: DisplayList, colours: Palette, names: GroupNames, box: Box, first: int,
              photo: Callable[[str], Photo | None]) -> str:  # fmt: skip
    """The group as an element of a slide's tree; shapes are numbered from `first`, `photo` puts an asset on the slide.

    Of a photo that cannot be shown only its ground is.
    """
    writer = _Writer(colours, box.width / max(picture.width, 1.0), first, photo)
    body = "".join(shape for placed in picture.flat() for shape in writer.shapes(placed))
    own = f'<a:chOff x="0" y="0"/><a:chExt cx="{_u(picture.width)}" cy="{_u(picture.height)}"/>'
    return (
        f"<p:grpSp {_NAMESPACES}><p:nvGrpSpPr>"
        f'<p:cNvPr id="{first}" name={_attribute(names.name)} descr={_attribute(names.description)}/>'
        f"<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm>"
        f'<a:off x="{_e(box.x)}" y="{_e(box.y)}"/><a:ext cx="{_e(box.width)}" cy="{_e(box.height)}"/>{own}'
        f"</a:xfrm></p:grpSpPr>{body}</p:grpSp>"
    )


class _Writer:
    """Numbers shapes one after the other."""

    def __init__(self, colours: Palette, scale: float, first: int, photo: Callable[[str], Photo | None]) -> None:
        self._colours, self._scale, self._id, self._photo = colours, scale, first, photo

    def shapes(self, placed: Placed) -> Iterator[str]:
        """Every shape of a group of the list, in its order."""
        for item in placed.group.items:
            yield self._shape(item, placed.x, placed.y)

    def _shape(self, item: Primitive, dx: float, dy: float) -> str:
        self._id += 1
        match item:
            case TextLine():
                return self._text(item, dx, dy)
            case Rect():
                return self._rect(item, dx, dy)
            case Path():
                return self._path(item, dx, dy)
            case Picture():
                return self._picture(item, dx, dy)

    def _picture(self, item: Picture, dx: float, dy: float) -> str:
        photo = self._photo(item.asset)
        if photo is None:
            ground = Rect(item.x, item.y, item.width, item.height, Role.OKAY_GROUND, alternative=item.alternative)
            return self._rect(ground, dx, dy)
        wide = min(item.width, item.height * photo.proportion)
        high = wide / photo.proportion
        x, y = dx + item.x + (item.width - wide) / 2, dy + item.y + (item.height - high) / 2
        return (
            f'<p:pic><p:nvPicPr><p:cNvPr id="{self._id}" name="photo" descr={_attribute(item.alternative)}/>'
            f"<p:cNvPicPr/><p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed={_attribute(photo.relation)}/>"
            f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{self._place(x, y, wide, high)}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
        )

    def _text(self, item: TextLine, dx: float, dy: float) -> str:
        if not item.text.strip():
            return ""
        high = item.size * 1.25
        x, y = dx + item.x, dy + item.y - item.size * 0.98
        size = max(100, round(item.size * self._scale * _TYPE * 100))
        bold = ' b="1"' if any(run.font in {"bold", "semibold"} for run in item.runs) else ""
        run = (
            f'<a:r><a:rPr sz="{size}"{bold}>{self._fill(item.role)}</a:rPr>'
            f"<a:t>{escape(xml_text(item.text))}</a:t></a:r>"
        )
        body = (
            '<p:txBody><a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></a:bodyPr>'
            f"<a:lstStyle/><a:p>{run}</a:p></p:txBody>"
        )
        place = self._place(x, y, max(item.width, 1.0), high)
        shape = f'<p:spPr>{place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>{body}'
        return self._sp(item.text[:40], "", shape, ' txBox="1"')

    def _rect(self, item: Rect, dx: float, dy: float) -> str:
        wide, high = max(item.width, 0.01), max(item.height, 0.01)
        least = min(wide, high)
        adjust = min(50000, round(item.radius / least * 100000))
        geometry = '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        if adjust:
            geometry = (
                f'<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {adjust}"/></a:avLst></a:prstGeom>'
            )
        place = self._place(dx + item.x, dy + item.y, wide, high)
        ink = self._ink(item.fill, item.stroke, item.stroke_width, item.dash, item.fill_opacity)
        return self._sp(item.alternative or "shape", item.alternative, f"<p:spPr>{place}{geometry}{ink}</p:spPr>")

    def _path(self, item: Path, dx: float, dy: float) -> str:
        points = [pair for segment in item.segments for pair in _pairs(segment)]
        if not points:
            return ""
        left, top = min(x for x, _ in points), min(y for _, y in points)
        wide = max(max(x for x, _ in points) - left, 0.01)
        high = max(max(y for _, y in points) - top, 0.01)
        drawn = "".join(_segment(segment, left, top) for segment in item.segments)
        unfilled = "" if item.fill is not None else ' fill="none"'
        geometry = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
            f'<a:path w="{_u(wide)}" h="{_u(high)}"{unfilled}>{drawn}</a:path></a:pathLst></a:custGeom>'
        )
        stroke, fill = item.stroke, item.fill
        if item.gradient is not None:
            named = item.gradient.stops[0][1]
            stroke, fill = (named, fill) if stroke is not None else (None, named)
        ink = self._ink(fill, stroke, item.stroke_width, item.dash, item.fill_opacity)
        place = self._place(dx + left, dy + top, wide, high)
        return self._sp(item.alternative or "line", item.alternative, f"<p:spPr>{place}{geometry}{ink}</p:spPr>")

    def _sp(self, name: str, description: str, inside: str, text: str = "") -> str:
        said = f" descr={_attribute(description)}" if description else ""
        return (
            f'<p:sp><p:nvSpPr><p:cNvPr id="{self._id}" name={_attribute(name[:80] or "shape")}{said}/>'
            f"<p:cNvSpPr{text}/><p:nvPr/></p:nvSpPr>{inside}</p:sp>"
        )

    def _place(self, x: float, y: float, wide: float, high: float) -> str:
        return f'<a:xfrm><a:off x="{_u(x)}" y="{_u(y)}"/><a:ext cx="{_u(wide)}" cy="{_u(high)}"/></a:xfrm>'

    def _ink(self, fill: Role | None, stroke: Role | None, width: float, dash: tuple[float, ...],
             opacity: float) -> str:  # fmt: skip
        filled = self._fill(fill, opacity) if fill is not None else "<a:noFill/>"
        if stroke is None:
            return f"{filled}<a:ln><a:noFill/></a:ln>"
        dashed = '<a:prstDash val="dash"/>' if dash else ""
        return f'{filled}<a:ln w="{max(1, _e(width * self._scale))}">{self._fill(stroke)}{dashed}</a:ln>'

    def _fill(self, role: Role, opacity: float = 1.0) -> str:
        return f"<a:solidFill>{colour_xml(role, self._colours, opacity)}</a:solidFill>"


def colour_xml(role: Role, colours: Palette, opacity: float = 1.0) -> str:
    """A role as a colour of DrawingML: the template's own where it has one."""
    alpha = f'<a:alpha val="{round(opacity * 100000)}"/>' if opacity < 1 else ""
    if role in THEME:
        return f'<a:schemeClr val="{THEME[role]}">{alpha}</a:schemeClr>'
    return f'<a:srgbClr val="{colours[role][1:]}">{alpha}</a:srgbClr>'


def _pairs(segment: tuple[object, ...]) -> Iterator[tuple[float, float]]:
    numbers = [float(value) for value in segment[1:] if isinstance(value, int | float)]
    yield from zip(numbers[::2], numbers[1::2], strict=True)


def _segment(segment: tuple[object, ...], left: float, top: float) -> str:
    points = "".join(f'<a:pt x="{_u(x - left)}" y="{_u(y - top)}"/>' for x, y in _pairs(segment))
    match segment[0]:
        case "M":
            return f"<a:moveTo>{points}</a:moveTo>"
        case "L":
            return f"<a:lnTo>{points}</a:lnTo>"
        case "C":
            return f"<a:cubicBezTo>{points}</a:cubicBezTo>"
        case _:
            return "<a:close/>"


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))


def _u(value: float) -> int:
    return round(value * _UNIT)


def _e(value: float) -> int:
    return round(value * EMU)
