"""The ring knows whether keys or a mouse are used, whatever the bindings make of the window's handle."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.main_window.main_window import MainWindow
from ui.theme.by_keys import BY_KEYS
from ui.widgets.focus.focus_ring import FocusRing


def test_keys_are_heard_also_where_the_handle_was_taken_for_something_else(
    sample_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = sample_window
    (ring,) = window.findChildren(FocusRing)
    handle = window.windowHandle()
    handle.removeEventFilter(ring)
    window.setProperty(BY_KEYS, False)
    ring.hear(keys=False)
    monkeypatch.setattr(type(window), "windowHandle", lambda _: object(), raising=False)
    QApplication.sendEvent(window, QShowEvent())
    QTest.keyClick(handle, Qt.Key.Key_F24)
    assert not window.property(BY_KEYS)
    monkeypatch.undo()
    QTest.qWait(150)
    QTest.keyClick(handle, Qt.Key.Key_F24)
    assert window.property(BY_KEYS)
