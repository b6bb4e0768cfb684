"""Commands of the workspace Measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Measure
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import writable
from ui.context.session_state import SessionState
from ui.widgets.lazy_pages import commands_of
from ui.workspaces.measures.list_clipboard import copy_rows, paste_cells
from ui.workspaces.measures.measure_views import VIEWS

if TYPE_CHECKING:
    from ui.workspaces.measures.measures_workspace import MeasuresWorkspace

MEASURES: Final[Receiver[MeasuresWorkspace]] = Receiver("go.measures", keys_in=lambda w: w.view)
GROUP: Final = N_("Measures")


def on_measure(state: SessionState) -> bool:
    """Writable, and a measure is selected."""
    return writable(state) and state.selection.of(Measure) is not None


def on_measures(state: SessionState) -> bool:
    """Measures are selected."""
    return state.selection.of(Measure) is not None


COMMANDS: tuple[Command, ...] = (
    *commands_of(VIEWS, GROUP, "measures.show_", MEASURES, lambda w, view: w.show_view(view)),
    Command("measures.add", N_("New measure"), GROUP, "", "plus", N_("action task to do"), writable,
            run=MEASURES.does(lambda w: w.add())),
    Command("measures.duplicate", N_("Duplicate the measure"), GROUP, "", "copy", N_("copy"), on_measure,
            run=MEASURES.does(lambda w: w.duplicate())),
    Command("measures.up", N_("Move the measure up"), GROUP, "", "arrow_up", N_("order"), on_measure,
            run=MEASURES.does(lambda w: w.up())),
    Command("measures.down", N_("Move the measure down"), GROUP, "", "arrow_down", N_("order"), on_measure,
            run=MEASURES.does(lambda w: w.down())),
    Command("measures.copy", N_("Copy the measures"), GROUP, "Ctrl+C", "copy", N_("clipboard Excel"), on_measures,
            scope="local", help=N_("The selected rows, with headings, for a spreadsheet"),
            run=MEASURES.does(lambda w: copy_rows(w.view))),
    Command("measures.paste", N_("Paste into the list"), GROUP, "Ctrl+V", "copy", N_("clipboard Excel"), on_measure,
            scope="local", help=N_("Cells of a spreadsheet, from the current cell to the right and down"),
            run=MEASURES.does(lambda w: paste_cells(w.view))),
    Command("measures.delete", N_("Remove the measure"), GROUP, "", "trash", N_("delete"), on_measure,
            run=MEASURES.does(lambda w: w.delete())),
)  # fmt: skip
