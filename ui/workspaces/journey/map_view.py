"""The map under the hands: what press, drag, double click, wheel and arrow keys mean."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from cxstudio.layout.display import Placed
from cxstudio.look.roles import Role
from cxstudio.model import Id, MissingRecord, Touchpoint
from ui.canvas.marks import Outline
from ui.canvas.scene import CanvasScene
from ui.canvas.view import CanvasView
from ui.context import Context
from ui.workspaces.journey.gestures import DragCards, DragRating, Gesture
from ui.workspaces.journey.handles import Handle
from ui.workspaces.journey.map_finder import MapFinder, box_of
from ui.workspaces.journey.map_model import MapModel
from ui.workspaces.journey.pictures import picture_files
from ui.workspaces.journey.voice import Refusal, may_drag

MOST_MARKED = 60
"""Selected records that are marked at once."""
_EDGE = 48.0
"""Within this many pixels of an edge a drag scrolls."""


class MapView(CanvasView):
    """The body of the map. It changes nothing itself but through gestures; the rest it asks for by signals."""

    edit_wanted = Signal(str)
    menu_wanted = Signal(str, QPointF)
    refused = Signal(object)
    """A value that cannot be dragged: the Refusal."""
    typed = Signal(str)
    """A digit or a minus."""
    arrow = Signal(object)
    hint_pressed = Signal(str)
    """The hint in a stage without touchpoints."""
    fold_pressed = Signal(str)
    """What a folded stage hides."""
    picture_dropped = Signal(str, list)
    """Touchpoint, and the files dropped on it."""

    def __init__(self, context: Context, model: MapModel, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self._context, self._model = context, model
        self.finder = MapFinder(context, model)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self._selected: list[Outline] = []
        self._hovered = Outline(context.theme.mixed(Role.LINE, Role.INK, 0.3), 1.0)
        scene.add_above(self._hovered, 0)
        self._pressed: tuple[QPointF, QPointF, Handle | None, Id | None] | None = None
        self.gesture: Gesture | None = None
        self._pointer = QPointF()
        self._edge_timer = QTimer(self)
        self._edge_timer.setInterval(30)
        self._edge_timer.timeout.connect(self._scroll_at_edge)

    # What is shown

    def show_marks(self) -> None:
        """Put the selection's outline where the selected record stands."""
        self._hovered.surround(None)
        places = [p for i in self._context.selection.ids[-MOST_MARKED:] if (p := self.place_of(i)) is not None]
        while len(self._selected) < len(places):
            self._selected.append(Outline(self._context.theme.colour(Role.ACCENT), 2.0))
            self.canvas.add_above(self._selected[-1], 1)
        for number, outline in enumerate(self._selected):
            found = places[number] if number < len(places) else None
            outline.surround(None if found is None else box_of(found).adjusted(-1, -1, 1, 1))

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

    # Hands

    def map_point(self, event: QMouseEvent | QContextMenuEvent | QDropEvent) -> QPointF:
        """Where an event is, on the map."""
        position = event.pos().toPointF() if isinstance(event, QContextMenuEvent) else event.position()
        return self.viewportTransform().inverted()[0].map(position)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.panning or event.button() is Qt.MouseButton.MiddleButton:
            super().mousePressEvent(event)
            return
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = self.map_point(event)
        if self._pressed_place(at):
            return
        handle = self.finder.handle(at)
        record = self.finder.record(at)
        self._pressed = (event.position(), at, handle, record)
        self._select(handle.touchpoint if handle is not None else record, event.modifiers())
        event.accept()

    def _pressed_place(self, at: QPointF) -> bool:
        """Whether a press went to what stands in place of cards: a hint, or a pile of folded ones."""
        found = self.finder.group(at)
        kind, _, stage = found.group.key.partition(":") if found is not None else ("", "", "")
        if kind == "fold":
            self.fold_pressed.emit(stage)
        elif kind == "hint":
            self.hint_pressed.emit(stage)
        return kind in ("fold", "hint")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.panning and self._pressed is None:
            super().mouseMoveEvent(event)
            return
        self._pointer = event.position()
        at = self.map_point(event)
        if self.gesture is not None:
            self._go_on(at)
        elif self._pressed is None:
            self._hover(at)
        elif (event.position() - self._pressed[0]).manhattanLength() >= QApplication.startDragDistance() / 2:
            self._begin(at)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self._pressed = None
        gesture, self.gesture = self.gesture, None
        self._edge_timer.stop()
        if gesture is not None:
            self._guard(gesture, gesture.finish)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        record = self.finder.record(self.map_point(event))
        if record is not None and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = None
            self.edit_wanted.emit(record)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        record = self.finder.record(self.map_point(event))
        if record not in self._context.selection.ids:
            self._select(record, Qt.KeyboardModifier.NoModifier)
        self.menu_wanted.emit(record or "", event.globalPos().toPointF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        arrows = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End)
        plain = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape:
            self.cancel()
        elif key in arrows and plain:
            self.arrow.emit(key)
        elif plain and event.text() and event.text() in "0123456789-\N{MINUS SIGN}\N{EN DASH}":
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is Qt.FocusReason.ActiveWindowFocusReason and self.gesture is not None:
            self.cancel()
        super().focusOutEvent(event)

    def cancel(self) -> None:
        """End a gesture as if it had never begun; else select nothing."""
        gesture, self.gesture = self.gesture, None
        self._edge_timer.stop()
        if gesture is not None:
            gesture.cancel()
        elif self._pressed is None:
            self._context.selection.clear()
        self._pressed = None

    # Gestures

    def _begin(self, at: QPointF) -> None:
        assert self._pressed is not None
        _, pressed_at, handle, record = self._pressed
        if self._context.session.read_only:
            return
        if handle is not None:
            self._begin_rating(handle)
        elif record is not None and isinstance(self._context.document.find(record), Touchpoint):
            ids = tuple(t.id for t in self._context.selection.all_of(Touchpoint))
            ids = ids if record in ids else (record,)
            self.gesture = DragCards(self._context, self._model, self.canvas, ids, pressed_at)
        if self.gesture is not None:
            self._hovered.surround(None)
            self._edge_timer.start()
            self._go_on(at)

    def _begin_rating(self, handle: Handle) -> None:
        context = self._context
        shown = context.bridge.shown_round(self._model.journey)
        voice = context.selection.voice
        place = may_drag(context.document, shown, voice, handle.touchpoint, handle.figure)
        if isinstance(place, Refusal):
            self._pressed = None
            self.refused.emit(place)
            return
        if handle.figure in ("expectation", "experience", "emotion"):
            context.selection.set_figure(handle.figure)
        self.gesture = DragRating(context, self._model, handle.touchpoint, handle.figure, place)

    def _go_on(self, at: QPointF) -> None:
        gesture = self.gesture
        if gesture is not None:
            self._guard(gesture, lambda: gesture.move(at))

    def _guard(self, gesture: Gesture, act: Callable[[], None]) -> None:
        """Run a part of a gesture; one whose record is gone ends, and people are told."""
        try:
            act()
        except MissingRecord:
            gesture.cancel()
            self.gesture = None
            self._edge_timer.stop()
            self._context.messages.say(self._context.tr("What was being moved is no longer there."))

    def _scroll_at_edge(self) -> None:
        rect = self.viewport().rect()
        x = self._pointer.x()
        step = -18 if x < _EDGE else 18 if x > rect.width() - _EDGE else 0
        if step and self.gesture is not None:
            bar = self.horizontalScrollBar()
            before = bar.value()
            bar.setValue(before + step)
            if bar.value() != before:
                self._go_on(self.viewportTransform().inverted()[0].map(self._pointer))

    def _select(self, record: Id | None, modifiers: Qt.KeyboardModifier) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        selection = self._context.selection
        if record is None:
            selection.clear()
        elif modifiers & Qt.KeyboardModifier.ControlModifier and record in selection.ids:
            selection.select(*(i for i in selection.ids if i != record))
        elif modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            selection.select(*(i for i in selection.ids if i != record), record)
        elif record not in selection.ids:
            selection.select(record)

    def _hover(self, at: QPointF) -> None:
        handle = self.finder.handle(at)
        shape = Qt.CursorShape.SizeVerCursor if handle is not None and handle.y is not None else None
        if shape is None:
            self.viewport().unsetCursor()
        else:
            self.viewport().setCursor(shape)
        found = self.finder.thing(at) if handle is None else None
        marked = found is None or found.group.record in self._context.selection.ids
        self._hovered.surround(None if found is None or marked else box_of(found))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            at = self.viewportTransform().inverted()[0].map(event.pos().toPointF())
            QToolTip.showText(event.globalPos(), self.finder.whole_text(at), self.viewport())
            return True
        return super().viewportEvent(event)

    # Dropping files

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if picture_files(event.mimeData()) and not self._context.session.read_only:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDropEvent) -> None:
        at = self.map_point(event)
        touchpoint = self.finder.touchpoint(at)
        event.setAccepted(touchpoint is not None)
        found = self.place_of(touchpoint)
        self._hovered.surround(None if found is None else box_of(found))

    def dropEvent(self, event: QDropEvent) -> None:
        at = self.map_point(event)
        touchpoint = self.finder.touchpoint(at)
        self._hovered.surround(None)
        if touchpoint is not None:
            event.acceptProposedAction()
            self.picture_dropped.emit(touchpoint, picture_files(event.mimeData()))
