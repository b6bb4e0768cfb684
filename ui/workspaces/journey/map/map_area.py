"""The map with its frozen edges: stage headers above, lane labels to the left, the body scrolling under both."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.map.highlight_marks import Strip
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.look.roles import Role
from cxstudio.model import Id, LaneSetting, Stage
from cxstudio.model.lane_kinds import LaneKind
from ui.canvas.canvas_area import CanvasArea
from ui.canvas.canvas_view import CanvasView
from ui.canvas.dimming import within
from ui.canvas.frozen_strip import FrozenStrip
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.press_machine import Press
from ui.canvas.project_pictures import ProjectPictures
from ui.context.context import Context
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.workspaces.journey.gestures.card_gestures import DragStage
from ui.workspaces.journey.gestures.held_records import watch_records
from ui.workspaces.journey.lane_labels.label_strip import LabelStrip
from ui.workspaces.journey.map.map_dimming import Dimming, veil_colour
from ui.workspaces.journey.map.map_view import MapView
from ui.workspaces.journey.map_model.map_model import MapModel

_ARROW = 30.0
"""Width in pixels of the part of a folded header that unfolds it."""
"""Thumbnails kept ready before the oldest are forgotten."""
ROOM = 44.0
"""Points behind the last stage, for the button that adds one."""


class HeaderStrip(FrozenStrip):
    """Stage headers: click selects, drag moves the stage, double click renames; + at the end adds one."""

    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPointF)
    pressed = Signal(str)
    fold_pressed = Signal(str)
    """The arrow of a folded stage."""

    def __init__(self, context: Context, model: MapModel, beside: CanvasView, parent: QWidget) -> None:
        super().__init__(beside, parent)
        self.setAccessibleName(context.tr("Stages"))
        self._context, self._model = context, model
        self._held: Id | None = None
        self._back: Sequence[Strip] = ()
        watch_records(self.machine, context)
        self.add = PlainToolButton(self)
        self.add.setIcon(context.theme.icon("plus", Role.ACCENT))
        row = context.commands.rows["journey.new_stage"]
        set_tooltip(self.add, context.commands.tooltip(row))
        self.add.setAccessibleName(context.tr(row.text))
        self.add.clicked.connect(lambda: context.commands.run("journey.new_stage"))

    def lay_add(self) -> None:
        """Put the + behind the last stage, or at the right edge where that is out of view."""
        layout = self._model.layout
        if layout is None:
            self.add.hide()
            return
        end = layout.header.width if layout.stages else 0.0
        x = round((end - self.offset.x()) * self.scale_factor) + 4
        self.add.setVisible(not self._context.session.read_only and x < self.width() - 8)
        self.add.setGeometry(QRect(x, (self.height() - 28) // 2, 28, 28))

    def stage_rect(self, stage: Id) -> QRectF | None:
        """Where a stage's header stands in the widget."""
        layout = self._model.layout
        span = next((s for s in layout.stages if s.stage == stage), None) if layout is not None else None
        if span is None or layout is None:
            return None
        x = (span.x - self.offset.x()) * self.scale_factor
        return QRectF(x, 0.0, span.width * self.scale_factor, layout.header.height * self.scale_factor)

    def _stage(self, at: QPointF) -> Id | None:
        found = self.group_at(at)
        return found.group.record if found is not None else None

    def show_back(self, strips: Sequence[Strip]) -> None:
        """Let these stages step back."""
        if strips or self._back:
            self._back = strips
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self._paint_back()
        selected = self._context.selection.all_of(Stage)
        rects = [rect for stage in selected if (rect := self.stage_rect(stage.id)) is not None]
        self.surround((rect.adjusted(2, rect.height() / 6, -2, -rect.height() / 6) for rect in rects), 7)

    def _paint_back(self) -> None:
        painter = QPainter(self)
        painter.scale(self.scale_factor, self.scale_factor)
        painter.translate(-self.offset.x(), 0.0)
        left, right = self.at(QPointF(0.0, 0.0)).x(), self.at(QPointF(self.width(), 0.0)).x()
        for strip in within(self._back, left, right):
            box = QRectF(strip.x, 0.0, strip.width, self.height() / self.scale_factor - 1)
            painter.fillRect(box, veil_colour(self._context.theme))
        painter.end()

    def press(self, press: Press) -> bool:
        stage = self._held = self._stage(press.at)
        rect = self.stage_rect(stage) if stage is not None else None
        if stage is None or rect is None:
            return False
        if stage in self._model.folded and press.position.x() - rect.x() < _ARROW:
            self.fold_pressed.emit(stage)
            return False
        self.pressed.emit(stage)
        return True

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        if self._context.session.read_only or self._held is None:
            return None
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        return DragStage(self._context, self._model, self._held)

    def open(self, at: QPointF) -> None:
        stage = self._stage(at)
        if stage is not None:
            self.edit_wanted.emit(stage)

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        self.menu_wanted.emit((self._stage(at) if at is not None else None) or "", where)


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
        self.dimming = Dimming(context, model, self.scene, self.painter, self.header.show_back)
        self.put(view, header=self.header, labels=self.labels)
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

    def _selected(self) -> None:
        if self.isVisible():
            self.view.show_marks()
        self.header.update()


def _moved(rect: QRect, source: QWidget, host: QWidget) -> QRect:
    return rect.translated(source.mapTo(host, QPoint(0, 0)) if host.isAncestorOf(source) else QPoint(0, 0))
