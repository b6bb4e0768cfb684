"""The views of the plan: one row each. Boards are made when first shown, as `Area(context, model)`."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.widgets.lazy_pages import PageRow

LIST: Final = "list"
SCHEDULE, BOARD, EFFORT_IMPACT, MONEY = "schedule", "board", "effort_impact", "money"
BOARDS: Final = (SCHEDULE, BOARD, EFFORT_IMPACT)
_ROOM: Final = "ui.workspaces.measures.boards."

VIEWS: Final[tuple[PageRow, ...]] = (
    PageRow(LIST, N_("List"), N_("Show the measures as a list"), icon="table",
            synonyms=N_("table spreadsheet action plan")),
    PageRow(SCHEDULE, N_("Schedule"), N_("Show the schedule"), _ROOM + "schedule_page", "ScheduleArea", "history",
            N_("Gantt time dates bars dependencies")),
    PageRow(BOARD, N_("Board"), N_("Show the board by status"), _ROOM + "status_board_page", "BoardArea", "checklist",
            N_("kanban columns cards status")),
    PageRow(EFFORT_IMPACT, N_("Impact and effort"), N_("Show impact and effort"), _ROOM + "effort_impact_page",
            "EffortImpactArea", "bars", N_("matrix priorities quadrants quick win")),
    PageRow(MONEY, N_("Money"), N_("Show cost and benefit"), "ui.workspaces.measures.money.money_page", "MoneyPage",
            "report", N_("budget payback return savings euro cost of doing nothing")),
)  # fmt: skip
