"""One machine for what a pointer does on every canvas, from the press to the release.

The canvas states what a place means; the machine knows when a press becomes a drag, scrolls at the edges, and ends what
is held with Esc, with another button, and whenever the canvas loses the keyboard, the window or the release.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.model import MissingRecord
from ui.canvas.interaction.gesture import Gesture
from ui.canvas.interaction.wheel import nearer, pinched, scrolled
from ui.theme.announcing import announce

EDGE: Final = 48.0
"""Within this many pixels of an edge a drag scrolls …"""
STEP: Final = 18
"""… by this many, every …"""
TICK_MS: Final = 30
"""… so many milliseconds."""
_ENDS = (QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.Hide)
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_TURNS = (QEvent.Type.Wheel, QEvent.Type.NativeGesture, QEvent.Type.Gesture)
_LEFT, _NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


@dataclass(frozen=True, slots=True)
class Press:
    """A button that went down, before it is known whether it is a click or a drag."""

    position: QPointF
    """In pixels of the widget."""
    at: QPointF
    """The same place in the drawing, in points."""
    modifiers: Qt.KeyboardModifier


class Interaction:
    """What a canvas states of itself. A base beside the widget; where a canvas says nothing, nothing happens."""

    machine: PressMachine
    panning = False
    """Whether a press would take hold of the drawing itself."""

    @property
    def gesture(self) -> Gesture | None:
        """What is under way."""
        return self.machine.gesture

    def at(self, position: QPointF) -> QPointF:
        """A position in pixels as a place in the drawing, in points."""
        return position

    def scroll_by(self, right: int, down: int) -> None:
        """Scroll by pixels, as far as there is something to scroll."""

    @property
    def flat(self) -> bool:
        """Whether there is nothing to scroll up and down: a wheel then goes to the side."""
        return False

    def zoom(self, factor: float, position: QPointF) -> None:
        """Enlarge by a factor; what is at a position in pixels stays there."""

    def pan(self, button: Qt.MouseButton) -> Gesture | None:
        """The gesture of a button that takes hold of the drawing itself; it begins with the press."""
        return None

    def press(self, press: Press) -> bool:
        """The left button went down; False where that is all there is to it."""
        return False

    def begin(self, press: Press, pointer: QPointF) -> Gesture | None:
        """The gesture a drag begins (`pointer` in pixels); None while it may still be a click."""
        return None

    def click(self, press: Press) -> None:
        """The button was let go and nothing was dragged."""

    def open(self, at: QPointF) -> None:
        """A double click."""

    def hover(self, at: QPointF) -> None:
        """The pointer moves with no button down."""

    def rest(self) -> None:
        """A press or a gesture is over: the pointer looks as usual."""
        self.machine.pointed.unsetCursor()

    def selected_box(self) -> QRectF | None:
        """Where what is selected stands, in pixels; None where it does not stand here."""
        return None

    def menu(self, at: QPointF | None, where: QPointF) -> None:
        """A menu is wanted for a place, or (None) for the selection; `where` on the screen it opens."""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The right button means what lies under it; the Menu key what is selected, where that stands."""
        event.accept()
        if self.machine.held:
            return
        if event.reason() is not QContextMenuEvent.Reason.Keyboard:
            self.menu(self.at(event.pos().toPointF()), event.globalPos().toPointF())
            return
        whole, box = self.machine.pointed.rect().toRectF(), self.selected_box()
        seen = whole.intersected(box) if box is not None else whole
        self.menu(None, self.machine.pointed.mapToGlobal((whole if seen.isEmpty() else seen).center()))


class PressMachine(QObject):
    """Follows the pointer over one canvas."""

    gone = Signal()
    """What was being dragged is no longer there; the gesture has ended."""

    def __init__(self, canvas: Interaction, pointed: QWidget) -> None:
        """`pointed` is the widget that gets the pointer's events."""
        super().__init__(pointed)
        self._canvas = canvas
        self.pointed = pointed
        self.known: Callable[[str], bool] = lambda record: True
        """Whether a record a gesture holds is still there."""
        self.gesture: Gesture | None = None
        self.pointer = QPointF()
        """Where the pointer was last, in pixels."""
        self._pressed: Press | None = None
        self._button = _NO_BUTTON
        self._keyboard: QWidget | None = None
        """Who had the keyboard when the button went down."""
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._scroll_at_edge)
        self._acts: dict[QEvent.Type, Callable[[QMouseEvent], None]] = {
            QEvent.Type.MouseButtonPress: self._press,
            QEvent.Type.MouseMove: self._move,
            QEvent.Type.MouseButtonRelease: self._release,
            QEvent.Type.MouseButtonDblClick: self._double_click,
        }
        pointed.setMouseTracking(True)
        pointed.grabGesture(Qt.GestureType.PinchGesture)
        pointed.installEventFilter(self)

    @property
    def held(self) -> bool:
        """Whether a button is down that went down on this canvas, also where what it held has ended."""
        return self._button is not _NO_BUTTON

    def cancel(self) -> bool:
        """End what is held as if it had never begun; False where nothing is."""
        held, gesture = self._pressed is not None, self.gesture
        self._let_go()
        if gesture is not None:
            gesture.cancel()
        return held

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QMouseEvent) and watched is self.pointed and kind in self._acts:
            self._acts[kind](event)
            return True
        if kind in _TURNS and watched is self.pointed:
            return self._turn(event)
        if self._pressed is None:
            return False
        if kind in _ENDS:
            self.cancel()
        elif kind in _KEYS and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return kind is QEvent.Type.ShortcutOverride or self.cancel()
        return False

    def _turn(self, event: QEvent) -> bool:
        """The wheel scrolls, and zooms with Ctrl; two fingers zoom, and end what one of them held."""
        canvas = self._canvas
        if isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            canvas.zoom(nearer(event), event.position())
        elif isinstance(event, QWheelEvent):
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            by = scrolled(event, sideways=shift or canvas.flat)
            canvas.scroll_by(by.x(), by.y())
            self._go_on()
        elif (pinch := pinched(event)) is not None:
            self.cancel()
            canvas.zoom(pinch[0], self.pointed.mapFromGlobal(pinch[1]))
        else:
            return False
        event.accept()
        return True

    # From the press to the release

    def _press(self, event: QMouseEvent) -> None:
        self.cancel()
        if self.held and event.button() is not self._button:
            return
        self.pointer = event.position()
        self._button = _NO_BUTTON
        if (self.pointed.focusProxy() or self.pointed).focusPolicy() & Qt.FocusPolicy.ClickFocus:
            self.pointed.setFocus(Qt.FocusReason.MouseFocusReason)
        press = Press(self.pointer, self._canvas.at(self.pointer), event.modifiers())
        pan = self._canvas.pan(event.button())
        if pan is None and not (event.button() is _LEFT and self._canvas.press(press)):
            return
        self._pressed, self._button = press, event.button()
        self._keyboard = QApplication.focusWidget()
        if self._keyboard is not None and self._keyboard is not self.pointed:
            self._keyboard.installEventFilter(self)
        if pan is not None:
            self._start(pan)

    def _move(self, event: QMouseEvent) -> None:
        self.pointer = event.position()
        if self.held and not event.buttons() & self._button:  # let go where nobody told
            self.cancel()
            self._button = _NO_BUTTON
        pressed = self._pressed
        if self.gesture is not None:
            self._go_on()
        elif pressed is not None:
            if (self.pointer - pressed.position).manhattanLength() >= QApplication.startDragDistance() / 2:
                begun = self._canvas.begin(pressed, self.pointer)
                if begun is not None:
                    self._start(begun)
        elif not self._canvas.panning:
            self._canvas.hover(self._canvas.at(self.pointer))

    def _release(self, event: QMouseEvent) -> None:
        if event.button() is not self._button:
            return
        pressed, gesture = self._pressed, self.gesture
        self._let_go()
        self._button = _NO_BUTTON
        if gesture is not None:
            self._guard(gesture, gesture.finish)
        elif pressed is not None:
            self._canvas.click(pressed)

    def _double_click(self, event: QMouseEvent) -> None:
        if event.button() is _LEFT:
            self.cancel()
            self._button = _NO_BUTTON
            self._canvas.open(self._canvas.at(event.position()))

    # A gesture

    def _start(self, gesture: Gesture) -> None:
        self.gesture = gesture
        if gesture.edges:
            self._timer.start()
        self._go_on()

    def _go_on(self) -> None:
        gesture = self.gesture
        if gesture is not None:
            self._guard(gesture, lambda: gesture.move(self._canvas.at(self.pointer)))

    def _guard(self, gesture: Gesture, act: Callable[[], None]) -> None:
        """Run a part of a gesture; one whose record is gone ends, and people are told."""
        with suppress(MissingRecord):
            if all(map(self.known, gesture.records)):
                act()
                return
        self._let_go()
        gesture.cancel()
        self.gone.emit()

    def _let_go(self) -> None:
        if self._pressed is None:
            return
        self._pressed = self.gesture = None
        self._timer.stop()
        if self._keyboard is not None and self._keyboard is not self.pointed:
            self._keyboard.removeEventFilter(self)
        self._keyboard = None
        self._canvas.rest()

    def _scroll_at_edge(self) -> None:
        gesture = self.gesture
        if gesture is None:
            return
        edges, rect = gesture.edges, self.pointed.rect()
        before = self._canvas.at(self.pointer)
        right = _step(self.pointer.x(), rect.width(), Qt.Edge.LeftEdge in edges, Qt.Edge.RightEdge in edges)
        down = _step(self.pointer.y(), rect.height(), Qt.Edge.TopEdge in edges, Qt.Edge.BottomEdge in edges)
        if right or down:
            self._canvas.scroll_by(right, down)
            if self._canvas.at(self.pointer) != before:
                self._go_on()


def speak(canvas: QWidget, words: str, *, aloud: bool = True) -> None:
    """Let screen readers hear what is selected: what is drawn is invisible to them.

    Aloud where the canvas has the keyboard: not every system says that a description is another one.
    """
    if words != canvas.accessibleDescription():
        canvas.setAccessibleDescription(words)
        QAccessible.updateAccessibility(QAccessibleEvent(canvas, QAccessible.Event.DescriptionChanged))
        if aloud and canvas.hasFocus():
            announce(canvas, words)


def _step(place: float, length: float, backwards: bool, onwards: bool) -> int:
    """How far to scroll for a pointer at a place of a canvas so long."""
    if backwards and place < EDGE:
        return -STEP
    return STEP if onwards and place > length - EDGE else 0
