"""The picture with its frozen label column."""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cxstudio.layout.display.display_list import Detail
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.look.fonts import font_book
from cxstudio.look.roles import Role
from ui.canvas.display_scene import CanvasScene
from ui.canvas.frozen_strip import FrozenStrip
from ui.canvas.glyph_faces import Faces
from ui.canvas.group_painter import GroupPainter
from ui.canvas.paint_errors import report
from ui.canvas.qt_colours import Colours
from ui.context.context import Context
from ui.workspaces.journey.comparison.comparison_canvas import ComparisonView
from ui.workspaces.journey.comparison.comparison_model import ComparisonModel

_DETAIL = {Density.NEAR: Detail.NEAR, Density.MIDDLE: Detail.MIDDLE, Density.FAR: Detail.FAR}


class ComparisonArea(QWidget):
    """Frozen labels to the left, the picture to the right."""

    def __init__(self, context: Context, model: ComparisonModel) -> None:
        super().__init__()
        self._context, self._model = context, model
        colours = Colours(context.theme.palette)
        self.painter = GroupPainter(colours, Faces(font_book().path))
        self.scene = CanvasScene(self.painter, self)
        self.scene.setBackgroundBrush(colours.colour(Role.SURFACE))
        self.scene.failed.connect(report)
        self.view = ComparisonView(context, model, self.scene, self)
        self.labels = FrozenStrip(self.painter, Role.SURFACE, report, self)
        self.labels.setAccessibleName(context.tr("Rows of the comparison"))
        self.labels.edged = True
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.labels, 0, 0)
        grid.addWidget(self.view, 0, 1)
        grid.setColumnStretch(1, 1)
        self.view.moved.connect(self._follow)

    def refresh(self) -> None:
        """Draw what the model holds now."""
        layout, zoom = self._model.layout, self._model.zoom
        if layout is None:
            return
        self.painter.set_detail(_DETAIL[layout.board.style.density])
        if self.view.scale_factor != zoom.scale:
            self.view.set_scale(zoom.scale)
        self.painter.set_scale(zoom.scale, self.devicePixelRatioF())
        self.scene.show_list(layout.body)
        self.labels.show_list(layout.labels)
        self.labels.setFixedWidth(round(layout.labels.width * zoom.scale))
        self._follow()
        self.view.show_marks()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._model.set_height(self.height() / self._model.zoom.scale)
        self._follow()

    def _follow(self) -> None:
        self.labels.follow(QPointF(0.0, self.view.window_rect.top()), self.view.scale_factor)
