"""Zooming and folding the flow: the same commands and keys as on the map."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

from cxstudio.model import Id, Stage, Touchpoint
from ui.canvas.interaction.zoom import LADDER, SMALLEST, Zoom, at
from ui.canvas.zooming import Zooming

if TYPE_CHECKING:
    from cxstudio.layout.flow import FlowLayout
    from ui.context.context import Context
    from ui.workspaces.journey.flow.flow_area import FlowArea
    from ui.workspaces.journey.flow.flow_model import FlowModel


_READABLE = (1.0, 0.82, 0.65)


class FlowZoom(Zooming):
    """How near the flow is and which part of it is in view."""

    _model: FlowModel
    middle = 0.5

    def __init__(self, context: Context, model: FlowModel, area: FlowArea) -> None:
        super().__init__(model, area.view)
        self._context, self._area = context, area
        model.changed.connect(self.hold)

    @property
    def laid_out(self) -> bool:
        return self._model.settled

    def carry(self, before: FlowLayout, after: FlowLayout, point: QPointF) -> QPointF | None:
        """The same part of the card nearest to the place."""
        cards, x, y = before.cards.values(), point.x(), point.y()
        old = min(cards, key=lambda c: abs(c.x + c.width / 2 - x) + abs(c.middle - y), default=None)
        new = after.cards.get(old.key) if old is not None else None
        if old is None or new is None:
            return None
        right, down = (x - old.x) / max(old.width, 1.0), (y - old.y) / max(old.height, 1.0)
        return QPointF(new.x + right * new.width, new.y + down * new.height)

    def reveal_selected(self) -> None:
        self._area.reveal(self._here())

    def zoom_all(self) -> None:
        """The whole flow in view, as near as it fits; stages are folded where their cards cannot all be shown."""

        def wide() -> float:
            return self._model.layout.body.width if self._model.layout is not None else 0.0

        if not self._fit(wide, 1.0):
            self._model.fold_all()
            self._fit(wide, 1.0)
        self._area.view.scroll_to(QPointF(0.0, 0.0))

    def begin(self) -> None:
        """The nearest zoom at which everything is in view, as long as names can be read."""
        layout = self._model.layout
        if layout is None or self._model.zoom != Zoom():
            return
        room = self._area.view.viewport().width()
        for value in _READABLE:
            self._model.set_zoom(at(value))
            layout = self._model.layout
            if layout is None or self._in_proportion(layout.body.width) <= room:
                break
        self.reveal_selected()

    def zoom_stage(self) -> None:
        """The stage of the selection (or in the middle of the view) as large as it fits."""
        stage = self._stage()
        if stage is None:
            return

        def wide() -> float:
            layout = self._model.layout
            bands = layout.stages if layout is not None else ()
            return next((band.width for band in bands if band.stage == stage), 0.0)

        self._fit(wide, 1.5)
        layout = self._model.layout
        band = next((b for b in layout.stages if b.stage == stage), None) if layout is not None else None
        if band is not None:
            self._area.view.reveal_across(band.x, band.width)

    def _fit(self, wide: Callable[[], float], most: float) -> bool:
        """The nearest zoom at which something fits; False where none is far enough."""
        room = self._area.view.viewport().width()
        for value in (*[v for v in reversed(LADDER) if v <= most], SMALLEST):
            self._model.set_zoom(at(value))
            if self._in_proportion(wide()) * self._model.zoom.scale <= room:
                return True
        return False

    def _in_proportion(self, width: float) -> float:
        """A width of what is drawn, at the zoom that may still be being laid out."""
        layout = self._model.layout
        drawn = layout.style.column_width if layout is not None else self._model.zoom.column_width
        return width * self._model.zoom.column_width / drawn

    def _here(self) -> str | None:
        layout = self._model.layout
        card = layout.card_of(self._context.selection.id) if layout is not None else None
        return card.key if card is not None else None

    def anchor(self) -> QPointF | None:
        """The selected card's place, where it is in view."""
        layout, key = self._model.layout, self._here()
        if layout is None or key is None:
            return None
        card, view = layout.cards[key], self._area.view
        middle = QPointF(card.x + card.width / 2, card.middle)
        return view.viewportTransform().map(middle) if view.window_rect.contains(middle) else None

    def _stage(self) -> Id | None:
        record = self._context.selection.record
        if isinstance(record, Stage):
            return record.id
        if isinstance(record, Touchpoint):
            return record.stage
        layout = self._model.layout
        return layout.stage_at(self._area.view.window_rect.center().x()) if layout is not None else None
