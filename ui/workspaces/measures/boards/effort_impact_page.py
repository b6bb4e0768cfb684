"""The plane of effort and impact, with the measures of the plan on it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cxstudio.edits import estimate
from cxstudio.layout.boards.plan_items import Plan
from cxstudio.model import Id, Measure
from cxstudio.store import Draft
from ui.boards.effort_impact_board import EffortImpactBoard, EffortImpactPlane
from ui.canvas.display_scene import CanvasScene
from ui.context.context import Context
from ui.workspaces.measures.boards.plan_model import PlanModel


class EffortImpactView(EffortImpactBoard):
    """Numbered marks of the measures."""

    kind = Measure
    naming = "title"
    deleting = "measures.delete"

    def __init__(self, context: Context, model: PlanModel, scene: CanvasScene, parent: QWidget) -> None:
        self.model = model
        super().__init__(context, model, scene, parent, context.tr("Measures by impact and effort"))

    def plan(self) -> Plan:
        return self.model.plan

    def asked(self) -> str:
        return self.context.tr("Title of the measure")

    def weigh(self, draft: Draft, record: Id, effort: int | None, impact: int | None) -> None:
        estimate(draft, record, effort, impact)


class EffortImpactArea(EffortImpactPlane):
    """The plane as large as there is room."""

    view: EffortImpactView

    def __init__(self, context: Context, model: PlanModel) -> None:
        super().__init__(context, model)
        self.put(EffortImpactView(context, model, self.scene, self))
