"""The map with its frozen edges: stage headers above, lane labels to the left, the body scrolling under both."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.map_scene.map_style import Density
from cxstudio.model import Id, LaneSetting, Stage
from cxstudio.model.lane_kinds import LaneKind
from ui.canvas.canvas_area import CanvasArea
from ui.canvas.project_pictures import ProjectPictures
from ui.context.context import Context
from ui.workspaces.journey.lane_labels.label_strip import LabelStrip
from ui.workspaces.journey.map.header_strip import HeaderStrip
from ui.workspaces.journey.map.map_dimming import Dimming
from ui.workspaces.journey.map.map_view import MapView
from ui.workspaces.journey.map.name_strip import NameStrip
from ui.workspaces.journey.map_model.map_model import MapModel

ROOM = 44.0
"""Points behind the last stage, for the button that adds one."""


class MapArea(CanvasArea):
    """Body, headers, labels and the corner between them."""

    view: MapView

    def __init__(self, context: Context, model: MapModel, parent: QWidget | None = None) -> None:
        pictures = ProjectPictures(context.session.assets.get, lambda: 2 * self.devicePixelRatioF())
        super().__init__(context.theme, parent, pictures)
        self._context, self._model = context, model
        self.scene.room = 0.0 if context.session.read_only else ROOM
        view = MapView(context, model, self.scene, self)
        self.header = HeaderStrip(context, model, view, self)
        self.labels = LabelStrip(context, model, view, self)
        self.names = NameStrip(context, lambda: model.layout, view, self)
        self.dimming = Dimming(context, model, self.scene, self.painter, self.header.show_back, self.names.show_back)
        self.put(view, header=self.header, labels=self.labels, names=self.names)
        model.changed.connect(self._changed)
        context.selection.changed.connect(self._selected)

    def _changed(self) -> None:
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Draw what the model holds now."""
        layout = self._model.layout
        if layout is None:
            return
        self._model.fill(self.height() - layout.header.height)
        layout = self._model.layout or layout
        self.scene.steady = self.view.gesture is not None
        density = layout.style.density
        self.draw(self._model.zoom, density, layout.body, layout.header, layout.labels, far=density is Density.FAR)
        self.dimming.refresh()
        self.view.show_marks()

    def place_in(self, record: Id, host: QWidget) -> QRect | None:
        """Where a record's text stands, in another widget's coordinates; None where it does not stand anywhere."""
        if isinstance(self._model.document.find(record), Stage):
            rect = self.header.stage_rect(record)
            return None if rect is None else _moved(rect.toRect().adjusted(4, 4, -4, -4), self.header, host)
        if isinstance(self._model.document.find(record), LaneSetting):
            label = self.labels.rect_of(f"lane:{LaneKind.OWN}:{record}")
            return None if label is None else _moved(label.toRect().adjusted(4, 4, -6, -4), self.labels, host)
        named = self.names.rect_of(record)
        if named is not None:
            return _moved(named, self.names, host)
        found = self.view.place_of(record)
        if found is None:
            return None
        return self.box_in(QRectF(found.x, found.y, found.group.width, found.group.height), host)

    def box_in(self, box: QRectF, host: QWidget) -> QRect:
        """A part of the map in another widget's coordinates."""
        return _moved(self.view.mapFromScene(box).boundingRect(), self.view.viewport(), host)

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._model.layout is not None:
            self._model.fill(self.height() - self._model.layout.header.height)
        super().resizeEvent(event)

    def follow(self) -> None:
        super().follow()
        self.header.lay_add()
        self.names.lay()

    def _selected(self) -> None:
        if self.isVisible():
            self.view.show_marks()
        self.header.update()
        self.names.update()


def _moved(rect: QRect, source: QWidget, host: QWidget) -> QRect:
    return rect.translated(source.mapTo(host, QPoint(0, 0)) if host.isAncestorOf(source) else QPoint(0, 0))
