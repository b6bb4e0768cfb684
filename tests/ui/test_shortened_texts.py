"""Painted texts are shortened as Qt would, however long they are."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

from ui.theme.text_wrapping import elided, two_lines


@pytest.mark.parametrize("text", ["", "Tea", "Words and words " * 60, "W" * 900, "i" * 5_000, "ü. " * 1_000])
@pytest.mark.parametrize("width", [-5, 0, 40, 300, 1_400])
def test_a_text_is_shortened_as_qt_would(qapp, text, width):
    metrics = QFontMetrics(QFont("sans", 10))
    assert elided(metrics, text, width) == metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)


def test_of_a_very_long_text_only_its_start_is_looked_at(qapp):
    class Measured(QFontMetrics):
        most = 0

        def elidedText(self, text, mode, width, flags=0):
            self.most = max(self.most, len(text))
            return super().elidedText(text, mode, width, flags)

    metrics = Measured(QFont("sans", 10))
    assert elided(metrics, "W" * 100_000, 300).endswith("…") and metrics.most < 1_000
    assert two_lines(QFont("sans", 10), "Words and " * 10_000, 300).count("\n") == 1
