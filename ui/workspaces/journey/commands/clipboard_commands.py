"""Commands of the clipboard on the map."""

from __future__ import annotations

from cxstudio.model import Stage, Touchpoint
from cxstudio.wording import N_
from ui.commands.command import Command, has_project, writable
from ui.context.context import Context
from ui.workspaces.journey.commands.map_commands import MAP


def copyable(context: Context) -> bool:
    """Touchpoints or stages are selected."""
    selection = context.selection
    return selection.of(Touchpoint) is not None or selection.of(Stage) is not None


def cuttable(context: Context) -> bool:
    """As copyable, in a project that may be changed."""
    return writable(context) and copyable(context)


COMMANDS: tuple[Command, ...] = (
    Command("journey.copy", N_("Copy"), MAP, "Ctrl+C", "copy", N_("clipboard"), copyable, scope="local"),
    Command("journey.cut", N_("Cut"), MAP, "Ctrl+X", "", N_("clipboard"), cuttable, scope="local"),
    Command(
        "journey.paste",
        N_("Paste"),
        MAP,
        "Ctrl+V",
        "",
        N_("clipboard Excel lines touchpoints picture"),
        writable,
        scope="local",
        help=N_("Copied touchpoints, lines or cells from a spreadsheet, a picture."),
    ),
    Command("journey.select_all", N_("Select all"), MAP, "Ctrl+A", "", N_("mark"), has_project, scope="local"),
)
