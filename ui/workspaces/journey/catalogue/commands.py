"""Commands of the catalogue beside the map."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.commands import Command, writable

CATALOGUE: Final = N_("Catalogue")

COMMANDS: tuple[Command, ...] = (
    Command(
        "catalogue.add",
        N_("Add from the catalogue"),
        CATALOGUE,
        "",
        "plus",
        N_("typical touchpoints check-list"),
        writable,
    ),
    Command(
        "catalogue.own_entries",
        N_("Entries of one's own for the catalogue …"),
        CATALOGUE,
        "",
        "open",
        N_("extend file folder CSV own touchpoints"),
        help=N_("Opens the folder with your file of touchpoints; with an example in it the first time."),
    ),
)
