"""Commands of the flow view and of its figures."""

from __future__ import annotations

from typing import Final

from cxstudio.wording import N_
from ui.context.command import Command
from ui.context.command_conditions import has_journey, on_touchpoint
from ui.workspaces.journey.commands.receivers import ANYWHERE

FLOW: Final = N_("Flow")


def _route(name: str, text: str, synonyms: str) -> Command:
    run = ANYWHERE.does(lambda j: j.ways.toggle_route(name))
    return Command(f"flow.show_{name}", text, FLOW, "", "journey", synonyms, has_journey, run=run)


COMMANDS: tuple[Command, ...] = (
    Command("flow.draw_way", N_("Draw a path to …"), FLOW, "", "plus",
            N_("connect transition arrow edge alternative return"), on_touchpoint,
            run=ANYWHERE.does(lambda j: j.ways.draw_way())),
    Command("flow.drop_out", N_("Draw a drop-out"), FLOW, "", "minus", N_("give up leave abandon exit"), on_touchpoint,
            run=ANYWHERE.does(lambda j: j.ways.drop_out())),
    _route("likely", N_("Show the most likely path"), N_("path probability usual")),
    _route("happiest", N_("Show the happiest path"), N_("path best emotion happy path")),
    _route("worst", N_("Show the worst path"), N_("path emotion")),
)  # fmt: skip
