"""Commands of the flow view and of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Journey, Touchpoint
from cxstudio.wording import N_
from ui.commands.command import Command, writable

if TYPE_CHECKING:
    from ui.context.context import Context

FLOW: Final = N_("Flow")


def on_touchpoint(context: Context) -> bool:
    """Writable, and a touchpoint is selected."""
    return writable(context) and context.selection.of(Touchpoint) is not None


def on_journey(context: Context) -> bool:
    """There is a journey."""
    return bool(context.document.all(Journey))


def _route(name: str, text: str, synonyms: str) -> Command:
    return Command(
        f"flow.show_{name}", text, FLOW, "", "journey", synonyms, on_journey, handler="flow.toggle_route", argument=name
    )


COMMANDS: tuple[Command, ...] = (
    Command("flow.draw_way", N_("Draw a way to …"), FLOW, "", "plus",
            N_("connect transition arrow edge alternative return"), on_touchpoint),
    Command("flow.drop_out", N_("Draw a drop-out"), FLOW, "", "minus", N_("give up leave abandon exit"), on_touchpoint),
    _route("likely", N_("Show the most likely way"), N_("path probability usual")),
    _route("happiest", N_("Show the happiest way"), N_("path best emotion happy path")),
    _route("worst", N_("Show the worst way"), N_("path emotion")),
)  # fmt: skip
