"""The tabs of the workspace Control: one row each, made when first shown as `Widget(context, model)`."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.widgets.lazy_pages import PageRow

GOALS: Final = "goals"
TABS: Final[tuple[PageRow, ...]] = (
    PageRow(GOALS, N_("Targets reached"), N_("Show before and after"), icon="compare",
            synonyms=N_("before after round change target met missed")),
    PageRow("trend", N_("Trend"), N_("Show measured values over time"), "ui.workspaces.control.trend_page", "TrendPage",
            "bars", N_("series month limits variation signal Shewhart control chart")),
    PageRow("adjust", N_("Corrections"), N_("Show what is to be corrected"), "ui.workspaces.control.adjust_page",
            "AdjustPage", "checklist", N_("corrective measure decision condition overdue next review")),
)  # fmt: skip
