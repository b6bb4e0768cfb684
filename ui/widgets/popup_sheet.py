"""A small sheet above the window's content; closes with Esc or a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.focus_return import give_back

_MARGIN = 4


class _Veil(QWidget):
    """Lies unseen over the window while a sheet is open; a click on it closes the sheet."""

    def __init__(self, sheet: Overlay, window: QWidget) -> None:
        super().__init__(window)
        self._sheet = sheet
        self.setGeometry(window.rect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._sheet.dismiss()


class Overlay(QFrame):
    """Lives in the window of the widget it belongs to, so nothing is grabbed and nothing flies off the screen."""

    command = ""
    """What opens it again in a window made anew; "" for a click on the button it belongs to."""

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor.window())
        self._anchor, self._window = anchor, anchor.window()
        self._veil: _Veil | None = None
        self.back = anchor
        """Who gets the keyboard when it closes."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("kind", "overlay")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open_below(self, focus: QWidget | None = None, *, at: QPoint | None = None) -> None:
        """Show it right under its widget, or at a place on the screen; `focus` gets the keyboard."""
        self._fit()
        window, anchor = self._window, self._anchor
        place = window.mapFromGlobal(at or anchor.mapToGlobal(QPoint(0, anchor.height() + 2)))
        if place.y() + self.height() > window.height() - _MARGIN:
            above = -1 if at else place.y() - self.height() - 4 - anchor.height()
            place.setY(above if above >= _MARGIN else max(_MARGIN, window.height() - self.height() - _MARGIN))
        place.setX(max(_MARGIN, min(place.x(), window.width() - self.width() - _MARGIN)))
        self.move(place)
        self._veil = _Veil(self, window)
        self._veil.show()
        self._veil.raise_()
        self.show()
        self.raise_()
        (focus or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def _fit(self) -> None:
        """Be as high as wrapped words need at this width, or their lines drift apart."""
        self.adjustSize()
        box = self.layout()
        if box is not None and box.hasHeightForWidth():
            self.resize(self.width(), box.totalHeightForWidth(self.width()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def dismiss(self) -> None:
        """Close and give the keyboard back."""
        give_back(self.back, Qt.FocusReason.PopupFocusReason)
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._veil is not None:
            self._veil.hide()
            self._veil.deleteLater()
            self._veil = None
        super().closeEvent(event)
