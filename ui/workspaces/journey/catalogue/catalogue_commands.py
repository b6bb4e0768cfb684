"""Commands of the catalogue beside the map."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.commands.command import Command, has_project

CATALOGUE: Final = N_("Catalogue")

COMMANDS: tuple[Command, ...] = (
    Command(
        "catalogue.own_entries",
        N_("Your own entries for the catalogue …"),
        CATALOGUE,
        "",
        "open",
        N_("extend file folder CSV own touchpoints"),
        help=N_("Opens the folder with your file of touchpoints; with an example in it the first time."),
    ),
    Command(
        "catalogue.save_template",
        N_("Keep as template"),
        CATALOGUE,
        "",
        "copy",
        N_("template save pattern new project"),
        has_project,
        help=N_(
            "Keeps stages, touchpoints, channels, departments, lanes and personas; nothing rated, said or planned."
        ),
    ),
    Command(
        "catalogue.templates_folder",
        N_("Open the folder of templates"),
        CATALOGUE,
        "",
        "open",
        N_("template own pattern delete rename"),
        help=N_("Project files in it are offered for new journeys."),
    ),
)
