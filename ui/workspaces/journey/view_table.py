"""The views of the journey and the panels beside its map: one row each, made when first shown.

A page is made as `Widget(context, model)`. The table stands above the views and panels it names.
"""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.widgets.lazy_pages import PageRow
from ui.workspaces.journey.journey_views import COMPARE, MAP

VIEWS: Final[tuple[PageRow, ...]] = (
    PageRow(MAP, N_("Map"), N_("Show the map"), icon="map",
            synonyms=N_("lanes canvas customer journey map storyboard blueprint")),
    PageRow("flow", N_("Flow"), N_("Show the flow"), "ui.workspaces.journey.flow.flow_page", "FlowPage", "journey",
            N_("graph ways loops drop-outs returns alternatives process flowchart Sankey")),
    PageRow("outline", N_("Outline"), N_("Show the outline"), "ui.workspaces.journey.outline.outline_view", "Outline",
            "checklist", N_("tree table list screen reader accessible")),
    PageRow(COMPARE, N_("Comparison"), N_("Compare as-is and to-be"),
            "ui.workspaces.journey.comparison.comparison_view", "Comparing", "compare",
            N_("side by side difference new gone moved target before after")),
)  # fmt: skip
PANELS: Final[tuple[PageRow, ...]] = (
    PageRow("notes", N_("Notes from the room"), N_("Show the notes from the room"),
            "ui.workspaces.journey.notes.notes_panel", "NotesPanel", icon="note",
            synonyms=N_("unsorted sort parking lot list"), keys="Ctrl+."),
    PageRow("catalogue", N_("Catalogue"), N_("What have we forgotten? Show the catalogue"),
            "ui.workspaces.journey.catalogue.catalogue_panel", "CataloguePanel", icon="checklist",
            synonyms=N_("typical touchpoints check-list ideas missing forgotten library"), keys="Ctrl+Shift+K"),
)  # fmt: skip
