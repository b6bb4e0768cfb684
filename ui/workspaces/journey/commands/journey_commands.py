"""Commands about whole journeys: as-is, to-be, and the values one wants to reach."""

from __future__ import annotations

from cxstudio.model import Journey
from cxstudio.wording import N_
from ui.context.command import Command
from ui.context.command_conditions import on_journey, writable
from ui.context.command_groups import JOURNEYS
from ui.context.session_state import SessionState
from ui.workspaces.journey.commands.receivers import ANYWHERE, JOURNEY


def with_several(state: SessionState) -> bool:
    """Writable, and one journey would be left."""
    return writable(state) and len(state.document.all(Journey)) > 1


COMMANDS: tuple[Command, ...] = (
    Command("journeys.show_as_is", N_("Show the as-is journey"), JOURNEYS, "", "journey", N_("today as is"),
            run=ANYWHERE.does(lambda j: j.journeys.show_as_is())),
    Command("journeys.show_to_be", N_("Show the to-be journey"), JOURNEYS, "", "journey",
            N_("tomorrow target vision to be"), run=ANYWHERE.does(lambda j: j.journeys.show_to_be())),
    Command("journeys.derive", N_("Create a to-be journey"), JOURNEYS, "", "compare",
            N_("copy target vision tomorrow to be process"), on_journey,
            help=N_("A copy of the as-is journey to edit; each touchpoint stays linked to its original."),
            run=ANYWHERE.does(lambda j: j.journeys.derive())),
    Command("journeys.set_targets", N_("Set target values"), JOURNEYS, "", "bars", N_("goal aim curve round"),
            on_journey, help=N_("Begins with the targets of the measures and today’s values; then drag or type."),
            run=ANYWHERE.does(lambda j: j.journeys.set_targets())),
    Command("journeys.new", N_("Another as-is journey"), JOURNEYS, "", "plus", N_("add create persona"), writable,
            run=ANYWHERE.does(lambda j: j.journeys.new())),
    Command("journeys.describe", N_("Name and owner of the journey"), JOURNEYS, "", "edit", N_("rename title"),
            on_journey, run=ANYWHERE.does(lambda j: j.journeys.describe())),
    Command("journeys.personas", N_("Choose personas"), JOURNEYS, "", "person", N_("persona customer assign whose"),
            on_journey, help=N_("Whose journey this is; several are possible."),
            run=JOURNEY.does(lambda j: j.bar.persona.choose())),
    Command("journeys.remove", N_("Remove the journey"), JOURNEYS, "", "trash", N_("delete"), with_several,
            run=ANYWHERE.does(lambda j: j.journeys.remove())),
)  # fmt: skip
