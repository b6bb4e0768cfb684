"""Before any workshop is planned: what comes here, and the ways to begin."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from cxstudio.catalogue.agendas import AgendaTemplate, agenda_templates
from ui.context.context import Context
from ui.widgets.basics import button, column
from ui.widgets.empty_state import empty_state
from ui.widgets.menus import open_below


class AgendaStart(QWidget):
    """Half a day with one click; other templates and an empty agenda beside it."""

    def __init__(self, context: Context, begin: Callable[[AgendaTemplate], object],
                 templates: Callable[[], QMenu], empty: Callable[[], object]) -> None:  # fmt: skip
        super().__init__()
        tr = context.tr
        half = next(t for t in agenda_templates() if t.id == "half-day")
        self.begin = button(tr("Plan half a day"), partial(begin, half), "primary")
        other = button(tr("Other templates") + "  ▾", lambda: open_below(templates(), other))
        own = button(tr("Empty agenda"), empty)
        for part in (self.begin, other, own):
            part.setEnabled(not context.session.read_only)
        said = tr("Blocks with method, goal and material stand here; start times follow by themselves.")
        shown = empty_state(context.theme, "calendar", tr("No workshop is planned yet"), said, self.begin, other, own)
        column(self, shown, spacing=0)
