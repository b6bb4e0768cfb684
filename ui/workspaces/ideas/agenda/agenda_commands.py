"""Commands of the agenda."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.model import AgendaBlock, Workshop
from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import writable
from ui.context.session_state import SessionState

if TYPE_CHECKING:
    from ui.workspaces.ideas.agenda.agenda_page import AgendaPage

AGENDA: Final[Receiver[AgendaPage]] = Receiver("ideas.show_agenda", keys_in=lambda page: page.view)
GROUP: Final = N_("Agenda")


def _with_block(state: SessionState) -> bool:
    return writable(state) and bool(state.document.all(AgendaBlock))


def _with_workshop(state: SessionState) -> bool:
    return writable(state) and bool(state.document.all(Workshop))


COMMANDS: tuple[Command, ...] = (
    Command("agenda.begin", N_("Begin the workshop"), GROUP, "", "present", N_("agenda run timer start"), _with_block,
            run=AGENDA.does(lambda page: page.begin())),
    Command("agenda.add", N_("Add a block"), GROUP, "Insert", "plus", N_("agenda item"), writable, scope="local",
            run=AGENDA.does(lambda page: page.add())),
    Command("agenda.duplicate", N_("Duplicate the block"), GROUP, "Ctrl+D", "copy", N_("agenda copy"), _with_block,
            scope="local", run=AGENDA.does(lambda page: page.duplicate())),
    Command("agenda.up", N_("Move the block up"), GROUP, "Alt+Up", "arrow_up", N_("agenda order earlier"), _with_block,
            scope="local", repeats=True, run=AGENDA.does(lambda page: page.shift(-1))),
    Command("agenda.down", N_("Move the block down"), GROUP, "Alt+Down", "arrow_down", N_("agenda order later"),
            _with_block, scope="local", repeats=True, run=AGENDA.does(lambda page: page.shift(1))),
    Command("agenda.delete", N_("Remove the block"), GROUP, "Del", "trash", N_("agenda delete"), _with_block,
            scope="local", run=AGENDA.does(lambda page: page.delete())),
    Command("agenda.template", N_("Begin with a template"), GROUP, "", "calendar", N_("agenda half day two days hour"),
            writable, run=AGENDA.does(lambda page: page.offer_templates())),
    Command("agenda.workshop", N_("Add a workshop"), GROUP, "", "calendar", N_("agenda day new"), writable,
            run=AGENDA.does(lambda page: page.new_workshop())),
    Command("agenda.reset", N_("Back to the plan"), GROUP, "", "undo", N_("agenda run again reset"), _with_workshop,
            help=N_("As if the workshop had never begun"), run=AGENDA.does(lambda page: page.reset())),
)  # fmt: skip
