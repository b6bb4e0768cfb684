"""The flow with its stage headers above, and what steps back or is numbered in it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Signal
from PySide6.QtWidgets import QWidget

from cxstudio.layout.flow import WayLine
from cxstudio.layout.flow.route_overlay import route_groups
from cxstudio.look.fonts import font_book
from ui.canvas.canvas_area import CanvasArea
from ui.canvas.dimming import Marks
from ui.canvas.frozen_strip import FrozenStrip
from ui.canvas.interaction.press_machine import Press
from ui.canvas.paint_errors import report
from ui.canvas.transition_marks import Faded
from ui.context.context import Context
from ui.workspaces.journey.flow.flow_model import FlowModel
from ui.workspaces.journey.flow.flow_view import FlowView
from ui.workspaces.journey.map.map_dimming import veil_colour


class FlowHeader(FrozenStrip):
    """Stage headers: a click selects the stage, or unfolds it at its arrow."""

    pressed = Signal(str)
    unfold_wanted = Signal(str)

    def press(self, press: Press) -> bool:
        found = self.group_at(press.at)
        if found is not None and found.group.record is not None:
            arrow = press.at.x() - found.x < 30.0
            (self.unfold_wanted if arrow else self.pressed).emit(found.group.record)
        return False


class FlowArea(CanvasArea):
    """Headers and body."""

    view: FlowView

    def __init__(self, context: Context, model: FlowModel, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, parent)
        self._context, self._model = context, model
        view = FlowView(context, model, self.scene, self)
        self.header = FlowHeader(view, self)
        self.header.setAccessibleName(context.tr("Stages"))
        self.header.stuck_at = lambda left: model.layout.header_at(left) if model.layout is not None else None
        self.faded = Faded(veil_colour(context.theme))
        self.scene.add_above(self.faded, -2)
        self._route = Marks(self.painter, report)
        self.scene.add_above(self._route, -1)
        self.put(view, header=self.header)
        model.way_changed.connect(self.view.show_marks)
        model.highlight.changed.connect(self._step_back)
        context.selection.changed.connect(self.view.show_marks)
        self.header.unfold_wanted.connect(self._unfold)

    def refresh(self) -> None:
        """Draw what the model holds now; nothing while nobody looks."""
        layout = self._model.layout if self.isVisible() else None
        if layout is None:
            return
        self.draw(self._model.zoom, layout.style.density, layout.body, layout.header)
        self._step_back()
        self.view.show_marks()

    def reveal(self, key: str | None) -> None:
        """Scroll so that a card is in view."""
        layout = self._model.layout
        card = layout.cards.get(key) if layout is not None and key is not None else None
        if card is not None:
            self.view.reveal(QRectF(card.x, card.y - 12, card.width, card.height + 48))

    def reveal_way(self, way: WayLine) -> None:
        """Scroll so that the beginning of a way is in view."""
        x, y = way.points[0]
        end = next(((px, py) for px, py in way.points[1:] if abs(px - x) > 60), way.points[-1])
        left, top = min(x, end[0]), min(y, end[1])
        self.view.reveal(QRectF(left, top - 12, abs(end[0] - x), abs(end[1] - y) + 24))

    def _step_back(self) -> None:
        """What a filter leaves out is faint; a way that is shown is numbered."""
        highlight = self._model.highlight
        layout = self._model.layout if self.isVisible() else None
        if layout is None:
            return
        back = []
        for card in layout.cards.values() if highlight.active else ():
            meant = (card.touchpoint,) if card.touchpoint is not None else card.hidden
            if all(highlight.dimmed(touchpoint) for touchpoint in meant):
                back.append(QRectF(card.x - 2, card.y - 2, card.width + 4, card.height + 4))
        self.faded.cover(back)
        groups = route_groups(layout, highlight.way, font_book(), self._context.texts, highlight.found)
        self._route.show_groups(groups, layout.body.width, layout.body.height)

    def _unfold(self, stage: str) -> None:
        layout = self._model.layout
        band = next((b for b in layout.stages if b.stage == stage), None) if layout is not None else None
        if band is not None and band.folded:
            self._model.unfold(stage)
        else:
            self.header.pressed.emit(stage)
