"""The lane labels beside the map: drag one to order lanes, drag its lower edge to size one; arrows and keys as well."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from cxstudio.layout.map_scene.map_style import LaneRow
from ui.canvas.canvas_view import CanvasView
from ui.canvas.frozen_strip import FrozenStrip
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.press_machine import Press, speak
from ui.context.context import Context
from ui.workspaces.journey.gestures.held_records import watch_records
from ui.workspaces.journey.lane_labels.lane_gestures import MoveLane, SizeLane
from ui.workspaces.journey.lane_labels.lanes_menu import lane_of
from ui.workspaces.journey.map_model.map_model import MapModel

_EDGE = 5.0
"""So near (pixels) to its lower edge a press sizes a lane."""
_OWN_KEYS = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Delete, Qt.Key.Key_Space)


class LabelStrip(FrozenStrip):
    """One label per lane; the current one is what keys and the menu mean."""

    menu_wanted = Signal(str, QPointF)
    collapse_wanted = Signal(str)
    command_wanted = Signal(str)
    """Something to be done with the current lane: the id of the command."""

    def __init__(self, context: Context, model: MapModel, beside: CanvasView, parent: QWidget) -> None:
        super().__init__(beside, parent)
        self._context, self._model = context, model
        self._key = ""
        self._held: tuple[LaneRow, bool] | None = None
        """The lane that was pressed, and whether at its edge."""
        watch_records(self.machine, context)
        self.setAccessibleName(context.tr("Lanes"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        model.changed.connect(self._speak)

    @property
    def rows(self) -> tuple[LaneRow, ...]:
        """The lanes as they are drawn, from top to bottom."""
        layout = self._model.layout
        return layout.lanes if layout is not None else ()

    @property
    def current(self) -> LaneRow | None:
        """The lane keys and menu mean: the one chosen last, else the uppermost."""
        return next((row for row in self.rows if row.key == self._key), self.rows[0] if self.rows else None)

    def choose(self, key: str) -> None:
        """Let keys and the menu mean another lane."""
        if key != self._key:
            self._key = key
            self.update()
            self._speak()

    def rect_of(self, key: str) -> QRectF | None:
        """Where a label stands in the widget."""
        row = next((row for row in self.rows if row.key == key), None)
        if row is None:
            return None
        return QRectF(0, (row.y - self.offset.y()) * self.scale_factor, self.width(), row.height * self.scale_factor)

    def row_at(self, at: QPointF) -> LaneRow | None:
        """The lane at a place."""
        return next((row for row in self.rows if row.y <= at.y() < row.y + row.height), None)

    def lane_key(self, at: QPointF) -> str:
        """Key of the lane at a place, "" where there is none."""
        row = self.row_at(at)
        return row.key if row is not None else ""

    def edge_at(self, at: QPointF) -> LaneRow | None:
        """The lane whose lower edge is at a place."""
        if self._context.session.read_only:
            return None
        y, near = at.y(), _EDGE / self.scale_factor
        return next((r for r in self.rows if not r.collapsed and abs(r.y + r.height - y) <= near), None)

    # Pointer

    def press(self, press: Press) -> bool:
        edge = self.edge_at(press.at)
        row = edge or self.row_at(press.at)
        if row is not None:
            self.choose(row.key)
            self._held = (row, edge is not None)
        return row is not None

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        row, edge = self._held or (None, False)
        lane = lane_of(self._context, self._model, row.key) if row is not None else None
        if row is None or lane is None or self._context.session.read_only:
            return None
        if edge:
            return SizeLane(self._context, self._model, row, lane.ref, press.at)
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        return MoveLane(self._context, self._model, row.key, lane.ref)

    def hover(self, at: QPointF) -> None:
        self.setCursor(Qt.CursorShape.SizeVerCursor) if self.edge_at(at) is not None else self.unsetCursor()

    def open(self, at: QPointF) -> None:
        edge = self.edge_at(at)
        if edge is not None:
            self.choose(edge.key)
            self.command_wanted.emit("lanes.as_needed")
        elif key := self.lane_key(at):
            self.collapse_wanted.emit(key)

    def selected_box(self) -> QRectF | None:
        return self.rect_of(self.current.key) if self.current is not None else None

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        key = self.lane_key(at) if at is not None else self.current.key if self.current is not None else ""
        self.choose(key)
        self.menu_wanted.emit(key, where)

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keys that mean something else on the map belong to the labels while these have the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride and _is_own(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = event.key(), self.current
        if row is None or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step(Qt.Key(key), row)
        elif key == Qt.Key.Key_Space:
            self.command_wanted.emit("lanes.fold")
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.command_wanted.emit("lanes.rename")
        elif key == Qt.Key.Key_Delete:
            self.command_wanted.emit("lanes.remove")
        else:
            super().keyPressEvent(event)

    def _step(self, key: Qt.Key, row: LaneRow) -> None:
        keys = [r.key for r in self.rows]
        place = keys.index(row.key)
        last = len(keys) - 1
        wanted = {Qt.Key.Key_Up: place - 1, Qt.Key.Key_Down: place + 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}[key]
        self.choose(keys[min(max(wanted, 0), last)])

    # What is shown

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._speak()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        row = self.current if self.hasFocus() else None
        rect = self.rect_of(row.key) if row is not None else None
        self.surround([rect.adjusted(3, 3, -4, -3)] if rect is not None else [], 6)

    def _speak(self) -> None:
        """Screen readers hear which lane is meant, and its place."""
        row = self.current if self.hasFocus() else None
        if row is None:
            return
        place = [r.key for r in self.rows].index(row.key) + 1
        words = self._context.tr("{lane}, {place} of {all}", lane=row.title, place=place, all=len(self.rows))
        if row.collapsed:
            words += ", " + self._context.tr("folded")
        speak(self, words)


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in _OWN_KEYS and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
