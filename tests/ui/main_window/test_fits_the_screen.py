"""A window opens within the screen it opens on."""

import pytest
from PySide6.QtCore import QRect, QSize

from tests.ui.conftest import OpenWindow
from ui.main_window.application import fit


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        (QRect(0, 0, 1280, 720), QSize(1280, 720)),
        (QRect(0, 0, 1920, 1080), QSize(1440, 900)),
        (QRect(60, 30, 1300, 2000), QSize(1300, 900)),
    ],
)
def test_a_window_is_no_larger_than_its_screen(open_window: OpenWindow, screen: QRect, size: QSize) -> None:
    window = open_window()
    window.resize(1440, 900)
    fit(window, screen)
    assert window.size() == size


def test_a_screen_smaller_than_any_window_gets_the_smallest(open_window: OpenWindow) -> None:
    window = open_window()
    fit(window, QRect(0, 0, 300, 200))
    assert window.size() == window.minimumSize()
