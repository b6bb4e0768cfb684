"""Commands of filter and find."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.context.command import Command
from ui.context.command_conditions import has_project
from ui.workspaces.journey.commands.receivers import ANYWHERE, JOURNEY

LOOK: Final = N_("Find and filter")

COMMANDS: tuple[Command, ...] = (
    Command("looking.find", N_("Find on the map"), LOOK, "Ctrl+F", "search", N_("search text touchpoint"), has_project,
            run=ANYWHERE.does(lambda j: j.looking.find())),
    Command("looking.filter", N_("Filter touchpoints"), LOOK, "Ctrl+Shift+F", "filter",
            N_("dim critical department channel stage without measure"), has_project,
            run=ANYWHERE.does(lambda j: j.looking.filter())),
    Command("looking.next", N_("Next match"), LOOK, "F3", "", N_("filter find jump hit"), has_project,
            run=ANYWHERE.does(lambda j: j.looking.next()), repeats=True),
    Command("looking.previous", N_("Previous match"), LOOK, "Shift+F3", "", N_("filter find jump hit"), has_project,
            run=ANYWHERE.does(lambda j: j.looking.previous()), repeats=True),
    Command("looking.only_critical", N_("Show only critical touchpoints"), LOOK, "F9", "warning",
            N_("filter hide others critical"), has_project, run=JOURNEY.does(lambda j: j.looking.only_critical())),
    Command("looking.only_matching", N_("Show only what matches the filter"), LOOK, "Shift+F9", "filter",
            N_("filter hide others dim"), has_project, run=JOURNEY.does(lambda j: j.looking.only_matching())),
    Command("looking.clear_filter", N_("Clear the filter"), LOOK, "", "filter", N_("show all reset"), has_project,
            run=ANYWHERE.does(lambda j: j.looking.clear_filter())),
)  # fmt: skip
