"""Commands about whole journeys: as-is, to-be, and the values one wants to reach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import Journey
from cxstudio.wording import N_
from ui.commands.command import Command, writable

if TYPE_CHECKING:
    from ui.context.context import Context

JOURNEYS: Final = N_("Journeys")


def with_journey(context: Context) -> bool:
    """Writable, and a journey is in view."""
    return writable(context) and context.selection.journey is not None


def with_several(context: Context) -> bool:
    """Writable, and one journey would be left."""
    return writable(context) and len(context.document.all(Journey)) > 1


COMMANDS: tuple[Command, ...] = (
    Command("journeys.show_as_is", N_("Show the as-is journey"), JOURNEYS, "", "journey", N_("today as is")),
    Command(
        "journeys.show_to_be", N_("Show the to-be journey"), JOURNEYS, "", "journey", N_("tomorrow target vision to be")
    ),
    Command(
        "journeys.derive",
        N_("Derive a to-be journey"),
        JOURNEYS,
        "",
        "compare",
        N_("copy target vision tomorrow to be process"),
        with_journey,
        help=N_("A copy of the as-is journey to change; every touchpoint knows where it came from."),
    ),
    Command(
        "journeys.set_targets",
        N_("Set target values"),
        JOURNEYS,
        "",
        "bars",
        N_("goal aim curve round"),
        with_journey,
        help=N_("Begins with the targets of the measures and today’s values; then drag or type."),
    ),
    Command("journeys.new", N_("Another as-is journey"), JOURNEYS, "", "plus", N_("add create persona"), writable),
    Command(
        "journeys.describe", N_("Name and owner of the journey"), JOURNEYS, "", "edit", N_("rename title"), with_journey
    ),
    Command("journeys.remove", N_("Remove the journey"), JOURNEYS, "", "trash", N_("delete"), with_several),
)
