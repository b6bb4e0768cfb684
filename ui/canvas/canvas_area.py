"""A canvas with its frozen edges: headers above, labels to the left, and a corner where both meet."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from cxstudio.layout.display.display_list import Detail, DisplayList
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.look.roles import Role
from ui.canvas.canvas_view import CanvasView
from ui.canvas.display_scene import CanvasScene
from ui.canvas.frozen_strip import FrozenStrip
from ui.canvas.group_painter import PixmapOf, no_pictures, painter_in
from ui.canvas.interaction.zoom import Zoom
from ui.canvas.paint_errors import report
from ui.theme.theme import Theme

_DETAIL: Final = {Density.NEAR: Detail.NEAR, Density.MIDDLE: Detail.MIDDLE, Density.FAR: Detail.FAR}


class CanvasArea(QWidget):
    """Keeps strips where their view stands; a subclass makes the view and says what is drawn."""

    view: CanvasView
    moved = Signal()
    """Another part of the drawing is in view, or it is nearer or farther."""

    def __init__(self, theme: Theme, parent: QWidget | None = None, pixmap_of: PixmapOf = no_pictures) -> None:
        super().__init__(parent)
        self.painter = painter_in(theme.palette, pixmap_of)
        self.scene = CanvasScene(self.painter, self)
        self.scene.setBackgroundBrush(theme.colour(Role.SURFACE))
        self.scene.failed.connect(report)
        self._header: FrozenStrip | None = None
        self._labels: FrozenStrip | None = None
        self._names: FrozenStrip | None = None
        self._seen: tuple[QRectF, float] | None = None
        """The part in view, and at which scale."""

    def put(
        self,
        view: CanvasView,
        *,
        header: FrozenStrip | None = None,
        labels: FrozenStrip | None = None,
        names: FrozenStrip | None = None,
    ) -> None:
        """Set the view and its strips beside each other; `names` lies over the view and puts itself there."""
        self.view, self._header, self._labels, self._names = view, header, labels, names
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        if header is not None and labels is not None:
            corner = FrozenStrip(view, self)
            corner.edged = True
            grid.addWidget(corner, 0, 0)
        for strip, row, column in ((header, 0, 1), (labels, 1, 0)):
            if strip is not None:
                grid.addWidget(strip, row, column)
        if labels is not None:
            labels.edged = True
        grid.addWidget(view, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        view.moved.connect(self.follow)

    def draw(
        self,
        zoom: Zoom,
        density: Density,
        body: DisplayList,
        header: DisplayList | None = None,
        labels: DisplayList | None = None,
        *,
        far: bool = False,
    ) -> None:
        """Show these drawings; `far` as tiles of a picture."""
        self.painter.set_detail(_DETAIL[density])
        if self.view.scale_factor != zoom.scale:
            self.view.set_scale(zoom.scale)
        self.painter.set_scale(zoom.scale, self.devicePixelRatioF())
        self.scene.show_list(body, far=far)
        if self._header is not None and header is not None:
            self._header.show_list(header)
            self._header.setFixedHeight(round(header.height * zoom.scale))
        if self._labels is not None and labels is not None:
            self._labels.show_list(labels)
            self._labels.setFixedWidth(round(labels.width * zoom.scale))
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.follow()

    def follow(self) -> None:
        """Let the strips stand where the view stands."""
        window, scale = self.view.window_rect, self.view.scale_factor
        for strip in (self._header, self._names):
            if strip is not None:
                strip.follow(QPointF(window.left(), 0.0), scale)
        if self._labels is not None:
            self._labels.follow(QPointF(0.0, window.top()), scale)
        if (window, scale) != self._seen:
            self._seen = window, scale
            self.moved.emit()
