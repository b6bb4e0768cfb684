"""How near as-is and to-be are, and which part of them is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from cxstudio.layout.map_scene.map_style import FULL_COLUMN
from ui.canvas.interaction.zoom import at
from ui.canvas.zooming import Zooming

if TYPE_CHECKING:
    from cxstudio.layout.comparison import ComparisonLayout
    from ui.context.context import Context
    from ui.workspaces.journey.comparison.comparison_canvas import ComparisonView
    from ui.workspaces.journey.comparison.comparison_model import ComparisonModel


class ComparisonZoom(Zooming):
    """Carries out the commands of zoom while the comparison is in view."""

    _model: ComparisonModel
    _view: ComparisonView

    def __init__(self, context: Context, model: ComparisonModel, view: ComparisonView) -> None:
        super().__init__(model, view)
        self._context = context

    def carry(self, before: ComparisonLayout, after: ComparisonLayout, point: QPointF) -> QPointF:
        return QPointF(point.x() * after.board.wide / before.board.wide, point.y())

    def reveal_selected(self) -> None:
        self._view.reveal_record(self._context.selection.id)

    def zoom_all(self) -> None:
        """Both journeys in view from end to end."""
        layout = self._model.layout
        if layout is not None and layout.board.columns:
            self.set_zoom(at(self._view.viewport().width() / FULL_COLUMN / len(layout.board.columns)))
            self._view.scroll_to(QPointF(0.0, 0.0))
