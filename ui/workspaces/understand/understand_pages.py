"""The pages of the workspace Understand: one row each. They are made when first shown, as `Page(context, model)`."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.widgets.lazy_pages import PageRow

PERSONA, EMPATHY, STAKEHOLDERS, COMPARE = "persona", "empathy", "stakeholders", "compare"
PROMISES, THEMES, READINESS, CHANGES = "promises", "themes", "readiness", "changes"
OF_PERSONAS: Final = frozenset({PERSONA, EMPATHY, COMPARE})
"""Pages that show nothing without a persona."""
_ROOM: Final = "ui.workspaces.understand."

VIEWS: Final[tuple[PageRow, ...]] = (
    PageRow(PERSONA, N_("Profile"), N_("Show the persona"), icon="person",
            synonyms=N_("customer profile target group")),
    PageRow(EMPATHY, N_("Empathy map"), N_("Show the empathy map"), _ROOM + "empathy.empathy_page", "EmpathyPage",
            "note", N_("thinks feels sees hears says does pains gains")),
    PageRow(STAKEHOLDERS, N_("Stakeholder map"), N_("Show the stakeholder map"),
            _ROOM + "stakeholders.stakeholder_page", "StakeholderPage", "map", N_("people involved rings relations")),
    PageRow(COMPARE, N_("Compare personas"), N_("Compare personas"), _ROOM + "compare_page", "ComparePage", "compare",
            N_("side by side differences rated")),
    PageRow(PROMISES, N_("Promises"), N_("Show the promises"), _ROOM + "promises_page", "PromisesPage", "report",
            N_("brochure website sales kept broken")),
    PageRow(THEMES, N_("Topics"), N_("Show the topics"), _ROOM + "themes_page", "ThemesPage", "filter",
            N_("topics voices quotes complaints count")),
    PageRow(READINESS, N_("Readiness check"), N_("Show the readiness check"), _ROOM + "readiness_page",
            "ReadinessPage", "checklist", N_("ready maturity initiative management culture")),
    PageRow(CHANGES, N_("What we changed"), N_("Show what we changed"), _ROOM + "changes_page", "ChangesPage",
            "check", N_("customers told done open sheet")),
)  # fmt: skip
