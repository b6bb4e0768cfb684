"""Drawing a way by hand: from a card to another card, or to where customers give up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt

from cxstudio.edits.journey.flow import draw_way
from cxstudio.layout.flow import Card
from cxstudio.look.roles import Role
from cxstudio.model import Id
from cxstudio.wording import N_
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hover_and_selection import Outline
from ui.canvas.interaction.gesture import ACROSS
from ui.canvas.transition_marks import Stroke
from ui.context.context import Context
from ui.workspaces.journey.flow.drop_out_area import ExitArea
from ui.workspaces.journey.flow.flow_model import FlowModel

REACH = 10.0
"""A card is met this far beside it, in points."""
OUT = "out"
"""The place where customers give up, as a target."""


class DrawWay:
    """A way under the pointer. Nothing is laid out anew before it is let go: cards must not run away."""

    edges = ACROSS | Qt.Edge.TopEdge  # below is where customers give up

    def __init__(
        self,
        context: Context,
        model: FlowModel,
        scene: CanvasScene,
        source: Card,
        exit_area: ExitArea,
        drawn: Callable[[Id], object],
    ) -> None:
        self._context, self._model, self._scene = context, model, scene
        self._source, self._exit, self._drawn = source, exit_area, drawn
        self.records = (source.touchpoint,) if source.touchpoint is not None else ()
        self._line = Stroke(context.theme.colour(Role.ACCENT), 2.0)
        self._around = Outline(context.theme.colour(Role.ACCENT), 2.0)
        for item in (self._line, self._around):
            scene.add_above(item, 3)
        self.target: Id | None = None
        """The touchpoint the way would lead to, OUT, or None."""
        exit_area.open()

    def move(self, at: QPointF) -> None:
        layout, out = self._model.layout, self._exit.meets(at)
        self._exit.light(out)
        met = layout.card_at(at.x(), at.y(), REACH) if layout is not None and not out else None
        if met is not None and (met.touchpoint is None or met.key == self._source.key):
            met = None
        self.target = OUT if out else met.touchpoint if met is not None else None
        start = QPointF(self._source.right, self._source.middle)
        if met is None:
            self._around.surround(None)
            self._line.reach(start, at)
        else:
            self._around.surround(QRectF(met.x - 2, met.y - 2, met.width + 4, met.height + 4))
            self._line.reach(start, QPointF(met.x, met.middle))

    def finish(self) -> None:
        self._tidy()
        source = self._source.touchpoint
        if self.target is None or source is None:
            return
        target = None if self.target == OUT else self.target
        with self._context.session.transaction(N_("Draw a path")) as draft:
            made = draw_way(draft, source, target)
        self._drawn(made)

    def cancel(self) -> None:
        self._tidy()

    def _tidy(self) -> None:
        self._exit.hide()
        for item in (self._line, self._around):
            if item.scene() is not None:
                self._scene.removeItem(item)
