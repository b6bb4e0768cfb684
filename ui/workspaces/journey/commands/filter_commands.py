"""Commands of filter and find."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.context.command import Command
from ui.context.command_conditions import has_project
from ui.workspaces.journey.commands.receivers import ANYWHERE

LOOK: Final = N_("Find and filter")

COMMANDS: tuple[Command, ...] = (
    Command("looking.find", N_("Find on the map"), LOOK, "Ctrl+F", "search", N_("search text touchpoint"), has_project,
            run=ANYWHERE.does(lambda j: j.looking.find())),
    Command("looking.filter", N_("Filter touchpoints"), LOOK, "Ctrl+Shift+F", "filter",
            N_("dim critical department channel stage without measure"), has_project,
            run=ANYWHERE.does(lambda j: j.looking.filter())),
    Command("looking.clear_filter", N_("Clear the filter"), LOOK, "", "filter", N_("show all reset"), has_project,
            run=ANYWHERE.does(lambda j: j.looking.clear_filter())),
)  # fmt: skip
