"""Makes the faces of a font book known to reportlab, so that what is measured is what is embedded."""

from __future__ import annotations

from functools import lru_cache

from reportlab import rl_config
from reportlab.lib.fonts import addMapping
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from cxstudio.look.fonts import BOLD, FAMILY, ITALIC, OWN_FACES, REGULAR, Face, FontBook, font_book


@lru_cache(maxsize=64)
def pdf_font(face: Face) -> str:
    """reportlab's name of a face, registered when first asked for."""
    name = _name(face)
    pdfmetrics.registerFont(TTFont(name, str(face.path), subfontIndex=face.number))
    return name


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
