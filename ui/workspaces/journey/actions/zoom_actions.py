"""Zooming and folding, and going from one critical touchpoint to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QTransform

from cxstudio.analysis.round.critical_rule import is_critical
from cxstudio.layout.map_scene.map_style import FULL_COLUMN, NARROWEST_COLUMN
from cxstudio.model import Id, Journey, Stage, Touchpoint
from cxstudio.model.placement import touchpoint_of
from ui.canvas.interaction.zoom import Zoom, at
from ui.canvas.zooming import Zooming
from ui.workspaces.journey.filter_and_find.filter_words import CRITICAL, why_none
from ui.workspaces.journey.map_model.map_keys import beside

if TYPE_CHECKING:
    from cxstudio.layout.map.map_layout import MapLayout
    from ui.context.context import Context
    from ui.workspaces.journey.map.map_area import MapArea
    from ui.workspaces.journey.map.map_view import MapView
    from ui.workspaces.journey.map_model.map_model import MapModel


SETTLE_MS = 160
AT_ONCE = 150
"""Columns up to which every turn of the wheel is laid out at once."""


class ZoomActions(Zooming):
    """How near the map is and which part of it is in view."""

    _model: MapModel
    _view: MapView

    def __init__(self, context: Context, model: MapModel, area: MapArea) -> None:
        super().__init__(model, area.view)
        self._context, self._area = context, area
        self._hasty: Zoom | None = None
        self._spot = QPointF()
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.settle)

    def set_zoom(self, zoom: Zoom, anchor: QPointF | None = None) -> None:
        self.settle()
        super().set_zoom(zoom, anchor)

    def carry(self, before: MapLayout, after: MapLayout, point: QPointF) -> QPointF:
        return QPointF(carried(before, after, point.x()), point.y())

    def reveal_selected(self) -> None:
        self.reveal(self._context.selection.id)

    def settle(self) -> None:
        """Lay out what the wheel has only stretched so far."""
        wanted, self._hasty = self._hasty, None
        self._settle.stop()
        if wanted is not None:
            view = self._view
            point = view.at(self._spot)
            view.setTransform(QTransform.fromScale(self._model.zoom.scale, self._model.zoom.scale))
            corner = point - self._spot / self._model.zoom.scale
            view.scroll_to(corner)
            self.set_zoom(wanted, self._spot)

    def zoom_by(self, factor: float, spot: QPointF) -> None:
        """Zoom by wheel or fingers: what would take long is stretched at once, and drawn anew when they rest."""
        zoom = (self._hasty or self._model.zoom).times(factor)
        layout = self._model.layout
        quick = layout is None or (len(layout.columns) <= AT_ONCE and zoom.scale == self._model.zoom.scale)
        if quick and self._hasty is None:
            self.set_zoom(zoom, spot)
            return
        view = self._view
        point = view.at(spot)
        self._hasty, self._spot = zoom, spot
        stretched = zoom.value / min(1.0, self._model.zoom.value)
        view.setTransform(QTransform.fromScale(stretched, stretched))
        view.scroll_to(point - spot / stretched)
        self._settle.start()

    def zoom_all(self) -> None:
        """The whole journey in view; stages are folded where their touchpoints cannot all be shown."""
        layout = self._model.layout
        if layout is None or not layout.columns:
            return
        width = self._view.viewport().width() - self._area.scene.room
        count = len(layout.columns)
        wanted = width / FULL_COLUMN / count
        if NARROWEST_COLUMN * count > width:
            stages = self._context.document.stages(self._model.journey or "")
            self._model.set_folded(frozenset(s.id for s in stages))
            folded = self._model.layout
            wanted = width / FULL_COLUMN / max(1, len(folded.columns) if folded is not None else 1)
        self.set_zoom(_fitting(wanted, width, self._columns()))
        self._view.scroll_to(QPointF(0.0, 0.0))

    def zoom_stage(self) -> None:
        """The stage of the selection (or in the middle of the view) as large as it fits."""
        stage = self._stage()
        if stage is not None:
            self.unfold_for(stage)
        layout = self._model.layout
        span = next((s for s in layout.stages if s.stage == stage), None) if layout is not None else None
        if span is not None:
            width = self._view.viewport().width()
            self.set_zoom(
                _fitting(min(1.5, width / FULL_COLUMN / max(1, span.stop - span.first)), width, span.stop - span.first)
            )
            self.reveal(span.stage)

    def zoom_selection(self) -> None:
        """The selected touchpoint at 150 %; several as large as they fit side by side."""
        chosen = self._context.selection.all_of(Touchpoint)
        for touchpoint in chosen:
            self.unfold_for(touchpoint.id)
        index = self._model.layout.scene.index if self._model.layout is not None else {}
        places = sorted(index[t.id] for t in chosen if t.id in index)
        if len(places) < 2:
            super().zoom_selection()
            return
        width, count = self._view.viewport().width(), places[-1] - places[0] + 1
        self.set_zoom(_fitting(min(1.5, width / FULL_COLUMN / count), width, count))
        layout = self._model.layout
        if layout is not None:
            first = layout.columns[places[0]]
            self._view.scroll_to(QPointF(first.x, self._view.window_rect.top()))

    def fold(self) -> None:
        """Fold the stage of the selection, or unfold it."""
        stage = self._stage()
        if stage is not None:
            self._fold(self._model.folded ^ {stage})

    def fold_all(self) -> None:
        """Fold all stages, or unfold them where all are folded."""
        stages = frozenset(s.id for s in self._context.document.stages(self._model.journey or ""))
        self._fold(frozenset() if self._model.folded >= stages else stages)

    def _fold(self, folded: frozenset[Id]) -> None:
        """Fold these stages; what was selected and stands in a pile now, its stage stands for."""
        self._model.set_folded(folded)
        document, layout, selection = self._context.document, self._model.layout, self._context.selection
        ids = []
        for record_id in selection.ids:
            touchpoint = document.find(touchpoint_of(document.find(record_id)))
            known = isinstance(touchpoint, Touchpoint) and touchpoint.stage in folded
            if isinstance(touchpoint, Touchpoint) and known and layout and layout.column_of(touchpoint.id) is None:
                ids.append(touchpoint.stage)
            else:
                ids.append(record_id)
        selection.select(*ids)

    def unfold_for(self, record: Id) -> Id | None:
        """Make sure a touchpoint can be seen, and return the stage unfolded for it; one that shows it stays folded."""
        touchpoint = self._context.document.find(touchpoint_of(self._context.document.find(record)))
        stage = touchpoint.stage if isinstance(touchpoint, Touchpoint) else record
        if stage not in self._model.folded:
            return None
        layout = self._model.layout
        if layout is not None and layout.column_of(record) is not None:
            return None
        self._model.set_folded(self._model.folded - {stage})
        return stage

    def unfold_for_selected(self, record_id: Id) -> None:
        """Make sure what is selected can be seen; a stage and a journey can be as they are."""
        record = self._context.document.find(record_id)
        if record is not None and not isinstance(record, Journey | Stage):
            self.unfold_for(record.id)

    def fold_again(self, stage: Id) -> None:
        """Fold a stage that was unfolded for a moment."""
        if stage in self._context.document:
            self._model.set_folded(self._model.folded | {stage})

    @property
    def corner(self) -> QPointF:
        """The left upper corner of what is in view."""
        return self._view.window_rect.topLeft()

    def scroll_to(self, corner: QPointF) -> None:
        """Bring another part into view."""
        self._view.scroll_to(corner)

    def reveal_place(self, touchpoint: Id) -> None:
        """Scroll to where a touchpoint stands, or to the pile that hides it; nothing is unfolded."""
        layout, record = self._model.layout, self._context.document.find(touchpoint)
        if layout is None or not isinstance(record, Touchpoint):
            return
        shown = layout.column_of(touchpoint) is not None
        pile = next((c for c in layout.columns if c.hidden and c.stage == record.stage), None)
        if shown:
            self.reveal(touchpoint)
        elif pile is not None:
            self._view.reveal(QRectF(pile.x, self._view.window_rect.top(), pile.width, 1.0))

    def show_touchpoint(self, touchpoint: Id) -> None:
        """Unfold what hides a touchpoint, select it and bring it into view."""
        self.unfold_for(touchpoint)
        self._context.selection.select(touchpoint)
        self.reveal(touchpoint)

    def next_critical(self) -> None:
        """Select the next critical touchpoint, from the end on to the first."""
        self._to_critical(1)

    def previous_critical(self) -> None:
        """Select the critical touchpoint before this one."""
        self._to_critical(-1)

    def reveal(self, record: Id | None) -> None:
        """Scroll so that a touchpoint, stage, note or measure is in view."""
        layout = self._model.layout
        if layout is None or record is None:
            return
        view = self._view
        span = next((s for s in layout.stages if s.stage == record), None)
        if span is not None:
            view.reveal_across(span.x, span.width)
            return
        found = view.place_of(record) if not self._named(record) else None
        if found is not None:
            view.reveal(QRectF(found.x, found.y, found.group.width, found.group.height))
            return
        column = layout.column_of(touchpoint_of(self._context.document.find(record)) or "")
        if column is not None:
            view.reveal_across(column.x, column.width)

    def _named(self, record: Id) -> bool:
        """Whether a touchpoint is seen by its name in the row over the map, its card being out of view."""
        return self._area.names.isVisible() and isinstance(self._context.document.find(record), Touchpoint)

    def _to_critical(self, step: int) -> None:
        figures = self._model.figures
        document, journey = self._context.document, self._model.journey
        if journey is None:
            return
        row = document.journey_touchpoints(journey)
        critical = {t.id for t in row if is_critical(figures, t)}
        wanted = beside([t.id for t in row], critical, touchpoint_of(self._context.selection.record), step)
        if wanted is None:
            self._context.messages.say(
                why_none(self._context, CRITICAL) or self._context.tr("No touchpoint is critical.")
            )
        else:
            self.show_touchpoint(wanted)

    def _stage(self) -> Id | None:
        record = self._context.selection.record
        if isinstance(record, Stage):
            return record.id
        touchpoint = self._context.document.find(touchpoint_of(record)) if record is not None else None
        if isinstance(touchpoint, Touchpoint):
            return touchpoint.stage
        layout = self._model.layout
        return layout.stage_at(self._view.window_rect.center().x()) if layout is not None else None

    def _columns(self) -> int:
        return len(self._model.layout.columns) if self._model.layout is not None else 1

    def anchor(self) -> QPointF | None:
        """The selected card's place in the viewport, where it is in view."""
        view = self._view
        found = view.place_of(self._context.selection.id)
        if found is None or not view.window_rect.contains(QPointF(found.x, view.window_rect.center().y())):
            return None
        return QPointF(view.mapFromScene(QPointF(found.x + found.group.width / 2, 0.0)).x(), 0.0)


def _fitting(value: float, width: float, columns: int) -> Zoom:
    """The largest zoom up to `value` whose whole-point columns fit side by side."""
    zoom = at(value)
    while zoom.column_width * zoom.scale * columns > width and zoom.column_width > 3:
        zoom = at((zoom.column_width - 1) / FULL_COLUMN)
    return zoom


def carried(before: MapLayout, after: MapLayout, x: float) -> float:
    """A place on the map in another layout: the same part of the same column."""
    number = before.column_at(x)
    if number is None:
        return after.body.width if x > 0 else x
    column = before.columns[number]
    share = (x - column.x) / column.width if column.width else 0.0
    same = after.column_of(column.touchpoint) if column.touchpoint is not None else None
    if same is None:
        span = next((s for s in after.stages if s.stage == column.stage), None)
        return span.x if span is not None else x
    return same.x + share * same.width
