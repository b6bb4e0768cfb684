"""What the commands of filter and find do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QPointF
from PySide6.QtWidgets import QWidget

from cxstudio.analysis.search.touchpoint_filter import Filter, matching
from cxstudio.model import Id, Touchpoint
from cxstudio.model.placement import touchpoint_of
from ui.workspaces.journey.filter_and_find.filter_sheet import FilterSheet
from ui.workspaces.journey.filter_and_find.filter_words import CRITICAL, why_none
from ui.workspaces.journey.filter_and_find.find_line import FindLine
from ui.workspaces.journey.map_model.map_keys import beside

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.actions.zoom_actions import ZoomActions
    from ui.workspaces.journey.journey_toolbar import Toolbar
    from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight


class Looking(QObject):
    """Opens the sheet of the filter and the line to find with, and goes to what was found."""

    def __init__(self, context: Context, highlight: Highlight, bar: Toolbar, zooming: ZoomActions) -> None:
        super().__init__(bar)
        self._context, self._highlight, self._bar, self._zooming = context, highlight, bar, zooming
        self._unfolded: Id | None = None
        """The stage that was unfolded to show what was found."""
        self._came_from: QPointF | None = None
        """What was in view before the search."""
        self.line = FindLine(context, highlight)
        self.line.opened.connect(self._begin)
        self.line.wanted.connect(self._go_to)
        self.line.pointed.connect(self._zooming.reveal_place)
        self.line.ended.connect(self._end)

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

    def only_matching(self) -> None:
        """Leave out what the filter does not mean, or dim it again."""
        if self._highlight.filter:
            self._highlight.set_only(not self._highlight.only)
            self._zooming.reveal_selected()
        else:
            self._context.messages.say(self._context.tr("Nothing is filtered."))

    def only_critical(self) -> None:
        """Show the critical touchpoints and no others, or all again; where none is critical, say why."""
        self._come_into_view()
        highlight = self._highlight
        shown = highlight.only and highlight.filter == CRITICAL
        if not shown and not self._any_critical():
            why = why_none(self._context, CRITICAL) or self._context.tr("No touchpoint is critical.")
            self._context.messages.say(why)
            return
        highlight.set_filter(Filter() if shown else CRITICAL)
        highlight.set_only(not shown)
        self._zooming.reveal_selected()

    def _any_critical(self) -> bool:
        context, journey = self._context, self._context.selection.journey
        if journey is None:
            return False
        return bool(matching(context.document, journey, context.bridge.shown_figures(journey), CRITICAL))

    def next(self) -> None:
        """The next touchpoint found, or meant by the filter."""
        self._step(1)

    def previous(self) -> None:
        """The one before."""
        self._step(-1)

    def find(self) -> None:
        """Open the line to find with."""
        self._come_into_view()
        self.line.open()

    def _step(self, way: int) -> None:
        if self.line.isVisible():
            self.line.step(way)
            return
        document, journey = self._context.document, self._context.selection.journey
        if not self._highlight.filter or journey is None:
            self._context.messages.say(self._context.tr("Nothing is filtered or searched for."))
            return
        self._come_into_view()
        row = [t.id for t in document.journey_touchpoints(journey)]
        wanted = beside(row, self._highlight.filtered, touchpoint_of(self._context.selection.record), way)
        if wanted is not None:
            self._zooming.show_touchpoint(wanted)
        else:
            self._context.messages.say(self._context.tr("No touchpoint matches the filter."))

    def _come_into_view(self) -> None:
        if not self._bar.isVisible():
            self._context.commands.run("go.journey")

    def _begin(self) -> None:
        self._unfolded, self._came_from = None, self._zooming.corner

    def _go_to(self, touchpoint: Id) -> None:
        """One stage at most is unfolded for what was found: the one it stands in."""
        self._fold_back(but=touchpoint)
        stage = self._zooming.unfold_for(touchpoint)
        self._unfolded = stage or self._unfolded
        self._context.selection.select(touchpoint)
        self._zooming.reveal(touchpoint)

    def _end(self) -> None:
        """Back to where one was; what was gone to stays in view while it is selected."""
        selected = touchpoint_of(self._context.selection.record)
        self._fold_back(but=selected)
        if self.line.reached is None and self._came_from is not None:
            self._zooming.scroll_to(self._came_from)
        self._unfolded = self._came_from = None

    def _fold_back(self, but: Id | None) -> None:
        touchpoint = self._context.document.find(but)
        stage = touchpoint.stage if isinstance(touchpoint, Touchpoint) else None
        if self._unfolded is not None and self._unfolded != stage:
            self._zooming.fold_again(self._unfolded)
            self._unfolded = None
