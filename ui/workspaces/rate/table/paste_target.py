"""Where pasted cells go: from the selected touchpoint and the active question on."""

from __future__ import annotations

from cxstudio.model import Touchpoint
from ui.context.context import Context
from ui.workspaces.rate.table.answer_columns import COLUMNS, FIGURE_OF, columns_to_fill
from ui.workspaces.rate.table.answer_paste import Target
from ui.workspaces.rate.table.answer_table_model import RatingTable
from ui.workspaces.rate.table.answer_table_view import RatingView


def paste_target(context: Context, table: RatingTable, view: RatingView) -> Target:
    """The touchpoints as listed, the questions to fill, and where to begin."""
    listed, fill = table.touchpoints, columns_to_fill(table.quick, table.promised)
    here = view.touchpoint
    names = [context.document.get(Touchpoint, t).name for t in listed]
    figures = [(FIGURE_OF[c], context.tr(COLUMNS[c].title), table.asked.limits(FIGURE_OF[c])) for c in fill]
    return Target(listed, names, listed.index(here) if here in listed else 0, figures, fill.index(view.column))
