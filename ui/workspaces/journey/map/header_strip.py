"""The stage headers over the map: the name of the stage at the left edge stays readable while it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.display.display_list import Placed
from cxstudio.look.roles import Role
from cxstudio.model import Id, Stage
from ui.canvas.canvas_view import CanvasView
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.press_machine import Press
from ui.context.context import Context
from ui.theme.plain_texts import PlainToolButton, set_tooltip
from ui.workspaces.journey.gestures.card_gestures import DragStage
from ui.workspaces.journey.map.map_strip import MapStrip
from ui.workspaces.journey.map_model.map_model import MapModel

_ARROW = 30.0
"""Width in pixels of the part of a folded header that unfolds it."""


class HeaderStrip(MapStrip):
    """Stage headers: click selects, drag moves the stage, double click renames; + at the end adds one."""

    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPointF)
    pressed = Signal(str)
    fold_pressed = Signal(str)
    """The arrow of a folded stage."""

    def __init__(self, context: Context, model: MapModel, beside: CanvasView, parent: QWidget) -> None:
        super().__init__(context, beside, parent)
        self._model = model
        self.setAccessibleName(context.tr("Stages"))
        self.stuck_at = self._stuck
        self._held: Id | None = None
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
        stuck = self.stuck
        if stuck is not None and stuck.group.record == stage:
            return self.box_of(stuck)
        x = (span.x - self.offset.x()) * self.scale_factor
        return QRectF(x, 0.0, span.width * self.scale_factor, layout.header.height * self.scale_factor)

    def _stuck(self, left: float) -> Placed | None:
        layout = self._model.layout
        return layout.header_at(left) if layout is not None else None

    def hint(self, at: QPointF) -> str:
        stage = self._context.document.find(self._stage(at))
        return stage.name if isinstance(stage, Stage) else ""

    def _stage(self, at: QPointF) -> Id | None:
        found = self.group_at(at)
        return found.group.record if found is not None else None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        selected = self._context.selection.all_of(Stage)
        rects = [rect for stage in selected if (rect := self.stage_rect(stage.id)) is not None]
        self.surround((rect.adjusted(2, rect.height() / 6, -2, -rect.height() / 6) for rect in rects), 7)

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
