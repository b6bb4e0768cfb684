"""Commands of the workspace Control."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cxstudio.wording import N_
from ui.context.command import Command, Receiver
from ui.context.command_conditions import writable
from ui.widgets.lazy_pages import commands_of
from ui.workspaces.control.control_tabs import TABS

if TYPE_CHECKING:
    from ui.workspaces.control.control_workspace import ControlWorkspace

CONTROL: Final[Receiver[ControlWorkspace]] = Receiver("go.control")
GROUP: Final = N_("Follow-up")

COMMANDS: tuple[Command, ...] = (
    *commands_of(TABS, GROUP, "control.show_", CONTROL, lambda w, tab: w.show_tab(tab)),
    Command("control.next_round", N_("Begin the next round with the same questions"), GROUP, "", "plus",
            N_("repeat rate again follow-up survey"), writable,
            help=N_("Asked like the later of the two rounds, today and without answers"),
            run=CONTROL.does(lambda w: w.next_round())),
    Command("control.add_decision", N_("Record a decision"), GROUP, "", "check",
            N_("approved condition postponed rejected management"), writable,
            run=CONTROL.does(lambda w: w.add_decision())),
    Command("control.make_reality", N_("Make the to-be journey the as-is journey"), GROUP, "", "journey",
            N_("new as-is journey life"), writable,
            help=N_("The to-be journey in view becomes the as-is journey; the old one stays, with its dates"),
            run=CONTROL.does(lambda w: w.make_reality())),
)  # fmt: skip
