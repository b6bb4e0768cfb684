"""What all boards of the plan have in common: measures hang on them."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QWidget

from cxstudio.model import Id, Measure
from cxstudio.wording import N_
from ui.boards.record_board import RecordBoard
from ui.canvas.display_scene import CanvasScene
from ui.context.context import Context
from ui.workspaces.measures.boards.measure_children import MeasureChildren
from ui.workspaces.measures.boards.plan_model import PlanModel

MOVE: Final = N_("Move the measure")


class PlanView(RecordBoard):
    """A board of measures."""

    kind = Measure
    naming = "title"
    deleting = "measures.delete"

    def __init__(self, context: Context, model: PlanModel, scene: CanvasScene, parent: QWidget, name: str) -> None:
        super().__init__(context, scene, parent, name)
        self.model = model
        self.heard = MeasureChildren(self)

    def spoken(self, record: Id | None) -> str:
        return next((item.spoken for item in self.model.plan.items if item.measure == record), "")

    def asked(self) -> str:
        return self.context.tr("Title of the measure")

    def show_marks(self) -> None:
        super().show_marks()
        known = {item.measure: item for item in self.model.plan.items}
        self.heard.tell([known[measure] for measure in self.order() if measure in known])
