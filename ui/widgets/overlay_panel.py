"""Overlays: small panels laid over the window that give the keyboard back when they go."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QGraphicsDropShadowEffect, QWidget

from ui.theme.heard_roles import hear_as
from ui.widgets.focus.focus_return import give_back
from ui.widgets.focus.tab_order import go_on
from ui.widgets.vertical_scroll_area import name_areas


class Overlay(QFrame):
    """Centred over its parent; Esc or a click elsewhere closes it."""

    def __init__(self, parent: QWidget, *, top: int = 56, wide: int = 620) -> None:
        super().__init__(parent)
        self.setProperty("kind", "overlay")
        hear_as(self, "dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._top, self._wide = top, wide
        self._came_from: QWidget | None = None
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(40)
        shadow.setOffset(0, 8)
        shadow.setColor(QColor(0, 0, 0, 70))
        self.setGraphicsEffect(shadow)
        parent.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it and remember where the keyboard was."""
        if not self.isVisible():
            self._came_from = QApplication.focusWidget()
        self.place()
        name_areas(self)
        self.show()
        self.raise_()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays within it."""
        go_on(self, forward)
        return True

    def dismiss(self) -> None:
        """Hide it and give the keyboard back."""
        if self.isHidden():
            return
        self.hide()
        came_from, self._came_from = self._came_from, None
        give_back(came_from)

    def place(self) -> None:
        """Take the middle of the parent's width."""
        parent = self.parentWidget()
        if parent is None:
            return
        room = parent.rect()
        width = min(self._wide, room.width() - 48)
        height = min(self.wanted_height(width), room.height() - self._top - 40)
        self.setGeometry((room.width() - width) // 2, self._top, width, height)

    def wanted_height(self, width: int) -> int:
        """Height it would like at a width."""
        return max(self.sizeHint().height(), self.heightForWidth(width))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.isVisible():
            if event.type() is QEvent.Type.Resize:
                self.place()
            elif event.type() is QEvent.Type.MouseButtonPress:
                self.dismiss()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.place()
