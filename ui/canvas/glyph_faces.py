"""Font faces for the canvas: glyphs straight from the files the studio measures with.

Raw fonts need no family names, merge nothing in from elsewhere, and apply neither kerning nor ligatures; without
hinting their advances are the file's own to 1/64 of a pixel.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QGlyphRun, QPainterPath, QRawFont, QTransform

from cxstudio.layout.display.display_list import TextLine
from cxstudio.layout.text import complex_scripts as shaping
from ui.theme.fonts import canvas_font


class Faces:
    """Raw fonts by face name and size; a face's file is loaded once."""

    def __init__(self, path_of: Callable[[str], Path]) -> None:
        self._path_of = path_of
        self._files: dict[str, QRawFont] = {}
        self._sized: dict[tuple[str, float], QRawFont] = {}

    def raw(self, face: str, size: float) -> QRawFont:
        """A face at a size in pixels per point. Raises ValueError where Qt cannot read the file."""
        known = self._sized.get((face, size))
        if known is None:
            known = QRawFont(self._file(face))
            known.setPixelSize(size)
            self._sized[face, size] = known
        return known

    def shaped_font(self, face: str, size: float) -> QFont:
        """The same face for text whose letters join or combine, which Qt has to shape."""
        made = canvas_font(face, size)
        made.setKerning(True)
        return made

    def _file(self, face: str) -> QRawFont:
        known = self._files.get(face)
        if known is None:
            path = self._path_of(face)
            known = QRawFont(str(path), 13.0, QFont.HintingPreference.PreferNoHinting)
            if not known.isValid():
                raise ValueError(f"Qt cannot read the font {path.name}")
            self._files[face] = known
        return known


def glyph_runs(lines: Sequence[TextLine], faces: Faces) -> list[QGlyphRun]:
    """The unshaped runs of lines of one size and colour as few glyph runs, one per face, at the lines' own places."""
    gathered: dict[str, tuple[list[int], list[QPointF]]] = {}
    for line in lines:
        for run in line.runs:
            if shaping.needed(run.text) or not run.text:
                continue
            raw = faces.raw(run.font, line.size)
            indexes, places = gathered.setdefault(run.font, ([], []))
            glyphs = raw.glyphIndexesForString(run.text)
            x, y = line.x + run.x, line.y
            for glyph, advance in zip(glyphs, raw.advancesForGlyphIndexes(glyphs), strict=True):
                indexes.append(glyph)
                places.append(QPointF(x, y))
                x += advance.x()
    made = []
    for face, (indexes, places) in gathered.items():
        glyphs_of_face = QGlyphRun()
        glyphs_of_face.setRawFont(faces.raw(face, lines[0].size))
        glyphs_of_face.setGlyphIndexes(indexes)
        glyphs_of_face.setPositions(places)
        made.append(glyphs_of_face)
    return made


def outlines(run: QGlyphRun) -> QPainterPath:
    """The outlines of a run's glyphs at their places. Made at a size Qt makes them at, then enlarged."""
    raw, size = QRawFont(run.rawFont()), run.rawFont().pixelSize()
    raw.setPixelSize(_OUTLINED)
    known: dict[int, QPainterPath] = {}
    whole = QPainterPath()
    whole.setFillRule(Qt.FillRule.WindingFill)
    for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
        if glyph not in known:
            known[glyph] = QTransform.fromScale(size / _OUTLINED, size / _OUTLINED).map(raw.pathForGlyph(glyph))
        whole.addPath(known[glyph].translated(place))
    return whole


_OUTLINED = 48.0
