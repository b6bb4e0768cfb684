"""The bridge: one session as Qt signals, with the figures of its rounds and journeys kept until something spoils them.

What a change spoils is said by `analysis.freshness`; here it is only kept, and worked out anew when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, SignalInstance

from cxstudio.analysis import round_figures
from cxstudio.analysis.flow.flow_values import GRAPH_PACKAGE, FlowFigures, FlowState
from cxstudio.analysis.freshness import (
    FLOW_FIGURES,
    MANY,
    SHOWN_ROUND,
    KnownFigures,
    Standing,
    patched,
    rounds_touched,
    same_emotions,
    touches,
)
from cxstudio.analysis.journeys.target_values import measured_round
from cxstudio.analysis.round.round_figures import figures_in_steps
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.files.loading import collector_off
from cxstudio.model import Document, Id, Journey, Round, TouchpointRatings
from cxstudio.model.kinds import RoundKind
from cxstudio.model.rounds import shown_round
from cxstudio.session import Session
from cxstudio.steps import Steps, finished
from cxstudio.store import ChangeSet
from ui.background.long_work import IN_STEPS
from ui.background.pause import Pause
from ui.background.preloading import load_beside
from ui.context.figure_worker import FigureWorker

GRAPH_AT_ONCE = 600
"""Touchpoints up to which the graph of a journey is worked out on the spot."""


class Bridge(QObject):
    """Tells the window about one session. Ends with `close`."""

    changed = Signal(object)
    """The ChangeSet just published; never an empty one. Who shows figures reads them again, too."""
    figured = Signal(object)
    """Rounds and journeys (a frozenset of ids) whose figures have become ready or fresh since the last change."""
    state_changed = Signal()
    """Saved, renamed, became read-only, notices came or went. Comes after `changed` and `figured` as well."""
    settled = Signal()
    """Nothing has come for a moment, and figures that are soon there are there: what need not follow every key follows.

    Comes again when figures are there that took long.
    """

    _woken = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._rounds: KnownFigures[RoundFigures] = KnownFigures()
        self._graphs: KnownFigures[FlowState] = KnownFigures()
        self.telling = False
        """Whether changes or figures are being told just now; `state_changed` comes when everybody has heard of it."""
        self._shown: dict[Id, Round | None] = {}
        """Journey → the round it shows, as long as no change concerns that."""
        self.pause = Pause(self)
        """The moment after the last change."""
        self._worker = FigureWorker(self.pause, self._steps, self._worked_off, self)
        self.work = self._worker.work
        """The figures of a long journey; until they are there, there are the last ones, or none."""
        for signal in (self.pause.over, self.work.changed):
            signal.connect(self._settle)
        self._stop: tuple[Callable[[], None], ...] = (
            session.listen(self._published),
            session.notices.listen(self.state_changed.emit),
        )
        self._woken.connect(self._run_posted, Qt.ConnectionType.QueuedConnection)
        self._wake = self._woken.emit
        session.wake = self._wake
        session.wake()  # what came while nobody listened

    @property
    def document(self) -> Document:
        """The current document."""
        return self.session.document

    def shown_round(self, journey: Id | None) -> Round | None:
        """The round whose figures a journey shows."""
        if journey is None or journey not in self.document:
            return None
        if journey not in self._shown:
            self._shown[journey] = shown_round(self.document, journey)
        return self._shown[journey]

    def measured_round(self, journey: Id | None) -> Round | None:
        """The round that says how a journey is: the one it shows, never target values."""
        shown = self.shown_round(journey)
        if shown is None or journey is None or shown.kind is not RoundKind.TARGET:
            return shown
        return measured_round(self.document, journey)

    def figures(self, round_id: Id | None) -> RoundFigures | None:
        """Figures of a round, None where there is no such round.

        In a large journey ranks and criticality may be a moment old after a change; `figured` comes then.
        """
        if round_id is None or not isinstance(self.document.find(round_id), Round):
            return None
        known = self._rounds.of(round_id)
        if known.standing is Standing.FRESH:
            return known.value
        large = self._is_long(round_id) if known.value is None else len(known.value.touchpoints) > MANY
        if not large:
            with collector_off() if known.value is None else nullcontext():
                made = round_figures(self.document, round_id, before=known.value)
            self._rounds = self._rounds.with_value(round_id, made, self._rounds.revision)
            return made
        if not self._worker.waits(round_id):
            self._rounds = self._rounds.with_value(round_id, known.value, known.revision)
            self._worker.want(round_id, stale=known.standing is Standing.STALE, first=True)
        return known.value

    def shown_figures(self, journey: Id | None) -> RoundFigures | None:
        """Figures of the round a journey shows."""
        shown = self.shown_round(journey)
        return self.figures(shown.id) if shown else None

    def measured_figures(self, journey: Id | None) -> RoundFigures | None:
        """Figures of the round that says how a journey is."""
        measured = self.measured_round(journey)
        return self.figures(measured.id) if measured else None

    def graph(self, journey: Id | None) -> FlowState | None:
        """The graph of a journey; of a very long one the last one known, None while there is none yet."""
        document = self.document
        if journey is None or journey not in document:
            return None
        figures, known = self.shown_figures(journey), self._graphs.of(journey)
        state = known.value
        if state is not None and known.standing is Standing.FRESH and same_emotions(state.figures, figures):
            if state.document is not document or state.figures is not figures:
                state = self._keep_graph(journey, replace(state, document=document, figures=figures))
            return state
        if len(document.journey_touchpoints(journey)) <= GRAPH_AT_ONCE:
            return self._keep_graph(journey, finished(graph_in_steps(document, journey, figures)))
        if not self._worker.waits(journey):
            self._graphs = self._graphs.with_value(journey, state, known.revision)
            self._worker.want(journey, stale=state is not None, first=False)
        return state

    def waits_for(self, about: Id | None) -> bool:
        """Whether there are no figures of a round or journey only because they are not worked out yet, or stopped."""
        missing = {k.of(about or "").standing for k in (self._rounds, self._graphs)} == {Standing.MISSING}
        return missing and self._worker.waits(about)

    @property
    def working(self) -> bool:
        """Whether figures of a long journey are being worked out."""
        return self.work.busy

    def again(self) -> None:
        """Work out after all what somebody stopped."""
        self._worker.again()

    def close(self) -> None:
        """Stop listening to the session."""
        self.pause.end()
        self._worker.close()
        for stop in self._stop:
            stop()
        self._stop = ()
        if self.session.wake is self._wake:  # another window may listen by now
            self.session.wake = None

    def _settle(self) -> None:
        if not self.pause.waiting and (not self.work.busy or self._is_long(self._worker.current)):
            self.settled.emit()

    def _is_long(self, about: Id) -> bool:
        """Whether figures take more than a moment to work out; a graph that is not made at once does."""
        round_ = isinstance(self.document.find(about), Round)
        return not round_ or len(self.document.ids_having(TouchpointRatings, "round", about)) > IN_STEPS

    def _run_posted(self) -> None:
        self.session.run_posted()

    def _published(self, changes: ChangeSet) -> None:
        self.pause.begin()
        self._spoil(changes)
        self._tell(self.changed, changes)

    def _tell(self, signal: SignalInstance, what: object) -> None:
        """Let every view hear of it, then those who look at the whole."""
        before, self.telling = self.telling, True
        try:
            signal.emit(what)
        finally:
            self.telling = before
        self.state_changed.emit()

    def _spoil(self, changes: ChangeSet) -> None:
        """Keep only what the change leaves as it is; large rounds get the figures of the touchpoints just rated."""
        document = self.document
        if touches(SHOWN_ROUND, changes):
            self._shown.clear()
        rounds = rounds_touched(document, changes, self._rounds.known)
        self._rounds = self._rounds.after(rounds).without([i for i in self._rounds.known if i not in document])
        for round_id in rounds & self._rounds.known.keys():
            known = self._rounds.of(round_id)
            if known.value is not None and len(known.value.touchpoints) > MANY:
                kept = patched(document, known.value, changes)
                self._rounds = self._rounds.with_value(round_id, kept, known.revision)
        graphs = tuple(self._graphs.known) if touches(FLOW_FIGURES, changes) else ()
        self._graphs = self._graphs.after(graphs).without([i for i in graphs if i not in document])
        self._worker.drop({*rounds, *graphs})

    def _keep_graph(self, journey: Id, state: FlowState) -> FlowState:
        self._graphs = self._graphs.with_value(journey, state, self._graphs.revision)
        return state

    def _steps(self, about: Id) -> Steps[Any] | None:
        """The work on the figures of a round or journey as they are now; None where it is gone."""
        record = self.document.find(about)
        if isinstance(record, Round):
            return figures_in_steps(self.document, about, before=self._rounds.of(about).value, stability=True)
        return graph_in_steps(self.document, about, self.shown_figures(about)) if isinstance(record, Journey) else None

    def _worked_off(self, about: Id, made: RoundFigures | FlowState) -> None:
        """Nothing it reads has changed since it was begun, else it would have been dropped."""
        if isinstance(made, RoundFigures):
            self._rounds = self._rounds.with_value(about, made, self._rounds.revision)
        else:
            self._graphs = self._graphs.with_value(about, made, self._graphs.revision)
        self._tell(self.figured, frozenset({about}))


def graph_in_steps(document: Document, journey: Id, figures: RoundFigures | None) -> Steps[FlowState]:
    """The graph of a journey as it is in a document."""
    yield from load_beside(GRAPH_PACKAGE)
    from cxstudio.analysis.flow.flow_figures import flow_figures_in_steps  # only who looks at the flow needs it

    found: FlowFigures = yield from flow_figures_in_steps(document, journey, figures)
    return FlowState(document, figures, found)
