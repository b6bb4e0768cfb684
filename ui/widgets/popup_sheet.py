"""A small sheet above the window's content; closes with Esc or a click elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from ui.theme.heard_roles import HEADINGS, hear_as
from ui.widgets.focus.focus_return import give_back
from ui.widgets.focus.tab_order import go_on
from ui.widgets.vertical_scroll_area import name_areas

_MARGIN, _GAP = 4, 3


class _Veil(QWidget):
    """Lies unseen over the window while a sheet is open; a click on it closes the sheet."""

    def __init__(self, sheet: Overlay, window: QWidget) -> None:
        super().__init__(window)
        self._sheet, self._window = sheet, window
        self.setGeometry(window.rect())
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
            self._sheet.keep_inside()
        return False

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
        hear_as(self, "dialog")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    def open_below(self, focus: QWidget | None = None, *, at: QPoint | QRect | None = None) -> None:
        """Show it under its widget, or under a part of it on the screen, or at a place; `focus` gets the keyboard.

        What it belongs to stays in view: where there is no room below, it stands above, else beside it.
        """
        self._fit()
        anchor = self._anchor
        own = QRect(anchor.mapToGlobal(QPoint(0, 0)), anchor.size()) if at is None else at
        self.move(self._place_at(own) if isinstance(own, QPoint) else self._place_beside(own))
        self._veil = _Veil(self, self._window)
        self._veil.show()
        self._veil.raise_()
        if not self.accessibleName():
            heading = next((one for one in self.findChildren(QLabel) if one.property("kind") in HEADINGS), None)
            self.setAccessibleName(heading.text() if heading is not None else self._anchor.accessibleName())
        name_areas(self)
        self.show()
        self.raise_()
        (focus or self).setFocus(Qt.FocusReason.PopupFocusReason)

    def keep_inside(self) -> None:
        """Where the window got smaller, move back into it."""
        self.move(self._place_at(self.mapToGlobal(QPoint(0, 0))))

    def _place_at(self, at: QPoint) -> QPoint:
        """The place itself, or as near to it as the window allows."""
        place, window = self._window.mapFromGlobal(at), self._window
        place.setX(max(_MARGIN, min(place.x(), window.width() - self.width() - _MARGIN)))
        place.setY(max(_MARGIN, min(place.y(), window.height() - self.height() - _MARGIN)))
        return place

    def _place_beside(self, own: QRect) -> QPoint:
        """Below, above, to the right or to the left of what it belongs to: the first it has room for."""
        window = self._window
        own = QRect(window.mapFromGlobal(own.topLeft()), own.size()).intersected(window.rect())
        if own.isEmpty():  # scrolled away
            return self._place_at(window.mapToGlobal(window.rect().center()))
        wide, high = self.width() + _MARGIN, self.height() + _MARGIN
        level = max(_MARGIN, min(own.top(), window.height() - high))
        across = max(_MARGIN, min(own.left(), window.width() - wide))
        if own.bottom() + _GAP + high <= window.height():
            return QPoint(across, own.bottom() + _GAP)
        if own.top() - high >= _MARGIN:
            return QPoint(across, own.top() - high)
        if own.right() + _GAP + wide <= window.width():
            return QPoint(own.right() + _GAP, level)
        if own.left() - wide >= _MARGIN:
            return QPoint(own.left() - wide, level)
        return QPoint(across, max(_MARGIN, window.height() - high))

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

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within the sheet."""
        go_on(self, forward)
        return True

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
