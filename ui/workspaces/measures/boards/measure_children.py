"""What a board draws cannot be seen by screen readers: an empty child for each measure says what it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from cxstudio.layout.boards.plan_items import PlanItem
from ui.theme.plain_texts import PlainLabel


class MeasureChildren:
    """One child of the canvas per measure, in the order shown: number, title, owner, status, when it is due."""

    def __init__(self, canvas: QWidget) -> None:
        self._canvas = canvas
        self.labels: list[QLabel] = []

    def tell(self, items: Sequence[PlanItem]) -> None:
        """As many children as there are measures; only what differs is told anew."""
        while len(self.labels) < len(items):
            self.labels.append(self._child())
        for gone in self.labels[len(items) :]:
            gone.hide()
            gone.deleteLater()
        del self.labels[len(items) :]
        for child, item in zip(self.labels, items, strict=True):
            if child.accessibleName() != item.spoken:
                child.setAccessibleName(item.spoken)

    def _child(self) -> QLabel:
        """Takes neither room nor pointer nor keyboard."""
        made = PlainLabel("", self._canvas)
        made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setGeometry(0, 0, 1, 1)
        made.show()
        return made
