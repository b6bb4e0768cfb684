"""Scrolling a view down, frame by frame."""

from __future__ import annotations

import time
from typing import Final

from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from tests.bench.canvas_bench import quiet

FRAMES: Final = 30
STEP: Final = 24
"""Pixels a frame moves."""


def scrolled(application: QApplication, view: QAbstractScrollArea) -> list[float]:
    """Seconds of processor time each frame took, from the top on."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    application.processEvents()
    frames = []
    for _ in range(FRAMES):
        with quiet():
            begin = time.process_time()
            bar.setValue(bar.value() + STEP)
            view.viewport().repaint()
            application.processEvents()
            frames.append(time.process_time() - begin)
    return frames
