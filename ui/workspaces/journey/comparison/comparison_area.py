"""The picture with its frozen label column."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from ui.canvas.canvas_area import CanvasArea
from ui.canvas.frozen_strip import FrozenStrip
from ui.context.context import Context
from ui.workspaces.journey.comparison.comparison_canvas import ComparisonView
from ui.workspaces.journey.comparison.comparison_model import ComparisonModel
from ui.workspaces.journey.map.name_strip import NameStrip


class ComparisonArea(CanvasArea):
    """Frozen labels to the left, the picture to the right, the names over it once the cards are out of view."""

    view: ComparisonView

    def __init__(self, context: Context, model: ComparisonModel) -> None:
        super().__init__(context.theme)
        self._model = model
        view = ComparisonView(context, model, self.scene, self)
        self.labels = FrozenStrip(view, self)
        self.labels.setAccessibleName(context.tr("Rows of the comparison"))
        self.names = NameStrip(context, lambda: model.layout, view, self)
        self.put(view, labels=self.labels, names=self.names)

    def refresh(self) -> None:
        """Draw what the model holds now."""
        layout = self._model.layout
        if layout is not None:
            self.draw(self._model.zoom, layout.board.style.density, layout.body, labels=layout.labels)
            self.view.show_marks()

    def follow(self) -> None:
        super().follow()
        self.names.lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._model.set_height(self.height() / self._model.zoom.scale)
        super().resizeEvent(event)
