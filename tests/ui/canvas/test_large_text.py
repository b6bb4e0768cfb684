"""Text is there at every size: on a projector, zoomed in, and on screens with several pixels per point."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from cxstudio.layout.display.display_list import Group
from tests.ui.canvas_lists import group_painter, line

_EVERY = 2
"""Of so many points of a line, one is looked at."""


def ink(size: float, scale: float = 1.0, ratio: float = 1.0) -> float:
    """How much of a picture a word covers, measured in squares of its own size."""
    side = round(6 * size * scale * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(scale, scale)
    ready = group_painter()
    ready.set_scale(scale, ratio)
    ready.paint(painter, Group("g", 400, 400, (line(size, 3 * size, "Hägar", size=size),)))
    painter.end()
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    dark = sum(level < 128 for y in range(side) for level in bytes(grey.constScanLine(y))[:side:_EVERY])
    return dark * _EVERY / (size * scale * ratio) ** 2


@pytest.mark.parametrize(
    ("size", "scale", "ratio"),
    [(40, 1, 1), (64, 1, 1), (65, 1, 1), (120, 1, 1), (40, 1, 2), (33, 1, 2), (13, 2.5, 2), (30, 2.5, 1), (80, 1, 3)],
)
def test_a_word_is_as_dark_at_every_size(qapp: object, size: float, scale: float, ratio: float) -> None:
    assert ink(size, scale, ratio) == pytest.approx(ink(50), rel=0.15)
