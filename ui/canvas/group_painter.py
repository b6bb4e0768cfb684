"""Paints groups of a display list: each is made ready once, then drawn with a handful of cheap calls."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from math import ceil, floor

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QGlyphRun, QPainter, QPainterPath, QPixmap, QTransform

from cxstudio.layout.display.display_list import Detail, Group, Path, Picture, Primitive, Rect, TextLine
from cxstudio.layout.text import complex_scripts as shaping
from cxstudio.look.fonts import font_book
from cxstudio.look.palette import Palette
from cxstudio.look.roles import Role
from ui.canvas import pixmap_cache as sprites
from ui.canvas.glyph_faces import Faces, glyph_runs, outlines
from ui.canvas.path_painting import Shape, painter_path, pen_and_brush, round_end, straight
from ui.canvas.qt_colours import Colours

Step = Callable[[QPainter], None]
PixmapOf = Callable[[str, float, float], QPixmap | None]
"""Asset hash, width and height in points → pixmap, None where it cannot be shown."""
KEPT = 6000
"""Groups kept ready before the oldest are forgotten."""


def no_pictures(asset: str, width: float, height: float) -> QPixmap | None:
    """For lists that hold no pictures."""
    return None


class GroupPainter:
    """Draws groups with one palette at one scale. Roles become colours here and nowhere else on the canvas."""

    def __init__(self, colours: Colours, faces: Faces, pixmap_of: PixmapOf = no_pictures) -> None:
        self.colours = colours
        self.faces = faces
        self._pixmap_of = pixmap_of
        self.sprites = sprites.Sprites(colours)
        self._ready: dict[int, tuple[Group, tuple[Step, ...]]] = {}
        self._detail = Detail.ALL

    def set_scale(self, scale: float, ratio: float = 1.0) -> None:
        """Pixels per point, and device pixels per pixel."""
        self.sprites.set_scale(scale, ratio)

    def set_detail(self, detail: Detail) -> None:
        """Draw only primitives of this detail."""
        if detail != self._detail:
            self._detail = detail
            self._ready.clear()

    def paint(self, painter: QPainter, group: Group) -> None:
        """Draw a group at the painter's origin."""
        known = self._ready.get(id(group))
        if known is None or known[0] is not group:
            known = (group, tuple(self._steps(group)))
            if len(self._ready) >= KEPT:
                for key in list(self._ready)[: KEPT // 4]:
                    del self._ready[key]
            self._ready[id(group)] = known
        for step in known[1]:
            step(painter)

    def _steps(self, group: Group) -> Iterator[Step]:
        seen = [item for item in group.items if item.detail & self._detail]
        for (kind, *_), found in groupby(seen, _alike):
            if kind is TextLine:
                yield from self._text([item for item in found if isinstance(item, TextLine)])
            else:
                for item in found:
                    yield from self._step(item)

    def _step(self, item: Primitive) -> Iterator[Step]:
        if isinstance(item, Picture):
            yield self._picture(item)
        elif isinstance(item, Rect | Path):
            yield self._shape(item)

    def _shape(self, shape: Shape) -> Step:
        if isinstance(shape, Rect) and shape.radius <= 0 and shape.stroke is None:
            return _filled(QRectF(shape.x, shape.y, shape.width, shape.height), shape.fill, shape, self.colours)
        if isinstance(shape, Path) and (box := straight(shape)) is not None:
            return _dashed(box, shape, self.colours) if shape.dash else _filled(box, shape.stroke, shape, self.colours)
        if isinstance(shape, Rect) and shape.radius > 0 and shape.stroke is None and shape.width > sprites.LARGEST:
            return _long(self.sprites, shape, self.colours)
        if sprites.as_sprite(shape):
            return _sprite(self.sprites, *sprites.anchored(shape))
        return _drawn(shape, self.colours)

    def _text(self, lines: list[TextLine]) -> Iterator[Step]:
        colour = self.colours.colour(lines[0].role)
        for run in glyph_runs(lines, self.faces):
            yield _glyphs(run, colour)
        for line in lines:
            for part in line.runs:
                if shaping.needed(part.text):
                    font = self.faces.shaped_font(part.font, line.size)
                    yield _shaped(part.text, QPointF(line.x + part.x, line.y), font, colour)

    def _picture(self, picture: Picture) -> Step:
        box = QRectF(picture.x, picture.y, picture.width, picture.height)
        pixmap = self._pixmap_of(picture.asset, picture.width, picture.height)
        ground = self.colours.colour(Role.OKAY_GROUND)

        whole = _within(pixmap, box)

        def draw(painter: QPainter) -> None:
            if pixmap is None:
                painter.fillRect(box, ground)
            else:
                painter.drawPixmap(whole, pixmap, QRectF(pixmap.rect()))

        return draw


def _within(pixmap: QPixmap | None, box: QRectF) -> QRectF:
    """Where a picture stands whole in the middle of its box."""
    if pixmap is None or pixmap.isNull():
        return box
    size = pixmap.size().toSizeF().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio)
    place = box.center() - QPointF(size.width() / 2, size.height() / 2)
    return QRectF(place, size)


_ORIGIN = QPointF(0.0, 0.0)
_ALIKE = 1e-6


def _alike(item: Primitive) -> tuple[object, ...]:
    """Neighbours that are drawn in one go: lines of text of one size and colour."""
    return (TextLine, item.size, item.role) if isinstance(item, TextLine) else (type(item),)


LARGEST_GLYPH = 60.0
"""Device pixels; glyphs of raw fonts larger than 64 are not drawn at all, so their outlines are filled instead."""


def _glyphs(run: QGlyphRun, colour: QColor) -> Step:
    size = run.rawFont().pixelSize()
    path: QPainterPath | None = None

    def draw(painter: QPainter) -> None:
        nonlocal path
        if size * painter.deviceTransform().m22() <= LARGEST_GLYPH:
            painter.setPen(colour)
            painter.drawGlyphRun(_ORIGIN, run)
            return
        if path is None:
            path = outlines(run)
        painter.fillPath(path, colour)

    return draw


def _shaped(text: str, place: QPointF, font: QFont, colour: QColor) -> Step:
    def draw(painter: QPainter) -> None:
        painter.setPen(colour)
        painter.setFont(font)
        painter.drawText(place, text)

    return draw


def _filled(box: QRectF, role: Role | None, shape: Shape, colours: Colours) -> Step:
    colour = colours.colour(role, shape.fill_opacity) if role is not None else Qt.GlobalColor.transparent

    def draw(painter: QPainter) -> None:
        painter.fillRect(box, colour)

    return draw


def _dashed(box: QRectF, line: Path, colours: Colours) -> Step:
    """A dashed line as a pattern: dashing a line as long as the map would cost more than all its cards."""
    level = box.width() >= box.height()
    period = sum(line.dash)
    thick = max(1, round(line.stroke_width))
    tile = QPixmap(round(period), thick) if level else QPixmap(thick, round(period))
    tile.fill(Qt.GlobalColor.transparent)
    inside = QPainter(tile)
    start = 0.0
    for number, part in enumerate(line.dash):
        if number % 2 == 0 and line.stroke is not None:
            mark = QRectF(start, 0, part, thick) if level else QRectF(0, start, thick, part)
            inside.fillRect(mark, colours.colour(line.stroke))
        start += part
    inside.end()
    brush = QBrush(tile)
    brush.setTransform(QTransform.fromTranslate(round(box.x()), round(box.y())))
    size = (box.width(), thick) if level else (thick, box.height())
    ground = QRectF(round(box.x()), round(box.y()), *size)

    def draw(painter: QPainter) -> None:
        painter.fillRect(ground, brush)

    return draw


def _long(shared: sprites.Sprites, shape: Rect, colours: Colours) -> Step:
    """A wide plate with round corners: two shared ends and a plain middle between whole pixels."""
    radius = min(shape.radius, shape.height / 2)
    left, right = ceil(shape.x + radius), floor(shape.x + shape.width - radius)
    ends = [
        _sprite(shared, *sprites.anchored(round_end(shape, shape.x, left, radius))),
        _sprite(shared, *sprites.anchored(round_end(shape, shape.x + shape.width, right, radius))),
    ]
    middle = QRectF(left, shape.y, right - left, shape.height)
    fill = _filled(middle, shape.fill, shape, colours)

    def draw(painter: QPainter) -> None:
        fill(painter)
        for end in ends:
            end(painter)

    return draw


def _drawn(shape: Shape, colours: Colours) -> Step:
    pen, brush = pen_and_brush(shape, colours)
    if isinstance(shape, Path):
        path = painter_path(shape)

        def draw_path(painter: QPainter) -> None:
            painter.setPen(pen)
            painter.setBrush(brush)
            painter.drawPath(path)

        return draw_path
    box = QRectF(shape.x, shape.y, shape.width, shape.height)
    radius = min(shape.radius, shape.width / 2, shape.height / 2)

    def draw_box(painter: QPainter) -> None:
        painter.setPen(pen)
        painter.setBrush(brush)
        painter.drawRoundedRect(box, radius, radius)

    return draw_box


def _sprite(shared: sprites.Sprites, shape: Shape, corner: QPointF) -> Step:
    pixmap = QPixmap()
    generation = -1
    x, y = corner.x(), corner.y()

    def draw(painter: QPainter) -> None:
        nonlocal pixmap, generation
        if generation != shared.generation:
            pixmap, generation = shared.pixmap(shape), shared.generation
        scale = shared.scale
        if scale == 1.0:
            painter.drawPixmap(corner, pixmap)
            return
        transform = painter.worldTransform()
        if abs(transform.m11() - scale) > _ALIKE:
            # The wheel is turning: stretched for now, drawn anew when it rests.
            size = pixmap.deviceIndependentSize() / scale
            painter.drawPixmap(QRectF(corner, size), pixmap, pixmap.rect().toRectF())
            return
        painter.resetTransform()
        left, top = transform.m11() * x + transform.dx(), transform.m22() * y + transform.dy()
        painter.drawPixmap(QPointF(round(left), round(top)), pixmap)
        painter.setWorldTransform(transform)

    return draw


def painter_in(palette: Palette, pixmap_of: PixmapOf = no_pictures) -> GroupPainter:
    """A painter in a palette, with the program's fonts."""
    return GroupPainter(Colours(palette), Faces(font_book().path), pixmap_of)
