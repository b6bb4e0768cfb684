"""A scroll area for what is as wide as its place: it scrolls up and down only."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class VerticalScrollArea(QScrollArea):
    """Without a frame; the keyboard passes it by unless `by_keys`."""

    def __init__(self, content: QWidget | None = None, *, by_keys: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not by_keys:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        if content is not None:
            self.setWidget(content)


def name_areas(part: QWidget) -> None:
    """Let the areas that scroll a sheet or page by keys be called as that is."""
    for area in (part, *part.findChildren(QScrollArea)):
        if isinstance(area, QScrollArea) and not area.accessibleName():
            area.setAccessibleName(part.accessibleName())
