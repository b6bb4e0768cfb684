"""What stands out on the map just now: a filter that dims the rest, a text that was found, a way with its numbers.

View state of a window, never part of the document. Map, overview strip, flow view and outline read it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.search.touchpoint_filter import Filter, containing, matching
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.model import Document, Id, Touchpoint
from cxstudio.store import ChangeSet
from ui.context.context import Context


class Highlight(QObject):
    """Which touchpoints step back, and which are marked."""

    changed = Signal()
    """Other touchpoints step back or are marked."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._filter = Filter()
        self._only = False
        self.made: frozenset[Id] = frozenset()
        """Touchpoints made since the filter was set: what somebody has just typed does not vanish."""
        self._text = ""
        self._way: tuple[Id, ...] = ()
        self._on_way: frozenset[Id] = frozenset()
        self._known: tuple[Document, RoundFigures | None, Id] | None = None
        self._matching: frozenset[Id] = frozenset()
        self._found: tuple[Id, ...] = ()
        context.bridge.changed.connect(self._changed)
        context.bridge.figured.connect(self._follow)
        context.selection.journey_changed.connect(self._start_over)

    @property
    def filter(self) -> Filter:
        """What people look for."""
        return self._filter

    def set_filter(self, wanted: Filter) -> None:
        """Look for something else; an empty filter dims nothing."""
        if wanted != self._filter:
            self._filter, self.made = wanted, frozenset()
            self._forget()
            self.changed.emit()

    def clear_filter(self) -> None:
        """Look for nothing any more."""
        self.set_filter(Filter())

    @property
    def only(self) -> bool:
        """Whether the map leaves out what the filter does not mean, instead of dimming it."""
        return self._only

    def set_only(self, only: bool) -> None:
        """Leave out the others, or dim them."""
        if only != self._only:
            self._only, self.made = only, frozenset()
            self.changed.emit()

    @property
    def filtered(self) -> frozenset[Id]:
        """Touchpoints the filter means, whatever way is shown."""
        self._work_out()
        return self._matching

    @property
    def text(self) -> str:
        """What was typed into the find line; "" while nobody is finding."""
        return self._text

    def find(self, text: str) -> None:
        """Mark the touchpoints that contain a text; "" ends it."""
        if text != self._text:
            self._text = text
            self._forget()
            self.changed.emit()

    @property
    def found(self) -> tuple[Id, ...]:
        """Touchpoints the text was found at, in the order of the map."""
        if not self._text:
            return ()
        self._work_out()
        return self._found

    @property
    def way(self) -> tuple[Id, ...]:
        """Touchpoints of the way that is shown, first to last."""
        return self._way

    def show_way(self, touchpoints: Sequence[Id]) -> None:
        """Number these touchpoints 1, 2, 3 … on the map and let the others step back."""
        wanted = tuple(touchpoints)
        if wanted != self._way:
            self._set_way(wanted)
            self.changed.emit()

    def clear_way(self) -> None:
        """Show no way any more."""
        self.show_way(())

    @property
    def active(self) -> bool:
        """Whether anything steps back."""
        return bool(self._filter) or bool(self._way)

    @property
    def matches(self) -> frozenset[Id]:
        """Touchpoints that stay as they are: those of the way while one is shown, else those the filter means."""
        if self._way:
            return self._on_way
        self._work_out()
        return self._matching

    def dimmed(self, touchpoint: Id) -> bool:
        """Whether a touchpoint steps back."""
        return self.active and touchpoint not in self.matches

    def _work_out(self) -> None:
        document, journey = self._context.document, self._context.selection.journey
        if journey is None:
            self._matching, self._found, self._known = frozenset(), (), None
            return
        figures = self._context.bridge.shown_figures(journey)
        known = self._known
        if known is not None and known[0] is document and known[1] is figures and known[2] == journey:
            return
        self._matching = matching(document, journey, figures, self._filter)
        self._found = containing(document, journey, self._text)
        self._known = (document, figures, journey)

    def _set_way(self, way: tuple[Id, ...]) -> None:
        self._way, self._on_way = way, frozenset(way)

    def _forget(self) -> None:
        self._known = None

    def _start_over(self) -> None:
        """Another journey: its stages are others, and a way of the old one does not lead through it."""
        self._set_way(())
        self._filter = replace(self._filter, stages=frozenset())
        self._forget()
        self.changed.emit()

    def _changed(self, changes: ChangeSet) -> None:
        self.made |= {change.record_id for change in changes if change.creates and change.kind is Touchpoint}
        self._follow()

    def _follow(self) -> None:
        """Document or figures changed: what is gone is no longer looked for; who steps back may be others now."""
        if not (self.active or self._text):
            return
        document = self._context.document
        self._filter = self._filter.within(document)
        self._set_way(tuple(i for i in self._way if i in document))
        self.changed.emit()
