"""A part of the map that stays: stage headers scroll only sideways, lane labels only up and down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.display.display_list import DisplayList, Placed
from cxstudio.look.roles import Role
from ui.canvas.canvas_view import CanvasView
from ui.canvas.hit_testing import frames_within, group_at
from ui.canvas.interaction.press_machine import Interaction, PressMachine
from ui.canvas.paint_errors import report
from ui.canvas.scene_items import paint_groups


class FrozenStrip(Interaction, QWidget):
    """Paints a display list at the scale and the scrolling of a view beside it."""

    def __init__(self, beside: CanvasView, parent: QWidget | None = None) -> None:
        """`beside` is the view it belongs to: what scrolls and zooms over the strip does so there."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._beside = beside
        self._painter = beside.canvas.group_painter
        self.edged = False
        """Whether a thin line closes it to the right."""
        self.stuck_at: Callable[[float], Placed | None] = lambda left: None
        """What stands at the left edge of the strip instead of the group of that key, which begins beyond it."""
        self.display_list: DisplayList | None = None
        self.scale_factor = 1.0
        self.offset = QPointF()
        self.machine = PressMachine(self, self)

    def show_list(self, display_list: DisplayList) -> None:
        """Show another list from now on."""
        if display_list is not self.display_list:
            self.display_list = display_list
            self.update()

    def follow(self, offset: QPointF, scale: float) -> None:
        """Stand where the view stands; `offset` in points."""
        if offset == self.offset and scale == self.scale_factor:
            return
        way = (self.offset - offset) * scale
        same = scale == self.scale_factor and way == way.toPoint().toPointF() and not self.edged
        before, self.offset, self.scale_factor = self.stuck, offset, scale
        if same and max(abs(way.x()), abs(way.y())) < self.width() / 2 and not self._covered():
            self.scroll(round(way.x()), round(way.y()), self.rect())
            ends = [self.box_of(one).right() for one in (before, self.stuck) if one is not None]
            if ends:
                self.update(0, 0, ceil(max(ends)) + 1, self.height())
        else:
            self.update()

    @property
    def stuck(self) -> Placed | None:
        """What stands at the left edge just now."""
        return self.stuck_at(self.offset.x())

    def box_of(self, placed: Placed) -> QRectF:
        """Where a group stands in the widget."""
        scale, group = self.scale_factor, placed.group
        corner = (QPointF(placed.x, placed.y) - self.offset) * scale
        return QRectF(corner.x(), corner.y(), group.width * scale, group.height * scale)

    def _covered(self) -> bool:
        """Whether something lies on it that must not be scrolled along."""
        return any(isinstance(child, QWidget) and child.isVisible() for child in self.children())

    def at(self, position: QPointF) -> QPointF:
        return position / self.scale_factor + self.offset

    def scroll_by(self, right: int, down: int) -> None:
        self._beside.scroll_by(right, down)

    @property
    def flat(self) -> bool:
        return self._beside.flat

    def zoom(self, factor: float, position: QPointF) -> None:
        self._beside.zoom(factor, self._beside.viewport().mapFromGlobal(self.mapToGlobal(position)))

    def group_at(self, at: QPointF) -> Placed | None:
        """The group with a record at a place."""
        return group_at(self.display_list, at.x(), at.y()) if self.display_list is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, colours = QPainter(self), self._painter.colours
        painter.fillRect(event.rect(), colours.colour(Role.SURFACE))
        if self.display_list is not None:
            self._paint_list(painter, self.display_list, event)
        if self.edged:
            painter.resetTransform()
            painter.fillRect(self.width() - 1, 0, 1, self.height(), colours.colour(Role.LINE))
        painter.end()

    def surround(self, boxes: Iterable[QRectF], radius: float) -> None:
        """Paint a line around each of these boxes of the widget: what is selected."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._painter.colours.pen(Role.ACCENT, 2.0))
        for box in boxes:
            painter.drawRoundedRect(box, radius, radius)
        painter.end()

    def _paint_list(self, painter: QPainter, display_list: DisplayList, event: QPaintEvent) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.scale_factor, self.scale_factor)
        painter.translate(-self.offset)
        window = event.rect().toRectF()
        window.moveTo(window.topLeft() / self.scale_factor + self.offset)
        window.setSize(window.size() / self.scale_factor)
        stuck = self.stuck
        try:
            for stood in frames_within(display_list, window):
                painter.translate(stood.x, stood.y)
                paint_groups(
                    _with(stood.frame.groups, stuck), self._painter, painter, window.translated(-stood.x, -stood.y)
                )
                painter.translate(-stood.x, -stood.y)
        except Exception as error:  # noqa: BLE001 - the strip goes blank, the map beside it stays
            self.display_list = None
            report(error)


def _with(groups: Sequence[Placed], stuck: Placed | None) -> Sequence[Placed]:
    """The groups with the one of that key standing where it is stuck."""
    if stuck is None:
        return groups
    return [stuck if placed.group.key == stuck.group.key else placed for placed in groups]
