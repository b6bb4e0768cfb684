"""A ring around whatever has the keyboard, the same for every control, drawn above everything in the window."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen, QRegion, QWindow
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from ui.theme.by_keys import BY_KEYS

WIDTH: Final = 2
"""Pixels of the line."""
_GAP: Final = 1
"""Pixels between a control and the line, so that it is seen beside a filled one as well."""
_FIELDS: Final = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_AGAIN_MS: Final = 100
_MOVED: Final = frozenset((QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide))
_HELD: Final = frozenset((Qt.Key.Key_Control, Qt.Key.Key_Shift, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr))


class FocusRing(QWidget):
    """Seen while keys are used and around fields that are typed into; who points with the mouse is spared it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self.colour = QColor()
        self._by_mouse = True
        self._around: QWidget | None = None
        self._watched: list[QWidget] = []
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.place)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._listen)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)
        window.installEventFilter(self)

    def _focus_changed(self, _: QWidget | None, now: QWidget | None) -> None:
        if not isValid(self):
            return
        for part in self._watched:
            if isValid(part):
                part.removeEventFilter(self)
        self._watched = []
        self._around = now if now is not None and now.window() is self.window() else None
        around = self._around
        while around is not None and around is not self.window():
            around.installEventFilter(self)
            self._watched.append(around)
            around = around.parentWidget()
        self.place()
        self._soon.start()  # a part just shown gets its place from its layout

    def place(self) -> None:
        """Go around what has the keyboard now, or out of sight."""
        around = self._around
        shown = around is not None and isValid(around) and around.isVisible() and self._wanted(around)
        rect = ring_rect(around) if shown and around is not None else QRect()
        if rect.width() <= 2 * WIDTH or rect.height() <= 2 * WIDTH:
            self.hide()
            return
        if rect != self.geometry() or self.isHidden():
            self.setGeometry(rect)
            inner = self.rect().adjusted(3 * WIDTH, 3 * WIDTH, -3 * WIDTH, -3 * WIDTH)
            self.setMask(QRegion(self.rect()).subtracted(QRegion(inner)))  # what scrolls inside is not painted twice
            self.show()
        self.raise_()

    def _wanted(self, around: QWidget) -> bool:
        return around is not self.window() and (not self._by_mouse or isinstance(around, _FIELDS))

    def eventFilter(self, watched: QObject, event: Any) -> bool:
        if not isinstance(event, QEvent):  # Python still knows what lay at its address before
            return False
        kind = event.type()
        if isinstance(watched, QWindow):
            if kind is QEvent.Type.MouseButtonPress:
                self.hear(keys=False)
            elif kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() not in _HELD:
                self.hear(keys=True)
        elif kind in _MOVED:
            self._soon.start()
            if kind is QEvent.Type.Show and watched is self.window():
                self._listen()
        return False

    def _listen(self) -> None:
        """Hear the keys and the mouse of the window; later, where Python still knows what lay at its address before."""
        handle: Any = self.window().windowHandle()
        if isinstance(handle, QWindow):
            handle.installEventFilter(self)
        elif handle is not None:
            self._again.start()

    def hear(self, *, keys: bool) -> None:
        """Whether keys are used now, or a mouse."""
        if self._by_mouse is keys:
            self._by_mouse = not keys
            self.window().setProperty(BY_KEYS, keys)
            self._soon.start()
            if isinstance(self._around, QAbstractScrollArea) and isValid(self._around):
                self._around.viewport().update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.colour, WIDTH))
        half = WIDTH / 2
        radius = 3.0 if isinstance(self._around, QAbstractScrollArea) else min(9.0, self.height() / 2)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), radius, radius)
        painter.end()


def ring_rect(around: QWidget) -> QRect:
    """Where the ring of a control stands in its window: around it, within every area that scrolls it."""
    wide = WIDTH if isinstance(around, QAbstractScrollArea) else WIDTH + _GAP
    window = around.window()
    rect = QRect(around.mapTo(window, QPoint(0, 0)), around.size()).adjusted(-wide, -wide, wide, wide)
    part = around.parentWidget()
    while part is not None and part is not window:
        scrolls = isinstance(part.parentWidget(), QAbstractScrollArea)
        if scrolls:
            rect = rect.intersected(QRect(part.mapTo(window, QPoint(0, 0)), part.size()))
        part = part.parentWidget()
    return rect.intersected(window.rect())
