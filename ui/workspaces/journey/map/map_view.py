"""The body of the map: what press, drag, double click and keys mean."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QWidget

from cxstudio.edits.rating.voices import Refusal
from cxstudio.layout.display.display_list import Placed
from cxstudio.look.roles import Role
from cxstudio.model import Id, Touchpoint
from ui.canvas.canvas_view import CanvasView
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hover_and_selection import Outline, Outlines
from ui.canvas.interaction.gesture import Gesture, Refused
from ui.canvas.interaction.picking import ADDING, Picking
from ui.canvas.interaction.press_machine import Press
from ui.canvas.interaction.rubber_band import RubberBand
from ui.canvas.spoken_children import SpokenChildren, Told
from ui.context.context import Context
from ui.forms.picture_data import has_pictures
from ui.workspaces.journey.gestures.held_records import watch_records
from ui.workspaces.journey.map.gesture_start import Held, begin
from ui.workspaces.journey.map.map_hit_testing import MORE, MapFinder, box_of
from ui.workspaces.journey.map.selection_outlines import Marking
from ui.workspaces.journey.map_model.external_drops import Guest
from ui.workspaces.journey.map_model.map_keys import row_of
from ui.workspaces.journey.map_model.map_model import MapModel
from ui.workspaces.journey.map_model.screen_reader_text import touchpoint_words

SHIFT = Qt.KeyboardModifier.ShiftModifier


class MapView(CanvasView):
    """The body of the map. It changes nothing itself but through gestures; the rest it asks for by signals."""

    edit_wanted = Signal(str)
    clicked_at = Signal(QPointF)
    """A click that was neither a drag nor more; where on the map."""
    menu_wanted = Signal(str, QPointF)
    refused = Signal(object)
    """A value that cannot be dragged: the Refusal."""
    typed = Signal(str)
    """A digit or a minus."""
    written = Signal(str)
    """A character that begins a text in the marked cell."""
    arrow = Signal(object, bool)
    """The key, and whether it extends the selection."""
    hint_pressed = Signal(str)
    """The hint in a stage without touchpoints."""
    fold_pressed = Signal(str)
    """What a folded stage hides."""
    picture_dropped = Signal(str, QMimeData)
    """Touchpoint, and what was dropped on it."""

    def __init__(self, context: Context, model: MapModel, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._context, self._model = context, model
        self.finder = MapFinder(context, model)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(context.tr("Map of the journey"))
        self.setAcceptDrops(True)
        self.picking = Picking(context.selection, self._row_of)
        outlines = Outlines(context.theme.colour(Role.ACCENT), 2.0)
        scene.add_above(outlines, 1)
        self.marking = Marking(outlines, self.place_of)
        self.moved.connect(self._follow_marks)
        self._hovered = Outline(context.theme.mixed(Role.LINE, Role.INK, 0.3), 1.0)
        scene.add_above(self._hovered, 0)
        self._held = Held()
        self._guest: Guest | None = None
        """What is dragged over the map from elsewhere in the window."""
        self.open_cell: Callable[[QPointF], bool] | None = None
        """Who changes what the cell of a lane holds that is double-clicked; False where there is none."""
        self.in_cell: Callable[[], bool] = lambda: False
        """Whether an empty cell of a text lane is marked."""
        watch_records(self.machine, context)
        self.heard = SpokenChildren(self, self._things)
        model.changed.connect(self.heard.look)

    # What is shown

    def _row_of(self, record: Id | None) -> list[Id]:
        """The row a record stands in, as far as it is shown."""
        return self._model.shown(row_of(self._context.document, self._model.journey, record))

    def _things(self, window: QRectF) -> Iterator[Told]:
        """The touchpoints in view and those selected, for who hears them."""
        layout, document, chosen = self._model.layout, self._context.document, self._context.selection.ids
        for column in layout.columns if layout is not None else ():
            record = document.find(column.touchpoint)
            near = column.x < window.right() and column.x + column.width > window.left()
            if isinstance(record, Touchpoint) and (near or record.id in chosen):
                placed = self.place_of(record.id)
                box = QRectF(column.x, 0.0, column.width, window.height()) if placed is None else box_of(placed)
                yield box, touchpoint_words(document, self._model.figures, record, self._context.texts)

    def show_marks(self, ids: tuple[Id, ...] | None = None) -> None:
        """Put lines around what is selected, or around what a rubber band holds."""
        self._hovered.surround(None)
        wanted = self._context.selection.ids if ids is None else ids
        self.marking.show(self._model.layout, wanted, self.window_rect)

    def _follow_marks(self) -> None:
        if self.scene() is not None:
            self.marking.follow(self.window_rect)

    def place_of(self, record: Id | None) -> Placed | None:
        """Where a record's group stands on the map; for a touchpoint its card."""
        return self.finder.place_of(record, self.window_rect)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """Lanes go on behind the last stage."""
        super().drawBackground(painter, rect)
        layout = self._model.layout
        if layout is None or rect.right() <= layout.body.width:
            return
        ground, line = self._context.theme.colour(Role.LANE_GROUND), self._context.theme.colour(Role.FAINT_LINE)
        for number, lane in enumerate(layout.lanes):
            behind = QRectF(layout.body.width, lane.y, rect.right() - layout.body.width + 1, lane.height)
            if number % 2:
                painter.fillRect(behind, ground)
            if number:
                painter.fillRect(QRectF(behind.x(), lane.y - 0.5, behind.width(), 1.0), line)

    # Pointer and keys

    def press(self, press: Press) -> bool:
        if self._pressed_place(press.at):
            return False
        handle, thing = self.finder.handle(press.at), self.finder.thing(press.at)
        held = thing.group.record if thing is not None and thing.group.record in self._context.document else None
        self._held = Held(handle, held, bool(press.modifiers & ADDING))
        record = handle.touchpoint if handle is not None else self.finder.record(press.at)
        if held is not None or not self._held.adding:
            self.picking.press(record, press.modifiers)
        return True

    def _pressed_place(self, at: QPointF) -> bool:
        """Whether a press went to what stands in place of cards: a hint, or a pile of folded ones."""
        found = self.finder.group(at)
        kind, _, stage = found.group.key.partition(":") if found is not None else ("", "", "")
        if kind == "fold":
            self.fold_pressed.emit(stage)
        elif kind == "hint":
            self.hint_pressed.emit(stage)
        return kind in ("fold", "hint")

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        held, way = self._held, pointer - press.position
        if held.thing is None and held.taken(way) is None:
            accent = self._context.theme.colour(Role.ACCENT)
            return RubberBand(self.canvas, accent, self.picking, press, self.finder.touched, self.show_marks)
        begun = begin(self._context, self._model, self.canvas, self.place_of, held, press, way)
        if isinstance(begun, Refusal):
            self.refused.emit(begun)
            return Refused()
        if begun is not None:
            self._hovered.surround(None)
        return begun

    def click(self, press: Press) -> None:
        if self._held.adding and self._held.thing is None:
            self.picking.press(self.finder.record(press.at), press.modifiers)
        else:
            self.picking.clicked()
            self.clicked_at.emit(press.at)

    def open(self, at: QPointF) -> None:
        """Edit the card, note or measure under the pointer; in the cell of a lane what the lane holds."""
        thing = self.finder.thing(at)
        if thing is not None and thing.group.key.startswith(MORE):
            self._context.messages.say(self._context.tr("All of them are listed in the inspector."))
        elif thing is not None and thing.group.record in self._context.document:
            self.edit_wanted.emit(thing.group.record)
        elif self.open_cell is not None:
            self.open_cell(at)

    def event(self, event: QEvent) -> bool:
        """In a marked cell letters and digits are words, not commands."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._writes(event):
            event.accept()
            return True
        return super().event(event)

    def _writes(self, event: QKeyEvent) -> bool:
        """Whether a key begins a text in the marked cell. A full stop takes a note, Space moves the map."""
        text, plain = event.text(), not event.modifiers() & ~(SHIFT | Qt.KeyboardModifier.KeypadModifier)
        return self.in_cell() and plain and len(text) == 1 and text.isprintable() and text not in ". "

    def selected_box(self) -> QRectF | None:
        record, layout = self._context.selection.id, self._model.layout
        found = self.place_of(record)
        if found is not None:
            return self.pixels(box_of(found))
        span = next((s for s in layout.stages if s.stage == record), None) if layout is not None else None
        return None if span is None else self.pixels(QRectF(span.x, self.window_rect.top(), span.width, 1.0))

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        record = self._context.selection.id if at is None else self.finder.record(at)
        if record not in self._context.selection.ids:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self.picking.press(record, Qt.KeyboardModifier.NoModifier)
        self.menu_wanted.emit(record or "", where)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if self._writes(event):
            self.written.emit(event.text())
        elif key == Qt.Key.Key_Escape:
            self._context.selection.clear()
        elif key in arrows and plain:
            self.arrow.emit(key, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif plain and event.text() and event.text() in "0123456789-\N{MINUS SIGN}\N{EN DASH}":
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def hover(self, at: QPointF) -> None:
        handle = self.finder.handle(at)
        shape = Qt.CursorShape.SizeVerCursor if handle is not None and handle.y is not None else None
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(shape)
        found = self.finder.thing(at) if handle is None else None
        marked = found is None or found.group.record in self._context.selection.ids
        self._hovered.surround(None if found is None or marked else box_of(found))

    def hint(self, at: QPointF) -> str:
        return self.finder.whole_text(at)

    # Dropping pictures

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._guest = next((g for g in self._model.guests if g.takes(event.mimeData())), None)
        pictures = has_pictures(event.mimeData()) and not self._context.session.read_only
        if self._guest is not None or pictures:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDropEvent) -> None:
        at = self.at(event.position())
        if self._guest is not None:
            event.acceptProposedAction()
            self._guest.move(at)
            return
        touchpoint = self.finder.touchpoint(at)
        event.setAccepted(touchpoint is not None)
        found = self.place_of(touchpoint)
        self._hovered.surround(None if found is None else box_of(found))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._hovered.surround(None)
        if self._guest is not None:
            self._guest.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        if self._guest is not None:
            event.acceptProposedAction()
            self._guest.drop()
            return
        touchpoint = self.finder.touchpoint(self.at(event.position()))
        self._hovered.surround(None)
        if touchpoint is not None:
            event.acceptProposedAction()
            self.picture_dropped.emit(touchpoint, event.mimeData())
