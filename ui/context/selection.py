"""What is selected in the window: view state shared by map, inspector and lists, never part of the document.

Only what the page in view shows can be selected, so inspector and commands never meet what nobody sees.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.journeys.target_values import as_is_of
from cxstudio.model import GROUP_VOICE, Id, Journey, Record, Stage, Touchpoint
from cxstudio.model.placement import counterpart_in, journeys_of
from ui.context.session_bridge import Bridge

R = TypeVar("R", bound=Record)


class Page(Protocol):
    """What is in view, as the selection asks it."""

    def place_for(self, record: Record) -> Id | None:
        """What on the page stands for a record: itself, what it hangs on; None where nothing does.

        A page that can bring another journey into view answers for that one as well.
        """

    def shows_journey(self, journey: Id) -> bool:
        """Whether what stands in a journey is shown just now."""


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
    followed = Signal()
    """Somebody followed a link: what it leads to wants to be seen with its fields."""
    method_changed = Signal()
    """Another method card is open."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._ids: tuple[Id, ...] = ()
        self._journey: Id | None = None
        self._voice: Id = GROUP_VOICE
        self._figure = "experience"
        self._method = ""
        self._page: Page | None = None
        self.ideas_in_view: Callable[[], tuple[Id | None, Id | None]] = lambda: (None, None)
        """The question whose ideas are in view, and the vote where that is; for who presents them."""
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
        """Select these records and nothing else, or what the page shows in their place.

        The journey in view follows a touchpoint or stage, and anything else the page could not show otherwise.
        """
        wanted = self._places(ids)
        if wanted and (journey := self._journey_for(wanted[-1])) is not None and journey != self.journey:
            self._change(journey, self._ids)
        self._set(self._in_view(wanted))

    def stand_on(self, page: Page) -> None:
        """Another page is in view: what is selected stays as far as it is shown there."""
        self._page = page
        self.look_again()

    def look_again(self) -> None:
        """The page shows something else than before: another view, or a filter."""
        self._set(self._in_view(self._places(self._ids)))

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
            self._change(journey, tuple(self._followed(journey)))

    def _change(self, journey: Id, ids: tuple[Id, ...]) -> None:
        """Another journey comes into view with what is selected in it; told once both are so."""
        before, self._journey, self._ids = self._ids, journey, ids
        self.journey_changed.emit()
        if self._ids == ids != before:
            self.changed.emit()

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

    @property
    def method(self) -> str:
        """Id of the method card that is open; "" while none is."""
        return self._method

    def set_method(self, card: str) -> None:
        """Open another method card."""
        if card != self._method:
            self._method = card
            self.method_changed.emit()

    def _set(self, ids: tuple[Id, ...]) -> None:
        if ids != self._ids:
            self._ids = ids
            self.changed.emit()

    def _places(self, ids: Iterable[Id]) -> tuple[Id, ...]:
        """What on the page stands for these records."""
        records = (self._bridge.document.find(i) for i in ids)
        page = self._page
        places = (record.id if page is None else page.place_for(record) for record in records if record is not None)
        return tuple(dict.fromkeys(i for i in places if i is not None))

    def _journey_for(self, record_id: Id) -> Id | None:
        """The journey that has to be in view for a record to be shown; None where that is all the same."""
        document = self._bridge.document
        record = document.find(record_id)
        journeys = () if record is None else journeys_of(document, record)
        led = isinstance(record, Journey | Stage | Touchpoint)
        if not journeys or self.journey in journeys or (not led and self._shown(journeys)):
            return None
        return journeys[0]

    def _shown(self, journeys: tuple[Id, ...]) -> bool:
        """Whether the page shows what stands in these journeys; what stands in none is shown with any."""
        page = self._page
        return page is None or not journeys or any(page.shows_journey(journey) for journey in journeys)

    def _in_view(self, ids: tuple[Id, ...]) -> tuple[Id, ...]:
        """Those of them that stand in a journey that is shown."""
        document = self._bridge.document
        return tuple(i for i in ids if (r := document.find(i)) is not None and self._shown(journeys_of(document, r)))

    def _followed(self, journey: Id) -> Iterable[Id]:
        """What is selected once another journey is in view: the same, or its counterpart there."""
        document = self._bridge.document
        for record in map(document.find, self._ids):
            if record is None:
                continue
            journeys = journeys_of(document, record)
            if not journeys or journey in journeys:
                yield record.id
            elif (found := counterpart_in(document, record, journey)) is not None:
                yield found

    def _forget_removed(self, *_: object) -> None:
        kept = tuple(i for i in self._ids if i in self._bridge.document)
        if kept != self._ids:
            self._ids = kept
            self.changed.emit()
