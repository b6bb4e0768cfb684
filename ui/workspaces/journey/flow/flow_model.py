"""The layout of the flow in view, kept in step with the graph's figures."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from cxstudio.analysis.flow.flow_values import FlowState
from cxstudio.analysis.statistics.figure_values import RoundFigures
from cxstudio.files.loading import collector_off
from cxstudio.layout.flow import FlowLayout, FlowStyle, WayLine, flow_in_steps
from cxstudio.model import Document, Id, Touchpoint, Transition
from cxstudio.steps import Steps, finished
from ui.background.long_work import IN_STEPS, Spoken
from ui.background.task_runner import TaskRunner
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context
from ui.workspaces.journey.map_model.highlighted_touchpoints import Highlight
from ui.workspaces.journey.map_model.map_model import MapModel

KEPT = 6
"""Layouts of one graph remembered while zooming."""


class FlowModel(QObject):
    """Folding is shared with the map; zoom, the number of ways shown and the way chosen are the flow's own."""

    changed = Signal()
    """Another layout is to be drawn."""
    documented = Signal()
    way_changed = Signal()
    """Another way is chosen."""

    def __init__(self, context: Context, map_model: MapModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context, self._map = context, map_model
        self.zoom = Zoom()
        self.most_ways: int | None = None
        self.way_key = ""
        self._watching = False
        self._known: dict[FlowStyle, FlowLayout] = {}
        self._known_for: FlowState | None = None
        self._folded = frozenset[Id]()
        self.work: TaskRunner[FlowLayout] = TaskRunner(self)
        """A layout of very many cards; until it is there, the last one is drawn."""
        self._asked: tuple[FlowState, FlowStyle] | None = None
        self._shown: tuple[FlowState, FlowLayout] | None = None
        said = context.tr("Drawing the flow …"), context.tr("The flow was not drawn.")
        context.works.follow(self.work, Spoken(*said, self.again))
        context.flow.changed.connect(self._refresh)
        map_model.changed.connect(self._folding)
        context.selection.changed.connect(self._follow_selection)
        context.selection.journey_changed.connect(self._start_over)

    @property
    def journey(self) -> Id | None:
        """The journey in view."""
        return self._context.selection.journey

    @property
    def document(self) -> Document:
        """The document the drawing shows."""
        state = self._shown[0] if self._shown is not None else self._context.flow.state
        return state.document if state is not None else self._context.document

    @property
    def figures(self) -> RoundFigures | None:
        """Figures of the round the journey shows."""
        return self._context.bridge.shown_figures(self.journey)

    @property
    def highlight(self) -> Highlight:
        """What steps back on the map steps back here too."""
        return self._map.highlight

    @property
    def style(self) -> FlowStyle:
        """How the flow is laid out now."""
        return FlowStyle(self.zoom.column_width, self.zoom.density, self._map.folded, self.most_ways)

    @property
    def layout(self) -> FlowLayout | None:
        """What to draw; None without a journey, or while a very long one is worked out for the first time."""
        state = self._context.flow.state
        if state is None:
            self._shown = None
            return None
        if state is not self._known_for:
            self._known.clear()
            self._known_for = state
        style = self.style
        made = self._known.get(style)
        if made is None and self._is_long(state, style):
            self._work_off(state, style)
            return self._shown[1] if self._shown is not None else None
        if made is None:
            with collector_off():
                made = finished(self._steps(state, style))
            self._keep(style, made)
        self._shown = state, made
        return made

    @property
    def settled(self) -> bool:
        """Whether what is drawn is what is wanted."""
        layout = self.layout
        return layout is not None and layout.style == self.style and not self.work.busy

    def again(self) -> None:
        """Lay it out after all."""
        self._asked = None
        self.work.cancel()
        self.changed.emit()

    def _steps(self, state: FlowState, style: FlowStyle) -> Steps[FlowLayout]:
        return flow_in_steps(state.document, state.flow, state.figures, self._context.texts, style)

    def _is_long(self, state: FlowState, style: FlowStyle) -> bool:
        document = state.document
        if self._shown is None and len(document.journey_touchpoints(state.flow.journey)) > IN_STEPS:
            return True  # however much is folded away: nobody sees anything yet
        open_stages = (s for s in document.stages(state.flow.journey) if s.id not in style.folded_stages)
        return sum(len(document.touchpoints(stage.id)) for stage in open_stages) > IN_STEPS

    def _work_off(self, state: FlowState, style: FlowStyle) -> None:
        """Lay it out between two frames; what was wanted before is dropped."""
        asked = (state, style)
        if self._asked is None or self._asked[0] is not state or self._asked[1] != style:
            self._asked = asked
            self.work.run_steps(self._steps(state, style), partial(self._laid, state, style))

    def _laid(self, state: FlowState, style: FlowStyle, made: FlowLayout) -> None:
        self._asked = None
        if state is self._known_for:
            self._keep(style, made)
        self.changed.emit()

    def _keep(self, style: FlowStyle, made: FlowLayout) -> None:
        if len(self._known) >= KEPT:
            self._known.pop(next(iter(self._known)))
        self._known[style] = made

    @property
    def way(self) -> WayLine | None:
        """The way chosen, drawn by somebody or not."""
        layout = self.layout if self.way_key else None
        return next((w for w in layout.ways if w.key == self.way_key), None) if layout is not None else None

    def choose_way(self, way: WayLine | None) -> None:
        """Choose a way; its record, or else the touchpoint it leaves, is selected in the window."""
        key = way.key if way is not None else ""
        if key == self.way_key:
            return
        self.way_key = key
        if way is not None:
            document = self._context.document
            wanted = way.record if way.record in document else way.source
            if wanted is not None and wanted in document:
                self._context.selection.select(wanted)
        self.way_changed.emit()

    def set_zoom(self, zoom: Zoom) -> None:
        """Show the flow nearer or farther."""
        if zoom != self.zoom:
            self.zoom = zoom
            self.changed.emit()

    def set_most_ways(self, most: int | None) -> None:
        """Show so many of the strongest ways."""
        if most != self.most_ways:
            self.most_ways = most
            self.changed.emit()

    def unfold(self, stage: Id) -> None:
        """Show every touchpoint of a stage."""
        self._map.set_folded(self._map.folded - {stage})

    def fold_all(self) -> None:
        """Show of every stage only what stands out."""
        self._map.set_folded(frozenset(s.id for s in self._context.document.stages(self.journey or "")))

    def watch(self, on: bool) -> None:
        """Follow the document only while somebody looks: laying out unseen would slow down every edit elsewhere."""
        self._watching = on
        if not on:
            self._asked = None
            self.work.cancel()
        else:
            self._folded = self._map.folded
            self._refresh()
            self._follow_selection()

    def _refresh(self) -> None:
        if self._watching:
            self.changed.emit()
            self.documented.emit()

    def _folding(self) -> None:
        if self._watching and self._map.folded != self._folded:
            self._folded = self._map.folded
            self.changed.emit()

    def _start_over(self) -> None:
        self.most_ways = None
        self.way_key = ""
        self._shown = self._asked = None
        self.work.cancel()
        self._refresh()

    def _follow_selection(self) -> None:
        if not self._watching:
            return
        record = self._context.selection.record
        layout = self.layout if isinstance(record, Transition) else None
        way = layout.way(record.id) if layout is not None and record is not None else None
        before = self.way
        if way is not None:
            key = way.key
        elif before is not None and isinstance(record, Touchpoint) and before.source == record.id:
            key = before.key if before.record is None else ""
        else:
            key = ""
        if key != self.way_key:
            self.way_key = key
            self.way_changed.emit()
