"""The base of a deck: the client's template with its layouts, or ours; files from strangers are looked at first."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cxstudio.documents.slides.boxes import place, within
from cxstudio.documents.slides.template_fonts import typefaces, wider_than_ours
from cxstudio.errors import N_, UserError
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from cxstudio.render.slide_shapes import EMU, Box

if TYPE_CHECKING:
    from pptx.presentation import Presentation
    from pptx.slide import SlideLayout

MOST_BYTES: Final = 60_000_000
_MOST_UNPACKED: Final = 600_000_000
_MOST_PARTS: Final = 20_000
_ENCRYPTED: Final = b"\xd0\xcf\x11\xe0"
"""How a file with a password begins: it is no zip any more (so are decks of before 2007)."""
_CONTENTS: Final = "[Content_Types].xml"
_TEMPLATE: Final = b"presentationml.template.main+xml"
_DECK: Final = b"presentationml.presentation.main+xml"
_WIDTH, _HEIGHT = 960.0, 540.0
_SIDE: Final = 40.0
_GAP: Final = 10.0
_LEAST_ROOM: Final = 0.35
"""Part of a slide's height a layout has to leave below its title."""
_SMALL_KINDS: Final = frozenset({"DATE", "FOOTER", "SLIDE_NUMBER"})
_THEME_COLOURS: Final = {
    "accent1": Role.ACCENT,
    "accent2": Role.DISAPPOINTING,
    "accent3": Role.DELIGHTING,
    "accent4": Role.STARDUST,
    "accent5": Role.OKAY,
    "accent6": Role.MUTED,
    "dk1": Role.INK,
    "dk2": Role.INK,
    "lt1": Role.SURFACE,
    "lt2": Role.ACCENT_GROUND,
    "hlink": Role.ACCENT,
    "folHlink": Role.MUTED,
}


@dataclass(frozen=True, slots=True)
class DeckBase:
    """An open deck, the layouts slides are made on, and the room below the title and in the foot (points)."""

    deck: Presentation
    opening: SlideLayout
    content: SlideLayout
    title: Box
    room: Box
    own: bool
    """Whether it is ours and not a client's."""
    wider: float = 1.0
    """How much wider than ours its fonts are, as far as they are known; never less than 1."""


def open_deck(data: bytes) -> Presentation:
    """A deck from a file. Raises UserError in one sentence where it is none, damaged or locked with a password."""
    from pptx import Presentation
    from pptx.exc import PackageNotFoundError

    if data[:4] == _ENCRYPTED:
        raise UserError(
            N_("The slides are locked with a password, or come from a PowerPoint before 2007."),
            N_("Nothing was written."), N_("Save them as .pptx without a password."),
        )  # fmt: skip
    try:
        _check(data)
        deck = Presentation(io.BytesIO(_as_deck(data)))
        _ = [layout.name for layout in deck.slide_layouts], [slide.shapes.title for slide in deck.slides]
    except UserError:
        raise
    except (zipfile.BadZipFile, PackageNotFoundError, KeyError, ValueError, AttributeError, SyntaxError, EOFError,
            NotImplementedError, IndexError, OSError, TypeError, zlib.error) as error:  # fmt: skip
        raise UserError(
            N_("The file with the slides is damaged, or is not a PowerPoint file (.pptx)."),
            N_("Nothing was written."), N_("Open it in PowerPoint or Impress and save it again as .pptx."),
        ) from error  # fmt: skip
    return deck


def _as_deck(data: bytes) -> bytes:
    """A template (.potx) as a deck: they differ in one word of their list of contents."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        if _TEMPLATE not in packed.read(_CONTENTS):
            return data
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as written:
            for name in packed.namelist():
                part = packed.read(name)
                written.writestr(name, part.replace(_TEMPLATE, _DECK) if name == _CONTENTS else part)
        return out.getvalue()


def _check(data: bytes) -> None:
    """Sizes before anything is unpacked. Raises UserError, BadZipFile."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = packed.infolist()
    if len(data) > MOST_BYTES or len(parts) > _MOST_PARTS or sum(p.file_size for p in parts) > _MOST_UNPACKED:
        raise too_large()


def too_large() -> UserError:
    """What is said of a deck nobody could hold."""
    return UserError(
        N_("The file with the slides is too large."),
        N_("Nothing was written."),
        N_("Remove large pictures and films from it."),
    )


def deck_base(template: bytes | None, colours: Palette) -> DeckBase:
    """The client's template without its slides, else our own base. Raises UserError where no layout can be used."""
    if template is None:
        return _own_base(colours)
    deck = open_deck(template)
    _without_slides(deck)
    wide, high = _size(deck)
    usable = [(_burden(layout), layout) for layout in _layouts(deck) if _room(layout, wide, high) is not None]
    if not usable:
        raise UserError(
            N_("No layout of this template has a title with room below it."), N_("Nothing was written."),
            N_("Choose another template, or export without one."),
        )  # fmt: skip
    content = min(usable, key=lambda pair: pair[0])[1]
    title, room = _room(content, wide, high) or (Box(0, 0, wide, 1), Box(0, 0, wide, high))
    return DeckBase(deck, _opening(deck) or content, content, title, room, own=False,
                    wider=wider_than_ours(typefaces(deck)))  # fmt: skip


def _own_base(colours: Palette) -> DeckBase:
    """python-pptx's plain deck, made wide, left-aligned and in our colours."""
    from pptx import Presentation

    deck = Presentation()
    deck.slide_width, deck.slide_height = round(_WIDTH * EMU), round(_HEIGHT * EMU)
    _colour_theme(deck, colours)
    wide = _WIDTH - 2 * _SIDE
    title = Box(_SIDE, 26.0, wide, 66.0)
    keep = {"Title Slide", "Title Only"}
    for layout in list(deck.slide_layouts):
        if layout.name not in keep:
            deck.slide_layouts.remove(layout)
    opening, content = (next(x for x in deck.slide_layouts if x.name == name) for name in ("Title Slide", "Title Only"))
    for owner in (deck.slide_master, opening, content):
        _arrange(owner, title, wide, is_opening=owner is opening)
    room = Box(_SIDE, 100.0, wide, 392.0)
    return DeckBase(deck, opening, content, title, room, own=True)


def _arrange(owner: Any, title: Box, wide: float, *, is_opening: bool) -> None:
    """Put the placeholders of a layout or of the master where our slides have them."""
    places = {
        "TITLE": title,
        "CENTER_TITLE": Box(_SIDE, 150.0, wide, 120.0),
        "SUBTITLE": Box(_SIDE, 282.0, wide, 90.0),
        "BODY": Box(_SIDE, 100.0, wide, 392.0),
        "DATE": Box(_SIDE + wide * 0.72, 506.0, wide * 0.16, 20.0),
        "FOOTER": Box(_SIDE, 506.0, wide * 0.7, 20.0),
        "SLIDE_NUMBER": Box(_SIDE + wide * 0.9, 506.0, wide * 0.1, 20.0),
    }
    for shape in owner.placeholders:
        kind = kind_of(shape)
        if kind in places:
            place(shape, places[kind])
        if kind in {"TITLE", "CENTER_TITLE", "SUBTITLE", "FOOTER"}:
            _left(shape, {"TITLE": 24, "CENTER_TITLE": 34, "SUBTITLE": 18, "FOOTER": 10}[kind], not is_opening)
        if kind == "SLIDE_NUMBER":
            _sized(shape, 10)


def _left(shape: Any, size: int, top: bool) -> None:
    from pptx.enum.text import MSO_ANCHOR

    frame = shape.text_frame
    frame.word_wrap = True
    frame.margin_left = frame.margin_right = 0
    kind = kind_of(shape)
    frame.vertical_anchor = {"TITLE": MSO_ANCHOR.BOTTOM, "CENTER_TITLE": MSO_ANCHOR.BOTTOM}.get(kind, MSO_ANCHOR.TOP)
    _level(shape, size, bold=kind in {"TITLE", "CENTER_TITLE"})


def _sized(shape: Any, size: int) -> None:
    _level(shape, size, bold=False, align="r")


def _level(shape: Any, size: int, *, bold: bool, align: str = "l") -> None:
    """First-level properties of a placeholder's list style, which slides made of it inherit."""
    from pptx.oxml import parse_xml

    body = shape.text_frame._txBody
    styles = body.find("{http://schemas.openxmlformats.org/drawingml/2006/main}lstStyle")
    made = parse_xml(
        '<a:lstStyle xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
        f'<a:lvl1pPr marL="0" indent="0" algn="{align}"><a:buNone/><a:defRPr sz="{size * 100}" b="{int(bold)}">'
        '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'
    )
    if styles is None:
        body.insert(1, made)
    else:
        body.replace(styles, made)


def _colour_theme(deck: Presentation, colours: Palette) -> None:
    """The theme's colours are ours, so that what is drawn by hand later looks the same."""
    master: Any = deck.slide_master.part
    for relation in master.rels.values():
        if relation.reltype.endswith("/theme"):
            part = relation.target_part
            said = part.blob.decode("utf-8")
            for name, role in _THEME_COLOURS.items():
                said = re.sub(
                    rf"<a:{name}>.*?</a:{name}>",
                    f'<a:{name}><a:srgbClr val="{colours[role][1:]}"/></a:{name}>', said, flags=re.DOTALL,
                )  # fmt: skip
            part._blob = said.encode("utf-8")


def _without_slides(deck: Presentation) -> None:
    """Its slides go, and what names them: sections and custom shows."""
    listed: Any = deck.slides._sldIdLst
    for entry in list(listed):
        deck.part.drop_rel(entry.rId)
        listed.remove(entry)
    for element in deck.element.xpath('.//*[local-name()="sectionLst" or local-name()="custShowLst"]'):
        kept = element.getparent() if element.getparent().tag.endswith("}ext") else element
        kept.getparent().remove(kept)


def _layouts(deck: Presentation) -> Iterator[SlideLayout]:
    for master in deck.slide_masters:
        yield from master.slide_layouts


def _size(deck: Presentation) -> tuple[float, float]:
    return (deck.slide_width or 0) / EMU, (deck.slide_height or 0) / EMU


def kind_of(shape: Any) -> str:
    """What a placeholder is for: "TITLE", "BODY", "FOOTER" …"""
    return str(shape.placeholder_format.type).split(".")[-1].split(" ")[0]


def _burden(layout: SlideLayout) -> tuple[int, int]:
    """How much a layout has besides a title: what stays empty on our slides is taken away, pictures stay."""
    kinds = [kind_of(shape) for shape in layout.placeholders]
    others = [kind for kind in kinds if kind not in _SMALL_KINDS | {"TITLE"}]
    return len(others), len(list(layout.shapes)) - len(kinds)


def _room(layout: SlideLayout, wide: float, high: float) -> tuple[Box, Box] | None:
    """Where the title stands and what is free below it; None where there is no title or too little room."""
    titles = [shape for shape in layout.placeholders if kind_of(shape) == "TITLE"]
    if not titles:
        return None
    title = within(titles[0])
    if title is None or title.width < wide * 0.3 or title.y > high * 0.45:
        return None
    foot = [box for shape in layout.placeholders if kind_of(shape) in _SMALL_KINDS and (box := within(shape))]
    bottoms = [box.y for box in foot if box.y > high * 0.6]
    bottom = min([*bottoms, high * 0.95]) - _GAP / 2
    bodies = [shape for shape in layout.placeholders if kind_of(shape) in {"OBJECT", "BODY"}]
    body = within(bodies[0]) if len(bodies) == 1 else None
    top, left, width = title.y + title.height + _GAP, title.x, title.width
    if body is not None and body.width >= wide * 0.5 and body.y > title.y:
        top, left, width, bottom = body.y, body.x, body.width, min(bottom, body.y + body.height)
    if bottom - top < high * _LEAST_ROOM:
        return None
    return title, Box(left, top, width, bottom - top)


def _opening(deck: Presentation) -> SlideLayout | None:
    """The layout for title slides."""
    for layout in _layouts(deck):
        if "CENTER_TITLE" in {kind_of(shape) for shape in layout.placeholders}:
            return layout
    return None
