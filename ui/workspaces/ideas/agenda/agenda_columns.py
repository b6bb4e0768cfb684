"""The list of blocks and what stands beside it: in two columns, in one where the window has little room."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.basics import column, row
from ui.widgets.vertical_scroll_area import VerticalScrollArea

_LIST, _SIDE = 470, 330
_NARROW_LIST, _NARROW_SIDE = 420, 290
_SMALL_LIST: Final = 400
_LEAST: Final = 290
"""Pixels the block beside the list needs at least."""
_ROOMY, _ONE_COLUMN = 1300, 1060
"""Pixels from which list and side have all the room they want, and below which one column stands beside the list."""


class AgendaColumns(QWidget):
    """What runs and the block chosen in the middle; what is late and the workshop at the side, or between them."""

    def __init__(self, listed: QWidget, run: QWidget, block: QWidget, late: QWidget, workshop: QWidget) -> None:
        super().__init__()
        self._list = listed
        self._parts = (run, late, block, workshop)
        self._first = (run, block)
        self._single: bool | None = None
        middle, side = QWidget(), QWidget()
        self._middle, self._aside = column(middle, -1, spacing=12), column(side, -1, spacing=16)
        self._middle.setContentsMargins(16, 16, 14, 16)
        self._aside.setContentsMargins(4, 16, 14, 16)
        for ground in (middle, side):
            ground.setProperty("ground", "ground")
        self._side = VerticalScrollArea(side)
        self._centre = VerticalScrollArea(middle)
        row(self, listed, self._centre, self._side, spacing=0).setStretch(1, 1)
        self._stand(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy, single = self.width() >= _ROOMY, self.width() < _ONE_COLUMN
        small = max(0, min(_SMALL_LIST, self.width() - _LEAST))
        self._list.setFixedWidth(_LIST if roomy else small if single else _NARROW_LIST)
        self._side.setFixedWidth(_SIDE if roomy else _NARROW_SIDE)
        self._stand(single)

    def to_top(self) -> None:
        """The block that runs comes into view with its timer."""
        self._centre.verticalScrollBar().setValue(0)

    def _stand(self, single: bool) -> None:
        if single is self._single:
            return
        self._single = single
        first = self._parts if single else self._first
        for box, wanted in ((self._middle, first), (self._aside, [part for part in self._parts if part not in first])):
            for at, part in enumerate(wanted):
                box.insertWidget(at, part)
        self._side.setVisible(not single)
