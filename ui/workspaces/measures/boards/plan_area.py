"""A board in the window: drawn anew when the plan, its room or the zoom is another one."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent, QShowEvent

from ui.canvas.canvas_area import CanvasArea
from ui.context.context import Context
from ui.workspaces.measures.boards.plan_model import PlanModel
from ui.workspaces.measures.boards.plan_view import PlanView


class PlanArea(CanvasArea):
    """Keeps a board in step with the plan; while nobody looks nothing is laid out."""

    view: PlanView

    def __init__(self, context: Context, model: PlanModel) -> None:
        super().__init__(context.theme)
        self.context, self.model = context, model
        self._stale = True
        model.changed.connect(self._follow)
        context.selection.changed.connect(self._mark)

    def refresh(self) -> None:
        """Lay out and draw what the plan holds now."""
        self._stale = False
        self.draw_plan()
        self.view.show_marks()

    def draw_plan(self) -> None:
        """Lay out the plan and show it."""
        raise NotImplementedError

    def _follow(self) -> None:
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def _mark(self) -> None:
        if self.isVisible():
            self.view.show_marks()
            if not self.view.hasFocus():
                self.view.reveal_selected()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.isVisible():
            self.refresh()
