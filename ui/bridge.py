"""The bridge: one session as Qt signals, with the figures of its rounds remembered until something changes them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal

from cxstudio.analysis import round_figures, shown_round
from cxstudio.analysis.results import RoundFigures
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
from cxstudio.session import Session
from cxstudio.store import Change, ChangeSet

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
_READ = (Journey, Participant, Persona, Project, Round, Stage, Touchpoint, Transition)


class Bridge(QObject):
    """Tells the window about one session. Ends with `close`."""

    changed = Signal(object)
    """The ChangeSet just published."""
    state_changed = Signal()
    """Saved, renamed, became read-only, notices came or went."""

    _woken = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._figures: dict[Id, RoundFigures] = {}
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
        """Figures of a round, None where there is no such round."""
        if round_id is None or not isinstance(self.document.find(round_id), Round):
            return None
        known = self._figures.get(round_id)
        if known is None:
            known = self._figures[round_id] = round_figures(self.document, round_id)
        return known

    def shown_figures(self, journey: Id | None) -> RoundFigures | None:
        """Figures of the round a journey shows."""
        shown = self.shown_round(journey)
        return self.figures(shown.id) if shown else None

    def close(self) -> None:
        """Stop listening to the session."""
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

    def _forget(self, change: Change) -> None:
        if issubclass(change.kind, TouchpointRatings | SurveyCounts):
            record = self.document.find(change.record_id) or change.before
            if isinstance(record, TouchpointRatings | SurveyCounts):
                self._figures.pop(record.round, None)
        elif issubclass(change.kind, _READ):
            silent = change.kind is Touchpoint and change.field in _SILENT_TOUCHPOINT_FIELDS
            if not silent:
                self._figures.clear()
