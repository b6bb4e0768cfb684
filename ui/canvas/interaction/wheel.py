"""What a wheel, a touchpad and two fingers say: how far to scroll, how much nearer, how many whole steps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QNativeGestureEvent, QWheelEvent
from PySide6.QtWidgets import QGestureEvent, QPinchGesture

NOTCH: Final = 120
"""What a wheel says for each of its notches: eighths of a degree; touchpads say less at a time and more often."""
PER_NOTCH: Final = 1.15
"""So much larger everything is for each notch."""
PAUSE_MS: Final = 400
"""After so long without a turn the next one begins anew."""
_Phase = Qt.ScrollPhase


def scrolled(event: QWheelEvent, *, sideways: bool = False) -> QPoint:
    """How far to scroll, in pixels to the right and down. The direction is the one the system is set to."""
    exact = event.pixelDelta()
    if exact.isNull() or QGuiApplication.platformName() == "xcb":  # X11: another unit with every driver
        exact = event.angleDelta()
    x, y = -exact.x(), -exact.y()
    if sideways:
        return QPoint(y or x, 0)
    if 2 * abs(x) < abs(y):  # fingers are never quite straight
        return QPoint(0, y)
    return QPoint(x, 0) if 2 * abs(y) < abs(x) else QPoint(x, y)


def nearer(event: QWheelEvent) -> float:
    """The factor by which a turn enlarges: away from the hand is nearer, whatever way scrolling is set to."""
    if event.phase() is _Phase.ScrollMomentum:
        return 1.0
    turned = event.angleDelta().y() or event.angleDelta().x()
    return float(PER_NOTCH ** ((-turned if event.inverted() else turned) / NOTCH))


def pinched(event: QEvent) -> tuple[float, QPointF] | None:
    """The factor two fingers enlarge by, and the place on the screen they mean; None for any other event.

    A touchpad's pinch comes in the system's own way, one on a touch screen as a gesture of Qt's.
    """
    if isinstance(event, QNativeGestureEvent):
        zooming = event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture
        return (max(0.1, 1.0 + event.value()), event.globalPosition()) if zooming else None
    pinch = event.gesture(Qt.GestureType.PinchGesture) if isinstance(event, QGestureEvent) else None
    if not isinstance(pinch, QPinchGesture):
        return None
    over = pinch.state() is Qt.GestureState.GestureFinished  # it says the last factor again
    return 1.0 if over else pinch.scaleFactor(), pinch.centerPoint()


class WholeSteps:
    """Makes whole steps of turns however small: what is less than a step waits for more."""

    def __init__(self) -> None:
        self._sum = self._last = 0
        self._stepped = False
        """Whether the swipe under way has had its step."""

    def taken(self, event: QWheelEvent) -> int:
        """Steps on (positive) or back. A swipe with a beginning and an end is one step at most; gliding on is none."""
        phase, now = event.phase(), event.timestamp()
        if phase is _Phase.ScrollBegin or now - self._last > PAUSE_MS:
            self._sum, self._stepped = 0, False
        self._last = now
        if phase is _Phase.ScrollMomentum:
            return 0
        turned = event.angleDelta().y() or event.angleDelta().x()
        self._sum = turned if turned * self._sum < 0 else self._sum + turned
        steps = int(self._sum / NOTCH)
        self._sum -= steps * NOTCH
        if phase is not _Phase.NoScrollPhase:
            steps = 0 if self._stepped else max(-1, min(1, steps))
            self._stepped = self._stepped or steps != 0
        return -steps
