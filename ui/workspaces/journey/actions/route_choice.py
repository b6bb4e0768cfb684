"""The way shown on map and flow, and the commands that choose it or draw ways from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from cxstudio.edits.journey.flow import draw_way
from cxstudio.model import Id, Touchpoint, Transition
from cxstudio.wording import N_
from ui.forms.record_picker import Choice, Picker

if TYPE_CHECKING:
    from ui.context.context import Context
    from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight


class FlowCommands(QObject):
    """Shows a way and draws ways, whichever view of the journey is in view."""

    def __init__(self, context: Context, highlight: Highlight, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._context, self._highlight, self._anchor = context, highlight, anchor
        self._shown: tuple[Id, ...] = ()
        self._listening = False

    def toggle_route(self, route: str) -> None:
        """Show a way, or take it away where it is shown already."""
        flow = self._context.flow
        if not self._listening:
            self._listening = True
            flow.route_changed.connect(self._show)
            self._highlight.changed.connect(self._taken_away)
        flow.set_route("" if flow.route == route else route)
        if flow.route and not flow.route_touchpoints and not flow.busy:
            self._context.messages.say(self._context.tr("There is no such path here."))
            flow.set_route("")

    def draw_way(self) -> Picker | None:
        """Choose where the way from the selected touchpoint leads."""
        source = self._context.selection.of(Touchpoint)
        if source is None:
            return None
        document = self._context.document
        listed = document.journey_touchpoints(document.journey_of(source).id)
        taken = {w.target for w in document.having(Transition, "source", source.id)}
        choices = [Choice(t.id, t.name) for t in listed if t.id not in taken and t.id != source.id]
        picker = Picker(self._context, self._anchor, choices, name=self._context.tr("Path to"))
        picker.setFixedWidth(340)
        picker.back = QApplication.focusWidget() or self._anchor
        picker.picked.connect(lambda target: self._draw(source.id, target) if target else None)
        picker.open_below(picker.line)
        return picker

    def drop_out(self) -> None:
        """Say that customers give up at the selected touchpoint."""
        source = self._context.selection.of(Touchpoint)
        if source is not None:
            self._draw(source.id, None)

    def _draw(self, source: Id, target: Id | None) -> None:
        with self._context.session.transaction(N_("Draw a path")) as draft:
            made = draw_way(draft, source, target)
        self._context.selection.select(made)

    def _show(self) -> None:
        self._shown = self._context.flow.route_touchpoints
        self._highlight.show_way(self._shown)

    def _taken_away(self) -> None:
        """Somebody else cleared the way: it is no longer shown."""
        if self._shown and not self._highlight.way:
            self._shown = ()
            self._context.flow.set_route("")
