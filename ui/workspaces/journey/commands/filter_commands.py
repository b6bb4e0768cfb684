"""Commands of filter and find."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.commands.command import Command, has_project

LOOK: Final = N_("Find and filter")


COMMANDS: tuple[Command, ...] = (
    Command("looking.find", N_("Find on the map"), LOOK, "Ctrl+F", "search", N_("search text touchpoint"), has_project),
    Command(
        "looking.filter",
        N_("Filter touchpoints"),
        LOOK,
        "Ctrl+Shift+F",
        "filter",
        N_("dim critical department channel stage without measure"),
        has_project,
    ),
    Command("looking.clear_filter", N_("Clear the filter"), LOOK, "", "filter", N_("show all reset"), has_project),
)
