"""The panels beside the map, one at a time to its left; a panel may have `entered()` and `take_focus()`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.basics import button, column, label, row
from ui.widgets.lazy_pages import PageRow, Pages

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.map_model import MapModel

WIDTH: Final = 288


class SidePanels(QWidget):
    """Title, a button to close, and the panel in view. Hidden while none is."""

    changed = Signal(str)
    """The panel in view, "" for none."""

    def __init__(self, context: Context, model: MapModel, panels: Sequence[PageRow]) -> None:
        super().__init__()
        self.setObjectName("side_panels")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._context = context
        self._title = label("", "strong")
        close = button("", lambda: self.show_panel(""), "ghost", name=context.tr("Close the panel"))
        close.setIcon(context.theme.icon("close"))
        close.setFixedWidth(28)
        self._titles = {row.id: row.text for row in panels}
        self._pages = Pages(panels, {}, context, model)
        head = row(None, self._title, -1, close)
        head.setContentsMargins(12, 8, 8, 0)
        box = column(self, spacing=4)
        box.addLayout(head)
        box.addWidget(self._pages, 1)
        self.hide()

    @property
    def panel(self) -> str:
        """The panel in view, "" for none."""
        return "" if self.isHidden() else self._pages.id

    @property
    def widget(self) -> QWidget | None:
        """That panel itself."""
        return self._pages.page if self.panel else None

    def toggle(self, panel: str) -> None:
        """Show a panel; where it is in view already, put it away."""
        self.show_panel("" if panel == self.panel else panel)

    def show_panel(self, panel: str) -> None:
        """Show a panel and give it the keyboard; "" shows none."""
        if panel:
            page = self._pages.show_page(panel)
            self._title.setText(self._context.tr(self._titles[panel]))
            self.show()
            for step in ("entered", "take_focus"):
                act = getattr(page, step, None)
                if act is not None:
                    act()
        else:
            self.hide()
        self.changed.emit(self.panel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.show_panel("")
        else:
            super().keyPressEvent(event)
