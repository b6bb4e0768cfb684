"""A board of the plan in the window."""

from __future__ import annotations

from ui.boards.board_area import RecordBoardArea
from ui.workspaces.measures.boards.plan_model import PlanModel
from ui.workspaces.measures.boards.plan_view import PlanView


class PlanArea(RecordBoardArea):
    """One of the boards beside the list."""

    view: PlanView
    model: PlanModel
