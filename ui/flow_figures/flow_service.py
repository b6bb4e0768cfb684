"""Works out the graph of the journey in view: at once for most journeys, in a process of its own for very long ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from cxstudio.analysis.flow.flow_figures import flow_figures
from cxstudio.analysis.flow.flow_marks import FlowMark, flow_marks
from cxstudio.analysis.flow.flow_values import FlowFigures, Route
from cxstudio.analysis.flow.flow_work import work_out_flow
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.errors import UserError
from cxstudio.model import Document, Id, Transition
from cxstudio.session.tasks import ProcessTask, TaskFailed, TaskState

if TYPE_CHECKING:
    from ui.context.context import Context

AT_ONCE: Final = 600
"""Touchpoints up to which the graph is worked out on the spot."""
_POLL_MS = 50
_REST_MS = 400
"""A long journey is worked out anew when nobody has changed anything for so long."""
ROUTES: Final[dict[str, Callable[[FlowFigures], Route | None]]] = {
    "likely": lambda found: found.likely,
    "happiest": lambda found: found.happiest,
    "worst": lambda found: found.worst,
}
"""Ways that can be shown on map and flow."""


@dataclass(frozen=True, eq=False)
class FlowState:
    """A graph with the document and round it was read from."""

    document: Document
    figures: RoundFigures | None
    flow: FlowFigures


class FlowService(QObject):
    """The graph of the journey in view, and which of its ways is shown."""

    changed = Signal()
    """Another graph, or nothing while a long one is being worked out for the first time."""
    route_changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context.bridge)
        self._context = context
        self._state: FlowState | None = None
        self._journey: Id | None = None
        self._task: ProcessTask[FlowFigures] | None = None
        self._asked: tuple[Document, RoundFigures | None, Id] | None = None
        self._stopped = False
        self._route = ""
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._look)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        for signal in (context.bridge.changed, context.bridge.figured):
            signal.connect(self._follow)
        context.selection.journey_changed.connect(self._start_over)

    @property
    def state(self) -> FlowState | None:
        """The graph; for a very long journey possibly a moment old, None while there is none yet."""
        journey = self._context.selection.journey
        if journey is None:
            return None
        document, figures = self._context.document, self._context.bridge.shown_figures(journey)
        known = self._state
        fresh = known is not None and known.document is document and known.figures is figures
        if (fresh or self.busy) and journey == self._journey:
            return known
        if len(document.journey_touchpoints(journey)) <= AT_ONCE:
            self._state = FlowState(document, figures, flow_figures(document, journey, figures))
            self._journey = journey
            return self._state
        if journey != self._journey:
            self._state, self._journey = None, journey
            self._begin()
        return self._state

    @property
    def busy(self) -> bool:
        """Whether a long graph is being worked out."""
        return self._task is not None or self._rest.isActive()

    @property
    def stopped(self) -> bool:
        """Whether somebody stopped the work before there was anything to show."""
        return self._stopped and self._state is None

    def cancel(self) -> None:
        """Stop working it out; what was known stays."""
        self._rest.stop()
        self._timer.stop()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()
            self._stopped = True
            self.changed.emit()

    def close(self) -> None:
        """Nobody looks any more: stop whatever is under way, and say nothing."""
        self._rest.stop()
        self._timer.stop()
        task, self._task = self._task, None
        if task is not None:
            task.cancel()

    def again(self) -> None:
        """Work it out after all."""
        self._begin()

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
        journey = self._context.selection.journey
        if journey is not None and len(self._context.document.journey_touchpoints(journey)) > AT_ONCE:
            self._rest.start()
            return
        self.changed.emit()
        if self._route:
            self.route_changed.emit()

    def _start_over(self) -> None:
        self.cancel()
        self._state, self._journey, self._stopped = None, None, False
        self._route = ""
        self.changed.emit()
        self.route_changed.emit()

    def _begin(self) -> None:
        journey = self._context.selection.journey
        if journey is None or self._journey is None:
            return
        if self._task is not None:
            self._task.cancel()
        self._stopped = False
        document, figures = self._context.document, self._context.bridge.shown_figures(journey)
        self._asked = (document, figures, journey)
        self._task = ProcessTask(work_out_flow, document, journey, figures)
        self._task.start()
        self._timer.start()

    def _look(self) -> None:
        task, asked = self._task, self._asked
        if task is None or asked is None or not task.poll():
            return
        self._task = None
        self._timer.stop()
        if task.state is TaskState.CANCELLED:
            return
        try:
            found = task.result()
        except (UserError, TaskFailed):
            self._stopped = True
            self._context.messages.say(self._context.tr("The figures of the flow could not be worked out."))
        else:
            self._state, self._journey = FlowState(asked[0], asked[1], found), asked[2]
        self.changed.emit()
        if self._route:
            self.route_changed.emit()


def marks_at(context: Context, touchpoint: Id | None) -> tuple[FlowMark, ...]:
    """What is peculiar about a touchpoint's place in the graph; nothing while a very long graph is not known."""
    if not context.document.all(Transition):
        return ()
    state = context.flow.state
    return flow_marks(state.flow).get(touchpoint or "", ()) if state is not None else ()
