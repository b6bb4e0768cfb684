"""The menu of what the plan is handed on as: the view shown, the whole plan, one department's, with people's names."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.analysis.measures.plan_scope import PlanScope, by_department
from cxstudio.documents.chosen import report_settings
from cxstudio.model import Department
from cxstudio.model.kinds import Anonymised
from cxstudio.outputs.table import BY_ID
from ui.context.context import Context
from ui.dialogs.save_export import hand_on, ordered
from ui.theme.plain_texts import submenu
from ui.widgets.menus import entry
from ui.workspaces.measures.measure_views import BOARDS, LIST, MONEY

_PLAN: Final = ("plan_xlsx", "plan_csv", "plan_pdf", "plan_ics", "plan_markdown", "plan_json")
_EXPORTED: Final = {
    LIST: _PLAN,
    **{view: (f"{view}_pdf", f"{view}_svg", f"{view}_png") for view in (*BOARDS, MONEY)},
}
"""View → what its menu offers first."""


def export_menu(parent: QWidget, context: Context, view: str) -> QMenu:
    """Files of the view shown, then the action plan, parts of it, and the way back."""
    menu, tr = QMenu(parent), context.tr
    for output in dict.fromkeys((*_EXPORTED[view], *_PLAN)):
        if view != LIST and output == _PLAN[0]:
            menu.addSeparator()
        menu.addAction(context.commands.action(f"export.{output}"))
    menu.addSeparator()
    groups = [g for g in by_department(context.document, PlanScope()) if g.key]
    if groups:
        departments = submenu(menu, tr("Only one department"))
        for group in groups:
            found = context.document.get(Department, group.key)
            _formats(submenu(departments, found.name), parent, context, PlanScope(found.id), found.name)
    if Anonymised.OWNERS not in report_settings(context.document).anonymised:
        _formats(submenu(menu, tr("With names of people")), parent, context, PlanScope(names=True), "")
    menu.addSeparator()
    menu.addAction(context.commands.action("project.import_plan"))
    return menu


def _formats(menu: QMenu, parent: QWidget, context: Context, scope: PlanScope, name: str) -> None:
    """The action plan's kinds of file, of a part of the plan."""
    for output in _PLAN:
        row = BY_ID[output]
        what = " – ".join(part for part in (context.tr(row.title), name) if part)
        order = replace(ordered(context), details=scope)
        entry(menu, context.tr(row.text), partial(hand_on, parent, context, row, what, order))
