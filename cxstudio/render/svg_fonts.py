"""Font faces inside an SVG: only the characters it uses, so that it looks the same where the font is missing."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from cxstudio.layout.display.display_list import DisplayList, TextLine
from cxstudio.look.fonts import FAMILY, OWN_FACES, FontBook

WEIGHTS = {"regular": "400", "semibold": "600", "bold": "700", "italic": "400"}


def used_characters(picture: DisplayList) -> dict[str, set[str]]:
    """Face → the characters a picture sets in it."""
    found: dict[str, set[str]] = {}
    for placed in picture.flat():
        for item in placed.group.items:
            if isinstance(item, TextLine):
                for run in item.runs:
                    found.setdefault(run.font, set()).update(run.text)
    return found


def font_faces(fonts: FontBook, used: Mapping[str, Iterable[str]]) -> str:
    """Style rules that carry the faces."""
    return "".join(_rule(fonts, name, "".join(sorted(characters))) for name, characters in sorted(used.items()))


def _rule(fonts: FontBook, name: str, characters: str) -> str:
    own = name in OWN_FACES
    family = FAMILY if own else name
    style = "italic" if name == "italic" else "normal"
    weight = WEIGHTS[name] if own else "400"
    data = base64.b64encode(_subset(fonts, name, characters)).decode("ascii")
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weight};font-style:{style};"
        f"src:url(data:font/woff;base64,{data}) format('woff')}}"
    )


def _subset(fonts: FontBook, name: str, characters: str) -> bytes:
    subset: Any = import_module("fontTools.subset")
    face = fonts.face(name)
    options = subset.Options(flavor="woff", layout_features=["*"], hinting=False, notdef_outline=True)
    options.font_number = face.number
    if name in OWN_FACES:  # set without kerning and ligatures: their tables would only be carried along
        options.drop_tables = [*options.drop_tables, "GSUB", "GPOS", "GDEF"]
    font = subset.load_font(str(face.path), options)
    worker = subset.Subsetter(options)
    worker.populate(text=characters)
    worker.subset(font)
    out = io.BytesIO()
    font.flavor = "woff"
    font.save(out)
    font.close()
    return out.getvalue()
