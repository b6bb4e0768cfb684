"""Giving the keyboard back to where it came from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


def give_back(widget: QWidget | None, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
    """Give the keyboard to a widget remembered from before, which may be hidden or gone by now.

    With the reason of popups a field that loses it keeps to itself what was typed.
    """
    if widget is not None and isValid(widget) and widget.isVisible():
        widget.setFocus(reason)
