"""The bridge: one session as Qt signals, with the figures of its rounds remembered until something changes them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from cxstudio.analysis import round_figures
from cxstudio.analysis.round.round_figures import figures_in_steps
from cxstudio.analysis.round.single_touchpoint_update import with_touchpoint
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.files.loading import collector_off
from cxstudio.model import (
    Document,
    Id,
    Journey,
    Participant,
    Persona,
    Project,
    Round,
    Stage,
    SurveyCounts,
    Touchpoint,
    TouchpointRatings,
    Transition,
)
from cxstudio.model.kinds import RoundKind
from cxstudio.model.rounds import shown_round
from cxstudio.session import Session
from cxstudio.store import Change, ChangeSet
from ui.background.task_runner import TaskRunner
from ui.background.time_slices import IN_STEPS

_SILENT_TOUCHPOINT_FIELDS = frozenset(
    {
        "name",
        "description",
        "channels",
        "factual_note",
        "relationship_note",
        "promise",
        "known_about_customer",
        "staff_freedom",
        "staff",
        "stardust",
    }
)
"""Fields of a touchpoint no figure reads."""
LARGE = 120
"""Touchpoints above which figures are worked out when nothing has come for a moment."""
SOON_MS = 250
_READ = (Journey, Participant, Persona, Project, Round, Stage, Touchpoint, Transition)


class Bridge(QObject):
    """Tells the window about one session. Ends with `close`."""

    changed = Signal(object)
    """The ChangeSet just published; never an empty one. Who shows figures reads them again, too."""
    figured = Signal(object)
    """Rounds (a frozenset of ids) whose figures have become ready or fresh since the last change."""
    state_changed = Signal()
    """Saved, renamed, became read-only, notices came or went."""

    _woken = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._figures: dict[Id, RoundFigures] = {}
        self._stale: dict[Id, RoundFigures] = {}
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._catch_up)
        self.work: TaskRunner[RoundFigures] = TaskRunner(self)
        """The figures of a long journey; until they are there, there are the last ones, or none."""
        self._long: tuple[Document | None, dict[Id, bool]] = (None, {})
        self._wanted: list[Id] = []
        """Rounds of long journeys whose figures are to be worked out, the one being worked on first."""
        self._stop: tuple[Callable[[], None], ...] = (
            session.listen(self._published),
            session.listen_notices(self.state_changed.emit),
        )
        self._woken.connect(self._run_posted, Qt.ConnectionType.QueuedConnection)
        session.wake = self._woken.emit

    @property
    def document(self) -> Document:
        """The current document."""
        return self.session.document

    def shown_round(self, journey: Id | None) -> Round | None:
        """The round whose figures a journey shows."""
        return None if journey is None or journey not in self.document else shown_round(self.document, journey)

    def figures(self, round_id: Id | None) -> RoundFigures | None:
        """Figures of a round, None where there is no such round.

        In a large journey ranks and criticality may be a moment old after a change; `figured` comes then.
        """
        if round_id is None or not isinstance(self.document.find(round_id), Round):
            return None
        known = self._figures.get(round_id)
        if known is not None:
            return known
        stale = self._stale.get(round_id)
        if stale is not None and len(stale.touchpoints) > LARGE:
            if not self._soon.isActive() and round_id not in self._wanted:
                self._soon.start()
            return stale
        if stale is None and self._is_long(round_id):
            self._work_off(round_id)
            return None
        return self._fresh(round_id)

    def shown_figures(self, journey: Id | None) -> RoundFigures | None:
        """Figures of the round a journey shows."""
        shown = self.shown_round(journey)
        return self.figures(shown.id) if shown else None

    def close(self) -> None:
        """Stop listening to the session."""
        self._soon.stop()
        self.work.cancel()
        for stop in self._stop:
            stop()
        self._stop = ()
        self.session.wake = None

    def _run_posted(self) -> None:
        self.session.run_posted()

    def _published(self, changes: ChangeSet) -> None:
        for change in changes:
            self._forget(change)
        self.changed.emit(changes)
        self.state_changed.emit()

    def _fresh(self, round_id: Id) -> RoundFigures:
        before = self._stale.pop(round_id, None)
        with collector_off() if before is None else nullcontext():
            made = self._figures[round_id] = round_figures(self.document, round_id, before=before)
        return made

    def _catch_up(self) -> None:
        """Work out what was handed out a moment old, and let everybody read again."""
        fresh = set()
        for round_id in list(self._stale):
            if round_id not in self.document:
                del self._stale[round_id]
            elif self._is_long(round_id):
                self._work_off(round_id)
            else:
                self._fresh(round_id)
                fresh.add(round_id)
        if fresh:
            self.figured.emit(frozenset(fresh))

    @property
    def working(self) -> bool:
        """Whether figures of a long journey are being worked out."""
        return self.work.busy

    def waits_for(self, round_id: Id | None) -> bool:
        """Whether there are no figures of a round only because they are not worked out yet, or were not wanted."""
        return round_id in self._wanted and round_id not in self._stale

    def again(self) -> None:
        """Work out after all what somebody stopped."""
        self.work.cancel()
        self._begin_next()

    def _is_long(self, round_id: Id) -> bool:
        """Whether the figures of a round would hold up the window."""
        document, known = self._long
        if document is not self.document:
            self._long = (self.document, known := {})
        if round_id not in known:
            round_ = self.document.find(round_id)
            ratings = self.document.having(TouchpointRatings, "round", round_id) if isinstance(round_, Round) else ()
            known[round_id] = len(ratings) > IN_STEPS
        return known[round_id]

    def _work_off(self, round_id: Id) -> None:
        """Work out the figures of a long journey between two frames, one round after the other."""
        if round_id not in self._wanted:
            self._wanted.append(round_id)
        if not self.work.busy and not self.work.stopped:
            self._begin_next()

    def _begin_next(self) -> None:
        self._wanted = [i for i in self._wanted if isinstance(self.document.find(i), Round)]
        if self._wanted:
            first = self._wanted[0]
            steps = figures_in_steps(self.document, first, before=self._stale.get(first), stability=True)
            self.work.begin(steps, lambda made: self._worked_off(first, made))

    def _worked_off(self, round_id: Id, made: RoundFigures) -> None:
        self._stale.pop(round_id, None)
        self._figures[round_id] = made
        self._wanted.remove(round_id)
        self._begin_next()
        self.figured.emit(frozenset({round_id}))

    def _begin_anew(self, round_id: Id) -> None:
        """Something changed under figures that are being worked out: begin again when nothing comes for a moment."""
        if round_id in self._wanted and not self.work.stopped:
            self._wanted.remove(round_id)
            self.work.cancel()
            self._soon.start()

    def _age(self, round_id: Id) -> RoundFigures | None:
        """These figures no longer hold; kept while a large journey has nothing better."""
        self._begin_anew(round_id)
        known = self._figures.pop(round_id, None) or self._stale.get(round_id)
        if known is not None:
            self._stale[round_id] = known
        if self._soon.isActive():
            self._soon.start()  # somebody is still at work: wait a little longer
        return known

    def _age_targets(self, rated: Id) -> None:
        """Targets are told as they stand against today's round."""
        for round_id in {*self._figures, *self._wanted} - {rated}:
            about = self.document.find(round_id)
            if isinstance(about, Round) and about.kind is RoundKind.TARGET:
                self._age(round_id)

    def _forget(self, change: Change) -> None:
        if issubclass(change.kind, TouchpointRatings | SurveyCounts):
            record = self.document.find(change.record_id) or change.before
            if isinstance(record, TouchpointRatings | SurveyCounts):
                known = self._age(record.round)
                self._age_targets(record.round)
                if known is not None and len(known.touchpoints) > LARGE and record.round in self.document:
                    self._stale[record.round] = with_touchpoint(self.document, known, record.touchpoint)
        elif issubclass(change.kind, _READ):
            silent = change.kind is Touchpoint and change.field in _SILENT_TOUCHPOINT_FIELDS
            if not silent:
                for round_id in {*self._figures, *self._wanted}:
                    self._age(round_id)
