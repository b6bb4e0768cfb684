"""What is selected in the window: view state shared by map, inspector and lists, never part of the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.journeys.target_values import as_is_of
from cxstudio.model import GROUP_VOICE, Id, Journey, Record, Stage, Touchpoint
from ui.context.session_bridge import Bridge

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Selected:
    """The selection as a value, to be put back on the same document."""

    journey: Id | None
    voice: Id
    figure: str
    ids: tuple[Id, ...]


class Selection(QObject):
    """The selected records, the journey in view, and as whom one rates."""

    changed = Signal()
    """Other records are selected."""
    journey_changed = Signal()
    voice_changed = Signal()
    """Another voice or another active figure."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._ids: tuple[Id, ...] = ()
        self._journey: Id | None = None
        self._voice: Id = GROUP_VOICE
        self._figure = "experience"
        bridge.changed.connect(self._forget_removed)

    @property
    def value(self) -> Selected:
        """All of it."""
        return Selected(self.journey, self._voice, self._figure, self._ids)

    def put_back(self, value: Selected) -> None:
        """Select what a value says, as far as it is still there."""
        if value.journey is not None and value.journey in self._bridge.document:
            self.set_journey(value.journey)
        self.set_voice(value.voice)
        self.set_figure(value.figure)
        self.select(*value.ids)

    @property
    def ids(self) -> tuple[Id, ...]:
        """Everything selected, the record selected last at the end."""
        return self._ids

    @property
    def id(self) -> Id | None:
        """The record selected last: what the inspector shows."""
        return self._ids[-1] if self._ids else None

    @property
    def record(self) -> Record | None:
        """That record itself."""
        return self._bridge.document.find(self.id)

    def of(self, kind: type[R]) -> R | None:
        """The selected record where it is of that kind."""
        record = self.record
        return record if isinstance(record, kind) else None

    def all_of(self, kind: type[R]) -> tuple[R, ...]:
        """All selected records of that kind."""
        found = (self._bridge.document.find(i) for i in self._ids)
        return tuple(r for r in found if isinstance(r, kind))

    def select(self, *ids: Id) -> None:
        """Select these records and nothing else; the journey in view follows a touchpoint or stage."""
        wanted = tuple(dict.fromkeys(i for i in ids if i in self._bridge.document))
        if wanted and (journey := self._journey_of(wanted[-1])):
            self.set_journey(journey)
        if wanted != self._ids:
            self._ids = wanted
            self.changed.emit()

    def clear(self) -> None:
        """Select nothing."""
        self.select()

    @property
    def journey(self) -> Id | None:
        """The journey in view; the first one until another is chosen, None when there is none."""
        if self._journey in self._bridge.document:
            return self._journey
        journeys = self._bridge.document.all(Journey)
        return journeys[0].id if journeys else None

    @property
    def rated_journey(self) -> Id | None:
        """The journey whose ratings are spoken of: of a to-be journey the one it came from, as it is."""
        journey = self.journey
        return None if journey is None else as_is_of(self._bridge.document, journey)

    def set_journey(self, journey: Id) -> None:
        """Bring another journey into view."""
        if journey != self.journey:
            self._journey = journey
            self.journey_changed.emit()

    @property
    def voice(self) -> Id:
        """As whom one rates: GROUP_VOICE or a participant's id."""
        return self._voice if self._voice in self._bridge.document else GROUP_VOICE

    def set_voice(self, voice: Id) -> None:
        """Rate as somebody else."""
        if voice != self._voice:
            self._voice = voice
            self.voice_changed.emit()

    @property
    def figure(self) -> str:
        """Which figure digits set: expectation, experience, emotion or importance."""
        return self._figure

    def set_figure(self, figure: str) -> None:
        """Let digits set another figure."""
        if figure != self._figure:
            self._figure = figure
            self.voice_changed.emit()

    def _journey_of(self, record_id: Id) -> Id | None:
        document = self._bridge.document
        record = document.find(record_id)
        if isinstance(record, Journey):
            return record.id
        if isinstance(record, Touchpoint):
            record = document.find(record.stage)
        return record.journey if isinstance(record, Stage) else None

    def _forget_removed(self, *_: object) -> None:
        kept = tuple(i for i in self._ids if i in self._bridge.document)
        if kept != self._ids:
            self._ids = kept
            self.changed.emit()
