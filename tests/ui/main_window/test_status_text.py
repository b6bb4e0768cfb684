"""The status line where there is little room: what would be a stump is not shown, and stands in the tooltip."""

from __future__ import annotations

import pytest

from ui.main_window.main_window import MainWindow
from ui.widgets.status_text import StatusText


@pytest.mark.parametrize(("share", "shown"), [(1.0, True), (0.85, True), (0.5, False)])
def test_a_text_is_shown_as_long_as_enough_of_it_stays(sample_window: MainWindow, share: float, shown: bool) -> None:
    made = StatusText(sample_window.context.theme)
    made.show_parts(("Rating as: Head of customer service",))
    made.resize(round(made.sizeHint().width() * share), 20)
    made.show()
    empty = StatusText(sample_window.context.theme)
    empty.resize(made.size())
    assert (made.grab().toImage() != empty.grab().toImage()) is shown
    assert made.toolTip() == "Rating as: Head of customer service"
