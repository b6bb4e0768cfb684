"""A slider for one answer: whole points to drag or type, or a mean that only shows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen

from cxstudio.look.roles import Role
from cxstudio.model.questions import digit_answer
from ui.context.answer_keys import MINUS
from ui.theme.theme import Theme
from ui.widgets.calm_slider import CalmSlider

KEY_PAUSE_MS = 700
"""Arrow keys within this time are one answer."""
_RADIUS = 7.0


class RatingSlider(CalmSlider):
    """Shows a value between the points of a scale; commits a whole one when let go."""

    rated = Signal(int)
    cleared = Signal()
    skipped = Signal()
    """Somebody does not want to answer: counted, never read as zero."""
    refused = Signal()
    """Somebody tried to move a mean."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._shown: float | None = None
        self._base: float | None = None
        self._spread: tuple[float, float] | None = None
        self._locked = False
        self._dragging = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._pause = QTimer(self, singleShot=True, interval=KEY_PAUSE_MS)
        self._pause.timeout.connect(self._settle)
        self._hovered = False
        self._minus = False

    def sizeHint(self) -> QSize:
        return QSize(200, 28)

    def minimumSizeHint(self) -> QSize:
        return QSize(80, 28)

    @property
    def locked(self) -> bool:
        """Whether the value is a mean of several people."""
        return self._locked

    @property
    def shown(self) -> float | None:
        """The value in view, None where nobody has answered."""
        return self._shown

    def show_answer(
        self, low: int, high: int, value: float | None, *, spread: tuple[float, float] | None, locked: bool
    ) -> None:
        """Show an answer or a mean; what somebody is dragging stays in the hand."""
        if self._dragging or self._pause.isActive():
            return
        self.setRange(low, high)
        self._shown, self._base, self._spread, self._locked = value, value, spread, locked
        self.setValue(round(value) if value is not None else low)
        self.setCursor(Qt.CursorShape.ArrowCursor if locked else Qt.CursorShape.PointingHandCursor)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
        elif self._locked:
            self.refused.emit()
        else:
            self._dragging = True
            self._put(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._put(self._at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self.rated.emit(self.value())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = Qt.Key(event.key()), event.text()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1}.get(key)
        if key is Qt.Key.Key_Escape and (self._dragging or self._pause.isActive()):
            self._dragging = False
            self._pause.stop()
            self._shown = self._base
            self.setValue(self.minimum() if self._base is None else round(self._base))
            self.update()
        elif text in MINUS and self.minimum() < 0 and not self._locked:
            self._minus = True
        elif step is None and key not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not text.isdigit():
            event.ignore()
        elif self._locked:
            self.refused.emit()
        elif step is not None:
            start = self.value() if self._shown is not None else (self.minimum() + self.maximum()) // 2 - step
            self._put(max(self.minimum(), min(self.maximum(), start + step)))
            self._pause.start()
        elif text.isdigit():
            self._type(int(text))
        else:
            self.cleared.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._pause.isActive():
            self._pause.stop()
            self._settle()

    def enterEvent(self, event: QEvent) -> None:
        self._hovered = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        self._bar(painter, _RADIUS, self.width() - _RADIUS, self._theme.colour(Role.LINE))
        if self._spread is not None:
            band = self._theme.mixed(Role.LINE, Role.ACCENT, 0.45)
            self._bar(painter, self._x(self._spread[0]), self._x(self._spread[1]), band)
        if self._shown is None:
            return
        ring = self._theme.colour(Role.MUTED if self._locked else Role.ACCENT)
        focus = self.hasFocus() or (self._hovered and not self._locked)
        painter.setPen(QPen(ring, 2))
        painter.setBrush(self._theme.colour(Role.ACCENT_GROUND if focus else Role.SURFACE))
        painter.drawEllipse(QPointF(self._x(self._shown), middle), _RADIUS - 1, _RADIUS - 1)

    def _bar(self, painter: QPainter, left: float, right: float, colour: QColor) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(left - 2, self.height() / 2 - 2, right - left + 4, 4), 2, 2)

    def _x(self, value: float) -> float:
        span = max(1, self.maximum() - self.minimum())
        return _RADIUS + (self.width() - 2 * _RADIUS) * (value - self.minimum()) / span

    def _at(self, x: float) -> int:
        span = self.maximum() - self.minimum()
        share = (x - _RADIUS) / max(1.0, self.width() - 2 * _RADIUS)
        return round(self.minimum() + max(0.0, min(1.0, share)) * span)

    def _put(self, value: int) -> None:
        self._shown = float(value)
        self.setValue(value)
        self.update()

    def _type(self, digit: int) -> None:
        value = digit_answer(digit, (self.minimum(), self.maximum()), minus=self._minus)
        self._minus = False
        if value is not None:
            self._put(value)
            self.rated.emit(value)

    def _settle(self) -> None:
        self.rated.emit(self.value())
