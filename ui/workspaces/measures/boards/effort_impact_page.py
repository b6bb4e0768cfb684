"""The plane of effort and impact: marks are dragged to where the group sees them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtWidgets import QWidget

from cxstudio.edits import estimate
from cxstudio.layout.boards.effort_impact import HIGH, LOW, EffortImpact, MatrixStyle, lay_out_effort_impact
from cxstudio.layout.map_scene.map_style import Density
from cxstudio.model import Id, Measure
from cxstudio.wording import N_
from ui.canvas.display_scene import CanvasScene
from ui.canvas.hit_testing import group_at
from ui.canvas.interaction.gesture import UPRIGHT, Gesture, PreviewGesture
from ui.canvas.interaction.press_machine import Press
from ui.canvas.interaction.zoom import Zoom
from ui.context.context import Context
from ui.workspaces.measures.boards.plan_area import PlanArea
from ui.workspaces.measures.boards.plan_model import PlanModel
from ui.workspaces.measures.boards.plan_view import PlanView

ESTIMATE = N_("Estimate effort and impact")
Points = tuple[int | None, int | None]


class MoveMark(PreviewGesture):
    """A mark under the pointer; it stands where its whole points are."""

    edges = UPRIGHT
    _model: PlanModel

    def __init__(self, view: EffortImpactView, measure: Id) -> None:
        self._view, self._model, self.records = view, view.model, (measure,)
        self._points: Points | None = None

    def move(self, at: QPointF) -> None:
        points: Points = self._view.shown.points_at(at.x(), at.y()) or (None, None)
        if points != self._points:
            self._points = points
            self._model.preview(estimate, self.records[0], *points)
            self._view.say(points)

    def do(self) -> None:
        points, record = self._points, self._view.context.document.get(Measure, self.records[0])
        if points is not None and points != (record.effort, record.impact):
            self._view.change(ESTIMATE, lambda draft: estimate(draft, record.id, *points))


class EffortImpactView(PlanView):
    """Numbered marks on four quadrants."""

    shown: EffortImpact

    def __init__(self, context: Context, model: PlanModel, scene: CanvasScene, parent: QWidget) -> None:
        self.shown = lay_out_effort_impact(model.plan, MatrixStyle(300.0, 300.0))
        super().__init__(context, model, scene, parent, context.tr("Measures by impact and effort"))

    def order(self) -> Sequence[Id]:
        return self.shown.order

    def record_at(self, at: QPointF) -> Id | None:
        mark = self.shown.mark_at(at.x(), at.y())
        if mark is not None:
            return mark.item.measure
        found = group_at(self.shown.body, at.x(), at.y())
        return found.group.record if found is not None else None

    def boxes(self, measure: Id | None) -> list[QRectF]:
        box = self.shown.box(measure)
        return [] if box is None else [QRectF(*box).adjusted(-2, -2, 2, 2)]

    def beside(self, measure: Id | None, across: int, down: int) -> Id | None:
        order, here = list(self.order()), self.shown.mark_of(measure)
        if here is None:
            return order[0] if order else None
        ahead = [m for m in self.shown.marks if (m.x - here.x) * across + (m.y - here.y) * down > 1]
        far = [(abs(m.x - here.x) + abs(m.y - here.y) + abs((m.x - here.x) * down + (m.y - here.y) * across), m)
               for m in ahead]  # fmt: skip
        return min(far, key=lambda f: (f[0], f[1].item.number))[1].item.measure if far else None

    def drag(self, press: Press) -> Gesture | None:
        mark = self.shown.mark_at(press.at.x(), press.at.y())
        return None if mark is None else MoveMark(self, mark.item.measure)

    def nudge(self, measures: tuple[Id, ...], across: int, down: int, *, stretch: bool) -> None:
        record = self.model.measure(measures[-1])
        if record is None:
            return
        middle = (LOW + HIGH) // 2
        effort = _moved(record.effort or middle, across if record.effort else 0)
        impact = _moved(record.impact or middle, -down if record.impact else 0)
        if (effort, impact) != (record.effort, record.impact):
            self.change(ESTIMATE, lambda draft: estimate(draft, record.id, effort, impact))
            self.say((effort, impact))

    def say(self, points: Points) -> None:
        """Tell which points these are."""
        tr, (effort, impact) = self.context.tr, points
        if effort is None or impact is None:
            self.context.messages.say(tr("Not estimated yet"))
        else:
            self.context.messages.say(tr("Effort {effort}, impact {impact}", effort=effort, impact=impact))


class EffortImpactArea(PlanArea):
    """The plane as large as there is room."""

    view: EffortImpactView

    def __init__(self, context: Context, model: PlanModel) -> None:
        super().__init__(context, model)
        self.put(EffortImpactView(context, model, self.scene, self))

    def draw_plan(self) -> None:
        room = self.view.viewport().size()
        style = MatrixStyle(float(max(room.width() - 1, 220)), float(max(room.height() - 1, 220)))
        self.view.shown = lay_out_effort_impact(self.model.plan, style)
        self.draw(Zoom(), Density.NEAR, self.view.shown.body)


def _moved(points: int, step: int) -> int:
    return min(max(points + step, LOW), HIGH)
