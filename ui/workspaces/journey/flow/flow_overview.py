"""The overview strip below the flow: the whole journey, and the part of it in view."""

from __future__ import annotations

from PySide6.QtCore import QPointF

from ui.canvas.group_painter import GroupPainter
from ui.context.context import Context
from ui.workspaces.journey.flow.flow_area import FlowArea
from ui.workspaces.journey.flow.flow_model import FlowModel
from ui.workspaces.journey.map.overview_strip import OverviewStrip


class FlowOverview(OverviewStrip):
    """The map's strip, in step with the flow: both know their stages' places."""

    def __init__(self, context: Context, model: FlowModel, area: FlowArea) -> None:
        painter = GroupPainter(area.painter.colours, area.painter.faces)
        super().__init__(
            context, model.highlight, lambda: model.layout.stages if model.layout else (), area.view, painter
        )
        model.documented.connect(self.document_changed)
        model.changed.connect(self.drawing_changed)
        area.moved.connect(self.follow)
        self.wanted.connect(self._centre)

    def _centre(self, x: float) -> None:
        window = self._view.window_rect
        self._view.scroll_to(QPointF(x - window.width() / 2, window.top()))
