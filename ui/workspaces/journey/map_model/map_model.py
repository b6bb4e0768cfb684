"""The map's layout, kept in step with the document; gestures show what would be without changing anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from math import floor
from typing import Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.freshness import previewed
from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.analysis.search.rating_progress import Outcome
from cxstudio.analysis.search.unanswered import unanswered
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.layout.map.map_layout import MapLayout, lay_out_map, update
from cxstudio.layout.map_scene.map_style import FOLD_ABOVE, Density, MapStyle
from cxstudio.model import Document, Id, Journey, LaneSetting, Touchpoint
from cxstudio.model.lane_kinds import LANE_CONTENTS
from cxstudio.model.placement import touchpoint_of
from cxstudio.store import ChangeSet, Draft
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context
from ui.workspaces.journey.map_model.external_drops import Guest
from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight

P = ParamSpec("P")
T = TypeVar("T")
KEPT = 8
"""Layouts of one document remembered while zooming."""
MOST_STRETCH = 5.0


class MapModel(QObject):
    """Layout of the journey in view. `layout` is what to draw: the document, or a preview of an edit on it.

    It is brought up to date when it is asked for: a map out of view costs an edit nothing.
    """

    changed = Signal()
    """Another layout is to be drawn."""
    documented = Signal()
    """The document changed (also where the layout did not)."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.zoom = Zoom()
        self.guests: list[Guest] = []
        """What may be dropped on the map besides pictures."""
        self.highlight = Highlight(context, self)
        """What stands out just now: filter, found text, a way."""
        self._folded: frozenset[Id] = frozenset()
        self._stretch = 1.0
        self._journey: Id | None = None
        self._committed: MapLayout | None = None
        self._behind: ChangeSet | None = None
        """What has changed since the layout was made; None for nothing."""
        self._known: dict[tuple[Id, MapStyle], MapLayout] = {}
        self._known_for: Document | None = None
        self._outcome: tuple[Document, RoundFigures | None, Id, Outcome] | None = None
        self._preview: MapLayout | None = None
        self._preview_document: Document | None = None
        self.highlight.changed.connect(self._show_others)
        context.selection.changed.connect(self._show_others)
        context.bridge.changed.connect(self._follow)
        context.bridge.figured.connect(self._figured)
        context.selection.journey_changed.connect(self.start_over)

    @property
    def journey(self) -> Id | None:
        """The journey in view."""
        return self._context.selection.journey

    @property
    def document(self) -> Document:
        """What the drawn layout shows: the document, or the preview of an edit on it."""
        return self._preview_document or self._context.document

    @property
    def layout(self) -> MapLayout | None:
        """What to draw; None where there is no journey."""
        return self._preview or self.committed

    @property
    def committed(self) -> MapLayout | None:
        """The layout of the document itself."""
        journey = self.journey
        self._arrive()
        if journey is None:
            self._committed = None
        elif self._committed is None:
            self._committed = self._laid_out(journey)
        elif self._behind is not None:
            document, texts = self._context.document, self._context.texts
            self._committed, _ = update(
                self._committed, document, self._behind, self.figures, texts, self.style, self.over
            )
        self._behind = None
        return self._committed

    @property
    def folded(self) -> frozenset[Id]:
        """The stages of which only what stands out is shown."""
        self._arrive()
        return self._folded

    def _arrive(self) -> None:
        """Another journey is in view: nothing of the one before holds."""
        journey = self.journey
        if journey != self._journey:
            self._journey, self._committed = journey, None
            self._folded = self._first_folds(journey) if journey is not None else frozenset()

    def _laid_out(self, journey: Id) -> MapLayout:
        """A layout at the present zoom; zooming and going from journey to journey to and fro finds those it had."""
        document, figures, over = self._context.document, self.figures, self.over
        if self._known_for is not document:
            self._known.clear()
            self._known_for = document
        made = self._known.pop((journey, self.style), None)
        if made is None or made.scene.figures is not figures or not _same(made.scene.over, over):
            made = lay_out_map(document, journey, figures, self._context.texts, self.style, over=over)
        if len(self._known) >= KEPT:
            self._known.pop(next(iter(self._known)))
        self._known[journey, self.style] = made
        return made

    @property
    def figures(self) -> RoundFigures | None:
        """Figures of the round the journey shows."""
        return self._context.bridge.shown_figures(self.journey)

    @property
    def outcome(self) -> Outcome:
        """How many touchpoints are critical, and for how many nothing is planned; counted once for what is read."""
        document, figures, journey = self._context.document, self.figures, self.journey or ""
        known = self._outcome
        if known is None or known[0] is not document or known[1] is not figures or known[2] != journey:
            critical = sum(is_critical(figures, t) for t in document.journey_touchpoints(journey)) if journey else 0
            left = len(unanswered(document, journey, figures).critical) if critical else 0
            known = self._outcome = (document, figures, journey, Outcome(critical, left))
        return known[3]

    @property
    def over(self) -> dict[Id, RoundFigures]:
        """Figures of the rounds lanes lay over the one shown."""
        journey, bridge = self.journey, self._context.bridge
        settings = self._context.document.having(LaneSetting, "journey", journey) if journey is not None else ()
        wanted = dict.fromkeys(i for setting in settings for i in setting.overlaid)
        return {i: figures for i in wanted if (figures := bridge.figures(i)) is not None}

    @property
    def style(self) -> MapStyle:
        """How the map is laid out at this zoom."""
        zoom = self.zoom
        stretch = self._stretch if zoom.density is Density.FAR else 1.0
        only = self.only
        folded = self.folded if only is None else frozenset()
        return MapStyle(zoom.column_width, zoom.density, folded, only, stretch=stretch)

    @property
    def only(self) -> frozenset[Id] | None:
        """What the map shows while it leaves out the others: those meant, new ones, what is selected; None: all."""
        highlight, selection = self.highlight, self._context.selection
        if not highlight.only or not highlight.filter:
            return None
        found = (touchpoint_of(self._context.document.find(i)) for i in selection.ids)
        return highlight.filtered | highlight.made | {i for i in found if i is not None}

    def shown(self, row: Iterable[Id]) -> list[Id]:
        """What of a row of touchpoints or stages the map does not leave out."""
        only, document = self.only, self._context.document
        if only is None:
            return list(row)
        stages = {touchpoint.stage for i in only if isinstance(touchpoint := document.find(i), Touchpoint)}
        return [i for i in row if i in only or i in stages]

    def fill(self, height: float) -> None:
        """Seen from far, make the charts as high as a window of that height (in points) has room for."""
        layout = self.committed
        if layout is None or layout.style.density is not Density.FAR or self._preview is not None:
            return
        charts = sum(row.height for row in layout.lanes if LANE_CONTENTS[row.kind].figures and not row.collapsed)
        least = charts / layout.style.stretch
        wanted = (height - layout.body.height + charts) / least if least else 1.0
        stretch = floor(min(MOST_STRETCH, max(1.0, wanted)) * 4) / 4
        if stretch != self._stretch:
            self._stretch = stretch
            self._committed = None
            self.changed.emit()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the map nearer or farther."""
        if zoom != self.zoom:
            before, self.zoom = self.style, zoom
            if self.style != before:
                self._committed = None
                self._drop_preview()
            self.changed.emit()

    def set_folded(self, folded: frozenset[Id]) -> None:
        """Fold these stages and no others."""
        if folded != self.folded:
            self._folded = folded
            self._committed = None
            self.changed.emit()

    def _show_others(self) -> None:
        """Other touchpoints may be left out now."""
        if self._committed is not None and self._committed.style.only != self.only:
            self._committed = None
            self._drop_preview()
            self.changed.emit()

    def start_over(self) -> None:
        """Lay out anew (another journey, another round)."""
        self._committed = None
        self._drop_preview()
        self.changed.emit()
        self.documented.emit()

    def preview(self, edit: Callable[Concatenate[Draft, P], T], *args: P.args, **kwargs: P.kwargs) -> None:
        """Draw what an edit would do to the current document. Raises what the edit raises; nothing is kept."""
        document, changes = self._context.session.store.preview(edit, *args, **kwargs)
        committed, journey = self.committed, self.journey
        if committed is None or journey is None:
            return
        figures = previewed(document, changes, journey, self.figures)
        self._preview, _ = update(committed, document, changes, figures, self._context.texts)
        self._preview_document = document
        self.changed.emit()

    def end_preview(self) -> None:
        """Draw the document again."""
        if self._preview is not None:
            self._drop_preview()
            self.changed.emit()

    def _drop_preview(self) -> None:
        self._preview = None
        self._preview_document = None

    def _follow(self, changes: ChangeSet) -> None:
        self._drop_preview()
        self._update(changes)

    def _figured(self, rounds: frozenset[Id]) -> None:
        """Figures came later: a preview stays, it is drawn anew with the next move."""
        shown = self._context.bridge.shown_round(self.journey)
        if not rounds.isdisjoint({shown.id if shown is not None else "", *self.over}):
            self._update(ChangeSet(()))

    def _update(self, changes: ChangeSet) -> None:
        self._folded = frozenset(stage for stage in self._folded if stage in self._context.document)
        self._behind = ChangeSet((*(self._behind or ()), *changes))
        self.changed.emit()
        self.documented.emit()

    def _first_folds(self, journey: Id) -> frozenset[Id]:
        document = self._context.document
        if len(document.journey_touchpoints(journey)) <= FOLD_ABOVE:
            return frozenset()
        return frozenset(stage.id for stage in document.stages(journey))


def journey_of(document: Document, journey: Id | None) -> Journey | None:
    """The journey record, None where there is none."""
    record = document.find(journey)
    return record if isinstance(record, Journey) else None


def _same(one: Mapping[Id, RoundFigures], other: Mapping[Id, RoundFigures]) -> bool:
    """Whether both hold the very same figures."""
    return one.keys() == other.keys() and all(one[i] is other[i] for i in one)
