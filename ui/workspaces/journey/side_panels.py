"""The panels beside the map, one at a time to its left: one row each, made when first shown.

A panel is made as `Widget(context, model)`; it may have `entered()` and `take_focus()`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cxstudio.wording import N_
from ui.widgets.basics import button, column, label, row
from ui.widgets.lazy_pages import PageRow, Pages

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.map_model import MapModel

PANELS: Final[tuple[PageRow, ...]] = (
    PageRow("notes", N_("Notes from the room"), N_("Show the notes from the room"),
            "ui.workspaces.journey.notes.notes_panel", "NotesPanel", icon="note",
            synonyms=N_("unsorted sort parking lot list"), keys="Ctrl+."),
    PageRow("catalogue", N_("Catalogue"), N_("What have we forgotten? Show the catalogue"),
            "ui.workspaces.journey.catalogue.catalogue_panel", "CataloguePanel", icon="checklist",
            synonyms=N_("typical touchpoints check-list ideas missing forgotten library"), keys="Ctrl+Shift+K"),
)  # fmt: skip

WIDTH: Final = 288


class SidePanels(QWidget):
    """Title, a button to close, and the panel in view. Hidden while none is."""

    changed = Signal(str)
    """The panel in view, "" for none."""

    def __init__(self, context: Context, model: MapModel) -> None:
        super().__init__()
        self.setObjectName("side_panels")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self._context = context
        self._title = label("", "strong")
        close = button("", lambda: self.show_panel(""), "ghost", name=context.tr("Close the panel"))
        close.setIcon(context.theme.icon("close"))
        close.setFixedWidth(28)
        self._pages = Pages(PANELS, {}, context, model) if PANELS else None
        head = row(None, self._title, -1, close)
        head.setContentsMargins(12, 8, 8, 0)
        box = column(self, spacing=4)
        box.addLayout(head)
        if self._pages is not None:
            box.addWidget(self._pages, 1)
        self.hide()

    @property
    def panel(self) -> str:
        """The panel in view, "" for none."""
        return self._pages.id if self._pages is not None and not self.isHidden() else ""

    @property
    def widget(self) -> QWidget | None:
        """That panel itself."""
        return self._pages.page if self._pages is not None and self.panel else None

    def toggle(self, panel: str) -> None:
        """Show a panel; where it is in view already, put it away."""
        self.show_panel("" if panel == self.panel else panel)

    def show_panel(self, panel: str) -> None:
        """Show a panel and give it the keyboard; "" shows none."""
        if panel and self._pages is not None:
            page = self._pages.show_page(panel)
            self._title.setText(self._context.tr(next(r.text for r in PANELS if r.id == panel)))
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
