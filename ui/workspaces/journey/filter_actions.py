"""What the commands of filter and find do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QWidget

from cxstudio.model import Id
from ui.workspaces.journey.filter_and_find.filter_sheet import FilterSheet
from ui.workspaces.journey.filter_and_find.find_line import FindLine

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.actions.zoom_actions import ZoomActions
    from ui.workspaces.journey.journey_toolbar import Toolbar
    from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight


class Looking(QObject):
    """Opens the sheet of the filter and the line to find with."""

    def __init__(self, context: Context, highlight: Highlight, bar: Toolbar, zooming: ZoomActions) -> None:
        super().__init__(bar)
        self._context, self._highlight, self._bar, self._zooming = context, highlight, bar, zooming
        self.line = FindLine(context, highlight)
        self.line.wanted.connect(self._go_to)

    def filter(self) -> None:
        """Ask what is looked for."""
        self._come_into_view()
        anchor: QWidget = self._bar.filter_button
        at = None
        if not anchor.isVisible():
            anchor, at = self._bar, self._bar.mapToGlobal(QPoint(16, self._bar.height()))
        FilterSheet(self._context, self._highlight, anchor).open(at)

    def clear_filter(self) -> None:
        """Nothing steps back any more."""
        self._highlight.clear_filter()
        self._highlight.clear_way()

    def find(self) -> None:
        """Open the line to find with."""
        self._come_into_view()
        self.line.open()

    def _come_into_view(self) -> None:
        if not self._bar.isVisible():
            self._context.commands.run("go.journey")

    def _go_to(self, touchpoint: Id) -> None:
        self._zooming.unfold_for(touchpoint)
        self._context.selection.select(touchpoint)
        self._zooming.reveal(touchpoint)
