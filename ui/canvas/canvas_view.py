"""The view of a scene: scrolls, zooms, pans with Space or the middle button, and says when it moved."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QPainter, QResizeEvent, QTransform
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from ui.canvas.display_scene import CanvasScene
from ui.canvas.interaction.gesture import Gesture, Pan
from ui.canvas.interaction.press_machine import Interaction, PressMachine
from ui.theme.heard_roles import hear_as
from ui.theme.plain_texts import show_tooltip

_Flag = QGraphicsView.OptimizationFlag


class CanvasView(Interaction, QGraphicsView):
    """Shows a canvas scene. Distances are points; at scale 1 a point is a pixel."""

    moved = Signal()
    """Scrolled, zoomed or resized."""
    zoom_wanted = Signal(float, QPointF)
    """By which factor, and around which place of the viewport."""

    def __init__(self, scene: CanvasScene, parent: QWidget | None = None) -> None:
        super().__init__(scene, parent)
        self.canvas = scene
        hear_as(self, "canvas")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setOptimizationFlags(_Flag.DontSavePainterState | _Flag.DontAdjustForAntialiasing)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.machine = PressMachine(self, self.viewport())
        self._settling = False
        self.covered = 0
        """Pixels at its upper end that something lies over."""

    @property
    def scale_factor(self) -> float:
        """Pixels per point."""
        return self.transform().m11()

    @property
    def window_rect(self) -> QRectF:
        """The part in view, in points."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def at(self, position: QPointF) -> QPointF:
        return self.viewportTransform().inverted()[0].map(position)

    def pixels(self, box: QRectF) -> QRectF:
        """A part of the drawing in pixels of the viewport."""
        return self.viewportTransform().mapRect(box)

    def scroll_by(self, right: int, down: int) -> None:
        for bar, pixels in ((self.horizontalScrollBar(), right), (self.verticalScrollBar(), down)):
            bar.setValue(bar.value() + pixels)

    @property
    def flat(self) -> bool:
        return self.verticalScrollBar().maximum() == 0

    def zoom(self, factor: float, position: QPointF) -> None:
        if factor != 1.0:
            self.zoom_wanted.emit(factor, position)

    def set_scale(self, scale: float) -> None:
        """Show so many pixels per point; the left upper corner stays unless somebody scrolls."""
        corner = self.mapToScene(QPoint(0, 0))
        self.canvas.group_painter.set_scale(scale, self.devicePixelRatioF())
        self.setTransform(QTransform.fromScale(scale, scale))
        self.scroll_to(corner)

    def scroll_to(self, corner: QPointF) -> None:
        """Bring a point of the map into the left upper corner, as far as there is map to scroll."""
        scale = self.scale_factor
        self.horizontalScrollBar().setValue(round(corner.x() * scale))
        self.verticalScrollBar().setValue(round(corner.y() * scale))
        self._tell()

    def reveal(self, rect: QRectF, margin: float = 24.0) -> None:
        """Scroll no more than needed to bring a rectangle into view; a part too large shows its beginning."""
        window = self.window_rect
        x, y = window.left(), window.top()
        if rect.right() + margin > window.right():
            x = rect.right() + margin - window.width()
        x = min(x, rect.left() - margin)
        if rect.bottom() > window.bottom():
            y = rect.bottom() - window.height()
        y = min(y, rect.top() - self.covered / self.scale_factor)
        if (x, y) != (window.left(), window.top()):
            self.scroll_to(QPointF(max(0.0, x), max(0.0, y)))

    def reveal_across(self, left: float, width: float) -> None:
        """Scroll no more than needed, and only sideways, to bring a part of the drawing into view."""
        top = self.window_rect.top() + self.covered / self.scale_factor
        self.reveal(QRectF(left, top, width, 0.0))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if self.scene() is None:  # the scene went first: nobody looks any more
            return
        self.canvas.set_window(self.window_rect)
        super().scrollContentsBy(dx, dy)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        bar = self.verticalScrollBar()
        if bar.isVisibleTo(self) != (bar.maximum() > 0) and not self._settling:
            # Qt would show or hide the bar after the next frame, and paint everything twice
            self._settling = True
            QCoreApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
            self._settling = False
        self._tell()

    def pan(self, button: Qt.MouseButton) -> Gesture | None:
        """The middle button takes hold of the drawing, the left one with Space."""
        held = self.panning and button is Qt.MouseButton.LeftButton
        return self.begin_pan() if held or button is Qt.MouseButton.MiddleButton else None

    def begin_pan(self) -> Gesture:
        """Scrolling with the pointer."""
        self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        return Pan(lambda: self.machine.pointer, self.scroll_by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(True)
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hold_space(False)
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()  # what is selected says whether the keyboard is on it

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
        self._hold_space(False)  # whoever has the keyboard now hears when it is let go

    def _hold_space(self, held: bool) -> None:
        if held != self.panning:
            self.panning = held
            self.rest()

    def rest(self) -> None:
        if self.panning:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.viewport().unsetCursor()

    def hint(self, at: QPointF) -> str:
        """What is said of the place the pointer rests on."""
        return ""

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            show_tooltip(event.globalPos(), self.hint(self.at(event.pos().toPointF())), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tell(self) -> None:
        self.canvas.set_window(self.window_rect)
        self.moved.emit()
