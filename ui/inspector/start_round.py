"""Starting a round in which people rate one by one."""

from __future__ import annotations

from datetime import date

from cxstudio.edits import set_fields, start_round
from cxstudio.model import Id, Journey
from cxstudio.wording import N_
from cxstudio.wording.figures.round_names import next_name
from ui.context.context import Context

START = N_("Start a round")


def start_new_round(context: Context, journey: Id) -> Id:
    """A new discussion round of today; the map shows it from now on."""
    title = next_name(context.document, journey, context.texts)
    with context.session.transaction(START) as draft:
        started = start_round(draft, journey, title=title, day=date.today())
        set_fields(draft, Journey, journey, shown_round=started)
    return started
