"""The strip below the flow to which a way is dragged where customers give up."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtWidgets import QGraphicsView

from ui.context.context import Context
from ui.theme.plain_texts import PlainLabel
from ui.widgets.basics import restyle

_HIGH, _WIDE, _BELOW = 56, 420, 12


class ExitArea(PlainLabel):
    """Only there while a way is being drawn."""

    def __init__(self, context: Context, view: QGraphicsView) -> None:
        super().__init__(context.tr("Let go here: customers drop out"), view.viewport())
        self._view = view
        self.setProperty("kind", "exit")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def open(self) -> None:
        """Show it at the lower edge of the view."""
        size = self._view.viewport().size()
        wide = min(_WIDE, size.width() - 32)
        self.setGeometry(QRect((size.width() - wide) // 2, size.height() - _HIGH - _BELOW, wide, _HIGH))
        self.light(False)
        self.show()
        self.raise_()

    def meets(self, at: QPointF) -> bool:
        """Whether a place of the drawing is under it, or between it and the lower edge."""
        return self.isVisible() and self.geometry().adjusted(0, 0, 0, _BELOW).contains(self._view.mapFromScene(at))

    def light(self, on: bool) -> None:
        """Show that letting go here means it."""
        tone = "critical" if on else ""
        if self.property("tone") != tone:
            self.setProperty("tone", tone)
            restyle(self)
