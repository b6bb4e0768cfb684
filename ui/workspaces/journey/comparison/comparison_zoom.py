"""How near as-is and to-be are, and which part of them is in view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from cxstudio.layout.map_scene.map_style import FULL_COLUMN
from ui.canvas.interaction.zoom import Zoom, at

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.comparison.comparison_canvas import ComparisonView
    from ui.workspaces.journey.comparison.comparison_model import ComparisonModel


class ComparisonZoom:
    """Carries out the commands of zoom while the comparison is in view."""

    def __init__(self, context: Context, model: ComparisonModel, view: ComparisonView) -> None:
        self._context, self._model, self._view = context, model, view

    def zoom_in(self) -> None:
        """One step nearer."""
        self.set_zoom(self._model.zoom.step(1))

    def zoom_out(self) -> None:
        """One step farther."""
        self.set_zoom(self._model.zoom.step(-1))

    def zoom_100(self) -> None:
        """Everything at its own size."""
        self.set_zoom(Zoom())
        self._view.reveal_record(self._context.selection.id)

    def zoom_all(self) -> None:
        """Both journeys in view from end to end."""
        layout = self._model.layout
        if layout is not None and layout.board.columns:
            self.set_zoom(at(self._view.viewport().width() / FULL_COLUMN / len(layout.board.columns)))
            self._view.scroll_to(QPointF(0.0, 0.0))

    def zoom_stage(self) -> None:
        """The selection at 150 %: stages are not set apart here."""
        self.zoom_selection()

    def zoom_selection(self) -> None:
        """The selection at 150 %."""
        self.set_zoom(at(1.5))
        self._view.reveal_record(self._context.selection.id)

    def set_zoom(self, zoom: Zoom, spot: QPointF | None = None) -> None:
        """Zoom; what is under the spot (the middle of the view without one) stays where it is."""
        before, view = self._model.layout, self._view
        anchor = spot or QPointF(view.viewport().width() / 2, 0.0)
        point = view.viewportTransform().inverted()[0].map(anchor)
        self._model.set_zoom(zoom)
        after = self._model.layout
        if before is not None and after is not None:
            x = point.x() * after.board.wide / before.board.wide
            view.scroll_to(QPointF(x - anchor.x() / zoom.scale, point.y() - anchor.y() / zoom.scale))
