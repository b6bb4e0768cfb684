"""The overview strip below the flow: the whole journey, and the part of it in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from ui.canvas.painter import GroupPainter
from ui.context import Context
from ui.workspaces.journey.flow.area import FlowArea
from ui.workspaces.journey.flow.model import FlowModel
from ui.workspaces.journey.overview import OverviewStrip


class FlowOverview(OverviewStrip):
    """The map's strip, in step with the flow: both know their stages' places."""

    def __init__(self, context: Context, model: FlowModel, area: FlowArea) -> None:
        painter = GroupPainter(area.painter.colours, area.painter.faces)
        super().__init__(context, model, area, painter)
        self._flow = area
        self.wanted.connect(self._centre)

    def _centre(self, x: float) -> None:
        window = self._flow.view.window_rect
        self._flow.view.scroll_to(QPointF(x - window.width() / 2, window.top()))
