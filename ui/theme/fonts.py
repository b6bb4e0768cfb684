"""The program's typeface in Qt: the same files the studio measures with."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from cxstudio.look.fonts import FAMILY, OWN_FACES, font_book

_WEIGHTS = {
    "regular": QFont.Weight.Normal,
    "semibold": QFont.Weight.DemiBold,
    "bold": QFont.Weight.Bold,
    "italic": QFont.Weight.Normal,
}
BASE = 13
"""Size of the interface's text in pixels; 11 is the smallest anywhere."""


@lru_cache(maxsize=1)
def load_fonts() -> None:
    """Make the typeface known to Qt, once; the application exists by then."""
    for face in OWN_FACES:
        QFontDatabase.addApplicationFont(str(font_book().path(face)))


def font(size: int = BASE, face: str = "regular") -> QFont:
    """A font for widgets; size in pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(_WEIGHTS[face])
    made.setItalic(face == "italic")
    return made


def canvas_font(face: str, size: float) -> QFont:
    """A font whose advances are the file's own: no hinting, no kerning, nothing merged in from elsewhere.

    `face` names a face of the font book; size in pixels, fractions allowed.
    """
    made = QFont(FAMILY if face in _WEIGHTS else _family_of(face))
    made.setWeight(_WEIGHTS.get(face, QFont.Weight.Normal))
    made.setItalic(face == "italic")
    if size == round(size):
        made.setPixelSize(round(size))
    else:
        made.setPointSizeF(size * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    made.setKerning(False)
    for feature in ("liga", "clig"):
        made.setFeature(QFont.Tag(feature), 0)
    return made


@lru_cache(maxsize=64)
def _family_of(face: str) -> str:
    path = font_book().path(face)
    families = QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path)))
    return families[0] if families else FAMILY
