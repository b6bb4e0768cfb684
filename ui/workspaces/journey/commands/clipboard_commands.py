"""Commands of the clipboard on the map."""

from __future__ import annotations

from cxstudio.model import Stage, Touchpoint
from cxstudio.wording import N_
from ui.context.command import Command
from ui.context.command_conditions import has_project, writable
from ui.context.session_state import SessionState
from ui.workspaces.journey.commands.map_commands import MAP
from ui.workspaces.journey.commands.receivers import JOURNEY


def copyable(state: SessionState) -> bool:
    """Touchpoints or stages are selected."""
    selection = state.selection
    return selection.of(Touchpoint) is not None or selection.of(Stage) is not None


def cuttable(state: SessionState) -> bool:
    """As copyable, in a project that may be changed."""
    return writable(state) and copyable(state)


COMMANDS: tuple[Command, ...] = (
    Command("journey.copy", N_("Copy"), MAP, "Ctrl+C", "copy", N_("clipboard"), copyable, scope="local",
            run=JOURNEY.does(lambda j: j.hands.copy())),
    Command("journey.cut", N_("Cut"), MAP, "Ctrl+X", "", N_("clipboard"), cuttable, scope="local",
            run=JOURNEY.does(lambda j: j.hands.cut())),
    Command("journey.paste", N_("Paste"), MAP, "Ctrl+V", "", N_("clipboard Excel lines touchpoints picture"), writable,
            scope="local", help=N_("Copied touchpoints, lines or cells from a spreadsheet, a picture."),
            run=JOURNEY.does(lambda j: j.hands.paste())),
    Command("journey.select_all", N_("Select all"), MAP, "Ctrl+A", "", N_("mark"), has_project, scope="local",
            run=JOURNEY.does(lambda j: j.hands.select_all())),
)  # fmt: skip
