"""The views of a journey: one row each, made when first shown as `Widget(context, model)`.

A view may have `entered()`, `take_focus()` and `status() -> Status | None`.
"""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.widgets.lazy_pages import PageRow, commands_of

MAP: Final = "map"
COMPARE: Final = "compare"
"""Stands with as-is and to-be in the bar, not with the views."""

VIEWS: Final[tuple[PageRow, ...]] = (
    PageRow(
        MAP,
        N_("Map"),
        N_("Show the map"),
        icon="map",
        synonyms=N_("lanes canvas customer journey map storyboard blueprint"),
    ),
    PageRow(
        "flow",
        N_("Flow"),
        N_("Show the flow"),
        "ui.workspaces.journey.flow.flow_page",
        "FlowPage",
        "journey",
        N_("graph ways loops drop-outs returns alternatives process flowchart Sankey"),
    ),
    PageRow(
        "outline",
        N_("Outline"),
        N_("Show the outline"),
        "ui.workspaces.journey.outline.outline_view",
        "Outline",
        "checklist",
        N_("tree table list screen reader accessible"),
    ),
    PageRow(
        COMPARE,
        N_("Comparison"),
        N_("Compare as-is and to-be"),
        "ui.workspaces.journey.comparison.comparison_view",
        "Comparing",
        "compare",
        N_("side by side difference new gone moved target before after"),
    ),
)

COMMANDS = commands_of(VIEWS, N_("Map"), "journey.show_", "journey.show_view")
