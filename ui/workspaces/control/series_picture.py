"""A small chart as a widget: painted from its display list, with everything in words for readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cxstudio.layout.charts.chart_base import ChartStyle
from cxstudio.layout.display.display_list import DisplayList
from ui.canvas.group_painter import painter_in
from ui.canvas.scene_items import paint_groups
from ui.context.context import Context


class SeriesPicture(QWidget):
    """As wide as its place."""

    def __init__(
        self, context: Context, draw: Callable[[ChartStyle], DisplayList], spoken: str, height: int
    ) -> None:  # fmt: skip
        super().__init__()
        self.context, self._draw = context, draw
        self._painter = painter_in(context.theme.palette)
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken)

    def paintEvent(self, _: QPaintEvent) -> None:
        made = self._draw(ChartStyle(float(self.width()), float(self.height()), self.context.texts))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._painter.set_scale(1.0, self.devicePixelRatioF())
        paint_groups(list(made.flat()), self._painter, painter, QRectF(self.rect()))
        painter.end()
