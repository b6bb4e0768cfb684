"""What the strips over the map share: columns that step back, and the whole of a text that had to be cut."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.map.highlight_marks import Strip
from ui.canvas.canvas_view import CanvasView
from ui.canvas.dimming import within
from ui.canvas.frozen_strip import FrozenStrip
from ui.context.context import Context
from ui.theme.plain_texts import show_tooltip
from ui.workspaces.journey.gestures.held_records import watch_records
from ui.workspaces.journey.map.map_dimming import veil_colour


class MapStrip(FrozenStrip):
    """A strip over the columns of the map."""

    def __init__(self, context: Context, beside: CanvasView, parent: QWidget) -> None:
        super().__init__(beside, parent)
        self._context = context
        self._back: Sequence[Strip] = ()
        watch_records(self.machine, context)

    def hint(self, at: QPointF) -> str:
        """What to say while the pointer rests at a place."""
        return ""

    def show_back(self, strips: Sequence[Strip]) -> None:
        """Let these parts step back."""
        if strips or self._back:
            self._back = strips
            self.update()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            show_tooltip(event.globalPos(), self.hint(self.at(event.pos().toPointF())), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.scale(self.scale_factor, self.scale_factor)
        painter.translate(-self.offset.x(), 0.0)
        left, right = self.at(QPointF(0.0, 0.0)).x(), self.at(QPointF(self.width(), 0.0)).x()
        for strip in within(self._back, left, right):
            box = QRectF(strip.x, 0.0, strip.width, self.height() / self.scale_factor - 1)
            painter.fillRect(box, veil_colour(self._context.theme))
        painter.end()
