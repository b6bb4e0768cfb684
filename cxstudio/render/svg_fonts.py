"""Font faces inside an SVG: only the characters it uses, so that it looks the same where the font is missing."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from importlib import import_module
from typing import Any

from cxstudio.layout.display.display_list import DisplayList, TextLine
from cxstudio.look.fonts import FAMILY, OWN_FACES, FontBook
from cxstudio.render.woff import woff

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
    harfbuzz: Any = import_module("uharfbuzz")
    face = fonts.face(name)
    wanted = harfbuzz.SubsetInput()
    wanted.unicode_set.update(map(ord, characters))
    wanted.flags = harfbuzz.SubsetFlags.NO_HINTING | harfbuzz.SubsetFlags.NOTDEF_OUTLINE
    if name in OWN_FACES:  # set without kerning and ligatures: their tables would only be carried along
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in (b"GSUB", b"GPOS", b"GDEF", b"BASE"))
    else:
        wanted.layout_feature_tag_set.clear()
        wanted.layout_feature_tag_set.invert()
    font = harfbuzz.Face(harfbuzz.Blob.from_file_path(str(face.path)), face.number)
    return woff(harfbuzz.subset(font, wanted).blob.data)
