"""Makes the faces of a font book known to reportlab, so that what is measured is what is embedded."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cxstudio.look.fonts import BOLD, FAMILY, ITALIC, OWN_FACES, REGULAR, Face, FontBook, font_book


@lru_cache(maxsize=64)
def pdf_font(face: Face) -> str:
    """reportlab's name of a face, registered when first asked for."""
    name = _name(face)
    pdfmetrics.registerFont(_Font(name, str(face.path), subfontIndex=face.number))
    return name


class _Font(TTFont):
    """A font whose subsets say truly which characters they hold.

    reportlab says U+0000 for the glyph of what is missing, which PDF/UA forbids, and five digits above U+FFFF.
    """

    def addObjects(self, doc: Any) -> None:
        untyped: Any = self
        state = untyped.state.get(doc)
        subsets = [list(subset) for subset in state.subsets] if state is not None else []
        inherited: Any = super()
        inherited.addObjects(doc)
        fonts = doc.idToObject["BasicFonts"].dict
        for number, subset in enumerate(subsets):
            name = fonts[f"{state.internalName}+{number}"].BaseFont
            doc.idToObject[f"toUnicodeCMap:{name}"].content = _character_map(name, subset)


_MOST_LINES = 100
"""Of one block of a character map."""


def _character_map(name: str, subset: Sequence[int]) -> str:
    """Which character each code of a subset stands for."""
    lines = [
        f"<{code:02X}> <{chr(char).encode('utf-16-be').hex().upper()}>" for code, char in enumerate(subset) if char
    ]
    blocks = [lines[at : at + _MOST_LINES] for at in range(0, len(lines), _MOST_LINES)]
    said = "".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar\n" for block in blocks)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo\n<< /Registry ({name})\n/Ordering ({name})\n/Supplement 0\n>> def\n"
        f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{said}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def _name(face: Face) -> str:
    return f"SourceSansPro-{face.name.title()}" if face.name in OWN_FACES else face.name.replace("#", "-")


def prepare(fonts: FontBook | None = None) -> str:
    """Register the program's faces and make the regular one the default of every page; returns its name.

    Without this every PDF would carry an unembedded Helvetica.
    """
    book = fonts or font_book()
    names = {name: pdf_font(book.face(name)) for name in OWN_FACES}
    family = FAMILY.replace(" ", "")
    addMapping(family, 0, 0, names[REGULAR])
    addMapping(family, 1, 0, names[BOLD])
    addMapping(family, 0, 1, names[ITALIC])
    addMapping(family, 1, 1, names[BOLD])
    rl_config.canvas_basefontname = names[REGULAR]
    rl_config.useA85 = 0
    return names[REGULAR]
