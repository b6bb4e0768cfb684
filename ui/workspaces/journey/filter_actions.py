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
    from ui.workspaces.journey.journey_workspace import JourneyWorkspace


class Looking(QObject):
    """Opens the sheet of the filter and the line to find with."""

    def __init__(self, context: Context, workspace: JourneyWorkspace) -> None:
        super().__init__(workspace)
        self._context, self._workspace = context, workspace
        self.line = FindLine(context, workspace.model.highlight)
        self.line.wanted.connect(self._go_to)
        self.line.ended.connect(workspace.take_focus)
        context.commands.serve("looking", self)

    def filter(self) -> None:
        """Ask what is looked for."""
        self._come_into_view()
        anchor: QWidget = self._workspace.bar.filter_button
        at = None
        if not anchor.isVisible():
            anchor, at = self._workspace.bar, self._workspace.bar.mapToGlobal(QPoint(16, self._workspace.bar.height()))
        FilterSheet(self._context, self._workspace.model.highlight, anchor).open(at)

    def clear_filter(self) -> None:
        """Nothing steps back any more."""
        self._workspace.model.highlight.clear_filter()
        self._workspace.model.highlight.clear_way()

    def find(self) -> None:
        """Open the line to find with."""
        self._come_into_view()
        self.line.open()

    def _come_into_view(self) -> None:
        if not self._workspace.isVisible():
            self._context.commands.run("go.journey")

    def _go_to(self, touchpoint: Id) -> None:
        self._workspace.zooming.unfold_for(touchpoint)
        self._context.selection.select(touchpoint)
        self._workspace.zooming.reveal(touchpoint)
