"""The tabs of the workspace Rate: one row each, made when first shown as `Widget(context)`.

A tab may have `show_round(round_id | None)`, called when it comes into view and when another round is shown,
`take_focus()` and `status() -> Status | None`.
"""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.widgets.lazy_pages import PageRow

TABS: Final[tuple[PageRow, ...]] = (
    PageRow("table", N_("Table"), N_("Show the rating table"), synonyms=N_("rate answers matrix questionnaire")),
    PageRow("shortlist", N_("Shortlist"), N_("Show the shortlist"), "ui.workspaces.rate.shortlist.shortlist_page",
            "ShortlistPage", "checklist", N_("first pass triage prioritise many touchpoints")),
    PageRow("pictures", N_("Charts"), N_("Show the charts"), "ui.workspaces.rate.charts.charts_page",
            "PicturesPage", "bars", N_("chart graph plot matrix scatter ranking profile emotion distribution")),
    PageRow("views", N_("Compare views"), N_("Compare employees’ and customers’ view"),
            "ui.workspaces.rate.charts.employees_customers_page", "ViewsPage", "compare",
            N_("misjudge inside outside dumbbell")),
    PageRow("flow", N_("Flow"), N_("Show the figures of the flow"), "ui.flow_figures.flow_figures_page", "FlowTab",
            "journey", N_("ways arrive drop-out handover matrix channel change loop process Sankey")),
    PageRow("kano", N_("Kano"), N_("Show the Kano kinds"), "ui.workspaces.rate.kano.kano_page", "KanoTab", "check",
            N_("basic performance delight requirement questionnaire")),
    PageRow("journey", N_("Key figures"), N_("Show the figures of the journey"),
            "ui.workspaces.rate.journey_figures.journey_figures_page", "JourneyTab", "bars",
            N_("NPS CSAT CES recommendation satisfaction effort benchmark")),
)  # fmt: skip
