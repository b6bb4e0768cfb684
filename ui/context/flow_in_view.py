"""The graph of the journey in view as signals, and which of its ways is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.flow.flow_marks import FlowMark, flow_marks
from cxstudio.analysis.flow.flow_values import FlowFigures, FlowState, Route
from cxstudio.model import Id, Transition
from ui.context.session_state import SessionState

ROUTES: Final[dict[str, Callable[[FlowFigures], Route | None]]] = {
    "likely": lambda found: found.likely,
    "happiest": lambda found: found.happiest,
    "worst": lambda found: found.worst,
}
"""Ways that can be shown on map and flow."""


class FlowInView(QObject):
    """The graph of the journey in view, and which of its ways is shown."""

    changed = Signal()
    """Another graph, or nothing while a long one is being worked out for the first time."""
    route_changed = Signal()

    def __init__(self, state: SessionState) -> None:
        super().__init__(state.bridge)
        self._session = state
        self._route = ""
        state.bridge.changed.connect(self._follow)
        state.bridge.figured.connect(self._figured)
        state.bridge.work.changed.connect(self._worked)
        state.selection.journey_changed.connect(self._start_over)

    @property
    def state(self) -> FlowState | None:
        """The graph; for a very long journey possibly a moment old, None while there is none yet."""
        return self._session.bridge.graph(self._session.selection.journey)

    @property
    def busy(self) -> bool:
        """Whether a long graph is being worked out that is not known yet."""
        bridge = self._session.bridge
        return bridge.waits_for(self._session.selection.journey) and not bridge.work.stopped

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped the work before there was anything to show."""
        bridge = self._session.bridge
        return bridge.waits_for(self._session.selection.journey) and bridge.work.stopped

    def cancel(self) -> None:
        """Stop working it out; what was known stays."""
        self._session.bridge.work.stop()

    def again(self) -> None:
        """Work it out after all."""
        self._session.bridge.again()

    @property
    def route(self) -> str:
        """Which way is shown: a key of ROUTES, "" for none."""
        return self._route

    @property
    def route_touchpoints(self) -> tuple[Id, ...]:
        """The touchpoints of that way, first to last."""
        state = self.state if self._route else None
        found = ROUTES[self._route](state.flow) if state is not None else None
        return found.touchpoints if found is not None else ()

    def set_route(self, route: str) -> None:
        """Show this way; "" shows none. Raises KeyError for one there is not."""
        if route:
            ROUTES[route]
        if route != self._route:
            self._route = route
            self.route_changed.emit()

    def _follow(self) -> None:
        self.changed.emit()
        if self._route:
            self.route_changed.emit()

    def _figured(self, about: frozenset[Id]) -> None:
        """The graph itself, or the emotions along its ways, came later."""
        journey = self._session.selection.journey
        shown = self._session.bridge.shown_round(journey)
        if journey in about or (shown is not None and shown.id in about):
            self._follow()

    def _worked(self) -> None:
        """The work on a graph nobody knows yet began, or was stopped."""
        if self._session.bridge.waits_for(self._session.selection.journey):
            self.changed.emit()

    def _start_over(self) -> None:
        self._route = ""
        self.changed.emit()
        self.route_changed.emit()

    def marks_at(self, touchpoint: Id | None) -> tuple[FlowMark, ...]:
        """What is peculiar about a touchpoint's place in the graph; nothing while a very long graph is not known."""
        state = self.state if self._session.document.all(Transition) else None
        return flow_marks(state.flow).get(touchpoint or "", ()) if state is not None else ()
