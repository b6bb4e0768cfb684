"""What lies over the map and is no part of it: hover, selection, a ghost under the pointer."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cxstudio.layout.display.display_list import Group
from ui.canvas.group_painter import GroupPainter
from ui.theme.by_keys import BY_KEYS

_REACH = 6.0
_APART = 4.0
"""Points between the line around what is selected and the one that says the keyboard is there."""


class Overlay(QGraphicsItem):
    """Lies over the drawing and takes no clicks."""

    box = QRectF()
    """What it paints within."""

    def __init__(self, *, visible: bool = True) -> None:
        super().__init__()
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setVisible(visible)

    def boundingRect(self) -> QRectF:
        return self.box


def with_keyboard(viewport: QWidget | None) -> bool:
    """Whether the canvas that is painted has the keyboard, and keys are used."""
    view = viewport.parentWidget() if viewport is not None else None
    return view is not None and view.hasFocus() and bool(view.window().property(BY_KEYS))


class Outline(Overlay):
    """A rounded line around something; `selected` has a second one where the keyboard is on it."""

    def __init__(self, colour: QColor, width: float, radius: float = 10.0, *, selected: bool = False) -> None:
        super().__init__(visible=False)
        self._selected = selected
        self._pen = QPen(colour, width)
        self._radius = radius
        self._rect = QRectF()

    @property
    def rect(self) -> QRectF:
        """What it surrounds; empty while hidden."""
        return self._rect if self.isVisible() else QRectF()

    def surround(self, rect: QRectF | None, radius: float = 10.0) -> None:
        """Go around a rectangle, or away."""
        if rect is None:
            self.setVisible(False)
            return
        if rect != self._rect or radius != self._radius:
            self.prepareGeometryChange()
            self._rect, self._radius = QRectF(rect), radius
        self.setVisible(True)

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(self._pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = self._pen.widthF() / 2 - 0.5
        painter.drawRoundedRect(self._rect.adjusted(inset, inset, -inset, -inset), self._radius, self._radius)
        if self._selected and with_keyboard(widget):
            _second_line(painter, self._rect, self._radius)


class Outlines(Overlay):
    """Rounded lines around any number of things, as one item."""

    def __init__(self, colour: QColor, width: float, radius: float = 10.0) -> None:
        super().__init__()
        self._pen = QPen(colour, width)
        self._radius = radius
        self.rects: tuple[QRectF, ...] = ()
        self._box = QRectF()
        self.setFlag(self.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def surround(self, rects: Sequence[QRectF]) -> None:
        """Go around these rectangles and no others."""
        wanted = tuple(rects)
        if wanted == self.rects:
            return
        self.prepareGeometryChange()
        self.rects = wanted
        self._box = QRectF()
        for rect in wanted:
            self._box = self._box.united(rect)
        self.setVisible(bool(wanted))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._box.adjusted(-_REACH, -_REACH, _REACH, _REACH)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(self._pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = self._pen.widthF() / 2 - 0.5
        for rect in self.rects:
            if rect.intersects(option.exposedRect.adjusted(-_REACH, -_REACH, _REACH, _REACH)):
                radius = min(self._radius, rect.width() / 3)
                painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius)
        if self.rects and with_keyboard(widget):
            _second_line(painter, self.rects[-1], self._radius)


def _second_line(painter: QPainter, rect: QRectF, radius: float) -> None:
    painter.drawRoundedRect(rect.adjusted(-_APART, -_APART, _APART, _APART), radius + _APART, radius + _APART)


class Band(Overlay):
    """A rubber band: a thin line around a tinted ground."""

    def __init__(self, colour: QColor) -> None:
        super().__init__()
        ground = QColor(colour)
        ground.setAlphaF(0.10)
        self._pen, self._ground = QPen(colour, 1.0), ground
        self._pen.setCosmetic(True)
        self._rect = QRectF()

    def cover(self, rect: QRectF) -> None:
        """Span this rectangle."""
        self.prepareGeometryChange()
        self._rect = rect

    def boundingRect(self) -> QRectF:
        return self._rect.adjusted(-1, -1, 1, 1)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(self._pen)
        painter.setBrush(self._ground)
        painter.drawRect(self._rect)


class DropMark(Overlay):
    """An upright line where something dragged will land."""

    def __init__(self, colour: QColor, height: float) -> None:
        super().__init__(visible=False)
        self._colour, self._height = colour, height
        self.box = QRectF(-5, 0, 10, height)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._colour)
        painter.drawRoundedRect(QRectF(-1.25, 4, 2.5, self._height - 4), 1, 1)
        painter.drawEllipse(QPointF(0, 5), 4, 4)


class Chip(Overlay):
    """A few words on a filled plate beside the pointer: how many are being dragged, or what is."""

    def __init__(self, text: str, font: QFont, ground: QColor, ink: QColor) -> None:
        super().__init__()
        self._text, self._font, self._ground, self._ink = text, font, ground, ink
        metrics = QFontMetricsF(font)
        self.box = QRectF(0, 0, max(metrics.horizontalAdvance(text) + 16, 24), metrics.height() + 8)
        self.setFlag(self.GraphicsItemFlag.ItemIgnoresTransformations)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground)
        painter.drawRoundedRect(self.box, self.box.height() / 2, self.box.height() / 2)
        painter.setPen(self._ink)
        painter.setFont(self._font)
        painter.drawText(self.box, Qt.AlignmentFlag.AlignCenter, self._text)


class Ghost(Overlay):
    """What is being dragged, under the pointer, a little see-through."""

    def __init__(self, groups: list[Group], painter: GroupPainter, shadow: QColor) -> None:
        super().__init__()
        self._groups = groups[:4]
        group, more = self._groups[0], 6.0 * len(self._groups)
        self.box = QRectF(-_REACH, -_REACH, group.width + more + 2 * _REACH, group.height + more + 2 * _REACH)
        self._painter = painter
        self._shadow = QColor(shadow)
        self._shadow.setAlphaF(0.12)
        self.setOpacity(0.92)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        group = self._groups[0]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._shadow)
        for grown in (5.0, 3.0, 1.0):
            painter.drawRoundedRect(
                QRectF(-grown, 2 - grown, group.width + 2 * grown, group.height + 2 * grown), 12, 12
            )
        for step in reversed(range(len(self._groups))):
            painter.translate(5.0 * step, 5.0 * step)
            self._painter.paint(painter, self._groups[step])
            painter.translate(-5.0 * step, -5.0 * step)
