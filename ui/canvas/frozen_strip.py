"""A part of the map that stays: stage headers scroll only sideways, lane labels only up and down."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.display.display_list import DisplayList, Placed
from cxstudio.look.roles import Role
from ui.canvas.group_painter import GroupPainter
from ui.canvas.hit_testing import frames_within, group_at
from ui.canvas.interaction.press_machine import Interaction, PressMachine
from ui.canvas.scene_items import Report, paint_groups


class FrozenStrip(Interaction, QWidget):
    """Paints a display list at the scale and the scrolling of a view beside it."""

    scroll_wanted = Signal(int, int)
    """The view beside it is to be scrolled by pixels, to the right and down."""

    def __init__(self, painter: GroupPainter, ground: Role, report: Report, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._painter = painter
        self._ground = painter.colours.colour(ground)
        self._report = report
        self._edge = painter.colours.colour(Role.LINE)
        self.edged = False
        """Whether a thin line closes it to the right."""
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
        self.offset, self.scale_factor = offset, scale
        if same and max(abs(way.x()), abs(way.y())) < self.width() / 2 and not self._covered():
            self.scroll(round(way.x()), round(way.y()), self.rect())
        else:
            self.update()

    def _covered(self) -> bool:
        """Whether something lies on it that must not be scrolled along."""
        return any(isinstance(child, QWidget) and child.isVisible() for child in self.children())

    def at(self, position: QPointF) -> QPointF:
        return position / self.scale_factor + self.offset

    def scroll_by(self, right: int, down: int) -> None:
        self.scroll_wanted.emit(right, down)

    def group_at(self, at: QPointF) -> Placed | None:
        """The group with a record at a place."""
        return group_at(self.display_list, at.x(), at.y()) if self.display_list is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._ground)
        if self.display_list is not None:
            self._paint_list(painter, self.display_list, event)
        if self.edged:
            painter.resetTransform()
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._edge)
        painter.end()

    def _paint_list(self, painter: QPainter, display_list: DisplayList, event: QPaintEvent) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.scale_factor, self.scale_factor)
        painter.translate(-self.offset)
        window = event.rect().toRectF()
        window.moveTo(window.topLeft() / self.scale_factor + self.offset)
        window.setSize(window.size() / self.scale_factor)
        try:
            for stood in frames_within(display_list, window):
                painter.translate(stood.x, stood.y)
                paint_groups(stood.frame.groups, self._painter, painter, window.translated(-stood.x, -stood.y))
                painter.translate(-stood.x, -stood.y)
        except Exception as error:  # noqa: BLE001 - the strip goes blank, the map beside it stays
            self.display_list = None
            self._report(error)
