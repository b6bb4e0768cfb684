"""The schedule: bars along time, to be moved and stretched; zooming makes days wider or narrower."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.edits import reschedule, shift_measures
from cxstudio.layout.boards.schedule_layout import (
    FULL_DAY,
    LEAST_DAY,
    Part,
    ScheduleStyle,
    lay_out_schedule,
)
from cxstudio.layout.boards.time_axis import TimeAxis
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.look.roles import Role
from cxstudio.model import Document, Id, Measure
from ui.canvas.display_scene import CanvasScene
from ui.canvas.frozen_strip import FrozenStrip
from ui.canvas.hover_and_selection import Outline
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.press_machine import Press
from ui.canvas.interaction.zoom import Zoom, at
from ui.context.context import Context
from ui.workspaces.measures.boards.dependency_gesture import Connect
from ui.workspaces.measures.boards.plan_area import PlanArea
from ui.workspaces.measures.boards.plan_model import PlanModel
from ui.workspaces.measures.boards.schedule_gestures import RESCHEDULE, DrawSpan, ShiftBars, StretchBar
from ui.workspaces.measures.boards.schedule_zoom import ScheduleCanvasView, ScheduleZoom

_GRIP: Final = 12.0
"""Points across the ring an arrow is drawn from."""
_LABELS: Final = (200.0, 0.36, 420.0)
"""Width of the labels: at least, as a share of the room, at most."""


class ScheduleView(ScheduleCanvasView):
    """Bars; what is dragged at an end is stretched."""

    def __init__(self, context: Context, model: PlanModel, scene: CanvasScene, area: ScheduleArea) -> None:
        self.shown = lay_out_schedule(model.plan)
        self._area = area
        super().__init__(context, model, scene, area, context.tr("Schedule of the measures"))
        self._grip = Outline(context.theme.colour(Role.ACCENT), 2.0)
        scene.add_above(self._grip, 2)

    def order(self) -> Sequence[Id]:
        return self.shown.order

    def record_at(self, at: QPointF) -> Id | None:
        row = self.shown.row_at(at.y())
        return row.item.measure if row is not None and row.item is not None else None

    def boxes(self, measure: Id | None) -> list[QRectF]:
        return [QRectF(*box).adjusted(-1, -1, 1, 1) for box in self.shown.boxes(measure)]

    def beside(self, measure: Id | None, across: int, down: int) -> Id | None:
        order = self.order()
        if measure not in order:
            return order[0] if order else None
        place = order.index(measure) + (down or across)
        return order[place] if 0 <= place < len(order) else None

    def drag(self, press: Press) -> Gesture | None:
        measure = self._held
        record = self.model.measure(measure)
        if measure is None or record is None:
            return None
        grip = self.grip_box(measure)
        if grip is not None and grip.contains(press.at):
            return Connect(self, measure)
        found = self.shown.part_at(press.at.x(), press.at.y())
        if record.start is None and record.due is None:
            return DrawSpan(self, measure, press.at)
        if found is None:
            return None
        if found[1] is not Part.BODY:
            return StretchBar(self, measure, found[1], press.at)
        chosen = tuple(m.id for m in self.context.selection.all_of(Measure))
        return ShiftBars(self, chosen if measure in chosen else (measure,), press.at)

    def hover(self, at: QPointF) -> None:
        super().hover(at)
        found = self.shown.part_at(at.x(), at.y())
        grip = self.grip_box(self.record_at(at)) if self.writable else None
        self._grip.surround(grip, _GRIP / 2)
        if grip is not None and grip.contains(at):
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        elif found is None or not self.writable:
            self.viewport().setCursor(Qt.CursorShape.ArrowCursor)
        elif found[1] is not Part.BODY:
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)

    def grip_box(self, measure: Id | None) -> QRectF | None:
        """Where an arrow to another measure is drawn from: behind the end of its bar; None without one."""
        row = self.shown.row_of(measure)
        box = next(iter(self.shown.boxes(measure)), None)
        if row is None or row.span is None or box is None:
            return None
        x, y, wide, high = box
        return QRectF(x + wide + 3, y + high / 2 - _GRIP / 2, _GRIP, _GRIP)

    def nudge(self, measures: tuple[Id, ...], across: int, down: int, *, stretch: bool) -> None:
        if down:
            self.context.commands.run("measures.down" if down > 0 else "measures.up")
        elif not stretch:
            self.change(RESCHEDULE, lambda draft: shift_measures(draft, measures, across))
            self.say_days(self.context.document, measures[-1])
        else:
            record = self.model.measure(measures[-1])
            if record is not None and record.due is not None:
                due = record.due + timedelta(across)
                if record.start is None or due >= record.start:
                    self.change(RESCHEDULE, lambda draft: reschedule(draft, record.id, record.start, due))
                    self.say_days(self.context.document, record.id)

    def say_days(self, document: Document, measure: Id) -> None:
        """Tell the days of a measure as they are drawn."""
        record, texts = document.find(measure), self.context.texts
        if isinstance(record, Measure):
            start, due = (texts.date(d) if d else "…" for d in (record.start, record.due))
            self.context.messages.say(f"{start} – {due}")

    def hold_axis(self, on: bool) -> None:
        """Let the axis keep still while something is dragged."""
        self._area.held_axis = self.shown.axis if on else None
        self.canvas.steady = on

    def title_box(self, measure: Id) -> QRectF | None:
        row = self.shown.row_of(measure)
        box = next(iter(self.boxes(measure)), None)
        return None if row is None or box is None else QRectF(box.x(), row.y + 8, max(box.width(), 260.0), 34.0)

    def _mine(self, event: QKeyEvent) -> bool:
        return super()._mine(event) or _zoom_step(event) is not None

    def _took(self, event: QKeyEvent) -> bool:
        step = _zoom_step(event)
        if step is None:
            return super()._took(event)
        zooming = self._area.zooming
        {1: zooming.zoom_in, -1: zooming.zoom_out, 0: zooming.zoom_100}[step]()
        return True


def _zoom_step(event: QKeyEvent) -> int | None:
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    return {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_0: 0}.get(Qt.Key(event.key()))


class Labels(FrozenStrip):
    """Titles of the rows; a click selects the measure."""

    def __init__(self, view: ScheduleView, parent: QWidget) -> None:
        super().__init__(view, parent)
        self._view = view
        self.setAccessibleName(view.context.tr("Measures"))
        view.context.selection.changed.connect(self.update)

    def press(self, press: Press) -> bool:
        row = self._view.shown.row_at(press.at.y())
        self._view.picking.press(row.item.measure if row is not None and row.item else None, press.modifiers)
        self._view.setFocus(Qt.FocusReason.MouseFocusReason)
        return True

    def click(self, press: Press) -> None:
        self._view.picking.clicked()

    def open(self, at: QPointF) -> None:
        self._view.open(at)

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        self._view.menu(at, where)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        chosen, scale = self._view.context.selection.ids, self.scale_factor
        boxes = []
        for row in self._view.shown.rows:
            if row.item is not None and row.item.measure in chosen:
                y = (row.y - self.offset.y()) * scale
                boxes.append(QRectF(3, y + 3, self.width() - 8, row.height * scale - 7))
        self.surround(boxes, 6)


class ScheduleArea(PlanArea):
    """Titles to the left, months above, bars between."""

    view: ScheduleView

    def __init__(self, context: Context, model: PlanModel) -> None:
        super().__init__(context, model)
        self.zoom = Zoom()
        self.held_axis: TimeAxis | None = None
        view = ScheduleView(context, model, self.scene, self)
        self.header = FrozenStrip(view, self)
        self.header.setAccessibleName(context.tr("Months"))
        self.labels = Labels(view, self)
        self.put(view, header=self.header, labels=self.labels)
        self.zooming = ScheduleZoom(self, view)

    def set_zoom(self, zoom: Zoom) -> None:
        """Bring the days nearer or farther."""
        self.zoom = at(max(zoom.value, LEAST_DAY / FULL_DAY))
        self.refresh()

    def draw_board(self) -> None:
        scale = self.zoom.scale
        least, share, most = _LABELS
        wide = min(max(least, self.width() * share), most) / scale
        room = max((self.width() - wide * scale - 14) / scale, 200.0)
        style = ScheduleStyle(FULL_DAY * min(1.0, self.zoom.value), wide, room)
        shown = lay_out_schedule(self.model.plan, style, self.held_axis)
        first = self.view.shown.axis.first
        self.view.shown = shown
        self.draw(self.zoom, Density.NEAR, shown.body, shown.header, shown.labels)
        if first != shown.axis.first and not self.zooming.carrying:
            moved = (first - shown.axis.first).days * shown.axis.day
            self.view.scroll_by(round(moved * scale), 0)
